// The physical and toxic record of each substance a vessel may hold, with helpers that turn it into numbers.
import { SUBSTANCE_NAMES, type SubstanceName } from "../../../scenarios/format/substance.ts";
import { GUIDELINES, type Guidelines, PROBITS, type Probit } from "./toxicity.ts";

export const GAS_CONSTANT = 8.31446261815324;
export const STANDARD_PRESSURE_PA = 101325;
export const GRAVITY_MPS2 = 9.80616;

export const SUBSTANCE_IDS = SUBSTANCE_NAMES;
export type SubstanceId = SubstanceName;

/** A number nobody has published for this use: chosen here, with the reason written down. */
type Assumption = { readonly value: number; readonly assumption: true; readonly why: string };

export type Substance = {
  readonly id: SubstanceId;
  readonly unNumber: number;
  readonly molarMassKgPerMol: number;
  readonly boilingK: number;
  readonly criticalK: number;
  /** Saturated liquid heat capacity near 20 C, J/(kg K). */
  readonly liquidCpJPerKgK: number;
  /** Latent heat at the normal boiling point, J/kg. */
  readonly latentHeatJPerKg: number;
  readonly gamma: number;
  /** Diffusivity of the vapour in air at 25 C, m2/s. */
  readonly diffusivityM2PerS: number;
  /** ln(Pa) = c1 + c2/T + c3 ln T + c4 T. */
  readonly vapourPressure: {
    readonly c: readonly [number, number, number, number];
    readonly rangeK: readonly [number, number];
  };
  /** kmol/m3 = c1 / c2^(1 + (1 - T/Tc)^c4). */
  readonly liquidDensity: { readonly c1: number; readonly c2: number; readonly c4: number };
  readonly probit: Probit;
  readonly guidelines: Guidelines;
  readonly odourPpm: number;
  readonly visiblePpm: Assumption | null;
  /** Sodium hydroxide used up by one kilogram, kg; null where alkali does not take the substance up. */
  readonly naohKgPerKg: number | null;
  readonly source: string;
};

const guidelinesOf = (gas: SubstanceId): Guidelines => {
  const found = GUIDELINES[gas];
  if (found === null) throw new Error(`no guideline levels are held for ${gas}`);
  return found;
};

export const SUBSTANCES: Readonly<Record<SubstanceId, Substance>> = {
  chlorine: {
    id: "chlorine",
    unNumber: 1017,
    molarMassKgPerMol: 0.070906,
    boilingK: 239.12,
    criticalK: 417.15,
    liquidCpJPerKgK: 949,
    latentHeatJPerKg: 287800,
    gamma: 1.33,
    diffusivityM2PerS: 1.3e-5,
    vapourPressure: { c: [71.334, -3855, -8.5171, 0.012378], rangeK: [172.12, 417.15] },
    liquidDensity: { c1: 2.23, c2: 0.27645, c4: 0.2926 },
    probit: PROBITS.chlorine,
    guidelines: guidelinesOf("chlorine"),
    odourPpm: 0.3,
    visiblePpm: {
      value: 1000,
      assumption: true,
      why: "no published threshold found; yellow-green at about 0.1 % by volume over a few metres of sight line",
    },
    naohKgPerKg: 1.128,
    source:
      "Perry's Handbook (DIPPR 101/105 correlations); boiling point NIST semiconductor gas index; odour 0.2-0.4 ppm " +
      "Chlorine Institute; diffusivity from Fuller's method; alkali Cl2 + 2 NaOH -> NaCl + NaOCl + H2O",
  },
  ammonia: {
    id: "ammonia",
    unNumber: 1005,
    molarMassKgPerMol: 0.017031,
    boilingK: 239.82,
    criticalK: 405.65,
    liquidCpJPerKgK: 4745,
    latentHeatJPerKg: 1369500,
    gamma: 1.31,
    diffusivityM2PerS: 2.2e-5,
    vapourPressure: { c: [90.483, -4669.7, -11.607, 0.017194], rangeK: [195.41, 405.65] },
    liquidDensity: { c1: 3.5383, c2: 0.25443, c4: 0.2888 },
    probit: PROBITS.ammonia,
    guidelines: guidelinesOf("ammonia"),
    odourPpm: 5,
    visiblePpm: {
      value: 5000,
      assumption: true,
      why: "the gas is colourless; what is seen is the water fog of a cold flashing cloud, taken at 0.5 % by volume",
    },
    naohKgPerKg: null,
    source: "Perry's Handbook (DIPPR 101/105 correlations); NIST WebBook boiling point; odour 5 ppm general knowledge",
  },
  "hydrogen-sulfide": {
    id: "hydrogen-sulfide",
    unNumber: 1053,
    molarMassKgPerMol: 0.034081,
    boilingK: 212.8,
    criticalK: 373.53,
    liquidCpJPerKgK: 2010,
    latentHeatJPerKg: 547800,
    gamma: 1.32,
    diffusivityM2PerS: 1.7e-5,
    vapourPressure: { c: [85.584, -3839.9, -11.199, 0.018848], rangeK: [187.68, 373.53] },
    liquidDensity: { c1: 2.7672, c2: 0.27369, c4: 0.29015 },
    probit: PROBITS["hydrogen-sulfide"],
    guidelines: guidelinesOf("hydrogen-sulfide"),
    odourPpm: 0.01,
    visiblePpm: null,
    naohKgPerKg: 2.347,
    source:
      "Perry's Handbook (DIPPR 101/105 correlations); boiling point and latent heat NIST WebBook; odour about 10 ppb, " +
      "gone above 100 ppm (nerve fatigue); diffusivity from Fuller's method; alkali H2S + 2 NaOH -> Na2S + 2 H2O",
  },
};

