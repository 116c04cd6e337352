// The way out as a field: from every cell of the ground the walk to one exit and the direction to take.

import { binAt, CELL_M, cellAt, type Ground, middleOf } from "./crowd-ground.ts";
import { openHeap } from "./crowd-heap.ts";
import { onFloor, type PlanExit, type PlanPoint, segmentGapM } from "./crowd-plan.ts";

/** Half a body, which keeps people off the door posts when they aim for a gap, m. */
const SHOULDER_M = 0.2;
/** Within this distance of the gap people aim straight at it, m. */
const AIM_M = 1;
/** They aim at a point so far beyond it, m. */
const BEYOND_M = 0.6;

export type Field = {
  /** Walk to the gap from each cell in metres of level walking (stairs count by their pace); Infinity without a way. */
  readonly walkM: Float64Array;
  readonly east: Float32Array;
  readonly north: Float32Array;
};
/** An exit as a gate: its ends without the shoulders, and the way out through it. */
export type Gate = { ax: number; ay: number; bx: number; by: number; outX: number; outY: number; layer: number };

/** Which way is out is told by the outline: beyond an exit there is no floor. */
export function gateOf(ground: Ground, exit: PlanExit): Gate {
  const layer = ground.plan.floors.findIndex(({ id }) => id === exit.floor);
  const outline: readonly PlanPoint[] = ground.plan.floors[layer]?.outline ?? [];
  const dx = exit.to[0] - exit.from[0];
  const dy = exit.to[1] - exit.from[1];
  const widthM = Math.sqrt(dx * dx + dy * dy);
  const keep = Math.min(SHOULDER_M, widthM * 0.45) / widthM;
  const side = onFloor(
    outline,
    (exit.from[0] + exit.to[0]) / 2 + (dy / widthM) * 0.05,
    (exit.from[1] + exit.to[1]) / 2 - (dx / widthM) * 0.05,
  )
    ? -1
    : 1;
  return {
    ax: exit.from[0] + dx * keep,
    ay: exit.from[1] + dy * keep,
    bx: exit.to[0] - dx * keep,
    by: exit.to[1] - dy * keep,
    outX: (dy / widthM) * side,
    outY: (-dx / widthM) * side,
    layer,
  };
}

/** The way to an exit from everywhere: the eikonal equation by fast marching (Sethian 1996), first order. */
export function fieldTo(ground: Ground, exit: PlanExit): Field {
  const walkM = new Float64Array(ground.cellCount).fill(Number.POSITIVE_INFINITY);
  const east = new Float32Array(ground.cellCount);
  const north = new Float32Array(ground.cellCount);
  if (ground.shut.includes(exit.id)) return { walkM, east, north };
  const gate = gateOf(ground, exit);
  const seeds = aimAtGate(ground, gate, walkM, east, north);
  march(ground, walkM, seeds);
  const aimed = new Uint8Array(ground.cellCount);
  for (const seed of seeds) aimed[seed] = 1;
  for (let cell = 0; cell < ground.cellCount; cell += 1) {
    const here = walkM[cell] ?? 0;
    if (aimed[cell] === 1 || here === Number.POSITIVE_INFINITY) continue;
    const [gx, gy] = [downhill(ground, walkM, cell, 0, 1), downhill(ground, walkM, cell, 2, 3)];
    const length = Math.sqrt(gx * gx + gy * gy);
    if (length === 0) continue;
    east[cell] = gx / length;
    north[cell] = gy / length;
  }
  return { walkM, east, north };
}

