// The doors by which a jurisdiction's top-up tax is taken as nil: CbCR, de minimis and the UTPR safe harbour.
import { addDays, addMonths, type Day } from "./calendar.ts";
import { type Decimal, sum, ZERO } from "./decimal.ts";
import { manual, model, text } from "./globe-law.ts";
import type { Law } from "./law.ts";
import { type Traced, traced } from "./trace.ts";

/** A fiscal year of twelve months unless its end is told. */
export const yearEnd = (start: Day, end?: Day): Day => end ?? addDays(addMonths(start, 12), -1);

const SAFE_HARBOURS = {
  law: "OECD Safe Harbours and Penalty Relief",
  article: "transitional CbCR safe harbour",
  effectiveFrom: "2022-12-20",
  status: "unverified",
} as const;

export type Cbcr = {
  readonly fiscalYearStart: Day;
  readonly fiscalYearEnd: Day;
  /** Total revenue and profit or loss before income tax, from the country-by-country report. */
  readonly revenue: Decimal;
  readonly profitBeforeTax: Decimal;
  readonly simplifiedTax: Decimal;
  /** The substance carve-out of the year, where it is known. */
  readonly substance: Decimal | undefined;
  /** Not used in an earlier year in which it could have been: once out, always out. */
  readonly lostBefore: boolean;
};

export type CbcrTests = {
  readonly available: Traced<boolean>;
  readonly deMinimis: Traced<boolean>;
  /** Undefined where there is no profit to measure. */
  readonly etr: Decimal | undefined;
  readonly simplifiedEtr: Traced<boolean>;
  /** Undefined where the carve-out is not known and the profit is positive. */
  readonly routineProfits: Traced<boolean> | undefined;
  /** Undefined where only the unknown carve-out could decide. */
  readonly passes: boolean | undefined;
};

export function cbcrTests(one: Cbcr, law: Law): CbcrTests {
  const lastStart = law.params.word("GLOBE.cbcrLastStart")?.value ?? "";
  const lastEnd = law.params.word("GLOBE.cbcrLastEnd")?.value ?? "";
  const threshold = law.params.number("GLOBE.cbcrRate", one.fiscalYearStart);
  const inPeriod = one.fiscalYearStart <= lastStart && one.fiscalYearEnd <= lastEnd && threshold !== undefined;
  const available = traced(inPeriod && !one.lostBefore, {
    rule: "GLOBE.TCSH",
    title: text("过渡期国别报告安全港可用", "The transitional CbCR safe harbour is open"),
    formula: "fiscalYearStart <= lastStart and fiscalYearEnd <= lastEnd and not lostBefore",
    inputs: {
      fiscalYearStart: one.fiscalYearStart,
      fiscalYearEnd: one.fiscalYearEnd,
      lastStart,
      lastEnd,
      lostBefore: one.lostBefore,
    },
    cites: [SAFE_HARBOURS],
    exception: one.lostBefore ? "once out, always out" : undefined,
  });
  const revenueBelow = law.params.need("GLOBE.deMinimisRevenue", one.fiscalYearStart);
  const profitBelow = law.params.need("GLOBE.deMinimisIncome", one.fiscalYearStart);
  const deMinimis = traced(
    one.revenue.lessThan(revenueBelow.value) && one.profitBeforeTax.lessThan(profitBelow.value),
    {
      rule: "GLOBE.TCSH.DE-MINIMIS",
      title: text("微利测试", "De minimis test"),
      formula: "revenue < revenueBelow and profitBeforeTax < profitBelow",
      inputs: { revenue: one.revenue, revenueBelow, profitBeforeTax: one.profitBeforeTax, profitBelow },
      cites: [SAFE_HARBOURS],
    },
  );
  const profitable = one.profitBeforeTax.greaterThan(0);
  const etr = profitable ? one.simplifiedTax.dividedBy(one.profitBeforeTax) : undefined;
  const simplifiedEtr = traced(
    etr !== undefined && threshold !== undefined && etr.greaterThanOrEqualTo(threshold.value),
    {
      rule: "GLOBE.TCSH.ETR",
      title: text("简化有效税率测试", "Simplified ETR test"),
      formula: profitable ? "simplifiedTax / profitBeforeTax >= rate" : "no profit to measure",
      inputs: {
        simplifiedTax: one.simplifiedTax,
        profitBeforeTax: one.profitBeforeTax,
        ...(threshold ? { rate: threshold } : {}),
        ...(etr ? { etr } : {}),
      },
      cites: [SAFE_HARBOURS],
    },
  );
  const routineProfits = routineOf(one, profitable);
  const passed = deMinimis.value || simplifiedEtr.value || routineProfits?.value === true;
  const undecided = available.value && !passed && routineProfits === undefined;
  return {
    available,
    deMinimis,
    etr,
    simplifiedEtr,
    routineProfits,
    passes: undecided ? undefined : available.value && passed,
  };
}

