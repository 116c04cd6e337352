// The arm's-length range by named quartile rules, and where a result outside it is brought to.
import { type Decimal, decimal, max, min, ONE, sum, ZERO } from "./decimal.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced, type Value, type WhyNot } from "./trace.ts";

/**
 * us1482: the lowest result with at least the share at or below it, averaged with the next where it is exactly so
 * (26 CFR 1.482-1(e)(2)(iii)(C)); excelInclusive and excelExclusive: PERCENTILE.INC and .EXC; fullRange: all results.
 */
export const QUARTILES = ["us1482", "excelInclusive", "excelExclusive", "fullRange"] as const;
export type Quartiles = (typeof QUARTILES)[number];

export type Range = { readonly lower: Decimal; readonly median: Decimal; readonly upper: Decimal };

/** The range of one or more results; the exclusive rule has none below three. */
export function rangeOf(results: readonly Decimal[], rule: Quartiles): Range | undefined {
  const sorted = results.toSorted((one, other) => one.comparedTo(other));
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (!lowest || !highest || (rule === "excelExclusive" && sorted.length < 3)) return undefined;
  const at = (share: string): Decimal => percentile(sorted, decimal(share), rule);
  if (rule === "fullRange") return { lower: lowest, median: at("0.5"), upper: highest };
  return { lower: at("0.25"), median: at("0.5"), upper: at("0.75") };
}

function percentile(sorted: readonly Decimal[], share: Decimal, rule: Quartiles): Decimal {
  const size = sorted.length;
  const take = (place: number): Decimal => sorted[Math.min(Math.max(place, 1), size) - 1] ?? ZERO;
  if (rule === "us1482") {
    const enough = share.times(size);
    const place = enough.ceil().toNumber();
    return enough.isInteger()
      ? take(place)
          .plus(take(place + 1))
          .dividedBy(2)
      : take(place);
  }
  const position = rule === "excelExclusive" ? share.times(size + 1) : share.times(size - 1).plus(1);
  const below = position.floor();
  const low = take(below.toNumber());
  return low.plus(
    take(below.toNumber() + 1)
      .minus(low)
      .times(position.minus(below)),
  );
}

/**
 * china: a profit below the median is brought at least to it; usMedian: outside the range to the median, or to the mean
 * of a full range; nearestBound: outside the range to its nearer end, where a law says so.
 */
const STANDARDS = ["china", "usMedian", "nearestBound"] as const;
type Standard = (typeof STANDARDS)[number];

const BULLETIN_6 = doubtful("国家税务总局公告 2017 年第 6 号", "25", "2017-05-01");
const US = cite("26 CFR 1.482-1", "(e)(2)-(3)", "1994-07-08");

export const rangeRule: TaxRule = {
  id: "TP.RANGE",
  title: text("独立交易区间与调整", "Arm's-length range and adjustment"),
  inputs: [
    fact("results", "numbers", "可比结果（利润率、价格等）", "Comparable results: margins, prices and the like"),
    fact("quartiles", "word", "四分位规则", "Quartile rule", { choices: QUARTILES }),
    maybe("tested", "number", "被测试结果", "The tested result"),
    maybe("standard", "word", "调整规则", "Where an outside result is brought to", { choices: STANDARDS }),
    maybe(
      "payment",
      "flag",
      "结果为支付方的价格（越高利润越低）",
      "The result is a price paid: the higher, the less profit",
    ),
  ],
  outputs: [
    output("lower", "number", "下四分位", "Lower end"),
    output("median", "number", "中位值", "Median"),
    output("upper", "number", "上四分位", "Upper end"),
    output("mean", "number", "平均值", "Mean"),
    output("inside", "flag", "在区间内", "The tested result is in the range"),
    output("adjusts", "flag", "需调整", "It is adjusted"),
    output("target", "number", "调整至", "What it is brought to"),
    output("difference", "number", "差额（目标减被测试）", "Target less tested"),
  ],
  run(facts) {
    const results = facts.numbers("results");
    const quartiles = QUARTILES.find((one) => one === facts.word("quartiles")) ?? "us1482";
    const range = rangeOf(results, quartiles);
    if (!range) return insufficient("TP.RANGE", ["results"]);
    const mean = sum(results).dividedBy(results.length);
    const named = (name: keyof Range, zh: string, en: string): Traced =>
      traced(range[name], {
        rule: "TP.RANGE",
        title: text(zh, en),
        formula: `${name} of the results by ${quartiles}`,
        inputs: Object.fromEntries(results.map((result, at) => [`result${at + 1}`, result])),
        cites: quartiles === "us1482" ? [US] : [BULLETIN_6],
      });
    const lower = named("lower", "下四分位", "Lower end");
    const median = named("median", "中位值", "Median");
    const upper = named("upper", "上四分位", "Upper end");
    const values: Record<string, Value> = { ...range, mean };
    const tested = facts.numberIf("tested");
    if (!tested) return { values, trace: { ...median.trace, children: [lower.trace, upper.trace] } };
    const inside = tested.greaterThanOrEqualTo(range.lower) && tested.lessThanOrEqualTo(range.upper);
    values["inside"] = inside;
    const standard = STANDARDS.find((one) => one === facts.wordIf("standard"));
    const target = standard
      ? targetOf(tested, range, { standard, mean, quartiles, payment: facts.flagIf("payment") ?? false })
      : tested;
    const answer = traced(target, {
      rule: "TP.RANGE",
      title: text("调整后的结果", "Result after adjustment"),
      formula: formulaOf(standard),
      inputs: { tested, lower, median, upper, inside },
      cites: standard === "china" ? [BULLETIN_6] : [US],
      whyNot: standard === "china" && inside && !target.equals(tested) ? [INSIDE_IS_NOT_ENOUGH] : [],
    });
    if (standard) {
      values["target"] = target;
      values["adjusts"] = !target.equals(tested);
      values["difference"] = target.minus(tested);
    }
    return { values, trace: answer.trace };
  },
};

