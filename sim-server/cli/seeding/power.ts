// How well a rubric tells skill apart: the score against the true skill of rehearsed people, and each task's own power.
import type { Score } from "../../protocol/api.ts";
import type { Text } from "../../protocol/words.ts";

export type Judged = { readonly skill: number; readonly score: Score };
export type TaskPower = {
  readonly task: string;
  readonly title: Text;
  /** Share of runs in which it was done to standard. */
  readonly done: number;
  /** The chance that of two runs the one that did it had the more skilled people; 0.5 says the task tells nothing. */
  readonly auc: number | null;
};
export type Power = {
  readonly scenario: string;
  readonly title: Text;
  readonly runs: number;
  /** Spearman's rank correlation of score and skill. */
  readonly correlation: number;
  readonly passAuc: number | null;
  readonly tasks: readonly TaskPower[];
  readonly points: readonly { readonly skill: number; readonly percent: number; readonly passed: boolean }[];
};

export function powerOf(
  scenario: { readonly id: string; readonly title: Text },
  titles: ReadonlyMap<string, Text>,
  runs: readonly Judged[],
): Power {
  const met = ({ score }: Judged, task: string): boolean =>
    score.tasks.some((one) => one.task === task && (one.rating === "P" || one.rating === "S"));
  return {
    scenario: scenario.id,
    title: scenario.title,
    runs: runs.length,
    correlation: spearman(
      runs.map(({ skill }) => skill),
      runs.map(({ score }) => score.percent),
    ),
    passAuc: auc(runs.map((run) => ({ value: run.skill, yes: run.score.passed }))),
    tasks: [...titles].map(([task, title]) => ({
      task,
      title,
      done: runs.filter((run) => met(run, task)).length / Math.max(1, runs.length),
      auc: auc(runs.map((run) => ({ value: run.skill, yes: met(run, task) }))),
    })),
    points: runs.map(({ skill, score }) => ({ skill, percent: score.percent, passed: score.passed })),
  };
}

/** Area under the curve as Mann and Whitney's statistic; nothing where one of the two groups is empty. */
export function auc(cases: readonly { readonly value: number; readonly yes: boolean }[]): number | null {
  const ranks = ranksOf(cases.map(({ value }) => value));
  const yes = cases.filter((one) => one.yes).length;
  const no = cases.length - yes;
  if (yes === 0 || no === 0) return null;
  const sum = cases.reduce((total, one, at) => total + (one.yes ? (ranks[at] ?? 0) : 0), 0);
  return (sum - (yes * (yes + 1)) / 2) / (yes * no);
}

export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (a.length + 1) / 2;
  let [together, own, other] = [0, 0, 0];
  for (const [at, value] of x.entries()) {
    const [dx, dy] = [value - mean, (y[at] ?? 0) - mean];
    together += dx * dy;
    own += dx * dx;
    other += dy * dy;
  }
  return own > 0 && other > 0 ? together / Math.sqrt(own * other) : 0;
}

/** Ranks from one; equal values share the middle of their places. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1;
    for (let at = from; at <= to; at += 1) ranks[order[at]?.at ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