function routineOf(one: Cbcr, profitable: boolean): Traced<boolean> | undefined {
  if (profitable && one.substance === undefined) return undefined;
  const substance = one.substance ?? ZERO;
  return traced(!profitable || one.profitBeforeTax.lessThanOrEqualTo(substance), {
    rule: "GLOBE.TCSH.ROUTINE",
    title: text("常规利润测试", "Routine profits test"),
    formula: "profitBeforeTax <= substance, or no profit",
    inputs: { profitBeforeTax: one.profitBeforeTax, ...(one.substance ? { substance } : {}) },
    cites: [SAFE_HARBOURS],
  });
}

/** Art. 5.5: the averages of this year and the two before; years without any entity there are left out by the caller. */
export function deMinimisOf(revenues: readonly Decimal[], incomes: readonly Decimal[], law: Law, start: Day) {
  const revenueBelow = law.params.need("GLOBE.deMinimisRevenue", start);
  const incomeBelow = law.params.need("GLOBE.deMinimisIncome", start);
  const averageRevenue = sum(revenues).dividedBy(revenues.length);
  const averageIncome = sum(incomes).dividedBy(incomes.length);
  const value = averageRevenue.lessThan(revenueBelow.value) && averageIncome.lessThan(incomeBelow.value);
  const applies = traced(value, {
    rule: "GLOBE.DE-MINIMIS",
    title: text("微利排除", "De minimis exclusion"),
    formula: "averageRevenue < revenueBelow and averageIncome < incomeBelow",
    inputs: { averageRevenue, revenueBelow, averageIncome, incomeBelow },
    cites: [model("5.5")],
  });
  return { applies, averageRevenue, averageIncome };
}

/** Whether the ultimate parent's own jurisdiction is spared the UTPR; undefined where its nominal rate decides and is unknown. */
export function utprSafeHarbour(
  start: Day,
  end: Day,
  nominalRate: Decimal | undefined,
  law: Law,
): Traced<boolean> | undefined {
  const lastStart = law.params.word("GLOBE.utprSafeHarbourLastStart")?.value ?? "";
  const endsBefore = law.params.word("GLOBE.utprSafeHarbourEndsBefore")?.value ?? "";
  const open = start <= lastStart && end < endsBefore && end <= yearEnd(start);
  if (open && nominalRate === undefined) return undefined;
  const least = law.params.need("GLOBE.utprSafeHarbourRate");
  const enough = nominalRate?.greaterThanOrEqualTo(least.value) ?? false;
  return traced(open && enough, {
    rule: "GLOBE.UTPR-SAFE-HARBOUR",
    title: text("过渡期低税利润规则安全港", "Transitional UTPR safe harbour"),
    formula: "nominalRate >= least and start <= lastStart and end < endsBefore and no longer than 12 months",
    inputs: { ...(nominalRate ? { nominalRate } : {}), least, start, end, lastStart, endsBefore },
    cites: [manual("MTT62910")],
  });
}
