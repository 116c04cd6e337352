// A cloud as a train of puffs: a release that varies in time, carried by a wind that turns.
import { quickErf } from "./erf.ts";
import { type Heavy, heavyWidths, runOn } from "./heavy-cloud.ts";
import { mergeToFit } from "./puff-merging.ts";
import { distanceAtSigmaM, type SigmaSet, type StabilityClass, sigmaYM, sigmaZM } from "./sigma.ts";
import { downwindX, downwindY, transportSpeedMps, type Wind } from "./wind.ts";

/** One piece of the cloud. What is below the blank line follows from what is above it and is kept to read it fast. */
export type Puff = {
  readonly source: string;
  readonly massKg: number;
  readonly x: number;
  readonly y: number;
  /** Height of its centre above ground, m. */
  readonly heightM: number;
  /** Distances at which the sigma tables give its length, width and height (virtual start included), m. */
  readonly grownXM: number;
  readonly grownYM: number;
  readonly grownZM: number;
  /** The stretch of wind that ran by while it was let go: from its tail to its head, m. */
  readonly spanX: number;
  readonly spanY: number;
  /** Seconds it has been filling; null once it is closed and drifts as a whole. */
  readonly fillingS: number | null;
  /** While it spreads by its own weight; null once it is thin enough to drift as any other air. */
  readonly heavy: Heavy | null;

  readonly alongX: number;
  readonly alongY: number;
  readonly halfSpanM: number;
  readonly sigmaXM: number;
  readonly sigmaYM: number;
  readonly sigmaZM: number;
};

export type PuffField = {
  readonly puffs: readonly Puff[];
  readonly sigma: SigmaSet;
  readonly stability: StabilityClass;
  /** A puff fills for this long, s, or until it is this long, m, before the next begins. */
  readonly intervalS: number;
  readonly spanM: number;
  readonly maxPuffs: number;
  /** Puffs wholly beyond this distance from (0, 0) are dropped, m. */
  readonly rangeM: number;
  readonly emittedKg: number;
  readonly droppedKg: number;
};

export type PuffOptions = { intervalS?: number; spanM?: number; maxPuffs?: number; rangeM?: number };

/** Slowest growth of a cloud in a calm, m/s of travel: the meander of light winds (assumption, as in many models). */
const CALM_MPS = 0.5;
/** Smallest width and height a source can have, m. */
const SMALLEST_SOURCE_M = 0.2;

/** An empty sky. Defaults: a puff every 5 s or 4 m, 80 puffs at most, 3 km of range; sigmas by terrain (Briggs). */
export const openPuffs = (wind: Wind, options: PuffOptions = {}): PuffField => ({
  puffs: [],
  sigma: sigmaSetOf(wind),
  stability: wind.stability,
  intervalS: options.intervalS ?? 5,
  spanM: options.spanM ?? 4,
  maxPuffs: options.maxPuffs ?? 80,
  rangeM: options.rangeM ?? 3000,
  emittedKg: 0,
  droppedKg: 0,
});

export type PuffSource = {
  /** Puffs of different sources are never merged. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly heightM: number;
  /** Half-width and half-height of the opening or of the cloud as it leaves the near field, m. */
  readonly sigmaYM: number;
  readonly sigmaZM: number;
  /** What makes it heavier than air, if it is. */
  readonly heavy?: Heavy | null;
};

/** Puts `kgPerS` for `dtS` seconds into the air at a source; call it before `advance` for the same step. */
export const emit = (field: PuffField, source: PuffSource, kgPerS: number, dtS: number): PuffField => {
  const massKg = kgPerS * dtS;
  if (massKg <= 0) return field;
  const filling = field.puffs.findIndex((puff) => puff.fillingS !== null && puff.source === source.id);
  const emittedKg = field.emittedKg + massKg;
  if (filling >= 0) {
    const puffs = field.puffs.map((puff, at) => (at === filling ? { ...puff, massKg: puff.massKg + massKg } : puff));
    return { ...field, puffs, emittedKg };
  }
  const puffs = [...field.puffs, newPuff(field, source, massKg)];
  return { ...field, puffs: mergeToFit(puffs, field.maxPuffs), emittedKg };
};

/** Carries every puff along for `dtS` seconds and lets it grow; drops those that are out of range. */
export const advance = (field: PuffField, dtS: number, wind: Wind): PuffField => {
  const air: Air = {
    dtS,
    wind,
    eastward: downwindX(wind),
    northward: downwindY(wind),
    sigma: sigmaSetOf(wind),
    turned: sigmaSetOf(wind) !== field.sigma || wind.stability !== field.stability,
  };
  const puffs: Puff[] = [];
  let droppedKg = field.droppedKg;
  for (const puff of field.puffs) {
    const next = carried(puff, air, field);
    const reach = field.rangeM + next.halfSpanM + 4 * next.sigmaYM;
    if (next.x * next.x + next.y * next.y > reach * reach) droppedKg += next.massKg;
    else puffs.push(next);
  }
  return { ...field, puffs: mergeToFit(puffs, field.maxPuffs), sigma: air.sigma, stability: wind.stability, droppedKg };
};

type Air = {
  readonly dtS: number;
  readonly wind: Wind;
  readonly eastward: number;
  readonly northward: number;
  readonly sigma: SigmaSet;
  /** The sigma tables in force have changed since the last step. */
  readonly turned: boolean;
};

