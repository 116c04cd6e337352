// Flow through doors and windows: slabs between layer interfaces and neutral planes, each by Bernoulli.

import { columnPa, drawnK, move, type ZoneFrame } from "./zone-frame.ts";
import { CP, eased, GRAVITY } from "./zone-gas.ts";
import type { ZoneBuilding, ZoneDoorReady } from "./zone-plan.ts";

/** Below this pressure difference flow grows straight with it, so that Newton's step stays finite, Pa. */
const STILL_PA = 1e-3;
/** Air that falls into a lower layer stirs this share of what a plume would have drawn (CFAST Technical Reference). */
const STIRRING = 0.25;
const MOST_BANDS = 3;

/** A door in one step: up to three bands of height in which both rooms show one layer. */
export type DoorBands = {
  bands: number;
  readonly bottomM: Float64Array;
  readonly topM: Float64Array;
  /** Pressure of `from` less that of `to` at the ends of a band, their gauge pressures left out, Pa. */
  readonly bottomPa: Float64Array;
  readonly topPa: Float64Array;
  readonly layerFrom: Int32Array;
  readonly layerTo: Int32Array;
  readonly densityFrom: Float64Array;
  readonly densityTo: Float64Array;
  readonly heatFrom: Float64Array;
  readonly heatTo: Float64Array;
};

export const emptyBands = (): DoorBands => ({
  bands: 0,
  bottomM: new Float64Array(MOST_BANDS),
  topM: new Float64Array(MOST_BANDS),
  bottomPa: new Float64Array(MOST_BANDS),
  topPa: new Float64Array(MOST_BANDS),
  layerFrom: new Int32Array(MOST_BANDS),
  layerTo: new Int32Array(MOST_BANDS),
  densityFrom: new Float64Array(MOST_BANDS),
  densityTo: new Float64Array(MOST_BANDS),
  heatFrom: new Float64Array(MOST_BANDS),
  heatTo: new Float64Array(MOST_BANDS),
});

const interfaceM = (building: ZoneBuilding, frame: ZoneFrame, room: number): number =>
  (building.rooms[room]?.floorM ?? 0) + (frame.layerM[room] ?? 0);

export function cutDoor(building: ZoneBuilding, frame: ZoneFrame, door: ZoneDoorReady, bands: DoorBands): void {
  const a = interfaceM(building, frame, door.from);
  const b = interfaceM(building, frame, door.to);
  let count = 0;
  let bottom = door.bottomM;
  for (const cut of a <= b ? [a, b, door.topM] : [b, a, door.topM]) {
    const top = Math.min(cut, door.topM);
    if (top - bottom <= 1e-9) continue;
    const middle = 0.5 * (bottom + top);
    const layerFrom = 2 * door.from + (middle > a ? 0 : 1);
    const layerTo = 2 * door.to + (middle > b ? 0 : 1);
    bands.bottomM[count] = bottom;
    bands.topM[count] = top;
    bands.bottomPa[count] = columnPa(building, frame, door.from, bottom) - columnPa(building, frame, door.to, bottom);
    bands.topPa[count] = columnPa(building, frame, door.from, top) - columnPa(building, frame, door.to, top);
    bands.layerFrom[count] = layerFrom;
    bands.layerTo[count] = layerTo;
    bands.densityFrom[count] = frame.densityKgPerM3[layerFrom] ?? 0;
    bands.densityTo[count] = frame.densityKgPerM3[layerTo] ?? 0;
    bands.heatFrom[count] = CP * drawnK(frame, layerFrom);
    bands.heatTo[count] = CP * drawnK(frame, layerTo);
    count += 1;
    bottom = top;
  }
  bands.bands = count;
}

/** Mean of the square root of a pressure that runs straight from p to q (same sign), and its slope. */
function meanRoot(p: number, q: number): number {
  const root = Math.sqrt(p) + Math.sqrt(q);
  const still = 2 * Math.sqrt(STILL_PA);
  return root < still ? (0.5 * (p + q)) / Math.sqrt(STILL_PA) : ((2 / 3) * (p + Math.sqrt(p * q) + q)) / root;
}
const meanRootSlope = (p: number, q: number): number => 1 / Math.max(Math.sqrt(p) + Math.sqrt(q), Math.sqrt(STILL_PA));

/**
 * The slabs a door's flow was made of in its last reckoning: from which layer to which, how much, between which
 * heights.
 */
const MOST_SLABS = 2 * MOST_BANDS;
const slabs = {
  count: 0,
  from: new Int32Array(MOST_SLABS),
  to: new Int32Array(MOST_SLABS),
  kgPerS: new Float64Array(MOST_SLABS),
  bottomM: new Float64Array(MOST_SLABS),
  topM: new Float64Array(MOST_SLABS),
};

/** Net heat from `from` to `to`, W, and its slope by pressure, W/Pa, into `out`; its slabs stand in `slabs`. */
export function flowDoor(
  door: ZoneDoorReady,
  bands: DoorBands,
  openShare: number,
  overPa: number,
  out: { heatW: number; slopeWPerPa: number },
): void {
  out.heatW = 0;
  out.slopeWPerPa = 0;
  slabs.count = 0;
  const scale = door.widthM * openShare * door.coefficient;
  if (scale <= 0) return;
  for (let band = 0; band < bands.bands; band += 1) {
    const bottomM = bands.bottomM[band] ?? 0;
    const topM = bands.topM[band] ?? 0;
    const p = overPa + (bands.bottomPa[band] ?? 0);
    const q = overPa + (bands.topPa[band] ?? 0);
    if (p * q < 0) {
      const planeM = bottomM + ((topM - bottomM) * p) / (p - q);
      addSlab(bands, band, scale, p, 0, bottomM, planeM, out);
      addSlab(bands, band, scale, 0, q, planeM, topM, out);
    } else addSlab(bands, band, scale, p, q, bottomM, topM, out);
  }
}

