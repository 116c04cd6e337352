// Radiation in a room of two layers: what is sent is met, and nothing flows where all is equally warm.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyFlux, facingFactor, radiate } from "./zone-radiation.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("radiation in a room", () => {
  const kelvin = between(290, 1100);
  const room = fc.record({
    widthM: between(2, 20),
    depthM: between(2, 20),
    heightM: between(2, 8),
    layerShare: between(0, 1),
    upperK: kelvin,
    lowerK: kelvin,
    upperAbsorbsPerM: between(0.01, 5),
    lowerAbsorbsPerM: between(0.01, 1),
    surfaceK: fc.tuple(kelvin, kelvin, kelvin, kelvin),
    fireW: between(0, 1e6),
    fireShare: between(0.01, 0.9),
  });
  test("gains of surfaces and layers sum to what the fire sends, in any room", () => {
    fc.assert(
      fc.property(room, ({ layerShare, fireShare, ...own }) => {
        const flux = emptyFlux();
        const layerM = layerShare * own.heightM;
        const emissivity = [0.9, 0.9, 0.9, 0.9] as const;
        radiate({ ...own, layerM, fireM: fireShare * own.heightM, emissivity }, flux);
        const into = flux.fluxWPerM2.reduce((sum, one, side) => sum + one * (flux.areaM2[side] ?? 0), 0);
        const scale = own.fireW + 5.67e-8 * 1100 ** 4 * own.widthM * own.depthM;
        expect(Math.abs(into + flux.upperW + flux.lowerW - own.fireW) / scale).toBeLessThan(1e-6);
      }),
    );
  });
  test("nothing flows where all is equally warm", () => {
    const flux = emptyFlux();
    const same = [400, 400, 400, 400] as const;
    const size = { widthM: 5, depthM: 4, heightM: 3, layerM: 1, fireM: 0.5, fireW: 0 };
    const gas = { upperK: 400, lowerK: 400, upperAbsorbsPerM: 1, lowerAbsorbsPerM: 0.1 };
    radiate({ ...size, ...gas, surfaceK: same, emissivity: [0.9, 0.9, 0.85, 0.8] }, flux);
    for (const one of [...flux.fluxWPerM2, flux.upperW, flux.lowerW]) expect(Math.abs(one)).toBeLessThan(0.1);
  });
  test("two unit squares a unit apart see a fifth of each other (0.1998, every heat transfer book)", () => {
    expect(facingFactor(1, 1, 1)).toBeCloseTo(0.1998, 4);
  });
});
