// A case: a script of what people do at which exercise time, and what that must lead to; the author's proof.
import { z } from "zod";
import { step } from "./steps.ts";
import { duration, id, text } from "./text.ts";

const rating = z.enum(["P", "S", "M", "U"]);

/** Slots are positions numbered from one: `operator-2` is the second operator. */
export const scenarioCase = z.strictObject({
  title: text,
  seed: z.number().int().min(0).default(1),
  parameters: z.record(id, z.number()).default({}),
  /** Slots held by players; all others follow their position's `unfilled`. */
  players: z.array(id).min(1),
  script: z
    .array(
      z.strictObject({
        at: duration,
        by: id.describe("a slot, or instructor"),
        do: z.array(step).min(1),
      }),
    )
    .max(400),
  /** What the instructor does, by name of inject or event. */
  control: z
    .array(
      z.strictObject({
        at: duration,
        fire: id.optional(),
        event: id.optional(),
        skip: id.optional(),
        hold: id.optional(),
        end: z.literal(true).optional(),
      }),
    )
    .default([]),
  expect: z.strictObject({
    outcome: z.enum(["completed", "failed", "time-up", "abandoned", "stopped"]),
    facts: z
      .array(
        z.strictObject({
          kind: id,
          of: z.string().optional(),
          by: z.string().optional(),
          after: duration.optional(),
          before: duration.optional(),
          none: z.literal(true).optional(),
        }),
      )
      .default([]),
    ratings: z.record(id, rating).default({}),
    violations: z.array(id).default([]),
    percent: z.strictObject({ min: z.number(), max: z.number() }),
    passed: z.boolean(),
  }),
});
export type ScenarioCase = z.infer<typeof scenarioCase>;
