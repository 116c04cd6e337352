import { expect, test } from "vitest";
import {
  chokingRatio,
  fauskeFluxKgPerM2S,
  flashingFlowKgPerS,
  gasFlowKgPerS,
  holeAreaM2,
  liquidFlowKgPerS,
} from "./orifice.ts";
import { liquidDensityKgPerM3, SUBSTANCES, saturationPressurePa } from "./substance.ts";

test("gas flow does not jump where it stops being choked, and stops at the outside pressure", () => {
  const hole = { areaM2: 1e-4, cd: 0.62, ambientPa: 101325, densityKgPerM3: 3, gamma: 1.33 };
  const choking = 101325 * chokingRatio(1.33);
  const above = gasFlowKgPerS({ ...hole, pressurePa: choking * (1 + 1e-9) });
  const below = gasFlowKgPerS({ ...hole, pressurePa: choking * (1 - 1e-9) });
  expect(above / below).toBeCloseTo(1, 6);
  expect(gasFlowKgPerS({ ...hole, pressurePa: 101325 })).toBe(0);
});

test("air at room temperature chokes at the textbook ratio 1.893", () => {
  expect(chokingRatio(1.4)).toBeCloseTo(1.893, 3);
});

test("a flashing leak lies between the bare hole and the equilibrium rate and falls with the length of pipe", () => {
  const chlorine = SUBSTANCES.chlorine;
  const area = holeAreaM2(0.01);
  const flow = (pipeM: number): number => flashingFlowKgPerS(chlorine, 293.15, area, 0.61, pipeM);
  const bare = liquidFlowKgPerS(
    area,
    0.61,
    liquidDensityKgPerM3(chlorine, 293.15),
    saturationPressurePa(chlorine, 293.15) - 101325,
  );
  expect(flow(0)).toBeCloseTo(bare, 12);
  expect(flow(0.03)).toBeLessThan(flow(0.01));
  expect(flow(0.3)).toBe(flow(1));
});

test("the equilibrium flux of saturated chlorine at 20 C is about 1.05e4 kg/(m2 s)", () => {
  expect(fauskeFluxKgPerM2S(SUBSTANCES.chlorine, 293.15) / 1.05e4).toBeCloseTo(1, 1);
});
