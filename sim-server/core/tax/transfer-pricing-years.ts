// Adjustments over several years: losses that were never taxed, averages, and losses the independent do not share.
import { type Decimal, max, min, ONE, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced, type Value } from "./trace.ts";
import { targetProfit } from "./transfer-pricing.ts";

/** Adjusted profit is taxed; a loss it uses up was never taxed, so the tax is not the rate times the adjustment. */
export const adjustmentRule: TaxRule = {
  id: "TP.ADJUSTMENT",
  title: text("分年度转让定价调整与补税", "Transfer pricing adjustment and tax by year"),
  inputs: [
    fact("years", "list", "各年度", "The years", {
      of: [
        fact("year", "number", "纳税年度", "Tax year"),
        fact("base", "money", "指标基数（完全成本或收入）", "What the ratio is of: full cost or sales"),
        fact("reported", "money", "账面利润（亏损为负）", "Reported profit, a loss negative"),
        maybe("ratio", "rate", "该年目标利润率", "Target ratio of the year"),
        maybe(
          "lossBroughtForward",
          "money",
          "该年可弥补的以前年度亏损",
          "Earlier losses that may be set off in the year",
        ),
      ],
    }),
    maybe("ratio", "rate", "目标利润率（各年相同）", "Target ratio, the same for every year"),
    maybe("taxRate", "rate", "企业所得税税率（默认法定）", "Income tax rate; the statutory one unless told"),
  ],
  outputs: [
    output("target.<year>", "money", "目标利润", "Target profit"),
    output("adjustment.<year>", "money", "调增额", "Profit added"),
    output("tax.<year>", "money", "补税", "Tax added"),
    output("lossUsed.<year>", "money", "被调整消除的当年亏损", "Loss of the year that the adjustment uses up"),
    output("adjustment", "money", "调增额合计", "Profit added in all"),
    output("tax", "money", "补税合计", "Tax added in all"),
  ],
  run(facts, law) {
    const years = facts.list("years");
    const common = facts.numberIf("ratio");
    const missing = years.filter((one) => !one.has("ratio") && !common).map((one) => `ratio of ${one.number("year")}`);
    if (years.length === 0 || missing.length > 0)
      return insufficient("TP.ADJUSTMENT", years.length === 0 ? ["years"] : missing);
    const told = facts.numberIf("taxRate");
    const taxRate = told
      ? traced(told, { rule: "TP.ADJUSTMENT", title: text("税率", "Tax rate"), formula: "taxRate", inputs: {} })
      : law.params.need("CN.cit.rate");
    const lossYears = law.params.need("CN-INT.loss.years");
    const values: Record<string, Value> = {};
    const adjusted = years.map((one) => adjustmentOf(one, one.numberIf("ratio") ?? common ?? ZERO, values));
    const before = taxable(adjusted, ({ reported }) => reported, lossYears.value.toNumber());
    const after = taxable(adjusted, ({ reported, added }) => reported.plus(added.value), lossYears.value.toNumber());
    const taxes = adjusted.map(({ year, added }, at) => {
      const tax = traced((after[at] ?? ZERO).minus(before[at] ?? ZERO).times(taxRate.value), {
        rule: "TP.ADJUSTMENT",
        title: text(`${year} 年补税`, `Tax added for ${year}`),
        formula: "taxRate * (taxable after - taxable before), earlier losses set off in both",
        inputs: { taxRate, after: after[at] ?? ZERO, before: before[at] ?? ZERO, added, lossYears },
        cites: [doubtful("企业所得税法", "18", "2008-01-01")],
      });
      values[`tax.${year}`] = tax.value;
      return tax;
    });
    const adjustments = years.map((one) => values[`adjustment.${one.number("year")}`] as Decimal);
    values["adjustment"] = sum(adjustments);
    const tax = traced(sum(taxes.map(({ value }) => value)), {
      rule: "TP.ADJUSTMENT",
      title: text("补税合计", "Tax added in all"),
      formula: "sum over the years",
      inputs: { adjustment: sum(adjustments), ...Object.fromEntries(taxes.map((one, at) => [`tax${at + 1}`, one])) },
      whyNot: [
        {
          alternative: "rate * adjustment",
          rule: "TP.ADJUSTMENT",
          reason: text("被调整消除的亏损从未缴税", "the losses that the adjustment uses up were never taxed"),
        },
      ],
    });
    values["tax"] = tax.value;
    return { values, trace: tax.trace };
  },
};

type Adjusted = {
  readonly year: number;
  readonly reported: Decimal;
  /** Losses of years before the ones listed that may be set off. */
  readonly earlier: Decimal;
  readonly added: Traced;
};

function adjustmentOf(one: Facts, ratio: Decimal, values: Record<string, Value>): Adjusted {
  const year = one.number("year").toNumber();
  const base = one.number("base");
  const reported = one.number("reported");
  const target = traced(targetProfit("netCostPlus", ratio, base), {
    rule: "TP.TNMM",
    title: text(`${year} 年目标利润`, `Target profit of ${year}`),
    formula: "base * ratio",
    inputs: { base, ratio },
    cites: [doubtful("国家税务总局公告 2017 年第 6 号", "25", "2017-05-01")],
  });
  const added = traced(max(ZERO, target.value.minus(reported)), {
    rule: "TP.ADJUSTMENT",
    title: text(`${year} 年调增额`, `Profit added in ${year}`),
    formula: "max(0, target - reported)",
    inputs: { target, reported },
  });
  values[`target.${year}`] = target.value;
  values[`adjustment.${year}`] = added.value;
  values[`lossUsed.${year}`] = min(max(ZERO, reported.negated()), added.value);
  return { year, reported, earlier: one.numberIf("lossBroughtForward") ?? ZERO, added };
}

