// The board of a unit: task difficulties from all attempts, and every person's ability run by run, all from marks.
import { type Ability, aged, chanceOf, MONTH_MS, type Trial, UNKNOWN, updated } from "./ability.ts";
import { logistic } from "./linear.ts";
import { type Attempted, calibrate } from "./rasch.ts";

export type Mark = {
  readonly runId: string;
  readonly person: string;
  readonly scenario: string;
  readonly task: string;
  readonly capability: string;
  readonly rating: string;
  readonly met: boolean;
};
export type Attempt = {
  readonly runId: string;
  readonly person: string;
  readonly scenario: string;
  readonly position: string;
  readonly atMs: number;
  readonly percent: number;
  readonly passed: boolean;
};
export type TaskLevel = {
  readonly scenario: string;
  readonly task: string;
  readonly capability: string;
  readonly difficulty: number;
  readonly standardError: number;
  readonly attempts: number;
  readonly met: number;
};
export type Moment = { readonly runId: string; readonly atMs: number } & Ability;
export type Competency = {
  readonly capability: string;
  readonly ability: Ability;
  readonly lastMs: number;
  readonly trials: number;
  readonly met: number;
  readonly history: readonly Moment[];
};
export type PersonBoard = {
  readonly person: string;
  readonly attempts: readonly Attempt[];
  readonly overall: Competency;
  readonly competencies: ReadonlyMap<string, Competency>;
  /** Tasks that were this person's to do at least once, by key. */
  readonly seen: ReadonlySet<string>;
};
/** What was known of a person just before an attempt, and how it ended: what forecasts learn from. */
export type Case = {
  readonly person: string;
  readonly runId: string;
  readonly scenario: string;
  readonly atMs: number;
  readonly expected: number;
  readonly earlier: number;
  readonly last: boolean | null;
  readonly passed: boolean;
};
export type Board = {
  readonly nowMs: number;
  readonly tasks: ReadonlyMap<string, TaskLevel>;
  readonly people: ReadonlyMap<string, PersonBoard>;
  readonly cases: readonly Case[];
  /** Every mark under its task's key. */
  readonly marks: readonly (readonly [key: string, mark: Mark])[];
};

export const OVERALL = "overall";
/** A task that all or none have done stays within about three of these of the others, logits. */
const DIFFICULTY_SD = 1.5;

export const taskKey = (scenario: string, task: string): string => `${scenario}/${task}`;

export function openBoard(attempts: readonly Attempt[], marks: readonly Mark[], nowMs: number): Board {
  const marksOf = groupBy(marks, (mark) => partKey(mark));
  const inOrder = [...attempts].sort((a, b) => a.atMs - b.atMs || (a.runId < b.runId ? -1 : 1));
  const tasks = levels(inOrder, marksOf);
  const cases: Case[] = [];
  const people = new Map(
    [...groupBy(inOrder, ({ person }) => person)].map(([person, own]) => [
      person,
      followed(person, own, marksOf, tasks, cases),
    ]),
  );
  return {
    nowMs,
    tasks,
    people,
    cases: cases.sort((a, b) => a.atMs - b.atMs),
    marks: marks.map((mark) => [taskKey(mark.scenario, mark.task), mark] as const),
  };
}

const partKey = ({ runId, person }: { runId: string; person: string }): string => `${runId} ${person}`;

export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const known = groups.get(name);
    if (known) known.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** Difficulties within a scenario by Rasch; their level so that zero is the average newcomer at the first attempt. */
function levels(attempts: readonly Attempt[], marksOf: ReadonlyMap<string, readonly Mark[]>): Map<string, TaskLevel> {
  const found = new Map<string, TaskLevel>();
  for (const [scenario, own] of groupBy(attempts, (one) => one.scenario)) {
    const first = new Map<string, Attempt>();
    for (const one of own) if (!first.has(one.person)) first.set(one.person, one);
    const attempted = own.map((one): Attempted => {
      const marks = marksOf.get(partKey(one)) ?? [];
      return {
        items: marks.map(({ task }) => task),
        right: new Set(marks.filter(({ met }) => met).map(({ task }) => task)),
      };
    });
    const { difficulties } = calibrate(attempted, DIFFICULTY_SD);
    const firstMarks = [...first.values()].flatMap((one) => marksOf.get(partKey(one)) ?? []);
    const level = levelOf(firstMarks.map(({ task, met }) => ({ logits: difficulties.get(task)?.logits ?? 0, met })));
    const counts = groupBy(
      own.flatMap((one) => marksOf.get(partKey(one)) ?? []),
      ({ task }) => task,
    );
    for (const [task, { logits, standardError }] of difficulties) {
      const marks = counts.get(task) ?? [];
      found.set(taskKey(scenario, task), {
        scenario,
        task,
        capability: marks[0]?.capability ?? "",
        difficulty: logits + level,
        standardError,
        attempts: marks.length,
        met: marks.filter(({ met }) => met).length,
      });
    }
  }
  return found;
}

