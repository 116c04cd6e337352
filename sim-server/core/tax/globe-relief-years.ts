// The transitional CbCR safe harbour over several years: once out of it, always out.
import { beforeGlobe, text } from "./globe-law.ts";
import { cbcrTests, yearEnd } from "./globe-safe-harbour.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { fact, maybe, output } from "./spec.ts";
import { type Traced, traced, type Value } from "./trace.ts";

export const cbcrYearsRule: TaxRule = {
  id: "GLOBE.TCSH-YEARS",
  title: text("过渡期国别报告安全港：逐年", "Transitional CbCR safe harbour, year by year"),
  inputs: [
    fact("years", "list", "集团适用 GloBE 的各年度，按先后", "The years the group is in scope, in order", {
      of: [
        fact("fiscalYearStart", "day", "财政年度开始日", "First day of the fiscal year"),
        maybe("fiscalYearEnd", "day", "财政年度结束日", "Last day of the fiscal year"),
        fact("revenue", "money", "国别报告总收入（欧元）", "Total revenue in the CbCR, EUR"),
        fact("profitBeforeTax", "money", "国别报告税前利润（欧元）", "Profit or loss before tax in the CbCR, EUR"),
        fact("simplifiedTax", "money", "简化有效税额", "Simplified covered taxes"),
        maybe("substance", "money", "实质排除额", "Substance carve-out of the year"),
        maybe("elected", "flag", "选择采用（默认是）", "Elected; yes unless told"),
      ],
    }),
  ],
  outputs: [
    output("passes.<year>", "flag", "该年视为零", "Top-up tax of the year is nil"),
    output("lostFrom", "word", "自哪年起不得再用；未失则为 none", "The year it was lost in; none if it was not"),
  ],
  run(facts, law) {
    const values: Record<string, Value> = {};
    const steps: Traced<boolean>[] = [];
    let lostFrom: string | undefined;
    for (const one of facts.list("years")) {
      const start = one.day("fiscalYearStart");
      const year = start.slice(0, 4);
      if (beforeGlobe(start)) return insufficient("GLOBE.TCSH-YEARS", ["years.fiscalYearStart"]);
      const lostBefore = lostFrom !== undefined;
      const tests = cbcrTests(
        {
          fiscalYearStart: start,
          fiscalYearEnd: yearEnd(start, one.dayIf("fiscalYearEnd")),
          revenue: one.number("revenue"),
          profitBeforeTax: one.number("profitBeforeTax"),
          simplifiedTax: one.number("simplifiedTax"),
          substance: one.numberIf("substance"),
          lostBefore,
        },
        law,
      );
      if (tests.passes === undefined) return insufficient("GLOBE.TCSH-YEARS", [`substance of ${year}`]);
      const passes = traced(tests.passes && (one.flagIf("elected") ?? true), {
        rule: "GLOBE.TCSH",
        title: text(`${year} 年`, `Year ${year}`),
        formula: "elected and not lost before and a test is passed",
        inputs: { available: tests.available, deMinimis: tests.deMinimis, simplifiedEtr: tests.simplifiedEtr },
        children: tests.routineProfits ? [tests.routineProfits.trace] : [],
        exception: lostBefore ? `lost in ${lostFrom}` : undefined,
      });
      if (!passes.value) lostFrom ??= year;
      values[`passes.${year}`] = passes.value;
      steps.push(passes);
    }
    if (steps.length === 0) return insufficient("GLOBE.TCSH-YEARS", ["years"]);
    const { trace } = traced(lostFrom ?? "none", {
      rule: "GLOBE.TCSH-YEARS",
      title: text("自哪年起不得再用", "The year it was lost in"),
      formula: "the first year that is not passed",
      inputs: Object.fromEntries(steps.map((step, at) => [`year${at + 1}`, step])),
    });
    return { values: { ...values, lostFrom: lostFrom ?? "none" }, trace };
  },
};
