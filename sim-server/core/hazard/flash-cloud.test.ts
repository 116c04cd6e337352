import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaporatedMixture, mixedKelvin } from "./flash-cloud.ts";
import { heavyOf } from "./heavy-cloud.ts";
import {
  GAS_CONSTANT,
  STANDARD_PRESSURE_PA,
  SUBSTANCE_IDS,
  SUBSTANCES,
  type Substance,
  saturationPressurePa,
  vapourDensityKgPerM3,
} from "./substance.ts";

const AIR_K = 293.15;
const AIR_KG_PER_MOL = 0.028965;
const densityKgPerM3 = ({ molarMassKgPerMol }: Substance, fraction: number, kelvin: number): number =>
  (STANDARD_PRESSURE_PA * (fraction * molarMassKgPerMol + (1 - fraction) * AIR_KG_PER_MOL)) / (GAS_CONSTANT * kelvin);

describe("a flashing liquid mixed with air", () => {
  test("has the density of the Britter-McQuaid workbook's ammonia cloud: 1.434 kg/m3 at one part in 16.4, within 5 %", () => {
    const kelvin = mixedKelvin(SUBSTANCES.ammonia, 1 / 16.4, AIR_K);
    expect(Math.abs(densityKgPerM3(SUBSTANCES.ammonia, 1 / 16.4, kelvin) / 1.434 - 1)).toBeLessThan(0.05);
  });

  test.each(SUBSTANCE_IDS)("of %s has lost its mist where its vapour is just saturated, colder than it boils", (id) => {
    const { fraction, kelvin } = evaporatedMixture(SUBSTANCES[id], AIR_K);
    const ratio = saturationPressurePa(SUBSTANCES[id], kelvin) / STANDARD_PRESSURE_PA / fraction;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
    expect(kelvin).toBeLessThan(SUBSTANCES[id].boilingK);
    expect(kelvin).toBeGreaterThanOrEqual(SUBSTANCES[id].vapourPressure.rangeK[0]);
  });

  test("is colder the thicker it is, and no colder than the air when all is air", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SUBSTANCE_IDS),
        fc.double({ min: 1e-6, max: 0.1, noNaN: true }),
        fc.double({ min: 1.01, max: 1.5, noNaN: true }),
        (id, fraction, more) => {
          expect(mixedKelvin(SUBSTANCES[id], fraction * more, AIR_K)).toBeLessThan(
            mixedKelvin(SUBSTANCES[id], fraction, AIR_K),
          );
          expect(mixedKelvin(SUBSTANCES[id], 1e-9, AIR_K)).toBeCloseTo(AIR_K, 3);
        },
      ),
    );
  });
});

test("liquid ammonia flashing in the open makes a heavy cloud, though its warm vapour is lighter than air", () => {
  const gas = SUBSTANCES.ammonia;
  const { fraction, kelvin } = evaporatedMixture(gas, AIR_K);
  expect(densityKgPerM3(gas, fraction, kelvin)).toBeGreaterThan(1.2);
  const kgPerM3 = fraction * vapourDensityKgPerM3(gas, kelvin, STANDARD_PRESSURE_PA);
  const release = { gas, kgPerS: 1, m3PerS: 1 / kgPerM3, airK: AIR_K, speed10Mps: 3 };
  expect(heavyOf({ ...release, gasK: kelvin })?.fraction).toBeCloseTo(fraction, 9);
  expect(heavyOf({ ...release, m3PerS: 1 / vapourDensityKgPerM3(gas, AIR_K, STANDARD_PRESSURE_PA) })).toBeNull();
});
