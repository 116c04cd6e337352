// A rating scale: how one evidence set reads in the words of a standard or an authority.
import { z } from "zod";
import { id, text } from "./text.ts";

const mark = z.strictObject({ mark: z.string().min(1).max(12), title: text });

/** The four ratings every task gets, each as this scale says it. */
const ratings = z.strictObject({ P: mark, S: mark, M: mark, U: mark });

/** Bands of the percentage: each holds from its lower bound up to the next one's. */
const bands = z.strictObject({
  by: z.literal("bands"),
  bands: z
    .array(mark.extend({ from: z.number().min(0).max(100) }))
    .min(2)
    .refine(
      (list) => list.every(({ from }, at) => from < (list[at - 1]?.from ?? 101)) && list.at(-1)?.from === 0,
      "bands go from the best down, and the last begins at 0",
    ),
});
/** The percentage itself. */
const number = z.strictObject({ by: z.literal("number"), decimals: z.number().int().min(0).max(2), unit: text });
/** The scenario's own verdict: its pass mark and whether a critical task failed. */
const verdict = z.strictObject({ by: z.literal("verdict"), passed: mark, failed: mark });

/** A form of a standard: its items, each filled from the capabilities that belong to it; `rest` takes all others. */
const form = z.strictObject({
  title: text,
  items: z
    .array(z.strictObject({ id, title: text, rest: z.boolean().default(false) }))
    .min(1)
    .refine((items) => items.filter(({ rest }) => rest).length === 1, "exactly one item takes what fits no other"),
});

export const ratingScale = z.strictObject({
  id,
  title: text,
  source: z.string().max(300),
  verified: z.boolean(),
  whole: z.discriminatedUnion("by", [bands, number, verdict]),
  ratings,
  form: form.optional(),
});
export type RatingScale = z.infer<typeof ratingScale>;
