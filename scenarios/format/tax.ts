// The language of tax law as data: jurisdictions, treaties and their dated numbers, each with unit and source.
import { z } from "zod";
import { text } from "./text.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written 2021-09-01");
const jurisdictionId = z.string().regex(/^[A-Z]{2}$/, "a jurisdiction is two capital letters, such as CN");
const name = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/, "a parameter is words joined by points, such as wht.dividend");
const citeKey = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+#\S.*$/, "a citation names a source of this file and its article, such as cit-law#4");
/** Decimals are text: YAML's own numbers are floating. */
const written = z.string().max(80);

/** One value for a span of days; `verified` says whether it was read in the source named. */
const version = z.strictObject({
  value: written,
  /** Left out where it is not recorded since when. */
  from: day.optional(),
  to: day.optional(),
  published: day.optional(),
  cite: citeKey,
  verified: z.boolean(),
  note: z.string().max(300).optional(),
});

const sources = z.record(
  z.string().regex(/^[a-z0-9-]+$/),
  z.strictObject({ law: z.string().max(200), url: z.string().max(300).optional() }),
);

const UNITS = ["rate", "share", "money", "number", "days", "months", "years", "count", "flag", "word"] as const;
const terms = z.record(name, z.strictObject({ unit: z.enum(UNITS), zh: z.string().max(120), en: z.string().max(160) }));

const params = z.record(name, z.array(version).min(1));
const notes = z.array(z.string().max(400)).default([]);

/** A jurisdiction, or a body of rules of its own such as GLOBE. */
export const taxJurisdiction = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]+$/, "an id is capital letters, such as CN or GLOBE"),
  name: text.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "a currency is three capital letters, such as CNY")
    .optional(),
  sources: sources.default({}),
  notes,
  /** What the names of parameters mean, for every file. */
  terms: terms.default({}),
  params: params.default({}),
});

const row = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, "a row is named in lower case, such as dividend-direct"),
  income: z.enum(["dividend", "interest", "royalty", "service"]),
  sub: z.string().max(40).optional(),
  rate: written,
  /** The share of the gross that is taxed, such as 0.6 of an equipment rent. */
  baseFactor: written.optional(),
  minHolding: written.optional(),
  directOnly: z.boolean().optional(),
  holdingMonths: written.optional(),
  from: day.optional(),
  cite: citeKey,
  verified: z.boolean(),
});

export const taxTreaty = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-[A-Z]{2}$/, "a treaty is named after its pair, such as CN-HK"),
  pair: z.tuple([jurisdictionId, jurisdictionId]),
  inForce: day.optional(),
  ppt: z.boolean(),
  lob: z.boolean(),
  sources: sources.default({}),
  notes,
  rows: z.array(row).min(1),
  params: params.default({}),
});

export type TaxJurisdiction = z.infer<typeof taxJurisdiction>;
export type TaxTreaty = z.infer<typeof taxTreaty>;
export type TaxVersion = z.infer<typeof version>;
export type TaxTreatyRow = z.infer<typeof row>;

const tolerance = z.union([z.string(), z.number()]);

/** A published example: a rule, what it is told, and what must come out within the tolerance. */
export const taxCase = z.strictObject({
  /** The name of the file unless told. */
  id: z.string().max(80).optional(),
  rule: z.string().max(60),
  title: z.union([text, z.string().max(200)]).optional(),
  /** The day the law is taken from. */
  asOf: day.default("2025-12-31"),
  input: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** How far off a number may be; one for all, or one by name. */
  tolerance: z.union([tolerance, z.record(z.string(), tolerance)]).default("0"),
  source: z.string().max(600).default(""),
  /** A statute or official manual, B examination or professional article, C code of others, D our own. */
  reliability: z.enum(["A", "B", "C", "D"]).default("D"),
  /** What the source prints where it is in error, or was left out. */
  note: z.string().max(600).optional(),
});
export type TaxCase = z.infer<typeof taxCase>;