/** The shift at which somebody of ability zero is expected to do as many of these tasks as were done. */
function levelOf(marks: readonly { readonly logits: number; readonly met: boolean }[]): number {
  if (marks.length === 0) return 0;
  const share = (marks.filter(({ met }) => met).length + 0.5) / (marks.length + 1);
  let [low, high] = [-8, 8];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    const expected = marks.reduce((sum, { logits }) => sum + logistic(-logits - middle), 0) / marks.length;
    if (expected > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

type Growing = { ability: Ability; lastMs: number; trials: number; met: number; history: Moment[] };

function followed(
  person: string,
  attempts: readonly Attempt[],
  marksOf: ReadonlyMap<string, readonly Mark[]>,
  tasks: ReadonlyMap<string, TaskLevel>,
  cases: Case[],
): PersonBoard {
  const growing = new Map<string, Growing>();
  const grow = (capability: string, atMs: number): Growing => {
    const known = growing.get(capability) ?? { ability: UNKNOWN, lastMs: atMs, trials: 0, met: 0, history: [] };
    growing.set(capability, known);
    return known;
  };
  const seen = new Set<string>();
  const past = new Map<string, { runs: number; passed: boolean }>();
  for (const attempt of attempts) {
    const { runId, scenario, atMs, passed } = attempt;
    const marks = marksOf.get(partKey(attempt)) ?? [];
    for (const { task } of marks) seen.add(taskKey(scenario, task));
    const chances = marks.map(({ task, capability }) => {
      const level = tasks.get(taskKey(scenario, task));
      const known = growing.get(capability) ?? growing.get(OVERALL);
      const now = known ? aged(known.ability, (atMs - known.lastMs) / MONTH_MS) : UNKNOWN;
      return chanceOf(now, level?.difficulty ?? 0, level?.standardError ?? 0);
    });
    const earlier = past.get(scenario);
    cases.push({
      person,
      runId,
      scenario,
      atMs,
      expected: chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length),
      earlier: earlier?.runs ?? 0,
      last: earlier?.passed ?? null,
      passed,
    });
    past.set(scenario, { runs: (earlier?.runs ?? 0) + 1, passed });
    const byCapability = groupBy(marks, (mark) => mark.capability);
    for (const [capability, own] of [...byCapability, [OVERALL, marks] as const]) {
      if (own.length === 0) continue;
      const one = grow(capability, atMs);
      const trials = own.map(({ task, met }): Trial => {
        const level = tasks.get(taskKey(scenario, task));
        return { difficulty: level?.difficulty ?? 0, standardError: level?.standardError ?? 0, done: Number(met) };
      });
      one.ability = updated(aged(one.ability, (atMs - one.lastMs) / MONTH_MS), trials);
      one.lastMs = atMs;
      one.trials += own.length;
      one.met += own.filter(({ met }) => met).length;
      one.history.push({ runId, atMs, ...one.ability });
    }
  }
  const competencies = new Map(
    [...growing].map(([capability, one]): [string, Competency] => [capability, { capability, ...one }]),
  );
  const overall = competencies.get(OVERALL) ?? {
    capability: OVERALL,
    ability: UNKNOWN,
    lastMs: 0,
    trials: 0,
    met: 0,
    history: [],
  };
  competencies.delete(OVERALL);
  return { person, attempts, overall, competencies, seen };
}

/** Ability now: the last estimate, less sure by the time since. */
export const presentAbility = (board: Board, one: Competency): Ability =>
  one.trials === 0 ? UNKNOWN : aged(one.ability, (board.nowMs - one.lastMs) / MONTH_MS);
