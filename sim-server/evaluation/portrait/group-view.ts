// A unit or cohort as it is shown: pass rates before and after, where its people fail, and what is to be expected.

import type { EstimateView, GroupPortrait, PersonRow, TaskFigure } from "../../protocol/portrait.ts";
import type { Text } from "../../protocol/words.ts";
import { chanceOf } from "./ability.ts";
import {
  type Attempt,
  type Board,
  groupBy,
  type PersonBoard,
  presentAbility,
  type TaskLevel,
  taskKey,
} from "./board.ts";
import { estimateOf } from "./estimate.ts";
import { backTest, CASES_LEAST, forecast, type Prospect } from "./forecast.ts";
import { beforeAfter, rateOf } from "./pass-rate.ts";

/** Titles by scenario and by `scenario/task`, as the shelf has them now. */
export type Titles = {
  scenario(id: string): Text;
  task(scenario: string, task: string): Text;
  position(scenario: string, position: string): Text;
};

const HARDEST = 12;
const MONTHS_SHOWN = 24;

export const tasksOf = (board: Board, capability?: string): TaskLevel[] =>
  [...board.tasks.values()].filter((one) => capability === undefined || one.capability === capability);

export function personRow(board: Board, person: PersonBoard): PersonRow {
  const sure = [...person.competencies.values()]
    .map((one) => ({ id: one.capability, estimate: estimateOf(board, one, tasksOf(board, one.capability)) }))
    .filter(({ estimate }) => estimate.enough)
    .sort((a, b) => a.estimate.chance - b.estimate.chance);
  return {
    person: person.person,
    runs: person.attempts.length,
    passed: person.attempts.filter(({ passed }) => passed).length,
    lastMs: person.attempts.at(-1)?.atMs ?? 0,
    overall: estimateOf(board, person.overall, tasksOf(board)),
    weakest: sure[0]?.id ?? null,
  };
}

type Group = { readonly unit: string; readonly cohort: GroupPortrait["cohort"]; readonly people?: ReadonlySet<string> };

export function groupPortrait(
  board: Board,
  { unit, cohort, people }: Group,
  capabilities: ReadonlyMap<string, Text>,
  titles: Titles,
): GroupPortrait {
  const members = [...board.people.values()].filter(({ person }) => !people || people.has(person));
  const attempts = members.flatMap((one) => one.attempts).sort((a, b) => a.atMs - b.atMs);
  const scenarios = [...groupBy(attempts, ({ scenario }) => scenario)];
  return {
    unit,
    cohort,
    people: members.map((one) => personRow(board, one)),
    runs: new Set(attempts.map(({ runId }) => runId)).size,
    capabilities: [...capabilities].flatMap(([id, title]) => capabilityFigure(board, members, id, title)),
    rates: scenarios.map(([scenario, own]) => ({
      scenario,
      title: titles.scenario(scenario),
      all: rateOf(own.filter(({ passed }) => passed).length, own.length),
      pair: beforeAfter(own),
    })),
    months: monthsOf(attempts),
    hardest: hardestOf(members, board, titles),
    forecasts: scenarios.map(([scenario]) => {
      const prospects = members.map((one) => prospectOf(board, one, scenario));
      return {
        scenario,
        title: titles.scenario(scenario),
        people: members.length,
        forecast: forecast(board, scenario, prospects) ?? null,
        attemptsKnown: board.cases.filter((one) => one.scenario === scenario).length,
        attemptsNeeded: CASES_LEAST,
      };
    }),
    backTests: scenarios.flatMap(([scenario]) => {
      const test = backTest(board, scenario);
      return test ? [{ scenario, title: titles.scenario(scenario), ...test }] : [];
    }),
  };
}

function capabilityFigure(board: Board, members: readonly PersonBoard[], id: string, title: Text) {
  const own = members.flatMap((one) => one.competencies.get(id) ?? []);
  if (own.length === 0) return [];
  const estimates = own.map((one): EstimateView => estimateOf(board, one, tasksOf(board, id)));
  const sure = estimates.filter(({ enough }) => enough);
  return [{ id, title, chance: meanChance(sure), people: sure.length, unsure: estimates.length - sure.length }];
}

export const meanChance = (estimates: readonly EstimateView[]): number | null =>
  estimates.length === 0 ? null : estimates.reduce((sum, { chance }) => sum + chance, 0) / estimates.length;

/** By calendar month in UTC. */
function monthsOf(attempts: readonly Attempt[]): GroupPortrait["months"] {
  const monthOf = (atMs: number): number => Date.UTC(new Date(atMs).getUTCFullYear(), new Date(atMs).getUTCMonth(), 1);
  return [...groupBy(attempts, ({ atMs }) => String(monthOf(atMs)))]
    .map(([month, own]) => ({
      fromMs: Number(month),
      rate: rateOf(own.filter(({ passed }) => passed).length, own.length),
    }))
    .slice(-MONTHS_SHOWN);
}

function hardestOf(members: readonly PersonBoard[], board: Board, titles: Titles): TaskFigure[] {
  const names = new Set(members.map(({ person }) => person));
  return [...board.marks]
    .filter(([, { person }]) => names.has(person))
    .reduce((sums, [key, { met }]) => {
      const sum = sums.get(key) ?? { attempts: 0, met: 0 };
      sums.set(key, { attempts: sum.attempts + 1, met: sum.met + Number(met) });
      return sums;
    }, new Map<string, { attempts: number; met: number }>())
    .entries()
    .flatMap(([key, figures]) => {
      const level = board.tasks.get(key);
      if (!level) return [];
      const { scenario, task, capability, difficulty } = level;
      return [
        { scenario: titles.scenario(scenario), task: titles.task(scenario, task), capability, difficulty, ...figures },
      ];
    })
    .toArray()
    .sort((a, b) => a.met / a.attempts - b.met / b.attempts)
    .slice(0, HARDEST);
}

/** What is known of a person before a next attempt; the seat is the one held last. */
export function prospectOf(board: Board, person: PersonBoard, scenario: string): Prospect {
  const earlier = person.attempts.filter((one) => one.scenario === scenario);
  const tasks = tasksOf(board).filter(
    (one) => one.scenario === scenario && person.seen.has(taskKey(scenario, one.task)),
  );
  const own = tasks.length > 0 ? tasks : tasksOf(board).filter((one) => one.scenario === scenario);
  const chances = own.map((level) => {
    const known = person.competencies.get(level.capability) ?? person.overall;
    return chanceOf(presentAbility(board, known), level.difficulty, level.standardError);
  });
  return {
    person: person.person,
    expected: chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length),
    earlier: earlier.length,
    last: earlier.at(-1)?.passed ?? null,
  };
}
