import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  apparent,
  BEAD_FACTORS,
  clearInstrument,
  FOUR_GAS,
  type Instrument,
  IONISATION_EV,
  LOWER_LIMIT_PPM,
  openInstrument,
  PID,
  PID_FACTORS,
  readInstrument,
  type SampledAir,
  stepInstrument,
} from "./detector-instrument.ts";

const fresh: SampledAir = { ppm: {}, oxygenPercent: 20.9 };
const holding = (ppm: Record<string, number>, change: Partial<SampledAir> = {}): SampledAir => ({
  ppm,
  oxygenPercent: 20.9,
  ...change,
});
const held = (instrument: Instrument, air: SampledAir, seconds: number): Instrument => {
  let now = instrument;
  for (let at = 0; at < seconds * 2; at += 1) now = stepInstrument(now, air, 0.5);
  return now;
};
const shows = (instrument: Instrument, cell: string): number =>
  readInstrument(instrument).find((reading) => reading.cell === cell)?.shows ?? Number.NaN;

describe("a four-gas instrument", () => {
  test("reads fresh air as 20.9 per cent of oxygen and nothing else", () => {
    const readings = readInstrument(held(openInstrument(FOUR_GAS), fresh, 60));
    expect(readings.map(({ shows: shown }) => shown)).toEqual([20.9, 0, 0, 0]);
    expect(readings.every(({ alarm }) => alarm === "none")).toBe(true);
  });

  test("shows nine tenths of a step after its T90 and sixty-three hundredths after the time constant", () => {
    const step = holding({ "carbon-monoxide": 100 });
    expect(shows(held(openInstrument(FOUR_GAS), step, 20), "carbon-monoxide")).toBeCloseTo(90, 1);
    const once = held(openInstrument(FOUR_GAS), step, 9);
    // Nine seconds are a little more than the time constant of 8.7 s.
    expect(shows(once, "carbon-monoxide")).toBeCloseTo(100 * (1 - Math.exp((-9 * Math.log(10)) / 20)), 6);
  });

  test("alarms at the levels of its maker: oxygen 19.5, explosive 10 and 20, CO 35 and 70, H2S 10 and 20", () => {
    const alarmOf = (air: SampledAir, cell: string): string | undefined =>
      readInstrument(held(openInstrument(FOUR_GAS), air, 300)).find((reading) => reading.cell === cell)?.alarm;
    expect(alarmOf(holding({}, { oxygenPercent: 19.6 }), "oxygen")).toBe("none");
    expect(alarmOf(holding({}, { oxygenPercent: 19.4 }), "oxygen")).toBe("high");
    expect(alarmOf(holding({}, { oxygenPercent: 23.6 }), "oxygen")).toBe("high");
    expect(alarmOf(holding({ methane: 4900 }), "explosive")).toBe("none");
    expect(alarmOf(holding({ methane: 5100 }), "explosive")).toBe("low");
    expect(alarmOf(holding({ methane: 10100 }), "explosive")).toBe("high");
    expect(alarmOf(holding({ "carbon-monoxide": 36 }), "carbon-monoxide")).toBe("low");
    expect(alarmOf(holding({ "hydrogen-sulfide": 21 }), "hydrogen-sulfide")).toBe("high");
  });

  test("a bead shows half of the lower limit of methane as 50, and of propane less by its factor", () => {
    for (const gas of ["methane", "propane", "butane", "hydrogen", "ammonia"]) {
      const air = holding({ [gas]: (LOWER_LIMIT_PPM[gas] ?? 0) / 2 });
      expect(shows(held(openInstrument(FOUR_GAS), air, 300), "explosive")).toBeCloseTo(
        50 / (BEAD_FACTORS[gas] ?? 1),
        0,
      );
    }
  });

  test("a bead in air of four per cent oxygen shows less than half of what is there", () => {
    const air = holding({ methane: 20000 }, { oxygenPercent: 4 });
    expect(shows(held(openInstrument(FOUR_GAS), air, 300), "explosive")).toBeLessThan(20);
  });

  test("beyond its range it says so and goes on saying so until it is cleared", () => {
    const over = held(openInstrument(FOUR_GAS), holding({ "hydrogen-sulfide": 600 }), 60);
    const later = held(over, fresh, 600);
    const reading = (of: Instrument): unknown => readInstrument(of).find(({ cell }) => cell === "hydrogen-sulfide");
    expect(reading(over)).toEqual({ cell: "hydrogen-sulfide", shows: 100, isOverRange: true, alarm: "high" });
    expect(reading(later)).toMatchObject({ isOverRange: true, shows: 100 });
    expect(reading(clearInstrument(later))).toMatchObject({ isOverRange: false, alarm: "none" });
  });

  test("poison takes a bead's sensitivity for good; the other cells keep theirs", () => {
    const poisoned = held(openInstrument(FOUR_GAS), holding({}, { beadPoisonPpm: 100 }), 300);
    const both = holding({ methane: 25000, "carbon-monoxide": 100 });
    const now = held(poisoned, both, 300);
    expect(shows(now, "explosive")).toBeCloseTo(25, 0);
    expect(shows(now, "carbon-monoxide")).toBeCloseTo(100, 1);
  });

  test("a sampling tube of thirty metres delays by 29 s", () => {
    const air = holding({ "carbon-monoxide": 100 });
    expect(shows(held(openInstrument(FOUR_GAS, 30), air, 26), "carbon-monoxide")).toBeLessThan(1);
    expect(shows(held(openInstrument(FOUR_GAS, 30), air, 29 + 20), "carbon-monoxide")).toBeGreaterThan(80);
  });

  test("sulfur dioxide is partly taken for hydrogen sulfide, and chlorine hides some of it", () => {
    const cell = FOUR_GAS[3];
    if (!cell) throw new Error("the fourth gas is hydrogen sulfide");
    const alone = apparent(cell, holding({ "hydrogen-sulfide": 20 }));
    expect(alone).toBe(20);
    expect(apparent(cell, holding({ "hydrogen-sulfide": 20, "sulfur-dioxide": 20 }))).toBeGreaterThan(20);
    expect(apparent(cell, holding({ "hydrogen-sulfide": 20, chlorine: 20 }))).toBeLessThan(20);
    expect(apparent(cell, holding({ chlorine: 1000 }))).toBe(0);
  });
});

