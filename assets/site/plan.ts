// A site as the models need it: the rooms, doors and props of a stage, and which sides of a room look where.
import type { V3 } from "../kit/space.ts";

interface Text {
  readonly zh: string;
  readonly en: string;
}
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
type Span = readonly [number, number];

export interface SiteRoom {
  readonly title: Text;
  readonly x: Span;
  readonly y: Span;
  readonly heightM: number;
  readonly indoor: boolean;
  /** Below 0 for a well or cellar. */
  readonly floorM?: number;
}
export interface SiteDoor {
  readonly title: Text;
  readonly between: readonly [string, string];
  readonly at: Spot;
  readonly wall: string;
  readonly widthM: number;
  readonly heightM: number;
}
export interface SiteProp {
  readonly kind: string;
  readonly title: Text;
  readonly at: Spot;
  readonly faces: number;
  readonly looks?: string;
  readonly of?: string;
  readonly does?: string;
  readonly end?: Spot;
}
export interface SitePlan {
  readonly model: string;
  readonly bounds: { readonly x: Span; readonly y: Span };
  readonly rooms: Readonly<Record<string, SiteRoom>>;
  readonly doors: Readonly<Record<string, SiteDoor>>;
  readonly places: Readonly<Record<string, { readonly at: Spot }>>;
  readonly props: Readonly<Record<string, SiteProp>>;
}

export type SideName = "south" | "east" | "north" | "west";

/** One wall of a room, its run walked with the room on the right hand. */
export interface Side {
  readonly name: SideName;
  readonly room: string;
  /** The coordinate the wall stands on, and the span it covers along the other axis. */
  readonly level: number;
  readonly alongX: boolean;
  readonly from: number;
  readonly to: number;
  readonly outward: V3;
}

export const WALL_M = 0.12;
const SAME_LINE_M = 0.3;

export const floorOf = (room: SiteRoom): number => room.floorM ?? 0;
export const isPit = (room: SiteRoom): boolean => room.indoor && floorOf(room) < -0.5;
export const indoorRooms = (plan: SitePlan): [string, SiteRoom][] =>
  Object.entries(plan.rooms).filter(([, room]) => room.indoor);

export function sidesOf(id: string, room: SiteRoom): Side[] {
  const [x0, x1] = room.x;
  const [y0, y1] = room.y;
  return [
    { name: "south", room: id, level: y0, alongX: true, from: x0, to: x1, outward: [0, -1, 0] },
    { name: "east", room: id, level: x1, alongX: false, from: y0, to: y1, outward: [1, 0, 0] },
    { name: "north", room: id, level: y1, alongX: true, from: x0, to: x1, outward: [0, 1, 0] },
    { name: "west", room: id, level: x0, alongX: false, from: y0, to: y1, outward: [-1, 0, 0] },
  ];
}

const storeysMeet = (a: SiteRoom, b: SiteRoom): boolean =>
  floorOf(a) < floorOf(b) + b.heightM - 0.1 && floorOf(b) < floorOf(a) + a.heightM - 0.1;

/** The rooms that lie against a side, each with the stretch it covers and how high it reaches. */
export function neighboursOf(plan: SitePlan, side: Side): { from: number; to: number; topM: number }[] {
  const own = plan.rooms[side.room];
  if (!own) return [];
  return indoorRooms(plan)
    .filter(([id, room]) => id !== side.room && storeysMeet(own, room))
    .flatMap(([id, room]) => sidesOf(id, room).map((other) => ({ other, topM: floorOf(room) + room.heightM })))
    .filter(
      ({ other }) =>
        other.alongX === side.alongX &&
        Math.abs(other.level - side.level) < SAME_LINE_M &&
        other.outward[0] === -side.outward[0] &&
        other.outward[1] === -side.outward[1],
    )
    .map(({ other, topM }) => ({ from: Math.max(side.from, other.from), to: Math.min(side.to, other.to), topM }))
    .filter(({ from, to }) => to - from > 0.05);
}

/** How far inside its line a side's inner face stands: a wall between two rooms is halved. */
export const insetOf = (plan: SitePlan, side: Side): number => (neighboursOf(plan, side).length > 0 ? WALL_M / 2 : 0);

/** What is left of a span when stretches are taken out of it. */
export function without(span: Span, taken: readonly { from: number; to: number }[]): Span[] {
  let left: Span[] = [span];
  for (const { from, to } of taken) {
    left = left.flatMap(([a, b]): Span[] => {
      if (to <= a || from >= b) return [[a, b]];
      const parts: Span[] = [
        [a, from],
        [to, b],
      ];
      return parts.filter(([p, q]) => q - p > 0.02);
    });
  }
  return left;
}

/** Doors that stand in a side, whichever of its two rooms names it. */
export function doorsIn(plan: SitePlan, side: Side): [string, SiteDoor][] {
  return Object.entries(plan.doors).filter(([, door]) => {
    const alongX = door.wall === "north" || door.wall === "south";
    const level = alongX ? door.at.y : door.at.x;
    const place = alongX ? door.at.x : door.at.y;
    return (
      alongX === side.alongX &&
      door.between.includes(side.room) &&
      Math.abs(level - side.level) < 0.4 &&
      place > side.from &&
      place < side.to
    );
  });
}

/** The indoor room a point stands in, or null in the open; `z` tells storeys apart. */
export function roomAt(plan: SitePlan, x: number, y: number, z: number): string | null {
  for (const [id, room] of indoorRooms(plan)) {
    const floor = floorOf(room);
    const inside = x > room.x[0] && x < room.x[1] && y > room.y[0] && y < room.y[1];
    if (inside && z >= floor - 0.2 && z < floor + room.heightM) return id;
  }
  return null;
}

/** The same for equal plans, another for any change that moves or alters what is built. */
export function planMark(plan: SitePlan): string {
  const told = JSON.stringify([
    plan.bounds,
    Object.entries(plan.rooms).map(([id, r]) => [id, r.x, r.y, r.heightM, r.indoor, floorOf(r)]),
    Object.entries(plan.doors).map(([id, d]) => [id, d.at, d.wall, d.widthM, d.heightM]),
    Object.entries(plan.props).map(([id, p]) => [id, p.kind, p.looks ?? "", p.at, p.faces, p.of ?? "", p.end ?? 0]),
  ]);
  let mark = 0x811c9dc5;
  for (let i = 0; i < told.length; i++) mark = Math.imul(mark ^ told.charCodeAt(i), 0x01000193);
  return (mark >>> 0).toString(16).padStart(8, "0");
}
