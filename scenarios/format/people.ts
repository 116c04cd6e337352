// Positions a player holds, simulated people, groups of the public, and the messages all of them may send.
import { z } from "zod";
import { behaviour, step } from "./steps.ts";
import { DETECTOR_GASES } from "./substance.ts";
import { channel, citation, condition, duration, id, text } from "./text.ts";

const FIGURES = ["operator-m", "operator-f", "leader", "firefighter", "villager-m", "villager-f"] as const;

const seats = z.number().int().min(1).max(8);
/** How many hold a post: a number, or a range whose further seats stay empty until somebody takes them. */
const players = z
  .union([
    seats,
    z
      .strictObject({ least: z.number().int().min(0).max(8), most: seats })
      .refine(({ least, most }) => least <= most, "least may not be more than most"),
  ])
  .transform((count) => (typeof count === "number" ? { least: count, most: count } : count));

export const position = z.strictObject({
  title: text,
  brief: text,
  players,
  unfilled: z.enum(["simulated", "empty"]).default("simulated"),
  /** Somebody of the story whom no player may be: always played by the system. */
  playedBy: z.enum(["anyone", "system"]).default("anyone"),
  at: id,
  figure: z.enum(FIGURES).default("operator-m"),
  /** Played by the system, such a person does not walk into the hot zone without suit and air, and says so. */
  careful: z.boolean().default(true),
  /** In fire-fighting clothing, which keeps heat off for a while. */
  turnout: z.boolean().default(false),
  /** Carries a thermal camera. */
  camera: z.boolean().default(false),
  /** A portable detector: `true` for one of the substance that leaks, with usual alarm levels; or its own. */
  detector: z
    .union([
      z.boolean(),
      z.strictObject({
        gas: z.enum(DETECTOR_GASES).optional(),
        rangePpm: z.number().min(1).max(10000).optional(),
        alarmPpm: z.tuple([z.number(), z.number()]).optional(),
      }),
    ])
    .default(false),
  /** A four-gas instrument: oxygen, flammable gas, carbon monoxide, hydrogen sulfide. */
  meter: z.boolean().default(false),
  behaviour: z.array(behaviour).max(40).default([]),
});

export const simulated = z.strictObject({
  title: text,
  channels: z.array(channel).min(1),
  at: id.optional(),
  figure: z.enum(FIGURES).optional(),
  behaviour: z.array(behaviour).max(60).default([]),
});

/** People of the public at a place: how many, and how they leave once told. */
export const population = z.strictObject({
  title: text,
  at: id,
  people: z.number().int().min(1).max(100000),
  evacuation: z.strictObject({ ordered: condition, delay: duration, perMin: z.number().min(0.1).max(10000) }),
});

/** Something a person may say with one choice; an order carries steps for a simulated teammate. */
export const message = z.strictObject({
  title: text,
  text,
  from: z.array(id).min(1),
  to: z.array(id).min(1),
  channel,
  /** The phone, radio or button one must be at; radios are worn. */
  at: id.optional(),
  do: z.array(step).max(40).optional(),
  times: z.number().int().min(1).max(50).default(20),
});

/** A report composed by choosing one option for each item; the truth of an option may depend on the run. */
export const report = z.strictObject({
  title: text,
  from: z.array(id).min(1),
  to: id,
  channel: z.enum(["phone", "written", "radio"]).default("phone"),
  items: z
    .array(
      z.strictObject({
        id,
        title: text,
        cite: citation.optional(),
        options: z
          .array(z.strictObject({ id, text, right: z.union([z.boolean(), condition]) }))
          .min(2)
          .max(8),
      }),
    )
    .min(1)
    .max(12),
});

export type Population = z.infer<typeof population>;
