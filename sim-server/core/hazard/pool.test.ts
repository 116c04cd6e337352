import { expect, test } from "vitest";
import { EPA_INDOOR_SHARE, epaPoolKgPerS, mackayMatsuguKgPerM2S, poolAreaM2, waterBoilOffKgPerS } from "./pool.ts";
import { SUBSTANCES, saturationPressurePa } from "./substance.ts";

const chlorine = SUBSTANCES.chlorine;

test("the two published pool formulas agree within a factor of two for a cold chlorine pool in a light wind", () => {
  const areaM2 = 10;
  const across = Math.sqrt((4 * areaM2) / Math.PI);
  const pressure = saturationPressurePa(chlorine, 235);
  const mackay = areaM2 * mackayMatsuguKgPerM2S(chlorine, 235, pressure, 2, across);
  const epa = epaPoolKgPerS(chlorine, 235, pressure, 2, areaM2);
  expect(mackay / epa).toBeGreaterThan(0.5);
  expect(mackay / epa).toBeLessThan(2);
  expect(EPA_INDOOR_SHARE).toBe(0.55);
});

test("evaporation grows with wind to the power 0.78 and stops in still air", () => {
  const at = (mps: number): number => mackayMatsuguKgPerM2S(chlorine, 235, 9e4, mps, 3);
  expect(at(4) / at(2)).toBeCloseTo(2 ** 0.78, 9);
  expect(at(0)).toBe(0);
});

test("a pool covers no more than its bund", () => {
  expect(poolAreaM2(1000, 1500, 30)).toBe(30);
  expect(poolAreaM2(15, 1500, 30)).toBeCloseTo(2, 9);
  expect(poolAreaM2(0, 1500, 30)).toBe(0);
});

test("water boils a pool only where the pool is colder than ice", () => {
  expect(waterBoilOffKgPerS(chlorine, 1, 293)).toBeGreaterThan(0.1);
  expect(waterBoilOffKgPerS({ ...chlorine, boilingK: 300 }, 1, 293)).toBe(0);
});
