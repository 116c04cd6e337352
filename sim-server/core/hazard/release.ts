// A leaking vessel, second by second: what flows out, what stays in the air, what lies on the floor, how cold it gets.
import { airborneFraction, flashFraction, flashingFlowKgPerS, gasFlowKgPerS } from "./orifice.ts";
import { mackayMatsuguKgPerM2S, poolAreaM2, waterBoilOffKgPerS } from "./pool.ts";
import {
  latentHeatJPerKg,
  liquidDensityKgPerM3,
  STANDARD_PRESSURE_PA,
  SUBSTANCES,
  type Substance,
  saturationPressurePa,
  vapourDensityKgPerM3,
} from "./substance.ts";
import { liquidInsideKg, VESSEL_ASSUMPTIONS, type Vessel, vesselPressurePa } from "./vessel.ts";

type Opening = "liquid" | "gas" | "shut";
export type VesselHandling = {
  opening: Opening;
  /** 1 is the whole hole, 0 is plugged; a clamp or a half-shut valve lies between. */
  openFraction: number;
  waterOnLeakKgps: number;
  submerged?: boolean;
};
export type VesselStep = {
  readonly vessel: Vessel;
  readonly airborneKgPerS: number;
  readonly absorbedKgPerS: number;
  readonly leakKgPerS: number;
  readonly flow: "liquid" | "gas" | "none";
  readonly poolKg: number;
  readonly massKg: number;
  readonly temperatureK: number;
};

const SUBSTEP_S = 1;

/**
 * Moves a vessel on by `dtS` seconds (any length; cut into steps of a second or less inside). Mass is kept:
 * massKg + poolKg + airborneKg + absorbedKg does not change. The leak follows the vessel's own pressure, so a gas leak
 * cools and dies down; a liquid leak ends as a gas leak when the liquid is gone; water on a leak heats the vessel,
 * boils the pool and widens the hole; sunk in alkali, what leaks is taken up while sodium hydroxide lasts.
 */
export const stepVessel = (vessel: Vessel, dtS: number, handling: VesselHandling): VesselStep => {
  if (dtS <= 0) return report(vessel, vessel, 0, handling);
  const parts = Math.ceil(dtS / SUBSTEP_S);
  let next = vessel;
  for (let i = 0; i < parts; i += 1) next = substep(next, dtS / parts, handling);
  return report(vessel, next, dtS, handling);
};

const report = (before: Vessel, after: Vessel, dtS: number, handling: VesselHandling): VesselStep => {
  const perS = dtS > 0 ? 1 / dtS : 0;
  const airborne = after.airborneKg - before.airborneKg;
  const leaked = before.massKg - after.massKg;
  return {
    vessel: after,
    airborneKgPerS: airborne * perS,
    absorbedKgPerS: (after.absorbedKg - before.absorbedKg) * perS,
    leakKgPerS: leaked * perS,
    flow: leaked <= 0 ? "none" : handling.opening === "liquid" && liquidInsideKg(before) > 0 ? "liquid" : "gas",
    poolKg: after.poolKg,
    massKg: after.massKg,
    temperatureK: after.temperatureK,
  };
};

const substep = (vessel: Vessel, dtS: number, handling: VesselHandling): Vessel => {
  const substance = SUBSTANCES[vessel.substance];
  const water = Math.max(0, handling.waterOnLeakKgps);
  const submerged = handling.submerged === true;
  const liquidKg = liquidInsideKg(vessel);
  const fromLiquid = handling.opening === "liquid" && liquidKg > 0;
  const wanted = outflowKgPerS(vessel, substance, handling, fromLiquid) * dtS;
  const leaked = Math.min(wanted, fromLiquid ? liquidKg : spareGasKg(vessel, substance, liquidKg));

  const airborneShare = fromLiquid ? airborneFraction(flashFraction(substance, vessel.temperatureK)) : 1;
  const need = substance.naohKgPerKg;
  const uptake =
    submerged && need !== null ? Math.min(leaked * VESSEL_ASSUMPTIONS.alkaliUptake, vessel.naohKg / need) : 0;
  const rained = submerged ? 0 : leaked * (1 - airborneShare);
  const boiled = poolLossKg(vessel, substance, dtS, water, vessel.poolKg + rained);
  return {
    ...vessel,
    holeM2: leaked > 0 && vessel.substance === "chlorine" ? corroded(vessel, dtS, water) : vessel.holeM2,
    massKg: vessel.massKg - leaked,
    temperatureK: warmth(vessel, substance, dtS, { leaked, liquidKg, fromLiquid, water, submerged }),
    poolKg: vessel.poolKg + rained - boiled,
    naohKg: need === null ? vessel.naohKg : Math.max(0, vessel.naohKg - uptake * need),
    airborneKg: vessel.airborneKg + (leaked - rained - uptake) + boiled,
    absorbedKg: vessel.absorbedKg + uptake,
  };
};

