// A scenario, whole: one file in the language of this folder, beside its stage and its cases.
import { z } from "zod";
import { roomGas } from "./air.ts";
import { assessment } from "./assessment.ts";
import { crowd } from "./crowd.ts";
import { duty, objective, pass, scaleId, violation } from "./evaluation.ts";
import { type Hazards, hazard } from "./hazard.ts";
import { message, population, position, report, simulated } from "./people.ts";
import { stage } from "./stage.ts";
import { decision, end, event, inject, phase, probe } from "./storyline.ts";
import { dossier } from "./tax-dossier.ts";
import { duration, id, lawPin, text } from "./text.ts";

const FORMAT = 1;

/** What an instructor may vary. `sets` names the quantity it drives. */
const parameter = z.strictObject({
  title: text,
  sets: z.enum(["windSpeedMps", "windFromDeg", "temperatureC", "diameterMm"]),
  unit: z.string().max(20),
  default: z.number(),
  min: z.number(),
  max: z.number(),
});

export const scenario = z.strictObject({
  format: z.literal(FORMAT),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "a version is three numbers, such as 1.0.0"),
  title: text,
  summary: text,
  kind: z.enum(["emergency", "tax"]),
  duration,
  difficulty: z.number().int().min(1).max(5),
  departments: z.array(id).min(1),
  law: z.array(lawPin).min(1),
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day is written like 08:40"),
  briefing: text,
  parameters: z.record(id, parameter).default({}),
  weather: z.strictObject({
    windSpeedMps: z.number().min(0.5).max(30),
    windFromDeg: z.number().min(0).max(360),
    temperatureC: z.number().min(-40).max(50),
    sky: z.enum(["strong-sun", "moderate-sun", "slight-sun", "overcast", "night-cloudy", "night-clear"]),
  }),
  positions: z.record(id, position),
  simulated: z.record(id, simulated).default({}),
  populations: z.record(id, population).default({}),
  crowds: z.record(id, crowd).default({}),
  messages: z.record(id, message).default({}),
  reports: z.record(id, report).default({}),
  stage: z.union([z.literal("stage.yaml"), stage]),
  hazards: z.record(id, hazard).default({}),
  /** What the air of rooms holds: gas lying in a well, seeping into a kitchen, oxygen used up. */
  air: z.array(roomGas).max(20).default([]),
  /** Whether those who collapse are only counted, or go on as casualties that can be cared for and die in time. */
  casualties: z.enum(["counted", "develop"]).default("counted"),
  /** The case file of a tax scenario; its group and documents stand in `group.yaml` and `evidence/`. */
  dossier: dossier.optional(),
  phases: z.array(phase).min(1),
  msel: z.array(inject).default([]),
  events: z.array(event).default([]),
  decisions: z.array(decision).default([]),
  duties: z.record(id, duty).default({}),
  objectives: z.array(objective).min(1),
  violations: z.array(violation).default([]),
  probes: z.array(probe).default([]),
  end: z.array(end).min(1),
  scales: z.array(scaleId).min(1),
  pass,
  assessment: assessment.optional(),
  debrief: z.array(text).default([]),
});

/** What parseScenario gives: defaults filled in, durations in seconds, the stage in place. */
export type Scenario = Omit<z.infer<typeof scenario>, "stage" | "hazards"> & { stage: z.infer<typeof stage> } & Hazards;
