// The state of a tax case as plain data: hours, what was read, the plan, what was stated and bargained.
import type { FactValue } from "../../../scenarios/format/tax-group.ts";
import type { PlanChange } from "../../protocol/tax-intents.ts";
import type { DossierPlan } from "./dossier-plan.ts";

type Statement = {
  issue: string;
  choice: string | null;
  amount: string | null;
  rules: string[];
  cites: string[];
  evidence: string[];
  attempt: number;
  tick: number;
  by: string;
};
/** What a statement earned, and why not more. */
export type Verdict = {
  finding: string | null;
  share: number;
  number: number;
  method: number;
  cites: number;
  evidence: number;
  missingRules: string[];
  strayRules: string[];
  missingCites: string[];
  wrongCites: string[];
  missingEvidence: string[];
  traps: string[];
};
type Bargain = {
  status: "closed" | "open" | "agreed" | "broken";
  asks: string;
  round: number;
  /** Arguments that have moved the other side already. */
  used: string[];
  offers: { tick: number; by: string; amount: string; counter: string; argument: string | null }[];
  agreed: string | null;
};

export type DossierState = {
  lawDay: string;
  hours: { budget: number; spent: number };
  /** Documents in the room, in the order they came. */
  present: string[];
  opened: string[];
  /** Questions asked, as document/question, in order. */
  asked: string[];
  pinned: string[];
  /** What injects and events have changed about the group. */
  facts: { of: string; fact: string; value: FactValue }[];
  changes: PlanChange[];
  /** Plans before the last changes, for undoing. */
  undo: PlanChange[][];
  kept: { name: string; tick: number; changes: PlanChange[] }[];
  submitted: { tick: number; total: string; share: number; risks: string[] } | null;
  /** The latest statement on each issue, with its verdict. */
  stated: { statement: Statement; verdict: Verdict }[];
  negotiations: Record<string, Bargain>;
};

/** A case as it is found: nothing read, nothing changed. */
export function openDossier(plan: DossierPlan): DossierState {
  const { dossier } = plan;
  return {
    lawDay: dossier.asOf,
    hours: { budget: dossier.hours, spent: 0 },
    present: Object.entries(dossier.documents).flatMap(([id, { present }]) => (present === true ? [id] : [])),
    opened: [],
    asked: [],
    pinned: [],
    facts: [],
    changes: [],
    undo: [],
    kept: [],
    submitted: null,
    stated: [],
    negotiations: Object.fromEntries(
      Object.entries(dossier.negotiations).map(([id, { opens, counterpart }]): [string, Bargain] => [
        id,
        {
          status: opens === undefined ? "open" : "closed",
          asks: counterpart.opening,
          round: 0,
          used: [],
          offers: [],
          agreed: null,
        },
      ]),
    ),
  };
}