/** Parts per million by volume of a vapour of `kgPerM3`, at T in kelvin and P in pascal; ideal gas. */
export const ppmFromKgPerM3 = (
  kgPerM3: number,
  molarMassKgPerMol: number,
  temperatureK = 293.15,
  pressurePa = STANDARD_PRESSURE_PA,
): number => (kgPerM3 / molarMassKgPerMol) * ((GAS_CONSTANT * temperatureK) / pressurePa) * 1e6;

/** Kilograms per cubic metre of a vapour of `ppm` by volume, at T in kelvin and P in pascal; ideal gas. */
export const kgPerM3FromPpm = (
  ppm: number,
  molarMassKgPerMol: number,
  temperatureK = 293.15,
  pressurePa = STANDARD_PRESSURE_PA,
): number => (ppm / 1e6) * molarMassKgPerMol * (pressurePa / (GAS_CONSTANT * temperatureK));

/** Saturation pressure, Pa, by the substance's DIPPR 101 fit; held at the ends of the fitted range. */
export const saturationPressurePa = (substance: Substance, temperatureK: number): number => {
  const t = withinFit(substance, temperatureK);
  const [c1, c2, c3, c4] = substance.vapourPressure.c;
  return Math.exp(c1 + c2 / t + c3 * Math.log(t) + c4 * t);
};

/** Slope of the saturation pressure, Pa/K: the exact derivative of the same fit. */
export const saturationSlopePaPerK = (substance: Substance, temperatureK: number): number => {
  const t = withinFit(substance, temperatureK);
  const [, c2, c3, c4] = substance.vapourPressure.c;
  return saturationPressurePa(substance, t) * (-c2 / (t * t) + c3 / t + c4);
};

/** Saturated liquid density, kg/m3, by the substance's DIPPR 105 fit, below the critical temperature. */
export const liquidDensityKgPerM3 = (substance: Substance, temperatureK: number): number => {
  const { c1, c2, c4 } = substance.liquidDensity;
  const left = Math.max(0, 1 - temperatureK / substance.criticalK);
  return (c1 / c2 ** (1 + left ** c4)) * 1000 * substance.molarMassKgPerMol;
};

/** Latent heat, J/kg, carried from the boiling point by Watson's rule with exponent 0.38, below the critical point. */
export const latentHeatJPerKg = (substance: Substance, temperatureK: number): number => {
  const left = Math.max(0, 1 - temperatureK / substance.criticalK);
  return substance.latentHeatJPerKg * (left / (1 - substance.boilingK / substance.criticalK)) ** 0.38;
};

/** Vapour density, kg/m3, at T in kelvin and P in pascal; ideal gas (about 9 % low for chlorine at 6.7 bar). */
export const vapourDensityKgPerM3 = (
  substance: Pick<Substance, "molarMassKgPerMol">,
  temperatureK: number,
  pressurePa: number,
): number => (pressurePa * substance.molarMassKgPerMol) / (GAS_CONSTANT * temperatureK);

const withinFit = (substance: Substance, temperatureK: number): number => {
  const [low, high] = substance.vapourPressure.rangeK;
  return Math.min(high, Math.max(low, temperatureK));
};
