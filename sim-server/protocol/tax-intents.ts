// What a trainee may ask of a tax case: read, ask, pin, plan, state findings, negotiate.
import { z } from "zod";

const id = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9-]+$/);
/** `document/passage`. */
const passage = z
  .string()
  .max(121)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
const jurisdiction = z.string().regex(/^[A-Z]{2}$/);
const decimal = z.string().regex(/^-?\d{1,18}(\.\d{1,12})?$/);
const flowKind = z.enum(["dividend", "interest", "royalty", "service", "goods", "sale", "loan"]);
const passages = z.array(passage).max(30);

/** One change of the plan; what the scenario's levers do not allow is refused. */
export const planChange = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("move"), entity: id, to: jurisdiction }),
  z.strictObject({
    what: z.literal("flow"),
    flow: id,
    kind: flowKind.optional(),
    amount: decimal.optional(),
    price: decimal.optional(),
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
  }),
  z.strictObject({
    what: z.literal("set"),
    of: id,
    fact: z
      .string()
      .max(60)
      .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/),
    value: z.union([z.string().max(80), z.number(), z.boolean()]),
  }),
  z.strictObject({ what: z.literal("insert"), entity: id, in: jurisdiction }),
]);
export type PlanChange = z.infer<typeof planChange>;

export const TAX_INTENTS = [
  z.strictObject({ do: z.literal("open-document"), document: id }),
  z.strictObject({ do: z.literal("ask-interview"), document: id, question: id }),
  z.strictObject({ do: z.literal("pin"), passage, on: z.boolean() }),
  z.strictObject({ do: z.literal("plan-change"), change: planChange }),
  z.strictObject({ do: z.literal("plan-undo") }),
  z.strictObject({ do: z.literal("plan-keep"), name: z.string().min(1).max(40) }),
  /** Takes a kept plan up again, by its number; 0 is the group as it was found. */
  z.strictObject({ do: z.literal("plan-restore"), plan: z.number().int().min(0).max(100) }),
  z.strictObject({ do: z.literal("plan-submit") }),
  z.strictObject({
    do: z.literal("state-finding"),
    issue: id,
    choice: id.optional(),
    amount: decimal.optional(),
    rules: z.array(z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,39}$/)).max(20),
    cites: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9][a-z0-9-]*#[A-Za-z0-9.-]+$/)
          .max(80),
      )
      .max(20),
    evidence: passages,
  }),
  z.strictObject({ do: z.literal("negotiate"), negotiation: id, amount: decimal, evidence: passages }),
  z.strictObject({ do: z.literal("walk-away"), negotiation: id }),
] as const;
