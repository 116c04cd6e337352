// Whether a group is in scope, and what a member's pay and income count for before anything is blended.
import type { Day } from "./calendar.ts";
import { type Decimal, min, ONE, sum, ZERO } from "./decimal.ts";
import { beforeGlobe, globeYear, manual, model, text } from "./globe-law.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { type Traced, traced } from "./trace.ts";

/** In scope with EUR 750m or more in two of the four years before; undefined where too few years are known to tell. */
export function inScope(revenues: readonly Decimal[], law: Law, start: Day): Traced<boolean> | undefined {
  const threshold = law.params.need("GLOBE.revenueThreshold", start);
  const needed = law.params.need("GLOBE.revenueYears", start);
  const four = revenues.slice(-4);
  const years = four.filter((revenue) => revenue.greaterThanOrEqualTo(threshold.value)).length;
  const unknown = 4 - four.length;
  if (needed.value.greaterThan(years) && needed.value.lessThanOrEqualTo(years + unknown)) return undefined;
  return traced(needed.value.lessThanOrEqualTo(years), {
    rule: "GLOBE.SCOPE",
    title: text("集团适用范围", "Whether the group is in scope"),
    formula: "years with revenue >= threshold, of the four before, >= needed",
    inputs: {
      years: String(years),
      needed,
      threshold,
      ...Object.fromEntries(four.map((one, at) => [`year${at + 1}`, one])),
    },
    cites: [model("1.1.1"), manual("MTT01100")],
  });
}

export const scopeRule: TaxRule = {
  id: "GLOBE.SCOPE",
  title: text("GloBE 适用范围", "GloBE scope"),
  inputs: [
    {
      name: "revenuesEur",
      unit: "numbers",
      says: text(
        "前四个年度的集团合并收入（欧元，非十二个月的先折算）",
        "Consolidated revenue of the four years before, EUR, scaled to twelve months",
      ),
    },
    { name: "fiscalYearStart", unit: "day", says: text("财政年度开始日", "First day of the fiscal year") },
    { name: "excludedEntity", unit: "flag", optional: true, says: text("属于排除实体", "It is an excluded entity") },
  ],
  outputs: [{ name: "inScope", unit: "flag", says: text("是否适用", "In scope") }],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.SCOPE", ["fiscalYearStart"]);
    const scope = inScope(facts.numbers("revenuesEur"), law, start);
    if (!scope) return insufficient("GLOBE.SCOPE", ["revenuesEur"]);
    const excluded = facts.flagIf("excludedEntity") ?? false;
    const answer = traced(scope.value && !excluded, {
      rule: "GLOBE.SCOPE",
      title: text("GloBE 适用范围", "GloBE scope"),
      formula: "inScope and not excludedEntity",
      inputs: { inScope: scope, excludedEntity: excluded },
      cites: [model("1.5")],
      exception: excluded ? "excluded entity" : undefined,
    });
    return { values: { inScope: answer.value }, trace: answer.trace };
  },
};

/** Pay counts in full from half the working time in the jurisdiction; below it, in proportion. */
export const payrollRule: TaxRule = {
  id: "GLOBE.PAYROLL",
  title: text("合格工资", "Eligible payroll"),
  inputs: [
    {
      name: "staff",
      unit: "list",
      says: text("员工或员工组", "Employees or groups of them"),
      of: [
        { name: "pay", unit: "money", says: text("工资成本", "Payroll costs") },
        {
          name: "timeShare",
          unit: "share",
          says: text("在辖区内工作的时间比例", "Share of working time spent in the jurisdiction"),
        },
      ],
    },
    { name: "fiscalYearStart", unit: "day", says: text("财政年度开始日", "First day of the fiscal year") },
  ],
  outputs: [
    { name: "eligible", unit: "money", says: text("合格工资", "Eligible payroll") },
    { name: "carveOut", unit: "money", says: text("工资排除额", "Payroll carve-out") },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.PAYROLL", ["fiscalYearStart"]);
    const enough = law.params.need("GLOBE.payrollTimeShare", start);
    const counted = facts.list("staff").map((one) => {
      const share = one.number("timeShare");
      return one.number("pay").times(share.greaterThan(enough.value) ? ONE : min(share, ONE));
    });
    const eligible = traced(sum(counted), {
      rule: "GLOBE.PAYROLL",
      title: text("合格工资", "Eligible payroll"),
      formula: "sum(timeShare > enough ? pay : pay * timeShare)",
      inputs: { enough, ...Object.fromEntries(counted.map((pay, at) => [`staff${at + 1}`, pay])) },
      cites: [model("5.3.3"), manual("MTT32050")],
    });
    const { payrollRate } = globeYear(law, start);
    const carveOut = traced(eligible.value.times(payrollRate.value), {
      rule: "GLOBE.PAYROLL",
      title: text("工资排除额", "Payroll carve-out"),
      formula: "eligible * payrollRate",
      inputs: { eligible, payrollRate },
      cites: [model("5.3.3"), model("9.2")],
    });
    return { values: { eligible: eligible.value, carveOut: carveOut.value }, trace: carveOut.trace };
  },
};

const ADDED = text(
  "调增（政策性不得扣除费用、前期差错、合格可退还抵免等）",
  "Added (disallowed expenses, prior errors, qualified refundable credits and the like)",
);
const TAKEN = text("调减（排除的股息与权益利得等）", "Taken out (excluded dividends, equity gains and the like)");

/** Financial accounting net income or loss, corrected line by line. */
export const incomeRule: TaxRule = {
  id: "GLOBE.INCOME",
  title: text("GloBE 所得", "GloBE income"),
  inputs: [
    {
      name: "accountingIncome",
      unit: "money",
      says: text(
        "财务会计净损益（最终母公司准则）",
        "Financial accounting net income or loss under the parent's standard",
      ),
    },
    { name: "taxExpense", unit: "money", optional: true, says: text("加回的有效税额", "Net tax expense added back") },
    { name: "additions", unit: "list", optional: true, says: ADDED, of: adjustment() },
    { name: "reductions", unit: "list", optional: true, says: TAKEN, of: adjustment() },
  ],
  outputs: [{ name: "income", unit: "money", says: text("GloBE 所得或亏损", "GloBE income or loss") }],
  run(facts) {
    const lines = (name: string) =>
      facts.list(name).map((one) => ({ is: one.word("is"), amount: one.number("amount") }));
    const additions = lines("additions");
    const reductions = lines("reductions");
    const taxExpense = facts.numberIf("taxExpense") ?? ZERO;
    const value = facts
      .number("accountingIncome")
      .plus(taxExpense)
      .plus(sum(additions.map(({ amount }) => amount)))
      .minus(sum(reductions.map(({ amount }) => amount)));
    const income = traced(value, {
      rule: "GLOBE.INCOME",
      title: text("GloBE 所得", "GloBE income"),
      formula: "accountingIncome + taxExpense + additions - reductions",
      inputs: {
        accountingIncome: facts.number("accountingIncome"),
        taxExpense,
        ...Object.fromEntries(additions.map(({ is, amount }) => [`+ ${is}`, amount])),
        ...Object.fromEntries(reductions.map(({ is, amount }) => [`- ${is}`, amount])),
      },
      cites: [model("3.1"), model("3.2")],
    });
    return { values: { income: income.value }, trace: income.trace };
  },
};

function adjustment() {
  return [
    { name: "is", unit: "word", says: text("项目", "What it is") },
    { name: "amount", unit: "money", says: text("金额", "Amount") },
  ] as const;
}
