// Explosion of a vapour cloud by Baker, Strehlow and Tang: how fast the flame runs decides how hard the blast is.
const ATMOSPHERE_PA = 101325;
const SOUND_MPS = 340;

/**
 * Curves of Tang and Baker (1999), as CCPS (2010) prints them, read at these scaled distances R (p0/E)^(1/3), with the
 * scaled overpressure (p - p0)/p0 and impulse i a0 / (E^(1/3) p0^(2/3)) for each flame Mach number; read to about 5 %.
 */
const SCALED_DISTANCE = [0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7];
type Curve = { readonly mach: number; readonly pressure: readonly number[]; readonly impulse: readonly number[] };
const CURVES: readonly Curve[] = [
  {
    mach: 0.2,
    pressure: [0.0692, 0.069, 0.0682, 0.0613, 0.0525, 0.0396, 0.028, 0.0186, 0.0146, 0.00932, 0.00571, 0.00409],
    impulse: [0.0754, 0.0687, 0.0549, 0.0437, 0.0364, 0.0268, 0.0189, 0.0126, 0.00944, 0.0064, 0.00377, 0.00266],
  },
  {
    mach: 0.35,
    pressure: [0.224, 0.224, 0.222, 0.194, 0.172, 0.126, 0.0912, 0.0605, 0.0463, 0.0311, 0.0187, 0.0134],
    impulse: [0.126, 0.111, 0.0813, 0.0618, 0.0504, 0.0366, 0.0266, 0.0176, 0.0129, 0.00876, 0.00516, 0.00373],
  },
  {
    mach: 0.7,
    pressure: [0.673, 0.67, 0.668, 0.555, 0.467, 0.379, 0.309, 0.2, 0.136, 0.0892, 0.0496, 0.0336],
    impulse: [0.18, 0.146, 0.0916, 0.0685, 0.0565, 0.0414, 0.0299, 0.0201, 0.0148, 0.01, 0.0059, 0.00436],
  },
  {
    mach: 1,
    pressure: [1.29, 1.29, 1.21, 0.999, 0.849, 0.586, 0.328, 0.206, 0.149, 0.0935, 0.0543, 0.036],
    impulse: [0.21, 0.153, 0.093, 0.0693, 0.0567, 0.0419, 0.03, 0.0199, 0.0155, 0.0104, 0.00626, 0.00452],
  },
  {
    mach: 1.4,
    pressure: [2.04, 2.01, 1.8, 1.37, 0.971, 0.591, 0.389, 0.24, 0.176, 0.107, 0.0596, 0.0392],
    impulse: [0.225, 0.167, 0.0935, 0.0698, 0.0579, 0.0419, 0.03, 0.02, 0.0155, 0.0104, 0.00626, 0.00452],
  },
  {
    mach: 2,
    pressure: [5.8, 5.8, 3.27, 1.53, 0.995, 0.595, 0.402, 0.243, 0.176, 0.109, 0.0596, 0.04],
    impulse: [0.228, 0.167, 0.0935, 0.0712, 0.0579, 0.0419, 0.031, 0.0208, 0.0156, 0.0106, 0.00626, 0.00452],
  },
  {
    mach: 5.2,
    pressure: [21, 8.49, 3.27, 1.59, 1.04, 0.595, 0.402, 0.244, 0.176, 0.109, 0.0596, 0.0401],
    impulse: [0.237, 0.172, 0.099, 0.0741, 0.0611, 0.045, 0.0333, 0.0221, 0.0166, 0.0112, 0.00667, 0.00471],
  },
];

