// A constituent entity as a rule is told of it: its facts, and how they are read.
import { type Decimal, min } from "./decimal.ts";
import type { FactSpec, Facts } from "./facts.ts";
import { type GlobeYear, text } from "./globe-law.ts";
import type { PoolEntity } from "./globe-pool.ts";

export const MEMBER: readonly FactSpec[] = [
  { name: "id", unit: "word", says: text("实体代号", "Name of the entity") },
  { name: "income", unit: "money", says: text("GloBE 所得（亏损为负）", "GloBE income, a loss negative") },
  {
    name: "coveredTax",
    unit: "money",
    says: text("调整后有效税额（不含下列递延）", "Adjusted covered taxes, without the deferred tax below"),
  },
  {
    name: "deferredTax",
    unit: "money",
    optional: true,
    says: text("递延所得税费用", "Deferred tax expense, still to be recast"),
  },
  {
    name: "deferredRate",
    unit: "rate",
    optional: true,
    says: text("递延所得税入账税率", "Rate at which it was booked"),
  },
  {
    name: "payroll",
    unit: "money",
    optional: true,
    says: text("合格工资（除非不主张排除）", "Eligible payroll; needed where substance is claimed"),
  },
  {
    name: "tangibleAssets",
    unit: "money",
    optional: true,
    says: text("合格有形资产（除非不主张排除）", "Eligible tangible assets; needed where substance is claimed"),
  },
  {
    name: "additionalCurrent",
    unit: "money",
    optional: true,
    says: text("以前年度重新计算的附加补足税", "Additional top-up from a recalculation of earlier years"),
  },
];

/** Deferred tax without the rate it was booked at cannot be recast. */
export const missingOf = (all: readonly Facts[]): readonly string[] =>
  all
    .filter((one) => one.has("deferredTax") && !one.has("deferredRate"))
    .map((one) => `${one.word("id")}.deferredRate`);

export const memberOf = (facts: Facts, year: GlobeYear): PoolEntity => ({
  id: facts.word("id"),
  income: facts.number("income"),
  coveredTax: facts.number("coveredTax").plus(deferredOf(facts, year.minimum.value)),
  payroll: facts.numberIf("payroll"),
  tangibleAssets: facts.numberIf("tangibleAssets"),
  additionalCurrent: facts.numberIf("additionalCurrent"),
});

function deferredOf(facts: Facts, minimum: Decimal): Decimal | 0 {
  const amount = facts.numberIf("deferredTax");
  const rate = facts.numberIf("deferredRate");
  if (!amount || !rate) return 0;
  return rate.isZero() ? amount : amount.times(min(rate, minimum)).dividedBy(rate);
}
