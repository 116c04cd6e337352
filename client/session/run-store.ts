// What this trainee's own line has said so far: briefing, body, inbox, and how the line stands.
import { create, type StoreApi, type UseBoundStore } from "zustand";
import type { Briefing } from "../../sim-server/protocol/briefing.ts";
import type { MirrorFrame } from "../../sim-server/protocol/frames.ts";
import type { PlayerIntent } from "../../sim-server/protocol/intents.ts";
import type { Answer, Refusal } from "../../sim-server/protocol/refusals.ts";
import type { InboxItem, SelfView } from "../../sim-server/protocol/views.ts";
import type { Connection, Line } from "./connect.ts";

export type RunState = {
  readonly connection: Connection;
  readonly phase: MirrorFrame["phase"];
  readonly briefing: Briefing | null;
  readonly self: SelfView | null;
  readonly inbox: readonly InboxItem[];
  /** The last ask that was refused, with a number so that the same refusal twice is seen twice. */
  readonly refused: { readonly refusal: Refusal; readonly count: number } | null;
  readonly ask: (intent: PlayerIntent) => Promise<Answer>;
};
export type RunStore = UseBoundStore<StoreApi<RunState>>;

export type Attached = { readonly store: RunStore; readonly detach: () => void };

/** Listens to a line until `detach`; one store per run page. */
export function attach(line: Line): Attached {
  const store = create<RunState>((set, get) => ({
    connection: line.connection(),
    phase: "lobby",
    briefing: null,
    self: null,
    inbox: [],
    refused: null,
    ask: async (intent) => {
      const answer = await line.ask(intent);
      if (!answer.ok) set({ refused: { refusal: answer.refusal, count: (get().refused?.count ?? 0) + 1 } });
      return answer;
    },
  }));
  const stops = [
    line.onConnection((connection) => store.setState({ connection })),
    line.onMessage("briefing", (briefing) => store.setState({ briefing })),
    line.onMessage("self", (self) => store.setState({ self })),
    line.onMessage("inbox", (items) => store.setState({ inbox: merged(store.getState().inbox, items) })),
    line.source.subscribe(() => {
      const phase = line.source.getFrame()?.phase;
      if (phase && phase !== store.getState().phase) store.setState({ phase });
    }),
  ];
  return {
    store,
    detach: () => {
      for (const stop of stops) stop();
    },
  };
}

/** The whole inbox comes again after a reconnect: items are known by their id. */
function merged(known: readonly InboxItem[], fresh: readonly InboxItem[]): readonly InboxItem[] {
  const ids = new Set(known.map((item) => item.id));
  const added = fresh.filter((item) => !ids.has(item.id));
  return added.length === 0 ? known : [...known, ...added].sort((a, b) => a.id - b.id);
}
