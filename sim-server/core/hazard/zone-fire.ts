// Burning in a room of two layers: a plume feeds the upper layer, and oxygen decides how much of the fuel burns.
import { entrainmentKgPerS, type PlumeAir } from "./fire.ts";
import { HEAT_BY_OXYGEN_J_PER_KG, productsPerKg } from "./fire-fuel.ts";
import { move, type ZoneFrame } from "./zone-frame.ts";
import { AMBIENT_PA, CP, eased, GAS_R, SPECIES, SPECIES_COUNT } from "./zone-gas.ts";
import type { ZoneBuilding, ZoneFireReady } from "./zone-plan.ts";

type ZoneBurn = {
  askedW: number;
  releasedW: number;
  radiatedW: number;
  fuelKgPerS: number;
  burntKgPerS: number;
};

const PASSES = 3;
const products = new WeakMap<ZoneFireReady, readonly number[]>();

/** Heat that oxygen in `kgPerS` of a layer's gas allows, W; none below the limit, all from a hundredth above it. */
function allowedW(building: ZoneBuilding, frame: ZoneFrame, layer: number, kgPerS: number): number {
  const oxygen = frame.fraction[layer * SPECIES_COUNT + SPECIES.o2] ?? 0;
  const alight = eased(oxygen, building.oxygenLimit, building.oxygenLimit + 0.01);
  return kgPerS * oxygen * alight * HEAT_BY_OXYGEN_J_PER_KG;
}

/**
 * Burns one fire for a step and writes its flows: fuel and plume into the upper layer. What the plume's air cannot burn
 * burns with the upper layer's oxygen if there is enough; the rest stays in the upper layer as fuel.
 */
export function burn(building: ZoneBuilding, frame: ZoneFrame, fire: ZoneFireReady, askedW: number): ZoneBurn {
  const room = building.rooms[fire.at];
  if (room === undefined || askedW <= 0)
    return { askedW: 0, releasedW: 0, radiatedW: 0, fuelKgPerS: 0, burntKgPerS: 0 };
  const upper = 2 * fire.at;
  const lower = upper + 1;
  const convective = 1 - fire.fuel.radiativeShare;
  const air: PlumeAir = {
    temperatureK: building.ambientK,
    densityKgPerM3: AMBIENT_PA / (GAS_R * building.ambientK),
    cpKjPerKgK: CP / 1000,
  };
  const warmer = Math.max(1, (frame.temperatureK[upper] ?? 0) - (frame.temperatureK[lower] ?? 0));
  const riseM = (frame.layerM[fire.at] ?? 0) - fire.baseM;
  const most = (0.5 * (frame.massKg[lower] ?? 0)) / building.stepS;
  let lowerW = askedW;
  let drawn = 0;
  for (let pass = 0; pass < PASSES && lowerW > 0; pass += 1) {
    const kw = lowerW / 1000;
    const plume = entrainmentKgPerS(kw, kw * convective, fire.areaM2, riseM, fire.place, air);
    drawn = Math.min(plume, (lowerW * convective) / (CP * warmer), most) * (frame.gives[lower] ?? 1);
    lowerW = Math.min(askedW, allowedW(building, frame, lower, drawn));
  }
  // Above the interface the plume goes on drawing, now from the upper layer.
  const restKw = (askedW - lowerW) / 1000;
  const upperM = Math.min(room.heightM - fire.baseM, (frame.volumeM3[upper] ?? 0) / room.areaM2);
  const upperDrawn = entrainmentKgPerS(restKw, restKw * convective, fire.areaM2, upperM, fire.place, air);
  const upperW = Math.min(restKw * 1000, allowedW(building, frame, upper, upperDrawn));
  const releasedW = lowerW + upperW;
  const fuelKgPerS = askedW / fire.fuel.heatJPerKg;
  const burntKgPerS = releasedW / fire.fuel.heatJPerKg;

  move(frame, lower, upper, drawn);
  const own = products.get(fire) ?? productsPerKg(fire.fuel);
  products.set(fire, own);
  const base = upper * SPECIES_COUNT;
  for (let s = 0; s < SPECIES_COUNT; s += 1)
    frame.inKgPerS[base + s] = (frame.inKgPerS[base + s] ?? 0) + burntKgPerS * (own[s] ?? 0);
  frame.inKgPerS[base + SPECIES.fuel] = (frame.inKgPerS[base + SPECIES.fuel] ?? 0) + fuelKgPerS - burntKgPerS;
  frame.inW[upper] = (frame.inW[upper] ?? 0) + convective * releasedW + fuelKgPerS * CP * building.ambientK;
  return { askedW, releasedW, radiatedW: fire.fuel.radiativeShare * releasedW, fuelKgPerS, burntKgPerS };
}
