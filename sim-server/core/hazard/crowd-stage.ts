// A stage as the plan a crowd walks on: rooms of one height that touch make a floor, stairs join floors, doors are gaps.
import type { Door, Room, Stage } from "../../../scenarios/format/stage.ts";
import type { CrowdPlan, PlanExit, PlanPoint, PlanStair } from "./crowd-plan.ts";

export type StagePlan = {
  readonly plan: CrowdPlan;
  /** The floor of each room; stairs have none. */
  readonly floorOf: ReadonlyMap<string, string>;
};

type Named = readonly [id: string, room: Room];
const TOUCH_M = 0.02;

export function crowdPlanOf(stage: Stage): StagePlan {
  const indoor = Object.entries(stage.rooms).filter(([, { indoor: inside }]) => inside);
  const level = indoor.filter(([, { stair }]) => stair === undefined);
  const floors = floorsOf(level);
  const floorOf = new Map(floors.flatMap(({ id, rooms }) => rooms.map(([room]): [string, string] => [room, id])));
  const walls: CrowdPlan["walls"][number][] = floors.flatMap(({ id, grid }) =>
    grid.inner.map(([from, to]) => ({ floor: id, from, to })),
  );
  const stairs = indoor.flatMap(([id, room]) => stairOf(id, room, level, floorOf));
  const doors: CrowdPlan["doors"][number][] = [];
  const exits: PlanExit[] = [];
  for (const [id, door] of Object.entries(stage.doors)) {
    const [a, b] = door.between.map((room) => floorOf.get(room));
    const floor = a ?? b;
    if (floor === undefined || door.between.some((room) => stage.rooms[room]?.stair !== undefined)) continue;
    const line = { id, floor, ...gapOf(door, level) };
    if (a !== undefined && b !== undefined) doors.push(line);
    else exits.push(line);
  }
  return {
    plan: {
      floors: floors.map(({ id, zM, grid }) => ({ id, zM, outline: grid.outline })),
      stairs,
      walls,
      doors,
      exits,
    },
    floorOf,
  };
}

type Floor = {
  id: string;
  zM: number;
  rooms: Named[];
  grid: { outline: PlanPoint[]; inner: [PlanPoint, PlanPoint][] };
};

function floorsOf(rooms: readonly Named[]): Floor[] {
  const left = [...rooms];
  const floors: Floor[] = [];
  for (let seed = left.shift(); seed; seed = left.shift()) {
    const joined: Named[] = [seed];
    for (const one of joined)
      for (let at = left.length - 1; at >= 0; at -= 1) {
        const other = left[at];
        if (other && touches(one[1], other[1])) joined.push(...left.splice(at, 1));
      }
    floors.push({ id: `floor-${floors.length + 1}`, zM: seed[1].floorM, rooms: joined, grid: gridOf(joined) });
  }
  return floors;
}

function touches(a: Room, b: Room): boolean {
  if (Math.abs(a.floorM - b.floorM) > TOUCH_M) return false;
  const gap = (p: Room["x"], q: Room["x"]): number => Math.max(p[0], q[0]) - Math.min(p[1], q[1]);
  const [gx, gy] = [gap(a.x, b.x), gap(a.y, b.y)];
  return (Math.abs(gx) <= TOUCH_M && gy < -TOUCH_M) || (Math.abs(gy) <= TOUCH_M && gx < -TOUCH_M);
}

/** The rooms on the grid of all their edges: what bounds the whole of them, and the walls between two of them. */
function gridOf(rooms: readonly Named[]): Floor["grid"] {
  const lines = (axis: "x" | "y"): number[] =>
    [...new Set(rooms.flatMap(([, room]) => room[axis].map((at) => Math.round(at * 1000) / 1000)))].sort(
      (a, b) => a - b,
    );
  const [xs, ys] = [lines("x"), lines("y")];
  const owner = (column: number, row: number): number => {
    const [x0, x1, y0, y1] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
    if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return -1;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return rooms.findIndex(([, room]) => x > room.x[0] && x < room.x[1] && y > room.y[0] && y < room.y[1]);
  };
  const inner: [PlanPoint, PlanPoint][] = [];
  const edges = new Map<string, PlanPoint[]>();
  const point = (column: number, row: number): PlanPoint => [xs[column] ?? 0, ys[row] ?? 0];
  const edge = (from: PlanPoint, to: PlanPoint): void => {
    edges.set(from.join(" "), [...(edges.get(from.join(" ")) ?? []), to]);
  };
  for (let row = 0; row <= ys.length; row += 1)
    for (let column = 0; column <= xs.length; column += 1) {
      const here = owner(column, row);
      const [west, south] = [owner(column - 1, row), owner(column, row - 1)];
      // With the inside on the left, the outline runs anticlockwise.
      if (here >= 0 && west < 0) edge(point(column, row + 1), point(column, row));
      else if (here < 0 && west >= 0) edge(point(column, row), point(column, row + 1));
      else if (here !== west) inner.push([point(column, row), point(column, row + 1)]);
      if (here >= 0 && south < 0) edge(point(column, row), point(column + 1, row));
      else if (here < 0 && south >= 0) edge(point(column + 1, row), point(column, row));
      else if (here !== south) inner.push([point(column, row), point(column + 1, row)]);
    }
  return { outline: longest(edges), inner: merged(inner) };
}

