// What people, detectors and screens may know of a two-zone building: temperatures, layer height, gases, visibility.
import { AMBIENT_PA, CP, GAMMA, MOLAR_KG, SPECIES, SPECIES_COUNT, ZONE_SPECIES, type ZoneSpecies } from "./zone-gas.ts";
import type { ZoneBuilding } from "./zone-plan.ts";
import type { ZoneState } from "./zone-state.ts";
import { SLAB_NODES } from "./zone-surface.ts";

export type ZoneLayer = {
  readonly temperatureK: number;
  readonly massKg: number;
  readonly volumeM3: number;
  readonly sootKgPerM3: number;
  /** Share of the molecules, species by species; soot is no gas and counts for none. */
  readonly moleFraction: Readonly<Record<ZoneSpecies, number>>;
};
type ZoneReading = {
  /** Height of the smoke layer over the floor, m. */
  readonly layerM: number;
  readonly overPa: number;
  readonly upper: ZoneLayer;
  readonly lower: ZoneLayer;
  readonly ceilingK: number;
  readonly floorK: number;
};

const HEAT_TO_PRESSURE = (GAMMA - 1) / GAMMA;

/** A room as it is; `overPa` is its pressure at the floor over that of the outdoors at the same height. */
export function readZone(building: ZoneBuilding, state: ZoneState, room: number): ZoneReading {
  const plan = building.rooms[room];
  if (plan === undefined) throw new Error(`zones: there is no room ${room}`);
  const heat = (state.heatJ[2 * room] ?? 0) + (state.heatJ[2 * room + 1] ?? 0);
  const pressurePa = (HEAT_TO_PRESSURE * heat) / plan.volumeM3;
  const layer = (at: number): ZoneLayer => {
    const kg = Array.from({ length: SPECIES_COUNT }, (_, s) => state.massKg[at * SPECIES_COUNT + s] ?? 0);
    const massKg = kg.reduce((sum, one) => sum + one, 0);
    const volumeM3 = (HEAT_TO_PRESSURE * (state.heatJ[at] ?? 0)) / pressurePa;
    const moles = kg.map((one, s) => (s === SPECIES.soot ? 0 : one / (MOLAR_KG[s] ?? 1)));
    const all = moles.reduce((sum, one) => sum + one, 0);
    const shares = ZONE_SPECIES.map((name, s) => [name, (moles[s] ?? 0) / all] as const);
    return {
      temperatureK: (state.heatJ[at] ?? 0) / (CP * massKg),
      massKg,
      volumeM3,
      sootKgPerM3: (kg[SPECIES.soot] ?? 0) / volumeM3,
      moleFraction: Object.fromEntries(shares) as Record<ZoneSpecies, number>,
    };
  };
  const lower = layer(2 * room + 1);
  const lining = (side: number): number => state.liningK[(room * 4 + side) * SLAB_NODES] ?? building.ambientK;
  return {
    layerM: lower.volumeM3 / plan.areaM2,
    overPa: pressurePa - AMBIENT_PA + building.airKgPerM3 * 9.80665 * plan.floorM,
    upper: layer(2 * room),
    lower,
    ceilingK: lining(0),
    floorK: lining(3),
  };
}

/** Heat and mass of all rooms now, for balances: internal energy p V/(gamma - 1), J, and kg. */
export function holdings(state: ZoneState): { readonly energyJ: number; readonly massKg: number } {
  const heat = state.heatJ.reduce((sum, one) => sum + one, 0);
  const massKg = state.massKg.reduce((sum, one) => sum + one, 0);
  return { energyJ: heat / GAMMA, massKg };
}