const INSIDE_IS_NOT_ENOUGH: WhyNot = {
  alternative: "no adjustment inside the range",
  rule: "TP.RANGE",
  reason: text(
    "低于中位值的，原则上按不低于中位值调整",
    "a result below the median is in principle brought to no less than the median",
  ),
};

type Bringing = { standard: Standard; mean: Decimal; quartiles: Quartiles; payment: boolean };

function targetOf(tested: Decimal, range: Range, { standard, mean, quartiles, payment }: Bringing): Decimal {
  const outside = tested.lessThan(range.lower) || tested.greaterThan(range.upper);
  switch (standard) {
    case "china":
      return payment ? min(tested, range.median) : max(tested, range.median);
    case "usMedian":
      return outside ? (quartiles === "fullRange" ? mean : range.median) : tested;
    case "nearestBound":
      return max(range.lower, min(tested, range.upper));
  }
}

function formulaOf(standard: Standard | undefined): string {
  switch (standard) {
    case "china":
      return "max(tested, median); of a price paid min(tested, median)";
    case "usMedian":
      return "inside ? tested : median";
    case "nearestBound":
      return "tested, brought to the nearer end of the range";
    case undefined:
      return "tested";
  }
}

/** Between two known points a discount follows the straight line; outside them nothing is known. */
export const discountRule: TaxRule = {
  id: "TP.DISCOUNT",
  title: text("数量折扣差异调整", "Adjusting for a quantity discount"),
  inputs: [
    fact("points", "list", "独立交易中的数量与折扣", "Quantities and discounts between independent parties", {
      of: [fact("quantity", "number", "数量", "Quantity"), fact("discount", "rate", "折扣率", "Discount")],
    }),
    fact("quantity", "number", "受控交易数量", "Quantity of the controlled sale"),
    fact("price", "money", "折扣前价格", "Price before discount"),
  ],
  outputs: [
    output("discount", "rate", "折扣率", "Discount"),
    output("adjusted", "money", "调整后价格", "Adjusted price"),
  ],
  run(facts) {
    const quantity = facts.number("quantity");
    const points = facts
      .list("points")
      .map((one) => ({ quantity: one.number("quantity"), discount: one.number("discount") }))
      .toSorted((one, other) => one.quantity.comparedTo(other.quantity));
    const low = points.findLast((one) => one.quantity.lessThanOrEqualTo(quantity));
    const high = points.find((one) => one.quantity.greaterThanOrEqualTo(quantity));
    if (!low || !high) return insufficient("TP.DISCOUNT", ["points"]);
    const width = high.quantity.minus(low.quantity);
    const rise = high.discount.minus(low.discount);
    const value = width.isZero()
      ? low.discount
      : low.discount.plus(rise.times(quantity.minus(low.quantity)).dividedBy(width));
    const discount = traced(value, {
      rule: "TP.DISCOUNT",
      title: text("内插折扣率", "Interpolated discount"),
      formula: "low + (high - low) * (quantity - lowQuantity) / (highQuantity - lowQuantity)",
      inputs: {
        low: low.discount,
        high: high.discount,
        quantity,
        lowQuantity: low.quantity,
        highQuantity: high.quantity,
      },
      cites: [cite("26 CFR 1.482-1", "(d)(3)(ii)(C)", "1994-07-08")],
    });
    const adjusted = traced(facts.number("price").times(ONE.minus(value)), {
      rule: "TP.DISCOUNT",
      title: text("调整后价格", "Adjusted price"),
      formula: "price * (1 - discount)",
      inputs: { price: facts.number("price"), discount },
    });
    return { values: { discount: value, adjusted: adjusted.value }, trace: adjusted.trace };
  },
};
