// The small words of the scenario language: ids, bilingual text, durations, conditions and citations.
import { z } from "zod";

/** An id is lower-case words joined by dashes: `close-valve`. */
export const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by dashes, such as close-valve");

/** Human text in both languages. A missing one is the linter's `missing-language`, so it parses as empty. */
export const text = z.strictObject({ zh: z.string().max(2000).default(""), en: z.string().max(2000).default("") });
export type Text = Readonly<z.infer<typeof text>>;

const DURATION = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;

/** A duration such as `20s`, `8m`, `1h30m`; parsed to seconds of exercise time. */
export const duration = z
  .string()
  .max(20)
  .regex(DURATION, "a duration is written like 20s, 8m or 1h30m")
  .refine((value) => value.length > 0, "a duration is written like 20s, 8m or 1h30m")
  .transform((value) => {
    const [, hours = "0", minutes = "0", seconds = "0"] = DURATION.exec(value) ?? [];
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  });

/** A CEL expression over the quantities of `quantities.ts`; type-checked when the scenario is loaded. */
export const condition = z.string().min(1).max(600);

/** A citation: law pack and article, such as `cn-decree-493#9`. */
export const citation = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*#[A-Za-z0-9.-]+$/, "a citation names law and article, such as cn-decree-493#9");

/** Laws a scenario relies on, pinned to the day the cited text took effect: `cn-decree-493@2007-06-01`. */
export const lawPin = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9][a-z0-9-]*@\d{4}-\d{2}-\d{2}$/,
    "a law is pinned to its effective date, such as cn-decree-493@2007-06-01",
  );

export const point = z.strictObject({
  x: z.number().min(-5000).max(5000),
  y: z.number().min(-5000).max(5000),
  z: z.number().min(-20).max(200).default(0),
});
export type Point = Readonly<z.infer<typeof point>>;

export const channel = z.enum(["phone", "radio", "written", "face", "media", "system"]);
