// Heat between the gas of a room and what encloses it: radiation, convection, the ceiling jet, conduction.
import { fireDiameterM, flameHeightM } from "./fire.ts";
import type { ZoneFrame } from "./zone-frame.ts";
import { absorptionPerM, CP, MOLAR_KG, SPECIES, SPECIES_COUNT } from "./zone-gas.ts";
import type { ZoneBuilding } from "./zone-plan.ts";
import { emptyFlux, radiate } from "./zone-radiation.ts";
import type { ZoneState } from "./zone-state.ts";
import { ceilingJetLoss, convectionWPerM2, SLAB_NODES, stepSlab } from "./zone-surface.ts";

const flux = emptyFlux();
const SIDES = 4;

/** Gas absorption of a layer, 1/m, over its mean beam length 1.8 V / (floor + half its wall). */
function absorbs(building: ZoneBuilding, frame: ZoneFrame, room: number, layer: number, depthM: number): number {
  const plan = building.rooms[room];
  if (plan === undefined) return 0;
  const volume = frame.volumeM3[layer] ?? 0;
  const base = layer * SPECIES_COUNT;
  const density = frame.densityKgPerM3[layer] ?? 0;
  const path = (1.8 * volume) / (plan.areaM2 + depthM * (plan.widthM + plan.depthM));
  const fraction = (s: number): number => frame.fraction[base + s] ?? 0;
  const gases =
    fraction(SPECIES.h2o) / (MOLAR_KG[SPECIES.h2o] ?? 1) + fraction(SPECIES.co2) / (MOLAR_KG[SPECIES.co2] ?? 1);
  return absorptionPerM(frame.temperatureK[layer] ?? 0, density * fraction(SPECIES.soot), gases * 0.0289, path);
}

/**
 * Writes what the linings take from the layers of a room and steps the linings; gives the heat they took, W. Where a
 * side has no lining nothing passes; a room without any gives all radiation to its upper layer.
 */
export function exchangeHeat(
  building: ZoneBuilding,
  state: ZoneState,
  frame: ZoneFrame,
  room: number,
  fire: { radiatedW: number; convectiveW: number; releasedW: number; areaM2: number; baseM: number },
): number {
  const plan = building.rooms[room];
  if (plan === undefined) return 0;
  const upper = 2 * room;
  const lower = upper + 1;
  if (plan.slabs.every((slab) => slab === null)) {
    frame.inW[upper] = (frame.inW[upper] ?? 0) + fire.radiatedW;
    return 0;
  }
  const first = room * SIDES * SLAB_NODES;
  const face = (side: number): number => state.liningK[first + side * SLAB_NODES] ?? building.ambientK;
  const shine = (side: number): number => plan.slabs[side]?.emissivity ?? 0;
  const layerM = frame.layerM[room] ?? 0;
  const flameM = flameHeightM(fire.releasedW / 1000, fireDiameterM(fire.areaM2));
  radiate(
    {
      widthM: plan.widthM,
      depthM: plan.depthM,
      heightM: plan.heightM,
      layerM,
      upperK: frame.temperatureK[upper] ?? 0,
      lowerK: frame.temperatureK[lower] ?? 0,
      upperAbsorbsPerM: absorbs(building, frame, room, upper, plan.heightM - layerM),
      lowerAbsorbsPerM: absorbs(building, frame, room, lower, layerM),
      surfaceK: [face(0), face(1), face(2), face(3)],
      emissivity: [shine(0), shine(1), shine(2), shine(3)],
      fireW: fire.radiatedW,
      fireM: Math.min(plan.heightM, fire.baseM + flameM / 3),
    },
    flux,
  );
  let taken = 0;
  let upperW = flux.upperW;
  let lowerW = flux.lowerW;
  for (let side = 0; side < SIDES; side += 1) {
    const slab = plan.slabs[side];
    const area = flux.areaM2[side] ?? 0;
    const own = side < 2 ? upper : lower;
    // A side without lining mirrors; what numbers leave over goes back to the gas beside it.
    let into = (flux.fluxWPerM2[side] ?? 0) * area;
    if (slab) {
      const gas = frame.temperatureK[own] ?? 0;
      let convected = convectionWPerM2(gas, face(side), side === 1 || side === 2) * area;
      if (side === 0 && fire.convectiveW > 0) {
        const jet = ceilingJetLoss(fire.convectiveW, area, plan.heightM);
        if (jet.fluxWPerM2 * area > convected) convected = jet.fluxWPerM2 * jet.areaM2;
      }
      // A layer cannot lose in one step more than a part of what sets it apart from the surface.
      const most = (0.5 * CP * (frame.massKg[own] ?? 0) * Math.abs(gas - face(side))) / building.stepS;
      if (convected < 0) convected = Math.max(convected, -most);
      else if (side !== 0) convected = Math.min(convected, most);
      into += convected;
      if (side < 2) upperW -= convected;
      else lowerW -= convected;
      taken += into;
      stepSlab(slab, state.liningK, first + side * SLAB_NODES, into / Math.max(area, 1e-6), building.ambientK);
    } else if (side < 2) upperW += into;
    else lowerW += into;
  }
  frame.inW[upper] = (frame.inW[upper] ?? 0) + upperW;
  frame.inW[lower] = (frame.inW[lower] ?? 0) + lowerW;
  return taken;
}
