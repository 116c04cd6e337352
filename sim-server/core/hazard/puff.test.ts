import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plumeFromSigmas } from "./plume.ts";
import { advance, airborneKg, concentrationAt, emit, openPuffs, type PuffField, type PuffSource } from "./puff.ts";
import { distanceAtSigmaM, STABILITY_CLASSES, type StabilityClass, sigmaYM, sigmaZM } from "./sigma.ts";
import type { Wind } from "./wind.ts";

const wind = (change: Partial<Wind> = {}): Wind => ({
  fromDeg: 270,
  speedMps: 2.5,
  stability: "D",
  terrain: "rural",
  ...change,
});
const source = (change: Partial<PuffSource> = {}): PuffSource => ({
  id: "leak",
  x: 0,
  y: 0,
  heightM: 0,
  sigmaYM: 0.2,
  sigmaZM: 0.2,
  ...change,
});
const blown = (field: PuffField, seconds: number, air: Wind, kgPerS: number, from = source(), dtS = 0.5): PuffField => {
  let next = field;
  for (let i = 0; i < Math.round(seconds / dtS); i += 1) {
    next = advance(kgPerS > 0 ? emit(next, from, kgPerS, dtS) : next, dtS, air);
  }
  return next;
};

describe("a steady release as a train of puffs", () => {
  /** The plume of a source that is already as wide and high as the train's, by virtual distances. */
  const widePlume = (stability: StabilityClass, u: number, x: number, y: number, z: number): number => {
    const across = (m: number): number => sigmaYM("briggs-rural", stability, m);
    const up = (m: number): number => sigmaZM("briggs-rural", stability, m);
    const sigmaY = across(x + distanceAtSigmaM(across, 0.2));
    return plumeFromSigmas(1, u, sigmaY, up(x + distanceAtSigmaM(up, 0.2)), y, z, 0);
  };

  const winds = STABILITY_CLASSES.flatMap((stability) => [1, 2.5, 6].map((u) => [stability, u] as const));
  test.each(winds)("in class %s and a wind of %d m/s is within 5 per cent of the Gaussian plume", (stability, u) => {
    const air = wind({ stability, speedMps: u });
    const field = blown(openPuffs(air), 1000 / u, air, 1, source(), 0.1);
    expect(field.puffs.length).toBeLessThanOrEqual(80);
    for (const x of [20, 30, 60, 150, 300, 600]) {
      for (const [across, up] of [
        [0, 0],
        [0.02 * x, 0],
        [0, 1.5],
      ] as const) {
        const ratio = concentrationAt(field, x, across, up) / widePlume(stability, u, x, across, up);
        expect(Math.abs(ratio - 1), `${x} ${across} ${up}: ${ratio}`).toBeLessThan(0.05);
      }
    }
  });

  test("stays within 12 per cent when six vents of one building share 60 puffs and whole seconds are stepped", () => {
    const air = wind();
    const vents = [1, 1e-4, 1e-5, 1e-6, 0.01, 1e-5].map((kgPerS, at) => ({
      kgPerS,
      from: source({ id: `vent-${at}` }),
    }));
    let field = openPuffs(air, { maxPuffs: 60 });
    for (let second = 0; second < 400; second += 1) {
      for (const { kgPerS, from } of vents) field = emit(field, from, kgPerS, 1);
      field = advance(field, 1, air);
    }
    expect(field.puffs.length).toBeLessThanOrEqual(60);
    for (const x of [15, 30, 60, 120, 250, 500]) {
      const ratio = concentrationAt(field, x, 0, 1.5) / (1.01012 * widePlume("D", 2.5, x, 0, 1.5));
      expect(Math.abs(ratio - 1), `${x}: ${ratio}`).toBeLessThan(0.12);
    }
  });

  test("does not read bumpy between its puffs, nor jump when two of them are merged", () => {
    const air = wind({ speedMps: 5 });
    let field = blown(openPuffs(air), 200, air, 1, source(), 0.1);
    for (let x = 20; x < 500; x += 3) {
      const ratio = concentrationAt(field, x, 0, 0) / widePlume("D", 5, x, 0, 0);
      expect(Math.abs(ratio - 1), `${x}: ${ratio}`).toBeLessThan(0.06);
    }
    let before = concentrationAt(field, 150, 0, 0);
    for (let tick = 0; tick < 300; tick += 1) {
      field = blown(field, 0.1, air, 1, source(), 0.1);
      const now = concentrationAt(field, 150, 0, 0);
      expect(Math.abs(now / before - 1)).toBeLessThan(0.03);
      before = now;
    }
  });
});

