// The storyline: hazards, phases, the master scenario events list (MSEL), events, decisions, probes and ends.
import { z } from "zod";
import { SUBSTANCE_NAMES } from "./substance.ts";
import { day, factName, factValue } from "./tax-group.ts";
import { channel, citation, condition, duration, id, text } from "./text.ts";

/** When something fires: at a time, when a condition turns true, or only by the instructor's hand. */
const trigger = z
  .strictObject({
    at: duration.optional(),
    when: condition.optional(),
    manual: z.literal(true).optional(),
    edge: z.enum(["rising", "falling", "level"]).default("rising"),
    delay: duration.optional(),
    times: z.number().int().min(1).max(100).default(1),
  })
  .refine(
    (value) => [value.at, value.when, value.manual].filter((part) => part !== undefined).length === 1,
    "a trigger has exactly one of at, when or manual",
  );

export const gasRelease = z.strictObject({
  kind: z.literal("gas-release"),
  title: text,
  substance: z.enum(SUBSTANCE_NAMES),
  from: id.describe("the container prop"),
  room: id,
  opening: z.strictObject({ diameterMm: z.number().min(0.5).max(150), side: z.enum(["liquid", "gas"]) }),
  starts: duration,
  /** Where the hot zone begins and below what air is clear, ppm; from published levels if left out. */
  hotPpm: z.number().min(0.01).max(100000).optional(),
  clearPpm: z.number().min(0.01).max(100000).optional(),
});

export const phase = z.strictObject({ id, title: text, until: condition.optional() });

/** A change of the simulated world. `over` lets weather move gradually. */
const change = z.union([
  z.strictObject({ windFromDeg: z.number().min(0).max(360), over: duration.optional() }),
  z.strictObject({ windSpeedMps: z.number().min(0.5).max(30), over: duration.optional() }),
  z.strictObject({ temperatureC: z.number().min(-40).max(50) }),
  z.strictObject({ dead: z.number().int().min(-100).max(1000) }),
  z.strictObject({ seriouslyInjured: z.number().int().min(-100).max(1000) }),
  z.strictObject({ missing: z.number().int().min(-100).max(1000) }),
  z.strictObject({ jam: id.describe("a valve"), atFraction: z.number().min(0).max(1) }),
  z.strictObject({ hazard: id, diameterMm: z.number().min(0).max(150) }),
  z.strictObject({ door: id, locked: z.boolean() }),
  z.strictObject({ prop: id, broken: z.boolean() }),
  z.strictObject({ airMin: z.number().min(-60).max(0), position: id }),
  z.strictObject({ document: id.describe("a document that comes into the room") }),
  z.strictObject({ lawDay: day.describe("the day the law is taken from, from now on") }),
  z.strictObject({ hours: z.number().min(-1000).max(1000) }),
  z.strictObject({ fact: factName, of: id.describe("an entity or a flow"), value: factValue }),
]);
export type Change = z.infer<typeof change>;

const expectedAction = z.strictObject({ by: id, task: id, within: duration });

export const inject = z.strictObject({
  inject: id,
  type: z.enum(["contextual", "contingency", "complexity", "adaptive"]),
  title: text,
  trigger,
  channel,
  from: id,
  to: z.array(id).min(1),
  text,
  world: z.array(change).default([]),
  expects: z.array(expectedAction).default([]),
});

export const event = z.strictObject({ event: id, title: text, trigger, changes: z.array(change).min(1) });

export const decision = z.strictObject({
  id,
  to: z.array(id).min(1),
  trigger,
  prompt: text,
  options: z
    .array(
      z.strictObject({
        id,
        text,
        judgement: z.enum(["right", "acceptable", "wrong"]),
        because: text,
        changes: z.array(change).default([]),
      }),
    )
    .min(2)
    .max(6),
  within: duration,
  cite: citation.optional(),
});

/** A freeze question (SAGAT) keyed from the simulation's truth at the moment it is asked. */
export const probe = z.strictObject({
  id,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  trigger,
  to: z.array(id).min(1),
  ask: text,
  options: z
    .array(z.strictObject({ id, text, right: condition }))
    .min(2)
    .max(5),
  within: duration,
});

export const end = z.strictObject({
  when: condition,
  outcome: z.enum(["completed", "failed", "time-up"]),
  text,
});

export type Trigger = z.infer<typeof trigger>;
export type GasRelease = z.infer<typeof gasRelease>;
export type Inject = z.infer<typeof inject>;
