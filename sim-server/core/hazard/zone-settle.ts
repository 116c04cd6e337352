// The end of a step: new masses and heat of a room's layers, kept whole whatever the layers did.
import type { ZoneFrame } from "./zone-frame.ts";
import { CP, GAMMA, SPECIES_COUNT } from "./zone-gas.ts";
import type { ZoneBuilding } from "./zone-plan.ts";
import type { ZoneState } from "./zone-state.ts";

/**
 * A layer keeps at least this share of the mass of its room; below it, or below nothing of a species, the room mixes.
 */
const LEAST_SHARE = 2e-4;
/** A species that is gone may be short of nothing by this much; it is nothing then. */
const ROUNDING_KG = 1e-12;
/** Warm gas under cold gas turns over within about this many seconds. */
const OVERTURN_S = 5;

/** Writes a room's new masses and heat; pressure follows from the heat that flowed in, so energy is kept exactly. */
export function settle(building: ZoneBuilding, state: ZoneState, frame: ZoneFrame, room: number): void {
  const { stepS } = building;
  const plan = building.rooms[room];
  const volume = plan?.volumeM3 ?? 1;
  const upper = 2 * room;
  const inW = (frame.inW[upper] ?? 0) + (frame.inW[upper + 1] ?? 0);
  const risePa = ((GAMMA - 1) / volume) * inW * stepS;
  let mixed = false;
  let whole = 0;
  const layerKg = [0, 0];
  for (const layer of [0, 1] as const) {
    const base = (upper + layer) * SPECIES_COUNT;
    for (let s = 0; s < SPECIES_COUNT; s += 1) {
      let kg = (state.massKg[base + s] ?? 0) + (frame.inKgPerS[base + s] ?? 0) * stepS;
      if (kg < -ROUNDING_KG) mixed = true;
      else kg = Math.max(0, kg);
      state.massKg[base + s] = kg;
      whole += kg;
      layerKg[layer] = (layerKg[layer] ?? 0) + kg;
    }
    const work = (frame.volumeM3[upper + layer] ?? 0) * risePa;
    state.heatJ[upper + layer] = (state.heatJ[upper + layer] ?? 0) + (frame.inW[upper + layer] ?? 0) * stepS + work;
  }
  const [high = 0, low = 0] = layerKg;
  if (plan?.mixed) {
    mix(state, upper, 0.5);
    return;
  }
  if (Math.min(high, low) < LEAST_SHARE * whole || Math.min(state.heatJ[upper] ?? 0, state.heatJ[upper + 1] ?? 0) <= 0)
    mixed = true;
  if (mixed) {
    mix(state, upper, Math.min(0.5, Math.max(LEAST_SHARE, high / whole)));
    return;
  }
  const upperK = (state.heatJ[upper] ?? 0) / (CP * high);
  const lowerK = (state.heatJ[upper + 1] ?? 0) / (CP * low);
  if (upperK < lowerK - 0.01) swap(state, upper, high, low, (Math.min(high, low) * stepS) / OVERTURN_S);
}

/** Makes both layers of a room alike and gives the upper one `share` of the mass; nothing is lost. */
function mix(state: ZoneState, upper: number, share: number): void {
  const base = upper * SPECIES_COUNT;
  for (let s = 0; s < SPECIES_COUNT; s += 1) {
    const whole = (state.massKg[base + s] ?? 0) + (state.massKg[base + SPECIES_COUNT + s] ?? 0);
    state.massKg[base + s] = share * whole;
    state.massKg[base + SPECIES_COUNT + s] = (1 - share) * whole;
  }
  const heat = (state.heatJ[upper] ?? 0) + (state.heatJ[upper + 1] ?? 0);
  state.heatJ[upper] = share * heat;
  state.heatJ[upper + 1] = (1 - share) * heat;
}

/** Exchanges equal masses between the layers of a room. */
function swap(state: ZoneState, upper: number, high: number, low: number, kg: number): void {
  const trade = (values: number[], at: number, other: number): void => {
    const flow = (kg / high) * (values[at] ?? 0) - (kg / low) * (values[other] ?? 0);
    values[at] = (values[at] ?? 0) - flow;
    values[other] = (values[other] ?? 0) + flow;
  };
  const base = upper * SPECIES_COUNT;
  for (let s = 0; s < SPECIES_COUNT; s += 1) trade(state.massKg, base + s, base + SPECIES_COUNT + s);
  trade(state.heatJ, upper, upper + 1);
}
