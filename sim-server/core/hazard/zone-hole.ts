// Flow through a hole in a ceiling: what pressure drives, and the exchange of heavy gas above light gas.
import { columnPa, move, type ZoneFrame } from "./zone-frame.ts";
import { CP, GRAVITY } from "./zone-gas.ts";
import type { ZoneBuilding, ZoneHoleReady } from "./zone-plan.ts";

const STILL_PA = 1e-3;
const COEFFICIENT = 0.68;

/** What a hole sees on one of its sides: the layer next to it and the layer beyond. */
type Side = {
  near: number;
  far: number;
  densityKgPerM3: number;
  nearK: number;
  farK: number;
  /** Share of a draught the near layer gives when it is not sucked through, and the least it gives. */
  most: number;
  least: number;
  /** Froude's number for a draught of 1 m3/s. */
  froude: number;
};
/** A hole in one step; pressure below less pressure above, gauge pressures left out, Pa. */
export type HoleView = {
  columnPa: number;
  areaM2: number;
  shapeFactor: number;
  sizeM: number;
  readonly below: Side;
  readonly above: Side;
};
/** Flows of a hole, kg/s, the share of each that the layer next to it gives, and the net heat upwards. */
type HoleFlow = {
  heatW: number;
  slopeWPerPa: number;
  upKgPerS: number;
  downKgPerS: number;
  upOwn: number;
  downOwn: number;
};

const emptySide = (): Side => ({
  near: 0,
  far: 0,
  densityKgPerM3: 1,
  nearK: 0,
  farK: 0,
  most: 1,
  least: 0,
  froude: 0,
});
export const emptyHole = (): HoleView => ({
  columnPa: 0,
  areaM2: 0,
  shapeFactor: 0,
  sizeM: 0,
  below: emptySide(),
  above: emptySide(),
});

export function viewHole(
  building: ZoneBuilding,
  frame: ZoneFrame,
  hole: ZoneHoleReady,
  openShare: number,
  view: HoleView,
): void {
  const below = building.rooms[hole.below];
  const heightM = below ? below.floorM + below.heightM : (building.rooms[hole.above]?.floorM ?? 0);
  view.columnPa = columnPa(building, frame, hole.below, heightM) - columnPa(building, frame, hole.above, heightM);
  view.areaM2 = hole.areaM2 * openShare;
  view.shapeFactor = hole.shape === "round" ? 0.754 : 0.942;
  view.sizeM = hole.shape === "round" ? 2 * Math.sqrt(view.areaM2 / Math.PI) : Math.sqrt(view.areaM2);
  look(building, frame, hole.below, 0, view.below);
  look(building, frame, hole.above, 1, view.above);
}

function look(building: ZoneBuilding, frame: ZoneFrame, room: number, layer: 0 | 1, side: Side): void {
  const plan = building.rooms[room];
  side.near = 2 * room + layer;
  side.far = side.near ^ 1;
  side.nearK = frame.temperatureK[side.near] ?? 0;
  side.farK = frame.temperatureK[side.far] ?? 0;
  side.most = frame.gives[side.near] ?? 1;
  side.least = plan ? 1 - (frame.gives[side.far] ?? 1) : 1;
  // A layer too thin to give anything does not lie against the hole either.
  side.densityKgPerM3 = frame.densityKgPerM3[side.most > 0 ? side.near : side.far] ?? 1;
  const depthM = plan ? (frame.volumeM3[side.near] ?? 0) / plan.areaM2 : 1;
  const excess = (side.nearK - building.ambientK) / building.ambientK;
  side.froude = plan && excess > 0 ? 1 / Math.sqrt(GRAVITY * depthM ** 5 * excess) : 0;
}

/** Volume exchanged both ways, m3/s: 0.1 sqrt(g drho A^2.5 / rho) less near the flooding pressure (Cooper 1989). */
function exchangeM3PerS(view: HoleView, overPa: number): number {
  const heavier = view.above.densityKgPerM3 - view.below.densityKgPerM3;
  if (heavier <= 0 || view.areaM2 <= 0) return 0;
  const mean = 0.5 * (view.above.densityKgPerM3 + view.below.densityKgPerM3);
  const flood = (view.shapeFactor ** 2 * GRAVITY * heavier * view.sizeM ** 5) / (2 * view.areaM2 ** 2);
  return 0.1 * Math.sqrt((GRAVITY * heavier * view.areaM2 ** 2.5) / mean) * Math.max(0, 1 - Math.abs(overPa) / flood);
}

/**
 * A strong draught through a shallow layer sucks the other layer with it: the layer next to the hole gives
 * exp(-(Fr/2)2) of it with Fr = V / sqrt(g d5 dT/T) as in CFAST, less where it is thin; the rest comes from beyond.
 */
function ownShare(side: Side, m3PerS: number): number {
  const froude = side.froude * m3PerS;
  return Math.max(side.least, side.most * (froude > 0 ? Math.exp(-0.25 * froude * froude) : 1));
}

/** The hole's flows at a pressure of the room below over the room above. */
export function flowHole(view: HoleView, overPa: number, out: HoleFlow): void {
  const over = overPa + view.columnPa;
  const up = over > 0;
  const { below, above } = view;
  const scale = COEFFICIENT * view.areaM2 * Math.sqrt(2 * (up ? below : above).densityKgPerM3);
  const size = Math.abs(over);
  const driven = scale * (size < STILL_PA ? size / Math.sqrt(STILL_PA) : Math.sqrt(size));
  const exchange = exchangeM3PerS(view, over);
  out.upKgPerS = (up ? driven : 0) + exchange * below.densityKgPerM3;
  out.downKgPerS = (up ? 0 : driven) + exchange * above.densityKgPerM3;
  out.upOwn = ownShare(below, out.upKgPerS / below.densityKgPerM3);
  out.downOwn = ownShare(above, out.downKgPerS / above.densityKgPerM3);
  const rising = CP * (out.upOwn * below.nearK + (1 - out.upOwn) * below.farK);
  const falling = CP * (out.downOwn * above.nearK + (1 - out.downOwn) * above.farK);
  out.heatW = out.upKgPerS * rising - out.downKgPerS * falling;
  out.slopeWPerPa = (scale * (up ? rising : falling)) / (2 * Math.sqrt(Math.max(size, 0.25 * STILL_PA)));
}

/** Lets a hole flow: what rises or falls enters the layer it is warm or cold enough for, and draws nothing along. */
export function letHoleFlow(
  building: ZoneBuilding,
  frame: ZoneFrame,
  hole: ZoneHoleReady,
  view: HoleView,
  flows: HoleFlow,
): void {
  enter(building, frame, view.below.near, hole.above, flows.upKgPerS * flows.upOwn);
  enter(building, frame, view.below.far, hole.above, flows.upKgPerS * (1 - flows.upOwn));
  enter(building, frame, view.above.near, hole.below, flows.downKgPerS * flows.downOwn);
  enter(building, frame, view.above.far, hole.below, flows.downKgPerS * (1 - flows.downOwn));
}

function enter(building: ZoneBuilding, frame: ZoneFrame, layer: number, to: number, kgPerS: number): void {
  const coldK = frame.temperatureK[2 * to + 1] ?? 0;
  const warm = to !== building.outdoors && (frame.temperatureK[layer] ?? 0) > coldK + 1;
  move(frame, layer, 2 * to + (warm ? 0 : 1), kgPerS);
}
