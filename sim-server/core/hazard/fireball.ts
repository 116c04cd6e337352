// BLEVE: the clock of a pressure vessel in a fire, and the fireball when it bursts.

/** Diameter, m, and duration, s, of the fireball of a mass: 5.8 M^(1/3); 0.45 M^(1/3), from 30 t on 2.6 M^(1/6). */
export const fireballDiameterM = (massKg: number): number => 5.8 * Math.cbrt(massKg);
export const fireballDurationS = (massKg: number): number =>
  massKg < 30000 ? 0.45 * Math.cbrt(massKg) : 2.6 * massKg ** (1 / 6);
/** Surface emission of a propane fireball, kW/m2 (TNO, CCPS: 270 to 350). */
export const FIREBALL_KW_PER_M2 = 350;

/** View factor of a ball that touches the ground for an upright target at a ground distance X: X R2 / (X2 + R2)^1.5. */
export const fireballFactor = (diameterM: number, groundM: number): number => {
  const radius = diameterM / 2;
  return (groundM * radius * radius) / (groundM * groundM + radius * radius) ** 1.5;
};
export const fireballKwPerM2 = (massKg: number, groundM: number, emissionKwPerM2 = FIREBALL_KW_PER_M2, transmits = 1) =>
  transmits * emissionKwPerM2 * fireballFactor(fireballDiameterM(massKg), groundM);

/**
 * Hymes' point source, kW/m2: 2.2 tau R dHc M^0.67 / (4 pi L2); R 0.3 below the relief pressure, 0.4 above; dHc
 * kJ/kg.
 */
export const hymesKwPerM2 = (massKg: number, heatKjPerKg: number, distanceM: number, share: number, transmits = 1) =>
  (2.2 * transmits * share * heatKjPerKg * massKg ** 0.67) / (4 * Math.PI * distanceM * distanceM);

/** A vessel of liquefied gas engulfed by fire. */
export type HeatedVessel = {
  liquidKg: number;
  liquidK: number;
  /** Wall over the vapour, K. */
  wallK: number;
  failed: boolean;
};
type VesselPlan = {
  readonly volumeM3: number;
  readonly surfaceM2: number;
  readonly diameterM: number;
  readonly wallM: number;
  readonly yieldPa: number;
  readonly reliefPa: number;
  readonly reliefKgPerS: number;
  readonly liquidKgPerM3: number;
  readonly liquidJPerKgK: number;
  readonly latentJPerKg: number;
  /** Vapour pressure by temperature, Pa absolute. */
  readonly vapourPa: (temperatureK: number) => number;
};

/**
 * Share of its cold strength that steel keeps, by EN 1993-1-2 table 3.1 (carbon steel), straight between its points.
 */
const STRENGTH: readonly (readonly [number, number])[] = [
  [400, 1],
  [500, 0.78],
  [600, 0.47],
  [700, 0.23],
  [800, 0.11],
  [900, 0.06],
  [1200, 0],
];
export function steelStrengthShare(steelC: number): number {
  if (steelC <= 400) return 1;
  for (let at = 1; at < STRENGTH.length; at += 1) {
    const [c1 = 0, s1 = 0] = STRENGTH[at] ?? [];
    const [c0 = 0, s0 = 0] = STRENGTH[at - 1] ?? [];
    if (steelC <= c1) return s0 + ((s1 - s0) * (steelC - c0)) / (c1 - c0);
  }
  return 0;
}

/** Water enough to wet the whole wall keeps it near boiling; 10 L/(min m2) is the usual figure (API 2510A). */
const COOLED_K = 373;
const STEEL_J_PER_M3K = 7850 * 520;
const SIGMA = 5.670374e-8;

/** Hoop stress in a cylinder, Pa: p D / (2 d), gauge pressure. */
export const hoopPa = (gaugePa: number, plan: VesselPlan): number => (gaugePa * plan.diameterM) / (2 * plan.wallM);

/**
 * One step of the heating clock: liquid boils and the relief valve lets vapour go, the dry wall heats towards the flame
 * of `flameK` (1,100 to 1,200 K for hydrocarbons), and the vessel bursts once hoop stress passes what hot steel bears.
 * `coolShare` 0 to 1 is how much of the dry wall water wets; only all of it keeps the hottest part cool.
 */
export function stepHeatedVessel(
  vessel: HeatedVessel,
  plan: VesselPlan,
  flameK: number,
  coolShare: number,
  stepS: number,
): void {
  if (vessel.failed) return;
  const fill = Math.min(1, vessel.liquidKg / plan.liquidKgPerM3 / plan.volumeM3);
  const cooled = coolShare >= 1;
  // The wetted wall is no hotter than its liquid by much, so it takes what the flame sends.
  const fluxWPerM2 = cooled ? 0 : 0.9 * SIGMA * (flameK ** 4 - vessel.liquidK ** 4) + 25 * (flameK - vessel.liquidK);
  const intoLiquidW = Math.max(0, fluxWPerM2) * plan.surfaceM2 * fill * (1 - coolShare);
  const pressurePa = plan.vapourPa(vessel.liquidK);
  const opens = pressurePa > plan.reliefPa;
  const boiled = opens ? Math.min(vessel.liquidKg / stepS, plan.reliefKgPerS * (pressurePa / plan.reliefPa)) : 0;
  const heat = (intoLiquidW - boiled * plan.latentJPerKg) * stepS;
  vessel.liquidKg = Math.max(0, vessel.liquidKg - boiled * stepS);
  if (vessel.liquidKg > 1) vessel.liquidK += heat / (vessel.liquidKg * plan.liquidJPerKgK);
  const fromFlame = 0.9 * SIGMA * (flameK ** 4 - vessel.wallK ** 4) + 25 * (flameK - vessel.wallK);
  const intoVapour = 10 * (vessel.wallK - vessel.liquidK) + 0.8 * SIGMA * (vessel.wallK ** 4 - vessel.liquidK ** 4);
  vessel.wallK += ((fromFlame - intoVapour) / (STEEL_J_PER_M3K * plan.wallM)) * stepS;
  if (cooled) vessel.wallK = Math.min(vessel.wallK, COOLED_K);
  const bears = plan.yieldPa * steelStrengthShare(vessel.wallK - 273.15);
  if (hoopPa(Math.max(0, plan.vapourPa(vessel.liquidK) - 101325), plan) > bears && vessel.liquidKg > 0)
    vessel.failed = true;
}