/** Straight between points in the logarithm of distance and value; level before the first and 1/R after the last. */
function readCurve(values: readonly number[], distance: number): number {
  const last = SCALED_DISTANCE.length - 1;
  const [first = 1, end = 1] = [SCALED_DISTANCE[0], SCALED_DISTANCE[last]];
  if (distance <= first) return values[0] ?? 0;
  if (distance >= end) return ((values[last] ?? 0) * end) / distance;
  let at = 0;
  while ((SCALED_DISTANCE[at + 1] ?? end) < distance) at += 1;
  const [x0 = 1, x1 = 1] = [SCALED_DISTANCE[at], SCALED_DISTANCE[at + 1]];
  const [y0 = 1, y1 = 1] = [values[at], values[at + 1]];
  return y0 * (y1 / y0) ** (Math.log(distance / x0) / Math.log(x1 / x0));
}

/** Between two flame speeds, straight in the logarithm of speed and value; at the ends the nearest curve. */
function readAt(mach: number, distance: number, pick: (curve: Curve) => readonly number[]): number {
  const above = CURVES.findIndex((curve) => curve.mach >= mach);
  const high = CURVES[above < 0 ? CURVES.length - 1 : above];
  const low = CURVES[above - 1];
  if (high === undefined) return 0;
  const top = readCurve(pick(high), distance);
  if (low === undefined || above < 0) return top;
  const bottom = readCurve(pick(low), distance);
  return bottom * (top / bottom) ** (Math.log(mach / low.mach) / Math.log(high.mach / low.mach));
}

type CloudBlast = {
  readonly overpressurePa: number;
  readonly impulsePaS: number;
  readonly scaledDistance: number;
};

/** Energy that makes the blast, J: twice that of the burning part, for the ground throws it back (CCPS 2010). */
export const blastEnergyJ = (burningKg: number, heatJPerKg: number): number => 2 * burningKg * heatJPerKg;

/** Blast at a distance from the middle of the congested part of a cloud. */
export function cloudBlast(energyJ: number, mach: number, distanceM: number, ambientPa = ATMOSPHERE_PA): CloudBlast {
  const scaledDistance = distanceM / Math.cbrt(energyJ / ambientPa);
  return {
    scaledDistance,
    overpressurePa: ambientPa * readAt(mach, scaledDistance, ({ pressure }) => pressure),
    impulsePaS:
      (readAt(mach, scaledDistance, ({ impulse }) => impulse) * Math.cbrt(energyJ) * Math.cbrt(ambientPa) ** 2) /
      SOUND_MPS,
  };
}

/** The most a flame of a Mach number can make, of ambient pressure: 2.4 M2/(1 + M) (Tang and Baker 1999). */
export const mostOverpressure = (mach: number): number => (2.4 * mach * mach) / (1 + mach);

export const REACTIVITIES = ["low", "medium", "high"] as const;
export const CONGESTIONS = ["low", "medium", "high"] as const;
export const EXPANSIONS = ["open", "roofed", "ducted"] as const;
type Reactivity = (typeof REACTIVITIES)[number];
type Congestion = (typeof CONGESTIONS)[number];
/**
 * In which directions a flame may expand: all (3-D), between floor and roof partly open (2.5-D), between plates
 * (2-D).
 */
type Expansion = (typeof EXPANSIONS)[number];

/**
 * Flame Mach numbers (Pierorazio et al. 2005), low, medium, high congestion; 5.2 is a detonation. From general
 * knowledge: check against the paper before a scenario leans on one of them.
 */
const FLAME_MACH: Readonly<Record<Expansion, Readonly<Record<Reactivity, readonly [number, number, number]>>>> = {
  open: { low: [0.026, 0.23, 0.34], medium: [0.11, 0.44, 0.5], high: [0.36, 5.2, 5.2] },
  roofed: { low: [0.053, 0.35, 0.5], medium: [0.29, 0.55, 1], high: [0.47, 5.2, 5.2] },
  ducted: { low: [0.079, 0.47, 0.66], medium: [0.47, 0.66, 1.6], high: [0.59, 5.2, 5.2] },
};
export const flameMach = (expansion: Expansion, reactivity: Reactivity, congestion: Congestion): number =>
  FLAME_MACH[expansion][reactivity][CONGESTIONS.indexOf(congestion)] ?? 0;
