// The air a wearer carries: how fast work empties the cylinder, when the whistle sounds, how long is left.

const WORK_RATES = ["rest", "walk", "heavy"] as const;
export type WorkRate = (typeof WORK_RATES)[number];

/**
 * Litres of air breathed a minute. Walking 40 is the planning figure of breathing-apparatus practice and of EN 137
 * data sheets; rest 12 and heavy work 65 are assumptions inside the usual 10-15 and 60-80.
 */
export const LITRES_PER_MIN: Readonly<Record<WorkRate, number>> = { rest: 12, walk: 40, heavy: 65 };

/** The low-air whistle sounds at 55 bar, give or take 5 (EN 137, GA 124). */
export const WHISTLE_BAR = 55;

export type AirSupply = {
  /** Water volume of the cylinder, litres. */
  readonly cylinderL: number;
  readonly pressureBar: number;
};

/** A full set: 6.8 litres at 300 bar unless told otherwise, 2040 litres of air by the ideal gas rule. */
export const openAirSupply = (cylinderL = 6.8, pressureBar = 300): AirSupply => ({ cylinderL, pressureBar });

/** The supply after `dtS` seconds of breathing at a work rate; never below empty. Ideal gas, about 8 % generous at 300 bar. */
export const breathe = (air: AirSupply, dtS: number, work: WorkRate): AirSupply => ({
  cylinderL: air.cylinderL,
  pressureBar: Math.max(0, air.pressureBar - (LITRES_PER_MIN[work] * dtS) / 60 / air.cylinderL),
});

/** Minutes until the cylinder is empty at a work rate. */
export const minutesLeft = (air: AirSupply, work: WorkRate): number =>
  (air.pressureBar * air.cylinderL) / LITRES_PER_MIN[work];

/** Minutes until the whistle sounds at a work rate; 0 once it does. */
export const minutesToWhistle = (air: AirSupply, work: WorkRate): number =>
  (Math.max(0, air.pressureBar - WHISTLE_BAR) * air.cylinderL) / LITRES_PER_MIN[work];

/** Whether the low-air whistle sounds: at or below its pressure and not yet empty. */
export const isWhistling = (air: AirSupply): boolean => air.pressureBar > 0 && air.pressureBar <= WHISTLE_BAR;

/** Whether the cylinder still gives air. */
export const hasAir = (air: AirSupply): boolean => air.pressureBar > 0;
