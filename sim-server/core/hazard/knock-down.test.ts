// The knock-down of hydrogen sulfide against what OSHA publishes of it.
import { describe, expect, test } from "vitest";
import { hypoxiaRate } from "./fractional-dose.ts";
import { knockDownPerS } from "./knock-down.ts";

describe("hydrogen sulfide", () => {
  test("fells within one or two breaths from 700 ppm, and within five minutes at 500", () => {
    expect(1 / knockDownPerS("hydrogen-sulfide", 700)).toBeLessThanOrEqual(10);
    expect(1 / knockDownPerS("hydrogen-sulfide", 1500)).toBeLessThanOrEqual(10);
    expect(1 / knockDownPerS("hydrogen-sulfide", 500) / 60).toBeCloseTo(5, 6);
    expect(1 / knockDownPerS("hydrogen-sulfide", 600)).toBeGreaterThan(8);
    expect(1 / knockDownPerS("hydrogen-sulfide", 600)).toBeLessThan(300);
  });
  test("does not knock down at 100 ppm, its IDLH, from which one is meant to escape", () => {
    expect(knockDownPerS("hydrogen-sulfide", 100)).toBe(0);
    expect(knockDownPerS("chlorine", 1000)).toBe(0);
  });
});

// NIOSH and the CSB bulletin on nitrogen asphyxiation: 6 to 8 per cent fatal in minutes, 10 to 12 faint, 16 impaired.
test("lack of oxygen fells in minutes at 8 per cent and not within the hour at 16", () => {
  expect(1 / hypoxiaRate(8)).toBeLessThan(8);
  expect(1 / hypoxiaRate(16)).toBeGreaterThan(60);
});
