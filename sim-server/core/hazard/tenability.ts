// When a room stops being one that people can leave: the available safe egress time.

/** Limits a room is judged by; 0.3 of a dose, 60 C, 10 m and 2.5 kW/m2 are usual in practice (PD 7974-6). */
export type TenabilityLimits = {
  readonly headM: number;
  readonly doseShare: number;
  readonly gasC: number;
  readonly visibilityM: number;
  readonly radiationKwPerM2: number;
};
export const USUAL_LIMITS: TenabilityLimits = {
  headM: 1.8,
  doseShare: 0.3,
  gasC: 60,
  visibilityM: 10,
  radiationKwPerM2: 2.5,
};

/** What surrounds a head: the layer it is in, and the hot layer shining down on it. */
export type Surroundings = {
  readonly layerM: number;
  readonly upperC: number;
  readonly lowerC: number;
  readonly upperVisibilityM: number;
  readonly lowerVisibilityM: number;
  readonly doseShare: number;
  readonly radiationKwPerM2: number;
};

/** What ends tenability now, or nothing; `smoke` only counts for a head inside the layer. */
export function tenabilityLost(
  now: Surroundings,
  limits: TenabilityLimits = USUAL_LIMITS,
): "dose" | "heat" | "smoke" | "radiation" | undefined {
  const inside = now.layerM < limits.headM;
  if (now.doseShare >= limits.doseShare) return "dose";
  if ((inside ? now.upperC : now.lowerC) > limits.gasC) return "heat";
  if (now.radiationKwPerM2 > limits.radiationKwPerM2) return "radiation";
  if ((inside ? now.upperVisibilityM : now.lowerVisibilityM) < limits.visibilityM) return "smoke";
  return undefined;
}

/**
 * Radiation from a grey layer overhead on a head below it, kW/m2; seen in full, so an upper bound: e sigma (T4 -
 * T04).
 */
export const layerRadiationKwPerM2 = (upperK: number, emissivity: number, skinK = 306): number =>
  (emissivity * 5.670374e-8 * (upperK ** 4 - skinK ** 4)) / 1000;