/** Near the gate, and in sight of it, the walk is the straight line and the aim lies beyond. */
function aimAtGate(ground: Ground, gate: Gate, walkM: Float64Array, east: Float32Array, north: Float32Array): number[] {
  const line = { x1: gate.ax, y1: gate.ay, x2: gate.bx, y2: gate.by };
  const seeds: number[] = [];
  const reach = Math.ceil(AIM_M / CELL_M) + 1;
  const west = Math.floor(Math.min(gate.ax, gate.bx) / CELL_M) - reach;
  const eastmost = Math.floor(Math.max(gate.ax, gate.bx) / CELL_M) + reach;
  const south = Math.floor(Math.min(gate.ay, gate.by) / CELL_M) - reach;
  const northmost = Math.floor(Math.max(gate.ay, gate.by) / CELL_M) + reach;
  for (let row = south; row <= northmost; row += 1)
    for (let column = west; column <= eastmost; column += 1) {
      const x = (column + 0.5) * CELL_M;
      const y = (row + 0.5) * CELL_M;
      const cell = cellAt(ground, gate.layer, x, y);
      if (cell < 0 || ground.walkable[cell] === 0) continue;
      const gapM = segmentGapM(line, x, y);
      if (gapM > AIM_M) continue;
      const [nearX, nearY] = nearestOn(line, x, y);
      if (isCrossed(ground, gate.layer, x, y, nearX - gate.outX * 0.02, nearY - gate.outY * 0.02)) continue;
      walkM[cell] = gapM;
      const dx = nearX + gate.outX * BEYOND_M - x;
      const dy = nearY + gate.outY * BEYOND_M - y;
      const length = Math.sqrt(dx * dx + dy * dy);
      east[cell] = dx / length;
      north[cell] = dy / length;
      seeds.push(cell);
    }
  return seeds;
}

function nearestOn(line: { x1: number; y1: number; x2: number; y2: number }, x: number, y: number): [number, number] {
  const wx = line.x2 - line.x1;
  const wy = line.y2 - line.y1;
  const square = wx * wx + wy * wy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - line.x1) * wx + (y - line.y1) * wy) / square));
  return [line.x1 + share * wx, line.y1 + share * wy];
}

/** Whether a straight step of a layer passes a wall. */
export function isCrossed(ground: Ground, layer: number, ax: number, ay: number, bx: number, by: number): boolean {
  const bin = binAt(ground, layer, (ax + bx) / 2, (ay + by) / 2);
  for (let at = ground.wallStart[bin] ?? 0; at < (ground.wallStart[bin + 1] ?? 0); at += 1) {
    const wall = (ground.wallList[at] ?? 0) * 4;
    const px = ground.wallEnds[wall] ?? 0;
    const py = ground.wallEnds[wall + 1] ?? 0;
    const qx = ground.wallEnds[wall + 2] ?? 0;
    const qy = ground.wallEnds[wall + 3] ?? 0;
    const d1 = (qx - px) * (ay - py) - (qy - py) * (ax - px);
    const d2 = (qx - px) * (by - py) - (qy - py) * (bx - px);
    const d3 = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const d4 = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
    if (d1 * d2 <= 0 && d3 * d4 <= 0 && d1 !== d2) return true;
  }
  return false;
}

function downhill(ground: Ground, walkM: Float64Array, cell: number, ahead: number, behind: number): number {
  const a = ground.beside[cell * 4 + ahead] ?? -1;
  const b = ground.beside[cell * 4 + behind] ?? -1;
  const here = walkM[cell] ?? 0;
  const up = a < 0 ? here : (walkM[a] ?? here);
  const down = b < 0 ? here : (walkM[b] ?? here);
  if (up <= down) return up < here ? here - up : 0;
  return down < here ? down - here : 0;
}

/** Slowness of a cell against level walking: a stair counts with the mean of its two paces. */
function slownessOf(ground: Ground, cell: number): number {
  const layer = ground.layers[ground.layerOf[cell] ?? 0];
  return layer ? 2 / (layer.upPace + layer.downPace) : 1;
}

function march(ground: Ground, walkM: Float64Array, seeds: readonly number[]): void {
  const heap = openHeap(ground.cellCount);
  const done = new Uint8Array(ground.cellCount);
  for (const seed of seeds) heap.put(seed, walkM[seed] ?? 0);
  for (let cell = heap.take(); cell >= 0; cell = heap.take()) {
    if (done[cell] === 1) continue;
    done[cell] = 1;
    for (let side = 0; side < 4; side += 1) {
      const next = ground.beside[cell * 4 + side] ?? -1;
      if (next < 0 || done[next] === 1) continue;
      const found = solve(ground, walkM, next);
      if (found < (walkM[next] ?? 0)) {
        walkM[next] = found;
        heap.put(next, found);
      }
    }
  }
}

