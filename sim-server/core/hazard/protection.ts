// What people wear against gas: how much of the outside reaches their lungs, eyes and skin.

export const PROTECTIONS = ["none", "half-mask", "scba", "level-a"] as const;
export type Protection = (typeof PROTECTIONS)[number];

type ProtectionFactor = {
  /** Outside concentration over inhaled concentration while it works. */
  readonly breathing: number;
  /** Highest outside concentration it is good for, as a multiple of IDLH; null for no such limit. */
  readonly limitIdlh: number | null;
  /** The factor above that limit. */
  readonly breathingBeyond: number;
  readonly eyes: boolean;
  readonly skin: boolean;
  /** It breathes from a cylinder and protects no longer when that is empty. */
  readonly usesAir: boolean;
  readonly source: string;
  readonly assumption: string | null;
};

export const PROTECTION_FACTORS: Readonly<Record<Protection, ProtectionFactor>> = {
  none: {
    breathing: 1,
    limitIdlh: null,
    breathingBeyond: 1,
    eyes: false,
    skin: false,
    usesAir: false,
    source: "by definition",
    assumption: null,
  },
  "half-mask": {
    breathing: 10,
    limitIdlh: 1,
    breathingBeyond: 2,
    eyes: false,
    skin: false,
    usesAir: false,
    source: "OSHA 29 CFR 1910.134 table 1 (assigned factor 10); filters are not for IDLH atmospheres",
    assumption: "factor 2 above IDLH: the cartridge breaks through and the seal leaks",
  },
  scba: {
    breathing: 10000,
    limitIdlh: null,
    breathingBeyond: 10000,
    eyes: true,
    skin: false,
    usesAir: true,
    source: "OSHA 29 CFR 1910.134 table 1 (pressure-demand SCBA, full facepiece: 10 000)",
    assumption: null,
  },
  "level-a": {
    breathing: 1000000,
    limitIdlh: null,
    breathingBeyond: 1000000,
    eyes: true,
    skin: true,
    usesAir: true,
    source: "vapour-tight suit over SCBA (HAZWOPER level A): the apparatus 10 000 (OSHA 1910.134), times the suit",
    assumption:
      "a gas-tight suit holds out 99 of 100 parts before the mask sees any (EN 943-1 asks far more of a new one)",
  },
};

/** What is breathed in, ppm, of `outsidePpm` through what is worn; `hasAir` is whether a cylinder still gives air. */
export const inhaledPpm = (outsidePpm: number, worn: Protection, idlhPpm: number | null, hasAir = true): number => {
  const factor = PROTECTION_FACTORS[worn];
  if (factor.usesAir && !hasAir) return outsidePpm;
  const beyond = factor.limitIdlh !== null && idlhPpm !== null && outsidePpm > factor.limitIdlh * idlhPpm;
  return outsidePpm / (beyond ? factor.breathingBeyond : factor.breathing);
};

/** What reaches the eyes, ppm: as breathed where the mask covers them, else the outside air. */
export const atEyesPpm = (outsidePpm: number, worn: Protection, hasAir = true): number => {
  const factor = PROTECTION_FACTORS[worn];
  return factor.eyes && (hasAir || !factor.usesAir) ? outsidePpm / factor.breathing : outsidePpm;
};
