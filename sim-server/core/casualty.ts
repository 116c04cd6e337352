// A casualty: injuries, how they go on by themselves second by second, and what each treatment stops or mends.
import { comaOf, isBreathing, saturationOf } from "./casualty-vitals.ts";

/** What a body has lost, each from 0 (sound) to 1; plain numbers that survive JSON. */
export type Casualty = {
  readonly id: string;
  /** Share of the blood lost, and the share of the whole that is lost in a minute while nothing is done. */
  bloodLost: number;
  bleedingPerMin: number;
  /** Share of the lungs that fails, and by how much more in a minute while nothing is done. */
  lung: number;
  lungPerMin: number;
  /** Air under pressure in the chest adds to the lungs' failure by so much a minute until it is let out. */
  chestAirPerMin: number;
  /** Injury of the head, and a knock-down by poison that an antidote and fresh air lift. */
  head: number;
  knockedOut: number;
  airwayBlocked: boolean;
  /** How long there has been no breath, s. */
  breathlessS: number;
  /** How long the saturation has been below 60 %, s. */
  starvedS: number;
  /** What of a poison still works from clothes and skin, as a share a minute, until they are washed. */
  soiledPerMin: number;
  legsHold: boolean;
  treated: { -readonly [of in Treatment]: boolean };
  diedTick: number;
  diedOf: "" | "bleeding" | "breath" | "oxygen";
};

export const TREATMENTS = [
  "airway",
  "bleeding",
  "oxygen",
  "chest-decompression",
  "antidote",
  "decontamination",
] as const;
export type Treatment = (typeof TREATMENTS)[number];

export const openCasualty = (id: string, injuries: Partial<Omit<Casualty, "id" | "treated">> = {}): Casualty => ({
  id,
  bloodLost: 0,
  bleedingPerMin: 0,
  lung: 0,
  lungPerMin: 0,
  chestAirPerMin: 0,
  head: 0,
  knockedOut: 0,
  airwayBlocked: false,
  breathlessS: 0,
  starvedS: 0,
  soiledPerMin: 0,
  legsHold: true,
  diedTick: -1,
  diedOf: "",
  ...injuries,
  treated: {
    airway: false,
    bleeding: false,
    oxygen: false,
    "chest-decompression": false,
    antidote: false,
    decontamination: false,
  },
});

/**
 * How the assumptions of this model are set. Sourced: more than half of the blood is not survived without help
 * (ATLS class IV and beyond); the brain dies within four to eight minutes without oxygen. The rest are assumptions
 * chosen so that treatment matters within a drill.
 */
const FATAL_BLOOD = 0.5;
const FATAL_BREATHLESS_S = 480;
const FATAL_STARVED_S = 480;
const STARVED_PERCENT = 60;
/** Pressed or bound, a wound still loses this share; on oxygen a lung fails this much slower (assumptions). */
const BOUND_SHARE = 0.05;
const OXYGEN_SHARE = 0.6;
const ANTIDOTE_SHARE = 0.4;
/** Out of the poison the knocked-out come to by this share a minute, with the antidote four times as fast (assumption). */
const WAKING_PER_MIN = 0.02;

/** One second of a casualty's life; nothing here ever makes a loss smaller than treatment would. */
export function stepCasualty(of: Casualty, tick: number, isInPoison = false): void {
  if (of.diedTick >= 0) return;
  const { treated } = of;
  const perS = 1 / 60;
  of.bloodLost += of.bleedingPerMin * (treated.bleeding ? BOUND_SHARE : 1) * (1 - of.bloodLost) * perS;
  const slower = (treated.oxygen ? OXYGEN_SHARE : 1) * (treated.antidote ? ANTIDOTE_SHARE : 1);
  const chest = treated["chest-decompression"] ? 0 : of.chestAirPerMin;
  const soiled = treated.decontamination ? 0 : of.soiledPerMin;
  of.lung = Math.min(1, of.lung + ((of.lungPerMin + soiled) * slower + chest) * perS);
  if (!isInPoison) of.knockedOut = Math.max(0, of.knockedOut - WAKING_PER_MIN * (treated.antidote ? 4 : 1) * perS);
  // An unconscious casualty on the back loses the airway.
  if (!treated.airway && comaOf(of, saturationOf(of)) <= 8) of.airwayBlocked = true;
  of.breathlessS = isBreathing(of) ? Math.max(0, of.breathlessS - 2) : of.breathlessS + 1;
  of.starvedS = saturationOf(of) < STARVED_PERCENT ? of.starvedS + 1 : Math.max(0, of.starvedS - 1);
  if (of.bloodLost >= FATAL_BLOOD) die(of, tick, "bleeding");
  else if (of.breathlessS >= FATAL_BREATHLESS_S) die(of, tick, "breath");
  else if (of.starvedS >= FATAL_STARVED_S) die(of, tick, "oxygen");
}

/** Gives a treatment; false when it is of no use, so that a hand that treats the wrong thing learns it. */
export function treat(of: Casualty, treatment: Treatment): boolean {
  if (of.diedTick >= 0 || of.treated[treatment]) return false;
  of.treated[treatment] = true;
  switch (treatment) {
    case "airway":
      return of.airwayBlocked || comaOf(of, saturationOf(of)) <= 8;
    case "bleeding":
      return of.bleedingPerMin > 0;
    case "oxygen":
      return of.lung > 0;
    case "chest-decompression":
      return of.chestAirPerMin > 0;
    case "antidote":
      return of.knockedOut > 0;
    case "decontamination":
      return of.soiledPerMin > 0;
  }
}

function die(of: Casualty, tick: number, cause: Casualty["diedOf"]): void {
  of.diedTick = tick;
  of.diedOf = cause;
}
