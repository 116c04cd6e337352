// The tax part of a scenario: mode, hours, issues and findings, with the group and the documents from their own files.
import { z } from "zod";
import { taxDocument } from "./tax-document.ts";
import { issue, negotiation, taxFinding } from "./tax-finding.ts";
import { day, decimal, risk, taxGroup } from "./tax-group.ts";
import { id } from "./text.ts";

export const dossier = z.strictObject({
  /** Guided tells after each finding why and why not; graded only that it was taken. */
  mode: z.enum(["guided", "graded"]),
  /** The day the law is taken from. */
  asOf: day,
  /** Working hours for reading, asking and negotiating. */
  hours: z.number().min(1).max(1000),
  /** Whether the chart shows the tax the engine works out; off where working it out is the trainee's own task. */
  pricing: z.boolean().default(true),
  /** How often an issue may be stated; the last statement counts. */
  attempts: z.number().int().min(1).max(10).default(3),
  /** Share of the finding's worth that each further statement costs in guided mode. */
  again: z.number().min(0).max(1).default(0.2),
  issues: z.record(id, issue).default({}),
  findings: z.array(taxFinding).max(30).default([]),
  negotiations: z.record(id, negotiation).default({}),
  /** A plan's worth: nothing at the tax it began with, all at the target, less the weights of its risks. */
  goal: z.strictObject({ target: decimal }).optional(),
  risks: z.array(risk).max(30).default([]),
  group: taxGroup,
  documents: z.record(id, taxDocument).default({}),
});

export type Dossier = z.infer<typeof dossier>;
