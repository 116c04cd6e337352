// How people judge a run of a scenario: the usual scale, the markers, the weights of raters, the forms' items.
import { z } from "zod";
import { raterWeights } from "./marker-set.ts";
import { id } from "./text.ts";

export const assessment = z.strictObject({
  scale: id.optional(),
  markers: id.optional(),
  weights: raterWeights.optional(),
  /** By scale with a form: which of its items a capability belongs to. */
  forms: z.record(id, z.record(id, id)).default({}),
});
export type Assessment = z.infer<typeof assessment>;
