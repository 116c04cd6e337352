import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aeglBandNow,
  aeglBandReached,
  CONDITIONS,
  type Exposure,
  LADDER,
  minutesToAegl,
  openExposure,
  stepExposure,
  toxicLoadFraction,
} from "./exposure.ts";
import { PROTECTION_FACTORS, PROTECTIONS, type Protection } from "./protection.ts";
import { SUBSTANCES } from "./substance.ts";
import { AEGL_MINUTES, type AeglLevel } from "./toxicity.ts";

const { chlorine, ammonia } = SUBSTANCES;
const breathing = (ppm: number, seconds: number, worn: Protection = "none", from = openExposure()): Exposure => {
  let exposure = from;
  for (let i = 0; i < seconds; i += 1) exposure = stepExposure(exposure, chlorine, ppm, 1, { worn });
  return exposure;
};

describe("the condition of an unprotected person in chlorine", () => {
  test("stays well below AEGL-1 and is irritated from it on", () => {
    expect(breathing(0.4, 600).condition).toBe("well");
    expect(breathing(0.5, 1).condition).toBe("irritated");
  });

  test("recovers from irritation in clean air but not from worse", () => {
    expect(breathing(0, 1, "none", breathing(1, 30)).condition).toBe("well");
    expect(breathing(0, 600, "none", breathing(2.8, 601)).condition).toBe("impaired");
  });

  test("is impaired after ten minutes at AEGL-2 and not after nine", () => {
    expect(breathing(2.8, 540).condition).toBe("irritated");
    expect(breathing(2.8, 601).condition).toBe("impaired");
  });

  test("collapses within seconds and is dead within minutes at 1000 ppm, as published accounts have it", () => {
    expect(breathing(1000, 15).condition).toBe("collapsed");
    expect(breathing(1000, 60).condition).toBe("collapsed");
    expect(breathing(1000, 180).condition).toBe("dead");
  });

  test("collapses at the dose that kills one in a hundred: LC1 for five minutes is 173 ppm", () => {
    expect(LADDER.collapsedLethality).toBe(0.01);
    expect(breathing(173, 290).condition).toBe("impaired");
    expect(breathing(174, 301).condition).toBe("collapsed");
  });

  test("dies at LC50 for the median person, sooner for a frail one, later for a hardy one", () => {
    const atLc50 = breathing(250, 1790);
    expect(atLc50.lethality).toBeGreaterThan(0.48);
    expect(atLc50.lethality).toBeLessThan(0.5);
    const last = (tolerance: number) => stepExposure(atLc50, chlorine, 250, 30, { worn: "none", tolerance }).condition;
    expect(last(0.5)).toBe("dead");
    expect(last(0.1)).toBe("dead");
    expect(last(0.9)).toBe("collapsed");
  });
});

describe("what is worn", () => {
  test("assigned factors are those of 29 CFR 1910.134 table 1", () => {
    expect(PROTECTION_FACTORS["half-mask"].breathing).toBe(10);
    expect(PROTECTION_FACTORS.scba.breathing).toBe(10000);
  });

  test("a level-A suit is never worse than the apparatus worn inside it, and covers eyes and skin", () => {
    expect(PROTECTION_FACTORS["level-a"]).toMatchObject({ eyes: true, skin: true, usesAir: true });
    expect(PROTECTION_FACTORS["level-a"].breathing).toBeGreaterThanOrEqual(PROTECTION_FACTORS.scba.breathing);
  });

  test("a half-mask divides what is breathed by ten below IDLH, by two above it, and leaves the eyes smarting", () => {
    expect(breathing(8, 1, "half-mask").ppm).toBeCloseTo(0.8, 12);
    expect(breathing(100, 1, "half-mask").ppm).toBe(50);
    expect(breathing(4, 1, "half-mask").condition).toBe("irritated");
  });

  test("a breathing apparatus protects in 1000 ppm until its air is gone", () => {
    const safe = breathing(1000, 1200, "scba");
    expect(safe.condition).toBe("well");
    const empty = stepExposure(safe, chlorine, 1000, 20, { worn: "scba", hasAir: false });
    expect(empty.condition).toBe("collapsed");
  });

  test("better protection never leaves anyone worse off", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), fc.integer({ min: 1, max: 1800 }), (ppm, seconds) => {
        const rungs = PROTECTIONS.map((worn) => {
          const { condition } = stepExposure(openExposure(), chlorine, ppm, seconds, { worn });
          return CONDITIONS.indexOf(condition);
        });
        for (let i = 1; i < rungs.length; i += 1) expect(rungs[i]).toBeLessThanOrEqual(rungs[i - 1] ?? 0);
      }),
    );
  });
});

describe("acute exposure guideline levels", () => {
  const levels: readonly AeglLevel[] = [2, 3];
  test.each([chlorine, ammonia])(
    "each table point of $id is reached in its own time, or sooner where the table is flat",
    (gas) => {
      for (const level of levels) {
        const table: readonly (number | null)[] = gas.guidelines.aeglPpm[level] ?? [];
        AEGL_MINUTES.forEach((minutes, at) => {
          const ppm = table[at] ?? 0;
          const first = AEGL_MINUTES[table.indexOf(ppm)] ?? 0;
          expect(minutesToAegl(gas.guidelines, level, ppm, 2)).toBeCloseTo(first, 9);
          expect(first).toBeLessThanOrEqual(minutes);
        });
      }
    },
  );

  test("a concentration below the eight-hour value never reaches the level", () => {
    expect(minutesToAegl(chlorine.guidelines, 2, 0.7, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(minutesToAegl(chlorine.guidelines, 3, 7, 2)).toBe(Number.POSITIVE_INFINITY);
  });

  test("twenty parts per million of chlorine for an hour is AEGL-3, and both meters say so", () => {
    const hour = breathing(20, 3601);
    expect(aeglBandReached(hour)).toBe(3);
    expect(hour.aegl3).toBeCloseTo(1, 2);
    expect(toxicLoadFraction(chlorine.guidelines, hour.load, 2)).toBeCloseTo(1, 2);
  });

  test("band of an air concentration", () => {
    expect([0.1, 0.5, 2, 20].map((ppm) => aeglBandNow(chlorine.guidelines, ppm))).toEqual([0, 1, 2, 3]);
  });
});

test("more gas or more time never improves a condition, a load or a lethality", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.double({ min: 0, max: 2000, noNaN: true }), fc.double({ min: 0.1, max: 300, noNaN: true })),
        {
          minLength: 1,
          maxLength: 10,
        },
      ),
      (story) => {
        let person = openExposure();
        let worse = openExposure();
        for (const [ppm, dtS] of story) {
          const before = person;
          person = stepExposure(person, chlorine, ppm, dtS, { worn: "none" });
          worse = stepExposure(worse, chlorine, ppm * 1.5, dtS, { worn: "none" });
          expect(person.load).toBeGreaterThanOrEqual(before.load);
          expect(person.lethality).toBeGreaterThanOrEqual(before.lethality);
          expect(worse.load).toBeGreaterThanOrEqual(person.load);
          expect(CONDITIONS.indexOf(worse.condition)).toBeGreaterThanOrEqual(CONDITIONS.indexOf(person.condition));
        }
        expect(JSON.parse(JSON.stringify(person))).toEqual(person);
      },
    ),
  );
});
