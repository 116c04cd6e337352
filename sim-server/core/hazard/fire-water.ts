// Water and foam on a fire: what a hose stream takes from it, and how much foam a burning pool needs.

/** Heat that water takes from 15 C to steam at 100 C, J/kg. */
const WATER_HEAT_J_PER_KG = 2.61e6;

/**
 * Share of a hose stream that turns to steam in the fire: a fog about a half, a straight stream about a third. An
 * assumption within the range of 0.3 to 0.75 that fire brigades' literature gives (Grimwood; Barnett): check before
 * use.
 */
export const STREAM_EFFICIENCY = { straight: 0.33, fog: 0.5 } as const;
type Stream = keyof typeof STREAM_EFFICIENCY;

/** Heat a stream takes away, W; water in kg/s (a litre is a kilogram). */
const streamTakesW = (waterKgPerS: number, stream: Stream): number =>
  Math.max(0, waterKgPerS) * STREAM_EFFICIENCY[stream] * WATER_HEAT_J_PER_KG;

/** Water that a fire of this size asks for, kg/s, if the stream reaches it. */
export const waterNeededKgPerS = (heatW: number, stream: Stream): number =>
  Math.max(0, heatW) / (STREAM_EFFICIENCY[stream] * WATER_HEAT_J_PER_KG);

/** What a fire still asks for under a stream that reaches it, W: less than the stream takes, and it goes out. */
export const hosedW = (askedW: number, waterKgPerS: number, stream: Stream): number =>
  Math.max(0, askedW - streamTakesW(waterKgPerS, stream));

/** Foam solution a spill or tank fire of hydrocarbons needs, kg/(s m2): 4.1 and 6.5 L/(min m2) (NFPA 11). */
const FOAM_KG_PER_S_M2 = { fixed: 4.1 / 60, monitor: 6.5 / 60 } as const;

/**
 * Share of a burning pool still uncovered after `sinceS` of foam at a rate, none below the least rate; the blanket
 * spreads evenly and is whole after `coverS` at the least rate, sooner at a higher one. The time is an assumption.
 */
export function foamedShare(solutionKgPerSM2: number, sinceS: number, coverS = 300): number {
  const strength = solutionKgPerSM2 / FOAM_KG_PER_S_M2.fixed;
  return strength < 1 ? 1 : Math.max(0, 1 - (strength * Math.max(0, sinceS)) / coverS);
}
