import { expect, test } from "vitest";
import {
  breathe,
  hasAir,
  isWhistling,
  LITRES_PER_MIN,
  minutesLeft,
  minutesToWhistle,
  openAirSupply,
  WHISTLE_BAR,
  type WorkRate,
} from "./breathing-air.ts";

test("a 6.8 litre cylinder at 300 bar lasts a walking wearer 51 minutes, 41 of them before the whistle", () => {
  const full = openAirSupply();
  expect(minutesLeft(full, "walk")).toBeCloseTo(51, 9);
  expect(minutesToWhistle(full, "walk")).toBeCloseTo(41.65, 9);
});

test("the published six-litre rule: 6 x 300 / 40 is 45 minutes", () => {
  expect(minutesLeft(openAirSupply(6, 300), "walk")).toBe(45);
});

test("breathing uses up exactly the minutes promised, the whistle starts at 55 bar and stops when it is empty", () => {
  for (const work of ["rest", "walk", "heavy"] satisfies WorkRate[]) {
    let air = openAirSupply();
    const whistleS = minutesToWhistle(air, work) * 60;
    const emptyS = minutesLeft(air, work) * 60;
    air = breathe(air, whistleS - 1, work);
    expect(isWhistling(air)).toBe(false);
    air = breathe(air, 2, work);
    expect(isWhistling(air)).toBe(true);
    expect(minutesToWhistle(air, work)).toBe(0);
    air = breathe(air, emptyS - whistleS, work);
    expect(hasAir(air)).toBe(false);
    expect(isWhistling(air)).toBe(false);
    expect(air.pressureBar).toBe(0);
  }
});

test("the whistle is set at 55 bar and every work rate is a plausible breathing rate", () => {
  expect(WHISTLE_BAR).toBe(55);
  for (const litres of Object.values(LITRES_PER_MIN)) {
    expect(litres).toBeGreaterThan(8);
    expect(litres).toBeLessThan(105);
  }
});

test("harder work empties it sooner", () => {
  const full = openAirSupply();
  expect(minutesLeft(full, "heavy")).toBeLessThan(minutesLeft(full, "walk"));
  expect(minutesLeft(full, "walk")).toBeLessThan(minutesLeft(full, "rest"));
});
