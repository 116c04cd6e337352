// How a group will fare in a scenario next time, with an interval, and how well such forecasts would have done so far.
// Model: pass or fail of an attempt by logistic regression on the chance the person's abilities give, attempts before and
// the last result; it learns from the unit's own attempts only. People of one crew share its result.
import { nextRandom, openRandom, type RandomState } from "../../core/random.ts";
import { type Board, type Case, groupBy } from "./board.ts";
import { cell, dot, logistic, logit, type Matrix } from "./linear.ts";
import { type Fit, fitLogistic } from "./regression.ts";

export type GroupForecast = { readonly mean: number; readonly low: number; readonly high: number };
export type Prospect = Pick<Case, "person" | "expected" | "earlier" | "last">;
export type BackTestMonth = GroupForecast & {
  readonly fromMs: number;
  readonly attempts: number;
  readonly passed: number;
};
export type BackTest = {
  readonly attempts: number;
  /** Mean squared error of the chance given to a pass: lower is better. */
  readonly brier: { readonly model: number; readonly sameAsLast: number; readonly rateSoFar: number };
  /** Months whose pass rate fell within the 90 % interval forecast for them. */
  readonly covered: number;
  readonly months: readonly BackTestMonth[];
};

export const CASES_LEAST = 40;
const RIDGE = 0.5;
const DRAWS = 400;
/** The newest attempts a fit learns from, and the newest months a back-test looks at: enough, and never slow. */
const FITTED_MOST = 2000;
const MONTHS_MOST = 12;
const MONTH_DAYS = 30.44;
const DAY_MS = 24 * 3600 * 1000;

const features = ({ expected, earlier, last }: Prospect): number[] => [
  1,
  logit(Math.min(0.98, Math.max(0.02, expected))),
  Math.log(1 + earlier),
  last === null ? 0 : last ? 1 : -1,
];

function fitted(cases: readonly Case[]): Fit {
  const newest = cases.slice(-FITTED_MOST);
  return fitLogistic(
    newest.map(features),
    newest.map(({ passed }) => Number(passed)),
    RIDGE,
  );
}

/** Nothing when the unit has too few attempts at the scenario to learn from. */
export function forecast(board: Board, scenario: string, people: readonly Prospect[]): GroupForecast | undefined {
  const cases = board.cases.filter((one) => one.scenario === scenario);
  if (cases.length < CASES_LEAST || people.length === 0) return undefined;
  return spread(fitted(cases), people.map(features), crewSize(cases));
}

const crewSize = (cases: readonly Case[]): number =>
  Math.max(1, Math.round(cases.length / groupBy(cases, ({ runId }) => runId).size));

/** Coefficients and crews drawn anew many times; the middle nine tenths of the group's pass rate. */
function spread({ coefficients, covariance }: Fit, rows: readonly number[][], crew: number): GroupForecast {
  const random = openRandom(20261123);
  const root = cholesky(covariance);
  const rates: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const noise = coefficients.map(() => normal(random));
    const drawn = coefficients.map((value, at) => value + dot(root[at] ?? [], noise));
    let passed = 0;
    for (let from = 0; from < rows.length; from += crew) {
      const own = rows.slice(from, from + crew);
      const chance = own.reduce((sum, row) => sum + logistic(dot(row, drawn)), 0) / own.length;
      if (nextRandom(random) < chance) passed += own.length;
    }
    rates.push(passed / rows.length);
  }
  rates.sort((a, b) => a - b);
  const mean = rows.reduce((sum, row) => sum + logistic(dot(row, coefficients)), 0) / rows.length;
  return { mean, low: rates[Math.floor(DRAWS * 0.05)] ?? 0, high: rates[Math.ceil(DRAWS * 0.95) - 1] ?? 1 };
}

function cholesky(matrix: Matrix): number[][] {
  const root: number[][] = matrix.map((row) => row.map(() => 0));
  for (let row = 0; row < matrix.length; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = cell(matrix, row, column);
      for (let at = 0; at < column; at += 1) sum -= cell(root, row, at) * cell(root, column, at);
      const line = root[row];
      if (line)
        line[column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (cell(root, column, column) || 1);
    }
  return root;
}

const normal = (random: RandomState): number =>
  Math.sqrt(-2 * Math.log(1 - nextRandom(random))) * Math.cos(2 * Math.PI * nextRandom(random));

/** Month by month, each forecast from what came before it only. */
export function backTest(board: Board, scenario: string): BackTest | undefined {
  const cases = board.cases.filter((one) => one.scenario === scenario);
  const [first] = cases;
  if (!first) return undefined;
  const months: BackTestMonth[] = [];
  const errors = { model: 0, sameAsLast: 0, rateSoFar: 0 };
  let attempts = 0;
  let covered = 0;
  const lengthMs = MONTH_DAYS * DAY_MS;
  const last = cases.at(-1)?.atMs ?? first.atMs;
  const beginMs = Math.max(first.atMs, last - MONTHS_MOST * lengthMs);
  for (let fromMs = beginMs; fromMs <= last; fromMs += lengthMs) {
    const known = cases.filter(({ atMs }) => atMs < fromMs);
    const now = cases.filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + lengthMs);
    if (known.length < CASES_LEAST || now.length === 0) continue;
    const fit = fitted(known);
    const rate = known.filter(({ passed }) => passed).length / known.length;
    for (const one of now) {
      const passed = Number(one.passed);
      errors.model += (logistic(dot(features(one), fit.coefficients)) - passed) ** 2;
      errors.sameAsLast += ((one.last === null ? rate : Number(one.last)) - passed) ** 2;
      errors.rateSoFar += (rate - passed) ** 2;
    }
    attempts += now.length;
    // Crews as they really were.
    const crews = [...groupBy(now, ({ runId }) => runId).values()];
    const given = spread(fit, crews.flat().map(features), crewSize(now));
    const passed = now.filter((one) => one.passed).length;
    const share = passed / now.length;
    if (share >= given.low && share <= given.high) covered += 1;
    months.push({ fromMs, attempts: now.length, passed, ...given });
  }
  if (attempts === 0) return undefined;
  const { model, sameAsLast, rateSoFar } = errors;
  return {
    attempts,
    brier: { model: model / attempts, sameAsLast: sameAsLast / attempts, rateSoFar: rateSoFar / attempts },
    covered,
    months,
  };
}
