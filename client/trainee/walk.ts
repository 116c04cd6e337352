// Walking without walking through things: the stage's walls, shut doors and bulky props, as the room judges poses.
import type { PropView, StageView } from "../../sim-server/protocol/frames.ts";

export type Ground = {
  /** Where a body of BODY_RADIUS_M ends that wants to go from one place to another. */
  readonly step: (from: Place, to: Place, isOpen: DoorState) => Place;
  /** Whether a straight hop crosses no wall and lands on free ground. */
  readonly canHop: (from: Place, to: Place, isOpen: DoorState) => boolean;
  /** Metres along a ray until a wall or shut door, or infinity; `dx`, `dy` is the ray's plan direction per metre. */
  readonly wallAlong: (x: number, y: number, dx: number, dy: number, isOpen: DoorState) => number;
};
type Place = { readonly x: number; readonly y: number };
export type DoorState = (door: string) => boolean;
type Wall = { x1: number; y1: number; x2: number; y2: number; door: string | null };
type Block = { x0: number; x1: number; y0: number; y1: number };

export const BODY_RADIUS_M = 0.27;
/** Longest single push; a slow frame is walked in several. */
const STEP_M = 0.12;

/** Rooms on one floor are a storey, the ground one of them; a storey's walls bar nobody on another. */
export function openGround(whole: StageView, floorM = 0): Ground {
  const stage = storeyOf(whole, floorM);
  const walls = wallsOf(stage);
  const blocks = Object.values(stage.props).flatMap(blockOf);
  const { x: spanX, y: spanY } = stage.bounds;
  const blocked = (x1: number, y1: number, x2: number, y2: number, isOpen: DoorState) =>
    walls.some((wall) => !passable(wall, isOpen) && crosses(x1, y1, x2, y2, wall));
  const pushed = (place: { x: number; y: number }, isOpen: DoorState): { x: number; y: number } => {
    for (const wall of walls) if (!passable(wall, isOpen)) pushFromWall(place, wall);
    for (const block of blocks) pushFromBlock(place, block);
    place.x = Math.min(spanX[1] - 0.3, Math.max(spanX[0] + 0.3, place.x));
    place.y = Math.min(spanY[1] - 0.3, Math.max(spanY[0] + 0.3, place.y));
    return place;
  };
  const inBlock = (place: Place) =>
    blocks.some(
      (block) =>
        place.x > block.x0 - BODY_RADIUS_M &&
        place.x < block.x1 + BODY_RADIUS_M &&
        place.y > block.y0 - BODY_RADIUS_M &&
        place.y < block.y1 + BODY_RADIUS_M,
    );
  return {
    step: (from, to, isOpen) => {
      const far = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2);
      const steps = Math.max(1, Math.ceil(far / STEP_M));
      let at = { x: from.x, y: from.y };
      for (let i = 0; i < steps; i++) {
        const next = { x: at.x + (to.x - from.x) / steps, y: at.y + (to.y - from.y) / steps };
        pushed(next, isOpen);
        pushed(next, isOpen);
        if (blocked(at.x, at.y, next.x, next.y, isOpen)) break;
        at = next;
      }
      return at;
    },
    canHop: (from, to, isOpen) => {
      if (inBlock(to)) return false;
      if (to.x < spanX[0] + 0.3 || to.x > spanX[1] - 0.3 || to.y < spanY[0] + 0.3 || to.y > spanY[1] - 0.3)
        return false;
      if (blocked(from.x, from.y, to.x, to.y, isOpen)) return false;
      const settled = pushed({ x: to.x, y: to.y }, isOpen);
      return Math.abs(settled.x - to.x) + Math.abs(settled.y - to.y) < 0.02;
    },
    wallAlong: (x, y, dx, dy, isOpen) => {
      let nearest = Number.POSITIVE_INFINITY;
      for (const wall of walls) {
        if (passable(wall, isOpen)) continue;
        const far = alongRay(x, y, dx, dy, wall);
        if (far < nearest) nearest = far;
      }
      return nearest;
    },
  };
}

/** The floor somebody with feet at `z` stands on. */
export function floorUnder(stage: StageView, z: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const id in stage.rooms) {
    const floor = stage.rooms[id]?.floorM ?? 0;
    if (floor <= z + STEP_DOWN_M && floor > best) best = floor;
  }
  return 0 <= z + STEP_DOWN_M ? Math.max(0, best) : best === Number.NEGATIVE_INFINITY ? 0 : best;
}

/** What lies this little under a floor still counts as on it. */
const STEP_DOWN_M = 0.3;

function storeyOf(stage: StageView, floorM: number): StageView {
  const rooms = Object.fromEntries(Object.entries(stage.rooms).filter(([, room]) => (room.floorM ?? 0) === floorM));
  const doors = Object.fromEntries(
    Object.entries(stage.doors).filter(([, door]) => door.between.some((id) => rooms[id])),
  );
  const props = Object.fromEntries(
    Object.entries(stage.props).filter(([, { at }]) => floorUnder(stage, at.z) === floorM),
  );
  return { ...stage, rooms, doors, props };
}

