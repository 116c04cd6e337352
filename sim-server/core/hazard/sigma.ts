// How wide and how high a cloud has grown at a distance: the published Pasquill-Gifford sigma tables.

export const STABILITY_CLASSES = ["A", "B", "C", "D", "E", "F"] as const;
/** Pasquill's classes, A very unstable to F very stable. */
export type StabilityClass = (typeof STABILITY_CLASSES)[number];
export type Terrain = "rural" | "urban";

export const SIGMA_SETS = [
  "briggs-rural",
  "briggs-urban",
  "ccps-plume",
  "ccps-puff",
  "tno-plume",
  "tno-puff",
  "turner",
] as const;
export type SigmaSet = (typeof SIGMA_SETS)[number];

type ByClass<T> = Readonly<Record<StabilityClass, T>>;
type Power = readonly [factor: number, power: number];

const BRIGGS_RURAL_Y: ByClass<number> = { A: 0.22, B: 0.16, C: 0.11, D: 0.08, E: 0.06, F: 0.04 };
const BRIGGS_URBAN_Y: ByClass<number> = { A: 0.32, B: 0.32, C: 0.22, D: 0.16, E: 0.11, F: 0.11 };
/** factor x (1 + curve x)^power */
type Bent = readonly [factor: number, curve: number, power: number];
const BRIGGS_RURAL_Z: ByClass<Bent> = {
  A: [0.2, 0, 0],
  B: [0.12, 0, 0],
  C: [0.08, 2e-4, -0.5],
  D: [0.06, 1.5e-3, -0.5],
  E: [0.03, 3e-4, -1],
  F: [0.016, 3e-4, -1],
};
const BRIGGS_URBAN_Z: ByClass<Bent> = {
  A: [0.24, 1e-3, 0.5],
  B: [0.24, 1e-3, 0.5],
  C: [0.2, 0, 0],
  D: [0.14, 3e-4, -0.5],
  E: [0.08, 1.5e-3, -0.5],
  F: [0.08, 1.5e-3, -0.5],
};

const CCPS_PLUME_Y: ByClass<number> = { A: 0.423, B: 0.313, C: 0.21, D: 0.136, E: 0.102, F: 0.0674 };
/** factor x^power exp(curve ln(x)^2) */
const CCPS_PLUME_Z: ByClass<readonly [factor: number, power: number, curve: number]> = {
  A: [107.7, -1.7172, 0.277],
  B: [0.1355, 0.8752, 0.0136],
  C: [0.09623, 0.9477, -0.002],
  D: [0.04134, 1.1737, -0.0316],
  E: [0.02275, 1.301, -0.045],
  F: [0.01122, 1.4024, -0.054],
};
const CCPS_PUFF_Y: ByClass<Power> = {
  A: [0.18, 0.92],
  B: [0.14, 0.92],
  C: [0.1, 0.92],
  D: [0.06, 0.92],
  E: [0.04, 0.92],
  F: [0.02, 0.89],
};
const CCPS_PUFF_Z: ByClass<Power> = {
  A: [0.6, 0.75],
  B: [0.53, 0.73],
  C: [0.34, 0.71],
  D: [0.15, 0.7],
  E: [0.1, 0.65],
  F: [0.05, 0.61],
};

const TNO_Y: ByClass<Power> = {
  A: [0.527, 0.865],
  B: [0.371, 0.866],
  C: [0.209, 0.897],
  D: [0.128, 0.905],
  E: [0.098, 0.902],
  F: [0.065, 0.902],
};
const TNO_Z: ByClass<Power> = {
  A: [0.28, 0.9],
  B: [0.23, 0.85],
  C: [0.22, 0.8],
  D: [0.2, 0.76],
  E: [0.15, 0.73],
  F: [0.12, 0.67],
};

