// How a run is judged: duties with legal clocks, objectives, capabilities, critical tasks, violations and scales.
import { z } from "zod";
import { citation, condition, duration, id, text } from "./text.ts";

export const duty = z.strictObject({
  text,
  starts: condition,
  met: condition,
  deadline: duration,
  cite: citation,
});

/**
 * A critical task. `met` is watched while the run goes on; `rating` is read afterwards and may use facts only,
 * so that a score depends on nothing but facts. Without `rating`: met in time P, met late M, not met U.
 */
const task = z.strictObject({
  id,
  title: text,
  by: z.array(id).default([]),
  met: condition,
  starts: condition.optional(),
  within: duration.optional(),
  /** For a standing rule (never enter unprotected): true as long as it is kept; judged at the end. */
  standing: z.boolean().default(false),
  rating: z.strictObject({ P: condition, S: condition.optional(), M: condition.optional() }).optional(),
  /** What its points follow, by degrees; the rating is then read from the share earned. */
  earns: z
    .union([
      z.strictObject({ finding: id }),
      z.strictObject({ negotiation: id }),
      z.strictObject({ plan: z.literal(true) }),
    ])
    .optional(),
  weight: z.number().min(0).max(100),
  critical: z.boolean().default(false),
  cite: z.array(citation).default([]),
  standard: z.strictObject({ P: text, S: text.optional(), M: text.optional(), U: text }),
  known: z.boolean().default(true),
});

const capability = z.strictObject({ id, title: text, tasks: z.array(task).min(1) });

export const objective = z.strictObject({ id, title: text, capabilities: z.array(capability).min(1) });

export const violation = z.strictObject({
  id,
  when: condition,
  points: z.number().min(-100).max(0),
  text,
  cite: z.array(citation).default([]),
  critical: z.boolean().default(false),
});

export const scaleId = z.enum(["hseep-psmu", "cn-four-grade", "percent"]);

export const pass = z.strictObject({ percent: z.number().min(0).max(100), unlessCritical: z.boolean().default(true) });

export type Task = z.infer<typeof task>;
