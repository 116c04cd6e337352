// Evaporation of the liquid that rains out on the floor or the ground.
import { GAS_CONSTANT, type Substance } from "./substance.ts";

const AIR_KINEMATIC_VISCOSITY_M2_PER_S = 1.5e-5;

/**
 * Evaporation, kg/(m2 s), after Mackay and Matsugu: km = 0.004786 u^0.78 D^-0.11 Sc^-0.67 with u in m/s and D in m,
 * flux = km Psat M / (R T). Valid for pools of about 0.1 to 100 m across in wind; still air gives no flux at all,
 * so callers pass the draught of a room.
 */
export const mackayMatsuguKgPerM2S = (
  substance: Substance,
  poolK: number,
  vapourPressurePa: number,
  airMps: number,
  diameterM: number,
): number => {
  if (airMps <= 0 || diameterM <= 0) return 0;
  const schmidt = AIR_KINEMATIC_VISCOSITY_M2_PER_S / substance.diffusivityM2PerS;
  const transfer = 0.004786 * airMps ** 0.78 * diameterM ** -0.11 * schmidt ** -0.67;
  return (transfer * vapourPressurePa * substance.molarMassKgPerMol) / (GAS_CONSTANT * poolK);
};

const FT2_PER_M2 = 10.7639104;
const MMHG_PER_PA = 760 / 101325;
const KG_PER_S_PER_LB_PER_MIN = 0.45359237 / 60;
/** Indoor share of the outdoor evaporation (US EPA OCA guidance as quoted by the JRC). */
export const EPA_INDOOR_SHARE = 0.55;

/**
 * Evaporation of a whole pool, kg/s, after the US EPA offsite consequence guidance: 0.284 U^0.78 MW^(2/3) A VP /
 * (82.05 T) in pounds a minute, feet and mmHg, here in SI. Valid for pools that do not boil, wind 1.5 m/s and more.
 */
export const epaPoolKgPerS = (
  substance: Substance,
  poolK: number,
  vapourPressurePa: number,
  airMps: number,
  areaM2: number,
): number => {
  const gramsPerMol = substance.molarMassKgPerMol * 1000;
  const numerator =
    0.284 * airMps ** 0.78 * gramsPerMol ** (2 / 3) * (areaM2 * FT2_PER_M2) * (vapourPressurePa * MMHG_PER_PA);
  return (numerator / (82.05 * poolK)) * KG_PER_S_PER_LB_PER_MIN;
};

/** Thinnest a pool spreads on a rough floor, m (assumption within the 5 to 10 mm the Yellow Book gives for floors). */
const POOL_DEPTH_M = 0.005;

/** Area, m2, that a pool of `massKg` covers at its thinnest, at most `boundM2` (the bund, the room's floor). */
export const poolAreaM2 = (massKg: number, liquidKgPerM3: number, boundM2: number): number =>
  Math.min(boundM2, Math.max(0, massKg) / (liquidKgPerM3 * POOL_DEPTH_M));

const WATER_CP_J_PER_KG_K = 4186;
const ICE_LATENT_J_PER_KG = 334000;
/** Share of the water's heat that reaches the pool (assumption: most runs off; ERG guide 124 only forbids it). */
const WATER_CONTACT_SHARE = 0.2;

/**
 * Extra boil-off, kg/s, when water at `waterK` falls on a pool colder than ice: the heat of cooling and freezing the
 * share of the water that meets it. Physical in form, its contact share an assumption.
 */
export const waterBoilOffKgPerS = (substance: Substance, waterKgps: number, waterK: number): number => {
  if (waterKgps <= 0 || substance.boilingK >= 273.15) return 0;
  const heat = WATER_CP_J_PER_KG_K * Math.max(0, waterK - 273.15) + ICE_LATENT_J_PER_KG;
  return (WATER_CONTACT_SHARE * waterKgps * heat) / substance.latentHeatJPerKg;
};
