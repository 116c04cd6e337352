// A gas detector: late, damped, limited in range, and loud.
import type { DetectorGas } from "../../../scenarios/format/substance.ts";

export type DetectorKind = {
  readonly gas: string;
  /** Time to show 90 % of a step, s. */
  readonly t90S: number;
  /** Time the sample takes through its tube, s; 0 for a diffusion sensor. */
  readonly delayS: number;
  /** Highest reading; above it the display says over-range. */
  readonly rangePpm: number;
  readonly lowPpm: number;
  readonly highPpm: number;
};

/**
 * Common alarm levels (Industrial Scientific defaults) with sensor times inside the usual 10 to 60 s; ranges are
 * those of usual cells. Levels ppm.
 */
export const DETECTOR_KINDS = {
  chlorine: { gas: "chlorine", t90S: 30, delayS: 0, rangePpm: 20, lowPpm: 0.5, highPpm: 1 },
  ammonia: { gas: "ammonia", t90S: 30, delayS: 0, rangePpm: 100, lowPpm: 25, highPpm: 50 },
  "hydrogen-sulfide": { gas: "hydrogen-sulfide", t90S: 20, delayS: 0, rangePpm: 100, lowPpm: 10, highPpm: 20 },
  "carbon-monoxide": { gas: "carbon-monoxide", t90S: 20, delayS: 0, rangePpm: 1000, lowPpm: 35, highPpm: 70 },
  "sulfur-dioxide": { gas: "sulfur-dioxide", t90S: 20, delayS: 0, rangePpm: 20, lowPpm: 2, highPpm: 4 },
  "hydrogen-cyanide": { gas: "hydrogen-cyanide", t90S: 60, delayS: 0, rangePpm: 50, lowPpm: 5, highPpm: 10 },
} as const satisfies Readonly<Record<DetectorGas, DetectorKind>>;

/** Time through a sampling tube, s: 30 m of quarter-inch tube take 29 s (gasdetection.com), in proportion to length. */
export const tubeDelayS = (lengthM: number): number => (29 / 30) * lengthM;

export type Alarm = "none" | "low" | "high";
export type Detector = {
  /** What the cell sees after damping, ppm, not yet limited to the range. */
  readonly cellPpm: number;
  /** Samples on their way through the tube, oldest first, each the mean of one slot. */
  readonly tube: readonly number[];
  readonly slotSum: number;
  readonly slotS: number;
  /** Set when a level is passed and kept until it is acknowledged below that level. */
  readonly latched: Alarm;
};

/** Slots the tube is cut into: its delay is kept to within a sixteenth. */
const SLOTS = 16;
const LN_10 = Math.log(10);

/** A detector in clean air. */
export const openDetector = (kind: DetectorKind): Detector => ({
  cellPpm: 0,
  tube: kind.delayS > 0 ? new Array<number>(SLOTS).fill(0) : [],
  slotSum: 0,
  slotS: 0,
  latched: "none",
});

/** Moves a detector on by `dtS` seconds (shorter than a slot of its tube) in air of `ppm`; first-order lag, solved exactly. */
export const stepDetector = (detector: Detector, kind: DetectorKind, ppm: number, dtS: number): Detector => {
  const sampled = kind.delayS > 0 ? throughTube(detector, kind, ppm, dtS) : detector;
  const seen = kind.delayS > 0 ? (sampled.tube[0] ?? 0) : ppm;
  const share = kind.t90S > 0 ? -Math.expm1((-dtS * LN_10) / kind.t90S) : 1;
  const cellPpm = detector.cellPpm + (seen - detector.cellPpm) * share;
  return { ...sampled, cellPpm, latched: louder(detector.latched, alarmAt(kind, cellPpm)) };
};

const throughTube = (detector: Detector, kind: DetectorKind, ppm: number, dtS: number): Detector => {
  const slotS = detector.slotS + dtS;
  const slotSum = detector.slotSum + ppm * dtS;
  if (slotS < kind.delayS / SLOTS - 1e-9) return { ...detector, slotS, slotSum };
  return { ...detector, tube: [...detector.tube.slice(1), slotSum / slotS], slotS: 0, slotSum: 0 };
};

/** What the display shows, ppm, at most its range. */
export const readingPpm = (detector: Detector, kind: DetectorKind): number => Math.min(detector.cellPpm, kind.rangePpm);

/** Whether the display says over-range. */
export const isOverRange = (detector: Detector, kind: DetectorKind): boolean => detector.cellPpm > kind.rangePpm;

/** The alarm level of what the cell sees now. */
export const alarmAt = (kind: DetectorKind, ppm: number): Alarm =>
  ppm >= kind.highPpm ? "high" : ppm >= kind.lowPpm ? "low" : "none";

/** Acknowledges the alarm: it falls back to what the cell sees now. */
export const acknowledge = (detector: Detector, kind: DetectorKind): Detector => ({
  ...detector,
  latched: alarmAt(kind, detector.cellPpm),
});

const louder = (a: Alarm, b: Alarm): Alarm => {
  if (a === "high" || b === "high") return "high";
  return a === "low" || b === "low" ? "low" : "none";
};
