// The substances a vessel may hold and the gases a detector may be made for, by the names every room knows them by.
export const SUBSTANCE_NAMES = ["chlorine", "ammonia", "hydrogen-sulfide"] as const;
export type SubstanceName = (typeof SUBSTANCE_NAMES)[number];

export const DETECTOR_GASES = [...SUBSTANCE_NAMES, "carbon-monoxide", "sulfur-dioxide", "hydrogen-cyanide"] as const;
export type DetectorGas = (typeof DETECTOR_GASES)[number];

/**
 * Most that may be filled into a cubic metre of vessel, kg, so that liquid never fills it at 65 C.
 * Source: ADR 2023, P200 table 2 (filling ratio; chlorine and ammonia as in GB/T 14193).
 */
export const FILLING_KG_PER_M3: Readonly<Record<SubstanceName, number>> = {
  chlorine: 1250,
  ammonia: 530,
  "hydrogen-sulfide": 670,
};
