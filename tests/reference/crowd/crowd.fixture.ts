// Plans, people and runs for the published crowd cases: one engine, one parameter set, many floors.
import { type CrowdEvent, type Surroundings, stepCrowd } from "../../../sim-server/core/hazard/crowd.ts";
import { BODY_RADIUS_M } from "../../../sim-server/core/hazard/crowd-movers.ts";
import { orderOut, raiseAlarm } from "../../../sim-server/core/hazard/crowd-orders.ts";
import { type CrowdGroup, type CrowdPerson, peopleOf } from "../../../sim-server/core/hazard/crowd-people.ts";
import {
  type CrowdPlan,
  type PlanExit,
  type PlanPoint,
  segmentGapM,
} from "../../../sim-server/core/hazard/crowd-plan.ts";
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
  options: {
    untilS?: number;
    around?: Surroundings;
    before?: (crowd: Crowd, world: CrowdWorld) => void;
    each?: (crowd: Crowd, world: CrowdWorld) => void;
  } = {},
): Run {
  const world = openCrowdWorld(plan, people.length);
  const crowd = openCrowd(world, people);
  options.before?.(crowd, world);
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

/** Two rooms of 10 by 10 m joined by a corridor of 10 by 2 m, with the far walls as exits (IMO 8, NIST 2.8). */
export const twoRooms: CrowdPlan = floorPlan(
  [
    [0, 0],
    [10, 0],
    [10, 4],
    [20, 4],
    [20, 0],
    [30, 0],
    [30, 10],
    [20, 10],
    [20, 6],
    [10, 6],
    [10, 10],
    [0, 10],
  ],
  [exitAt("west", [0, 0], [0, 10]), exitAt("east", [30, 0], [30, 10])],
);

/** Twelve cabins along a corridor with an exit at each end; of 23 people 15 are sent to the main and 8 to the second. */
export function evacuateCabins(): Run {
  const walls: { floor: string; from: PlanPoint; to: PlanPoint }[] = [];
  const doors: { id: string; floor: string; from: PlanPoint; to: PlanPoint }[] = [];
  const people: CrowdPerson[] = [];
  const toSecond: string[] = [];
  for (let cabin = 0; cabin < 12; cabin += 1) {
    const x = 2 * (cabin % 6);
    const north = cabin >= 6;
    const y = north ? 5 : 4;
    walls.push({ floor: "floor", from: [x, y], to: [x + 2, y] });
    walls.push({ floor: "floor", from: [x, north ? 5 : 0], to: [x, north ? 9 : 4] });
    walls.push({ floor: "floor", from: [x + 2, north ? 5 : 0], to: [x + 2, north ? 9 : 4] });
    doors.push({ id: `cabin-${cabin + 1}`, floor: "floor", from: [x + 0.6, y], to: [x + 1.4, y] });
    for (let bed = 0; bed < (cabin === 0 ? 1 : 2); bed += 1) {
      const id = `c${cabin + 1}-${bed + 1}`;
      people.push(person(id, x + 0.6 + 0.8 * bed, north ? 8 : 1));
      if (cabin % 6 >= 4) toSecond.push(id);
    }
  }
  const exits = [exitAt("main", [-1, 4], [-1, 5]), exitAt("second", [13, 4], [13, 5])];
  const plan = floorPlan(rectangle(-1, 13, 0, 9), exits, { walls, doors });
  return evacuate(plan, people, {
    before: (crowd, world) => {
      orderOut(world, crowd, "second", toSecond, 0);
      const toMain = crowd.ids.filter((id) => !toSecond.includes(id));
      orderOut(world, crowd, "main", toMain, 0);
    },
  });
}

/** The least distance of a place to any wall of the ground, m. */
export function wallGapM(run: Pick<Run, "world" | "crowd">, i: number): number {
  const { ground } = run.world.waysWith(run.crowd.shut);
  const [x, y, layer] = [run.crowd.x[i] ?? 0, run.crowd.y[i] ?? 0, run.crowd.layer[i] ?? 0];
  return Math.min(...ground.walls.filter((wall) => wall.layer === layer).map((wall) => segmentGapM(wall, x, y)));
}

/** Prints a figure for the table of results when FIGURES is set. */
export function tell(figure: string): void {
  if (process.env["FIGURES"]) console.info(figure);
}

/** People of the mixed public on one floor, or of a given pace, without premovement. */
export const crowdIn = (
  id: string,
  count: number,
  x: [number, number],
  y: [number, number],
  change: Partial<CrowdGroup> = {},
): CrowdPerson[] =>
  peopleOf({ id, count, floor: "floor", x, y, premovement: { kind: "fixed", afterS: 0 }, ...change }, 1);

/** A stair of 10 m along the plan between two landings; people start on the lower or the upper one. */
export const stairPlan = (
  pace: { upPace?: number; downPace?: number },
  end: "lower" | "upper",
  lengthM = 10,
  widthM = 2,
): CrowdPlan => ({
  floors: [
    { id: "lower", zM: 0, outline: rectangle(-4, 0, 0, widthM) },
    { id: "upper", zM: lengthM / 2, outline: rectangle(lengthM, lengthM + 4, 0, widthM) },
  ],
  stairs: [{ id: "stair", lower: "lower", upper: "upper", x: [0, lengthM], y: [0, widthM], rises: "east", ...pace }],
  walls: [],
  doors: [],
  exits:
    end === "lower"
      ? [exitAt("end", [-4, 0], [-4, widthM], undefined, "lower")]
      : [exitAt("end", [lengthM + 4, 0], [lengthM + 4, widthM], undefined, "upper")],
});

/** Seconds that the first person spends on the stair of a stair plan. */
export function stairTimeS(plan: CrowdPlan, start: CrowdPerson): number {
  let on = 0;
  evacuate(plan, [start], {
    each: (crowd) => {
      if (crowd.layer[0] === 2) on += 1;
    },
  });
  return on / 10;
}

/** When a hundred people have gone from the west to the east room while some come the other way (IMO 8, NIST 2.8), s. */
export function counterflowS(against: number): number {
  const east = crowdIn("east", 100, [1, 7], [0.5, 9.5]);
  const west = against === 0 ? [] : crowdIn("west", against, [23, 29], [0.5, 9.5]);
  let lastS = Number.POSITIVE_INFINITY;
  evacuate(twoRooms, [...east, ...west], {
    before: (crowd, world) => {
      const starting = (name: string): string[] => crowd.ids.filter((id) => id.startsWith(name));
      orderOut(world, crowd, "east", starting("east"), 0);
      orderOut(world, crowd, "west", starting("west"), 0);
    },
    each: (crowd) => {
      const over = crowd.ids.every(
        (id, i) => !id.startsWith("east") || crowd.mode[i] === "out" || (crowd.x[i] ?? 0) > 20,
      );
      if (over && lastS === Number.POSITIVE_INFINITY) lastS = crowd.tick / 10;
    },
  });
  return lastS;
}
