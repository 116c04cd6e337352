// Plans, people and runs for the published crowd cases: one engine, one parameter set, many floors.
import { type CrowdEvent, type Surroundings, stepCrowd } from "../../../sim-server/core/hazard/crowd.ts";
import { BODY_RADIUS_M } from "../../../sim-server/core/hazard/crowd-movers.ts";
import { raiseAlarm } from "../../../sim-server/core/hazard/crowd-orders.ts";
import type { CrowdPerson } from "../../../sim-server/core/hazard/crowd-people.ts";
import type { CrowdPlan, PlanExit, PlanPoint } from "../../../sim-server/core/hazard/crowd-plan.ts";
import { type Crowd, openCrowd } from "../../../sim-server/core/hazard/crowd-state.ts";
import { type CrowdWorld, openCrowdWorld } from "../../../sim-server/core/hazard/crowd-world.ts";

export const rectangle = (x0: number, x1: number, y0: number, y1: number): PlanPoint[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

/** One floor with exits, and walls and doors where needed. */
export const floorPlan = (outline: PlanPoint[], exits: PlanExit[], rest: Partial<CrowdPlan> = {}): CrowdPlan => ({
  floors: [{ id: "floor", zM: 0, outline }],
  stairs: [],
  walls: [],
  doors: [],
  exits,
  ...rest,
});

export const exitAt = (
  id: string,
  from: PlanPoint,
  to: PlanPoint,
  flowLimitPerS?: number,
  floor = "floor",
): PlanExit => ({
  id,
  floor,
  from,
  to,
  ...(flowLimitPerS === undefined ? {} : { flowLimitPerS }),
});

/** A corridor from west to east with its whole end as exit. */
export const corridor = (lengthM: number, widthM: number): CrowdPlan =>
  floorPlan(rectangle(0, lengthM, 0, widthM), [exitAt("end", [lengthM, 0], [lengthM, widthM])]);

export const person = (id: string, x: number, y: number, change: Partial<CrowdPerson> = {}): CrowdPerson => ({
  id,
  floor: "floor",
  x,
  y,
  paceMps: 1.34,
  radiusM: BODY_RADIUS_M,
  premovementS: 0,
  ...change,
});

export type Run = {
  readonly world: CrowdWorld;
  readonly crowd: Crowd;
  readonly events: (CrowdEvent & { readonly s: number })[];
  /** When the last one left, s. */
  readonly lastS: number;
};

/** From the alarm until everybody is out or time is up; `each` may look at and act on every tick. */
export function evacuate(
  plan: CrowdPlan,
  people: readonly CrowdPerson[],
  options: { untilS?: number; around?: Surroundings; each?: (crowd: Crowd, world: CrowdWorld) => void } = {},
): Run {
  const world = openCrowdWorld(plan, people.length);
  const crowd = openCrowd(world, people);
  raiseAlarm(crowd);
  const events: Run["events"] = [];
  const ticks = (options.untilS ?? 600) * 10;
  for (let tick = 0; tick < ticks && crowd.mode.some((mode) => mode !== "out"); tick += 1) {
    for (const event of stepCrowd(world, crowd, options.around ?? null)) events.push({ ...event, s: crowd.tick / 10 });
    options.each?.(crowd, world);
  }
  const left = crowd.leftTick.filter((tick) => tick >= 0);
  const lastS = crowd.mode.every((mode) => mode === "out") ? Math.max(...left) / 10 : Number.POSITIVE_INFINITY;
  return { world, crowd, events, lastS };
}

/** How many left by an exit. */
export const leftBy = (run: Run, exit: string): number =>
  run.crowd.leftBy.filter((index) => run.world.exits[index]?.id === exit).length;

/** People per second between the first and last tenth of those who pass, from the times of passing in s. */
export function flowPerS(timesS: readonly number[]): number {
  const sorted = [...timesS].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  return (0.8 * sorted.length) / (at(0.9) - at(0.1));
}
