// Fires and explosions as an author writes them: where, what burns, how it grows, what puts it out or sets it off.
import { z } from "zod";
import { condition, duration, id, point, text } from "./text.ts";

/** Fuels and vapours every room knows by name; their numbers stand in the engine beside their sources. */
export const FIRE_FUELS = ["wood", "packed-goods", "polyurethane", "polystyrene", "lithium-battery"] as const;
export type FireFuel = (typeof FIRE_FUELS)[number];
export const VAPOURS = ["lpg", "natural-gas", "hydrogen", "battery-gas", "petrol"] as const;
export type Vapour = (typeof VAPOURS)[number];
export const GROWTHS = ["slow", "medium", "fast", "ultrafast"] as const;

const share = z.number().min(0).max(1);
const ownFuel = z.strictObject({
  carbon: z.number().min(0.1).max(100),
  hydrogen: z.number().min(0).max(200),
  oxygen: z.number().min(0).max(100).default(0),
  nitrogen: z.number().min(0).max(100).default(0),
  chlorine: z.number().min(0).max(100).default(0),
  heatMjPerKg: z.number().min(1).max(130),
  radiativeShare: share.default(0.35),
  coYield: share.default(0.01),
  sootYield: share.default(0.02),
  hcnYield: share.default(0),
  hfYield: share.default(0),
});

const exactlyOne =
  (...keys: string[]) =>
  (value: object): boolean =>
    keys.filter((key) => (value as Record<string, unknown>)[key] !== undefined).length === 1;

export const fire = z
  .strictObject({
    kind: z.literal("fire"),
    title: text,
    room: id,
    at: point.describe("middle of the base; its z is the height over the floor"),
    starts: duration.optional(),
    startsWhen: condition.optional(),
    growth: z.union([z.enum(GROWTHS), z.strictObject({ kwPerS2: z.number().min(0.0001).max(10) })]).optional(),
    peakKw: z.number().min(1).max(100000).default(2000),
    curve: z
      .array(z.strictObject({ after: duration, kw: z.number().min(0).max(100000) }))
      .min(2)
      .max(60)
      .optional(),
    energyMj: z.number().min(1).max(10000000).optional(),
    areaM2: z.number().min(0.05).max(2000).default(2),
    beside: z.enum(["open", "wall", "corner"]).default("open"),
    fuel: z.union([z.enum(FIRE_FUELS), ownFuel]).default("packed-goods"),
    answersTo: z.array(z.enum(["water", "powder"])).default(["water", "powder"]),
    /** Once out it flares up again unless so much water has cooled it. */
    reignites: z
      .strictObject({
        after: duration,
        unlessWaterKg: z.number().min(0).max(1000000),
        times: z.number().int().min(1).max(20).default(1),
      })
      .optional(),
  })
  .refine(exactlyOne("starts", "startsWhen"), "a fire has exactly one of starts or startsWhen")
  .refine(exactlyOne("growth", "curve"), "a fire has exactly one of growth or curve");

export const explosion = z
  .strictObject({
    kind: z.literal("explosion"),
    title: text,
    form: z.enum(["vapour-cloud", "fireball"]).default("vapour-cloud"),
    room: id,
    at: point,
    fuel: z.enum(VAPOURS),
    /** All of it there from the start, or gathering from a time on. */
    massKg: z.number().min(0.01).max(1000000).optional(),
    gathers: z
      .strictObject({
        starts: duration.optional(),
        startsWhen: condition.optional(),
        kgPerMin: z.number().min(0.001).max(100000),
        mostKg: z.number().min(0.01).max(1000000),
      })
      .refine(exactlyOne("starts", "startsWhen"), "a leak gathers from exactly one of starts or startsWhen")
      .optional(),
    /** Set off by whoever uses one of these props while it can burn, or once the condition holds. */
    sparks: z.array(id).default([]),
    ignites: condition.optional(),
    congestion: z.enum(["low", "medium", "high"]).default("medium"),
    /** Fires it lights. */
    lights: z.array(id).default([]),
  })
  .refine(exactlyOne("massKg", "gathers"), "an explosion has exactly one of massKg or gathers")
  .refine((value) => value.sparks.length > 0 || value.ignites !== undefined, "an explosion needs sparks or ignites");

export type Fire = z.infer<typeof fire>;
export type Explosion = z.infer<typeof explosion>;
