// `seed`: a year of a unit's training, rehearsed by bots of different skill through the real engine, into a data folder.
import { existsSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { readScenarioFiles } from "../../scenarios/format/load.ts";
import { JournalProblem } from "../journal/journal-problem.ts";
import { openShelf } from "../room/scenario-shelf.ts";
import { openStore } from "../store/open-store.ts";
import { StoreProblem } from "../store/store-problem.ts";
import type { Answer, Command, Place } from "./command.ts";
import { SCENARIOS, scenariosUnder } from "./scenario-folder.ts";
import { openChance, openPeople } from "./seeding/people.ts";
import { type Drill, drillOf, planSessions } from "./seeding/plan.ts";
import { type Judged, type Power, powerOf } from "./seeding/power.ts";
import { COHORT, openCohorts, playAll } from "./seeding/year.ts";

type Wish = {
  readonly dataDir: string;
  readonly people: number;
  readonly months: number;
  readonly runsPerPerson: number;
  readonly seed: number;
  readonly unit: string;
  readonly threads: number;
  readonly scenario: string | undefined;
  readonly endMs: number;
};

export const seed: Command = {
  name: "seed",
  summary: "Fills a data folder with a unit's training year: bots of different skill play every drill by the engine.",
  operands: { usage: "", least: 0, most: 0 },
  options: {
    people: { takes: "number", says: "people of the unit (default 300)" },
    months: { takes: "number", says: "months of training up to today (default 12)" },
    runs: { takes: "number", says: "drills of each person in that time (default 8)" },
    seed: { takes: "number", says: "the same seed gives the same year (default 1)" },
    unit: { takes: "name", says: "the unit (default 清源县应急管理局)" },
    scenario: { takes: "id", says: "only this scenario (default: every drill whose cases show how to pass)" },
    threads: { takes: "number", says: "threads that play (default: one less than the machine has)" },
    data: { takes: "folder", says: "where to write (default: SANDTABLE_DATA or data)" },
  },
  examples: ["--people 300 --months 12 --data data-demo"],

  async run(asked, place) {
    const numbers: Record<string, number> = {};
    for (const [flag, usual, least, most] of LIMITS) {
      const given = asked.one(flag);
      const value = given === undefined ? usual : Number(given);
      if (!Number.isInteger(value) || value < least || value > most)
        return { misuse: `--${flag} is a whole number from ${least} to ${most}.` };
      numbers[flag] = value;
    }
    const data = asked.one("data");
    const wish: Wish = {
      dataDir: data === undefined ? place.dataDir : resolve(place.cwd, data),
      people: numbers["people"] ?? 300,
      months: numbers["months"] ?? 12,
      runsPerPerson: numbers["runs"] ?? 8,
      seed: numbers["seed"] ?? 1,
      threads: numbers["threads"] ?? 1,
      unit: asked.one("unit") ?? "清源县应急管理局",
      scenario: asked.one("scenario"),
      endMs: Math.floor(Date.now() / DAY_MS) * DAY_MS,
    };
    const drills = drillsOf(wish.scenario);
    if (drills.length === 0) return { misuse: "No such drill has a case that shows how to pass it." };
    try {
      return await fill(wish, drills, place);
    } catch (error) {
      if (error instanceof JournalProblem && error.code === "run-exists")
        return {
          misuse: `${wish.dataDir} holds the year of seed ${wish.seed} already; choose another --seed or --data.`,
        };
      if (!(error instanceof StoreProblem)) throw error;
      return { exit: 1, data: { problem: error.code }, lines: [error.message] };
    }
  },
};

const DAY_MS = 24 * 3600 * 1000;
const LIMITS: readonly (readonly [string, number, number, number])[] = [
  ["people", 300, 3, 5000],
  ["months", 12, 1, 60],
  ["runs", 8, 1, 100],
  ["seed", 1, 0, 2 ** 31 - 1],
  ["threads", Math.max(1, availableParallelism() - 1), 1, 64],
];

function drillsOf(wanted: string | undefined): Drill[] {
  const cases = new Map(scenariosUnder(SCENARIOS).map((folder) => [folder, readScenarioFiles(folder)]));
  const shelf = openShelf(SCENARIOS);
  return [...shelf.items.values()].flatMap((item) => {
    if (wanted !== undefined && item.compiled.scenario.id !== wanted) return [];
    const own = [...cases.values()].find((files) => files.get("scenario.yaml") === item.files["scenario.yaml"]);
    const scripts = new Map([...(own ?? [])].filter(([name]) => name.startsWith("cases/")));
    const drill = drillOf(item, scripts);
    return drill.scripts.length > 0 ? [drill] : [];
  });
}

async function fill(wish: Wish, drills: readonly Drill[], { language }: Place): Promise<Answer> {
  const chance = openChance(wish.seed);
  const people = openPeople(wish.people, COHORT, chance);
  const { months, runsPerPerson, endMs } = wish;
  const fromMs = endMs - months * 30.44 * DAY_MS;
  const sessions = planSessions(people, drills, { fromMs, months, runsPerPerson }, chance);
  const fresh = !existsSync(join(wish.dataDir, "sandtable.db"));
  const startedMs = performance.now();
  const store = await openStore(wish.dataDir);
  let judged: Map<string, Judged[]>;
  try {
    await openCohorts(store, people, wish, fromMs);
    judged = await playAll(store, wish, drills, sessions);
  } finally {
    await store.close();
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const powers = drills.map(({ item: { compiled } }) =>
    powerOf(
      compiled.scenario,
      new Map(compiled.tasks.map(({ task }) => [task.id, task.title])),
      judged.get(compiled.scenario.id) ?? [],
    ),
  );
  const truth = people.map(({ name, base, gain, runs, leads }) => ({ name, base, gain, runs, leads }));
  writeFileSync(
    join(wish.dataDir, "rehearsed-truth.json"),
    `${JSON.stringify({ seed: wish.seed, people: truth, powers })}\n`,
  );
  const rate = Math.round((sessions.length / seconds) * 10) / 10;
  return {
    exit: 0,
    data: {
      dataDir: wish.dataDir,
      fresh,
      people: people.length,
      runs: sessions.length,
      seconds,
      runsPerSecond: rate,
      powers,
    },
    lines: [
      `${sessions.length} runs of ${people.length} people are in ${wish.dataDir}, ${rate} a second.`,
      ...powers.flatMap((power) => powerLines(power, language)),
    ],
  };
}

function powerLines({ title, runs, correlation, passAuc, tasks }: Power, language: "zh" | "en"): string[] {
  const figure = (value: number | null): string => (value === null ? "  – " : value.toFixed(2));
  return [
    `${title[language]}: ${runs} runs, rank correlation of score and skill ${figure(correlation)}, AUC of pass ${figure(passAuc)}`,
    ...tasks.map(
      (one) => `  ${figure(one.auc)}  ${String(Math.round(one.done * 100)).padStart(3)} %  ${one.title[language]}`,
    ),
  ];
}
