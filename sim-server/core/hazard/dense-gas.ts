// Heavy clouds near their source: the Britter and McQuaid workbook for steady and instantaneous ground releases.
import { type Profile, steadyProfile, suddenProfile } from "./dense-gas-curves.ts";
import { GRAVITY_MPS2 } from "./substance.ts";

/** Reduced gravity of a cloud, m/s2: g (rho0 - rhoa) / rhoa, densities in kg/m3. */
export const reducedGravityMps2 = (densityKgPerM3: number, airKgPerM3: number): number =>
  (GRAVITY_MPS2 * (densityKgPerM3 - airKgPerM3)) / airKgPerM3;

/** A steady release is dense where (g0 Qv / (u^3 D))^(1/3) is at least this (D the width of the source, m). */
export const DENSE_STEADY = 0.15;
/** An instantaneous release is dense where sqrt(g0 V^(1/3)) / u is at least this. */
export const DENSE_SUDDEN = 0.2;
/** Volume fraction at which a chlorine cloud may be handed from this model to the Gaussian one. */
export const HAND_OVER_FRACTION = 0.002;

/** Whether a steady release of `m3PerS` of gas from a source `widthM` wide starts as a dense cloud. */
export const isDenseSteady = (g0: number, m3PerS: number, speed10Mps: number, widthM: number): boolean =>
  g0 > 0 && Math.cbrt((g0 * m3PerS) / (speed10Mps ** 3 * widthM)) >= DENSE_STEADY;

/** Whether `m3` of gas let go at once starts as a dense cloud. */
export const isDenseSudden = (g0: number, m3: number, speed10Mps: number): boolean =>
  g0 > 0 && Math.sqrt(g0 * Math.cbrt(m3)) / speed10Mps >= DENSE_SUDDEN;

export type DenseRelease = {
  /** Gas volume flow of the source, m3/s (steady), or its volume, m3 (sudden). */
  readonly amount: number;
  readonly densityKgPerM3: number;
  readonly airKgPerM3: number;
  readonly speed10Mps: number;
  readonly gasK: number;
  readonly airK: number;
  /** Volume fraction of the substance in what is released. */
  readonly initialFraction: number;
};

/** Fraction at a scaled distance: straight in log10 distance between points, falling as its square beyond the last. */
const read = (points: Profile, scaled: number): number => {
  const beta = Math.log10(scaled);
  let nearer = points[0];
  if (nearer === undefined) return 0;
  for (const point of points) {
    if (beta <= point.beta) {
      const width = point.beta - nearer.beta;
      const share = width > 0 ? (beta - nearer.beta) / width : 1;
      return nearer.fraction + share * (point.fraction - nearer.fraction);
    }
    nearer = point;
  }
  return nearer.fraction * (10 ** nearer.beta / scaled) ** 2;
};

/** Correction for a cloud whose temperature is `chill` times that of the air: the correlations are for equal ones. */
export const warmed = (fraction: number, chill: number): number => fraction / (fraction + (1 - fraction) * chill);

export type DensePoint = { readonly fraction: number; readonly halfWidthM: number; readonly depthM: number };

const NEAR_FIELD = 30;
const nearShare = (scaled: number): number => (scaled <= 0 ? 1 : 306 / (306 + scaled * scaled));

/** The workbook's curve for a steady release with the end of its near field as first point; alpha from -1 to 1. */
export const steadyCurve = (alpha: number): Profile => {
  const curves = steadyProfile(alpha);
  const nearest = 10 ** (curves[0]?.beta ?? 0);
  const near = nearest > NEAR_FIELD ? NEAR_FIELD : nearest / 2;
  return [{ fraction: nearShare(near), beta: Math.log10(near) }, ...curves];
};

/** Share of the source's volume fraction left at a distance x / D along a steady curve. */
export const shareAt = (curve: Profile, scaled: number): number => {
  const first = curve[0];
  return first === undefined || scaled <= 10 ** first.beta ? nearShare(scaled) : read(curve, scaled);
};

/** alpha and the length D of a steady release, m. */
export const steadyScales = (release: DenseRelease): { alpha: number; lengthM: number } => {
  const g0 = reducedGravityMps2(release.densityKgPerM3, release.airKgPerM3);
  return {
    alpha: 0.2 * Math.log10((g0 * g0 * release.amount) / release.speed10Mps ** 5),
    lengthM: Math.sqrt(release.amount / release.speed10Mps),
  };
};

/**
 * A steady dense plume at ground level `x` metres downwind (negative: upwind): mean volume fraction on the centreline,
 * half-width and depth of the box it fills, m. Flat open ground, 10 m wind; source Britter and McQuaid (1988).
 */
export const steadyDenseAt = (release: DenseRelease, x: number): DensePoint => {
  const { alpha, lengthM } = steadyScales(release);
  const g0 = reducedGravityMps2(release.densityKgPerM3, release.airKgPerM3);
  const buoyancyM = (g0 * release.amount) / release.speed10Mps ** 3;
  if (x < -(0.5 * lengthM + 2 * buoyancyM)) return { fraction: 0, halfWidthM: 0, depthM: 0 };
  const table = shareAt(steadyCurve(alpha), x / lengthM);
  const halfWidthM = lengthM + 8 * buoyancyM + 2.5 * Math.cbrt(buoyancyM * Math.max(0, x) ** 2);
  const fraction = warmed(table, release.gasK / release.airK);
  return {
    fraction: release.initialFraction * fraction,
    halfWidthM,
    depthM: (lengthM * lengthM) / (2 * halfWidthM * fraction),
  };
};

/** A sudden dense release `timeS` later: where its middle is, its radius and depth, m, and its volume fraction. */
export const suddenDenseAt = (release: DenseRelease, timeS: number): DensePoint & { readonly centreM: number } => {
  const g0 = reducedGravityMps2(release.densityKgPerM3, release.airKgPerM3);
  const size = Math.cbrt(release.amount);
  const alpha = 0.5 * Math.log10((g0 * size) / release.speed10Mps ** 2);
  const centreM = 0.4 * release.speed10Mps * timeS;
  const firstRadius = Math.cbrt((3 * release.amount) / (4 * Math.PI));
  const radius2 = firstRadius * firstRadius + 1.2 * timeS * Math.sqrt(g0 * release.amount);
  const curves = suddenProfile(alpha);
  const scaled = (centreM + Math.sqrt(radius2)) / size;
  const near = scaled <= 10 ** (curves[0]?.beta ?? 0);
  const table = near ? Math.max(0.1, 3.24 / (3.24 + scaled * scaled)) : read(curves, scaled);
  const fraction = warmed(table, release.gasK / release.airK);
  return {
    centreM,
    fraction: release.initialFraction * fraction,
    halfWidthM: Math.sqrt(radius2),
    depthM: release.amount / (fraction * Math.PI * radius2),
  };
};
