// Light for a room: windows where its outer walls are free, lamps under its ceiling.
import { at, chain, plus, times, turned, type V3 } from "../kit/space.ts";
import type { Room } from "../kit/stage.ts";
import { panelLamp, tubeLamp } from "../parts/furniture.ts";
import { type Opening, windowIn } from "../parts/wall.ts";
import type { Building } from "./building.ts";
import { floorOf, neighboursOf, type Side, type SiteRoom, WALL_M, without } from "./plan.ts";

/** Windows where the wall is free of doors and of things that hang there. */
export function windowsFor(b: Building, side: Side, plan: SiteRoom, doors: readonly Opening[]): Opening[] {
  const free = without([side.from, side.to], neighboursOf(b.plan, side));
  const high = plan.heightM > 5;
  const floor = floorOf(plan);
  const [low, top] = high
    ? [floor + plan.heightM - 2, floor + plan.heightM - 0.8]
    : [floor + 1, floor + Math.min(2.3, plan.heightM - 0.4)];
  const hung = Object.values(b.plan.props)
    .filter((prop) => Math.abs((side.alongX ? prop.at.y : prop.at.x) - side.level) < 0.9)
    .map((prop) => (side.alongX ? prop.at.x : prop.at.y));
  const taken = doors.map((door) => ({ from: door.from - 0.5, to: door.to + 0.5 }));
  if (!high) taken.push(...hung.map((place) => ({ from: place - 0.7, to: place + 0.7 })));
  return free
    .flatMap((span) => without([span[0] + 0.5, span[1] - 0.5], taken))
    .flatMap(([from, to]) => {
      const width = high ? 2.4 : 1.6;
      const count = Math.min(6, Math.floor((to - from + 1.2) / (width + 1.2)));
      const step = (to - from) / Math.max(1, count);
      return Array.from({ length: count }, (_, i): Opening => {
        const middle = from + step * (i + 0.5);
        return { from: middle - width / 2, to: middle + width / 2, low, high: top };
      });
    });
}

export function glaze(b: Building, room: Room, side: Side, w: Opening): void {
  const middle = (w.from + w.to) / 2;
  const line = side.level + (side.outward[0] + side.outward[1]) * (WALL_M / 2);
  const where: V3 = side.alongX ? [middle, line, w.low] : [line, middle, w.low];
  const outDeg = { south: 180, east: 90, north: 0, west: 270 }[side.name];
  windowIn(room.model, b.clear, { at: where, width: w.to - w.from, height: w.high - w.low, outDeg, panes: 2 });
  const frame = chain(at(...where), turned(180 - outDeg, "z"));
  const sunny = outDeg === 180 || outDeg === 270 ? 1.15 : 1;
  room.lights.push({
    centre: plus(plus(where, times(frame.y, 0.1)), [0, 0, (w.high - w.low) / 2]),
    u: times(frame.x, (w.to - w.from) / 2 - 0.05),
    v: [0, 0, (w.high - w.low) / 2 - 0.05],
    normal: frame.y,
    radiance: [3.4 * sunny, 3.9 * sunny, 4.5 * sunny],
  });
}

export function lamps(b: Building, room: Room, plan: SiteRoom, top: number): void {
  const [wide, deep] = [plan.x[1] - plan.x[0], plan.y[1] - plan.y[0]];
  const low = plan.heightM < 3.6;
  const gap = low ? 3 : Math.max(5, plan.heightM * 1.1);
  const [columns, rows] = [
    Math.max(1, Math.min(6, Math.round(wide / gap))),
    Math.max(1, Math.min(6, Math.round(deep / gap))),
  ];
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const [x, y] = [plan.x[0] + (wide * (i + 0.5)) / columns, plan.y[0] + (deep * (j + 0.5)) / rows];
      const z = top - (low ? 0 : 0.25);
      if (low) panelLamp(room.model, b.clear, at(x, y, z), 1.15, 0.4);
      else tubeLamp(room.model, b.clear, at(x, y, z), 1.5);
      room.lights.push({
        centre: [x, y, z - 0.09],
        u: [0.57, 0, 0],
        v: [0, 0.2, 0],
        normal: [0, 0, -1],
        radiance: low ? [4.6, 4.4, 4.1] : [9, 8.7, 8.2],
      });
    }
  }
}