function addSlab(
  bands: DoorBands,
  band: number,
  widthM: number,
  p: number,
  q: number,
  bottomM: number,
  topM: number,
  out: { heatW: number; slopeWPerPa: number },
): void {
  const forth = p + q > 0;
  const density = (forth ? bands.densityFrom[band] : bands.densityTo[band]) ?? 0;
  const heat = (forth ? bands.heatFrom[band] : bands.heatTo[band]) ?? 0;
  const scale = Math.sqrt(2 * density) * widthM * (topM - bottomM);
  const [low, high] = [Math.abs(p), Math.abs(q)];
  const kgPerS = scale * meanRoot(low, high);
  out.heatW += forth ? kgPerS * heat : -kgPerS * heat;
  out.slopeWPerPa += scale * meanRootSlope(low, high) * heat;
  const at = slabs.count;
  slabs.from[at] = (forth ? bands.layerFrom[band] : bands.layerTo[band]) ?? 0;
  slabs.to[at] = (forth ? bands.layerTo[band] : bands.layerFrom[band]) ?? 0;
  slabs.kgPerS[at] = kgPerS;
  slabs.bottomM[at] = bottomM;
  slabs.topM[at] = topM;
  slabs.count = at + 1;
}

/** Lets the slabs of a door flow: hot gas goes to the upper layer, cold to the lower, and both stir what they pass. */
export function letDoorFlow(
  building: ZoneBuilding,
  frame: ZoneFrame,
  door: ZoneDoorReady,
  bands: DoorBands,
  openShare: number,
  overPa: number,
  out: { heatW: number; slopeWPerPa: number },
): void {
  flowDoor(door, bands, openShare, overPa, out);
  for (let at = 0; at < slabs.count; at += 1) {
    const from = slabs.from[at] ?? 0;
    const room = (slabs.to[at] ?? 0) >> 1;
    const kgPerS = slabs.kgPerS[at] ?? 0;
    pour(building, frame, from, room, kgPerS);
    stir(building, frame, from, room, kgPerS, door.widthM * openShare, slabs.bottomM[at] ?? 0, slabs.topM[at] ?? 0);
  }
}

/** Gas asked of a layer enters a room, in its upper layer where it is warmer, in its lower where it is colder. */
export function pour(building: ZoneBuilding, frame: ZoneFrame, from: number, room: number, kgPerS: number): void {
  const gives = frame.gives[from] ?? 1;
  enter(building, frame, from, room, kgPerS * gives);
  if (gives < 1) enter(building, frame, from ^ 1, room, kgPerS * (1 - gives));
}

function enter(building: ZoneBuilding, frame: ZoneFrame, layer: number, room: number, kgPerS: number): void {
  const high = room === building.outdoors ? 0 : highShare(frame, layer, room);
  move(frame, layer, 2 * room, kgPerS * high);
  move(frame, layer, 2 * room + 1, kgPerS * (1 - high));
}

/** The share of gas from a layer that finds its way into a room's upper layer: smooth over the layers' temperatures. */
function highShare(frame: ZoneFrame, layer: number, room: number): number {
  const temperature = frame.temperatureK[layer] ?? 0;
  const upper = frame.temperatureK[2 * room] ?? 0;
  const lower = Math.min(upper, frame.temperatureK[2 * room + 1] ?? 0);
  return eased(temperature, lower - 1, upper + 1);
}

/**
 * Air drawn along by a slab that rises into an upper layer, or stirred down by one that falls into a lower:
 * 0.44 (Tc/Th)^(2/3) (g rho2/(cp T))^(1/3) Q^(1/3) w^(2/3) z (Poreh, Morgan, Marshall, Harrison 1998).
 */
function stir(
  building: ZoneBuilding,
  frame: ZoneFrame,
  from: number,
  room: number,
  kgPerS: number,
  widthM: number,
  bottomM: number,
  topM: number,
): void {
  if (room === building.outdoors || kgPerS <= 0) return;
  const upper = 2 * room;
  const layerM = interfaceM(building, frame, room);
  const middle = 0.5 * (bottomM + topM);
  const gasK = frame.temperatureK[from] ?? 0;
  if (from % 2 === 0 && middle < layerM && gasK > (frame.temperatureK[upper + 1] ?? 0)) {
    const drawn = lineKgPerS(gasK, frame.temperatureK[upper + 1] ?? 0, kgPerS, widthM, layerM - bottomM);
    const most = 0.5 * (frame.massKg[upper + 1] ?? 0);
    move(frame, upper + 1, upper, Math.min(most, drawn * (frame.gives[upper + 1] ?? 1)));
  } else if (from % 2 === 1 && middle > layerM && gasK < (frame.temperatureK[upper] ?? 0)) {
    const drawn =
      STIRRING * lineKgPerS(frame.temperatureK[upper] ?? 0, gasK, kgPerS, widthM, topM - Math.max(layerM, bottomM));
    const most = 0.5 * (frame.massKg[upper] ?? 0);
    move(frame, upper, upper + 1, Math.min(most, drawn * (frame.gives[upper] ?? 1)));
  }
}

function lineKgPerS(warmK: number, coldK: number, kgPerS: number, widthM: number, heightM: number): number {
  if (heightM <= 0) return 0;
  const density = 101325 / (289.143 * coldK);
  const heatW = CP * (warmK - coldK) * kgPerS;
  return (
    0.44 *
    (coldK / warmK) ** (2 / 3) *
    Math.cbrt((GRAVITY * density * density * heatW) / (CP * coldK)) *
    widthM ** (2 / 3) *
    heightM
  );
}
