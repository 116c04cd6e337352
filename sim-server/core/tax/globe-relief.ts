// The safe harbours as rules one can ask about alone.
import { beforeGlobe, text } from "./globe-law.ts";
import { cbcrTests, deMinimisOf, utprSafeHarbour, yearEnd } from "./globe-safe-harbour.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { traced, type Value } from "./trace.ts";

const START = {
  name: "fiscalYearStart",
  unit: "day",
  says: text("财政年度开始日", "First day of the fiscal year"),
} as const;
const END = {
  name: "fiscalYearEnd",
  unit: "day",
  optional: true,
  says: text("财政年度结束日（默认十二个月）", "Last day of the fiscal year; twelve months unless told"),
} as const;

export const cbcrRule: TaxRule = {
  id: "GLOBE.TCSH",
  title: text("过渡期国别报告安全港", "Transitional CbCR safe harbour"),
  inputs: [
    START,
    END,
    { name: "revenue", unit: "money", says: text("国别报告总收入（欧元）", "Total revenue in the CbCR, EUR") },
    {
      name: "profitBeforeTax",
      unit: "money",
      says: text("国别报告税前利润（欧元）", "Profit or loss before tax in the CbCR, EUR"),
    },
    { name: "simplifiedTax", unit: "money", says: text("简化有效税额", "Simplified covered taxes") },
    { name: "substance", unit: "money", optional: true, says: text("实质排除额", "Substance carve-out of the year") },
    {
      name: "lostBefore",
      unit: "flag",
      optional: true,
      says: text("以前适用年度未采用或未通过", "Not used in an earlier year in which it could have been"),
    },
  ],
  outputs: [
    { name: "passes", unit: "flag", says: text("补足税视为零", "Top-up tax is taken as nil") },
    { name: "available", unit: "flag", says: text("可用", "Available") },
    { name: "deMinimis", unit: "flag", says: text("微利测试", "De minimis test") },
    { name: "simplifiedEtr", unit: "flag", says: text("简化有效税率测试", "Simplified ETR test") },
    { name: "routineProfits", unit: "flag", says: text("常规利润测试", "Routine profits test") },
    { name: "etr", unit: "rate", says: text("简化有效税率", "Simplified ETR") },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.TCSH", ["fiscalYearStart"]);
    const tests = cbcrTests(
      {
        fiscalYearStart: start,
        fiscalYearEnd: yearEnd(start, facts.dayIf("fiscalYearEnd")),
        revenue: facts.number("revenue"),
        profitBeforeTax: facts.number("profitBeforeTax"),
        simplifiedTax: facts.number("simplifiedTax"),
        substance: facts.numberIf("substance"),
        lostBefore: facts.flagIf("lostBefore") ?? false,
      },
      law,
    );
    const { available, deMinimis, simplifiedEtr, routineProfits, etr, passes } = tests;
    if (passes === undefined) return insufficient("GLOBE.TCSH", ["substance"], [deMinimis.trace, simplifiedEtr.trace]);
    const answer = traced(passes, {
      rule: "GLOBE.TCSH",
      title: text("过渡期国别报告安全港", "Transitional CbCR safe harbour"),
      formula: "available and (deMinimis or simplifiedEtr or routineProfits)",
      inputs: { available, deMinimis, simplifiedEtr, ...(routineProfits ? { routineProfits } : {}) },
    });
    const values: Record<string, Value> = {
      passes,
      available: available.value,
      deMinimis: deMinimis.value,
      simplifiedEtr: simplifiedEtr.value,
      ...(routineProfits ? { routineProfits: routineProfits.value } : {}),
      ...(etr ? { etr } : {}),
    };
    return { values, trace: answer.trace };
  },
};

export const deMinimisRule: TaxRule = {
  id: "GLOBE.DE-MINIMIS",
  title: text("微利排除", "De minimis exclusion"),
  inputs: [
    START,
    {
      name: "revenues",
      unit: "numbers",
      says: text(
        "本年及前两年的 GloBE 收入（无实体的年度不列）",
        "GloBE revenue of this year and the two before; years without an entity are left out",
      ),
    },
    { name: "incomes", unit: "numbers", says: text("同期 GloBE 所得", "GloBE income of the same years") },
  ],
  outputs: [
    { name: "applies", unit: "flag", says: text("适用", "It applies") },
    { name: "averageRevenue", unit: "money", says: text("平均收入", "Average revenue") },
    { name: "averageIncome", unit: "money", says: text("平均所得", "Average income") },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    const revenues = facts.numbers("revenues");
    const incomes = facts.numbers("incomes");
    if (beforeGlobe(start)) return insufficient("GLOBE.DE-MINIMIS", ["fiscalYearStart"]);
    if (revenues.length === 0 || incomes.length !== revenues.length)
      return insufficient("GLOBE.DE-MINIMIS", [revenues.length === 0 ? "revenues" : "incomes"]);
    const { applies, averageRevenue, averageIncome } = deMinimisOf(revenues, incomes, law, start);
    return { values: { applies: applies.value, averageRevenue, averageIncome }, trace: applies.trace };
  },
};

export const utprSafeHarbourRule: TaxRule = {
  id: "GLOBE.UTPR-SAFE-HARBOUR",
  title: text("过渡期低税利润规则安全港", "Transitional UTPR safe harbour"),
  inputs: [
    START,
    END,
    {
      name: "nominalRate",
      unit: "rate",
      says: text("最终母公司所在地的名义税率", "Nominal corporate rate where the ultimate parent is"),
    },
  ],
  outputs: [
    {
      name: "applies",
      unit: "flag",
      says: text("适用，最终母公司所在地不适用该规则", "It applies: the parent's jurisdiction is spared"),
    },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    const end = yearEnd(start, facts.dayIf("fiscalYearEnd"));
    const applies = utprSafeHarbour(start, end, facts.number("nominalRate"), law);
    if (!applies) return insufficient("GLOBE.UTPR-SAFE-HARBOUR", ["nominalRate"]);
    return { values: { applies: applies.value }, trace: applies.trace };
  },
};
