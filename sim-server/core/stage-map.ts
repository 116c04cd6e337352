// The stage as walls to walk round: which room a point is in, whether a step crosses a wall, and the way to a place.
import type { Room, Stage } from "../../scenarios/format/stage.ts";

type Segment = { x1: number; y1: number; x2: number; y2: number; door: string | null };
type Node = { x: number; y: number };
/** One storey: `z` of a point says which; 0 is the ground. */
type Storey = {
  roomAt(x: number, y: number): string;
  barrier(x1: number, y1: number, x2: number, y2: number, isOpen: (door: string) => boolean): string | null;
  path(fromX: number, fromY: number, toX: number, toY: number): [number, number][] | null;
};
export type StageMap = {
  roomAt(x: number, y: number, z?: number): string;
  /** The wall or shut door between two points, or null when the way is free. */
  barrier(x1: number, y1: number, x2: number, y2: number, isOpen: (door: string) => boolean, z?: number): string | null;
  /** A way on foot through doors (which people open), as points without the first; null when there is none. */
  path(fromX: number, fromY: number, toX: number, toY: number, z?: number): [number, number][] | null;
  /** The floor that something at a height stands on or hangs over, m; of floors that stairs join, the lowest. */
  floorAt(z: number): number;
  /** Height of the floor under somebody who walks, m, by the storey they are on. */
  heightAt(x: number, y: number, z: number): number;
};

const CLEARANCE_M = 0.45;

/** What lies this little under a floor still counts as on it, m. */
const STEP_M = 0.3;

/**
 * The whole stage: rooms on one floor are a storey, the ground one of them; floors that stairs join are one storey
 * too, side by side on the plan. People change storeys by ladder.
 */
export function mapStage(stage: Stage): StageMap {
  const storeys = storeysOf(stage).map((floors) => ({
    floorM: Math.min(...floors),
    floors,
    ...mapStorey(stage, floors),
  }));
  const floors = storeys.flatMap((storey) => storey.floors.map((floorM) => ({ floorM, storey })));
  floors.sort((a, b) => b.floorM - a.floorM);
  const on = (z: number) => {
    const found = floors.find(({ floorM }) => floorM <= z + STEP_M) ?? floors.at(-1);
    if (!found) throw new Error("a stage has a ground");
    return found.storey;
  };
  return {
    roomAt: (x, y, z = 0) => on(z).roomAt(x, y),
    barrier: (x1, y1, x2, y2, isOpen, z = 0) => on(z).barrier(x1, y1, x2, y2, isOpen),
    path: (fromX, fromY, toX, toY, z = 0) => on(z).path(fromX, fromY, toX, toY),
    floorAt: (z) => on(z).floorM,
    heightAt(x, y, z) {
      const storey = on(z);
      if (storey.floors.length === 1) return z;
      const room = stage.rooms[storey.roomAt(x, y)];
      return room ? floorUnder(room, x, y) : storey.floorM;
    },
  };
}

/** The heights of floors, those that stairs join together. */
function storeysOf(stage: Stage): number[][] {
  const groups = [...new Set([0, ...Object.values(stage.rooms).map(({ floorM }) => floorM)])].map((floorM) => [floorM]);
  for (const { stair, floorM, topM } of Object.values(stage.rooms)) {
    const [foot, head] = [
      groups.find((one) => one.includes(floorM)),
      groups.find((one) => one.includes(topM ?? floorM)),
    ];
    if (stair === undefined || !foot || !head || foot === head) continue;
    foot.push(...head);
    groups.splice(groups.indexOf(head), 1);
  }
  return groups;
}

/** A floor is flat; a stair climbs evenly to its head. */
function floorUnder(room: Room, x: number, y: number): number {
  const { floorM, stair, topM = floorM } = room;
  if (stair === undefined) return floorM;
  const [at, span] = stair === "east" || stair === "west" ? [x, room.x] : [y, room.y];
  const share = Math.min(1, Math.max(0, (at - span[0]) / (span[1] - span[0])));
  const climbed = stair === "east" || stair === "north" ? share : 1 - share;
  return Math.round((floorM + (topM - floorM) * climbed) * 100) / 100;
}

