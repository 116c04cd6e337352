import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HAND_OVER_FRACTION, steadyDenseAt } from "./dense-gas.ts";
import { type Heavy, type HeavyRelease, heavyOf, heavyWidths, runOn } from "./heavy-cloud.ts";
import { plumeFromSigmas } from "./plume.ts";
import { advance, airborneKg, concentrationAt, emit, openPuffs, type PuffField } from "./puff.ts";
import { distanceAtSigmaM, sigmaYM, sigmaZM } from "./sigma.ts";
import { kgPerM3FromPpm, SUBSTANCES } from "./substance.ts";
import type { Wind } from "./wind.ts";

const AIR_K = 293.15;
const PURE = kgPerM3FromPpm(1e6, SUBSTANCES.chlorine.molarMassKgPerMol, AIR_K);
const air = (change: Partial<Wind> = {}): Wind => ({
  fromDeg: 270,
  speedMps: 4,
  stability: "D",
  terrain: "rural",
  ...change,
});
/** So many cubic metres of a mixture a second with a volume fraction of chlorine in it. */
const release = (m3PerS: number, fraction: number, change: Partial<HeavyRelease> = {}): HeavyRelease => ({
  gas: SUBSTANCES.chlorine,
  kgPerS: m3PerS * fraction * PURE,
  m3PerS,
  airK: AIR_K,
  speed10Mps: 4,
  ...change,
});
const blown = (seconds: number, wind: Wind, kgPerS: number, heavy: Heavy | null, open = openPuffs(wind)): PuffField => {
  const source = { id: "leak", x: 0, y: 0, heightM: 0, sigmaYM: 0.2, sigmaZM: 0.01, heavy };
  let field = open;
  for (let i = 0; i < seconds * 2; i += 1)
    field = advance(kgPerS > 0 ? emit(field, source, kgPerS, 0.5) : field, 0.5, wind);
  return field;
};

/** Volume fraction of the workbook's own formula for pure chlorine as warm as the air. */
const workbook = (m3PerS: number, speed10Mps: number, x: number): number =>
  steadyDenseAt(
    {
      amount: m3PerS,
      densityKgPerM3: PURE,
      airKgPerM3: kgPerM3FromPpm(1e6, 0.028965, AIR_K),
      speed10Mps,
      gasK: AIR_K,
      airK: AIR_K,
      initialFraction: 1,
    },
    x,
  ).fraction;

describe("a steady heavy release", () => {
  test.each([
    [30, 4, 160, 0.08],
    [3, 8, 90, 0.02],
  ])(
    "of %d m3/s in a wind of %d m/s has Britter and McQuaid's concentration in its middle",
    (m3PerS, u, from, most) => {
      const one = release(m3PerS, 1, { speed10Mps: u });
      const field = blown(400, air({ speedMps: u }), one.kgPerS, heavyOf(one));
      expect(workbook(m3PerS, u, from)).toBeGreaterThan(most);
      for (let x = from; workbook(m3PerS, u, x) > HAND_OVER_FRACTION * 1.1; x *= 1.15) {
        const ratio = concentrationAt(field, x, 0, 0) / PURE / workbook(m3PerS, u, x);
        expect(Math.abs(ratio - 1), `${x} m: ${ratio}`).toBeLessThan(0.12);
      }
    },
  );

  test("goes on as a Gaussian plume from a virtual source with the same middle where it is handed over", () => {
    const one = release(3, 1, { speed10Mps: 8 });
    const heavy = heavyOf(one);
    const field = blown(200, air({ speedMps: 8 }), one.kgPerS, heavy);
    let last = heavy as Heavy;
    for (let next: Heavy | null = last; next; next = runOn(last, 1)) last = next;
    const { sigmaYM: wide, sigmaZM: high } = heavyWidths(last);
    const across = (m: number): number => sigmaYM("briggs-rural", "D", m);
    const up = (m: number): number => sigmaZM("briggs-rural", "D", m);
    expect(one.kgPerS / (Math.PI * 8 * wide * high) / PURE / HAND_OVER_FRACTION).toBeCloseTo(1, 1);
    for (const beyond of [50, 100, 200]) {
      const y = across(beyond + distanceAtSigmaM(across, wide));
      const z = up(beyond + distanceAtSigmaM(up, high));
      const ratio = concentrationAt(field, last.runM + beyond, 0, 0) / plumeFromSigmas(one.kgPerS, 8, y, z, 0, 0, 0);
      // Pieces are blurred along the wind, which shows where the air begins to mix faster.
      expect(Math.abs(ratio - 1), `${beyond} m on: ${ratio}`).toBeLessThan(0.2);
    }
  });

  test("lies lower and wider than the Gaussian plume of the same leak, which is what near heavy gas is known for", () => {
    const big = release(30, 1);
    const field = blown(200, air(), big.kgPerS, heavyOf(big));
    const passive = blown(200, air(), big.kgPerS, null);
    for (const x of [100, 300, 600]) {
      const share = (one: PuffField, y: number, z: number): number =>
        concentrationAt(one, x, y, z) / concentrationAt(one, x, 0, 0);
      expect(share(field, 0.1 * x, 0)).toBeGreaterThan(share(passive, 0.1 * x, 0));
      expect(share(field, 0, 0.05 * x)).toBeLessThan(share(passive, 0, 0.05 * x));
    }
  });
});

