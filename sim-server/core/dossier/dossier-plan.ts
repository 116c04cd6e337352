// A tax case made ready to run: its conditions planned, the law of each day opened once; shared by all its runs.
import type { Dossier } from "../../../scenarios/format/tax-dossier.ts";
import type { Plan } from "../conditions.ts";
import { type Law, type LawData, openLaw } from "../tax/law.ts";
import type { GroupOutcome } from "./group-outcome.ts";

export type DossierPlan = {
  readonly dossier: Dossier;
  readonly law: (day: string) => Law;
  /** When a document comes in that is not there from the start. */
  readonly present: ReadonlyMap<string, Plan>;
  readonly opens: ReadonlyMap<string, Plan>;
  readonly risks: ReadonlyMap<string, Plan>;
  /** Answers of the engine by what it was asked; the same question always has the same answer. */
  readonly outcomes: Map<string, GroupOutcome>;
};

export function planDossier(dossier: Dossier, data: LawData, plan: (source: string) => Plan): DossierPlan {
  const laws = new Map<string, Law>();
  return {
    dossier,
    law: (day) => {
      const found = laws.get(day) ?? openLaw(data, day);
      laws.set(day, found);
      return found;
    },
    present: new Map(
      Object.entries(dossier.documents).flatMap(([id, { present }]) =>
        typeof present === "string" ? [[id, plan(present)] as const] : [],
      ),
    ),
    opens: new Map(
      Object.entries(dossier.negotiations).flatMap(([id, { opens }]) =>
        opens === undefined ? [] : [[id, plan(opens)] as const],
      ),
    ),
    risks: new Map(dossier.risks.map(({ id, when }) => [id, plan(when)])),
    outcomes: new Map(),
  };
}
