// What a person has taken in, and the state it leaves them in: well, irritated, impaired, collapsed or dead.
import { lethality } from "./lethality.ts";
import { atEyesPpm, inhaledPpm, type Protection } from "./protection.ts";
import type { Substance } from "./substance.ts";
import { AEGL_MINUTES, type AeglLevel, type AeglMinutes, type Guidelines } from "./toxicity.ts";

export const CONDITIONS = ["well", "irritated", "impaired", "collapsed", "dead"] as const;
export type Condition = (typeof CONDITIONS)[number];
/** The worse of two. */
export const worseOf = (a: Condition, b: Condition): Condition =>
  CONDITIONS.indexOf(a) >= CONDITIONS.indexOf(b) ? a : b;

/**
 * Where each rung of the ladder starts. Irritated and impaired are the published meanings of AEGL-1 and AEGL-2
 * (discomfort; harm or impaired escape); collapse at one death in a hundred and death at the person's own tolerance
 * (0.5 for the median person) are this house's reading of the probit.
 */
export const LADDER = { collapsedLethality: 0.01, medianTolerance: 0.5 } as const;

export type Exposure = {
  /** Sum of C^n dt, ppm^n min. */
  readonly load: number;
  /** Share of the dose of AEGL-1, 2 and 3 taken so far; 1 means reached. */
  readonly aegl1: number;
  readonly aegl2: number;
  readonly aegl3: number;
  /** Breathed in now, and at worst so far, ppm. */
  readonly ppm: number;
  readonly peakPpm: number;
  readonly lethality: number;
  readonly condition: Condition;
};

/** A person who has breathed nothing yet. */
export const openExposure = (): Exposure => ({
  load: 0,
  aegl1: 0,
  aegl2: 0,
  aegl3: 0,
  ppm: 0,
  peakPpm: 0,
  lethality: 0,
  condition: "well",
});

export type Wearing = {
  readonly worn: Protection;
  readonly hasAir?: boolean;
  /** Lethality at which this person dies, 0 to 1: a draw from the seeded generator; 0.5 unless told. */
  readonly tolerance?: number;
};

/** Adds `dtS` seconds in air of `outsidePpm`. Only irritation can pass: load and the rungs above it never go down. */
export const stepExposure = (
  exposure: Exposure,
  substance: Substance,
  outsidePpm: number,
  dtS: number,
  wearing: Wearing,
): Exposure => {
  const { guidelines, probit } = substance;
  const minutes = dtS / 60;
  const air = wearing.hasAir ?? true;
  const ppm = inhaledPpm(Math.max(0, outsidePpm), wearing.worn, guidelines.idlhPpm, air);
  const eyes = Math.max(ppm, atEyesPpm(Math.max(0, outsidePpm), wearing.worn, air));
  const load = exposure.load + ppm ** probit.n * minutes;
  // The dose never falls, so neither may its share, even in the last digit of the error function.
  const dying = Math.max(exposure.lethality, lethality(probit, load));
  const aegl1 = exposure.aegl1 + minutes / minutesToAegl(guidelines, 1, eyes, probit.n);
  const aegl2 = exposure.aegl2 + minutes / minutesToAegl(guidelines, 2, ppm, probit.n);
  const aegl3 = exposure.aegl3 + minutes / minutesToAegl(guidelines, 3, ppm, probit.n);
  const smarting = aeglBandNow(guidelines, eyes, 10) >= 1;
  const tolerance = wearing.tolerance ?? LADDER.medianTolerance;
  const now = rung(exposure.condition, dying, Math.max(aegl2, aegl3), smarting, tolerance);
  const peakPpm = Math.max(exposure.peakPpm, ppm);
  return { load, aegl1, aegl2, aegl3, ppm, peakPpm, lethality: dying, condition: now };
};

const rung = (before: Condition, dying: number, impairing: number, smarting: boolean, tolerance: number): Condition => {
  if (before === "dead" || dying >= tolerance) return "dead";
  if (before === "collapsed" || dying >= LADDER.collapsedLethality) return "collapsed";
  if (before === "impaired" || impairing >= 1) return "impaired";
  return smarting ? "irritated" : "well";
};

/**
 * Minutes of a steady concentration, ppm, that reach an acute exposure guideline level: read from the published table
 * (straight in log time and log concentration between its points), carried to shorter times by C^n t = constant, and
 * never below the concentration of the longest time published. Infinity where the level is not reached or not held.
 */
export const minutesToAegl = (guidelines: Guidelines, level: AeglLevel, ppm: number, n: number): number => {
  const levels = guidelines.aeglPpm[level];
  if (levels === null || ppm <= 0) return Number.POSITIVE_INFINITY;
  let beforeMin = 0;
  let beforePpm = 0;
  for (let at = 0; at < AEGL_MINUTES.length; at += 1) {
    const limit = levels[at];
    const minutes = AEGL_MINUTES[at];
    if (limit === null || limit === undefined || minutes === undefined) continue;
    if (ppm >= limit) {
      if (beforeMin === 0) return minutes * (limit / ppm) ** n;
      const share = Math.log(beforePpm / ppm) / Math.log(beforePpm / limit);
      return beforeMin * (minutes / beforeMin) ** share;
    }
    beforeMin = minutes;
    beforePpm = limit;
  }
  return Number.POSITIVE_INFINITY;
};

/** The band an air concentration lies in now, 0 to 3: the highest AEGL it equals or passes, for the nearest held time. */
export const aeglBandNow = (guidelines: Guidelines, ppm: number, minutes: AeglMinutes = 60): 0 | 1 | 2 | 3 => {
  if (passes(guidelines, 3, ppm, minutes)) return 3;
  if (passes(guidelines, 2, ppm, minutes)) return 2;
  return passes(guidelines, 1, ppm, minutes) ? 1 : 0;
};

const passes = (guidelines: Guidelines, level: AeglLevel, ppm: number, minutes: AeglMinutes): boolean => {
  const levels = guidelines.aeglPpm[level];
  const at = AEGL_MINUTES.indexOf(minutes);
  const limit = levels === null ? null : (levels[at] ?? levels[2]);
  return limit !== null && ppm >= limit;
};

/** The worst level reached by the dose so far, 0 to 3. */
export const aeglBandReached = (exposure: Exposure): 0 | 1 | 2 | 3 =>
  exposure.aegl3 >= 1 ? 3 : exposure.aegl2 >= 1 ? 2 : exposure.aegl1 >= 1 ? 1 : 0;

/** Share of the AEGL-3 dose for one hour, load / (AEGL-3^n 60): a live meter; null where no AEGL-3 is held. */
export const toxicLoadFraction = (guidelines: Guidelines, load: number, n: number): number | null => {
  const limit = guidelines.aeglPpm[3]?.[2] ?? null;
  return limit === null ? null : load / (limit ** n * 60);
};
