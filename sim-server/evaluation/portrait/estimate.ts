// An ability as people read it: the chance of doing such tasks to standard, its interval, and whether that is enough to say.
import type { Ability } from "./ability.ts";
import { type Board, type Competency, presentAbility, type TaskLevel } from "./board.ts";
import { logistic } from "./linear.ts";

export type Estimate = {
  /** Chance of doing a task of this capability to standard (P or S), over the tasks the unit has met. */
  readonly chance: number;
  /** Limits of the 90 % interval. */
  readonly low: number;
  readonly high: number;
  readonly trials: number;
  readonly met: number;
  readonly enough: boolean;
  readonly trend: "rising" | "falling" | "steady" | "unclear";
  readonly lastMs: number | null;
};

/** Of the normal distribution, two-sided 90 %. */
export const Z90 = 1.6449;
export const TRIALS_LEAST = 5;
/** One run may have been a lucky one. */
const RUNS_LEAST = 2;
/** A wider interval than this says too little. */
const WIDEST = 0.5;
const QUARTER_MS = 91 * 24 * 3600 * 1000;

export function estimateOf(board: Board, one: Competency, tasks: readonly TaskLevel[]): Estimate {
  const ability = presentAbility(board, one);
  const { chance, low, high } = chances(ability, tasks);
  return {
    chance,
    low,
    high,
    trials: one.trials,
    met: one.met,
    enough: one.trials >= TRIALS_LEAST && one.history.length >= RUNS_LEAST && high - low <= WIDEST,
    trend: trendOf(one, board.nowMs),
    lastMs: one.trials === 0 ? null : one.lastMs,
  };
}

/** The mean over the tasks, at the estimate and at both ends of its interval. */
export function chances({ logits, standardError }: Ability, tasks: readonly TaskLevel[]) {
  const difficulties = tasks.length > 0 ? tasks.map(({ difficulty }) => difficulty) : [0];
  const mean = (at: number): number =>
    difficulties.reduce((sum, difficulty) => sum + logistic(at - difficulty), 0) / difficulties.length;
  return {
    chance: mean(logits),
    low: mean(logits - Z90 * standardError),
    high: mean(logits + Z90 * standardError),
  };
}

/** The last quarter against what stood before it; a move counts when it is larger than its own error. */
function trendOf({ history }: Competency, nowMs: number): Estimate["trend"] {
  const last = history.at(-1);
  const before = history.findLast(({ atMs }) => atMs < nowMs - QUARTER_MS) ?? history[0];
  if (!last || !before || last === before) return "unclear";
  const move = last.logits - before.logits;
  const error = Math.sqrt(Math.max(0.01, before.standardError ** 2 - last.standardError ** 2 + 0.05));
  if (Math.abs(move) < error) return "steady";
  return move > 0 ? "rising" : "falling";
}
