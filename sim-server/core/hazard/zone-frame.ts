// One step's picture of a building: temperatures, densities, layer heights, and what flows into and out of each layer.
import { CP, eased, GAMMA, GAS_R, GRAVITY, SPECIES_COUNT } from "./zone-gas.ts";
import type { ZoneBuilding } from "./zone-plan.ts";
import type { ZoneState } from "./zone-state.ts";

/** Below the first share of its room a layer gives nothing more; from the second on it gives all it is asked for. */
const THIN = [2e-3, 2e-2] as const;

/**
 * Working numbers, two for each room and two for the outdoors (upper, lower); made once for a building and written anew
 * in every step, so they hold nothing that has to be kept.
 */
export type ZoneFrame = {
  readonly temperatureK: Float64Array;
  readonly densityKgPerM3: Float64Array;
  readonly massKg: Float64Array;
  readonly volumeM3: Float64Array;
  /** Mass fractions, species by species. */
  readonly fraction: Float64Array;
  /** How much of what is asked of a layer it gives, 0 to 1; the rest comes from the other layer. */
  readonly gives: Float64Array;
  /** Height of the interface over the room's floor, m. */
  readonly layerM: Float64Array;
  /** Pressure at the floor over that of the outdoors at the datum, Pa. */
  readonly gaugePa: Float64Array;
  readonly inKgPerS: Float64Array;
  readonly inW: Float64Array;
};

export function frameFor({ rooms }: ZoneBuilding): ZoneFrame {
  const layers = 2 * (rooms.length + 1);
  const floats = (count: number): Float64Array => new Float64Array(count);
  return {
    temperatureK: floats(layers),
    densityKgPerM3: floats(layers),
    massKg: floats(layers),
    volumeM3: floats(layers),
    fraction: floats(layers * SPECIES_COUNT),
    gives: floats(layers),
    layerM: floats(rooms.length + 1),
    gaugePa: floats(rooms.length + 1),
    inKgPerS: floats(layers * SPECIES_COUNT),
    inW: floats(layers),
  };
}

const HEAT_TO_PRESSURE = (GAMMA - 1) / GAMMA;

/** Reads the state into the frame and empties its flows. */
export function readFrame(building: ZoneBuilding, state: ZoneState, frame: ZoneFrame): void {
  const { rooms, outdoors, air, ambientK, airKgPerM3 } = building;
  for (let room = 0; room < rooms.length; room += 1) {
    const plan = rooms[room];
    if (plan === undefined) continue;
    const upper = 2 * room;
    const heat = (state.heatJ[upper] ?? 0) + (state.heatJ[upper + 1] ?? 0);
    const pressurePa = (HEAT_TO_PRESSURE * heat) / plan.volumeM3;
    for (let layer = upper; layer <= upper + 1; layer += 1) {
      const base = layer * SPECIES_COUNT;
      let mass = 0;
      for (let s = 0; s < SPECIES_COUNT; s += 1) mass += state.massKg[base + s] ?? 0;
      for (let s = 0; s < SPECIES_COUNT; s += 1) frame.fraction[base + s] = (state.massKg[base + s] ?? 0) / mass;
      const own = state.heatJ[layer] ?? 0;
      const temperature = own / (CP * mass);
      const volume = (HEAT_TO_PRESSURE * own) / pressurePa;
      frame.massKg[layer] = mass;
      frame.temperatureK[layer] = temperature;
      frame.volumeM3[layer] = volume;
      frame.densityKgPerM3[layer] = pressurePa / (GAS_R * temperature);
      frame.gives[layer] = eased(volume / plan.volumeM3, THIN[0], THIN[1]);
    }
    frame.layerM[room] = (frame.volumeM3[upper + 1] ?? 0) / plan.areaM2;
    frame.gaugePa[room] = pressurePa - 101325;
  }
  for (let layer = 2 * outdoors; layer <= 2 * outdoors + 1; layer += 1) {
    frame.temperatureK[layer] = ambientK;
    frame.densityKgPerM3[layer] = airKgPerM3;
    frame.gives[layer] = 1;
    for (let s = 0; s < SPECIES_COUNT; s += 1) frame.fraction[layer * SPECIES_COUNT + s] = air[s] ?? 0;
  }
  frame.layerM[outdoors] = Number.POSITIVE_INFINITY;
  frame.gaugePa[outdoors] = 0;
  frame.inKgPerS.fill(0);
  frame.inW.fill(0);
}

/** Moves gas of one layer's make-up to another, mass and heat. */
export function move(frame: ZoneFrame, from: number, to: number, kgPerS: number): void {
  if (kgPerS <= 0 || from === to) return;
  const { fraction, inKgPerS, inW } = frame;
  for (let s = 0; s < SPECIES_COUNT; s += 1) {
    const flow = kgPerS * (fraction[from * SPECIES_COUNT + s] ?? 0);
    inKgPerS[from * SPECIES_COUNT + s] = (inKgPerS[from * SPECIES_COUNT + s] ?? 0) - flow;
    inKgPerS[to * SPECIES_COUNT + s] = (inKgPerS[to * SPECIES_COUNT + s] ?? 0) + flow;
  }
  const heat = kgPerS * CP * (frame.temperatureK[from] ?? 0);
  inW[from] = (inW[from] ?? 0) - heat;
  inW[to] = (inW[to] ?? 0) + heat;
}

/** Temperature of gas asked of a layer, K, where a thin layer is helped by the other one of its room. */
export function drawnK(frame: ZoneFrame, layer: number): number {
  const gives = frame.gives[layer] ?? 1;
  return gives * (frame.temperatureK[layer] ?? 0) + (1 - gives) * (frame.temperatureK[layer ^ 1] ?? 0);
}

/**
 * Pressure at an absolute height over that of the outdoors at the datum, Pa, the room's own gauge pressure left out.
 */
export function columnPa(building: ZoneBuilding, frame: ZoneFrame, room: number, heightM: number): number {
  if (room === building.outdoors) return -building.airKgPerM3 * GRAVITY * heightM;
  const over = heightM - (building.rooms[room]?.floorM ?? 0);
  const layer = frame.layerM[room] ?? 0;
  const lower = frame.densityKgPerM3[2 * room + 1] ?? 0;
  if (over <= layer) return -lower * GRAVITY * over;
  return -GRAVITY * (lower * layer + (frame.densityKgPerM3[2 * room] ?? 0) * (over - layer));
}