describe("a cloud in a wind that changes", () => {
  test("goes where the wind blows: a north-west wind carries it south-east", () => {
    const air = wind({ fromDeg: 315 });
    const field = blown(openPuffs(air), 60, air, 1);
    expect(concentrationAt(field, 50, -50, 1)).toBeGreaterThan(1e-4);
    expect(concentrationAt(field, -50, 50, 1)).toBe(0);
    expect(concentrationAt(field, 50, 50, 1)).toBeLessThan(1e-9);
  });

  test("leaves what was let go before the turn where it was heading, and follows the new wind from the source", () => {
    const before = blown(openPuffs(wind()), 60, wind(), 1);
    const turned = wind({ fromDeg: 180 });
    const after = blown(before, 40, turned, 1);
    expect(concentrationAt(after, 0, 60, 1)).toBeGreaterThan(concentrationAt(before, 0, 60, 1) + 1e-4);
    expect(concentrationAt(after, 100, 100, 1)).toBeGreaterThan(concentrationAt(before, 100, 100, 1) + 1e-5);
    expect(concentrationAt(after, 60, 0, 1)).toBeLessThan(concentrationAt(before, 60, 0, 1) / 20);
  });

  test("clears a place after the leak is shut", () => {
    const leaking = blown(openPuffs(wind()), 120, wind(), 1);
    const shut = blown(leaking, 120, wind(), 0);
    expect(concentrationAt(shut, 100, 0, 1)).toBeLessThan(concentrationAt(leaking, 100, 0, 1) / 1000);
  });

  test("keeps its widths when the air turns from unstable to stable and grows on from them", () => {
    const air = wind({ stability: "B" });
    const field = blown(openPuffs(air), 60, air, 1);
    const oldest = (one: PuffField): number => one.puffs[0]?.sigmaYM ?? 0;
    const later = advance(field, 0.5, wind({ stability: "E" }));
    expect(oldest(later)).toBeGreaterThan(oldest(field));
    expect(oldest(later) / oldest(field)).toBeLessThan(1.02);
  });

  test("is the same after a round trip through JSON", () => {
    const air = wind();
    const field = blown(openPuffs(air), 47.5, air, 1);
    const restored: PuffField = JSON.parse(JSON.stringify(field));
    expect(blown(restored, 30, wind({ fromDeg: 300 }), 1)).toEqual(blown(field, 30, wind({ fromDeg: 300 }), 1));
  });
});

describe("whatever the wind does", () => {
  const gust = fc.record({
    fromDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    speedMps: fc.double({ min: 0, max: 12, noNaN: true }),
    stability: fc.constantFrom(...STABILITY_CLASSES),
    terrain: fc.constantFrom("rural" as const, "urban" as const),
  });
  const spell = fc.tuple(
    gust,
    fc.double({ min: 0, max: 5, noNaN: true }),
    fc.integer({ min: 1, max: 60 }),
    fc.boolean(),
  );

  test("all that was let go is in the air or was dropped beyond the range, in at most 80 puffs", () => {
    fc.assert(
      fc.property(fc.array(spell, { minLength: 1, maxLength: 8 }), (spells) => {
        let field = openPuffs(wind(), { rangeM: 300, intervalS: 2 });
        for (const [air, kgPerS, seconds, second] of spells) {
          field = blown(field, seconds, air, kgPerS, source(second ? { id: "pool", x: 5, heightM: 2 } : {}), 1);
          expect(field.puffs.length).toBeLessThanOrEqual(80);
        }
        expect(Math.abs(airborneKg(field) + field.droppedKg - field.emittedKg)).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test("no place reads below nothing, and twice the leak reads twice as much", () => {
    fc.assert(
      fc.property(
        gust,
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        fc.double({ min: -200, max: 200, noNaN: true }),
        fc.double({ min: -200, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (air, kgPerS, x, y, z) => {
          const once = concentrationAt(blown(openPuffs(air), 30, air, kgPerS), x, y, z);
          const twice = concentrationAt(blown(openPuffs(air), 30, air, 2 * kgPerS), x, y, z);
          expect(once).toBeGreaterThanOrEqual(0);
          expect(twice).toBeGreaterThanOrEqual(once);
          expect(Math.abs(twice - 2 * once)).toBeLessThanOrEqual(1e-12 * once);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("what is in the air adds up to the mass let go when read on a grid", () => {
    const air = wind({ speedMps: 2 });
    const field = blown(openPuffs(air), 60, air, 1, source({ sigmaYM: 2, sigmaZM: 2 }));
    let kg = 0;
    for (let x = -30; x < 200; x += 1) {
      for (let y = -60; y < 60; y += 1) {
        for (let z = 0.5; z < 60; z += 1) kg += concentrationAt(field, x, y, z);
      }
    }
    expect(kg / 60).toBeGreaterThan(0.98);
    expect(kg / 60).toBeLessThan(1.02);
  });
});
