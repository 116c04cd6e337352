// What is published about how gases harm people: probits, acute exposure guideline levels, IDLH and ERPG.

export const TOXIC_GASES = [
  "chlorine",
  "ammonia",
  "hydrogen-sulfide",
  "carbon-monoxide",
  "hydrogen-chloride",
  "hydrogen-fluoride",
  "hydrogen-cyanide",
  "sulfur-dioxide",
  "nitrogen-dioxide",
] as const;
export type ToxicGas = (typeof TOXIC_GASES)[number];

/** Y = a + b ln(sum of C^n dt), C in ppm and t in minutes; half of those exposed die at Y = 5. */
export type Probit = { readonly a: number; readonly b: number; readonly n: number };

/** Minutes at which acute exposure guideline levels are published, in the order used by `AeglLevels`. */
export const AEGL_MINUTES = [10, 30, 60, 240, 480] as const;
export type AeglMinutes = (typeof AEGL_MINUTES)[number];
/** ppm at 10, 30, 60, 240 and 480 minutes; null where this house holds no value. */
type AeglLevels = readonly [number | null, number | null, number | null, number | null, number | null];
export type AeglLevel = 1 | 2 | 3;

export type Guidelines = {
  readonly aeglPpm: Readonly<Record<AeglLevel, AeglLevels | null>>;
  readonly erpgPpm: readonly [number, number, number] | null;
  readonly idlhPpm: number | null;
  readonly flammableVolPercent: readonly [number, number] | null;
  readonly source: string;
  /** Values taken from general knowledge, to be checked against the publisher before a scenario leans on them. */
  readonly unverified: readonly string[];
};

/**
 * Probits of HSE OSD/30 Table 2 (ppm, min), the default set. Range: acute inhalation of 5 to 60 minutes; other
 * published sets differ by a factor of two and more in concentration, so lethality is a band and not a number.
 */
export const PROBITS: Readonly<Record<ToxicGas, Probit>> = {
  chlorine: { a: -8.29, b: 0.92, n: 2 },
  ammonia: { a: -35.9, b: 1.85, n: 2 },
  "hydrogen-sulfide": { a: -31.42, b: 3.008, n: 1.43 },
  "carbon-monoxide": { a: -37.98, b: 3.7, n: 1 },
  "hydrogen-chloride": { a: -16.85, b: 2, n: 1 },
  "hydrogen-fluoride": { a: -35.87, b: 3.354, n: 1 },
  "hydrogen-cyanide": { a: -29.42, b: 3.008, n: 1.43 },
  "sulfur-dioxide": { a: -15.67, b: 2.1, n: 1 },
  "nitrogen-dioxide": { a: -13.79, b: 1.4, n: 2 },
};

/** Probits of the Dutch Purple Book, for concentrations in mg/m3 and minutes; kept apart because the sets differ. */
export const PURPLE_BOOK_PROBITS_MG_PER_M3: Readonly<Record<"chlorine" | "ammonia" | "carbon-monoxide", Probit>> = {
  chlorine: { a: -6.35, b: 0.5, n: 2.75 },
  ammonia: { a: -15.6, b: 1, n: 2 },
  "carbon-monoxide": { a: -7.4, b: 1, n: 1 },
};

/** One value published for all five durations. */
const always = (ppm: number): AeglLevels => [ppm, ppm, ppm, ppm, ppm];
/** Only the one-hour value is held. */
const hour = (ppm: number): AeglLevels => [null, null, ppm, null, null];
const HOUR_SOURCE = "US EPA AEGL one-hour values and NIOSH IDLH as carried by NOAA ALOHA's chemical data";

export const GUIDELINES: Readonly<Record<ToxicGas, Guidelines | null>> = {
  chlorine: {
    aeglPpm: { 1: always(0.5), 2: [2.8, 2.8, 2.0, 1.0, 0.71], 3: [50, 28, 20, 10, 7.1] },
    erpgPpm: [1, 3, 20],
    idlhPpm: 10,
    flammableVolPercent: null,
    source: "US EPA final AEGLs for chlorine; NIOSH IDLH 7782-50-5; AIHA ERPG (Chlorine Institute table)",
    unverified: ["erpgPpm[2]"],
  },
  ammonia: {
    aeglPpm: { 1: always(30), 2: [220, 220, 160, 110, 110], 3: [2700, 1600, 1100, 550, 390] },
    erpgPpm: [25, 150, 1500],
    idlhPpm: 300,
    flammableVolPercent: [15, 28],
    source: "US EPA final AEGLs for ammonia; NIOSH IDLH; AIHA ERPG (an older table gives ERPG-3 750)",
    unverified: ["aeglPpm other than one hour", "erpgPpm"],
  },
  "hydrogen-sulfide": {
    aeglPpm: { 1: [0.75, 0.6, 0.51, 0.36, 0.33], 2: [41, 32, 27, 20, 17], 3: [76, 59, 50, 37, 31] },
    erpgPpm: [0.1, 30, 100],
    idlhPpm: 100,
    flammableVolPercent: [4, 44],
    source: "PMC5777517 table 3 (AEGL, ERPG, IDLH)",
    unverified: [],
  },
  "carbon-monoxide": {
    aeglPpm: { 1: null, 2: hour(83), 3: hour(330) },
    erpgPpm: null,
    idlhPpm: 1200,
    flammableVolPercent: [12.5, 74],
    source: HOUR_SOURCE,
    unverified: ["flammableVolPercent"],
  },
  "hydrogen-chloride": {
    aeglPpm: { 1: hour(1.8), 2: hour(22), 3: hour(100) },
    erpgPpm: null,
    idlhPpm: 50,
    flammableVolPercent: null,
    source: HOUR_SOURCE,
    unverified: ["idlhPpm"],
  },
  "hydrogen-fluoride": {
    aeglPpm: { 1: hour(1), 2: [95, 34, 24, 12, 12], 3: [170, 62, 44, 22, 22] },
    erpgPpm: null,
    idlhPpm: 30,
    flammableVolPercent: null,
    source: HOUR_SOURCE,
    unverified: ["aeglPpm[2] other than one hour"],
  },
  "hydrogen-cyanide": {
    aeglPpm: { 1: hour(2), 2: hour(7.1), 3: hour(15) },
    erpgPpm: null,
    idlhPpm: 50,
    flammableVolPercent: [5.6, 40],
    source: HOUR_SOURCE,
    unverified: ["idlhPpm", "flammableVolPercent"],
  },
  "sulfur-dioxide": {
    aeglPpm: { 1: hour(0.2), 2: hour(0.75), 3: hour(30) },
    erpgPpm: null,
    idlhPpm: 100,
    flammableVolPercent: null,
    source: HOUR_SOURCE,
    unverified: ["idlhPpm"],
  },
  "nitrogen-dioxide": null,
};