function solve(ground: Ground, walkM: Float64Array, cell: number): number {
  const least = (a: number, b: number): number =>
    Math.min(a < 0 ? Number.POSITIVE_INFINITY : (walkM[a] ?? 0), b < 0 ? Number.POSITIVE_INFINITY : (walkM[b] ?? 0));
  const across = least(ground.beside[cell * 4] ?? -1, ground.beside[cell * 4 + 1] ?? -1);
  const along = least(ground.beside[cell * 4 + 2] ?? -1, ground.beside[cell * 4 + 3] ?? -1);
  const stepM = CELL_M * slownessOf(ground, cell);
  const gapM = Math.abs(across - along);
  if (gapM >= stepM || !Number.isFinite(gapM)) return Math.min(across, along) + stepM;
  return (across + along + Math.sqrt(2 * stepM * stepM - gapM * gapM)) / 2;
}

/** Sums the weighted directions of the four cells round a point into `into`; the walk at the point is returned. */
export function readField(
  ground: Ground,
  field: Field,
  layer: number,
  x: number,
  y: number,
  into: Float64Array,
): number {
  const grid = ground.layers[layer];
  if (!grid) return Number.POSITIVE_INFINITY;
  const fx = x / CELL_M - 0.5 - grid.column0;
  const fy = y / CELL_M - 0.5 - grid.row0;
  const column = Math.floor(fx);
  const row = Math.floor(fy);
  let sum = 0;
  let east = 0;
  let north = 0;
  let walkM = 0;
  for (let corner = 0; corner < 4; corner += 1) {
    const c = column + (corner & 1);
    const r = row + (corner >> 1);
    if (c < 0 || r < 0 || c >= grid.columns || r >= grid.rows) continue;
    const cell = grid.first + r * grid.columns + c;
    const walk = field.walkM[cell] ?? Number.POSITIVE_INFINITY;
    if (walk === Number.POSITIVE_INFINITY) continue;
    const weight = (corner & 1 ? fx - column : 1 - fx + column) * (corner >> 1 ? fy - row : 1 - fy + row) + 1e-6;
    sum += weight;
    walkM += weight * walk;
    east += weight * (field.east[cell] ?? 0);
    north += weight * (field.north[cell] ?? 0);
  }
  if (sum === 0) return backOnto(ground, field, layer, x, y, into);
  const length = Math.sqrt(east * east + north * north);
  into[0] = length === 0 ? 0 : east / length;
  into[1] = length === 0 ? 0 : north / length;
  return walkM / sum;
}

/** Close to a wall no cell around can be walked: the way is to the nearest one that can. */
function backOnto(ground: Ground, field: Field, layer: number, x: number, y: number, into: Float64Array): number {
  let nearest = Number.POSITIVE_INFINITY;
  let walkM = Number.POSITIVE_INFINITY;
  for (let row = -2; row <= 2; row += 1)
    for (let column = -2; column <= 2; column += 1) {
      const cell = cellAt(ground, layer, x + column * CELL_M, y + row * CELL_M);
      if (cell < 0 || (field.walkM[cell] ?? 0) === Number.POSITIVE_INFINITY) continue;
      const [toX, toY] = middleOf(ground, cell);
      const [dx, dy] = [toX - x, toY - y];
      const gapM = Math.sqrt(dx * dx + dy * dy);
      if (gapM >= nearest || gapM < 1e-6 || isCrossed(ground, layer, x, y, toX, toY)) continue;
      nearest = gapM;
      walkM = (field.walkM[cell] ?? 0) + gapM;
      into[0] = dx / gapM;
      into[1] = dy / gapM;
    }
  return walkM;
}
