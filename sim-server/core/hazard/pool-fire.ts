// Pool fires: how fast a pool burns, how high and slanted its flame is, and how strongly it shines on what is near.
import { POOL_FUELS, type PoolFuel } from "./fire-hand.ts";

const GRAVITY = 9.81;

/** Burning rate of a pool, kg/(m2 s): m (1 - exp(-k beta D)) (Babrauskas 1983); for pools wider than 0.2 m. */
export const poolBurnsKgPerM2S = (fuel: PoolFuel, diameterM: number): number => {
  const { burnsKgPerM2S, absorbsPerM } = POOL_FUELS[fuel];
  return burnsKgPerM2S * (1 - Math.exp(-absorbsPerM * diameterM));
};

/** Flame length in still air, m (Thomas 1963): 42 D (m / (rho sqrt(g D)))^0.61. */
export const stillFlameM = (diameterM: number, burnsKgPerM2S: number, airKgPerM3: number): number =>
  42 * diameterM * (burnsKgPerM2S / (airKgPerM3 * Math.sqrt(GRAVITY * diameterM))) ** 0.61;

/** Wind made dimensionless, at least 1: u / (g m D / rho)^(1/3), rho that of air (Yellow Book 6.5). */
export const windNumber = (windMps: number, burnsKgPerM2S: number, diameterM: number, airKgPerM3: number): number =>
  Math.max(1, windMps / Math.cbrt((GRAVITY * burnsKgPerM2S * diameterM) / airKgPerM3));

/** Flame length in wind, m (Thomas; Yellow Book): 55 D (m / (rho sqrt(g D)))^0.67 u*^-0.21. */
export const windyFlameM = (diameterM: number, burnsKgPerM2S: number, airKgPerM3: number, wind: number): number =>
  55 * diameterM * (burnsKgPerM2S / (airKgPerM3 * Math.sqrt(GRAVITY * diameterM))) ** 0.67 * wind ** -0.21;

/** Tilt of the flame from upright, degrees: tan a / cos a = 0.666 Fr^0.333 Re^0.117 (Yellow Book, after Welker). */
export function flameTiltDeg(windMps: number, diameterM: number, viscosityM2PerS = 1.51e-5): number {
  const froude = (windMps * windMps) / (GRAVITY * diameterM);
  const reynolds = (windMps * diameterM) / viscosityM2PerS;
  const c = 0.666 * froude ** 0.333 * reynolds ** 0.117;
  const sine = c <= 0 ? 0 : (Math.sqrt(4 * c * c + 1) - 1) / (2 * c);
  return (Math.asin(Math.min(1, sine)) * 180) / Math.PI;
}

/** What a sooty flame sends out on the whole, kW/m2: 140 exp(-0.12 D) + 20 (1 - exp(-0.12 D)) (Mudan 1984). */
export const sootyEmissionKwPerM2 = (diameterM: number): number => {
  const clear = Math.exp(-0.12 * diameterM);
  return 140 * clear + 20 * (1 - clear);
};

/** Emission if none of it hides behind soot, kW/m2: Fs m dH / (1 + 4 L/D) (Yellow Book); dH in kJ/kg. */
export const clearEmissionKwPerM2 = (
  radiantShare: number,
  burnsKgPerM2S: number,
  heatKjPerKg: number,
  slender: number,
): number => (radiantShare * burnsKgPerM2S * heatKjPerKg) / (1 + 4 * slender);
/** What is left behind smoke that hides `hidden` of the flame and glows at 20 kW/m2 itself. */
export const smokyEmissionKwPerM2 = (clearKwPerM2: number, hidden: number): number =>
  clearKwPerM2 * (1 - hidden) + 20 * hidden;

/**
 * View factors of a tilted cylinder for a target on the ground downwind, upright and level, and the most of both
 * (Mudan 1987; Yellow Book 6.A.2). `heightM` along the flame, `distanceM` from its axis, tilt towards the target.
 */
export function tiltedFlameFactors(
  diameterM: number,
  heightM: number,
  distanceM: number,
  tiltDeg: number,
): { readonly upright: number; readonly level: number; readonly most: number } {
  const radius = diameterM / 2;
  const a = heightM / radius;
  const b = Math.max(distanceM / radius, 1 + 1e-6);
  const tilt = (tiltDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(tilt), Math.cos(tilt)];
  const bigA = Math.sqrt(a * a + (b + 1) ** 2 - 2 * a * (b + 1) * sin);
  const bigB = Math.sqrt(a * a + (b - 1) ** 2 - 2 * a * (b - 1) * sin);
  const bigC = Math.sqrt(1 + (b * b - 1) * cos * cos);
  const bigD = Math.sqrt((b - 1) / (b + 1));
  const e = (a * cos) / (b - a * sin);
  const f = Math.sqrt(b * b - 1);
  const both = Math.atan((a * b - f * f * sin) / (f * bigC)) + Math.atan((f * sin) / bigC);
  const around = (bigA * bigD) / bigB;
  const upright =
    (-e * Math.atan(bigD) +
      e * ((a * a + (b + 1) ** 2 - 2 * b * (1 + a * sin)) / (bigA * bigB)) * Math.atan(around) +
      (cos / bigC) * both) /
    Math.PI;
  const level =
    (Math.atan(1 / bigD) +
      (sin / bigC) * both -
      ((a * a + (b + 1) ** 2 - 2 * (b + 1 + a * b * sin)) / (bigA * bigB)) * Math.atan(around)) /
    Math.PI;
  return { upright, level, most: Math.sqrt(upright * upright + level * level) };
}
