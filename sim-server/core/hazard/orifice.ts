// Mass flow of liquid, gas and flashing liquid through a hole.
import {
  liquidDensityKgPerM3,
  STANDARD_PRESSURE_PA,
  type Substance,
  saturationPressurePa,
  saturationSlopePaPerK,
} from "./substance.ts";

/** Below this length of pipe a flashing liquid has no time to reach equilibrium (Fauske). */
const EQUILIBRIUM_LENGTH_M = 0.1;

/** Area of a round hole, m2, from its diameter in metres. */
export const holeAreaM2 = (diameterM: number): number => (Math.PI / 4) * diameterM * diameterM;

/**
 * Liquid through a hole, kg/s: Cd A sqrt(2 rho dP), dP in pascal and including any head of liquid.
 * Valid for a liquid that does not flash before the hole; source Bernoulli, as in CCPS (1999) p. 40.
 */
export const liquidFlowKgPerS = (areaM2: number, cd: number, densityKgPerM3: number, overPa: number): number =>
  overPa <= 0 ? 0 : cd * areaM2 * Math.sqrt(2 * densityKgPerM3 * overPa);

/** The pressure ratio P0/Pa at and above which gas flow is choked; gamma > 1. */
export const chokingRatio = (gamma: number): number => ((gamma + 1) / 2) ** (gamma / (gamma - 1));

export type GasHole = {
  readonly areaM2: number;
  readonly cd: number;
  readonly pressurePa: number;
  readonly ambientPa: number;
  readonly densityKgPerM3: number;
  readonly gamma: number;
};

/**
 * Gas through a hole, kg/s, choked or subcritical as the pressures say; ideal gas, isentropic to the throat.
 * Source: CCPS (1999) p. 47.
 */
export const gasFlowKgPerS = (hole: GasHole): number => {
  const { areaM2, cd, pressurePa, ambientPa, densityKgPerM3, gamma } = hole;
  if (pressurePa <= ambientPa) return 0;
  if (pressurePa / ambientPa >= chokingRatio(gamma)) {
    return (
      cd * areaM2 * Math.sqrt(gamma * densityKgPerM3 * pressurePa * (2 / (gamma + 1)) ** ((gamma + 1) / (gamma - 1)))
    );
  }
  const r = ambientPa / pressurePa;
  const drive = (gamma / (gamma - 1)) * (r ** (2 / gamma) - r ** ((gamma + 1) / gamma));
  return cd * areaM2 * Math.sqrt(2 * densityKgPerM3 * pressurePa * drive);
};

export type Throat = { readonly pressurePa: number; readonly temperatureK: number; readonly velocityMps: number };

/** State of a gas in the hole it leaves by, with the velocity averaged over the whole hole (Cd included). */
export const gasThroat = (hole: GasHole, temperatureK: number): Throat => {
  const ratio = Math.max(hole.ambientPa / hole.pressurePa, 1 / chokingRatio(hole.gamma));
  const density = hole.densityKgPerM3 * ratio ** (1 / hole.gamma);
  return {
    pressurePa: hole.pressurePa * ratio,
    temperatureK: temperatureK * ratio ** ((hole.gamma - 1) / hole.gamma),
    velocityMps: gasFlowKgPerS(hole) / (density * hole.areaM2),
  };
};

/**
 * Mass flux of a saturated liquid that flashes on its way out, kg/(m2 s), by Fauske's equilibrium rate model:
 * G = (latent heat / v_fg) / sqrt(T cp), written with Clapeyron's latent heat / v_fg = T dPsat/dT so that it needs
 * no vapour density. Valid for saturated liquid through at least 0.1 m of pipe, below about 0.9 of critical.
 */
export const fauskeFluxKgPerM2S = (substance: Substance, temperatureK: number): number =>
  saturationSlopePaPerK(substance, temperatureK) * Math.sqrt(temperatureK / substance.liquidCpJPerKgK);

/**
 * Saturated liquid through a hole at the end of `pipeM` of pipe, kg/s: Fauske's bridge from Bernoulli (no pipe) to
 * the equilibrium rate (0.1 m and more), 1/G2 = 1/G_bernoulli2 + (L/0.1)/G_erm2, never above either limit.
 */
export const flashingFlowKgPerS = (
  substance: Substance,
  temperatureK: number,
  areaM2: number,
  cd: number,
  pipeM: number,
  ambientPa = STANDARD_PRESSURE_PA,
): number => {
  const over = saturationPressurePa(substance, temperatureK) - ambientPa;
  const bernoulli = liquidFlowKgPerS(areaM2, cd, liquidDensityKgPerM3(substance, temperatureK), over);
  if (bernoulli <= 0) return 0;
  const equilibrium = areaM2 * fauskeFluxKgPerM2S(substance, temperatureK);
  if (pipeM >= EQUILIBRIUM_LENGTH_M) return Math.min(bernoulli, equilibrium);
  const share = Math.max(0, pipeM) / EQUILIBRIUM_LENGTH_M;
  return 1 / Math.sqrt(1 / (bernoulli * bernoulli) + share / (equilibrium * equilibrium));
};

/** Share of a released liquid that turns to vapour at once, 0 to 1: cp (T - Tb) / latent heat at the boiling point. */
export const flashFraction = (substance: Substance, temperatureK: number): number => {
  const share = (substance.liquidCpJPerKgK * (temperatureK - substance.boilingK)) / substance.latentHeatJPerKg;
  return Math.min(1, Math.max(0, share));
};

/** Share of a released liquid that stays airborne as vapour and spray, 0 to 1: twice the flash, at most all (rule). */
export const airborneFraction = (flash: number): number => Math.min(1, Math.max(0, 2 * flash));
