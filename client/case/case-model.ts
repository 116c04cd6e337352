// A case as its page works with it: what one trainee may see, worded in the reader's language, and what may be asked.
import type { LeverView, TaxUnit } from "../../sim-server/protocol/tax-briefing.ts";
import type { PlanChange } from "../../sim-server/protocol/tax-intents.ts";
import type { TraceView } from "../../sim-server/protocol/tax-views.ts";
import type { Chart } from "./chart.ts";
import type { CountryBar } from "./tax-bars.tsx";

export type Totals = { readonly total: string; readonly etr: string | null; readonly topUp: string };
export type Place = { readonly id: string; readonly name: string };

/** `key` pins it; the words are a sentence, a row of a table or an answer. */
export type Passage = { readonly key: string; readonly text: string; readonly pinned: boolean };
export type PaperTable = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[]; readonly pinned: boolean }[];
};
export type CaseDocument = {
  readonly id: string;
  readonly title: string;
  readonly kindName: string;
  readonly from: string;
  readonly date: string;
  readonly summary: string;
  readonly hours: number;
  readonly open: boolean;
  readonly affordable: boolean;
  readonly pages: readonly {
    readonly title: string;
    readonly passages: readonly Passage[];
    readonly table: PaperTable | null;
  }[];
  /** Of an interview: what may be asked, and what was answered. */
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly hours: number;
    readonly answer: Passage | null;
  }[];
};

export type Choice = { readonly id: string; readonly title: string; readonly detail?: string };
export type Issue = Choice & { readonly choices: readonly Choice[]; readonly unit: TaxUnit };
export type Pinned = Choice & { readonly document: string };
export type Stated = {
  readonly id: string;
  readonly title: string;
  readonly choice: string;
  readonly amount: string;
  readonly attempt: number;
  /** As far as the mode allows: null where only that it was taken may be told. */
  readonly verdict: {
    readonly share: number;
    readonly lines: readonly { readonly good: boolean; readonly text: string }[];
    readonly why: string;
  } | null;
};

export type Plan = {
  readonly plan: number;
  readonly name: string;
  readonly totals: Totals | null;
  readonly changes: number;
};

export type Bargain = {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  readonly with: string;
  readonly unit: "money" | "rate";
  readonly least: string;
  readonly most: string;
  readonly rounds: number;
  readonly round: number;
  readonly hoursPerRound: number;
  readonly status: "closed" | "open" | "agreed" | "broken";
  readonly asks: string;
  readonly agreed: string | null;
  readonly offers: readonly { readonly amount: string; readonly counter: string; readonly reply: string }[];
};

export type CaseModel = {
  readonly title: string;
  readonly guided: boolean;
  readonly pricing: boolean;
  readonly currency: string;
  readonly lawDay: string;
  readonly attempts: number;
  readonly hours: { readonly budget: number; readonly left: number };
  readonly chart: Chart;
  readonly now: readonly CountryBar[];
  readonly before: readonly CountryBar[];
  readonly totals: { readonly now: Totals; readonly before: Totals } | null;
  readonly places: readonly Place[];
  readonly levers: readonly LeverView[];
  readonly changes: readonly string[];
  readonly plans: readonly Plan[];
  readonly mayPlan: boolean;
  readonly submitted: boolean | null;
  readonly documents: readonly CaseDocument[];
  readonly issues: readonly Issue[];
  readonly rules: readonly Choice[];
  readonly articles: readonly Choice[];
  readonly pinned: readonly Pinned[];
  readonly findings: readonly Stated[];
  readonly bargains: readonly Bargain[];
};

export type FindingDraft = {
  readonly issue: string;
  readonly choice: string | null;
  readonly amount: string | null;
  readonly rules: readonly string[];
  readonly cites: readonly string[];
  readonly evidence: readonly string[];
};

/** Each asks the room; what comes of it is seen in the next model. True when it was granted. */
export type CaseActs = {
  readonly openDocument: (document: string) => Promise<boolean>;
  readonly askQuestion: (document: string, question: string) => Promise<boolean>;
  readonly pin: (passage: string, on: boolean) => Promise<boolean>;
  readonly change: (change: PlanChange) => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly keepPlan: (name: string) => Promise<boolean>;
  readonly takePlan: (plan: number) => Promise<boolean>;
  readonly submitPlan: () => Promise<boolean>;
  readonly stateFinding: (draft: FindingDraft) => Promise<boolean>;
  readonly offer: (bargain: string, amount: string, evidence: readonly string[]) => Promise<boolean>;
  readonly walkAway: (bargain: string) => Promise<boolean>;
  /** The way to a number: `total`, `country:HK`, `entity:hx-hk`, `flow:royalty`. */
  readonly trace: (of: string) => Promise<TraceView | null>;
};

/** Where an entity may go under the levers; nowhere when none names it. */
export function movesTo(model: Pick<CaseModel, "levers" | "places">, entity: string): readonly Place[] {
  const ids = new Set(
    model.levers.flatMap((lever) => (lever.what === "move" && lever.entity === entity ? lever.to : [])),
  );
  const names = new Map(model.places.map((place) => [place.id, place.name]));
  return [...ids].map((id) => ({ id, name: names.get(id) ?? id }));
}
