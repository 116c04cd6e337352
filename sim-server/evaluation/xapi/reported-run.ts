// What a report of a run is made from, and the frame every statement about it shares.
import type { Score } from "../../protocol/api.ts";
import type { ConsoleBriefing } from "../../protocol/briefing.ts";
import type { LogEntry } from "../../protocol/views.ts";
import type { Text } from "../../protocol/words.ts";
import { NAMESPACE, uuidV5 } from "./statement-id.ts";
import { type RuleName, TEMPLATES, templateId } from "./templates.ts";
import { extension, languages, PROFILE, PROFILE_VERSION, SIMULATION_MODE, TYPES, VERBS } from "./vocabulary.ts";

/** What every statement about a run says of it. */
export type ReportFrame = {
  readonly runId: string;
  /** Where the accounts of our people are at home: the address of this installation. */
  readonly home: string;
  readonly unit: string;
  readonly startedAtMs: number;
  readonly briefing: ConsoleBriefing;
};
export type ReportedRun = ReportFrame & {
  readonly facts: readonly LogEntry[];
  readonly score: Score;
};

export type Statement = { readonly id: string; readonly [property: string]: unknown };
type Details = Readonly<Record<string, unknown>>;

/** Who acts, what it is about and what came of it; all else follows from rule and run. */
export type Said = {
  readonly rule: RuleName;
  /** Fact the statement reports, or 0 for the run as a whole. */
  readonly seq: number;
  readonly tick: number;
  /** Wall time of what was done after the run; else the run's start and tick say when. */
  readonly atMs?: number;
  readonly actor: Details;
  readonly object: Details;
  readonly result?: Details;
  readonly extensions?: Details;
  /** Tells apart statements by one rule on one fact. */
  readonly key?: string;
};

const TICK_MS = 100;

/** ISO 8601, to the hundredth of a second at most, as xAPI 2.0 compares it. */
export const isoDuration = (seconds: number): string => `PT${Math.round(seconds * 100) / 100}S`;

export const scenarioId = ({ briefing: { scenario } }: ReportFrame): string =>
  `${PROFILE}/scenarios/${encodeURIComponent(scenario.id)}/v${encodeURIComponent(scenario.version)}`;

export const activity = (id: string, type: keyof typeof TYPES, name: Text, more: Details = {}): Details => ({
  objectType: "Activity",
  id,
  definition: { type: TYPES[type], name: languages(name), ...more },
});

export const scenario = (run: ReportFrame): Details =>
  activity(scenarioId(run), "scenario", run.briefing.scenario.title);

/** The players of one run together; an identified Group, so that a store can find what it did. */
export const team = (run: ReportFrame): Details => ({
  objectType: "Group",
  name: run.unit,
  account: { homePage: run.home, name: `run:${run.runId}` },
});

/** A seat's account, with the name its holder gave and nothing else about the person. */
export function player(run: ReportedRun, slot: string): Details {
  const joined = run.facts.findLast((fact) => fact.kind === "joined" && fact.by === slot);
  const name = joined?.detail["name"];
  return {
    objectType: "Agent",
    ...(typeof name === "string" && name !== "" ? { name } : {}),
    account: { homePage: run.home, name: `seat:${run.runId}:${slot}` },
  };
}

export function statement(run: ReportFrame, said: Said): Statement {
  const {
    rule,
    seq,
    tick,
    atMs = run.startedAtMs + tick * TICK_MS,
    actor,
    object,
    result,
    extensions,
    key = "",
  } = said;
  const whole = object["id"] === scenarioId(run);
  const verb = VERBS[TEMPLATES[rule].verb];
  return {
    id: uuidV5(NAMESPACE, `${run.runId}#${seq}:${rule}:${key}`),
    actor,
    verb: { id: verb.id, display: languages(verb.display) },
    object,
    ...(result ? { result } : {}),
    context: {
      registration: uuidV5(NAMESPACE, run.runId),
      ...(actor["objectType"] === "Group" ? {} : { team: team(run) }),
      platform: "Sandtable",
      revision: run.briefing.scenario.version,
      language: "zh-CN",
      contextActivities: {
        ...(whole ? {} : { parent: [{ objectType: "Activity", id: scenarioId(run) }] }),
        grouping: [activity(`${PROFILE}/simulation`, "simulation", { zh: "沙盘", en: "Sandtable" })],
        category: [
          { objectType: "Activity", id: PROFILE_VERSION, definition: { type: TYPES.profile } },
          { objectType: "Activity", id: `${PROFILE}/${templateId(rule)}` },
        ],
      },
      extensions: {
        [extension("sim-time")]: isoDuration((tick * TICK_MS) / 1000),
        [extension("seq")]: seq,
        [SIMULATION_MODE]: "graded",
        ...extensions,
      },
    },
    timestamp: new Date(atMs).toISOString(),
  };
}
