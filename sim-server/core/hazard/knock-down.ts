// Gases that fell people at once: how long one stands in so much hydrogen sulfide.

/**
 * Seconds to collapse by concentration, ppm: at 500 ppm staggering and collapse within five minutes, from 700 ppm
 * within one or two breaths (OSHA, Hydrogen Sulfide: Hazards; a breath taken as four seconds). Below 500 ppm it does
 * not knock down; the dose still harms. Straight in both logarithms between the points.
 */
const COLLAPSE_S = { "hydrogen-sulfide": { from: { ppm: 500, s: 300 }, to: { ppm: 700, s: 8 } } } as const;

/** Share of a knock-down taken in a second of breathing this concentration; 1 fells. */
export function knockDownPerS(gas: string, ppm: number): number {
  if (gas !== "hydrogen-sulfide") return 0;
  const { from, to } = COLLAPSE_S[gas];
  if (ppm < from.ppm) return 0;
  if (ppm >= to.ppm) return 1 / to.s;
  const share = Math.log(ppm / from.ppm) / Math.log(to.ppm / from.ppm);
  return 1 / (from.s * (to.s / from.s) ** share);
}
