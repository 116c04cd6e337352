// Asks the GloBE rules about plain data under the house's own law, for tests.
import { loadTaxLaw } from "../../../scenarios/format/tax-law.ts";
import { Decimal, decimal } from "./decimal.ts";
import { openLaw } from "./law.ts";
import { ask, type Reply, type TaxRule } from "./rule.ts";
import type { Value } from "./trace.ts";

export const law = openLaw(loadTaxLaw(), "2025-12-31");
export const TINY = decimal("0.000000000000000000000001");

export function answer(rule: TaxRule, input: unknown): Readonly<Record<string, Value>> {
  const reply: Reply = ask(rule, input, law);
  if (!("values" in reply)) throw new Error(JSON.stringify(reply).slice(0, 400));
  return reply.values;
}
export const amount = (values: Readonly<Record<string, Value>>, name: string): Decimal => {
  const value = values[name];
  if (!(value instanceof Decimal)) throw new Error(`${name} is no number`);
  return value;
};
export const near = (one: Decimal, other: Decimal): boolean => one.minus(other).abs().lessThan(TINY);
