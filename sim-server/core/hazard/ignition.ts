// Where a gas can burn, and what in the world can light it.

/** Kinds of ignition source and the chance that one lights a flammable cloud over it within a minute. */
export const IGNITION_CHANCES_PER_MIN = {
  // Purple Book (CPR 18E) appendix 4.A, from general knowledge: check before a scenario leans on one of them.
  vehicle: 0.4,
  flare: 1,
  "outdoor-furnace": 0.9,
  "indoor-furnace": 0.45,
  "outdoor-boiler": 0.45,
  "indoor-boiler": 0.23,
  "process-site": 0.5,
  person: 0.01,
} as const;
export type IgnitionKind = keyof typeof IGNITION_CHANCES_PER_MIN;

/** What a person does or switches that makes a spark at once: it lights whatever is flammable around it. */
export const SPARKS = ["switch", "phone", "lighter", "engine-start", "grinder", "doorbell"] as const;

export const isFlammable = (volumePercent: number, [lower, upper]: readonly [number, number]): boolean =>
  volumePercent >= lower && volumePercent <= upper;

/** Chance that a source lights a flammable cloud over it during `stepS`: 1 - (1 - p)^(t/60). */
export const ignitionChance = (kind: IgnitionKind, stepS: number): number =>
  1 - (1 - IGNITION_CHANCES_PER_MIN[kind]) ** (stepS / 60);

/**
 * The same with an alarm at a share of the lower limit: 20 % is a common first alarm, 50 % a common withdrawal level.
 */
export const lowerLimitShare = (volumePercent: number, [lower]: readonly [number, number]): number =>
  volumePercent / lower;

/**
 * How far downwind a steady concentration stays above a level, m; the concentration has to fall beyond `fromM`. Halving
 * between `fromM` and 100 km; 0 where it is below the level already.
 */
export function contourM(concentrationAt: (downwindM: number) => number, level: number, fromM = 1): number {
  if (concentrationAt(fromM) < level) return 0;
  let near = Math.log(fromM);
  let far = Math.log(1e5);
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = 0.5 * (near + far);
    if (concentrationAt(Math.exp(middle)) >= level) near = middle;
    else far = middle;
  }
  return Math.exp(0.5 * (near + far));
}

/**
 * Gas between its flammable limits in a Gaussian plume, kg: of a cross-section the share above a level is 1 - C/C0
 * with C0 on the middle line, so (Q/u) times the length-integral of the difference of both shares; Simpson over log
 * distance.
 */
export function flammablePlumeKg(
  kgPerS: number,
  windMps: number,
  centreKgPerM3: (downwindM: number) => number,
  lowerKgPerM3: number,
  upperKgPerM3: number,
): number {
  const end = contourM(centreKgPerM3, lowerKgPerM3, 0.1);
  if (end <= 0) return 0;
  const parts = 400;
  const step = Math.log(end / 0.1) / parts;
  const above = (x: number, level: number): number => Math.max(0, 1 - level / Math.max(centreKgPerM3(x), 1e-300));
  let sum = 0;
  for (let at = 0; at <= parts; at += 1) {
    const x = 0.1 * Math.exp(step * at);
    const weight = at === 0 || at === parts ? 1 : at % 2 === 1 ? 4 : 2;
    sum += weight * x * (above(x, lowerKgPerM3) - above(x, upperKgPerM3));
  }
  return (kgPerS / windMps) * ((step * sum) / 3);
}

/** Ignition at once, by how fast the gas comes out, for gases of average or high reactivity (Purple Book table 4.5). */
export const directIgnitionShare = (kgPerS: number): number => (kgPerS < 10 ? 0.2 : kgPerS <= 100 ? 0.5 : 0.7);
/** Of clouds lit late, the share that flashes and the share that explodes (Purple Book). */
export const DELAYED_IGNITION = { flash: 0.6, explosion: 0.4 } as const;
