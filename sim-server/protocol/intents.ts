// Intents: everything anyone may ask of a run. Parsed here before any other code sees them.
import { z } from "zod";
import { CARES } from "../../scenarios/format/care.ts";
import { TAX_INTENTS } from "./tax-intents.ts";

const id = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const words = z.strictObject({ zh: z.string().max(500), en: z.string().max(500) });
const finite = (min: number, max: number) => z.number().min(min).max(max);

/** A trainee's asks. */
export const playerIntent = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("operate"), prop: id, action: z.string().max(30) }),
  z.strictObject({ do: z.literal("let-go") }),
  z.strictObject({ do: z.literal("check"), who: id }),
  z.strictObject({ do: z.literal("send"), message: id, to: id.optional() }),
  z.strictObject({ do: z.literal("report"), report: id, items: z.record(id, id) }),
  z.strictObject({ do: z.literal("decide"), decision: id, option: id }),
  z.strictObject({ do: z.literal("answer"), probe: id, option: id }),
  z.strictObject({ do: z.literal("go"), to: id }),
  z.strictObject({ do: z.literal("follow"), who: id }),
  z.strictObject({ do: z.literal("care"), who: id, what: z.enum(CARES) }),
  ...TAX_INTENTS,
]);
export type PlayerIntent = z.infer<typeof playerIntent>;

/** An instructor's commands. */
export const controlIntent = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("start") }),
  z.strictObject({ do: z.literal("pause") }),
  z.strictObject({ do: z.literal("resume") }),
  z.strictObject({ do: z.literal("speed"), factor: finite(0.5, 4) }),
  z.strictObject({ do: z.literal("fire"), inject: id }),
  z.strictObject({ do: z.literal("hold"), inject: id }),
  z.strictObject({ do: z.literal("unhold"), inject: id }),
  z.strictObject({ do: z.literal("skip"), inject: id }),
  z.strictObject({ do: z.literal("event"), event: id }),
  z.strictObject({
    do: z.literal("weather"),
    windFromDeg: finite(0, 360).optional(),
    windSpeedMps: finite(0.5, 30).optional(),
    temperatureC: finite(-40, 50).optional(),
  }),
  z.strictObject({
    do: z.literal("tell"),
    channel: z.enum(["phone", "radio", "written", "face", "media", "system"]),
    from: z.string().max(60),
    to: z.array(id).min(1).max(20),
    text: words,
  }),
  z.strictObject({
    do: z.literal("observe"),
    text: z.string().min(1).max(1000),
    about: id.optional(),
    task: id.optional(),
    rating: z.enum(["P", "S", "M", "U"]).optional(),
  }),
  z.strictObject({ do: z.literal("end") }),
]);
export type ControlIntent = z.infer<typeof controlIntent>;

/** What the room itself records: who came and went. */
export type RoomIntent = { do: "joined"; name: string } | { do: "disconnected" } | { do: "reconnected" };

/** Least and most a pose may say: metres east, north and up; degrees; hands relative to the head, metres. */
export const POSE_LIMITS = {
  x: [-2000, 2000],
  y: [-2000, 2000],
  z: [-5, 60],
  yawDeg: [-360, 360],
  pitchDeg: [-90, 90],
  hand: [-3, 3],
} as const;

/** Where a person's body is. */
export const pose = z.strictObject({
  x: finite(...POSE_LIMITS.x),
  y: finite(...POSE_LIMITS.y),
  z: finite(...POSE_LIMITS.z),
  yawDeg: finite(...POSE_LIMITS.yawDeg),
  pitchDeg: finite(...POSE_LIMITS.pitchDeg),
  hands: z
    .array(finite(...POSE_LIMITS.hand))
    .length(6)
    .optional(),
});
export type Pose = z.infer<typeof pose>;
export type PoseIntent = { do: "pose" } & Pose;

export type Intent = PlayerIntent | ControlIntent | RoomIntent | PoseIntent;

/** One journaled input: what was asked, by whom (a slot, `instructor:<account>` or `room`), at which tick. */
export type Input = { tick: number; by: string; intent: Intent };
