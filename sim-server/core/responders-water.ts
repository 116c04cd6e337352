// Water and foam of the fire brigade: what a pump brings through its hoses to a nozzle, and how long a tank lasts.

/**
 * Head lost in 20 m of lined hose at 1 L/s, m, by its width in mm. Handbook values of Chinese fire hydraulics, not
 * opened by us; they agree with Darcy's formula at a friction factor of 0.025 to 0.030.
 */
export const HOSE_RESISTANCE = { 50: 0.15, 65: 0.035, 80: 0.015 } as const;
export type HoseMm = keyof typeof HOSE_RESISTANCE;
const HOSE_LENGTH_M = 20;
const GRAVITY = 9.80665;

export type HoseLine = {
  readonly hoseMm: HoseMm;
  /** Lengths of 20 m coupled one after the other, and how many such lines lie side by side. */
  readonly lengths: number;
  readonly sideBySide?: number;
  /** Bore of the nozzle, mm, and how much higher than the pump it stands, m. */
  readonly nozzleMm: number;
  readonly riseM?: number;
};

/** Square of the flow, (L/s)2, at one metre of head: a smooth bore lets all head become speed (Torricelli). */
export function nozzleFactor(nozzleMm: number): number {
  const areaM2 = (Math.PI / 4) * (nozzleMm / 1000) ** 2;
  return (1000 * areaM2) ** 2 * 2 * GRAVITY;
}

/** Flow of a nozzle, L/s, with this head at its foot, m. */
export const nozzleFlowLPerS = (nozzleMm: number, headM: number): number =>
  Math.sqrt(nozzleFactor(nozzleMm) * Math.max(0, headM));

/** Flow a pump of this head, m, drives through hoses and nozzle, L/s: the head goes into rise, hoses and jet. */
export function lineFlowLPerS(line: HoseLine, pumpHeadM: number): number {
  const beside = line.sideBySide ?? 1;
  const hoses = (HOSE_RESISTANCE[line.hoseMm] * line.lengths) / (beside * beside);
  const left = pumpHeadM - (line.riseM ?? 0);
  return left <= 0 ? 0 : Math.sqrt(left / (hoses + 1 / nozzleFactor(line.nozzleMm)));
}

/** Lengths of hose from the pump to a place, with a tenth for bends (practice). */
export const lengthsFor = (distanceM: number): number => Math.ceil((distanceM * 1.1) / HOSE_LENGTH_M);

/** Seconds a tank lasts while it gives and is given water, L/s; Infinity when it does not fall. */
export const tankLastsS = (tankL: number, outLPerS: number, inLPerS = 0): number =>
  outLPerS <= inLPerS ? Number.POSITIVE_INFINITY : tankL / (outLPerS - inLPerS);

export type FoamAttack = {
  readonly areaM2: number;
  /** Solution, L/min on each m2: 4 to 6.5 by fuel and foam. */
  readonly rateLPerMinM2: number;
  /** Share of concentrate, 0.03 or 0.06. */
  readonly share: number;
  readonly durationMin: number;
};

/** What a foam attack needs; one that is begun with less must not be counted on. */
export function foamNeeds(attack: FoamAttack): { solutionLPerS: number; concentrateL: number; waterL: number } {
  const solutionL = attack.areaM2 * attack.rateLPerMinM2 * attack.durationMin;
  return {
    solutionLPerS: (attack.areaM2 * attack.rateLPerMinM2) / 60,
    concentrateL: solutionL * attack.share,
    waterL: solutionL * (1 - attack.share),
  };
}