function mapStorey(stage: Stage, floors: readonly number[]): Storey {
  const rooms = Object.entries(stage.rooms).filter(([, room]) => floors.includes(room.floorM));
  const indoor = rooms.filter(([, room]) => room.indoor);
  const outdoor = rooms.filter(([, room]) => !room.indoor);
  const here = new Set(rooms.map(([id]) => id));
  const doors = Object.entries(stage.doors).filter(([, { between }]) => between.some((room) => here.has(room)));
  /** A point on a wall belongs to the room west or north of it, the same side on which `crosses` counts it. */
  const inside = (room: { x: [number, number]; y: [number, number] }, x: number, y: number): boolean =>
    x > room.x[0] && x <= room.x[1] && y >= room.y[0] && y < room.y[1];

  const walls: Segment[] = [];
  for (const [id, room] of indoor) {
    const [x0, x1] = room.x;
    const [y0, y1] = room.y;
    for (const [ax, ay, bx, by] of [
      [x0, y0, x1, y0],
      [x0, y1, x1, y1],
      [x0, y0, x0, y1],
      [x1, y0, x1, y1],
    ] as const) {
      const along = ax === bx ? "y" : "x";
      const gaps = doors
        .filter(([, door]) => door.between.includes(id))
        .filter(([, door]) =>
          along === "x"
            ? Math.abs(door.at.y - ay) < 0.4 && door.at.x > ax && door.at.x < bx
            : Math.abs(door.at.x - ax) < 0.4 && door.at.y > ay && door.at.y < by,
        )
        .map(([name, door]) => ({ name, from: door.at[along] - door.widthM / 2, to: door.at[along] + door.widthM / 2 }))
        .sort((a, b) => a.from - b.from);
      let at = along === "x" ? ax : ay;
      const wall = (from: number, to: number, door: string | null): void => {
        if (to - from < 1e-6) return;
        walls.push(
          along === "x" ? { x1: from, y1: ay, x2: to, y2: ay, door } : { x1: ax, y1: from, x2: ax, y2: to, door },
        );
      };
      for (const gap of gaps) {
        wall(at, gap.from, null);
        wall(gap.from, gap.to, gap.name);
        at = gap.to;
      }
      wall(at, along === "x" ? bx : by, null);
    }
  }

  const barrier: Storey["barrier"] = (x1, y1, x2, y2, isOpen) => {
    for (const wall of walls) {
      if (crosses(x1, y1, x2, y2, wall) && !(wall.door !== null && isOpen(wall.door))) return wall.door ?? "wall";
    }
    return null;
  };
  const anyDoor = (): boolean => true;
  const free = (a: Node, b: Node): boolean => barrier(a.x, a.y, b.x, b.y, anyDoor) === null;

  const nodes: Node[] = [];
  for (const [, door] of doors) {
    const across = door.wall === "north" || door.wall === "south";
    for (const side of [-0.7, 0, 0.7])
      nodes.push(across ? { x: door.at.x, y: door.at.y + side } : { x: door.at.x + side, y: door.at.y });
  }
  for (const [, room] of indoor) {
    for (const x of [room.x[0] - CLEARANCE_M, room.x[1] + CLEARANCE_M])
      for (const y of [room.y[0] - CLEARANCE_M, room.y[1] + CLEARANCE_M])
        if (!indoor.some(([, other]) => inside(other, x, y))) nodes.push({ x, y });
  }
  const edges = nodes.map((a) => nodes.map((b) => (a !== b && free(a, b) ? distance(a, b) : 0)));

  return {
    roomAt(x, y) {
      for (const [id, room] of indoor) if (inside(room, x, y)) return id;
      for (const [id, room] of outdoor) if (inside(room, x, y)) return id;
      return "outdoors";
    },
    barrier,
    path(fromX, fromY, toX, toY) {
      const start = { x: fromX, y: fromY };
      const goal = { x: toX, y: toY };
      if (free(start, goal)) return [[toX, toY]];
      const cost = nodes.map((node) => (free(start, node) ? distance(start, node) : Number.POSITIVE_INFINITY));
      const back = nodes.map(() => -1);
      const done = nodes.map(() => false);
      let best = Number.POSITIVE_INFINITY;
      let last = -1;
      for (;;) {
        let at = -1;
        for (let index = 0; index < nodes.length; index += 1)
          if (!done[index] && (cost[index] ?? Number.POSITIVE_INFINITY) < (at < 0 ? best : (cost[at] ?? best)))
            at = index;
        const node = nodes[at];
        if (at < 0 || node === undefined) break;
        done[at] = true;
        const here = cost[at] ?? 0;
        if (free(node, goal) && here + distance(node, goal) < best) {
          best = here + distance(node, goal);
          last = at;
        }
        edges[at]?.forEach((length, to) => {
          if (length > 0 && here + length < (cost[to] ?? 0)) {
            cost[to] = here + length;
            back[to] = at;
          }
        });
      }
      if (last < 0) return null;
      const points: [number, number][] = [[toX, toY]];
      for (let at = last; at >= 0; at = back[at] ?? -1) {
        const node = nodes[at];
        if (node) points.unshift([node.x, node.y]);
      }
      return points;
    },
  };
}

export function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Whether a step passes a wall. A point on the wall counts to one side, so nobody steps onto it and off beyond it. */
function crosses(ax: number, ay: number, bx: number, by: number, wall: Segment): boolean {
  const side = (px: number, py: number, qx: number, qy: number, x: number, y: number): number =>
    (qx - px) * (y - py) - (qy - py) * (x - px);
  const d1 = side(wall.x1, wall.y1, wall.x2, wall.y2, ax, ay);
  const d2 = side(wall.x1, wall.y1, wall.x2, wall.y2, bx, by);
  const d3 = side(ax, ay, bx, by, wall.x1, wall.y1);
  const d4 = side(ax, ay, bx, by, wall.x2, wall.y2);
  return d1 >= 0 !== d2 >= 0 && d3 * d4 <= 0;
}
