import { expect, test } from "vitest";
import {
  acknowledge,
  alarmAt,
  DETECTOR_KINDS,
  type Detector,
  type DetectorKind,
  isOverRange,
  openDetector,
  readingPpm,
  stepDetector,
  tubeDelayS,
} from "./detector.ts";

const kind: DetectorKind = DETECTOR_KINDS.chlorine;
const held = (of: DetectorKind, ppm: number, seconds: number, from: Detector = openDetector(of)): Detector => {
  let detector = from;
  for (let i = 0; i < Math.round(seconds * 10); i += 1) detector = stepDetector(detector, of, ppm, 0.1);
  return detector;
};

test("a step shows 63.2 per cent at the time constant and 90 per cent at T90", () => {
  expect(readingPpm(held(kind, 10, 13), kind) / 10).toBeCloseTo(1 - Math.exp((-13 * Math.LN10) / 30), 9);
  expect(readingPpm(stepDetector(openDetector(kind), kind, 10, 30 / Math.LN10), kind) / 10).toBeCloseTo(0.632, 3);
  expect(readingPpm(held(kind, 10, 30), kind) / 10).toBeCloseTo(0.9, 9);
});

test("a ramp is followed one time constant late", () => {
  let detector = openDetector(kind);
  for (let i = 0; i < 3000; i += 1) detector = stepDetector(detector, kind, i * 0.001, 0.1);
  const tau = 30 / Math.LN10;
  expect(3000 * 0.001 - detector.cellPpm).toBeCloseTo(tau * 0.01, 2);
});

test("thirty metres of sample tube keep it silent for 29 seconds", () => {
  const drawn: DetectorKind = { ...kind, t90S: 0, delayS: tubeDelayS(30) };
  expect(drawn.delayS).toBeCloseTo(29, 9);
  expect(held(drawn, 5, 26).cellPpm).toBe(0);
  expect(held(drawn, 5, 31).cellPpm).toBeCloseTo(5, 9);
});

test("the alarm rises to high, stays latched when the gas has gone, and falls when it is acknowledged", () => {
  expect(alarmAt(kind, 0.49)).toBe("none");
  expect(alarmAt(kind, 0.5)).toBe("low");
  const loud = held(kind, 5, 60);
  expect(loud.latched).toBe("high");
  const quiet = held(kind, 0, 300, loud);
  expect(quiet.latched).toBe("high");
  expect(acknowledge(quiet, kind).latched).toBe("none");
  expect(acknowledge(loud, kind).latched).toBe("high");
});

test("above its range it shows the range and says so", () => {
  const swamped = held(kind, 500, 60);
  expect(readingPpm(swamped, kind)).toBe(20);
  expect(isOverRange(swamped, kind)).toBe(true);
  expect(isOverRange(held(kind, 5, 60), kind)).toBe(false);
});

test("its state survives being written as JSON", () => {
  const drawn: DetectorKind = { ...kind, delayS: 10 };
  const detector = held(drawn, 3, 7.3);
  const restored: Detector = JSON.parse(JSON.stringify(detector));
  expect(held(drawn, 1, 20, restored)).toEqual(held(drawn, 1, 20, detector));
});
