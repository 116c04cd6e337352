// The gas of the two-zone fire model: what is in it, and how much heat and radiation it holds.

/** Mass is carried by species; the order is that of every nine numbers of a layer. */
export const ZONE_SPECIES = ["n2", "o2", "co2", "co", "h2o", "hcn", "hcl", "soot", "fuel"] as const;
export type ZoneSpecies = (typeof ZONE_SPECIES)[number];
export const SPECIES_COUNT = ZONE_SPECIES.length;
export const SPECIES: Readonly<Record<ZoneSpecies, number>> = {
  n2: 0,
  o2: 1,
  co2: 2,
  co: 3,
  h2o: 4,
  hcn: 5,
  hcl: 6,
  soot: 7,
  fuel: 8,
};

/** kg/mol by species; soot is carbon, and unburnt fuel weighs what the fire's fuel weighs (a nominal 0.03 here). */
export const MOLAR_KG: readonly number[] = [
  0.028014, 0.031998, 0.044009, 0.02801, 0.018015, 0.027026, 0.036458, 0.012011, 0.03,
];

/** Air as one ideal gas with constant heats, which a two-zone model assumes: J/(kg K), and R = cp (gamma - 1)/gamma. */
export const CP = 1012;
export const GAMMA = 1.4;
export const GAS_R = (CP * (GAMMA - 1)) / GAMMA;
export const AMBIENT_PA = 101325;
export const GRAVITY = 9.80665;
export const STEFAN_BOLTZMANN = 5.670374e-8;

export const ambientDensityKgPerM3 = (temperatureK: number): number => AMBIENT_PA / (GAS_R * temperatureK);

/**
 * Mass fractions of air at a temperature and relative humidity (0 to 1); saturation by Tetens' formula (Murray 1967).
 */
export function airFractions(temperatureK: number, humidity: number): number[] {
  const celsius = temperatureK - 273.15;
  const saturationPa = 610.78 * Math.exp((17.269 * celsius) / (celsius + 237.29));
  const vapour = Math.min(0.9, (humidity * saturationPa) / AMBIENT_PA);
  const water = (vapour * 0.018015) / (vapour * 0.018015 + (1 - vapour) * 0.028966);
  const out = new Array<number>(SPECIES_COUNT).fill(0);
  out[SPECIES.o2] = 0.2314 * (1 - water);
  out[SPECIES.h2o] = water;
  out[SPECIES.n2] = 1 - water - 0.2314 * (1 - water);
  return out;
}

/**
 * Grey absorption coefficient of a layer, 1/m: soot 1195.5 fv T (soot of 1,800 kg/m3) as in CFAST, and water vapour
 * with carbon dioxide by the three weighted grey gases of Smith, Shen and Friedman (1982), equal parts, over `pathM`.
 */
export function absorptionPerM(temperatureK: number, sootKgPerM3: number, gasesAtm: number, pathM: number): number {
  const path = Math.max(pathM, 1e-3);
  const t = temperatureK;
  const clear = 5.15e-1 + t * (-2.303e-4 + t * (9.779e-8 - t * 1.494e-11));
  const middling = 7.749e-2 + t * (3.399e-4 + t * (-2.297e-7 + t * 3.77e-11));
  const dense = 1.907e-1 + t * (-1.824e-4 + t * (5.608e-8 - t * 5.122e-12));
  const deep = gasesAtm * path;
  const emissivity =
    clear * (1 - Math.exp(-0.4303 * deep)) +
    middling * (1 - Math.exp(-7.055 * deep)) +
    dense * (1 - Math.exp(-178.1 * deep));
  const gas = -Math.log(Math.max(0.05, 1 - emissivity)) / path;
  return Math.max(0.01, (1195.5 * sootKgPerM3 * temperatureK) / 1800 + gas);
}

/** 0 at `from` and below, 1 at `to` and above, smooth between. */
export function eased(x: number, from: number, to: number): number {
  const part = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return part * part * (3 - 2 * part);
}
