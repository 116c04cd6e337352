// From dose to the share of people who die of it, and back: toxic load and probit.
import { erf } from "./erf.ts";
import type { Probit } from "./toxicity.ts";

/** Toxic load, ppm^n min, of a steady concentration over some minutes. */
export const toxicLoad = (ppm: number, minutes: number, n: number): number => Math.max(0, ppm) ** n * minutes;

/** Probit Y = a + b ln(load); minus infinity for no load. */
export const probitOf = (probit: Probit, load: number): number =>
  load <= 0 ? Number.NEGATIVE_INFINITY : probit.a + probit.b * Math.log(load);

/** Share of a population at probit Y, 0 to 1: one half at 5, by the normal distribution. */
export const shareAtProbit = (y: number): number =>
  y === Number.NEGATIVE_INFINITY ? 0 : 0.5 * (1 + erf((y - 5) / Math.SQRT2));

/** Share of those exposed to a toxic load who die, 0 to 1; the band of published probits is wide, see `PROBITS`. */
export const lethality = (probit: Probit, load: number): number => shareAtProbit(probitOf(probit, load));

/** Probit at which `share` of a population (0 to 1, ends excluded) is reached; bisection to 1e-12. */
const probitAtShare = (share: number): number => {
  let low = -5;
  let high = 15;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (shareAtProbit(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Concentration, ppm, that kills `share` of those who breathe it for `minutes`. */
export const lethalPpm = (probit: Probit, share: number, minutes: number): number =>
  (Math.exp((probitAtShare(share) - probit.a) / probit.b) / minutes) ** (1 / probit.n);
