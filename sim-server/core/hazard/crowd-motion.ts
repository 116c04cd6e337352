// How people in a crowd move: the collision-free speed model on a plan, first order, for all of them at once.
import { binAt, type Ground, heightM, layerAfter } from "./crowd-ground.ts";
import { MOTION, type Motion, type Movers } from "./crowd-movers.ts";
import { meetWalls, place } from "./crowd-walls.ts";

/** Edge of a bin of neighbours, m. */
const BIN_M = 0.8;
/** Who stands looks no further than this, m; who walks looks a second further ahead. */
const SIGHT_STANDING_M = 0.8;
/** Of those behind one only so near ones matter, m. */
const BEHIND_M = 1;
/** Whoever is pushed back gives way at this share of the own pace: nobody runs backwards. */
const BACKWARDS_SHARE = 0.2;
/** People closer in height than this meet each other, m. */
const SAME_LEVEL_M = 1.5;

const MOST_NEAR = 96;
const nearX = new Float64Array(MOST_NEAR);
const nearY = new Float64Array(MOST_NEAR);
const nearGapM = new Float64Array(MOST_NEAR);
const nearLaneM = new Float64Array(MOST_NEAR);
const nearSpeedX = new Float64Array(MOST_NEAR);
const nearSpeedY = new Float64Array(MOST_NEAR);
/** The direction being found: numbers in an array cost no allocation. */
const turn = new Float64Array(2);
const grid = { west: 0, south: 0, columns: 0, rows: 0 };

/** Moves everybody on by `dtS` seconds (at most 0.1) from where all stood before: the order of bodies does not matter. */
export function moveAll(ground: Ground, movers: Movers, dtS: number, motion: Motion = MOTION): void {
  const { count, x, y, layer, facingX, facingY, speedMps, wishMps } = movers;
  sortIntoBins(ground, movers);
  for (let i = 0; i < count; i += 1) {
    const xi = x[i] as number;
    const yi = y[i] as number;
    const wish = wishMps[i] as number;
    movers.nextFacingX[i] = facingX[i] as number;
    movers.nextFacingY[i] = facingY[i] as number;
    movers.nextX[i] = xi;
    movers.nextY[i] = yi;
    movers.nextMps[i] = 0;
    if (wish <= 0) continue;
    turn[0] = movers.wishX[i] as number;
    turn[1] = movers.wishY[i] as number;
    const near = meetNeighbours(movers, i, motion);
    const bin = binAt(ground, layer[i] as number, xi, yi);
    meetWalls(ground, bin, xi, yi, movers.radiusM[i] as number, motion, turn);
    const length = Math.sqrt((turn[0] as number) ** 2 + (turn[1] as number) ** 2);
    if (length > 1e-9) {
      movers.nextFacingX[i] = (turn[0] as number) / length;
      movers.nextFacingY[i] = (turn[1] as number) / length;
    }
    const dirX = movers.nextFacingX[i] as number;
    const dirY = movers.nextFacingY[i] as number;
    const backwards = dirX * (movers.wishX[i] as number) + dirY * (movers.wishY[i] as number) < 0;
    const speed = speedBehind(near, dirX, dirY, backwards ? wish * BACKWARDS_SHARE : wish, motion);
    movers.nextMps[i] = speed;
    if (speed > 0) place(ground, movers, i, xi + dirX * speed * dtS, yi + dirY * speed * dtS, bin);
  }
  for (let i = 0; i < count; i += 1) {
    const xi = movers.nextX[i] as number;
    const yi = movers.nextY[i] as number;
    facingX[i] = movers.nextFacingX[i] as number;
    facingY[i] = movers.nextFacingY[i] as number;
    speedMps[i] = movers.nextMps[i] as number;
    if (xi === x[i] && yi === y[i]) continue;
    x[i] = xi;
    y[i] = yi;
    layer[i] = layerAfter(ground, layer[i] as number, xi, yi);
  }
}

function sortIntoBins(ground: Ground, movers: Movers): void {
  const { count, x, y, z, layer, link } = movers;
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i += 1) {
    const xi = x[i] as number;
    const yi = y[i] as number;
    if (xi < west) west = xi;
    if (xi > east) east = xi;
    if (yi < south) south = yi;
    if (yi > north) north = yi;
    const on = ground.layers[layer[i] as number];
    z[i] = on ? heightM(on, xi, yi) : 0;
  }
  grid.west = west;
  grid.south = south;
  grid.columns = count === 0 ? 0 : Math.floor((east - west) / BIN_M) + 1;
  grid.rows = count === 0 ? 0 : Math.floor((north - south) / BIN_M) + 1;
  const bins = grid.columns * grid.rows;
  if (movers.heads.length < bins) movers.heads = new Int32Array(bins * 2);
  const { heads } = movers;
  heads.fill(-1, 0, bins);
  for (let i = count - 1; i >= 0; i -= 1) {
    const row = Math.floor(((y[i] as number) - south) / BIN_M);
    const bin = row * grid.columns + Math.floor(((x[i] as number) - west) / BIN_M);
    link[i] = heads[bin] as number;
    heads[bin] = i;
  }
}

