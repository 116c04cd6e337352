// Brings a comparable's margin to the working capital of the tested party: credit given and stock held cost interest.
import type { Decimal } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { doubtful, fact, output, text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

const SIDE = [
  fact("base", "money", "基数（销售或成本）", "What the margin is of: sales or costs"),
  fact("receivables", "money", "应收账款", "Trade receivables"),
  fact("inventories", "money", "存货", "Inventories"),
  fact("payables", "money", "应付账款", "Trade payables"),
];

export const workingCapitalRule: TaxRule = {
  id: "TP.WORKING-CAPITAL",
  title: text("营运资本差异调整", "Working capital adjustment"),
  inputs: [
    fact("tested", "record", "被测试方", "The tested party", { of: SIDE }),
    fact("comparable", "record", "可比企业", "The comparable", {
      of: [...SIDE, fact("margin", "rate", "调整前利润率", "Margin before adjustment")],
    }),
    fact("interestRate", "rate", "利率", "Rate of interest"),
  ],
  outputs: [
    output("testedShare", "share", "被测试方营运资本占基数", "Working capital of the tested party to its base"),
    output("comparableShare", "share", "可比企业营运资本占基数", "Working capital of the comparable to its base"),
    output("adjustment", "rate", "利润率调整", "What is added to the margin"),
    output("adjusted", "rate", "调整后利润率", "Adjusted margin"),
  ],
  run(facts) {
    const tested = facts.record("tested");
    const comparable = facts.record("comparable");
    if (!tested || !comparable) return insufficient("TP.WORKING-CAPITAL", [tested ? "comparable" : "tested"]);
    const empty = [tested, comparable].findIndex((one) => one.number("base").isZero());
    if (empty >= 0) return insufficient("TP.WORKING-CAPITAL", [empty === 0 ? "tested.base" : "comparable.base"]);
    const testedShare = shareOf(tested, "被测试方", "the tested party");
    const comparableShare = shareOf(comparable, "可比企业", "the comparable");
    const interestRate = facts.number("interestRate");
    const adjustment = traced(testedShare.value.minus(comparableShare.value).times(interestRate), {
      rule: "TP.WORKING-CAPITAL",
      title: text("利润率调整", "What is added to the margin"),
      formula: "(testedShare - comparableShare) * interestRate",
      inputs: { testedShare, comparableShare, interestRate },
      cites: [doubtful("OECD Transfer Pricing Guidelines", "chapter III annex", "2010-07-22")],
    });
    const margin = comparable.number("margin");
    const adjusted = traced(margin.plus(adjustment.value), {
      rule: "TP.WORKING-CAPITAL",
      title: text("调整后利润率", "Adjusted margin"),
      formula: "margin + adjustment",
      inputs: { margin, adjustment },
    });
    return {
      values: {
        testedShare: testedShare.value,
        comparableShare: comparableShare.value,
        adjustment: adjustment.value,
        adjusted: adjusted.value,
      },
      trace: adjusted.trace,
    };
  },
};

function shareOf(one: Facts, zh: string, en: string): Traced {
  const inputs: Record<string, Decimal> = {
    receivables: one.number("receivables"),
    inventories: one.number("inventories"),
    payables: one.number("payables"),
    base: one.number("base"),
  };
  const capital = one.number("receivables").plus(one.number("inventories")).minus(one.number("payables"));
  return traced(capital.dividedBy(one.number("base")), {
    rule: "TP.WORKING-CAPITAL",
    title: text(`${zh}营运资本占基数`, `Working capital of ${en} to its base`),
    formula: "(receivables + inventories - payables) / base",
    inputs,
  });
}
