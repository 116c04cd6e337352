// A small run for proofs of the core: a store with two rooms, four people, one of every prop, and no gas unless asked.
import type { Fact, FactKind } from "../../scenarios/format/facts.ts";
import { parseScenario } from "../../scenarios/format/parse.ts";
import type { Intent } from "../protocol/intents.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { type Compiled, compileScenario } from "./compile.ts";
import { TICKS } from "./run.ts";
import { open, type Session, step } from "./session.ts";
import type { Body } from "./state.ts";

const t = (words: string) => ({ zh: words, en: words });
const prop = (kind: string, x: number, y: number, more: object = {}) => ({
  kind,
  title: t(kind),
  at: { x, y },
  ...more,
});

/** The store stands east of the origin, its west door on x = 0; a wall with a door at x = 8 parts off the back room. */
export const STAGE = {
  title: t("hut"),
  model: "hut",
  bounds: { x: [-40, 40], y: [-40, 40] },
  rooms: {
    store: { title: t("store"), x: [0, 8], y: [0, 6], leakageAirChangesPerHour: 6 },
    back: { title: t("back"), x: [8, 12], y: [0, 6] },
  },
  doors: {
    "west-door": { title: t("west"), between: ["store", "outdoors"], at: { x: 0, y: 3 }, wall: "west", widthM: 1.2 },
    "back-door": { title: t("back"), between: ["store", "back"], at: { x: 8, y: 3 }, wall: "east", widthM: 1 },
  },
  places: {
    start: { title: t("start"), at: { x: -6, y: 3 } },
    behind: { title: t("behind"), at: { x: 20, y: 3 } },
    village: { title: t("village"), at: { x: 60, y: 3 } },
  },
  props: {
    tank: prop("container", 4, 5, { substance: "chlorine", fillKg: 800, volumeM3: 0.8, workS: 4 }),
    "tank-valve": prop("valve", 4, 2, { of: "tank", workS: 5 }),
    tap: prop("valve", -10, 3, { workS: 2 }),
    fan: prop("switch", -0.15, 5, { faces: 270, of: "store", does: "extract", flowM3ps: 1 }),
    call: prop("button", -0.15, 1, { faces: 270, does: "alarm" }),
    head: prop("gas-head", 2, 1, { substance: "chlorine", alarmPpm: [0.5, 1], rangePpm: 20 }),
    panel: prop("control-panel", -20, 3),
    sock: prop("wind-sock", -20, 10),
    suits: prop("suit-rack", -12, 8, { workS: 3, count: 1 }),
    sets: prop("scba-rack", -12, 6, { workS: 2, count: 2 }),
    phone: prop("phone", -14, 3),
    desk: prop("report-desk", -14, 10),
    hoist: prop("hoist", 6, 2, { of: "tank", workS: 3 }),
    pit: prop("pool", 6, 4),
    monitor: prop("monitor", -4, -4, { of: "tank", workS: 1 }),
    shower: prop("shower", -8, -8, { workS: 2 }),
    board: prop("board", -20, -10, { workS: 1 }),
    gate: prop("barrier", -30, 0),
    sample: prop("sample-point", -2, 3, { workS: 1 }),
    siren: prop("siren", -0.2, 3),
    wash: prop("scenery", 10, 5),
  },
};

const BASE = {
  format: 1,
  id: "hut",
  version: "1.0.0",
  title: t("hut"),
  summary: t("hut"),
  kind: "emergency",
  duration: "10m",
  difficulty: 1,
  departments: ["emergency-management"],
  law: ["cn-decree-493@2007-06-01"],
  startsAt: "09:00",
  briefing: t("hut"),
  weather: { windSpeedMps: 2, windFromDeg: 270, temperatureC: 20, sky: "overcast" },
  positions: {
    lead: { title: t("lead"), brief: t("lead"), players: 1, at: "start" },
    hand: { title: t("hand"), brief: t("hand"), players: 3, at: "start", detector: true },
  },
  simulated: { bureau: { title: t("bureau"), channels: ["phone"] } },
  messages: { hello: { title: t("hello"), text: t("hello"), from: ["lead"], to: ["hand"], channel: "radio" } },
  stage: STAGE,
  hazards: {
    leak: {
      kind: "gas-release",
      title: t("leak"),
      substance: "chlorine",
      from: "tank",
      room: "store",
      opening: { diameterMm: 8, side: "liquid" },
      starts: "5h",
    },
  },
  phases: [{ id: "only", title: t("only") }],
  objectives: [
    {
      id: "all",
      title: t("all"),
      capabilities: [
        { id: "one", title: t("one"), tasks: [task("greet", { met: "happened('evacuation-ordered')", weight: 1 })] },
      ],
    },
  ],
  end: [{ when: "elapsed > 100000.0", outcome: "time-up", text: t("end") }],
  scales: ["percent"],
  pass: { percent: 60 },
};

export function task(id: string, more: object) {
  return { id, title: t(id), standard: { P: t(`${id} done`), U: t(`${id} not done`) }, ...more };
}

/** Objectives with these tasks in one capability. */
export const judging = (...tasks: object[]) => ({
  objectives: [{ id: "all", title: t("all"), capabilities: [{ id: "one", title: t("one"), tasks }] }],
});

/** The leak runs from the given time. */
export const leakFrom = (starts: string) => ({ hazards: { leak: { ...BASE.hazards.leak, starts } } });

/** Parses the hut with parts of it replaced; what the language refuses comes back as sentences. */
export const parseHut = (change: object = {}) =>
  parseScenario(new Map([["scenario.yaml", JSON.stringify({ ...BASE, ...change })]]));

export function hut(change: object = {}): Compiled {
  const { scenario, problems } = parseHut(change);
  if (!scenario) throw new Error(problems.map(({ path, sentence }) => `${path}: ${sentence.en}`).join("\n"));
  return compileScenario(scenario);
}

/** A run in hand: ask, let time pass, look at what came of it. */
export function rig(compiled: Compiled, players: readonly string[] = ["lead-1", "hand-1", "hand-2"], seed = 1) {
  const session: Session = open(compiled, {
    seed,
    parameters: {},
    players: Object.fromEntries(players.map((slot) => [slot, slot])),
  });
  const { run } = session;
  const ask = (by: string, intent: Intent): RefusalCode | null =>
    step(session, [{ by, intent }]).refused[0]?.code ?? null;
  const wait = (seconds: number): void => {
    for (let tick = 0; tick < seconds * TICKS; tick += 1) step(session, []);
  };
  const body = (slot: string): Body => {
    const found = run.state.bodies[slot];
    if (!found) throw new Error(`no body ${slot}`);
    return found;
  };
  const facts = (kind: FactKind, of?: string): Fact[] =>
    run.index.all.filter((fact) => fact.kind === kind && (of === undefined || fact.of === of));
  /** Puts somebody somewhere at once, as if they had walked there. */
  const put = (slot: string, x: number, y: number): void => {
    Object.assign(body(slot), { x, y, room: run.compiled.map.roomAt(x, y) });
  };
  /** Waits until something holds, at most so many seconds; says whether it came to hold. */
  const waitFor = (holds: () => boolean, mostS: number): boolean => {
    for (let tick = 0; tick < mostS * TICKS && !holds(); tick += 1) step(session, []);
    return holds();
  };
  return { session, run, ask, wait, waitFor, body, facts, put, start: () => ask("instructor:1", { do: "start" }) };
}
