// The HTTP API beside the rooms: shapes of requests and answers for lobby, console and desk.

import type { ForkOrigin } from "./branching.ts";
import type { ConsoleBriefing } from "./briefing.ts";
import type { StageView } from "./frames.ts";
import type { ReplayFrame } from "./replay.ts";
import type { LogEntry } from "./views.ts";
import type { Rating, Slot, Text } from "./words.ts";

export type Me = {
  accountId: string;
  name: string;
  roles: readonly ("instructor" | "evaluator" | "author" | "admin")[];
  unit: string;
};

/** GET /api/scenarios */
export type ScenarioCard = {
  id: string;
  version: string;
  title: Text;
  summary: Text;
  kind: string;
  difficulty: number;
  durationS: number;
  departments: readonly string[];
  positions: readonly { id: string; title: Text; players: number }[];
  parameters: readonly { id: string; title: Text; unit: string; default: number; min: number; max: number }[];
};

/** POST /api/runs */
export type CreateRun = {
  scenario: string;
  seed?: number;
  parameters?: Record<string, number>;
  /** Names of people by slot; a slot left out may be claimed by anyone with the code, or stays simulated. */
  roster?: Record<Slot, string>;
};
export type CreatedRun = { runId: string; code: string; codeExpiresAtMs: number; joinUrl: string };

/** GET /api/runs?state=&scenario=&q=&page=&size= */
export type RunRow = {
  runId: string;
  scenario: string;
  title: Text;
  unit: string;
  createdBy: string;
  createdAtMs: number;
  startedAtMs: number | null;
  endedAtMs: number | null;
  state: "lobby" | "running" | "paused" | "ended";
  outcome: string | null;
  percent: number | null;
  passed: boolean | null;
  people: readonly string[];
  code: string | null;
};
export type RunPage = { rows: readonly RunRow[]; total: number };

/** What the feed room sends: the open runs of the account's unit, at joining and after every change. */
export type FeedMessages = { runs: { rows: readonly RunRow[] } };

/** POST /api/join and /api/join/claim */
export type JoinOffer = {
  runId: string;
  title: Text;
  slots: readonly { slot: Slot; positionTitle: Text; name: string; free: boolean }[];
};
export type SeatToken = { token: string; runId: string; slot: Slot };

export type TaskResult = {
  task: string;
  capability: string;
  objective: string;
  rating: Rating;
  points: number;
  maxPoints: number;
  reason: Text;
  evidence: readonly LogEntry[];
};
export type Score = {
  percent: number;
  passed: boolean;
  outcome: string;
  tasks: readonly TaskResult[];
  capabilities: readonly { id: string; percent: number }[];
  violations: readonly { id: string; tick: number; by: string; points: number; critical: boolean }[];
  duties: readonly { id: string; status: "met" | "expired" | "not-started" | "open"; seconds: number | null }[];
  probes: readonly { id: string; by: string; level: number; right: boolean | null; seconds: number | null }[];
  scales: { percent: number; psmu: Rating; cnFourGrade: "优" | "良" | "中" | "差" };
};
export type HumanRating = { id: number; task: string; rating: Rating; reason: string; by: string; atMs: number };

/** GET /api/runs/:id */
export type RunDetail = {
  row: RunRow;
  briefing: ConsoleBriefing;
  score: Score | null;
  facts: readonly LogEntry[];
  ratings: readonly HumanRating[];
  /** The run and second this one began from, when it is a fork. */
  forkedFrom?: ForkOrigin;
  journal: { entries: number; head: string; intact: boolean };
};

/** GET /api/runs/:id/replay */
export type Replay = { runId: string; stage: StageView; durationTicks: number; frames: readonly ReplayFrame[] };

/** POST /api/runs/:id/ratings */
export type RateTask = { task: string; rating: Rating; reason: string };
/** GET /api/runs/:id/export?format=csv|xlsx|json */
export type ExportFormat = "csv" | "xlsx" | "json";
