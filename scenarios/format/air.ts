// What the air of a room holds besides fresh air: there from the start, let go at once, or given off all the time.
import { z } from "zod";
import { duration, id } from "./text.ts";

export const AIR_GASES = ["hydrogen-sulfide", "methane", "propane", "carbon-monoxide", "oxygen"] as const;
export type AirGas = (typeof AIR_GASES)[number];

const litres = z.number().min(0).max(100000);

/**
 * One gas of one room. Numbers for layers are written lowest first; the last holds for all above. For oxygen `percent`
 * is what is left of it, and the litres are what is used up.
 */
export const roomGas = z
  .strictObject({
    gas: z.enum(AIR_GASES),
    room: id,
    ppm: z.array(z.number().min(0).max(1e6)).min(1).max(5).optional(),
    percent: z.array(z.number().min(0).max(100)).min(1).max(5).optional(),
    atOnceL: litres.default(0),
    litresPerMin: litres.default(0),
    /** Where it comes out, over the floor. */
    heightM: z.number().min(0).max(40).default(0),
    /** The prop it comes from: a shut valve of that prop stops it. */
    from: id.optional(),
    starts: duration.prefault("0s"),
    hotPpm: z.number().min(0.01).max(1e6).optional(),
    clearPpm: z.number().min(0.01).max(1e6).optional(),
  })
  .refine(({ ppm, percent }) => ppm === undefined || percent === undefined, "write either ppm or percent, not both");
