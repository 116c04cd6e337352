// One trainee's case: what the line has told of it, the papers read, and every act as one ask of the room.
import { create, type StoreApi, type UseBoundStore } from "zustand";
import type { PlayerIntent } from "../../sim-server/protocol/intents.ts";
import type { TaxView, TraceView } from "../../sim-server/protocol/tax-views.ts";
import type { Line } from "../session/connect.ts";
import type { Papers } from "./build-model.ts";
import type { CaseActs } from "./case-model.ts";
import type { Selection } from "./structure-chart.tsx";

export type CaseTab = "evidence" | "finding" | "plan" | "message" | "bargain";
export type CaseState = {
  readonly view: TaxView | null;
  readonly papers: Papers;
  readonly entered: boolean;
  readonly tab: CaseTab;
  readonly reading: string | null;
  readonly selection: Selection;
  /** What the open trace is of, and the trace; null while it is asked for or where there is none. */
  readonly trace: { readonly of: string; readonly tree: TraceView | null } | null;
  readonly inRoom: boolean;
  /** The code of the last refusal, with a number so that the same one twice is seen twice. */
  readonly refused: { readonly code: string; readonly count: number } | null;
  readonly seenInbox: number;
};
export type CaseStore = UseBoundStore<StoreApi<CaseState>>;

export type CaseRun = { readonly store: CaseStore; readonly acts: CaseActs; readonly detach: () => void };

export function openCase(line: Line): CaseRun {
  const store = create<CaseState>(() => ({
    view: null,
    papers: {},
    entered: false,
    tab: "evidence",
    reading: null,
    selection: null,
    trace: null,
    inRoom: false,
    refused: null,
    seenInbox: 0,
  }));
  const stops = [
    line.onMessage("tax", (view) => store.setState({ view })),
    line.onMessage("paper", (paper) => store.setState(({ papers }) => ({ papers: { ...papers, [paper.id]: paper } }))),
  ];
  const ask = async (intent: PlayerIntent): Promise<boolean> => {
    const answer = await line.ask(intent);
    if (!answer.ok)
      store.setState(({ refused }) => ({ refused: { code: answer.refusal.code, count: (refused?.count ?? 0) + 1 } }));
    return answer.ok;
  };
  const acts: CaseActs = {
    openDocument: (document) => ask({ do: "open-document", document }),
    askQuestion: (document, question) => ask({ do: "ask-interview", document, question }),
    pin: (passage, on) => ask({ do: "pin", passage, on }),
    change: (change) => ask({ do: "plan-change", change }),
    undo: () => ask({ do: "plan-undo" }),
    keepPlan: (name) => ask({ do: "plan-keep", name }),
    takePlan: (plan) => ask({ do: "plan-restore", plan }),
    submitPlan: () => ask({ do: "plan-submit" }),
    stateFinding: ({ issue, choice, amount, rules, cites, evidence }) =>
      ask({
        do: "state-finding",
        issue,
        ...(choice === null ? {} : { choice }),
        ...(amount === null ? {} : { amount }),
        rules: [...rules],
        cites: [...cites],
        evidence: [...evidence],
      }),
    offer: (negotiation, amount, evidence) => ask({ do: "negotiate", negotiation, amount, evidence: [...evidence] }),
    walkAway: (negotiation) => ask({ do: "walk-away", negotiation }),
    trace: (of) => line.look<TraceView>("trace", { of }),
  };
  return {
    store,
    acts,
    detach: () => {
      for (const stop of stops) stop();
    },
  };
}
