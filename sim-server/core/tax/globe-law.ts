// The citations every GloBE rule shares, and the year's numbers.
import type { Day } from "./calendar.ts";
import type { Law } from "./law.ts";
import type { Cite, Text, Traced } from "./trace.ts";

/** An article of the OECD GloBE Model Rules (20 December 2021); its text was not read here. */
export const model = (article: string): Cite => ({
  law: "OECD GloBE Model Rules",
  article,
  effectiveFrom: "2021-12-20",
  status: "unverified",
});
/** A page of HMRC's manual on the multinational top-up tax. */
export const manual = (page: string): Cite => ({ law: "HMRC MTT manual", article: page, status: "verified" });
/** A section of the United Kingdom's Finance (No.2) Act 2023. */
export const act = (section: string): Cite => ({
  law: "Finance (No.2) Act 2023 (UK)",
  article: section,
  effectiveFrom: "2023-12-31",
  status: "verified",
});

/** The first fiscal year the rules know rates for. */
const FIRST_YEAR: Day = "2023-01-01";
/** A fiscal year that began before the rules: what the year's numbers would be is not known. */
export const beforeGlobe = (fiscalYearStart: Day): boolean => fiscalYearStart < FIRST_YEAR;

export type GlobeYear = {
  readonly start: Day;
  /** The minimum rate. */
  readonly minimum: Traced;
  /** The shares of payroll and of tangible assets that the substance carve-out counts. */
  readonly payrollRate: Traced;
  readonly assetRate: Traced;
};

/** The numbers in force for a fiscal year that began on a day from 2023 on. */
export const globeYear = (law: Law, start: Day): GlobeYear => ({
  start,
  minimum: law.params.need("GLOBE.minimumRate", start),
  payrollRate: law.params.need("GLOBE.payrollRate", start),
  assetRate: law.params.need("GLOBE.assetRate", start),
});

export const text = (zh: string, en: string): Text => ({ zh, en });
