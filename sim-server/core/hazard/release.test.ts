import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepVessel, type VesselHandling } from "./release.ts";
import { STANDARD_PRESSURE_PA, SUBSTANCES, saturationPressurePa } from "./substance.ts";
import { liquidInsideKg, ONE_TON_CONTAINER, openVessel, type Vessel, vesselPressurePa } from "./vessel.ts";

const container = (holeDiameterM = 0.008) => openVessel({ substance: "chlorine", ...ONE_TON_CONTAINER, holeDiameterM });
const running = (change: Partial<VesselHandling> = {}): VesselHandling => ({
  opening: "liquid",
  openFraction: 1,
  waterOnLeakKgps: 0,
  ...change,
});
const leakedFor = (vessel: Vessel, seconds: number, handling: VesselHandling): Vessel => {
  let next = vessel;
  for (let tick = 0; tick < seconds * 10; tick += 1) next = stepVessel(next, 0.1, handling).vessel;
  return next;
};
const total = (vessel: Vessel): number => vessel.massKg + vessel.poolKg + vessel.airborneKg + vessel.absorbedKg;

describe("a one-ton chlorine container", () => {
  test("turned so that gas and not liquid escapes leaks a seventh to a sixteenth as fast", () => {
    const pipe = stepVessel(container(), 0.1, running()).leakKgPerS;
    const bareHole = stepVessel({ ...container(), pipeM: 0 }, 0.1, running()).leakKgPerS;
    const gas = stepVessel(container(), 0.1, running({ opening: "gas" })).leakKgPerS;
    expect(pipe / gas).toBeGreaterThan(6.5);
    expect(pipe / gas).toBeLessThan(7.5);
    expect(bareHole / gas).toBeGreaterThan(15.5);
    expect(bareHole / gas).toBeLessThan(16.5);
  });

  test("empties through an 8 mm connector in about half an hour and keeps one atmosphere of gas", () => {
    let vessel = container();
    let seconds = 0;
    while (liquidInsideKg(vessel) > 0 && seconds < 7200) {
      vessel = leakedFor(vessel, 10, running());
      seconds += 10;
    }
    expect(seconds / 60).toBeGreaterThan(25);
    expect(seconds / 60).toBeLessThan(45);
    const empty = stepVessel(vessel, 7200, running()).vessel;
    expect(vesselPressurePa(empty)).toBeCloseTo(STANDARD_PRESSURE_PA, -3);
    expect(empty.massKg).toBeLessThan(3);
  });

  test("cools itself on a gas leak until its pressure is nearly that of the air", () => {
    const lagged = { ...container(0.05), ambientK: 240 };
    const cold = leakedFor(lagged, 1800, running({ opening: "gas" }));
    expect(liquidInsideKg(cold)).toBeGreaterThan(500);
    expect(cold.temperatureK).toBeLessThan(242);
    expect(cold.temperatureK).toBeGreaterThan(239);
    const pressure = saturationPressurePa(SUBSTANCES.chlorine, cold.temperatureK);
    expect(pressure / STANDARD_PRESSURE_PA).toBeLessThan(1.1);
  });

  test("leaks more and opens wider under water, and the pool boils off faster", () => {
    const dry = leakedFor(container(), 300, running());
    const wet = leakedFor(container(), 300, running({ waterOnLeakKgps: 5 }));
    expect(wet.holeM2).toBeGreaterThan(dry.holeM2 * 1.1);
    expect(wet.massKg).toBeLessThan(dry.massKg);
    expect(wet.airborneKg).toBeGreaterThan(dry.airborneKg * 1.5);
    expect(wet.temperatureK).toBeGreaterThanOrEqual(dry.temperatureK);
  });

  test("gives nothing while shut or fully plugged, though its pool still evaporates", () => {
    const leaked = leakedFor(container(), 60, running());
    for (const held of [running({ opening: "shut" }), running({ openFraction: 0 })]) {
      const step = stepVessel(leaked, 1, held);
      expect(step.leakKgPerS).toBe(0);
      expect(step.massKg).toBe(leaked.massKg);
      expect(step.airborneKgPerS).toBeGreaterThan(0);
      expect(step.poolKg).toBeLessThan(leaked.poolKg);
    }
  });

  test("half-shut leaks half as fast", () => {
    const whole = stepVessel(container(), 0.1, running()).leakKgPerS;
    expect(stepVessel(container(), 0.1, running({ openFraction: 0.5 })).leakKgPerS / whole).toBeCloseTo(0.5, 6);
  });

  test("sunk in alkali is taken up by it, until 1.128 kg of sodium hydroxide a kilogram are gone", () => {
    const sunk = { ...container(), naohKg: 112.8 };
    const first = stepVessel(sunk, 1, running({ submerged: true }));
    expect(first.airborneKgPerS / first.leakKgPerS).toBeCloseTo(0.01, 6);
    const spent = leakedFor(sunk, 600, running({ submerged: true }));
    expect(spent.naohKg).toBeCloseTo(0, 9);
    expect(spent.absorbedKg).toBeCloseTo(100, 6);
    expect(stepVessel(spent, 1, running({ submerged: true })).absorbedKgPerS).toBe(0);
  });

  test("survives being written as JSON in the middle of a leak", () => {
    const half = leakedFor(container(), 100, running());
    const restored: Vessel = JSON.parse(JSON.stringify(half));
    expect(leakedFor(restored, 100, running())).toEqual(leakedFor(half, 100, running()));
  });
});

test("ammonia rains out and flashes like chlorine but is not taken up by alkali", () => {
  const vessel = openVessel({ substance: "ammonia", massKg: 400, volumeM3: 0.8, holeDiameterM: 0.01, naohKg: 1000 });
  const step = stepVessel(vessel, 1, running({ submerged: true }));
  expect(step.leakKgPerS).toBeGreaterThan(0);
  expect(step.absorbedKgPerS).toBe(0);
});

const handlings = fc.record({
  opening: fc.constantFrom("liquid" as const, "gas" as const, "shut" as const),
  openFraction: fc.double({ min: 0, max: 1, noNaN: true }),
  waterOnLeakKgps: fc.double({ min: 0, max: 20, noNaN: true }),
  submerged: fc.boolean(),
});

describe("whatever is done to a leaking vessel", () => {
  test("no mass is made or lost and none turns negative", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(handlings, fc.double({ min: 0.1, max: 400, noNaN: true })), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        fc.double({ min: 255, max: 320, noNaN: true }),
        (deeds, holeDiameterM, ambientK) => {
          let vessel: Vessel = { ...container(holeDiameterM), ambientK, temperatureK: ambientK, naohKg: 300 };
          for (const [handling, dtS] of deeds) {
            const step = stepVessel(vessel, dtS, handling);
            vessel = step.vessel;
            for (const kg of [step.massKg, step.poolKg, vessel.naohKg, step.airborneKgPerS, step.absorbedKgPerS]) {
              expect(kg).toBeGreaterThanOrEqual(-1e-12);
            }
            expect(step.temperatureK).toBeGreaterThan(200);
            expect(step.temperatureK).toBeLessThan(Math.max(ambientK, 320) + 1e-9);
          }
          expect(Math.abs(total(vessel) - 1000)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a wider hole never leaks less", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("liquid" as const, "gas" as const),
        fc.double({ min: 0.001, max: 0.05, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (opening, diameter, wider) => {
          const leak = (d: number): number => stepVessel(container(d), 0.1, running({ opening })).leakKgPerS;
          expect(leak(diameter * wider)).toBeGreaterThanOrEqual(leak(diameter));
        },
      ),
      { numRuns: 60 },
    );
  });
});
