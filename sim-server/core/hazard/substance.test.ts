import { describe, expect, test } from "vitest";
import {
  kgPerM3FromPpm,
  latentHeatJPerKg,
  liquidDensityKgPerM3,
  ppmFromKgPerM3,
  STANDARD_PRESSURE_PA,
  SUBSTANCE_IDS,
  SUBSTANCES,
  saturationPressurePa,
  saturationSlopePaPerK,
  vapourDensityKgPerM3,
} from "./substance.ts";

const { chlorine, ammonia, "hydrogen-sulfide": sulfide } = SUBSTANCES;

test("ppm and kilograms per cubic metre convert back and forth, and one ppm of chlorine is about 2.95 mg/m3 at 20 C", () => {
  expect(kgPerM3FromPpm(1, chlorine.molarMassKgPerMol) * 1e6).toBeCloseTo(2.95, 2);
  expect(ppmFromKgPerM3(kgPerM3FromPpm(123, 0.0709, 250, 9e4), 0.0709, 250, 9e4)).toBeCloseTo(123, 9);
});

test("handbook liquid densities come out: chlorine 1408 and ammonia 610 kg/m3 at 20 C", () => {
  expect(liquidDensityKgPerM3(chlorine, 293.15) / 1408.4).toBeCloseTo(1, 2);
  expect(liquidDensityKgPerM3(ammonia, 293.15) / 610).toBeCloseTo(1, 2);
});

test("handbook numbers of hydrogen sulfide come out: 950 kg/m3 when boiling at -60.3 C, 1.79 MPa at 20 C", () => {
  expect(liquidDensityKgPerM3(sulfide, 212.8) / 950).toBeCloseTo(1, 2);
  expect(saturationPressurePa(sulfide, 212.8) / STANDARD_PRESSURE_PA).toBeCloseTo(1, 1);
  expect(saturationPressurePa(sulfide, 293.15) / 1.79e6).toBeCloseTo(1, 1);
});

describe.each(SUBSTANCE_IDS)("the fits of %s", (id) => {
  const substance = SUBSTANCES[id];
  test("rise with temperature in pressure and fall in density and latent heat", () => {
    for (let t = 210; t < 370; t += 5) {
      expect(saturationPressurePa(substance, t + 5)).toBeGreaterThan(saturationPressurePa(substance, t));
      expect(liquidDensityKgPerM3(substance, t + 5)).toBeLessThan(liquidDensityKgPerM3(substance, t));
      expect(latentHeatJPerKg(substance, t + 5)).toBeLessThan(latentHeatJPerKg(substance, t));
    }
  });

  test("have the slope of the pressure curve", () => {
    const slope = (saturationPressurePa(substance, 290.01) - saturationPressurePa(substance, 289.99)) / 0.02;
    expect(saturationSlopePaPerK(substance, 290) / slope).toBeCloseTo(1, 6);
  });

  test("agree with Clapeyron's equation at the boiling point within 5 per cent", () => {
    const t = substance.boilingK;
    const vapour = vapourDensityKgPerM3(substance, t, saturationPressurePa(substance, t));
    const volume = 1 / vapour - 1 / liquidDensityKgPerM3(substance, t);
    const ratio = latentHeatJPerKg(substance, t) / volume / (t * saturationSlopePaPerK(substance, t));
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.05);
  });
});
