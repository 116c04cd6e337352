// What a controller's line to one run has said so far, and the commands sent through it.
import { create, type StoreApi, type UseBoundStore } from "zustand";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { FieldFrame } from "../../sim-server/protocol/frames.ts";
import type { ControlIntent } from "../../sim-server/protocol/intents.ts";
import type { Answer } from "../../sim-server/protocol/refusals.ts";
import type { TaxConsoleView } from "../../sim-server/protocol/tax-views.ts";
import type { ConsoleView, LogEntry } from "../../sim-server/protocol/views.ts";
import { type Connection, type Line, openLine } from "./connect.ts";
import type { MirrorSource } from "./mirror.ts";
import { freshTicket } from "./staff-room.ts";

type ConsoleState = {
  readonly connection: Connection;
  readonly briefing: ConsoleBriefing | null;
  readonly view: ConsoleView | null;
  readonly log: readonly LogEntry[];
  readonly field: FieldFrame | null;
  /** Null in an emergency, and until the case has been told. */
  readonly tax: TaxConsoleView | null;
};
type ConsoleStore = UseBoundStore<StoreApi<ConsoleState>>;
export type ConsoleLine = {
  readonly store: ConsoleStore;
  readonly source: MirrorSource;
  readonly ask: (intent: ControlIntent) => Promise<Answer>;
  readonly close: () => void;
};

export function openConsole(runId: string): ConsoleLine {
  const line: Line = openLine(runId, freshTicket);
  const store = create<ConsoleState>(() => ({
    connection: line.connection(),
    briefing: null,
    view: null,
    log: [],
    field: null,
    tax: null,
  }));
  line.onConnection((connection) => store.setState({ connection }));
  line.onMessage("console-briefing", (briefing) => store.setState({ briefing }));
  line.onMessage("console", (view) => store.setState({ view }));
  line.onMessage("field", (field) => store.setState({ field }));
  line.onMessage("tax-console", (tax) => store.setState({ tax }));
  line.onMessage("log", (entries) => store.setState(({ log }) => ({ log: extended(log, entries) })));
  return { store, source: line.source, ask: line.ask, close: line.close };
}

/** The whole log comes again after a reconnect: entries are known by their number. */
export function extended(known: readonly LogEntry[], fresh: readonly LogEntry[]): readonly LogEntry[] {
  const last = known.at(-1)?.seq ?? 0;
  const added = fresh.filter((entry) => entry.seq > last);
  return added.length === 0 ? known : [...known, ...added];
}
