// How hard each task is: the Rasch model fitted by conditional likelihood, which needs no assumption about the people.
// Source: Rasch 1960; Andersen, Psychometrika 37 (1972) 42-54. Valid for tasks whose results differ between people.
import { inverse, type Matrix, times } from "./linear.ts";

/** One attempt: which tasks were to be done, and which were done to standard. */
export type Attempted = { readonly items: readonly string[]; readonly right: ReadonlySet<string> };
export type Difficulty = { readonly logits: number; readonly standardError: number };
export type Calibration = { readonly difficulties: ReadonlyMap<string, Difficulty>; readonly logLikelihood: number };

/** Attempts at the same tasks together: how many reached each number of tasks. */
type Group = { readonly at: readonly number[]; readonly reached: number[] };

const STEPS_MOST = 60;

/**
 * Difficulties in logits, centred on zero. `priorSd` (logits) keeps a task that everybody or nobody did at a finite
 * place; leave it out for the plain conditional estimate, which needs every task done by some and missed by some.
 */
export function calibrate(attempts: readonly Attempted[], priorSd = Number.POSITIVE_INFINITY): Calibration {
  const items = [...new Set(attempts.flatMap((one) => one.items))].sort();
  const place = new Map(items.map((item, at) => [item, at]));
  const done = items.map(() => 0);
  const groups = new Map<string, Group>();
  for (const { items: own, right } of attempts) {
    const at = [...new Set(own)].map((item) => place.get(item) ?? 0).sort((a, b) => a - b);
    const key = at.join();
    const group = groups.get(key) ?? { at, reached: at.map(() => 0).concat(0) };
    groups.set(key, group);
    let score = 0;
    for (const one of at)
      if (right.has(items[one] ?? "")) {
        score += 1;
        done[one] = (done[one] ?? 0) + 1;
      }
    group.reached[score] = (group.reached[score] ?? 0) + 1;
  }
  const ridge = Number.isFinite(priorSd) ? 1 / priorSd ** 2 : 0;
  let betas = items.map(() => 0);
  let covariance: Matrix = items.map((_, row) => items.map((__, column) => Number(row === column)));
  for (let step = 0; step < STEPS_MOST && items.length > 0; step += 1) {
    const { gradient, information } = slopes(betas, done, [...groups.values()], ridge);
    covariance = inverse(information);
    const move = times(covariance, gradient);
    const largest = Math.max(...move.map(Math.abs));
    const damping = Math.min(1, 2 / Math.max(largest, 1e-300));
    betas = betas.map((beta, at) => beta + (move[at] ?? 0) * damping);
    if (largest < 1e-9) break;
  }
  const mean = betas.reduce((sum, beta) => sum + beta, 0) / Math.max(1, betas.length);
  const centred = betas.map((beta) => beta - mean);
  return {
    difficulties: new Map(
      items.map((item, at) => [
        item,
        { logits: centred[at] ?? 0, standardError: Math.sqrt(Math.max(0, covariance[at]?.[at] ?? 0)) },
      ]),
    ),
    logLikelihood: likelihood(betas, done, [...groups.values()]),
  };
}

function slopes(betas: readonly number[], done: readonly number[], groups: readonly Group[], ridge: number) {
  const gradient = betas.map((beta, at) => -(done[at] ?? 0) - beta * ridge);
  // Ones everywhere fix the sum of the difficulties, which the likelihood leaves open.
  const information = betas.map((_, row) => betas.map((__, column) => 1 + (row === column ? ridge : 0)));
  for (const { at, reached } of groups) {
    const ease = at.map((one) => Math.exp(-(betas[one] ?? 0)));
    const all = symmetric(ease);
    const without = ease.map((_, own) => symmetric(ease.filter((__, other) => other !== own)));
    const pair = (a: number, b: number): number[] => symmetric(ease.filter((_, other) => other !== a && other !== b));
    const chance = (score: number, own: number): number =>
      ((ease[own] ?? 0) * (without[own]?.[score - 1] ?? 0)) / (all[score] ?? 1);
    for (let a = 0; a < at.length; a += 1) {
      for (let b = a; b < at.length; b += 1) {
        const rest = a === b ? [] : pair(a, b);
        let sum = 0;
        for (let score = 1; score < at.length; score += 1) {
          const count = reached[score] ?? 0;
          if (count === 0) continue;
          const both =
            a === b ? chance(score, a) : ((ease[a] ?? 0) * (ease[b] ?? 0) * (rest[score - 2] ?? 0)) / (all[score] ?? 1);
          sum += count * (both - chance(score, a) * chance(score, b));
        }
        const [row, column] = [at[a] ?? 0, at[b] ?? 0];
        add(information, row, column, sum);
        if (row !== column) add(information, column, row, sum);
      }
      for (let score = 1; score <= at.length; score += 1)
        gradient[at[a] ?? 0] = (gradient[at[a] ?? 0] ?? 0) + (reached[score] ?? 0) * chance(score, a);
    }
  }
  return { gradient, information };
}

function add(matrix: number[][], row: number, column: number, value: number): void {
  const line = matrix[row];
  if (line) line[column] = (line[column] ?? 0) + value;
}

function likelihood(betas: readonly number[], done: readonly number[], groups: readonly Group[]): number {
  const told = betas.reduce((sum, beta, at) => sum - beta * (done[at] ?? 0), 0);
  return groups.reduce((sum, { at, reached }) => {
    const all = symmetric(at.map((one) => Math.exp(-(betas[one] ?? 0))));
    return sum - reached.reduce((part, count, score) => part + count * Math.log(all[score] ?? 1), 0);
  }, told);
}

/** Elementary symmetric functions of the easinesses, of degree 0 to n, by the summation algorithm. */
function symmetric(ease: readonly number[]): number[] {
  const sums = [1, ...ease.map(() => 0)];
  for (const [at, value] of ease.entries())
    for (let degree = at + 1; degree >= 1; degree -= 1)
      sums[degree] = (sums[degree] ?? 0) + value * (sums[degree - 1] ?? 0);
  return sums;
}
