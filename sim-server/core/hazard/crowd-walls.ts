// Walls in motion: people turn away from them, slide along them and never pass them.
import { isCrossed } from "./crowd-field.ts";
import type { Ground } from "./crowd-ground.ts";
import type { Motion, Movers } from "./crowd-movers.ts";

/** A body never comes nearer to a wall than this share of its radius. */
const WALL_SHARE = 0.9;
/** So near to touching a wall a body begins to slide along it, m. */
const SLIDE_M = 0.06;

/** The way and distance from a wall. */
const off = new Float64Array(3);

/** Turns the direction away from walls and, where it still leads into one, along it. */
export function meetWalls(
  ground: Ground,
  bin: number,
  x: number,
  y: number,
  radiusM: number,
  motion: Motion,
  turn: Float64Array,
): void {
  const from = ground.wallStart[bin] as number;
  const to = ground.wallStart[bin + 1] as number;
  let dirX = turn[0] as number;
  let dirY = turn[1] as number;
  for (let at = from; at < to; at += 1) {
    toWall(ground.wallEnds, (ground.wallList[at] as number) * 4, x, y);
    const gap = off[2] as number;
    const over = (radiusM - gap) / motion.wallFadeM;
    if (over < -6) continue;
    const push = (motion.wallPush * Math.exp(Math.min(over, 1))) / gap;
    dirX += push * (off[0] as number);
    dirY += push * (off[1] as number);
  }
  for (let at = from; at < to; at += 1) {
    toWall(ground.wallEnds, (ground.wallList[at] as number) * 4, x, y);
    const gap = off[2] as number;
    if (gap > radiusM + SLIDE_M) continue;
    const into = (dirX * (off[0] as number) + dirY * (off[1] as number)) / gap;
    if (into >= 0) continue;
    const share = Math.min(1, (radiusM + SLIDE_M - gap) / SLIDE_M) / gap;
    dirX -= into * share * (off[0] as number);
    dirY -= into * share * (off[1] as number);
  }
  turn[0] = dirX;
  turn[1] = dirY;
}

/** The way and distance from the nearest point of a wall to a place, into `off`. */
function toWall(ends: Float64Array, wall: number, x: number, y: number): void {
  const x1 = ends[wall] as number;
  const y1 = ends[wall + 1] as number;
  const wx = (ends[wall + 2] as number) - x1;
  const wy = (ends[wall + 3] as number) - y1;
  const along = ((x - x1) * wx + (y - y1) * wy) / (wx * wx + wy * wy);
  const share = along < 0 ? 0 : Math.min(along, 1);
  const offX = x - x1 - share * wx;
  const offY = y - y1 - share * wy;
  off[0] = offX;
  off[1] = offY;
  off[2] = Math.sqrt(offX * offX + offY * offY) + 1e-12;
}

/** Puts a body where it steps to, pushed off the walls; a step that would pass a wall is not taken. */
export function place(ground: Ground, movers: Movers, i: number, x: number, y: number, bin: number): void {
  const least = (movers.radiusM[i] as number) * WALL_SHARE;
  const from = ground.wallStart[bin] as number;
  const to = ground.wallStart[bin + 1] as number;
  let px = x;
  let py = y;
  for (let pass = 0; pass < 2; pass += 1)
    for (let at = from; at < to; at += 1) {
      toWall(ground.wallEnds, (ground.wallList[at] as number) * 4, px, py);
      const gap = off[2] as number;
      if (gap >= least) continue;
      px += ((off[0] as number) / gap) * (least - gap);
      py += ((off[1] as number) / gap) * (least - gap);
    }
  const ax = movers.x[i] as number;
  const ay = movers.y[i] as number;
  if (from < to && isCrossed(ground, movers.layer[i] as number, ax, ay, px, py)) return;
  movers.nextX[i] = px;
  movers.nextY[i] = py;
}
