// A flashing jet in the open once the air it has drawn in has taken up all its mist: how thin it is then, and how cold.
import { AIR_KG_PER_MOL } from "./heavy-cloud.ts";
import {
  GAS_CONSTANT,
  latentHeatJPerKg,
  STANDARD_PRESSURE_PA,
  type Substance,
  saturationPressurePa,
} from "./substance.ts";

const AIR_CP_J_PER_KG_K = 1006;

export type Mixture = {
  /** Volume fraction of the substance, and the temperature of the mixture. */
  readonly fraction: number;
  readonly kelvin: number;
};

/**
 * Temperature, K, of a substance let go as liquid of the air's temperature and mixed with so much air, by the heat the
 * air gives up to boil it; adiabatic, ideal, dry air, all of it evaporated.
 */
export const mixedKelvin = (substance: Substance, fraction: number, airK: number): number => {
  const perKg = airKgPerKg(substance, fraction);
  return airK - latentHeatJPerKg(substance, airK) / (perKg * AIR_CP_J_PER_KG_K + vapourCp(substance));
};

/** The mixture at which the last of the mist has gone: its vapour is then just saturated. */
export const evaporatedMixture = (substance: Substance, airK: number): Mixture => {
  let [thin, thick] = [0.001, 0.9];
  for (let i = 0; i < 40; i += 1) {
    const middle = (thin + thick) / 2;
    const kelvin = mixedKelvin(substance, middle, airK);
    const dry = kelvin > 0 && saturationPressurePa(substance, kelvin) >= middle * STANDARD_PRESSURE_PA;
    if (dry && kelvin >= substance.vapourPressure.rangeK[0]) thin = middle;
    else thick = middle;
  }
  return { fraction: thin, kelvin: mixedKelvin(substance, thin, airK) };
};

const airKgPerKg = ({ molarMassKgPerMol }: Substance, fraction: number): number =>
  ((1 - fraction) / fraction) * (AIR_KG_PER_MOL / molarMassKgPerMol);

/** Heat capacity of the vapour, J/(kg K), from its ratio of heat capacities; ideal gas. */
const vapourCp = ({ gamma, molarMassKgPerMol }: Substance): number =>
  (GAS_CONSTANT * gamma) / ((gamma - 1) * molarMassKgPerMol);
