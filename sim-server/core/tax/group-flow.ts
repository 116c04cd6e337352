// Withholding on every flow of a group that leaves a country.
import { Decimal, ZERO } from "./decimal.ts";
import type { Flow, Group } from "./group.ts";
import type { Law } from "./law.ts";
import { isInsufficient } from "./outcome.ts";
import { text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";
import { withhold } from "./withholding.ts";

export type FlowTax = {
  readonly flow: Flow;
  /** Where the payer stands. */
  readonly home: string;
  /** Undefined where a fact is missing. */
  readonly tax: Traced | undefined;
  readonly rate: Decimal;
  readonly regime: string;
  readonly missing: readonly string[];
};

export const flowTaxes = ({ flows }: Group, law: Law): readonly FlowTax[] => flows.map((flow) => flowTax(flow, law));

function flowTax(flow: Flow, law: Law): FlowTax {
  const home = flow.from.jurisdiction;
  if (flow.payment === undefined) return { flow, home, tax: nothing(flow), rate: ZERO, regime: "none", missing: [] };
  const answer = withhold(flow.payment, law);
  if (isInsufficient(answer)) {
    const missing = answer.insufficientEvidence.map((name) => `flows.${flow.id}.${name}`);
    return { flow, home, tax: undefined, rate: ZERO, regime: "unknown", missing };
  }
  const { tax, rate, regime } = answer.values;
  if (!(tax instanceof Decimal) || !(rate instanceof Decimal)) throw new Error("withholding answered no tax");
  return { flow, home, tax: { value: tax, trace: answer.trace }, rate, regime: String(regime), missing: [] };
}

const nothing = (flow: Flow): Traced =>
  traced(ZERO, {
    rule: "GROUP.FLOW",
    title: text(`${flow.id} 不涉及预提税`, `Nothing is withheld from ${flow.id}`),
    formula: "0",
    inputs: { amount: flow.amount },
    unit: "money",
  });