const outflowKgPerS = (vessel: Vessel, substance: Substance, handling: VesselHandling, fromLiquid: boolean): number => {
  const areaM2 = vessel.holeM2 * Math.min(1, Math.max(0, handling.openFraction));
  if (handling.opening === "shut" || areaM2 <= 0) return 0;
  if (fromLiquid) {
    return flashingFlowKgPerS(substance, vessel.temperatureK, areaM2, VESSEL_ASSUMPTIONS.liquidCd, vessel.pipeM);
  }
  const pressurePa = vesselPressurePa(vessel);
  return gasFlowKgPerS({
    areaM2,
    cd: VESSEL_ASSUMPTIONS.gasCd,
    pressurePa,
    ambientPa: STANDARD_PRESSURE_PA,
    densityKgPerM3: vapourDensityKgPerM3(substance, vessel.temperatureK, pressurePa),
    gamma: substance.gamma,
  });
};

/** Vapour that can leave before the vessel has cooled, or emptied, to the pressure outside, kg. */
const spareGasKg = (vessel: Vessel, substance: Substance, liquidKg: number): number => {
  const { temperatureK: t } = vessel;
  if (liquidKg <= 0) return vessel.massKg * Math.max(0, 1 - STANDARD_PRESSURE_PA / vesselPressurePa(vessel));
  const warm = Math.max(0, t - substance.boilingK) * heatCapacityJPerK(vessel, substance, liquidKg);
  return Math.min(vessel.massKg, warm / latentHeatJPerKg(substance, t));
};

const heatCapacityJPerK = (vessel: Vessel, substance: Substance, liquidKg: number): number =>
  liquidKg * substance.liquidCpJPerKgK + vessel.steelKg * VESSEL_ASSUMPTIONS.steelCpJPerKgK;

type Heat = { leaked: number; liquidKg: number; fromLiquid: boolean; water: number; submerged: boolean };

const warmth = (vessel: Vessel, substance: Substance, dtS: number, heat: Heat): number => {
  const { temperatureK: t, ambientK } = vessel;
  const capacity = heatCapacityJPerK(vessel, substance, heat.liquidKg);
  const vapourised = heat.fromLiquid
    ? (heat.leaked * vapourDensityKgPerM3(substance, t, vesselPressurePa(vessel))) / liquidDensityKgPerM3(substance, t)
    : heat.liquidKg > 0
      ? heat.leaked
      : 0;
  const cooled = t - (vapourised * latentHeatJPerKg(substance, t)) / capacity;
  const conductance =
    (heat.submerged ? VESSEL_ASSUMPTIONS.bathHeatWPerK : VESSEL_ASSUMPTIONS.airHeatWPerK) +
    heat.water * 4186 * VESSEL_ASSUMPTIONS.jetContactShare;
  // Exact relaxation towards the surroundings, so that a long step cannot overshoot them.
  return ambientK + (cooled - ambientK) * Math.exp((-conductance * dtS) / capacity);
};

const poolLossKg = (vessel: Vessel, substance: Substance, dtS: number, waterKgps: number, poolKg: number): number => {
  if (poolKg <= 0) return 0;
  const poolK = Math.min(substance.boilingK, vessel.ambientK);
  const areaM2 = poolAreaM2(poolKg, liquidDensityKgPerM3(substance, poolK), vessel.floorM2);
  const across = Math.sqrt((4 * areaM2) / Math.PI);
  const vapourPa = saturationPressurePa(substance, poolK);
  const dry = areaM2 * mackayMatsuguKgPerM2S(substance, poolK, vapourPa, vessel.draughtMps, across);
  return Math.min(poolKg, (dry + waterBoilOffKgPerS(substance, waterKgps, vessel.ambientK)) * dtS);
};

const corroded = (vessel: Vessel, dtS: number, waterKgps: number): number => {
  const grown = vessel.holeM2 + vessel.firstHoleM2 * VESSEL_ASSUMPTIONS.corrosionPerS * Math.min(1, waterKgps) * dtS;
  return Math.min(grown, vessel.firstHoleM2 * VESSEL_ASSUMPTIONS.corrosionLimit);
};
