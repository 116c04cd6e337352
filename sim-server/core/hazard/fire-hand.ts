// Hand formulas of fire engineering: hot gas layer, flashover, smoke filling, stack effect.

type WallStuff = {
  readonly conductivityKwPerMK: number;
  readonly densityKgPerM3: number;
  readonly heatKjPerKgK: number;
  readonly thicknessM: number;
};

/** Time for heat to come through a lining, s: (rho c / k) (d / 2)2. */
export const penetrationS = (stuff: WallStuff): number =>
  ((stuff.densityKgPerM3 * stuff.heatKjPerKgK) / stuff.conductivityKwPerMK) * (stuff.thicknessM / 2) ** 2;

/**
 * Effective heat transfer into a lining, kW/(m2 K): sqrt(k rho c / t) while it heats up, k / d when it is hot
 * through.
 */
export function wallTransferKwPerM2K(stuff: WallStuff, timeS: number): number {
  const { conductivityKwPerMK: k, densityKgPerM3, heatKjPerKgK, thicknessM } = stuff;
  return timeS < penetrationS(stuff) ? Math.sqrt((k * densityKgPerM3 * heatKjPerKgK) / timeS) : k / thicknessM;
}

type Opening = { readonly areaM2: number; readonly heightM: number };
/** Openings act together as the sum of A sqrt(H), m^2.5. */
export const ventFactor = (openings: readonly Opening[]): number =>
  openings.reduce((sum, { areaM2, heightM }) => sum + areaM2 * Math.sqrt(heightM), 0);

/**
 * Rise of the hot layer, K: 6.85 (Q2 / (A sqrt(H) AT hk))^(1/3) (McCaffrey, Quintiere, Harkleroad 1981). Q in kW, hk in
 * kW/(m2 K); valid to about 600 K of rise, for fires with all the air they need in a naturally vented room.
 */
export const hotLayerRiseK = (heatKw: number, vent: number, enclosingM2: number, transferKwPerM2K: number): number =>
  6.85 * Math.cbrt((heatKw * heatKw) / (vent * enclosingM2 * transferKwPerM2K));

/** Heat release that leads to flashover, kW: Thomas (1981), Babrauskas (1980), McCaffrey et al. (1981). */
export const flashoverKw = {
  thomas: (enclosingM2: number, vent: number): number => 7.8 * enclosingM2 + 378 * vent,
  babrauskas: (vent: number): number => 600 * vent,
  mccaffrey: (enclosingM2: number, vent: number, transferKwPerM2K: number): number =>
    610 * Math.sqrt(transferKwPerM2K * enclosingM2 * vent),
} as const;

/**
 * Height of the smoke layer in a closed room with a steady fire, m (Yamana and Tanaka 1985):
 * (2 k Q^(1/3) t / (3 A) + H^(-2/3))^(-3/2); Q in kW, k = 0.076 / (gas density).
 */
export const smokeLayerM = (k: number, heatKw: number, timeS: number, floorM2: number, heightM: number): number =>
  ((2 * k * Math.cbrt(heatKw) * timeS) / (3 * floorM2) + heightM ** (-2 / 3)) ** -1.5;

/** k of Yamana and Tanaka for gas at a temperature: 0.076 / (353 / T). */
export const smokeFillingFactor = (gasK: number): number => 0.076 / (353 / gasK);

/** Pressure a column of warm air of a height makes against cold air, Pa: 3460 (1/Tc - 1/Tw) h (ISO 13943; NFPA 92). */
export const stackPa = (coldK: number, warmK: number, heightM: number): number =>
  3460 * (1 / coldK - 1 / warmK) * heightM;

/**
 * Burning rates without limit, kg/(m2 s), heat of combustion, J/kg, and k beta, 1/m, of pools (NUREG-1805;
 * Babrauskas).
 */
export const POOL_FUELS = {
  methanol: { burnsKgPerM2S: 0.017, heatJPerKg: 20e6, absorbsPerM: 100 },
  ethanol: { burnsKgPerM2S: 0.015, heatJPerKg: 26.8e6, absorbsPerM: 100 },
  heptane: { burnsKgPerM2S: 0.101, heatJPerKg: 44.6e6, absorbsPerM: 1.1 },
  acetone: { burnsKgPerM2S: 0.041, heatJPerKg: 25.8e6, absorbsPerM: 1.9 },
  gasoline: { burnsKgPerM2S: 0.055, heatJPerKg: 43.7e6, absorbsPerM: 2.1 },
  kerosene: { burnsKgPerM2S: 0.039, heatJPerKg: 43.2e6, absorbsPerM: 3.5 },
  diesel: { burnsKgPerM2S: 0.045, heatJPerKg: 44.4e6, absorbsPerM: 2.1 },
  benzene: { burnsKgPerM2S: 0.085, heatJPerKg: 40.1e6, absorbsPerM: 2.7 },
  "transformer-oil": { burnsKgPerM2S: 0.039, heatJPerKg: 46e6, absorbsPerM: 0.7 },
  lng: { burnsKgPerM2S: 0.078, heatJPerKg: 50e6, absorbsPerM: 1.1 },
} as const;
export type PoolFuel = keyof typeof POOL_FUELS;
export const POOL_FUEL_IDS = Object.keys(POOL_FUELS) as [PoolFuel, ...PoolFuel[]];
