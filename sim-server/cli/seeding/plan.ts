// The year's plan of a rehearsed unit: who trains when, in which drill, in which seat, carried out how well.

import type { ScenarioCase } from "../../../scenarios/format/case.ts";
import { parseCase } from "../../../scenarios/format/parse-case.ts";
import type { ShelfItem } from "../../room/scenario-shelf.ts";
import { lapsed } from "./lapses.ts";
import { type Chance, skillOf, type Trainee } from "./people.ts";

export type Drill = { readonly item: ShelfItem; readonly scripts: readonly ScenarioCase[] };
export type Session = {
  readonly item: ShelfItem;
  readonly script: ScenarioCase;
  readonly names: Readonly<Record<string, string>>;
  readonly atMs: number;
  /** True skill in general of each seated person before the run, by slot. */
  readonly skills: Readonly<Record<string, number>>;
};

/** The scripts of a scenario's own cases that pass: how somebody who knows would do it. */
export function drillOf(item: ShelfItem, cases: ReadonlyMap<string, string>): Drill {
  const scripts = [...cases].flatMap(([file, text]) => {
    const { script } = parseCase(file, text, item.compiled.scenario);
    return script?.expect.passed && script.control.length === 0 ? [script] : [];
  });
  return { item, scripts };
}

const DAY_MS = 24 * 3600 * 1000;

/** In order of time; people learn from each session, so the plan is made in that order too. */
export function planSessions(
  people: readonly Trainee[],
  drills: readonly Drill[],
  span: { readonly fromMs: number; readonly months: number; readonly runsPerPerson: number },
  chance: Chance,
): Session[] {
  const sessions: Session[] = [];
  const days = Math.round(span.months * 30.44);
  const waiting = people.flatMap((person) =>
    Array.from({ length: span.runsPerPerson }, () => ({ person, day: chance.uniform() * days })),
  );
  waiting.sort((a, b) => a.day - b.day);
  while (waiting.length > 0) {
    const [first] = waiting;
    const drill = drills[chance.below(drills.length)];
    const script = drill?.scripts[chance.below(drill.scripts.length)];
    if (!first || !drill || !script) break;
    const names: Record<string, string> = {};
    const seated: [string, Trainee][] = [];
    for (const slot of script.players) {
      const leads = slot === script.players[0];
      const taken = (one: (typeof waiting)[number]): boolean => seated.some(([, person]) => person === one.person);
      // Whoever leads sits in the leading seat, as far as such people are waiting.
      const soon = waiting.slice(0, 30);
      const next = soon.find((one) => !taken(one) && one.person.leads === leads) ?? soon.find((one) => !taken(one));
      if (!next) break;
      waiting.splice(waiting.indexOf(next), 1);
      seated.push([slot, next.person]);
      names[slot] = next.person.name;
    }
    if (seated.length < script.players.length && waiting.length === 0 && seated.length === 0) break;
    const whole = seated.length === script.players.length ? script : undefined;
    if (!whole) break;
    const skillIn = ([slot, person]: [string, Trainee]) =>
      [slot, (capability: string | null) => skillOf(person, capability, chance)] as const;
    const skills = Object.fromEntries(seated.map(([slot, person]) => [slot, skillOf(person, null, chance)]));
    sessions.push({
      item: drill.item,
      script: {
        ...lapsed(drill.item.compiled, whole, Object.fromEntries(seated.map(skillIn)), chance),
        seed: chance.below(2 ** 31),
      },
      names,
      atMs: workingTime(span.fromMs + first.day * DAY_MS, chance),
      skills,
    });
    for (const [, person] of seated) person.runs += 1;
  }
  return sessions.sort((a, b) => a.atMs - b.atMs);
}

/** Between nine and half past four in China on a working day. */
function workingTime(nearMs: number, chance: Chance): number {
  const day = new Date(nearMs);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 1, chance.below(450));
}
