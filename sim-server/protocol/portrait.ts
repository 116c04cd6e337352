// Portraits of people, units and cohorts over HTTP: what their scored runs say, how sure that is, and what to do next.
import type { Rating, Text } from "./words.ts";

export type Trend = "rising" | "falling" | "steady" | "unclear";
export type EstimateView = {
  /** Chance of doing such a task to standard, and the 90 % interval of it. */
  chance: number;
  low: number;
  high: number;
  trials: number;
  met: number;
  enough: boolean;
  trend: Trend;
  lastMs: number | null;
};
export type RateView = { passed: number; of: number; low: number; high: number };
export type BeforeAfterView = {
  people: number;
  before: RateView;
  after: RateView;
  improved: number;
  worsened: number;
};

/** GET /api/people?unit=&q=&sort=&page=&size= */
export type PersonRow = {
  person: string;
  runs: number;
  passed: number;
  lastMs: number;
  overall: EstimateView;
  /** The capability least likely to be done to standard, where there is enough evidence. */
  weakest: string | null;
};
export type PeoplePage = { rows: readonly PersonRow[]; total: number; capabilities: Readonly<Record<string, Text>> };
export type PeopleOrder = "person" | "runs" | "last" | "chance";

export type Evidence = {
  runId: string;
  atMs: number;
  scenario: Text;
  task: Text;
  rating: Rating;
};
export type CapabilityPortrait = {
  id: string;
  title: Text;
  estimate: EstimateView;
  /** Mean chance of all people of the unit with enough evidence; null when there are none. */
  unitChance: number | null;
  history: readonly { atMs: number; runId: string; chance: number; low: number; high: number }[];
  evidence: readonly Evidence[];
};
export type AttemptView = {
  runId: string;
  atMs: number;
  scenario: Text;
  position: Text;
  percent: number;
  passed: boolean;
};
export type AdviceView = {
  scenario: string;
  title: Text;
  position: Text;
  reason: "new" | "unsure" | "weak" | "rusty";
  capability: Text;
  chance: number;
  monthsSince: number | null;
};
/** GET /api/people/:person?unit= */
export type PersonPortrait = {
  person: string;
  unit: string;
  overall: CapabilityPortrait;
  capabilities: readonly CapabilityPortrait[];
  attempts: readonly AttemptView[];
  advice: readonly AdviceView[];
  cohorts: readonly { id: string; name: string }[];
};

export type ForecastView = {
  scenario: string;
  title: Text;
  people: number;
  /** Null when the unit has tried this scenario too little to say. */
  forecast: { mean: number; low: number; high: number } | null;
  attemptsKnown: number;
  attemptsNeeded: number;
};
export type BackTestView = {
  scenario: string;
  title: Text;
  attempts: number;
  brier: { model: number; sameAsLast: number; rateSoFar: number };
  covered: number;
  months: readonly { fromMs: number; attempts: number; passed: number; mean: number; low: number; high: number }[];
};
export type TaskFigure = {
  scenario: Text;
  task: Text;
  capability: string;
  attempts: number;
  met: number;
  /** Logits; zero is what the average newcomer does half the time. */
  difficulty: number;
};
/** GET /api/unit?unit= and, for its people only, GET /api/cohorts/:id */
export type GroupPortrait = {
  unit: string;
  cohort: { id: string; name: string; createdAtMs: number } | null;
  people: readonly PersonRow[];
  runs: number;
  capabilities: readonly { id: string; title: Text; chance: number | null; people: number; unsure: number }[];
  rates: readonly { scenario: string; title: Text; all: RateView; pair: BeforeAfterView }[];
  months: readonly { fromMs: number; rate: RateView }[];
  /** Where people fail: the tasks least often done to standard. */
  hardest: readonly TaskFigure[];
  forecasts: readonly ForecastView[];
  backTests: readonly BackTestView[];
};

/** GET /api/cohorts?unit= */
export type CohortRow = { id: string; name: string; unit: string; createdAtMs: number; people: number };
/** POST /api/cohorts */
export type NewCohort = { name: string; people: readonly string[] };
