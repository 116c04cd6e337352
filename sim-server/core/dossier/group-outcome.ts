// What the engine says of a planned group: the whole tax, or why it cannot be worked out; asked once for each plan.

import type { PlanChange } from "../../protocol/tax-intents.ts";
import type { Run } from "../run.ts";
import { type GroupReading, readGroup } from "../tax/group.ts";
import { type GroupTax, recompute } from "../tax/group-tax.ts";
import type { DossierPlan } from "./dossier-plan.ts";
import type { DossierState } from "./dossier-state.ts";
import { engineInput, knownFacts, plannedGroup, trueFacts } from "./planned-group.ts";

export type GroupOutcome =
  | { readonly tax: GroupTax }
  | { readonly missing: readonly string[] }
  | Extract<GroupReading, { problems: unknown }>;

const MOST_KEPT = 60;

/** The run's case; only a run that has one asks. */
export function dossierOf(run: Run): { plan: DossierPlan; state: DossierState } {
  const plan = run.compiled.dossier;
  const state = run.state.dossier;
  if (!plan || !state) throw new Error("a run without a dossier was asked about one");
  return { plan, state };
}

export function outcomeOf(plan: DossierPlan, input: Record<string, unknown>, lawDay: string): GroupOutcome {
  const key = `${lawDay} ${JSON.stringify(input)}`;
  const known = plan.outcomes.get(key);
  if (known) return known;
  const reading = readGroup(input);
  const outcome = "group" in reading ? { tax: recompute(reading.group, plan.law(lawDay)) } : reading;
  if (plan.outcomes.size >= MOST_KEPT) plan.outcomes.clear();
  plan.outcomes.set(key, outcome);
  return outcome;
}

/** As the team knows it by now. */
export const knownOutcome = (run: Run, changes?: readonly PlanChange[]): GroupOutcome => {
  const { plan, state } = dossierOf(run);
  const { dossier } = plan;
  const planned = plannedGroup(dossier, knownFacts(dossier, state), changes ?? state.changes);
  return outcomeOf(plan, engineInput(dossier, planned), state.lawDay);
};

/** As it truly is, everything read. */
export const trueOutcome = (run: Run, changes?: readonly PlanChange[]): GroupOutcome => {
  const { plan, state } = dossierOf(run);
  return truthOf(plan, state, changes ?? state.changes);
};

export function truthOf(plan: DossierPlan, state: DossierState, changes: readonly PlanChange[]): GroupOutcome {
  const planned = plannedGroup(plan.dossier, trueFacts(plan.dossier, state), changes);
  return outcomeOf(plan, engineInput(plan.dossier, planned), state.lawDay);
}

/** The total as a plain number, for conditions and facts; 0 where nothing can be worked out. */
export const totalOf = (outcome: GroupOutcome): number =>
  "tax" in outcome ? outcome.tax.total.value.toDecimalPlaces(2).toNumber() : 0;
