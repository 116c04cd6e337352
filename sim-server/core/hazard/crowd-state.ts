// The state of a crowd: one entry a person, in the order of their names, plain numbers that survive JSON unchanged.
import { BODY_RADIUS_M } from "./crowd-movers.ts";
import type { CrowdPerson, Need } from "./crowd-people.ts";
import type { CrowdWorld } from "./crowd-world.ts";

/** "waiting" before setting off or for help, "carried" by somebody, "down" and unable to go on, "out" for good. */
export type Mode = "waiting" | "walking" | "carried" | "down" | "out";
/** Somebody sent to a point: the way there, and what is done on arrival. */
type Errand = {
  points: [xM: number, yM: number, zM: number][];
  next: number;
  /** The person to help, or -1: then one waits at the end of the way. */
  fetch: number;
  /** Until when the helper makes the person ready, ticks; -1 before arrival. */
  readyTick: number;
};

export type Crowd = {
  tick: number;
  /** -1 until the alarm is raised. */
  alarmTick: number;
  readonly ids: string[];
  mode: Mode[];
  x: number[];
  y: number[];
  layer: number[];
  facingX: number[];
  facingY: number[];
  speedMps: number[];
  paceMps: number[];
  radiusM: number[];
  /** Ticks between the alarm and setting off. */
  premovementTicks: number[];
  /** Exits known, and exits found shut, as bits; at most 30 exits. */
  knows: number[];
  barred: number[];
  /** The exit ordered and the exit one goes to, or -1. */
  ordered: number[];
  goal: number[];
  walkM: number[];
  /** Number of the group, or -1. */
  group: number[];
  /** Share of pace that smoke and injuries leave. */
  smokeShare: number[];
  injuryShare: number[];
  need: Need[];
  /** Whom one carries or leads, and by whom one is helped; -1 for nobody. */
  helps: number[];
  helpedBy: number[];
  errand: (Errand | null)[];
  /** Exit and tick of leaving, -1 before. */
  leftBy: number[];
  leftTick: number[];
  /** Doors and exits that are shut. */
  shut: string[];
  /** When each limited door or exit can be passed again, s, by its name. */
  freeS: Record<string, number>;
};

/** The people of a run before the alarm; in whatever order they are given, the state is the same. */
export function openCrowd(world: CrowdWorld, people: readonly CrowdPerson[]): Crowd {
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const groups = [...new Set(sorted.flatMap(({ group }) => (group === undefined ? [] : [group])))].sort();
  const everyExit = 2 ** world.plan.exits.length - 1;
  const each = <T>(of: (person: CrowdPerson) => T): T[] => sorted.map(of);
  const premovementS = (person: CrowdPerson): number =>
    person.group === undefined
      ? person.premovementS
      : Math.max(...sorted.filter(({ group }) => group === person.group).map((mate) => mate.premovementS));
  return {
    tick: 0,
    alarmTick: -1,
    ids: each(({ id }) => id),
    mode: each(() => "waiting"),
    x: each(({ x }) => x),
    y: each(({ y }) => y),
    layer: each(({ floor, id }) => {
      const layer = world.plan.floors.findIndex((one) => one.id === floor);
      if (layer < 0) throw new Error(`${id} stands on floor ${floor}, which the plan lacks`);
      return layer;
    }),
    facingX: each(() => 0),
    facingY: each(() => 1),
    speedMps: each(() => 0),
    paceMps: each(({ paceMps }) => paceMps),
    radiusM: each(({ radiusM }) => radiusM || BODY_RADIUS_M),
    premovementTicks: each((person) => Math.round(premovementS(person) * 10)),
    knows: each(({ knows }) => (knows ? maskOf(world, knows) : everyExit)),
    barred: each(() => 0),
    ordered: each(() => -1),
    goal: each(() => -1),
    walkM: each(() => 0),
    group: each(({ group }) => (group === undefined ? -1 : groups.indexOf(group))),
    smokeShare: each(() => 1),
    injuryShare: each(() => 1),
    need: each(({ need }) => need ?? "none"),
    helps: each(() => -1),
    helpedBy: each(() => -1),
    errand: each(() => null),
    leftBy: each(() => -1),
    leftTick: each(() => -1),
    shut: [],
    freeS: {},
  };
}

/** Exits as bits. */
const maskOf = (world: CrowdWorld, exits: readonly string[]): number =>
  exits.reduce((mask, id) => mask | (1 << exitIndex(world, id)), 0);

export function exitIndex(world: CrowdWorld, id: string): number {
  const index = world.plan.exits.findIndex((exit) => exit.id === id);
  if (index < 0) throw new Error(`the plan has no exit ${id}`);
  return index;
}
