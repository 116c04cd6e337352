// A set of behavioural markers: what raters look at in people, five anchored steps each, and who rates what.
import { z } from "zod";
import { id, text } from "./text.ts";

/** Who may rate: the evaluator, the three parties (superior, people served, a third party), peers and oneself. */
export const RATER_SOURCES = ["evaluator", "superior", "served", "third-party", "peer", "self"] as const;

export const MARK_KINDS = ["task", "capability", "marker"] as const;

/** Weights by source; they need not add up to anything: shares are told where they are used. */
export const raterWeights = z.partialRecord(z.enum(RATER_SOURCES), z.number().min(0).max(100));

const anchors = z.strictObject({ "1": text, "2": text, "3": text, "4": text, "5": text });

export const markerSet = z.strictObject({
  id,
  title: text,
  source: z.string().max(300),
  /** Scenarios of this kind use the set unless they name another. */
  usual: z.enum(["emergency", "tax"]).optional(),
  markers: z.array(z.strictObject({ id, title: text, looks: text, anchors })).min(1),
  rates: z.record(z.enum(RATER_SOURCES), z.array(z.enum(MARK_KINDS)).min(1)),
  weights: raterWeights,
});
export type MarkerSet = z.infer<typeof markerSet>;