const TURNER_Y: ByClass<Power> = {
  A: [0.493, 0.88],
  B: [0.337, 0.88],
  C: [0.195, 0.9],
  D: [0.128, 0.9],
  E: [0.091, 0.91],
  F: [0.067, 0.9],
};
type TurnerZ = { readonly near: Power; readonly toM: number; readonly far: readonly [number, number, number] | null };
/** near: factor x^power up to toM metres; beyond it 10^(a + b log10 x + c (log10 x)^2). */
const TURNER_Z: ByClass<TurnerZ> = {
  A: { near: [0.087, 1.1], toM: 300, far: [-1.67, 0.902, 0.181] },
  B: { near: [0.135, 0.95], toM: 500, far: [-1.25, 1.09, 0.0018] },
  C: { near: [0.112, 0.91], toM: 1e5, far: null },
  D: { near: [0.093, 0.85], toM: 500, far: [-1.22, 1.08, -0.061] },
  E: { near: [0.082, 0.82], toM: 500, far: [-1.18, 1.04, -0.07] },
  F: { near: [0.057, 0.8], toM: 500, far: [-1.91, 1.37, -0.119] },
};

const power = (curve: Power, x: number): number => curve[0] * x ** curve[1];
const bent = (curve: Bent, x: number): number => curve[0] * x * (1 + curve[1] * x) ** curve[2];

/**
 * Crosswind standard deviation of a cloud, m, `xM` metres downwind (0 at the source). Fitted for 100 m to 10 km;
 * nearer than that it is the customary extrapolation. Sources: Briggs (1973), CCPS (1999), TNO Yellow Book (2005),
 * Turner (1970) as fitted by Lees.
 */
export const sigmaYM = (set: SigmaSet, stability: StabilityClass, xM: number): number => {
  if (xM <= 0) return 0;
  switch (set) {
    case "briggs-rural":
      return (BRIGGS_RURAL_Y[stability] * xM) / Math.sqrt(1 + 1e-4 * xM);
    case "briggs-urban":
      return (BRIGGS_URBAN_Y[stability] * xM) / Math.sqrt(1 + 4e-4 * xM);
    case "ccps-plume":
      return CCPS_PLUME_Y[stability] * xM ** 0.9;
    case "ccps-puff":
      return power(CCPS_PUFF_Y[stability], xM);
    case "tno-plume":
      return power(TNO_Y[stability], xM);
    case "tno-puff":
      return 0.5 * power(TNO_Y[stability], xM);
    case "turner":
      return power(TURNER_Y[stability], xM);
  }
};

/** Vertical standard deviation of a cloud, m; range and sources as `sigmaYM` (CCPS plume A only from 25 m on). */
export const sigmaZM = (set: SigmaSet, stability: StabilityClass, xM: number): number => {
  if (xM <= 0) return 0;
  switch (set) {
    case "briggs-rural":
      return bent(BRIGGS_RURAL_Z[stability], xM);
    case "briggs-urban":
      return bent(BRIGGS_URBAN_Z[stability], xM);
    case "ccps-plume": {
      const [factor, exponent, curve] = CCPS_PLUME_Z[stability];
      const ln = Math.log(xM);
      return factor * xM ** exponent * Math.exp(curve * ln * ln);
    }
    case "ccps-puff":
      return power(CCPS_PUFF_Z[stability], xM);
    case "tno-plume":
      return power(TNO_Z[stability], xM);
    case "tno-puff":
      return TNO_Z[stability][0] * xM;
    case "turner":
      return turnerZ(TURNER_Z[stability], xM);
  }
};

/** Along-wind standard deviation of a puff, m: as crosswind, but 0.13 x in the TNO puff set. */
export const sigmaXM = (set: SigmaSet, stability: StabilityClass, xM: number): number =>
  set === "tno-puff" ? 0.13 * Math.max(0, xM) : sigmaYM(set, stability, xM);

const turnerZ = (curve: TurnerZ, x: number): number => {
  if (x <= curve.toM || curve.far === null) return power(curve.near, x);
  const log = Math.log10(x);
  const [a, b, c] = curve.far;
  return 10 ** (a + b * log + c * log * log);
};

/**
 * The virtual distance, m, at which a set's sigma reaches `sigma` metres: bisection to a nanometre between 0 and
 * 1000 km, for sets that grow with distance (all but CCPS plume A below 25 m).
 */
export const distanceAtSigmaM = (sigmaAtM: (xM: number) => number, sigma: number): number => {
  if (sigma <= 0) return 0;
  let low = 0;
  let high = 1e6;
  if (sigmaAtM(high) <= sigma) return high;
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (sigmaAtM(middle) < sigma) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
