// A crowd as an author writes it: who is in which room, how soon they set off, which ways out they know, who orders them.
import { z } from "zod";
import { condition, duration, id, text } from "./text.ts";

export const AGES = ["child", "adult", "elder", "aged", "mixed"] as const;

export const crowd = z.strictObject({
  title: text,
  room: id,
  people: z.number().int().min(1).max(300),
  age: z.enum(AGES).default("mixed"),
  need: z.enum(["none", "arm", "carrying"]).default("none"),
  staysTogether: z.boolean().default(false),
  /** Between hearing the alarm and setting off: even between two times, or a bell round a mean. */
  premovement: z
    .union([
      z.strictObject({ least: duration, most: duration }),
      z.strictObject({ mean: duration, deviation: duration }),
    ])
    .default({ least: 10, most: 60 }),
  /** Doors to the open air they know of; all of them if left out. */
  knows: z.array(id).min(1).max(30).optional(),
  evacuation: z.strictObject({ ordered: condition, by: id.optional() }),
  /** Whether they set off by themselves once smoke or fire is in their room. */
  notices: z.boolean().default(true),
});
export type CrowdEntry = z.infer<typeof crowd>;
