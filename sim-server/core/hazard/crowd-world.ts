// What a run's crowd walks on, prepared once: ground and ways out for every set of doors that stand shut.
import { type Field, fieldTo, type Gate, gateOf } from "./crowd-field.ts";
import { type Ground, layGround } from "./crowd-ground.ts";
import { type Movers, openMovers } from "./crowd-movers.ts";
import type { CrowdPlan } from "./crowd-plan.ts";

/** A line that people cross: its ends, the way out over it and, if it is limited, how many may pass in a second. */
export type Crossing = Gate & { id: string; flowLimitPerS: number | null };
export type CrowdWorld = {
  readonly plan: CrowdPlan;
  readonly exits: readonly Crossing[];
  /** Doors that let only so many pass; the others need no counting. */
  readonly slowDoors: readonly Crossing[];
  readonly movers: Movers;
  /** Ground and ways out while these doors and exits are shut. */
  waysWith(shut: readonly string[]): Ways;
};
export type Ways = {
  /** What is shut counts as a wall. */
  readonly ground: Ground;
  /** The way to an exit past shut doors; that the exit itself is shut one learns at the place. */
  fieldOf(exit: number): Field;
};

/** A pure function of the plan; grounds and fields are made when they are first asked for and kept. */
export function openCrowdWorld(plan: CrowdPlan, mostPeople: number): CrowdWorld {
  const open = layGround(plan);
  const grounds = new Map<string, Ground>([["", open]]);
  const fields = new Map<string, Field>();
  const ways = new Map<string, Ways>();
  const groundOf = (shut: readonly string[]): Ground => kept(grounds, shut.join(" "), () => layGround(plan, shut));
  const fieldOf = (exit: number, doors: readonly string[]): Field =>
    kept(fields, `${exit} ${doors.join(" ")}`, () => {
      const target = plan.exits[exit];
      if (!target) throw new Error(`the plan has no exit ${exit}`);
      return fieldTo(groundOf(doors), target);
    });
  const waysWith = (shut: readonly string[]): Ways => {
    const sorted = [...shut].sort();
    const doors = sorted.filter((id) => plan.doors.some((door) => door.id === id));
    const found: Field[] = [];
    return {
      ground: groundOf(sorted),
      fieldOf(exit) {
        const field = found[exit] ?? fieldOf(exit, doors);
        found[exit] = field;
        return field;
      },
    };
  };
  return {
    plan,
    exits: plan.exits.map((exit) => ({
      ...wholeGate(gateOf(open, exit), exit),
      id: exit.id,
      flowLimitPerS: exit.flowLimitPerS ?? null,
    })),
    slowDoors: plan.doors
      .filter(({ flowLimitPerS }) => flowLimitPerS !== undefined)
      .map((door) => ({
        ...wholeGate(gateOf(open, door), door),
        id: door.id,
        flowLimitPerS: door.flowLimitPerS ?? null,
      })),
    movers: openMovers(mostPeople),
    waysWith: (shut) => kept(ways, shut.join(" "), () => waysWith(shut)),
  };
}

function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  const before = made.get(key);
  if (before !== undefined) return before;
  const now = make();
  made.set(key, now);
  return now;
}

/** The gate from post to post, without the room that shoulders keep. */
const wholeGate = (gate: Gate, line: CrowdPlan["exits"][number] | CrowdPlan["doors"][number]): Gate => ({
  ...gate,
  ax: line.from[0],
  ay: line.from[1],
  bx: line.to[0],
  by: line.to[1],
});

/** Whether a step passes a crossing: 1 outwards, -1 back in, 0 not. */
export function passes(crossing: Crossing, ax: number, ay: number, bx: number, by: number): -1 | 0 | 1 {
  const from = (ax - crossing.ax) * crossing.outX + (ay - crossing.ay) * crossing.outY;
  const to = (bx - crossing.ax) * crossing.outX + (by - crossing.ay) * crossing.outY;
  if (from > 0 === to > 0) return 0;
  const wx = crossing.bx - crossing.ax;
  const wy = crossing.by - crossing.ay;
  const share = ((bx - crossing.ax) * wx + (by - crossing.ay) * wy) / (wx * wx + wy * wy);
  if (share < 0 || share > 1) return 0;
  return to > 0 ? 1 : -1;
}
