// A heavy cloud as its puffs carry it: Britter and McQuaid's width and dilution near the source, handed over when thin.

import {
  HAND_OVER_FRACTION,
  isDenseSteady,
  reducedGravityMps2,
  shareAt,
  steadyCurve,
  steadyScales,
  warmed,
} from "./dense-gas.ts";
import type { Profile } from "./dense-gas-curves.ts";
import { STANDARD_PRESSURE_PA, type Substance, vapourDensityKgPerM3 } from "./substance.ts";

/** What a puff must remember of a steady heavy release, and how far it has run since, m. */
export type Heavy = {
  /** Volume fraction of the gas where it was let go, and its temperature over that of the air. */
  readonly fraction: number;
  readonly chill: number;
  /** The release's own lengths: sqrt(flow / wind) and g0 flow / wind^3, m. */
  readonly lengthM: number;
  readonly buoyancyM: number;
  readonly curve: Profile;
  readonly runM: number;
};

export type HeavyRelease = {
  readonly gas: Pick<Substance, "molarMassKgPerMol">;
  /** Gas let go, and all the air it leaves in. */
  readonly kgPerS: number;
  readonly m3PerS: number;
  readonly airK: number;
  /** Temperature of the mixture; the air's unless told. */
  readonly gasK?: number;
  readonly speed10Mps: number;
};

/** Mean molar mass of dry air. */
export const AIR_KG_PER_MOL = 0.028965;
/** The correlations are drawn for alpha from -1 to 1, and for a wind; in a calm they are read at this one. */
const LEAST_WIND_MPS = 0.5;
/** A box of half-width L and a Gaussian with the same middle and the same content: sigma = L sqrt(2 / pi). */
const BOX_TO_SIGMA = Math.sqrt(2 / Math.PI);

/**
 * The heavy start of a steady release, or null where it is not dense by Britter and McQuaid's criterion or already
 * thinner than the fraction at which such a cloud is handed over. Flat open ground; a cold mixture is heavier by its
 * temperature and read with the workbook's correction. Source: Britter and McQuaid (1988), HSE contract research
 * report 17.
 */
export const heavyOf = (release: HeavyRelease): Heavy | null => {
  const { gas, kgPerS, m3PerS, airK } = release;
  if (kgPerS <= 0 || m3PerS <= 0) return null;
  const gasK = release.gasK ?? airK;
  const pure = vapourDensityKgPerM3(gas, gasK, STANDARD_PRESSURE_PA);
  const airWithinKgPerM3 = vapourDensityKgPerM3({ molarMassKgPerMol: AIR_KG_PER_MOL }, gasK, STANDARD_PRESSURE_PA);
  const airKgPerM3 = vapourDensityKgPerM3({ molarMassKgPerMol: AIR_KG_PER_MOL }, airK, STANDARD_PRESSURE_PA);
  const fraction = Math.min(1, kgPerS / m3PerS / pure);
  if (fraction <= HAND_OVER_FRACTION) return null;
  const speed10Mps = Math.max(LEAST_WIND_MPS, release.speed10Mps);
  const densityKgPerM3 = airWithinKgPerM3 + fraction * (pure - airWithinKgPerM3);
  const g0 = reducedGravityMps2(densityKgPerM3, airKgPerM3);
  const { alpha, lengthM } = steadyScales({
    amount: m3PerS,
    densityKgPerM3,
    airKgPerM3,
    speed10Mps,
    gasK,
    airK,
    initialFraction: fraction,
  });
  if (!isDenseSteady(g0, m3PerS, speed10Mps, lengthM)) return null;
  const curve = steadyCurve(Math.min(1, Math.max(-1, alpha)));
  return { fraction, chill: gasK / airK, lengthM, buoyancyM: (g0 * m3PerS) / speed10Mps ** 3, curve, runM: 0 };
};

/** Carries a heavy piece on by `m` metres; null once it is so thin that it drifts as any other air. */
export const runOn = (heavy: Heavy, m: number): Heavy | null => {
  const runM = heavy.runM + m;
  const next = { ...heavy, runM };
  return heavy.fraction * shareLeft(next) < HAND_OVER_FRACTION ? null : next;
};

/** Share of the first volume fraction that is left, by the workbook's correction for a cold start. */
const shareLeft = ({ curve, runM, lengthM, chill }: Heavy): number => warmed(shareAt(curve, runM / lengthM), chill);

/**
 * The sigmas, m, of a Gaussian piece with the workbook's width and, for what flows by in its wind, the workbook's
 * concentration in the middle at the ground; so mass is kept whatever the correlations say.
 */
export const heavyWidths = (heavy: Heavy): { sigmaYM: number; sigmaZM: number } => {
  const { lengthM, buoyancyM, runM } = heavy;
  const halfWidthM = lengthM + 8 * buoyancyM + 2.5 * Math.cbrt(buoyancyM * runM * runM);
  const sigmaYM = BOX_TO_SIGMA * halfWidthM;
  return { sigmaYM, sigmaZM: (lengthM * lengthM) / (Math.PI * sigmaYM * heavy.chill * shareLeft(heavy)) };
};