const passable = (wall: Wall, isOpen: DoorState): boolean => wall.door !== null && isOpen(wall.door);

/** Edges of the indoor rooms, cut where doors are. */
function wallsOf(stage: StageView): Wall[] {
  const walls: Wall[] = [];
  for (const [id, room] of Object.entries(stage.rooms)) {
    if (!room.indoor) continue;
    const doors = Object.entries(stage.doors).filter(([, door]) => door.between.includes(id));
    for (const side of ["x", "y"] as const) {
      const other = side === "x" ? "y" : "x";
      for (const level of room[other]) {
        const gaps = doors
          .filter(([, door]) => Math.abs(door.at[other] - level) < 0.4)
          .filter(([, door]) => door.at[side] > room[side][0] && door.at[side] < room[side][1])
          .filter(([, door]) => (door.wall === "north" || door.wall === "south") === (side === "x"))
          .map(([name, door]) => ({ name, from: door.at[side] - door.widthM / 2, to: door.at[side] + door.widthM / 2 }))
          .sort((a, b) => a.from - b.from);
        let at = room[side][0];
        for (const gap of gaps) {
          walls.push(wallOn(side, level, at, gap.from, null), wallOn(side, level, gap.from, gap.to, gap.name));
          at = gap.to;
        }
        walls.push(wallOn(side, level, at, room[side][1], null));
      }
    }
  }
  return walls;
}

const wallOn = (side: "x" | "y", level: number, from: number, to: number, door: string | null): Wall =>
  side === "x" ? { x1: from, y1: level, x2: to, y2: level, door } : { x1: level, y1: from, x2: level, y2: to, door };

/** Half sizes east and north of what one cannot walk through. */
const BULK: Readonly<Record<string, readonly [number, number]>> = {
  container: [0.42, 1.02],
  pool: [0.9, 1.2],
  "report-desk": [0.45, 0.3],
  phone: [0.25, 0.3],
  "suit-rack": [0.3, 0.6],
  "scba-rack": [0.3, 0.6],
  monitor: [0.35, 0.35],
};

function blockOf(prop: PropView): Block[] {
  const half = BULK[prop.kind];
  if (!half) return [];
  return [{ x0: prop.at.x - half[0], x1: prop.at.x + half[0], y0: prop.at.y - half[1], y1: prop.at.y + half[1] }];
}

function pushFromWall(place: { x: number; y: number }, wall: Wall): void {
  const nearX = Math.min(Math.max(place.x, Math.min(wall.x1, wall.x2)), Math.max(wall.x1, wall.x2));
  const nearY = Math.min(Math.max(place.y, Math.min(wall.y1, wall.y2)), Math.max(wall.y1, wall.y2));
  const dx = place.x - nearX;
  const dy = place.y - nearY;
  const far = Math.sqrt(dx * dx + dy * dy);
  if (far >= BODY_RADIUS_M || far < 1e-6) return;
  place.x = nearX + (dx / far) * BODY_RADIUS_M;
  place.y = nearY + (dy / far) * BODY_RADIUS_M;
}

function pushFromBlock(place: { x: number; y: number }, block: Block): void {
  const west = place.x - (block.x0 - BODY_RADIUS_M);
  const east = block.x1 + BODY_RADIUS_M - place.x;
  const south = place.y - (block.y0 - BODY_RADIUS_M);
  const north = block.y1 + BODY_RADIUS_M - place.y;
  if (west <= 0 || east <= 0 || south <= 0 || north <= 0) return;
  const least = Math.min(west, east, south, north);
  if (least === west) place.x -= west;
  else if (least === east) place.x += east;
  else if (least === south) place.y -= south;
  else place.y += north;
}

function crosses(ax: number, ay: number, bx: number, by: number, wall: Wall): boolean {
  const d1 = side(wall.x1, wall.y1, wall.x2, wall.y2, ax, ay);
  const d2 = side(wall.x1, wall.y1, wall.x2, wall.y2, bx, by);
  const d3 = side(ax, ay, bx, by, wall.x1, wall.y1);
  const d4 = side(ax, ay, bx, by, wall.x2, wall.y2);
  return d1 * d2 < 0 && d3 * d4 <= 0;
}

const side = (px: number, py: number, qx: number, qy: number, x: number, y: number): number =>
  (qx - px) * (y - py) - (qy - py) * (x - px);

function alongRay(x: number, y: number, dx: number, dy: number, wall: Wall): number {
  const wx = wall.x2 - wall.x1;
  const wy = wall.y2 - wall.y1;
  const cross = dx * wy - dy * wx;
  if (Math.abs(cross) < 1e-9) return Number.POSITIVE_INFINITY;
  const far = ((wall.x1 - x) * wy - (wall.y1 - y) * wx) / cross;
  const on = ((wall.x1 - x) * dy - (wall.y1 - y) * dx) / cross;
  return far > 0 && on >= 0 && on <= 1 ? far : Number.POSITIVE_INFINITY;
}
