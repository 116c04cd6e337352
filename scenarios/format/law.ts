// A law pack: dated articles that tasks and duties cite, each in our own words with its source.
import { z } from "zod";
import { id, text } from "./text.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written 2021-09-01");

export const lawPack = z.strictObject({
  id,
  title: text,
  kind: z.enum(["law", "regulation", "standard", "guide"]),
  effective: day,
  /** The day a newer text replaced this one, and which. */
  superseded: z.strictObject({ on: day, by: id }).optional(),
  source: z.string().max(300),
  articles: z.record(
    z.string().regex(/^[A-Za-z0-9.-]+$/),
    z.strictObject({
      text,
      verified: z.boolean(),
      supersededBy: z.string().max(80).optional(),
    }),
  ),
});
export type LawPack = z.infer<typeof lawPack>;
