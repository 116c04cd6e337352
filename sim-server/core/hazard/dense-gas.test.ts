import { expect, test } from "vitest";
import {
  DENSE_STEADY,
  DENSE_SUDDEN,
  type DenseRelease,
  HAND_OVER_FRACTION,
  isDenseSteady,
  isDenseSudden,
  reducedGravityMps2,
  steadyDenseAt,
  suddenDenseAt,
} from "./dense-gas.ts";

const chlorineVapour: DenseRelease = {
  amount: 0.8 / 3.2,
  densityKgPerM3: 3.2,
  airKgPerM3: 1.2,
  speed10Mps: 2.5,
  gasK: 239,
  airK: 293,
  initialFraction: 1,
};

test("a chlorine leak in a light wind is dense at its source, and a whiff in a gale is not", () => {
  const g0 = reducedGravityMps2(3.2, 1.2);
  expect(isDenseSteady(g0, 0.25, 2.5, 1)).toBe(true);
  expect(isDenseSteady(g0, 0.0002, 15, 1)).toBe(false);
  expect(isDenseSudden(g0, 50, 2)).toBe(true);
  expect(isDenseSudden(g0, 0.001, 15)).toBe(false);
  expect(isDenseSteady(-1, 1, 1, 1)).toBe(false);
});

test("the criteria turn exactly at their published thresholds", () => {
  const g0 = 10;
  const flow = DENSE_STEADY ** 3 * 27;
  expect(isDenseSteady(g0, (flow / g0) * 1.000001, 3, 1)).toBe(true);
  expect(isDenseSteady(g0, (flow / g0) * 0.999999, 3, 1)).toBe(false);
  const volume = ((DENSE_SUDDEN * 3) ** 2 / g0) ** 3;
  expect(isDenseSudden(g0, volume * 1.000001, 3)).toBe(true);
  expect(isDenseSudden(g0, volume * 0.999999, 3)).toBe(false);
});

test("a dense plume thins and widens downwind without a jump, down to the fraction where it is handed over", () => {
  let before = steadyDenseAt(chlorineVapour, 0.01);
  let x = 0.01;
  while (before.fraction > HAND_OVER_FRACTION / 4 && x < 1e4) {
    x *= 1.02;
    const next = steadyDenseAt(chlorineVapour, x);
    expect(next.fraction).toBeLessThanOrEqual(before.fraction + 1e-12);
    expect(next.fraction).toBeGreaterThan(before.fraction * 0.85);
    expect(next.halfWidthM).toBeGreaterThan(before.halfWidthM);
    before = next;
  }
  expect(before.fraction).toBeLessThan(HAND_OVER_FRACTION);
});

test("the box a dense plume fills passes the released gas, and a dense puff holds what was let go", () => {
  const at = steadyDenseAt({ ...chlorineVapour, gasK: 293 }, 80);
  const through = at.fraction * 2 * at.halfWidthM * at.depthM * chlorineVapour.speed10Mps;
  expect(through).toBeCloseTo(chlorineVapour.amount, 9);
  const cloud = suddenDenseAt({ ...chlorineVapour, amount: 300, gasK: 293 }, 60);
  expect(cloud.fraction * Math.PI * cloud.halfWidthM ** 2 * cloud.depthM).toBeCloseTo(300, 9);
});

test("nothing is upwind of the upwind edge", () => {
  expect(steadyDenseAt(chlorineVapour, -1000).fraction).toBe(0);
});
