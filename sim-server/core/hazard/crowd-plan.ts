// The plan a crowd walks on: floors, stairs, walls, doors and exits in metres, and the walls that follow from them.

export type PlanPoint = readonly [xM: number, yM: number];
/** A straight opening or wall on one floor, from one end to the other. */
type Line = { readonly floor: string; readonly from: PlanPoint; readonly to: PlanPoint };
/** People per second that may pass at most; left out, only the bodies themselves limit the flow. */
type Limited = { readonly flowLimitPerS?: number };
export type PlanExit = Line & Limited & { readonly id: string };
type PlanDoor = Line & Limited & { readonly id: string };
type PlanFloor = { readonly id: string; readonly zM: number; readonly outline: readonly PlanPoint[] };
export type PlanStair = {
  readonly id: string;
  readonly lower: string;
  readonly upper: string;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** The side towards which it climbs. */
  readonly rises: "east" | "west" | "north" | "south";
  /** Share of level pace, along the plan; left out, Weidmann's means. */
  readonly upPace?: number;
  readonly downPace?: number;
};
export type CrowdPlan = {
  readonly floors: readonly PlanFloor[];
  readonly stairs: readonly PlanStair[];
  readonly walls: readonly Line[];
  /** Gaps in walls; one that is shut is a wall. */
  readonly doors: readonly PlanDoor[];
  /** Gaps in the outline of a floor: whoever crosses one has left. */
  readonly exits: readonly PlanExit[];
};

/** Walking on stairs as a share of level pace: 0.610 up and 0.694 down against 1.34 m/s, along the plan (Weidmann 1993). */
export const STAIR_PACE = { up: 0.61 / 1.34, down: 0.694 / 1.34 } as const;

/** A wall as motion meets it; `layer` counts the floors first and then the stairs. */
export type Segment = { layer: number; x1: number; y1: number; x2: number; y2: number };

/** Which ends of a stair are open, as lines: the foot lies on the lower floor, the head on the upper. */
function stairEnds(stair: PlanStair): { foot: [PlanPoint, PlanPoint]; head: [PlanPoint, PlanPoint] } {
  const [x0, x1] = stair.x;
  const [y0, y1] = stair.y;
  const sides: Record<PlanStair["rises"], [PlanPoint, PlanPoint]> = {
    west: [
      [x0, y0],
      [x0, y1],
    ],
    east: [
      [x1, y0],
      [x1, y1],
    ],
    south: [
      [x0, y0],
      [x1, y0],
    ],
    north: [
      [x0, y1],
      [x1, y1],
    ],
  };
  const opposite = { east: "west", west: "east", north: "south", south: "north" } as const;
  return { foot: sides[opposite[stair.rises]], head: sides[stair.rises] };
}

/** All walls: outlines and inner walls less their openings, shut doors, and the sides of stairs. */
export function wallsOf(plan: CrowdPlan, shut: readonly string[]): Segment[] {
  const found: Segment[] = [];
  plan.floors.forEach((floor, layer) => {
    const openings = [
      ...plan.exits.filter((exit) => exit.floor === floor.id && !shut.includes(exit.id)),
      ...plan.doors.filter((door) => door.floor === floor.id && !shut.includes(door.id)),
    ].map((gap): [PlanPoint, PlanPoint] => [gap.from, gap.to]);
    for (const stair of plan.stairs) {
      const { foot, head } = stairEnds(stair);
      if (stair.lower === floor.id) openings.push(foot);
      if (stair.upper === floor.id) openings.push(head);
    }
    const solid: [PlanPoint, PlanPoint][] = floor.outline.map((point, index) => [
      point,
      floor.outline[(index + 1) % floor.outline.length] ?? point,
    ]);
    for (const wall of plan.walls) if (wall.floor === floor.id) solid.push([wall.from, wall.to]);
    for (const stair of plan.stairs)
      if (stair.lower === floor.id || stair.upper === floor.id) solid.push(...outlineOf(stair));
    for (const [from, to] of solid) cut(layer, from, to, openings, found);
  });
  plan.stairs.forEach((stair, index) => {
    const layer = plan.floors.length + index;
    const { foot, head } = stairEnds(stair);
    for (const [from, to] of outlineOf(stair)) cut(layer, from, to, [foot, head], found);
    for (const [floor, [a, b]] of [
      [stair.lower, foot],
      [stair.upper, head],
    ] as const) {
      // Walls of the floor beside the mouth are felt from the last step as well.
      const at = plan.floors.findIndex(({ id }) => id === floor);
      const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const reachM = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + 1;
      const near = found.filter(
        (wall) =>
          wall.layer === at &&
          segmentGapM(wall, mx, my) < reachM &&
          !insideOf(stair, (wall.x1 + wall.x2) / 2, (wall.y1 + wall.y2) / 2),
      );
      found.push(...near.map((wall) => ({ ...wall, layer })));
    }
  });
  return found;
}

function outlineOf(stair: PlanStair): [PlanPoint, PlanPoint][] {
  const [x0, x1] = stair.x;
  const [y0, y1] = stair.y;
  const corners: PlanPoint[] = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
  return corners.map((point, index) => [point, corners[(index + 1) % 4] ?? point]);
}

/** Whether a point lies on a stair's footprint, its edges included. */
export const insideOf = (stair: PlanStair, x: number, y: number): boolean =>
  x >= stair.x[0] - 1e-9 && x <= stair.x[1] + 1e-9 && y >= stair.y[0] - 1e-9 && y <= stair.y[1] + 1e-9;

/** Whether a point lies inside a floor's outline (even-odd). */
export function onFloor(outline: readonly PlanPoint[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i, i += 1) {
    const [xi, yi] = outline[i] ?? [0, 0];
    const [xj, yj] = outline[j] ?? [0, 0];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** The distance from a point to a wall, m. */
export function segmentGapM(wall: Omit<Segment, "layer">, x: number, y: number): number {
  const wx = wall.x2 - wall.x1;
  const wy = wall.y2 - wall.y1;
  const square = wx * wx + wy * wy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - wall.x1) * wx + (y - wall.y1) * wy) / square));
  const dx = x - wall.x1 - share * wx;
  const dy = y - wall.y1 - share * wy;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Adds what is left of a wall once the openings that lie along it are taken out. */
function cut(
  layer: number,
  from: PlanPoint,
  to: PlanPoint,
  gaps: readonly [PlanPoint, PlanPoint][],
  into: Segment[],
): void {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const square = dx * dx + dy * dy;
  if (square === 0) return;
  const along = (point: PlanPoint): number => ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square;
  const beside = (point: PlanPoint): number =>
    Math.abs((point[0] - from[0]) * dy - (point[1] - from[1]) * dx) / Math.sqrt(square);
  const open = gaps
    .filter(([a, b]) => beside(a) < 0.05 && beside(b) < 0.05)
    .map(([a, b]): [number, number] => [Math.min(along(a), along(b)), Math.max(along(a), along(b))])
    .sort((a, b) => a[0] - b[0]);
  let at = 0;
  const wall = (start: number, end: number): void => {
    if (end - start < 1e-6) return;
    into.push({
      layer,
      x1: from[0] + dx * start,
      y1: from[1] + dy * start,
      x2: from[0] + dx * end,
      y2: from[1] + dy * end,
    });
  };
  for (const [start, end] of open) {
    wall(at, Math.min(1, start));
    at = Math.max(at, end);
  }
  wall(at, 1);
}