/** Turns the direction away from neighbours and round slower ones; notes those who may be in the way, and counts them. */
function meetNeighbours(movers: Movers, i: number, motion: Motion): number {
  const { x, y, z, facingX, facingY, speedMps, radiusM, walkM, solid, link, heads } = movers;
  const { columns, rows } = grid;
  const xi = x[i] as number;
  const yi = y[i] as number;
  const zi = z[i] as number;
  const ri = radiusM[i] as number;
  const ux = movers.wishX[i] as number;
  const uy = movers.wishY[i] as number;
  const wish = movers.wishMps[i] as number;
  const walk = walkM[i] as number;
  const sightM = Math.min(motion.sightM, SIGHT_STANDING_M + (speedMps[i] as number));
  const sightSquare = sightM * sightM;
  const reach = sightM > BIN_M ? 2 : 1;
  const column = Math.floor((xi - grid.west) / BIN_M);
  const row = Math.floor((yi - grid.south) / BIN_M);
  const eastmost = Math.min(columns - 1, column + reach);
  const northmost = Math.min(rows - 1, row + reach);
  let dirX = ux;
  let dirY = uy;
  let near = 0;
  for (let r = Math.max(0, row - reach); r <= northmost; r += 1)
    for (let c = Math.max(0, column - reach); c <= eastmost; c += 1)
      for (let j = heads[r * columns + c] as number; j >= 0; j = link[j] as number) {
        const dx = (x[j] as number) - xi;
        const dy = (y[j] as number) - yi;
        const square = dx * dx + dy * dy;
        if (square > sightSquare || j === i) continue;
        const ahead = dx * ux + dy * uy > 0;
        if (!ahead && square > BEHIND_M * BEHIND_M) continue;
        const dz = (z[j] as number) - zi;
        if (dz > SAME_LEVEL_M || dz < -SAME_LEVEL_M) continue;
        const gap = square < 1e-12 ? 1e-6 : Math.sqrt(square);
        const touch = ri + (radiusM[j] as number);
        const over = (touch - gap) / motion.neighbourFadeM;
        if (over > -6) {
          const push = (motion.neighbourPush * Math.exp(Math.min(over, 2))) / gap;
          dirX -= push * dx;
          dirY -= push * dy;
        }
        const fx = facingX[j] as number;
        const fy = facingY[j] as number;
        const along = fx * ux + fy * uy;
        const side = ux * dy - uy * dx;
        if (ahead && side < touch && side > -touch) {
          const closing = 1 - (along * (speedMps[j] as number)) / wish;
          const fade = (gap - touch) / motion.swerveFadeM;
          if (closing > 0 && fade < 2) {
            // Who is dead ahead or to the left is passed on the right, others on the left.
            const share =
              (along < 0 ? motion.oncomingPush : motion.swervePush) *
              closing *
              (fade > 0 ? (1 - fade / 2) * (1 - fade / 2) : 1);
            dirX += side > -0.02 ? share * uy : -share * uy;
            dirY -= side > -0.02 ? share * ux : -share * ux;
          }
        }
        if (solid[j] !== 1 || near === MOST_NEAR) continue;
        // Of two who bar each other's way the nearer to the goal goes first.
        const isFirst = walk < (walkM[j] as number) || (walk === walkM[j] && i < j);
        if (isFirst && along > -0.3 && dx * fx + dy * fy < 0) continue;
        nearX[near] = dx;
        nearY[near] = dy;
        nearGapM[near] = gap - touch;
        nearLaneM[near] = touch * (along < -0.3 ? motion.oncomingLaneShare : motion.laneShare);
        nearSpeedX[near] = fx * (speedMps[j] as number);
        nearSpeedY[near] = fy * (speedMps[j] as number);
        near += 1;
      }
  turn[0] = dirX;
  turn[1] = dirY;
  return near;
}

/** The speed that the room to those ahead allows, m/s. */
function speedBehind(near: number, dirX: number, dirY: number, wish: number, motion: Motion): number {
  let speed = wish;
  for (let at = 0; at < near; at += 1) {
    const dx = nearX[at] as number;
    const dy = nearY[at] as number;
    if (dirX * dx + dirY * dy <= 0) continue;
    const side = dirX * dy - dirY * dx;
    const lane = nearLaneM[at] as number;
    if (side > lane || side < -lane) continue;
    const moves = dirX * (nearSpeedX[at] as number) + dirY * (nearSpeedY[at] as number);
    const trustedM = moves > 0 ? moves * motion.trustS : 0;
    const free = ((nearGapM[at] as number) + trustedM) / (motion.timeGapS + motion.trustS);
    if (free < speed) speed = free;
  }
  return Math.max(speed, 0);
}
