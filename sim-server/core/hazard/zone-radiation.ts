// Radiation in a room of two grey layers and four grey surfaces: ceiling, upper wall, lower wall, floor.
import { STEFAN_BOLTZMANN } from "./zone-gas.ts";

const SURFACES = 4;
const SWEEPS = 4;

type RadiationRoom = {
  readonly widthM: number;
  readonly depthM: number;
  readonly heightM: number;
  readonly layerM: number;
  readonly upperK: number;
  readonly lowerK: number;
  readonly upperAbsorbsPerM: number;
  readonly lowerAbsorbsPerM: number;
  readonly surfaceK: readonly [number, number, number, number];
  readonly emissivity: readonly [number, number, number, number];
  readonly fireW: number;
  /** Height from which the flame radiates, m over the floor. */
  readonly fireM: number;
};
/** Net flux into each surface, W/m2, its area, m2, and net heat into each layer, W. */
type RadiationFlux = {
  readonly fluxWPerM2: Float64Array;
  readonly areaM2: Float64Array;
  upperW: number;
  lowerW: number;
};
export const emptyFlux = (): RadiationFlux => ({
  fluxWPerM2: new Float64Array(SURFACES),
  areaM2: new Float64Array(SURFACES),
  upperW: 0,
  lowerW: 0,
});

/** View factor between two equal rectangles facing each other (Incropera; Howell's catalogue C-11). */
export function facingFactor(aM: number, bM: number, apartM: number): number {
  const x = aM / Math.max(apartM, 1e-3);
  const y = bM / Math.max(apartM, 1e-3);
  const xx = Math.sqrt(1 + x * x);
  const yy = Math.sqrt(1 + y * y);
  const log = Math.log(Math.sqrt(((1 + x * x) * (1 + y * y)) / (1 + x * x + y * y)));
  const sum = log + x * yy * Math.atan(x / yy) + y * xx * Math.atan(y / xx) - x * Math.atan(x) - y * Math.atan(y);
  return Math.min(1, Math.max(0, (2 / (Math.PI * x * y)) * sum));
}

/** Share of a point's radiation that meets a rectangle centred `apartM` below or above it. */
function seenShare(aM: number, bM: number, apartM: number): number {
  const c = Math.max(apartM, 1e-3);
  const [a, b] = [aM / 2, bM / 2];
  return Math.atan((a * b) / (c * Math.sqrt(a * a + b * b + c * c))) / Math.PI;
}

const F = new Float64Array(SURFACES * SURFACES);
/** How much of a beam between two surfaces each layer lets through. */
const UPPER = new Float64Array(SURFACES * SURFACES);
const LOWER = new Float64Array(SURFACES * SURFACES);
/** What leaves a surface, and what meets it from gas and flame, W/m2. */
const LEAVES = new Float64Array(SURFACES);
const MEETS = new Float64Array(SURFACES);

/**
 * Net-radiation method for an enclosure with absorbing gas (Siegel and Howell; Forney, NISTIR 4709): each surface
 * sends and mirrors, each layer on the way absorbs and glows. What surfaces and layers gain sums to the fire's heat.
 */
export function radiate(room: RadiationRoom, out: RadiationFlux): void {
  const { widthM: w, depthM: d, heightM: h } = room;
  const zl = Math.min(0.999 * h, Math.max(0.001 * h, room.layerM));
  const area = out.areaM2;
  area[0] = w * d;
  area[1] = 2 * (h - zl) * (w + d);
  area[2] = 2 * zl * (w + d);
  area[3] = w * d;
  factors(w, d, h, zl, area);
  const upper = STEFAN_BOLTZMANN * room.upperK ** 4;
  const lower = STEFAN_BOLTZMANN * room.lowerK ** 4;
  out.upperW = 0;
  out.lowerW = 0;
  MEETS.fill(0);
  if (room.fireW > 0) shine(room, zl, out);

  for (let j = 0; j < SURFACES; j += 1)
    for (let k = j; k < SURFACES; k += 1) {
      const path = pathM(j, k, w, d, h, zl);
      const tu = path.upper > 0 ? Math.exp(-room.upperAbsorbsPerM * path.upper) : 1;
      const tl = path.lower > 0 ? Math.exp(-room.lowerAbsorbsPerM * path.lower) : 1;
      UPPER[j * SURFACES + k] = tu;
      UPPER[k * SURFACES + j] = tu;
      LOWER[j * SURFACES + k] = tl;
      LOWER[k * SURFACES + j] = tl;
      const downward = (1 - tu) * upper * tl + (1 - tl) * lower;
      MEETS[k] = (MEETS[k] ?? 0) + (F[k * SURFACES + j] ?? 0) * downward;
      if (j === k) continue;
      const upward = (1 - tl) * lower * tu + (1 - tu) * upper;
      MEETS[j] = (MEETS[j] ?? 0) + (F[j * SURFACES + k] ?? 0) * upward;
    }
  for (let sweep = 0; sweep <= SWEEPS; sweep += 1)
    for (let k = 0; k < SURFACES; k += 1) {
      const emissivity = room.emissivity[k] ?? 1;
      const emits = emissivity * STEFAN_BOLTZMANN * (room.surfaceK[k] ?? 0) ** 4;
      LEAVES[k] = sweep === 0 ? emits : emits + (1 - emissivity) * incoming(k);
    }
  for (let k = 0; k < SURFACES; k += 1) out.fluxWPerM2[k] = incoming(k) - (LEAVES[k] ?? 0);
  for (let j = 0; j < SURFACES; j += 1)
    for (let k = j; k < SURFACES; k += 1) {
      const through = (area[j] ?? 0) * (F[j * SURFACES + k] ?? 0);
      const tu = UPPER[j * SURFACES + k] ?? 1;
      const tl = LOWER[j * SURFACES + k] ?? 1;
      const down = LEAVES[j] ?? 0;
      out.upperW += through * (1 - tu) * (down - upper);
      out.lowerW += through * (1 - tl) * (down * tu + (1 - tu) * upper - lower);
      if (j === k) continue;
      const up = LEAVES[k] ?? 0;
      out.lowerW += through * (1 - tl) * (up - lower);
      out.upperW += through * (1 - tu) * (up * tl + (1 - tl) * lower - upper);
    }
}

