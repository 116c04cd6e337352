// Blast: overpressure and impulse of high explosive by scaled distance, and what overpressure does to people.
import { shareAtProbit } from "./lethality.ts";

const ATMOSPHERE_PA = 101325;

/** TNT of the same energy, kg: eta M dHc / 4.68e6; eta 0.01 to 0.10, usually 0.03 (CCPS 2010). */
export const tntKg = (fuelKg: number, heatJPerKg: number, share: number, tntJPerKg = 4.68e6): number =>
  (share * fuelKg * heatJPerKg) / tntJPerKg;

/**
 * Peak side-on overpressure of a charge on or near the ground, Pa, by Z = r/W^(1/3) (Kinney and Graham 1985); Z to
 * 40.
 */
export function tntOverpressurePa(chargeKg: number, distanceM: number, ambientPa = ATMOSPHERE_PA): number {
  const z = distanceM / Math.cbrt(chargeKg);
  const below = Math.sqrt(1 + (z / 0.048) ** 2) * Math.sqrt(1 + (z / 0.32) ** 2) * Math.sqrt(1 + (z / 1.35) ** 2);
  return (ambientPa * 808 * (1 + (z / 4.5) ** 2)) / below;
}

/** Positive phase, s: W^(1/3) 0.98 (1 + (Z/0.54)^10) / ((1 + (Z/0.02)^3)(1 + (Z/0.74)^6) sqrt(1 + (Z/6.9)2)), in ms. */
export function tntDurationS(chargeKg: number, distanceM: number): number {
  const root = Math.cbrt(chargeKg);
  const z = distanceM / root;
  const below = (1 + (z / 0.02) ** 3) * (1 + (z / 0.74) ** 6) * Math.sqrt(1 + (z / 6.9) ** 2);
  return (root * 0.98 * (1 + (z / 0.54) ** 10)) / below;
}

/** Distance at which an overpressure that falls with distance is reached, m; by halving between 0.1 mm and 100 km. */
export function distanceAtOverpressureM(
  overpressureAtPa: (distanceM: number) => number,
  overpressurePa: number,
): number {
  let near = Math.log(1e-4);
  let far = Math.log(1e5);
  for (let halving = 0; halving < 80; halving += 1) {
    const middle = 0.5 * (near + far);
    if (overpressureAtPa(Math.exp(middle)) > overpressurePa) near = middle;
    else far = middle;
  }
  return Math.exp(0.5 * (near + far));
}

/** Probit of death by lung haemorrhage, P in Pa (Eisenberg 1975): -77.1 + 6.91 ln P. */
export const lungProbit = (overpressurePa: number): number => -77.1 + 6.91 * Math.log(overpressurePa);
/** Probit of death by the head's impact (TNO Green Book): 5 - 8.49 ln(2430/P + 4e8/(P i)); Pa and Pa s. */
export const headProbit = (overpressurePa: number, impulsePaS: number): number =>
  5 - 8.49 * Math.log(2430 / overpressurePa + 4e8 / (overpressurePa * impulsePaS));
/** Probit of death in a collapsing house (TNO Green Book): 5 - 0.22 ln((40000/P)^7.4 + (460/i)^11.3). */
export const collapseProbit = (overpressurePa: number, impulsePaS: number): number =>
  5 - 0.22 * Math.log((40000 / overpressurePa) ** 7.4 + (460 / impulsePaS) ** 11.3);

/** Share of people a blast kills in the open: lungs or head, whichever is worse. */
export const blastLethality = (overpressurePa: number, impulsePaS: number): number =>
  overpressurePa <= 0
    ? 0
    : Math.max(shareAtProbit(lungProbit(overpressurePa)), shareAtProbit(headProbit(overpressurePa, impulsePaS)));
