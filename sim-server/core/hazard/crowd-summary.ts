// What may be asked and shown of a crowd: counts for conditions, places of people for eyes, density for the map.
import { type Ground, heightM } from "./crowd-ground.ts";
import type { Crowd, Mode } from "./crowd-state.ts";
import type { CrowdWorld } from "./crowd-world.ts";

export type CrowdCounts = Readonly<Record<Mode, number>> & {
  readonly byExit: Readonly<Record<string, number>>;
  /** When the last one so far left, s after the alarm; -1 before. */
  readonly lastS: number;
};

/** How many wait, walk, are carried, lie, are out, and by which exit. */
export function countCrowd(world: CrowdWorld, crowd: Crowd): CrowdCounts {
  const modes: Record<Mode, number> = { waiting: 0, walking: 0, carried: 0, down: 0, out: 0 };
  const byExit: Record<string, number> = {};
  for (const { id } of world.exits) byExit[id] = 0;
  let last = -1;
  crowd.mode.forEach((mode, i) => {
    modes[mode] += 1;
    const exit = world.exits[crowd.leftBy[i] ?? -1];
    if (exit) byExit[exit.id] = (byExit[exit.id] ?? 0) + 1;
    last = Math.max(last, crowd.leftTick[i] ?? -1);
  });
  return { ...modes, byExit, lastS: last < 0 ? -1 : (last - crowd.alarmTick) / 10 };
}

/** One person as eyes see them: centimetres, and the heading in degrees clockwise from north. */
export type Seen = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yawDeg: number;
  readonly mode: Mode;
};

/** Everybody still inside. */
export function seenCrowd(ground: Ground, crowd: Crowd): Seen[] {
  const cm = (metres: number): number => Math.round(metres * 100) / 100;
  return crowd.ids.flatMap((id, i) => {
    const mode = crowd.mode[i] ?? "out";
    const layer = ground.layers[crowd.layer[i] ?? 0];
    if (mode === "out" || !layer) return [];
    const [x, y] = [crowd.x[i] ?? 0, crowd.y[i] ?? 0];
    const heading = (Math.atan2(crowd.facingX[i] ?? 0, crowd.facingY[i] ?? 1) * 180) / Math.PI;
    return [{ id, x: cm(x), y: cm(y), z: cm(heightM(layer, x, y)), yawDeg: (Math.round(heading) + 360) % 360, mode }];
  });
}

export type Packed = { readonly layer: number; readonly x: number; readonly y: number; readonly perM2: number };

/** From here a crowd may crush, people per square metre (Fruin 1993: five to seven). */
const CRUSH_PER_M2 = 5;

/** How many stand so close that a push can crush them. */
export function peopleInCrush(crowd: Crowd, edgeM = 1.5): number {
  const crushed = densestPlaces(crowd, edgeM).filter(({ perM2 }) => perM2 >= CRUSH_PER_M2);
  return Math.round(crushed.reduce((sum, { perM2 }) => sum + perM2 * edgeM * edgeM, 0));
}

/** Squares of a metre and a half in which people stand, with their density, the fullest first. */
export function densestPlaces(crowd: Crowd, edgeM = 1.5): Packed[] {
  const squares = new Map<string, { layer: number; column: number; row: number; count: number }>();
  crowd.mode.forEach((mode, i) => {
    if (mode === "out") return;
    const layer = crowd.layer[i] ?? 0;
    const column = Math.floor((crowd.x[i] ?? 0) / edgeM);
    const row = Math.floor((crowd.y[i] ?? 0) / edgeM);
    const key = `${layer} ${column} ${row}`;
    const square = squares.get(key) ?? { layer, column, row, count: 0 };
    square.count += 1;
    squares.set(key, square);
  });
  return [...squares.values()]
    .sort((a, b) => b.count - a.count || a.layer - b.layer || a.row - b.row || a.column - b.column)
    .map(({ layer, column, row, count }) => ({
      layer,
      x: (column + 0.5) * edgeM,
      y: (row + 0.5) * edgeM,
      perM2: count / (edgeM * edgeM),
    }));
}