function incoming(k: number): number {
  let sum = MEETS[k] ?? 0;
  for (let j = 0; j < SURFACES; j += 1) {
    const at = k * SURFACES + j;
    sum += (F[at] ?? 0) * (UPPER[at] ?? 1) * (LOWER[at] ?? 1) * (LEAVES[j] ?? 0);
  }
  return sum;
}

/** A flame as a point: what of its radiation meets each surface, and what the layers take on the way. */
function shine(room: RadiationRoom, zl: number, out: RadiationFlux): void {
  const { widthM: w, depthM: d, heightM: h, fireM } = room;
  const ceiling = seenShare(w, d, h - fireM);
  const floor = seenShare(w, d, fireM);
  const plane = seenShare(w, d, Math.abs(zl - fireM));
  const high = fireM > zl;
  for (let k = 0; k < SURFACES; k += 1) {
    const beyond = k === 0 ? ceiling : k === 3 ? floor : k === 1 ? plane - ceiling : plane - floor;
    const beside = k === 1 ? 1 - ceiling - plane : 1 - floor - plane;
    const share = k === 0 || k === 3 || high === (k === 2) ? beyond : beside;
    const sent = room.fireW * Math.max(0, share);
    const to = k === 0 ? h : k === 1 ? 0.5 * (zl + h) : k === 2 ? 0.5 * zl : 0;
    const tu = Math.exp(-room.upperAbsorbsPerM * Math.abs(Math.max(to, zl) - Math.max(fireM, zl)));
    const tl = Math.exp(-room.lowerAbsorbsPerM * Math.abs(Math.min(to, zl) - Math.min(fireM, zl)));
    MEETS[k] = (sent * tu * tl) / Math.max(out.areaM2[k] ?? 0, 1e-9);
    out.upperW += sent * (high ? 1 : tl) * (1 - tu);
    out.lowerW += sent * (high ? tu : 1) * (1 - tl);
  }
}

function factors(w: number, d: number, h: number, zl: number, area: Float64Array): void {
  const whole = facingFactor(w, d, h);
  const top = facingFactor(w, d, h - zl);
  const bottom = facingFactor(w, d, zl);
  const set = (j: number, k: number, value: number): void => {
    F[j * SURFACES + k] = Math.max(0, value);
    F[k * SURFACES + j] = (Math.max(0, value) * (area[j] ?? 0)) / Math.max(area[k] ?? 0, 1e-9);
  };
  set(0, 0, 0);
  set(3, 3, 0);
  set(0, 3, whole);
  set(0, 1, 1 - top);
  set(0, 2, 1 - whole - (1 - top));
  set(3, 2, 1 - bottom);
  set(3, 1, 1 - whole - (1 - bottom));
  F[5] = 1 - 2 * (F[4] ?? 0);
  F[10] = 1 - 2 * (F[11] ?? 0);
  set(1, 2, 1 - (F[4] ?? 0) - (F[5] ?? 0) - (F[7] ?? 0));
}

const PATH = { upper: 0, lower: 0 };

/** How far a beam between two surfaces goes through each layer: from middle to middle, cut at the interface. */
function pathM(j: number, k: number, w: number, d: number, h: number, zl: number): { upper: number; lower: number } {
  const heights = (s: number): number => (s === 0 ? h : s === 1 ? 0.5 * (zl + h) : s === 2 ? 0.5 * zl : 0);
  const [from, to] = [heights(j), heights(k)];
  const rise = from - to;
  const facing = j === k || (j === 0 && k === 3);
  const across = facing ? (j === k ? 0.5 * (w + d) : 0) : j === 1 && k === 2 ? 0.5 * (w + d) : 0.25 * (w + d);
  const length = Math.sqrt(rise * rise + across * across);
  const part = k < 2 ? 1 : j >= 2 ? 0 : (from - zl) / rise;
  PATH.upper = length * part;
  PATH.lower = length * (1 - part);
  return PATH;
}
