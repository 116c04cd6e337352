// Seeing and walking in smoke: visibility from soot, and how fast people dare to go.
import { SOOT_EXTINCTION_M2_PER_KG } from "./sprinkler.ts";

/** S = C / (alpha c): C is 3 for signs that reflect, 8 for lit ones (Jin 1978); never farther than 30 m is told. */
const SIGN_CONSTANT = { reflecting: 3, lit: 8 } as const;
type SignKind = keyof typeof SIGN_CONSTANT;

/** Distance at which a sign is seen through soot, m; extinction by default 8,700 m2/kg. */
export const visibilityM = (
  sootKgPerM3: number,
  sign: SignKind = "reflecting",
  extinctionM2PerKg: number = SOOT_EXTINCTION_M2_PER_KG,
): number => (sootKgPerM3 <= 0 ? Number.POSITIVE_INFINITY : SIGN_CONSTANT[sign] / (extinctionM2PerKg * sootKgPerM3));

/** Extinction, 1/m, of smoke with this much soot, and from the optical density per metre (base ten). */
export const extinctionPerM = (sootKgPerM3: number, extinctionM2PerKg: number = SOOT_EXTINCTION_M2_PER_KG): number =>
  extinctionM2PerKg * sootKgPerM3;
export const extinctionFromDensity = (opticalDensityPerM: number): number => Math.LN10 * opticalDensityPerM;

/** Share of walking speed left in smoke of extinction K, 1/m: Frantzich and Nilsson (2003), never below a tenth. */
export const smokeSpeedShare = (extinction: number): number =>
  Math.min(1, Math.max(0.1, 1 - (0.057 / 0.706) * extinction));
/** The same by Fridolf et al. (2019): V/(V + 2) with the visibility V = 3/K. */
export const fridolfSpeedShare = (extinction: number): number =>
  extinction <= 0 ? 1 : 3 / extinction / (3 / extinction + 2);
