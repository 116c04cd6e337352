// A document of a tax case (`evidence/<id>.yaml`): what reading it costs, its passages, and the facts it makes known.
import { z } from "zod";
import { day, factName, factValue } from "./tax-group.ts";
import { condition, id, text } from "./text.ts";

export const DOCUMENT_KINDS = [
  "contract",
  "invoice",
  "entry-record",
  "time-sheet",
  "bank-flow",
  "ledger",
  "financial-statement",
  "tax-return",
  "certificate",
  "registry",
  "cbcr",
  "crs-reply",
  "exchange-reply",
  "comparables",
  "valuation",
  "email",
  "news",
  "report",
  "ruling",
  "interview",
] as const;

/** What becomes known of an entity or a flow; the chart and the tax follow at once. */
const reveal = z.strictObject({ of: id.describe("an entity or a flow"), fact: factName, value: factValue });

const hours = z.number().min(0).max(200);

/** Something that can be pinned as evidence: a sentence, a clause, a line. */
const passage = z.strictObject({ id, text });

const cell = z.union([text, z.string().max(200), z.number()]);

const page = z.strictObject({
  title: text.optional(),
  passages: z.array(passage).max(40).default([]),
  /** Rows are pinned like passages; cells without words of their own are the same in both languages. */
  table: z
    .strictObject({
      columns: z.array(text).min(1).max(12),
      rows: z
        .array(z.strictObject({ id, cells: z.array(cell).min(1).max(12) }))
        .min(1)
        .max(80),
    })
    .optional(),
});

/** An answer is pinned like a passage, under the question's id. */
const question = z.strictObject({
  id,
  ask: text,
  answer: text,
  hours: hours.default(0),
  /** Questions that must have been asked before this one can be thought of. */
  after: z.array(id).default([]),
  reveals: z.array(reveal).default([]),
});

export const taxDocument = z.strictObject({
  title: text,
  kind: z.enum(DOCUMENT_KINDS),
  /** Who made it. */
  from: text.optional(),
  date: day.optional(),
  /** What reading it costs of the hours. */
  hours,
  /** What the list says of it before it is read. */
  summary: text,
  /** In the room from the start; otherwise when its condition turns true, or when an inject or event brings it. */
  present: z.union([z.boolean(), condition]).default(true),
  pages: z.array(page).max(30).default([]),
  interview: z.strictObject({ with: text, questions: z.array(question).min(1).max(30) }).optional(),
  reveals: z.array(reveal).max(40).default([]),
});
