// Adjusted covered taxes of an entity: current tax, deferred tax recast at the minimum rate, push-down, loss assets.
import { type Decimal, max, min, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { beforeGlobe, manual, model, text } from "./globe-law.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { type Traced, traced } from "./trace.ts";

const START = {
  name: "fiscalYearStart",
  unit: "day",
  says: text("财政年度开始日", "First day of the fiscal year"),
} as const;

const MOVEMENTS = [
  {
    name: "amount",
    unit: "money",
    says: text("递延所得税费用（收益为负）", "Deferred tax expense, a credit negative"),
  },
  { name: "rate", unit: "rate", says: text("入账税率", "Rate at which it was booked") },
  {
    name: "excluded",
    unit: "word",
    optional: true,
    choices: ["rateChange", "uncertain", "undistributed", "valuationAllowance", "excludedIncome", "credits"],
    says: text(
      "不计入的原因：税率变动、不确定税务处理、未分配利润、减值准备、排除所得、税收抵免",
      "Why it is left out: rate change, uncertain position, undistributed profit, valuation allowance, excluded income, tax credits",
    ),
  },
] as const;

/** Each movement is counted at the lower of its own rate and the minimum. */
function recast(one: Facts, minimum: Traced, at: number): Traced {
  const amount = one.number("amount");
  const rate = one.number("rate");
  const excluded = one.wordIf("excluded");
  const above = rate.greaterThan(minimum.value);
  const value = excluded ? ZERO : above ? amount.times(minimum.value).dividedBy(rate) : amount;
  return traced(value, {
    rule: "GLOBE.DEFERRED",
    title: text(`第 ${at + 1} 项递延所得税`, `Deferred tax ${at + 1}`),
    formula: excluded ? "0" : above ? "amount * minimum / rate" : "amount",
    inputs: { amount, rate, minimum },
    cites: [model("4.4.1"), ...(excluded === "rateChange" ? [manual("MTT27140")] : [])],
    exception: excluded,
  });
}

function recastAll(movements: readonly Facts[], minimum: Traced): Traced {
  const items = movements.map((one, at) => recast(one, minimum, at));
  return traced(sum(items.map(({ value }) => value)), {
    rule: "GLOBE.DEFERRED",
    title: text("递延所得税调整总额", "Total deferred tax adjustment"),
    formula: "sum of the movements at min(rate, minimum)",
    inputs: Object.fromEntries(items.map((item, at) => [`movement${at + 1}`, item])),
    cites: [model("4.4")],
  });
}

export const deferredRule: TaxRule = {
  id: "GLOBE.DEFERRED",
  title: text("递延所得税调整", "Deferred tax adjustment"),
  inputs: [
    { name: "movements", unit: "list", says: text("递延所得税变动", "Deferred tax movements"), of: MOVEMENTS },
    {
      name: "recapture",
      unit: "money",
      optional: true,
      says: text("五年内未转回须追回的递延负债", "Deferred tax liabilities not reversed in five years and recaptured"),
    },
    START,
  ],
  outputs: [
    { name: "adjustment", unit: "money", says: text("递延所得税调整总额", "Total deferred tax adjustment") },
    { name: "excluded", unit: "money", says: text("不计入的金额", "Amount left out") },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.DEFERRED", ["fiscalYearStart"]);
    const movements = facts.list("movements");
    const all = recastAll(movements, law.params.need("GLOBE.minimumRate", start));
    const recapture = facts.numberIf("recapture") ?? ZERO;
    const adjustment = traced(all.value.minus(recapture), {
      rule: "GLOBE.DEFERRED",
      title: text("递延所得税调整", "Deferred tax adjustment"),
      formula: "recast - recapture",
      inputs: { recast: all, recapture },
      cites: [model("4.4"), model("4.4.4")],
    });
    const excluded = sum(movements.filter((one) => one.has("excluded")).map((one) => one.number("amount").abs()));
    return { values: { adjustment: adjustment.value, excluded }, trace: adjustment.trace };
  },
};

const TAXES = {
  currentTax: text("当期有效税额", "Current tax expense for covered taxes"),
  additions: text("调增（计入利润的有效税额、已用的亏损递延资产、不确定事项实缴等）", "Additions"),
  reductions: text("调减（排除所得的税额、不合格可退还抵免、退税、不确定事项等）", "Reductions"),
  cfcTax: text("自母公司下推的受控外国企业税款", "Tax of a parent under a CFC regime, pushed down"),
  cfcPassiveIncome: text("其中消极所得", "Passive income that the CFC tax is on"),
  otherPushDown: text("自母公司、总机构下推的预提税与常设机构税款", "Withholding and branch taxes pushed down"),
};

/** Current and recast deferred tax; a CFC tax on passive income is pushed down only up to the minimum rate. */
export const coveredRule: TaxRule = {
  id: "GLOBE.COVERED",
  title: text("调整后有效税额", "Adjusted covered taxes"),
  inputs: [
    { name: "currentTax", unit: "money", says: TAXES.currentTax },
    {
      name: "movements",
      unit: "list",
      optional: true,
      says: text("递延所得税变动", "Deferred tax movements"),
      of: MOVEMENTS,
    },
    { name: "additions", unit: "money", optional: true, says: TAXES.additions },
    { name: "reductions", unit: "money", optional: true, says: TAXES.reductions },
    { name: "cfcTax", unit: "money", optional: true, says: TAXES.cfcTax },
    { name: "cfcPassiveIncome", unit: "money", optional: true, says: TAXES.cfcPassiveIncome },
    {
      name: "etrBeforeCfc",
      unit: "rate",
      optional: true,
      says: text("下推前的辖区有效税率", "Jurisdiction's ETR before the push-down"),
    },
    { name: "otherPushDown", unit: "money", optional: true, says: TAXES.otherPushDown },
    {
      name: "forQdmtt",
      unit: "flag",
      optional: true,
      says: text("用于合格国内最低补足税", "For a domestic minimum top-up tax"),
    },
    START,
  ],
  outputs: [
    { name: "coveredTax", unit: "money", says: text("调整后有效税额", "Adjusted covered taxes") },
    { name: "cfcCounted", unit: "money", says: text("计入的受控外国企业税款", "CFC tax that counts") },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.COVERED", ["fiscalYearStart"]);
    const minimum = law.params.need("GLOBE.minimumRate", start);
    const cfcTax = facts.numberIf("cfcTax");
    const capped = cfcTax !== undefined && facts.has("cfcPassiveIncome");
    if (capped && !facts.has("etrBeforeCfc")) return insufficient("GLOBE.COVERED", ["etrBeforeCfc"]);
    const forQdmtt = facts.flagIf("forQdmtt") ?? false;
    const room = capped
      ? max(ZERO, minimum.value.minus(facts.number("etrBeforeCfc"))).times(facts.number("cfcPassiveIncome"))
      : undefined;
    const counted = forQdmtt || cfcTax === undefined ? ZERO : room ? min(cfcTax, room) : cfcTax;
    const cfc = traced(counted, {
      rule: "GLOBE.PUSH-DOWN",
      title: text("计入的受控外国企业税款", "CFC tax that counts"),
      formula: forQdmtt ? "0" : room ? "min(cfcTax, (minimum - etrBeforeCfc) * passive income)" : "cfcTax",
      inputs: { ...(cfcTax ? { cfcTax } : {}), ...(room ? { room } : {}), minimum },
      cites: [model("4.3.2"), model("4.3.3")],
      exception: forQdmtt ? "a domestic minimum top-up tax leaves pushed-down CFC tax out" : undefined,
    });
    const deferred = recastAll(facts.list("movements"), minimum);
    const money = (name: string): Decimal => facts.numberIf(name) ?? ZERO;
    const coveredTax = traced(
      facts
        .number("currentTax")
        .plus(money("additions"))
        .minus(money("reductions"))
        .plus(deferred.value)
        .plus(cfc.value)
        .plus(money("otherPushDown")),
      {
        rule: "GLOBE.COVERED",
        title: text("调整后有效税额", "Adjusted covered taxes"),
        formula: "currentTax + additions - reductions + deferred + cfc + otherPushDown",
        inputs: {
          currentTax: facts.number("currentTax"),
          additions: money("additions"),
          reductions: money("reductions"),
          deferred,
          cfc,
          otherPushDown: money("otherPushDown"),
        },
        cites: [model("4.1.1")],
      },
    );
    return { values: { coveredTax: coveredTax.value, cfcCounted: cfc.value }, trace: coveredTax.trace };
  },
};

/** The election of art. 4.5: a loss is worth an asset at the minimum rate, used against later income. */
export const lossAssetRule: TaxRule = {
  id: "GLOBE.LOSS-ASSET",
  title: text("GloBE 亏损选择", "GloBE loss election"),
  inputs: [
    {
      name: "incomes",
      unit: "numbers",
      says: text("各年度净 GloBE 所得（亏损为负），按先后", "Net GloBE income by year, losses negative, in order"),
    },
    START,
  ],
  outputs: [
    { name: "added.<year>", unit: "money", says: text("第几年新增资产", "Asset added in the year") },
    { name: "used.<year>", unit: "money", says: text("第几年动用", "Used in the year") },
    { name: "left", unit: "money", says: text("剩余资产", "Asset left") },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.LOSS-ASSET", ["fiscalYearStart"]);
    const minimum = law.params.need("GLOBE.minimumRate", start);
    const values: Record<string, Decimal> = {};
    let asset: Traced | undefined;
    let left = ZERO;
    facts.numbers("incomes").forEach((income, index) => {
      const worth = income.times(minimum.value);
      const added = income.isNegative() ? worth.negated() : ZERO;
      const used = income.isNegative() ? ZERO : min(left, worth);
      left = left.plus(added).minus(used);
      values[`added.${index + 1}`] = added;
      values[`used.${index + 1}`] = used;
      asset = traced(left, {
        rule: "GLOBE.LOSS-ASSET",
        title: text(`第 ${index + 1} 年末亏损递延资产`, `Loss asset at the end of year ${index + 1}`),
        formula: income.isNegative() ? "before + loss * minimum" : "before - min(before, income * minimum)",
        inputs: { income, minimum, ...(asset ? { before: asset } : {}) },
        cites: [model("4.5")],
      });
    });
    if (!asset) return insufficient("GLOBE.LOSS-ASSET", ["incomes"]);
    return { values: { ...values, left }, trace: asset.trace };
  },
};
