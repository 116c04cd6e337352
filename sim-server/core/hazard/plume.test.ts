import fc from "fast-check";
import { expect, test } from "vitest";
import { erf, quickErf } from "./erf.ts";
import { plumeKgPerM3, shortReleaseKgPerM3 } from "./plume.ts";
import { STABILITY_CLASSES } from "./sigma.ts";

test("the error function meets its published values", () => {
  const published = [
    [0.1, 0.112462916018285],
    [0.5, 0.520499877813047],
    [1, 0.842700792949715],
    [2, 0.995322265018953],
    [3, 0.999977909503001],
    [4, 0.999999984582742],
  ] as const;
  for (const [x, y] of published) {
    expect(Math.abs(erf(x) - y)).toBeLessThan(1e-14);
    expect(erf(-x)).toBe(-erf(x));
  }
});

test("the quick error function is never more than 2e-7 from the exact one", () => {
  for (let x = -6; x <= 6; x += 0.01) expect(Math.abs(quickErf(x) - erf(x))).toBeLessThan(2e-7);
});

const sources = fc.record({
  kgPerS: fc.double({ min: 0.001, max: 10, noNaN: true }),
  speedMps: fc.double({ min: 0.5, max: 15, noNaN: true }),
  heightM: fc.double({ min: 0, max: 30, noNaN: true }),
  sigma: fc.constantFrom("briggs-rural" as const, "briggs-urban" as const, "tno-plume" as const, "turner" as const),
  stability: fc.constantFrom(...STABILITY_CLASSES),
});

test("a plume is never negative, grows with its source and is empty upwind", () => {
  fc.assert(
    fc.property(
      sources,
      fc.double({ min: 10, max: 5000, noNaN: true }),
      fc.double({ min: -200, max: 200, noNaN: true }),
      (source, x, y) => {
        const once = plumeKgPerM3(source, x, y, 1);
        expect(once).toBeGreaterThanOrEqual(0);
        expect(plumeKgPerM3({ ...source, kgPerS: source.kgPerS * 1.5 }, x, y, 1)).toBeGreaterThanOrEqual(once);
        expect(plumeKgPerM3(source, -x, y, 1)).toBe(0);
      },
    ),
  );
});

test("the flow of gas through any cross-section of the plume is the source", () => {
  const source = { kgPerS: 1, speedMps: 3, heightM: 5, sigma: "briggs-rural", stability: "D" } as const;
  for (const x of [50, 300, 1000]) {
    let flow = 0;
    const step = x / 200;
    for (let y = -x; y <= x; y += step) {
      for (let z = step / 2; z <= x; z += step) flow += plumeKgPerM3(source, x, y, z) * step * step * source.speedMps;
    }
    expect(flow).toBeCloseTo(1, 3);
  }
});

test("a long release reads as the plume once its head has passed, and as nothing before it comes", () => {
  const source = { kgPerS: 1, speedMps: 2, heightM: 0, sigma: "briggs-rural", stability: "D" } as const;
  expect(shortReleaseKgPerM3(source, 3600, 400, 0, 0, 1000) / plumeKgPerM3(source, 400, 0, 0)).toBeCloseTo(1, 9);
  expect(shortReleaseKgPerM3(source, 3600, 400, 0, 0, 60)).toBeLessThan(1e-12);
});