describe("a PID", () => {
  test("is blind to all whose ionisation energy lies above its lamp: chlorine, CO, methane, HCN, SO2, propane", () => {
    for (const gas of ["chlorine", "carbon-monoxide", "methane", "hydrogen-cyanide", "sulfur-dioxide", "propane"]) {
      expect(IONISATION_EV[gas]).toBeGreaterThan(10.6);
      expect(shows(held(openInstrument(PID), holding({ [gas]: 5000 }), 60), "vapour")).toBe(0);
    }
  });

  test("sees ammonia and hydrogen sulfide weakly, benzene strongly", () => {
    const reading = (gas: string): number => shows(held(openInstrument(PID), holding({ [gas]: 100 }), 60), "vapour");
    expect(reading("ammonia")).toBeCloseTo(100 / (PID_FACTORS["ammonia"] ?? 1), 3);
    expect(reading("ammonia")).toBeLessThan(20);
    expect(reading("hydrogen-sulfide")).toBeLessThan(40);
    expect(reading("benzene")).toBeGreaterThan(100);
  });
});

test("no cell ever shows more than its range or less than nothing, nor does its health come back", () => {
  const gases = ["methane", "hydrogen-sulfide", "carbon-monoxide", "chlorine", "sulfur-dioxide", "ammonia"];
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          gas: fc.constantFrom(...gases),
          ppm: fc.double({ min: 0, max: 2e5, noNaN: true }),
          oxygenPercent: fc.double({ min: 0, max: 25, noNaN: true }),
          beadPoisonPpm: fc.double({ min: 0, max: 300, noNaN: true }),
        }),
        { maxLength: 30 },
      ),
      (airs) => {
        let instrument = openInstrument([...FOUR_GAS, ...PID], 3);
        for (const { gas, ppm, oxygenPercent, beadPoisonPpm } of airs) {
          const before = instrument.states.map(({ health }) => health);
          instrument = stepInstrument(instrument, { ppm: { [gas]: ppm }, oxygenPercent, beadPoisonPpm }, 0.1);
          readInstrument(instrument).forEach(({ shows: shown }, at) => {
            expect(shown).toBeGreaterThanOrEqual(0);
            expect(shown).toBeLessThanOrEqual(instrument.cells[at]?.range ?? 0);
          });
          instrument.states.forEach(({ health }, at) => {
            expect(health).toBeLessThanOrEqual(before[at] ?? 0);
          });
        }
      },
    ),
    { numRuns: 60 },
  );
});
