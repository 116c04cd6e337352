// How long people take before they set off, drawn from the distributions evacuation studies report.
import { nextRandom, type RandomState } from "../random.ts";

/** Times in seconds; `mu` and `sigma` are those of the logarithm. */
export type Premovement =
  | { readonly kind: "fixed"; readonly afterS: number }
  | { readonly kind: "uniform"; readonly leastS: number; readonly mostS: number }
  | { readonly kind: "normal"; readonly meanS: number; readonly deviationS: number }
  | { readonly kind: "lognormal"; readonly mu: number; readonly sigma: number }
  | { readonly kind: "gamma"; readonly shape: number; readonly scaleS: number }
  | { readonly kind: "weibull"; readonly shape: number; readonly scaleS: number };

/** One time, s, never below zero; advances the generator. */
export function drawPremovementS(of: Premovement, random: RandomState): number {
  switch (of.kind) {
    case "fixed":
      return of.afterS;
    case "uniform":
      return of.leastS + (of.mostS - of.leastS) * nextRandom(random);
    case "normal":
      return Math.max(0, of.meanS + of.deviationS * drawNormal(random));
    case "lognormal":
      return Math.exp(of.mu + of.sigma * drawNormal(random));
    case "gamma":
      return of.scaleS * drawGamma(of.shape, random);
    case "weibull":
      return of.scaleS * (-Math.log(openShare(random))) ** (1 / of.shape);
  }
}

/** A standard normal number. */
export const drawNormal = (random: RandomState): number => normalQuantile(openShare(random));

/** A share in (0, 1), neither end included. */
const openShare = (random: RandomState): number => (nextRandom(random) * 4294967296 + 0.5) / 4294967296;

/**
 * The number below which a standard normal one lies with the given chance: rational approximations in three ranges
 * (Acklam), relative error below 1.2e-9 for shares in (0, 1).
 */
export function normalQuantile(share: number): number {
  const tail = 0.02425;
  if (share > 1 - tail) return -normalQuantile(1 - share);
  if (share < tail) {
    const q = Math.sqrt(-2 * Math.log(share));
    const above =
      ((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
        4.374664141464968) *
        q +
      2.938163982698783;
    const below =
      (((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
    return above / below;
  }
  const q = share - 0.5;
  const r = q * q;
  const above =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239;
  const below =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1;
  return (above * q) / below;
}

/** A gamma number of unit scale by squeezed cubes of normal ones (Marsaglia and Tsang 2000). */
function drawGamma(shape: number, random: RandomState): number {
  if (shape < 1) return drawGamma(shape + 1, random) * openShare(random) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(openShare(random)) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
