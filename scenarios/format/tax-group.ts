// The group of a tax case (`group.yaml`): companies, holdings, flows, and what a plan may change about them.
import { z } from "zod";
import { citation, condition, id, text } from "./text.ts";

/** Money and rates are decimals: text such as "60000000.50", or a whole number. */
export const decimal = z
  .union([
    z.string().regex(/^-?\d{1,18}(\.\d{1,12})?$/, 'a decimal is written in quotes like "60000000.50" or "0.07"'),
    z.number().int(),
  ])
  .transform(String);

export const jurisdiction = z.string().regex(/^[A-Z]{2}$/, "a jurisdiction is two capital letters, such as CN or HK");
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written 2025-12-31");

/** A fact of the tax engine; `sandtable tax GROUP --list` tells the names and units. */
export const factName = z
  .string()
  .max(60)
  .regex(
    /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/,
    "a fact is one word in camelCase, such as certificate, or one of a record, such as owner.onPaymentShare",
  );
export const factValue = z.union([z.string().max(80), z.number(), z.boolean()]);
const facts = z.record(factName, factValue).default({});

/** How the chart draws it: rectangle, triangle, oval and so on. */
export const ENTITY_FORMS = ["company", "partnership", "branch", "fund", "trust", "individual", "authority"] as const;
/** The engine's five kinds; `sale` of shares or assets and `loan` principal are drawn and described only. */
export const FLOW_KINDS = ["dividend", "interest", "royalty", "service", "goods", "sale", "loan"] as const;

const entity = z.strictObject({
  name: text,
  jurisdiction,
  form: z.enum(ENTITY_FORMS).default("company"),
  /** What it does, in a few words under its name. */
  role: text.optional(),
  /** Drawn, but no part of the group whose tax is worked out, such as an unrelated buyer. */
  outside: z.boolean().default(false),
  facts,
});

const link = z.strictObject({ holder: id, held: id, share: decimal });

const flow = z.strictObject({
  title: text,
  kind: z.enum(FLOW_KINDS),
  from: id,
  to: id,
  /** In the group's currency; where price and quantity are given, their product. */
  amount: decimal,
  price: decimal.optional(),
  quantity: decimal.optional(),
  date: day.optional(),
  /** The currency the parties wrote, where it is not the group's. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "a currency is three capital letters, such as CNY")
    .optional(),
  facts,
});

const between = z.strictObject({ min: decimal, max: decimal });

/** One thing a plan may change, within its limits; what no lever names cannot be changed. */
export const lever = z.union([
  z.strictObject({ move: id.describe("an entity"), to: z.array(jurisdiction).min(1) }),
  z.strictObject({
    flow: id,
    amount: between.optional(),
    price: between.optional(),
    kinds: z.array(z.enum(FLOW_KINDS)).min(1).optional(),
    dates: z.strictObject({ from: day, to: day }).optional(),
  }),
  z.strictObject({
    set: factName,
    of: id.describe("an entity or a flow"),
    title: text,
    unit: z.string().max(20).default(""),
    range: between.optional(),
    choices: z
      .array(z.strictObject({ value: factValue, text }))
      .min(2)
      .max(8)
      .optional(),
  }),
  z.strictObject({
    insert: id.describe("the new holding company"),
    name: text,
    in: z.array(jurisdiction).min(1),
    holder: id,
    held: id,
    facts,
  }),
]);

export const taxGroup = z.strictObject({
  title: text,
  currency: z.string().regex(/^[A-Z]{3}$/, "a currency is three capital letters, such as CNY"),
  upe: id.describe("the ultimate parent"),
  overallCredit: z.boolean().default(false),
  /** Consolidated revenue of the four years before in euro; without it no top-up tax is worked out. */
  revenuesEur: z.array(decimal).max(4).optional(),
  entities: z.record(id, entity),
  links: z.array(link),
  flows: z.record(id, flow).default({}),
  levers: z.array(lever).max(60).default([]),
});

/** Something lawful-looking that would not hold: what it costs of a plan's worth while its condition is true. */
export const risk = z.strictObject({
  id,
  text,
  when: condition,
  weight: z.number().min(0).max(1),
  cite: z.array(citation).default([]),
});

export type TaxGroup = z.infer<typeof taxGroup>;
export type Lever = z.infer<typeof lever>;
export type FactValue = z.infer<typeof factValue>;
