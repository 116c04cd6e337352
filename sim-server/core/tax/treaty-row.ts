// Finds the line of a treaty that fits a payment, and the rate it gives on the whole gross.
import type { Decimal } from "./decimal.ts";
import { ONE, ZERO } from "./decimal.ts";
import type { Law, TreatyData, TreatyRow } from "./law.ts";
import { text } from "./spec.ts";
import { type Traced, traced, type WhyNot } from "./trace.ts";

export type Holding = {
  readonly direct: Decimal | undefined;
  readonly indirect: Decimal | undefined;
  readonly months: Decimal | undefined;
};
export type TreatyRate = {
  /** Rate times the share of the gross that is taxed. */
  readonly rate: Traced;
  readonly row: TreatyRow;
  readonly whyNot: readonly WhyNot[];
};

/** The first row whose conditions hold. A condition that cannot be told names its facts. */
export function treatyRate(
  treaty: TreatyData,
  income: string,
  sub: string | undefined,
  holding: Holding,
  law: Law,
): TreatyRate | { readonly missing: readonly string[] } | undefined {
  const whyNot: WhyNot[] = [];
  for (const row of treaty.rows) {
    if (row.income !== income || (row.sub !== undefined && row.sub !== sub)) continue;
    const rate = law.params.number(row.rate);
    if (rate === undefined) continue;
    const met = conditions(row, holding, law);
    if (typeof met === "object") return met;
    if (!met) {
      whyNot.push({
        alternative: rate.value.toString(),
        rule: row.rate,
        reason: text("持股比例或持股期间不足", "The holding is too small or too short"),
      });
      continue;
    }
    const factor = row.baseFactor === undefined ? undefined : law.params.need(row.baseFactor);
    return {
      row,
      whyNot,
      rate: traced(rate.value.times(factor?.value ?? ONE), {
        rule: `${treaty.id}.${income}`,
        title: text("协定税率", "Treaty rate"),
        formula: factor ? "rate * baseFactor" : "rate",
        inputs: { rate, ...(factor ? { baseFactor: factor } : {}) },
        unit: "rate",
        cites: [row.cite],
      }),
    };
  }
  return undefined;
}

function conditions(
  { minHolding, holdingMonths, directOnly }: TreatyRow,
  { direct, indirect, months }: Holding,
  law: Law,
): boolean | { readonly missing: readonly string[] } {
  if (minHolding === undefined) return true;
  if (direct === undefined) return { missing: ["holding"] };
  const held = directOnly ? direct : direct.plus(indirect ?? ZERO);
  if (held.lessThan(law.params.need(minHolding).value)) return false;
  if (holdingMonths === undefined) return true;
  if (months === undefined) return { missing: ["holdingMonths"] };
  return months.greaterThanOrEqualTo(law.params.need(holdingMonths).value);
}
