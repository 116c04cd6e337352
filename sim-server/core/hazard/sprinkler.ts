// Things that wake up in a fire: sprinklers, heat and smoke detectors; and what water does to the fire.

/**
 * Temperature of a sensing element after `stepS`, K: dT/dt = sqrt(v)/RTI (Tg - T) (Heskestad and Smith 1976), solved
 * exactly for steady gas, so it is stable at any step. Gas temperature K, speed m/s.
 */
export function elementK(elementNowK: number, gasK: number, speedMps: number, rti: number, stepS: number): number {
  const share = 1 - Math.exp((-Math.sqrt(Math.max(0, speedMps)) / rti) * stepS);
  return elementNowK + share * (gasK - elementNowK);
}

/** Seconds until an element in steady gas reaches its rating; never where the gas is no hotter: RTI/sqrt(v) ln(...). */
export const actuationS = (rti: number, speedMps: number, gasK: number, startK: number, ratingK: number): number =>
  gasK <= ratingK
    ? Number.POSITIVE_INFINITY
    : (rti / Math.sqrt(speedMps)) * Math.log((gasK - startK) / (gasK - ratingK));

/** Time constant of a fire under water, s: 3 w^-1.8 with w the spray density in mm/s (Evans 1993). */
export const suppressionS = (sprayMmPerS: number): number => 3 * sprayMmPerS ** -1.8;

/** Heat release `sinceS` after water reached the fire, as a share of that at the time: exp(-t/tau). */
export const suppressedShare = (sprayMmPerS: number, sinceS: number): number =>
  sprayMmPerS <= 0 || sinceS <= 0 ? 1 : Math.exp(-sinceS / suppressionS(sprayMmPerS));

/** Smoke as a detector counts it, percent for a metre of path: 100 (1 - exp(-alpha c)); extinction 8,700 m2/kg. */
export const obscurationPercentPerM = (sootKgPerM3: number): number =>
  100 * (1 - Math.exp(-SOOT_EXTINCTION_M2_PER_KG * sootKgPerM3));
/** Specific extinction of flaming wood and plastic smoke, m2/kg (Mulholland and Croarkin 2000). */
export const SOOT_EXTINCTION_M2_PER_KG = 8700;

/** A spot smoke detector alarms here, as CFAST's does by default (UL 217): 24 %/m (8 %/ft). */
export const SMOKE_ALARM_PERCENT_PER_M = 23.93;
