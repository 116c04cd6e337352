// The crowds of a run made ready: the ground they walk on, who stands where, and nobody told anything yet.
import type { CrowdEntry } from "../../../scenarios/format/crowd.ts";
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import { openHarm } from "./crowd-harm.ts";
import { setShut } from "./crowd-orders.ts";
import { type CrowdGroup, peopleOf } from "./crowd-people.ts";
import type { Premovement } from "./crowd-premovement.ts";
import { crowdPlanOf } from "./crowd-stage.ts";
import { openCrowd } from "./crowd-state.ts";
import { type CrowdWorld, openCrowdWorld } from "./crowd-world.ts";
import type { CrowdData } from "./fire-data.ts";

export type CrowdPlanned = {
  readonly world: CrowdWorld;
  readonly groups: readonly (readonly [id: string, entry: CrowdEntry, floor: string])[];
  /** Doors people walk through, with the middle of each. */
  readonly doors: readonly { readonly id: string; readonly x: number; readonly y: number; readonly reachM: number }[];
};

/** Nobody sets off before being told. */
const NEVER_TICKS = 1e9;
const WALL_M = 0.5;

/** Null where there is no crowd. */
export function planCrowd({ stage, crowds }: Scenario): CrowdPlanned | null {
  const entries = Object.entries(crowds);
  if (entries.length === 0) return null;
  const { plan, floorOf } = crowdPlanOf(stage);
  const groups = entries.flatMap(([id, entry]) => {
    const floor = floorOf.get(entry.room);
    return floor === undefined ? [] : [[id, entry, floor] as const];
  });
  const people = groups.reduce((sum, [, entry]) => sum + entry.people, 0);
  const world = openCrowdWorld(plan, people);
  // The ways out are found now, so that no tick of a run waits for them.
  const locked = Object.entries(stage.doors).flatMap(([id, door]) => (door.locked ? [id] : []));
  const ways = world.waysWith(locked.sort());
  for (const exit of plan.exits.keys()) ways.fieldOf(exit);
  return {
    world,
    groups,
    doors: [...plan.doors, ...plan.exits].map(({ id, from, to }) => ({
      id,
      x: (from[0] + to[0]) / 2,
      y: (from[1] + to[1]) / 2,
      reachM: Math.max(0.9, Math.abs(to[0] - from[0] + to[1] - from[1]) / 2),
    })),
  };
}

export function openCrowds(plan: CrowdPlanned | null, { stage }: Scenario, seed: number): CrowdData | null {
  if (!plan) return null;
  const people = plan.groups.flatMap(([id, entry, floor]) => {
    const room = stage.rooms[entry.room];
    if (!room) return [];
    const inset = (span: readonly [number, number]): [number, number] => [span[0] + WALL_M, span[1] - WALL_M];
    const group: CrowdGroup = {
      id,
      count: entry.people,
      floor,
      x: inset(room.x),
      y: inset(room.y),
      premovement: premovementOf(entry),
      staysTogether: entry.staysTogether,
      need: entry.need,
      ...(entry.age === "mixed" ? {} : { age: entry.age }),
      ...(entry.knows ? { knows: entry.knows } : {}),
    };
    return peopleOf(group, seed);
  });
  const crowd = openCrowd(plan.world, people);
  const drawnTicks = crowd.premovementTicks;
  crowd.premovementTicks = drawnTicks.map(() => NEVER_TICKS);
  for (const [id, { locked }] of Object.entries(stage.doors))
    if (locked && plan.doors.some((door) => door.id === id)) setShut(plan.world, crowd, id, true);
  return {
    crowd,
    harm: openHarm(crowd.ids.length),
    drawnTicks,
    groups: Object.fromEntries(
      plan.groups.map(([id]) => [id, { orderedTick: -1, ordered: false, setOff: false, done: false }]),
    ),
    found: [],
    crushed: false,
  };
}

function premovementOf({ premovement }: CrowdEntry): Premovement {
  return "least" in premovement
    ? { kind: "uniform", leastS: premovement.least, mostS: premovement.most }
    : { kind: "normal", meanS: premovement.mean, deviationS: premovement.deviation };
}
