import { expect, test } from "vitest";
import { distanceAtSigmaM, SIGMA_SETS, STABILITY_CLASSES, sigmaYM, sigmaZM } from "./sigma.ts";
import { downwindX, downwindY, stabilityFromWeather, transportSpeedMps, type Wind } from "./wind.ts";

const wind = (fromDeg: number): Wind => ({ fromDeg, speedMps: 3, stability: "D", terrain: "rural" });

test("a wind from the north blows south, one from the west blows east", () => {
  expect([downwindX(wind(0)), downwindY(wind(0))].map((m) => Math.round(m * 1e9) / 1e9)).toEqual([-0, -1]);
  expect([downwindX(wind(270)), downwindY(wind(270))].map((m) => Math.round(m * 1e9) / 1e9)).toEqual([1, 0]);
});

test("overcast air is neutral at any wind", () => {
  for (const speed of [0.5, 3, 10]) expect(stabilityFromWeather(speed, "overcast")).toBe("D");
});

test("a cloud near the ground rides on the 10 m wind and a high one on a stronger wind", () => {
  expect(transportSpeedMps(wind(0), 0)).toBe(3);
  expect(transportSpeedMps(wind(0), 40)).toBeGreaterThan(3);
});

test("every sigma set grows with distance and its virtual distance leads back to the sigma", () => {
  for (const set of SIGMA_SETS) {
    for (const stability of STABILITY_CLASSES) {
      const across = (m: number): number => sigmaYM(set, stability, m);
      const up = (m: number): number => sigmaZM(set, stability, m);
      for (const x of [50, 100, 200, 450]) {
        expect(across(x * 1.1)).toBeGreaterThan(across(x));
        expect(up(x * 1.1)).toBeGreaterThan(up(x));
        expect(distanceAtSigmaM(across, across(x)) / x).toBeCloseTo(1, 6);
      }
    }
  }
});