describe("what is not heavy drifts as any other air", () => {
  test("ammonia vapour as warm as the air is lighter than it", () => {
    expect(heavyOf({ ...release(5, 1), gas: SUBSTANCES.ammonia })).toBeNull();
  });
  test("a mixture below 0.2 per cent, a whiff in a gale, and nothing at all", () => {
    expect(heavyOf(release(5, 0.0019))).toBeNull();
    expect(heavyOf(release(0.001, 0.01, { speed10Mps: 15 }))).toBeNull();
    expect(heavyOf(release(0, 1))).toBeNull();
  });
});

describe("whatever is let go", () => {
  const any = fc.record({
    m3PerS: fc.double({ min: 0.05, max: 20, noNaN: true }),
    fraction: fc.double({ min: 0.001, max: 1, noNaN: true }),
    speed: fc.double({ min: 0, max: 12, noNaN: true }),
  });

  test("all of it is in the air or was dropped beyond the range, in at most 80 puffs", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(any, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 5 }),
        (spells) => {
          let field = openPuffs(air(), { rangeM: 300 });
          for (const [{ m3PerS, fraction, speed }, seconds] of spells) {
            const one = release(m3PerS, fraction, { speed10Mps: speed });
            field = blown(seconds, air({ speedMps: speed }), one.kgPerS, heavyOf(one), field);
            expect(field.puffs.length).toBeLessThanOrEqual(80);
          }
          expect(Math.abs(airborneKg(field) + field.droppedKg - field.emittedKg)).toBeLessThan(1e-9 * field.emittedKg);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("the mass read on a grid is the mass let go, spread by its weight or not", () => {
    const one = release(1, 0.4, { speed10Mps: 2 });
    const wind = air({ speedMps: 2 });
    const source = { id: "door", x: 0, y: 0, heightM: 0, sigmaYM: 0.8, sigmaZM: 0.8, heavy: heavyOf(one) };
    expect(source.heavy).not.toBeNull();
    let field = openPuffs(wind);
    for (let i = 0; i < 40; i += 1) field = advance(emit(field, source, one.kgPerS, 1), 1, wind);
    let kg = 0;
    for (let x = -60; x < 160; x += 1)
      for (let y = -80; y < 80; y += 1)
        for (let z = 0.25; z < 12; z += 0.5) kg += concentrationAt(field, x, y, z) * 0.5;
    expect(kg / airborneKg(field)).toBeGreaterThan(0.98);
    expect(kg / airborneKg(field)).toBeLessThan(1.02);
  });

  test("more wind never makes a heavy cloud wider, and more gas in the same air never narrower", () => {
    fc.assert(
      fc.property(
        any,
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (one, more, run) => {
          const widthOf = (fraction: number, speed: number): number | null => {
            const heavy = heavyOf(release(one.m3PerS, fraction, { speed10Mps: speed }));
            return heavy && heavyWidths({ ...heavy, runM: run }).sigmaYM;
          };
          const here = widthOf(one.fraction, one.speed);
          const windier = widthOf(one.fraction, one.speed * more);
          const denser = widthOf(Math.min(1, one.fraction * more), one.speed);
          fc.pre(here !== null);
          if (windier !== null) expect(windier).toBeLessThanOrEqual((here ?? 0) * (1 + 1e-12));
          expect(denser ?? 0).toBeGreaterThanOrEqual((here ?? 0) * (1 - 1e-12));
        },
      ),
    );
  });

  test("a piece of the cloud never shrinks on its way, also where it is handed over", () => {
    fc.assert(
      fc.property(any, (one) => {
        const letGo = release(one.m3PerS, one.fraction, { speed10Mps: one.speed });
        const wind = air({ speedMps: one.speed });
        let field = blown(2, wind, letGo.kgPerS, heavyOf(letGo));
        for (let second = 0; second < 120; second += 1) {
          const next = advance(field, 1, wind);
          next.puffs.forEach((puff, at) => {
            const was = field.puffs[at];
            expect(puff.sigmaYM).toBeGreaterThanOrEqual((was?.sigmaYM ?? 0) * (1 - 1e-9));
            expect(puff.sigmaZM).toBeGreaterThanOrEqual((was?.sigmaZM ?? 0) * (1 - 1e-9));
          });
          field = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});
