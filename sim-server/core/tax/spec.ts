// Short words for declaring what a rule is told and what it answers.
import type { FactSpec, Unit } from "./facts.ts";
import type { OutputSpec } from "./rule.ts";
import type { Cite, Text } from "./trace.ts";

export const text = (zh: string, en: string): Text => ({ zh, en });

export const fact = (name: string, unit: Unit, zh: string, en: string, more: Partial<FactSpec> = {}): FactSpec => ({
  name,
  unit,
  says: { zh, en },
  ...more,
});

/** A fact that may be left out. */
export const maybe = (name: string, unit: Unit, zh: string, en: string, more: Partial<FactSpec> = {}): FactSpec =>
  fact(name, unit, zh, en, { ...more, optional: true });

export const output = (name: string, unit: Unit, zh: string, en: string): OutputSpec => ({
  name,
  unit,
  says: { zh, en },
});

export const cite = (law: string, article: string, effectiveFrom: string): Cite => ({
  law,
  article,
  effectiveFrom,
  status: "verified",
});

/** A citation that stands from background knowledge. */
export const doubtful = (law: string, article: string, effectiveFrom?: string): Cite => ({
  law,
  article,
  ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  status: "unverified",
});

const CIT_LAW = "企业所得税法";
const CIT_REGS = "企业所得税法实施条例";
const SINCE = "2008-01-01";
export const citLaw = (article: string): Cite => cite(CIT_LAW, article, SINCE);
export const citRegs = (article: string): Cite => cite(CIT_REGS, article, SINCE);
