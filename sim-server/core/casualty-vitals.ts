// What can be measured on a casualty: vital signs as they follow from blood lost, lungs, breath and head.
import type { Casualty } from "./casualty.ts";
import { SALT_SAVES, type SaltFindings, type StartFindings } from "./triage.ts";

export type Vitals = {
  readonly respirationPerMin: number;
  readonly pulsePerMin: number;
  readonly systolicMmHg: number;
  readonly capillaryRefillS: number;
  readonly spo2Percent: number;
  /** Glasgow coma scale, 3 to 15. */
  readonly coma: number;
};

/** Loss of blood as a share of the body's: the classes of haemorrhage of ATLS (9th edition) as broken lines. */
const BY_BLOOD_LOST = {
  respirationPerMin: [16, 20, 30, 37, 40],
  pulsePerMin: [78, 100, 120, 140, 160],
  systolicMmHg: [120, 118, 110, 84, 50],
  capillaryRefillS: [1.2, 2, 3, 4, 5],
  coma: [15, 15, 14, 12, 7],
} as const;
const BLOOD_STEPS = [0, 0.15, 0.3, 0.4, 0.5] as const;
/** Below this systolic pressure no pulse is felt at the wrist, mmHg (teaching of ATLS; disputed by Deakin and Low 2000). */
const RADIAL_MMHG = 80;
/** Assumption: the share of oxygen saturation that a wholly failed lung, or a minute without breath, costs. */
const LUNG_COST_PERCENT = 60;
/** Fall of saturation without breath: a minute of reserve, then a third of a per cent a second (assumption). */
const RESERVE_S = 60;
const FALL_PERCENT_PER_S = 0.33;

export function vitalsOf(of: Casualty): Vitals {
  if (of.diedTick >= 0)
    return { respirationPerMin: 0, pulsePerMin: 0, systolicMmHg: 0, capillaryRefillS: 10, spo2Percent: 0, coma: 3 };
  const spo2Percent = saturationOf(of);
  const bled = (line: readonly number[]): number => alongBlood(line, of.bloodLost);
  const shallow = spo2Percent < 60 || of.bloodLost > 0.48;
  const respirationPerMin = isBreathing(of) ? (shallow ? 7 : bled(BY_BLOOD_LOST.respirationPerMin) + 26 * of.lung) : 0;
  return {
    respirationPerMin,
    pulsePerMin: Math.max(0, bled(BY_BLOOD_LOST.pulsePerMin) + 40 * of.lung - 0.25 * of.breathlessS),
    systolicMmHg: Math.max(0, bled(BY_BLOOD_LOST.systolicMmHg) - 0.2 * Math.max(0, of.breathlessS - RESERVE_S)),
    capillaryRefillS: bled(BY_BLOOD_LOST.capillaryRefillS),
    spo2Percent,
    coma: comaOf(of, spo2Percent),
  };
}

/** Lungs and breath set the saturation; oxygen makes up for part of what a bad lung costs. */
export function saturationOf(of: Casualty): number {
  const lung = of.lung * (of.treated.oxygen ? 0.55 : 1);
  const withoutBreath = FALL_PERCENT_PER_S * Math.max(0, of.breathlessS - RESERVE_S);
  return Math.max(0, 98 - LUNG_COST_PERCENT * lung - withoutBreath);
}

/** The worst of head, blood and oxygen decides. */
export function comaOf(of: Casualty, spo2Percent: number): number {
  const byHead = 15 - 12 * of.head;
  const byOxygen = spo2Percent >= 85 ? 15 : 15 - (85 - spo2Percent) * 0.4;
  const byPoison = 15 - 12 * of.knockedOut;
  const least = Math.min(byHead, byOxygen, byPoison, alongBlood(BY_BLOOD_LOST.coma, of.bloodLost));
  return Math.max(3, Math.round(least));
}

/** A blocked airway stops the breath until it is opened. */
export const isBreathing = (of: Casualty): boolean =>
  of.diedTick < 0 && (!of.airwayBlocked || of.treated.airway) && of.breathlessS < STOPPED_S;

/** After so long without breath it does not come back by an open airway alone, s (assumption). */
const STOPPED_S = 300;

/** What START asks, read from the vital signs. */
export function startFindings(of: Casualty): StartFindings {
  const vitals = vitalsOf(of);
  return {
    walks: canWalk(of, vitals),
    breathes: isBreathing(of),
    breathesOnceOpened: of.diedTick < 0 && of.breathlessS < STOPPED_S,
    respirationPerMin: vitals.respirationPerMin,
    hasRadialPulse: vitals.systolicMmHg >= RADIAL_MMHG,
    capillaryRefillS: vitals.capillaryRefillS,
    obeys: vitals.coma >= 14,
  };
}

/** What SALT asks, read from the vital signs; `isLikelyToSurvive` is the judgement of the one who has the means. */
export function saltFindings(of: Casualty, isLikelyToSurvive: boolean): SaltFindings {
  const vitals = vitalsOf(of);
  return {
    breathes: isBreathing(of),
    obeysOrActsWithPurpose: vitals.coma >= 12,
    hasPeripheralPulse: vitals.systolicMmHg >= RADIAL_MMHG,
    isInRespiratoryDistress: vitals.respirationPerMin > 30 || vitals.spo2Percent < 90,
    isBleedingControlled: of.bleedingPerMin < 0.005 || of.treated.bleeding,
    hasMinorInjuriesOnly: canWalk(of, vitals) && of.bloodLost < 0.05 && of.lung < 0.05,
    isLikelyToSurvive,
  };
}

/** From about a litre lost people faint when they stand up (McGee et al. 1999: 630 to 1150 ml). */
const STANDS_BLOOD = 0.2;

/** The lifesaving steps of SALT that this casualty needs now and has not had. */
export function savesDue(of: Casualty): (typeof SALT_SAVES)[number][] {
  if (of.diedTick >= 0) return [];
  const needs = {
    bleeding: of.bleedingPerMin >= MAJOR_BLEEDING_PER_MIN,
    airway: of.airwayBlocked || comaOf(of, saturationOf(of)) <= 8,
    "chest-decompression": of.chestAirPerMin > 0,
    antidote: of.knockedOut > 0,
  };
  return SALT_SAVES.filter((save) => needs[save] && !of.treated[save]);
}

/** From this share of the blood a minute on bleeding is obvious and threatens life (assumption: 50 ml a minute). */
const MAJOR_BLEEDING_PER_MIN = 0.01;

function canWalk(of: Casualty, vitals: Vitals): boolean {
  return of.legsHold && isBreathing(of) && vitals.coma >= 14 && of.bloodLost < STANDS_BLOOD && vitals.spo2Percent >= 88;
}

function alongBlood(line: readonly number[], lost: number): number {
  for (let at = 1; at < BLOOD_STEPS.length; at += 1) {
    const [from, to] = [BLOOD_STEPS[at - 1] ?? 0, BLOOD_STEPS[at] ?? 1];
    if (lost > to && at < BLOOD_STEPS.length - 1) continue;
    const share = Math.min(1, (lost - from) / (to - from));
    return (line[at - 1] ?? 0) + ((line[at] ?? 0) - (line[at - 1] ?? 0)) * share;
  }
  return line[0] ?? 0;
}
