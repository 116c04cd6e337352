// Going back into a recorded run: bookmarks, a fork from one of its seconds, what if one thing had been asked otherwise,
// and its scoring under a newer rubric.
import type { Score } from "./api.ts";
import type { Intent } from "./intents.ts";
import type { LogEntry } from "./views.ts";
import type { Rating } from "./words.ts";

/** GET and POST /api/runs/:id/bookmarks; POST …/bookmarks/:number/remove */
export type Bookmark = { number: number; tick: number; text: string; by: string; atMs: number };
export type NewBookmark = { tick: number; text: string };

/** POST /api/runs/:id/fork answers with a CreatedRun. */
export type ForkRun = { tick: number };
/** Where a forked run comes from: the run, its second, and the journal's hash up to there. */
export type ForkOrigin = { runId: string; tick: number; headSha256: string };

/** One thing somebody asked, by its number among the run's asks (poses are not asks). */
export type AskRow = {
  number: number;
  tick: number;
  by: string;
  intent: Intent;
  refused: string | null;
  movable: boolean;
};
/** `byS`: seconds later (earlier when below zero); null: never asked. */
export type Tweak = { number: number; byS: number | null };
/** POST /api/runs/:id/what-if; without tweaks the run as it was. */
export type AskWhatIf = { tweaks: readonly Tweak[] };

export type Quantities = {
  endTick: number;
  releasedKg: number;
  leakStoppedTick: number | null;
  worstPpm: number;
  /** Worst fraction of the lethal toxic load that a player took, per cent. */
  worstDosePercent: number;
  publicPeakPpm: number;
  publicLeft: number;
  dead: number;
  seriouslyInjured: number;
};
export type Sample = { tick: number; leakKgPerS: number; worstPpm: number; publicPpm: number; publicLeft: number };
export type Branch = {
  score: Score;
  quantities: Quantities;
  series: readonly Sample[];
  milestones: readonly LogEntry[];
};
export type WhatIf = {
  asks: readonly AskRow[];
  before: Branch;
  /** Null without tweaks. */
  after: Branch | null;
  /** Asks the changed run refused although the run as it was took them, and the other way round. */
  newlyRefused: readonly AskRow[];
  newlyTaken: readonly AskRow[];
  /** After this tick nobody asks or moves any more; the changed run may go on. */
  lastInputTick: number;
};

/** POST /api/runs/:id/rescore; with a reason it is kept, without one it is only shown. */
export type AskRescore = { reason?: string };
type Marked = { rating: Rating; points: number; maxPoints: number };
export type Rescore = {
  from: { version: string; sha256: string };
  to: { version: string; sha256: string };
  percent: { before: number; after: number };
  passed: { before: boolean; after: boolean };
  tasks: readonly { task: string; before: Marked | null; after: Marked | null }[];
  /** Players of the run: the points are the team's, so the difference of each is the team's. */
  people: readonly { slot: string; name: string; before: number; after: number }[];
  /** Whether what people and world did came out the same; only the judgement differs. */
  sameWorld: boolean;
  /** The revision it was kept as; null when only shown. */
  revision: number | null;
};
/** GET /api/runs/:id/revisions: every scoring of the run, the first to the latest. */
export type Revision = {
  revision: number;
  atMs: number;
  version: string;
  percent: number;
  passed: boolean;
  by: string | null;
  reason: string | null;
  sameWorld: boolean | null;
  tasks: readonly { task: string; rating: Rating; points: number; maxPoints: number }[];
};
