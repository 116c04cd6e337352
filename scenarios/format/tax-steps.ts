// Steps of a tax case: what a case's script has people read, ask, pin, plan, find and offer.
import { z } from "zod";
import { passageKey } from "./tax-finding.ts";
import { day, decimal, FLOW_KINDS, factName, factValue, jurisdiction } from "./tax-group.ts";
import { citation, id } from "./text.ts";

const evidence = z.array(passageKey).max(30).default([]);

export const TAX_STEPS = [
  z.strictObject({ read: id.describe("a document") }),
  z.strictObject({ inquire: passageKey.describe("document/question") }),
  z.strictObject({ pin: passageKey }),
  z.strictObject({ plan: z.literal("undo").or(z.literal("submit")) }),
  z.strictObject({ plan: z.literal("keep"), name: z.string().min(1).max(40) }),
  z.strictObject({ plan: z.literal("restore"), number: z.number().int().min(0).max(100) }),
  z.strictObject({ plan: z.literal("move"), entity: id, to: jurisdiction }),
  z.strictObject({ plan: z.literal("insert"), entity: id, in: jurisdiction }),
  z.strictObject({ plan: z.literal("set"), of: id, fact: factName, value: factValue }),
  z.strictObject({
    plan: z.literal("flow"),
    flow: id,
    kind: z.enum(FLOW_KINDS).optional(),
    amount: decimal.optional(),
    price: decimal.optional(),
    date: day.optional(),
  }),
  z.strictObject({
    find: id.describe("an issue"),
    choice: id.optional(),
    amount: decimal.optional(),
    rules: z.array(z.string().max(40)).max(20).default([]),
    cites: z.array(citation).max(20).default([]),
    evidence,
  }),
  z.strictObject({ offer: id.describe("a negotiation"), amount: decimal, evidence }),
  z.strictObject({ leave: id.describe("a negotiation") }),
] as const;