const carried = (puff: Puff, air: Air, field: PuffField): Puff => {
  const { sigma, turned } = air;
  const { stability } = air.wind;
  const travelled = transportSpeedMps(air.wind, puff.heightM) * air.dtS;
  const filling = puff.fillingS === null ? 0 : 1;
  // While it fills, its tail stays at the source and only its head runs with the wind.
  const share = 1 - filling / 2;
  const growth = Math.max(travelled, CALM_MPS * air.dtS) * share;
  const heavy = puff.heavy && runOn(puff.heavy, growth);
  const afresh = turned || (puff.heavy !== null && heavy === null);
  const across = (m: number): number => sigmaYM(sigma, stability, m);
  const up = (m: number): number => sigmaZM(sigma, stability, m);
  const grownYM = growth + (afresh ? distanceAtSigmaM(across, puff.sigmaYM) : puff.grownYM);
  const grownZM = growth + (afresh ? distanceAtSigmaM(up, puff.sigmaZM) : puff.grownZM);
  // Along the wind every cloud grows as any other; only one that was never heavy is as wide as it is long.
  const round = puff.sigmaXM === puff.sigmaYM;
  const grownXM = round ? grownYM : growth + (turned ? distanceAtSigmaM(across, puff.sigmaXM) : puff.grownXM);
  const filledS = puff.fillingS === null ? null : puff.fillingS + air.dtS;
  const spanX = puff.spanX + air.eastward * travelled * filling;
  const spanY = puff.spanY + air.northward * travelled * filling;
  const span = Math.sqrt(spanX * spanX + spanY * spanY);
  const widths = heavy && heavyWidths(heavy);
  const along = across(grownXM);
  const width = widths ? Math.max(puff.sigmaYM, widths.sigmaYM) : round ? along : across(grownYM);
  const depth = widths ? Math.max(puff.sigmaZM, widths.sigmaZM) : up(grownZM);
  return {
    source: puff.source,
    massKg: puff.massKg,
    x: puff.x + air.eastward * travelled * share,
    y: puff.y + air.northward * travelled * share,
    heightM: puff.heightM,
    grownXM,
    grownYM,
    grownZM,
    spanX,
    spanY,
    fillingS: filledS === null || filledS >= field.intervalS - 1e-9 || span >= field.spanM ? null : filledS,
    heavy,
    alongX: span > 0 ? spanX / span : 1,
    alongY: span > 0 ? spanY / span : 0,
    halfSpanM: span / 2,
    sigmaXM: along,
    sigmaYM: width,
    sigmaZM: depth,
  };
};

/** Beyond this many sigmas a puff adds less than a part in a million of its middle. */
const FAINT_SIGMAS = 5.5;
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Concentration, kg/m3, at a point of the plan and a height above ground, metres: the sum of the puffs. Each is
 * spread evenly over the stretch of wind it was let go in, blurred by its sigma along that wind, and Gaussian across
 * and upwards with a reflecting ground; so a steady release reads as one smooth plume. Allocates nothing.
 */
export const concentrationAt = (field: PuffField, x: number, y: number, z: number): number => {
  let sum = 0;
  for (const puff of field.puffs) {
    const dx = x - puff.x;
    const dy = y - puff.y;
    const sigma = puff.sigmaYM;
    const along = dx * puff.alongX + dy * puff.alongY;
    if (Math.abs(along) > puff.halfSpanM + FAINT_SIGMAS * puff.sigmaXM) continue;
    const across = (dy * puff.alongX - dx * puff.alongY) / sigma;
    if (Math.abs(across) > FAINT_SIGMAS) continue;
    const below = (z - puff.heightM) / puff.sigmaZM;
    const above = (z + puff.heightM) / puff.sigmaZM;
    const flat = 0.5 * across * across;
    const images =
      puff.heightM === 0 || z === 0
        ? 2 * Math.exp(-flat - 0.5 * below * below)
        : Math.exp(-flat - 0.5 * below * below) + Math.exp(-flat - 0.5 * above * above);
    sum +=
      (puff.massKg * images * densityAlong(along, puff.halfSpanM, puff.sigmaXM)) / (2 * Math.PI * sigma * puff.sigmaZM);
  }
  return sum;
};

/** Share of a puff in a metre along its wind, 1/m: a stretch blurred by sigma, or a point blurred if it is short. */
const densityAlong = (along: number, half: number, sigma: number): number => {
  if (half < 0.1 * sigma) return Math.exp(-0.5 * (along / sigma) * (along / sigma)) / (ROOT_TWO_PI * sigma);
  const blur = Math.SQRT2 * sigma;
  return Math.max(0, quickErf((along + half) / blur) - quickErf((along - half) / blur)) / (4 * half);
};

/** Mass now in the air, kg; with droppedKg it equals emittedKg. */
export const airborneKg = (field: PuffField): number => {
  let sum = 0;
  for (const puff of field.puffs) sum += puff.massKg;
  return sum;
};

const sigmaSetOf = (wind: Wind): SigmaSet => (wind.terrain === "urban" ? "briggs-urban" : "briggs-rural");

const newPuff = (field: PuffField, source: PuffSource, massKg: number): Puff => {
  const width = Math.max(SMALLEST_SOURCE_M, source.sigmaYM);
  const height = Math.max(SMALLEST_SOURCE_M, source.sigmaZM);
  const grownM = distanceAtSigmaM((m) => sigmaYM(field.sigma, field.stability, m), width);
  return {
    source: source.id,
    massKg,
    x: source.x,
    y: source.y,
    heightM: source.heightM,
    grownXM: grownM,
    grownYM: grownM,
    grownZM: distanceAtSigmaM((m) => sigmaZM(field.sigma, field.stability, m), height),
    spanX: 0,
    spanY: 0,
    fillingS: 0,
    heavy: source.heavy ?? null,
    alongX: 1,
    alongY: 0,
    halfSpanM: 0,
    sigmaXM: width,
    sigmaYM: width,
    sigmaZM: height,
  };
};