/** Of the loops the edges make, the one round the most ground; courtyards are left out. */
function longest(edges: Map<string, PlanPoint[]>): PlanPoint[] {
  let best: PlanPoint[] = [];
  for (const [start] of edges) {
    const loop: PlanPoint[] = [];
    let at = start;
    for (let next = edges.get(at)?.shift(); next; next = edges.get(at)?.shift()) {
      loop.push(next);
      at = next.join(" ");
    }
    if (areaM2(loop) > areaM2(best)) best = loop;
  }
  return best.filter((point, index) => {
    const [before, after] = [best.at(index - 1) ?? point, best[(index + 1) % best.length] ?? point];
    return (point[0] - before[0]) * (after[1] - point[1]) !== (point[1] - before[1]) * (after[0] - point[0]);
  });
}

const areaM2 = (loop: readonly PlanPoint[]): number =>
  loop.reduce((sum, [x, y], index) => {
    const [nx, ny] = loop[(index + 1) % loop.length] ?? [x, y];
    return sum + (x * ny - nx * y) / 2;
  }, 0);

/** Pieces that go on straight become one wall, so that a door may lie across their joint. */
function merged(pieces: readonly [PlanPoint, PlanPoint][]): [PlanPoint, PlanPoint][] {
  const out: [PlanPoint, PlanPoint][] = [];
  const left = [...pieces];
  for (let piece = left.shift(); piece; piece = left.shift()) {
    let [from, to] = piece;
    for (let at = 0; at < left.length; at += 1) {
      const other = left[at];
      const straight = other && (from[0] === to[0] ? other[0][0] === other[1][0] : other[0][1] === other[1][1]);
      if (!other || !straight || (other[0].join() !== to.join() && other[1].join() !== from.join())) continue;
      if (other[0].join() === to.join()) to = other[1];
      else from = other[0];
      left.splice(at, 1);
      at = -1;
    }
    out.push([from, to]);
  }
  return out;
}

/** A door as a gap, set onto the nearest wall line of the rooms it stands between. */
function gapOf(door: Door, rooms: readonly Named[]): { from: PlanPoint; to: PlanPoint } {
  const across = door.wall === "north" || door.wall === "south";
  const axis = across ? "y" : "x";
  const lines = rooms.filter(([id]) => door.between.includes(id)).flatMap(([, room]) => [...room[axis]]);
  const near = (line: number): number => Math.abs(line - door.at[axis]);
  const line = lines.reduce((best, one) => (near(one) < near(best) ? one : best), lines[0] ?? door.at[axis]);
  const half = door.widthM / 2;
  return across
    ? { from: [door.at.x - half, line], to: [door.at.x + half, line] }
    : { from: [line, door.at.y - half], to: [line, door.at.y + half] };
}

function stairOf(id: string, room: Room, rooms: readonly Named[], floorOf: ReadonlyMap<string, string>): PlanStair[] {
  if (room.stair === undefined) return [];
  const [x, y] = [(room.x[0] + room.x[1]) / 2, (room.y[0] + room.y[1]) / 2];
  const sides: Record<NonNullable<Room["stair"]>, PlanPoint> = {
    west: [room.x[0] - 0.1, y],
    east: [room.x[1] + 0.1, y],
    south: [x, room.y[0] - 0.1],
    north: [x, room.y[1] + 0.1],
  };
  const opposite = { east: "west", west: "east", north: "south", south: "north" } as const;
  const beyond = ([px, py]: PlanPoint): string | undefined => {
    const found = rooms.find(([, { x: sx, y: sy }]) => px >= sx[0] && px <= sx[1] && py >= sy[0] && py <= sy[1]);
    return found && floorOf.get(found[0]);
  };
  const [lower, upper] = [beyond(sides[opposite[room.stair]]), beyond(sides[room.stair])];
  if (lower === undefined || upper === undefined) return [];
  return [{ id, lower, upper, x: room.x, y: room.y, rises: room.stair }];
}
