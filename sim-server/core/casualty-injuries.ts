// From what happened to somebody to the injuries of a casualty: gas breathed, heat, blast and falls.
import { type Casualty, openCasualty } from "./casualty.ts";

/** Thermal dose, (kW/m2)^(4/3) s, from which skin burns to a degree (lower ends of the ranges of HSE, Rew 1997). */
const BURN_DOSES = { first: 80, second: 240, third: 870 } as const;
/** Thermal dose of a steady radiation; valid for seconds to a few minutes. */
export const thermalDose = (radiationKwPerM2: number, durationS: number): number =>
  Math.max(0, radiationKwPerM2) ** (4 / 3) * durationS;

export const burnDegree = (dose: number): 0 | 1 | 2 | 3 =>
  dose >= BURN_DOSES.third ? 3 : dose >= BURN_DOSES.second ? 2 : dose >= BURN_DOSES.first ? 1 : 0;

/**
 * Side-on overpressure of a long blast, kPa, from which it hurts (Glasstone and Dolan 1977, table 12.38): threshold and
 * half of the people.
 */
export const BLAST_KPA = {
  eardrum: { threshold: 34.5, half: 103 },
  lung: { threshold: 82.7, half: 172 },
  death: { threshold: 276, half: 427 },
} as const;

/** Height, m, from which half of those who fall die (four storeys, clinical series). */
const HALF_FATAL_FALL_M = 14.6;

/** What befell somebody; what did not is left out. */
export type Mishap = {
  /** Chance of death of the toxic dose breathed, from its probit. */
  readonly lethality?: number;
  /** Whether the gas knocks out at once (hydrogen sulphide, cyanide, lack of oxygen). */
  readonly knockedOut?: number;
  readonly soiled?: boolean;
  readonly radiationKwPerM2?: number;
  readonly durationS?: number;
  readonly overpressureKpa?: number;
  readonly fallM?: number;
  /** Wounds that bleed, as the share of the blood lost in a minute: 0.01 a cut, 0.05 a torn vessel. */
  readonly bleedingPerMin?: number;
};

/** 0 at the threshold of an injury, 0.5 where half suffer it, straight on from there to 1. */
const grade = (value: number, of: { threshold: number; half: number }): number =>
  Math.min(1, Math.max(0, (0.5 * (value - of.threshold)) / (of.half - of.threshold)));

/**
 * The casualty a mishap makes. Assumptions, for drills: a dose that kills half leaves 0.6 of the lungs failing within
 * half an hour; a third-degree burn of the airways costs 0.3; a fall breaks legs from 3 m and bleeds inside.
 */
export function casualtyOf(id: string, mishap: Mishap): Casualty {
  const lethality = Math.min(1, Math.max(0, mishap.lethality ?? 0));
  const burn = burnDegree(thermalDose(mishap.radiationKwPerM2 ?? 0, mishap.durationS ?? 0));
  const kpa = mishap.overpressureKpa ?? 0;
  const blastLung = grade(kpa, BLAST_KPA.lung);
  const crushed = grade(kpa, BLAST_KPA.death);
  const fall = Math.max(0, mishap.fallM ?? 0) / HALF_FATAL_FALL_M;
  const gasLung = 1.2 * lethality;
  return openCasualty(id, {
    lung: Math.min(0.9, 0.2 * gasLung + 0.6 * blastLung + (burn === 3 ? 0.15 : 0)),
    lungPerMin: (0.8 * gasLung + 0.3 * blastLung + (burn === 3 ? 0.15 : 0)) / 30,
    chestAirPerMin: blastLung >= 0.5 || fall >= 0.7 ? 0.06 : 0,
    bleedingPerMin: (mishap.bleedingPerMin ?? 0) + 0.02 * Math.min(2, fall) + 0.05 * crushed + (burn >= 2 ? 0.002 : 0),
    head: Math.min(1, 0.5 * fall + crushed),
    knockedOut: Math.min(1, Math.max(0, mishap.knockedOut ?? 0)),
    soiledPerMin: mishap.soiled ? 0.005 : 0,
    legsHold: (mishap.fallM ?? 0) < 3 && crushed === 0,
  });
}
