// Steps: the one grammar in which simulated people, orders and cases say what somebody does.
import { z } from "zod";
import { CARES } from "./care.ts";
import { TAX_STEPS } from "./tax-steps.ts";
import { condition, duration, id, text } from "./text.ts";

/** One thing a person does. A case script adds `at` and `by`; a behaviour runs its steps one after the other. */
export const step = z.union([
  z.strictObject({ go: id.describe("a place, prop, room or door of the stage") }),
  z.strictObject({ operate: id.describe("a prop or door"), action: z.string().max(30) }),
  z.strictObject({ check: id.describe("the position or person whose protection is checked") }),
  z.strictObject({ send: id.describe("a message"), to: id.optional() }),
  z.strictObject({ say: text, to: id.optional(), channel: z.enum(["phone", "radio", "face"]).default("radio") }),
  z.strictObject({
    report: id,
    items: z.record(id, id).describe("the chosen option of each item"),
  }),
  z.strictObject({ decide: id, option: id }),
  z.strictObject({ answer: id.describe("a probe"), option: id }),
  z.strictObject({ follow: id }),
  z.strictObject({ care: id.describe("the position or person who is down"), what: z.enum(CARES) }),
  z.strictObject({ wait: duration }),
  ...TAX_STEPS,
  z.strictObject({ until: condition }),
]);
export type Step = z.infer<typeof step>;

/** A simulated person's declared behaviour: when the condition turns true, the steps begin. */
export const behaviour = z.strictObject({
  id,
  when: condition,
  do: z.array(step).min(1).max(40),
  times: z.number().int().min(1).max(100).default(1),
});
export type Behaviour = z.infer<typeof behaviour>;
