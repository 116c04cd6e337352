// A vessel of liquefied gas as a record: its contents, its pressure, and the numbers assumed about it.
import { holeAreaM2 } from "./orifice.ts";
import {
  GAS_CONSTANT,
  liquidDensityKgPerM3,
  SUBSTANCES,
  type SubstanceId,
  saturationPressurePa,
  vapourDensityKgPerM3,
} from "./substance.ts";

/** The published discharge coefficients used here, and the numbers nobody publishes, which are ours. */
export const VESSEL_ASSUMPTIONS = {
  liquidCd: 0.61,
  gasCd: 0.62,
  steelCpJPerKgK: 480,
  /** Heat from still air to the wall, W/K: about 10 W/(m2 K) over the 6 m2 of a one-ton container. */
  airHeatWPerK: 60,
  /** Heat from a bath to a sunk container, W/K: about 250 W/(m2 K) over the same wall. */
  bathHeatWPerK: 1500,
  /** Share of a water jet's heat that the wall takes up. */
  jetContactShare: 0.3,
  /** Wet chlorine eats the hole: its area grows by this share each second under 1 kg/s of water or more ... */
  corrosionPerS: 5e-4,
  /** ... until it is this many times the first area. ERG guide 124 warns of the effect and gives no number. */
  corrosionLimit: 3,
  /** Share of what bubbles through strong alkali that is taken up. */
  alkaliUptake: 0.99,
} as const;

export type Vessel = {
  readonly substance: SubstanceId;
  readonly volumeM3: number;
  readonly steelKg: number;
  readonly ambientK: number;
  readonly draughtMps: number;
  readonly floorM2: number;
  readonly pipeM: number;
  readonly firstHoleM2: number;
  readonly holeM2: number;
  readonly massKg: number;
  readonly temperatureK: number;
  readonly poolKg: number;
  /** Sodium hydroxide not yet used up in the pit or tank the vessel can be sunk in, kg. */
  readonly naohKg: number;
  readonly airborneKg: number;
  readonly absorbedKg: number;
};

export type VesselParts = {
  substance: SubstanceId;
  massKg: number;
  volumeM3: number;
  holeDiameterM: number;
  steelKg?: number;
  temperatureK?: number;
  ambientK?: number;
  draughtMps?: number;
  floorM2?: number;
  pipeM?: number;
  naohKg?: number;
};

/** A Chinese or American one-ton chlorine container: 1000 kg in 0.8 m3, about 700 kg of steel. */
export const ONE_TON_CONTAINER = { massKg: 1000, volumeM3: 0.8, steelKg: 700 } as const;

/**
 * A closed vessel of liquefied gas at rest, SI units. Defaults: ambient 20 C and contents at ambient, draught 0.5 m/s
 * and 30 m2 of floor for the pool, a leak at the end of more than 0.1 m of connector (so Fauske), no alkali.
 */
export const openVessel = (parts: VesselParts): Vessel => {
  const ambientK = parts.ambientK ?? 293.15;
  const hole = holeAreaM2(parts.holeDiameterM);
  return {
    substance: parts.substance,
    volumeM3: parts.volumeM3,
    steelKg: parts.steelKg ?? ONE_TON_CONTAINER.steelKg,
    ambientK,
    draughtMps: parts.draughtMps ?? 0.5,
    floorM2: parts.floorM2 ?? 30,
    pipeM: parts.pipeM ?? 0.3,
    firstHoleM2: hole,
    holeM2: hole,
    massKg: parts.massKg,
    temperatureK: parts.temperatureK ?? ambientK,
    poolKg: 0,
    naohKg: parts.naohKg ?? 0,
    airborneKg: 0,
    absorbedKg: 0,
  };
};

/** Liquid still in the vessel, kg: what is left when the space above it is full of ideal saturated vapour. */
export const liquidInsideKg = (vessel: Vessel): number => {
  const substance = SUBSTANCES[vessel.substance];
  const vapour = vapourDensityKgPerM3(
    substance,
    vessel.temperatureK,
    saturationPressurePa(substance, vessel.temperatureK),
  );
  const liquid = liquidDensityKgPerM3(substance, vessel.temperatureK);
  return Math.max(0, (vessel.massKg - vapour * vessel.volumeM3) / (1 - vapour / liquid));
};

/** Pressure in the vessel, Pa: saturation while liquid is left, then that of an ideal gas. */
export const vesselPressurePa = (vessel: Vessel): number => {
  const substance = SUBSTANCES[vessel.substance];
  const saturated = saturationPressurePa(substance, vessel.temperatureK);
  const gas = (vessel.massKg * GAS_CONSTANT * vessel.temperatureK) / (substance.molarMassKgPerMol * vessel.volumeM3);
  return Math.min(saturated, gas);
};