/** What each year is taxed on, its losses carried forward oldest first for so many years. */
function taxable(years: readonly Adjusted[], profitOf: (one: Adjusted) => Decimal, lasts: number): readonly Decimal[] {
  const losses: { year: number; left: Decimal }[] = [];
  const found = new Map<number, Decimal>();
  for (const one of years.toSorted((first, second) => first.year - second.year)) {
    let profit = profitOf(one);
    if (profit.isNegative()) losses.push({ year: one.year, left: profit.negated() });
    profit = max(ZERO, profit.minus(one.earlier));
    for (const loss of losses.filter(({ year }) => one.year - year <= lasts)) {
      const used = min(loss.left, profit);
      loss.left = loss.left.minus(used);
      profit = profit.minus(used);
    }
    found.set(one.year, profit);
  }
  return years.map(({ year }) => found.get(year) ?? ZERO);
}

const MULTI = cite("26 CFR 1.482-1", "(f)(2)(iii)(D)", "1994-07-08");

/** The average decides whether, the year's median how much, and never further than brings the average into the range. */
export const multiYearRule: TaxRule = {
  id: "TP.MULTI-YEAR",
  title: text("多年度平均检验（美国规则）", "Test by multiple year averages (United States)"),
  inputs: [
    fact("lower", "number", "可比平均结果下四分位", "Lower end of the comparables' average results"),
    fact("upper", "number", "可比平均结果上四分位", "Upper end of the comparables' average results"),
    fact("results", "numbers", "被测试方各年结果", "The tested party's results by year, the last one examined"),
    fact("yearMedian", "number", "可比企业该年结果的中位值", "Median of the comparables' results for that year"),
  ],
  outputs: [
    output("average", "number", "被测试方平均结果", "The tested average"),
    output("inside", "flag", "平均结果在区间内", "The average is in the range"),
    output("adjustment", "number", "调整额", "Adjustment"),
  ],
  run(facts) {
    const results = facts.numbers("results");
    const last = results.at(-1);
    if (!last) return insufficient("TP.MULTI-YEAR", ["results"]);
    const lower = facts.number("lower");
    const upper = facts.number("upper");
    const average = sum(results).dividedBy(results.length);
    const inside = average.greaterThanOrEqualTo(lower) && average.lessThanOrEqualTo(upper);
    const low = average.lessThan(lower);
    const whole = facts.number("yearMedian").minus(last);
    const room = (low ? upper : lower).minus(average).times(results.length);
    const capped = low ? max(ZERO, min(whole, room)) : min(ZERO, max(whole, room));
    const adjustment = traced(inside ? ZERO : capped, {
      rule: "TP.MULTI-YEAR",
      title: text("调整额", "Adjustment"),
      formula: inside ? "0" : "yearMedian - the year's result, no further than brings the average into the range",
      inputs: { lower, upper, average, yearMedian: facts.number("yearMedian"), result: last },
      cites: [MULTI],
    });
    return { values: { average, inside, adjustment: adjustment.value }, trace: adjustment.trace };
  },
};

/** Losses year after year, where every comparable comes out ahead over the same years. */
export const periodRule: TaxRule = {
  id: "TP.PERIOD",
  title: text("同期间亏损比较", "Losses over the same period"),
  inputs: [
    fact("results", "numbers", "被测试方各年结果", "The tested party's results by year"),
    fact("comparables", "list", "可比企业同期各年结果", "The comparables' results for the same years", {
      of: [fact("results", "numbers", "各年结果", "Results by year")],
    }),
  ],
  outputs: [
    output("lossYears", "count", "被测试方亏损年数", "Years of loss of the tested party"),
    output("comparableLossYears", "count", "可比企业最多亏损年数", "Most years of loss of a comparable"),
    output("average", "number", "被测试方平均结果", "The tested average"),
    output("lowest", "number", "可比企业最低平均结果", "Lowest average of a comparable"),
    output("inside", "flag", "期间结果在区间内", "The result of the period is in the range"),
  ],
  run(facts) {
    const results = facts.numbers("results");
    const comparables = facts.list("comparables").map((one) => one.numbers("results"));
    if (results.length === 0) return insufficient("TP.PERIOD", ["results"]);
    if (comparables.length === 0 || comparables.some((one) => one.length === 0))
      return insufficient("TP.PERIOD", ["comparables.results"]);
    const mean = (list: readonly Decimal[]): Decimal => sum(list).dividedBy(list.length);
    const losses = (list: readonly Decimal[]): Decimal => sum(list.map((one) => (one.isNegative() ? ONE : ZERO)));
    const [first = ZERO, ...rest] = comparables.map(mean);
    const [most = ZERO, ...others] = comparables.map(losses);
    const lowest = min(first, ...rest);
    const inside = traced(
      mean(results).greaterThanOrEqualTo(lowest) && mean(results).lessThanOrEqualTo(max(first, ...rest)),
      {
        rule: "TP.PERIOD",
        title: text("期间结果在区间内", "The result of the period is in the range"),
        formula: "lowest average <= tested average <= highest average",
        inputs: { average: mean(results), lowest, highest: max(first, ...rest), lossYears: losses(results) },
        cites: [MULTI],
      },
    );
    return {
      values: {
        lossYears: losses(results),
        comparableLossYears: max(most, ...others),
        average: mean(results),
        lowest,
        inside: inside.value,
      },
      trace: inside.trace,
    };
  },
};
