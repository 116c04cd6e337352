// A site under construction: a room of the model per indoor room, one for the open, and what moves or carries words.
import type { Folding, NamePlate, Point, Screen, Sliding, Turning } from "../kit/anchors.ts";
import { type Model, openModel } from "../kit/model.ts";
import { facing, type Placement } from "../kit/space.ts";
import { moving, openRoom, type Room } from "../kit/stage.ts";
import { floorOf, indoorRooms, insetOf, isPit, roomAt, type SitePlan, type SiteProp, sidesOf, WALL_M } from "./plan.ts";

export interface Building {
  readonly plan: SitePlan;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly open: Room;
  readonly clear: Model;
  readonly turnings: Record<string, Turning>;
  readonly slidings: Record<string, Sliding>;
  readonly foldings: Record<string, Folding>;
  readonly screens: Record<string, Screen>;
  readonly plates: NamePlate[];
}

export function openBuilding(plan: SitePlan): Building {
  return {
    plan,
    rooms: new Map(indoorRooms(plan).map(([id]) => [id, openRoom(id)])),
    open: openRoom("open-air", true),
    clear: openModel(),
    turnings: {},
    slidings: {},
    foldings: {},
    screens: {},
    plates: [],
  };
}

/** The model room that takes a thing's light: the one it stands in, or the open. */
export function modelRoomAt(b: Building, x: number, y: number, z: number): Room {
  const id = roomAt(b.plan, x, y, z);
  return (id === null ? undefined : b.rooms.get(id)) ?? b.open;
}

/** Height of the floor under a point. */
export function floorUnder(b: Building, { x, y, z }: { x: number; y: number; z: number }): number {
  const id = roomAt(b.plan, x, y, z);
  const room = id === null ? undefined : b.plan.rooms[id];
  return room ? floorOf(room) : 0;
}

/** A part that turns, entered with its numbers and given a model of its own. */
export function turning(b: Building, room: Room, id: string, turn: Omit<Turning, "node">): Model {
  const node = `dyn_${id}`;
  b.turnings[id] = { node, ...turn };
  return moving(room, node, turn.pivot);
}

export function folding(b: Building, room: Room, id: string, pivot: Point, open: Point): Model {
  const node = `dyn_${id}`;
  b.foldings[id] = { node, pivot, open };
  return moving(room, node, pivot);
}

/** How far behind its front a thing may look for a wall to hang on. */
const REACH_M = 0.65;

/** Where a thing hangs: on the face of the wall behind it, or null when it stands free. */
export function wallBehind(b: Building, prop: SiteProp): Placement | null {
  const { x, y, z } = prop.at;
  const heading = (prop.faces * Math.PI) / 180;
  const [dx, dy] = [-Math.sin(heading), -Math.cos(heading)];
  let best: number | null = null;
  for (const [id, room] of indoorRooms(b.plan)) {
    if (isPit(room) && z > 0) continue;
    for (const side of sidesOf(id, room)) {
      const along = side.alongX ? x : y;
      if (along < side.from - WALL_SLACK_M || along > side.to + WALL_SLACK_M) continue;
      const towards = side.alongX ? dy : dx;
      if (Math.abs(towards) < 0.7) continue;
      // Its face on the side the thing is on: the inner face stands on the line, the outer one a wall's thickness out.
      const outside = (side.outward[0] || side.outward[1]) * Math.sign(towards) < 0;
      const inset = outside ? OUTER_M : -insetOf(b.plan, side);
      const face = side.level + (side.outward[0] || side.outward[1]) * inset;
      const far = (face - (side.alongX ? y : x)) / towards;
      if (far > -REACH_M && far < REACH_M && (best === null || Math.abs(far) < Math.abs(best))) best = far;
    }
  }
  return best === null ? null : facing(x + dx * best, y + dy * best, z, prop.faces);
}

const WALL_SLACK_M = 0.1;
const OUTER_M = WALL_M;
