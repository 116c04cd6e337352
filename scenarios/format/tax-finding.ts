// What is to be found in a tax case: issues anybody may raise, the findings expected, their traps, and negotiations.
import { z } from "zod";
import { decimal } from "./tax-group.ts";
import { citation, condition, id, text } from "./text.ts";

/** A passage that can be pinned: `document/passage`, such as `licence-contract/clause-4`. */
export const passageKey = z
  .string()
  .max(121)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "a passage is document/passage, such as licence-contract/clause-4");

const ruleId = z
  .string()
  .max(40)
  .regex(/^[A-Z0-9][A-Z0-9.-]*$/, "a rule is written like WHT.BO; `sandtable tax --list` tells them");

/** What a trainee may raise; an issue nobody expects a finding of is a lure; a violation can say what it costs. */
export const issue = z.strictObject({
  title: text,
  unit: z.enum(["money", "days", "rate", "count", "none"]).default("money"),
  /** Answers to choose among, where the issue is one of yes or no or of kind. */
  choices: z.array(z.strictObject({ id, text })).max(8).default([]),
});

/**
 * A number worked out by the engine: a rule asked about its input, one of its outputs, times a factor. GROUP without
 * input asks about the group as it truly is, every document read; `wht.<flow>`, `total.CN` and so on.
 */
const term = z.strictObject({
  rule: ruleId,
  input: z.record(z.string(), z.unknown()).optional(),
  output: z.string().max(80),
  times: decimal.default("1"),
});
/** A decimal the law or the file states, or the sum of terms. */
const amount = z.union([decimal, z.array(term).min(1).max(12)]);

const trap = z.strictObject({
  id,
  title: text,
  choice: id.optional(),
  amount: amount.optional(),
  tolerance: decimal.optional(),
  rule: ruleId.optional(),
  cite: citation.optional(),
  /** Share of the finding's worth that falling for it costs. */
  penalty: z.number().min(0).max(1),
  because: text,
});

const parts = z
  .strictObject({
    number: z.number().min(0).max(1),
    method: z.number().min(0).max(1),
    cites: z.number().min(0).max(1),
    evidence: z.number().min(0).max(1),
  })
  .refine(
    ({ number, method, cites, evidence }) => Math.abs(number + method + cites + evidence - 1) < 1e-9,
    "the four parts add up to 1",
  );

export const taxFinding = z.strictObject({
  id,
  title: text,
  issue: id,
  choice: id.optional(),
  amount: amount.optional(),
  tolerance: decimal.default("0"),
  /** The method, the leading rule first; those of the engine's own trace of the amount unless told. */
  rules: z.array(ruleId).max(12).optional(),
  cites: z.strictObject({ required: z.array(citation).min(1), accepted: z.array(citation).default([]) }),
  evidence: z.strictObject({ required: z.array(passageKey), accepted: z.array(passageKey).default([]) }),
  parts: parts.default({ number: 0.45, method: 0.2, cites: 0.2, evidence: 0.15 }),
  traps: z.array(trap).max(10).default([]),
  /** Told in guided mode after a statement, and in the debrief. */
  why: text,
});

/**
 * A counterpart with a position: it opens, gives way by a share of the gap each round, and never passes its limit.
 * An offer at or short of its limit is taken. Arguments that cite the right passages move the limit.
 */
export const negotiation = z.strictObject({
  title: text,
  kind: z.enum(["map", "apa", "settlement"]),
  with: id.describe("a simulated person"),
  brief: text,
  unit: z.enum(["money", "rate"]).default("money"),
  range: z.strictObject({ min: decimal, max: decimal }),
  opens: condition.optional(),
  counterpart: z.strictObject({
    opening: decimal,
    limit: decimal,
    /** Share of the gap to the offer it gives way each round. */
    concession: z.number().min(0).max(1),
    rounds: z.number().int().min(1).max(20),
  }),
  arguments: z
    .array(
      z.strictObject({
        id,
        passages: z.array(passageKey).min(1),
        /** How far the limit moves away from the opening. */
        moves: decimal,
        reply: text,
      }),
    )
    .max(12)
    .default([]),
  hoursPerRound: z.number().min(0).max(40).default(1),
  /** An agreement from `full` on is worth everything, at `none` nothing. */
  worth: z.strictObject({ full: decimal, none: decimal }),
  replies: z.strictObject({ counter: text, agreed: text, broken: text }),
});

export type TaxFinding = z.infer<typeof taxFinding>;
export type Amount = z.infer<typeof amount>;
