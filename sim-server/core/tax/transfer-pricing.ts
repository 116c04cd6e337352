// The transfer pricing methods: comparable price, resale price, cost plus, net margin, profit split.
import { type Decimal, max, ONE, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { citRegs, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced, type Value } from "./trace.ts";

const METHODS = doubtful("国家税务总局公告 2017 年第 6 号", "16-21", "2017-05-01");

const controlled = [
  maybe("price", "money", "受控交易单价", "Price of the controlled transaction"),
  maybe("quantity", "number", "数量（默认 1）", "Quantity; one unless told"),
  maybe(
    "side",
    "word",
    "被测试方是卖方还是买方（默认卖方）",
    "Whether the tested party sells or buys; sells unless told",
    {
      choices: ["seller", "buyer"],
    },
  ),
] as const;

const PRICED = [
  output("armsLength", "money", "独立交易价格", "Arm's-length price"),
  output("perUnit", "money", "每单位应调增所得", "Income to add a unit"),
  output("adjustment", "money", "应调增所得", "Income to add"),
];

/** Only profit that was shifted away is added back: a seller's too low price, a buyer's too high one. */
function adjusted(
  facts: Facts,
  armsLength: Traced,
  rule: string,
): { values: Record<string, Value>; trace: Traced["trace"] } {
  const price = facts.numberIf("price");
  if (!price) return { values: { armsLength: armsLength.value }, trace: armsLength.trace };
  const buys = facts.wordIf("side") === "buyer";
  const gap = buys ? price.minus(armsLength.value) : armsLength.value.minus(price);
  const perUnit = max(ZERO, gap);
  const quantity = facts.numberIf("quantity") ?? ONE;
  const answer = traced(perUnit.times(quantity), {
    rule,
    title: text("应调增所得", "Income to add"),
    formula: buys ? "max(0, price - armsLength) * quantity" : "max(0, armsLength - price) * quantity",
    inputs: { price, armsLength, quantity },
    cites: [doubtful("企业所得税法", "41", "2008-01-01"), citRegs("111")],
  });
  return { values: { armsLength: armsLength.value, perUnit, adjustment: answer.value }, trace: answer.trace };
}

export const comparablePriceRule: TaxRule = {
  id: "TP.CUP",
  title: text("可比非受控价格法", "Comparable uncontrolled price"),
  inputs: [fact("comparable", "money", "可比非受控价格", "Comparable uncontrolled price"), ...controlled],
  outputs: PRICED,
  run(facts) {
    const comparable = facts.number("comparable");
    const armsLength = traced(comparable, {
      rule: "TP.CUP",
      title: text("独立交易价格", "Arm's-length price"),
      formula: "comparable",
      inputs: { comparable },
      cites: [METHODS],
    });
    return adjusted(facts, armsLength, "TP.CUP");
  },
};

export const resaleRule: TaxRule = {
  id: "TP.RESALE",
  title: text("再销售价格法", "Resale price method"),
  inputs: [
    fact("resalePrice", "money", "再销售给非关联方的价格", "Price of the resale to an independent party"),
    fact("grossMargin", "rate", "可比非关联交易毛利率", "Gross margin of comparable transactions"),
    ...controlled,
  ],
  outputs: PRICED,
  run(facts) {
    const resalePrice = facts.number("resalePrice");
    const grossMargin = facts.number("grossMargin");
    const armsLength = traced(resalePrice.times(ONE.minus(grossMargin)), {
      rule: "TP.RESALE",
      title: text("独立交易价格", "Arm's-length price"),
      formula: "resalePrice * (1 - grossMargin)",
      inputs: { resalePrice, grossMargin },
      cites: [METHODS],
    });
    return adjusted(facts, armsLength, "TP.RESALE");
  },
};

export const costPlusRule: TaxRule = {
  id: "TP.COST-PLUS",
  title: text("成本加成法", "Cost plus method"),
  inputs: [
    fact("cost", "money", "关联交易发生的合理成本", "Reasonable cost of the controlled transaction"),
    fact("markUp", "rate", "可比非关联交易成本加成率", "Mark-up of comparable transactions"),
    ...controlled,
  ],
  outputs: PRICED,
  run(facts) {
    const cost = facts.number("cost");
    const markUp = facts.number("markUp");
    const armsLength = traced(cost.times(ONE.plus(markUp)), {
      rule: "TP.COST-PLUS",
      title: text("独立交易价格", "Arm's-length price"),
      formula: "cost * (1 + markUp)",
      inputs: { cost, markUp },
      cites: [METHODS],
    });
    return adjusted(facts, armsLength, "TP.COST-PLUS");
  },
};

/** What the indicator is a share of. */
const INDICATORS = {
  netCostPlus: { base: "fullCost", zh: "完全成本加成率", en: "Net cost plus: profit to full cost" },
  operatingMargin: { base: "sales", zh: "息税前利润率", en: "Operating margin: profit to sales" },
  berry: {
    base: "operatingExpenses",
    zh: "贝里比率：毛利比营业费用",
    en: "Berry ratio: gross profit to operating expenses",
  },
  returnOnAssets: { base: "assets", zh: "资产收益率", en: "Return on assets" },
} as const;
type Indicator = keyof typeof INDICATORS;
const INDICATOR_NAMES: readonly Indicator[] = ["netCostPlus", "operatingMargin", "berry", "returnOnAssets"];

/** The profit an indicator stands for; a Berry ratio of one is no profit at all. */
export function targetProfit(indicator: Indicator, ratio: Decimal, base: Decimal): Decimal {
  return indicator === "berry" ? base.times(ratio.minus(1)) : base.times(ratio);
}

export const netMarginRule: TaxRule = {
  id: "TP.TNMM",
  title: text("交易净利润法", "Transactional net margin method"),
  inputs: [
    fact("indicator", "word", "利润率指标", "Profit level indicator", { choices: INDICATOR_NAMES }),
    fact("ratio", "rate", "目标利润率（如中位值）", "Target ratio, such as the median"),
    fact("base", "money", "指标的基数", "What the ratio is of: full cost, sales, operating expenses or assets"),
    maybe("reported", "money", "账面息税前利润", "Reported operating profit"),
  ],
  outputs: [
    output("targetProfit", "money", "目标利润", "Target profit"),
    output("reportedRatio", "rate", "账面利润率", "Reported ratio"),
    output("adjustment", "money", "调增额", "Profit to add"),
  ],
  run(facts) {
    const indicator = INDICATOR_NAMES.find((one) => one === facts.word("indicator")) ?? "netCostPlus";
    const ratio = facts.number("ratio");
    const base = facts.number("base");
    const { zh, en, base: baseName } = INDICATORS[indicator];
    const target = traced(targetProfit(indicator, ratio, base), {
      rule: "TP.TNMM",
      title: text(`目标利润（${zh}）`, `Target profit (${en})`),
      formula: indicator === "berry" ? `${baseName} * (ratio - 1)` : `${baseName} * ratio`,
      inputs: { [baseName]: base, ratio },
      cites: [METHODS],
    });
    const reported = facts.numberIf("reported");
    if (!reported) return { values: { targetProfit: target.value }, trace: target.trace };
    const answer = traced(max(ZERO, target.value.minus(reported)), {
      rule: "TP.TNMM",
      title: text("调增额", "Profit to add"),
      formula: "max(0, targetProfit - reported)",
      inputs: { targetProfit: target, reported },
      cites: [doubtful("企业所得税法", "41", "2008-01-01")],
    });
    const share = base.isZero() ? undefined : reported.dividedBy(base).plus(indicator === "berry" ? 1 : 0);
    return {
      values: { targetProfit: target.value, ...(share ? { reportedRatio: share } : {}), adjustment: answer.value },
      trace: answer.trace,
    };
  },
};

/** Routine returns first, the rest by contribution; without routine returns it is the contribution split. */
export const profitSplitRule: TaxRule = {
  id: "TP.SPLIT",
  title: text("利润分割法", "Profit split method"),
  inputs: [
    fact("combinedProfit", "money", "合并利润（可为亏损）", "Combined profit, or loss"),
    fact("parties", "list", "参与方", "The parties", {
      of: [
        fact("id", "word", "参与方代号", "Name of the party"),
        maybe("routine", "money", "常规利润（剩余分割）", "Routine return, for a residual split"),
        fact("contribution", "number", "贡献（费用、价值或比例）", "Contribution: expenses, value or share"),
      ],
    }),
  ],
  outputs: [
    output("residual", "money", "剩余利润", "Residual profit"),
    output("share.<party>", "share", "贡献比例", "Share by contribution"),
    output("profit.<party>", "money", "应得利润", "Profit of the party"),
  ],
  run(facts) {
    const combinedProfit = facts.number("combinedProfit");
    const parties = facts.list("parties").map((one) => ({
      id: one.word("id"),
      routine: one.numberIf("routine") ?? ZERO,
      contribution: one.number("contribution"),
    }));
    const all = sum(parties.map(({ contribution }) => contribution));
    if (all.isZero()) return insufficient("TP.SPLIT", ["parties.contribution"]);
    const routine = sum(parties.map((one) => one.routine));
    const residual = traced(combinedProfit.minus(routine), {
      rule: "TP.SPLIT",
      title: text("剩余利润", "Residual profit"),
      formula: "combinedProfit - routine",
      inputs: { combinedProfit, routine },
      cites: [METHODS],
    });
    const values: Record<string, Value> = { residual: residual.value };
    const parts = parties.map((one) => {
      const profit = traced(one.routine.plus(residual.value.times(one.contribution).dividedBy(all)), {
        rule: "TP.SPLIT",
        title: text(`${one.id} 应得利润`, `Profit of ${one.id}`),
        formula: "routine + residual * contribution / contributions",
        inputs: { routine: one.routine, residual: residual.value, contribution: one.contribution, contributions: all },
      });
      values[`share.${one.id}`] = one.contribution.dividedBy(all);
      values[`profit.${one.id}`] = profit.value;
      return profit.trace;
    });
    return { values, trace: { ...residual.trace, children: parts } };
  },
};
