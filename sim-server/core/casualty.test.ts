import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Casualty, openCasualty, stepCasualty, TREATMENTS, treat } from "./casualty.ts";
import { countCasualties } from "./casualty-count.ts";
import { BLAST_KPA, burnDegree, casualtyOf, thermalDose } from "./casualty-injuries.ts";
import { saltFindings, savesDue, startFindings, vitalsOf } from "./casualty-vitals.ts";
import { saltTag, startTag } from "./triage.ts";

const minutes = (of: Casualty, count: number): Casualty => {
  for (let second = 0; second < count * 60; second += 1) stepCasualty(of, second);
  return of;
};
const bled = (share: number): Casualty => openCasualty("a", { bloodLost: share });

describe("vital signs", () => {
  // ATLS, 9th edition, classes of haemorrhage: blood lost, pulse, breathing rate.
  test.each([
    { name: "I", lost: 0.1, pulse: [0, 100], breaths: [14, 20] },
    { name: "II", lost: 0.2, pulse: [100, 120], breaths: [20, 30] },
    { name: "III", lost: 0.35, pulse: [120, 140], breaths: [30, 40] },
    { name: "IV", lost: 0.45, pulse: [140, 200], breaths: [35, 45] },
  ])("class $name of blood loss shows pulse and breath of its row", ({ lost, pulse, breaths }) => {
    const vitals = vitalsOf(bled(lost));
    expect(vitals.pulsePerMin).toBeGreaterThanOrEqual(pulse[0] ?? 0);
    expect(vitals.pulsePerMin).toBeLessThanOrEqual(pulse[1] ?? 0);
    expect(vitals.respirationPerMin).toBeGreaterThanOrEqual(breaths[0] ?? 0);
    expect(vitals.respirationPerMin).toBeLessThanOrEqual(breaths[1] ?? 0);
  });

  test("pressure falls only from class III on, and the mind clouds in class IV", () => {
    expect(vitalsOf(bled(0.25)).systolicMmHg).toBeGreaterThan(100);
    expect(vitalsOf(bled(0.38)).systolicMmHg).toBeLessThan(95);
    expect(vitalsOf(bled(0.45)).coma).toBeLessThan(13);
  });

  test("a sound body walks and is green; the tag worsens as blood is lost", () => {
    const tags = [0, 0.1, 0.2, 0.35, 0.45].map((lost) => startTag(startFindings(bled(lost))).tag);
    expect(tags).toEqual(["green", "green", "red", "red", "red"]);
  });
});

describe("what goes on untreated, and what treatment does", () => {
  test("an open airway is the difference between life and death for the unconscious", () => {
    const left = minutes(openCasualty("a", { head: 0.7, airwayBlocked: true }), 9);
    expect(left.diedOf).toBe("breath");
    // Four to eight minutes without oxygen kill the brain.
    expect(left.diedTick / 60).toBeGreaterThanOrEqual(4);
    expect(left.diedTick / 60).toBeLessThanOrEqual(8);
    const opened = openCasualty("a", { head: 0.7, airwayBlocked: true });
    expect(startTag(startFindings(opened))).toEqual({ tag: "red", row: "breath-once-opened" });
    minutes(opened, 2);
    expect(treat(opened, "airway")).toBe(true);
    minutes(opened, 30);
    expect(opened.diedTick).toBe(-1);
    expect(vitalsOf(opened).respirationPerMin).toBeGreaterThan(0);
  });

  test("a torn artery kills within a quarter of an hour unless it is bound", () => {
    const left = minutes(openCasualty("a", { bleedingPerMin: 0.05 }), 20);
    expect(left.diedOf).toBe("bleeding");
    expect(startTag(startFindings(left)).tag).toBe("black");
    const bound = openCasualty("a", { bleedingPerMin: 0.05 });
    minutes(bound, 3);
    treat(bound, "bleeding");
    minutes(bound, 60);
    expect(bound.diedTick).toBe(-1);
  });

  const injured = fc.record({
    bloodLost: fc.double({ min: 0, max: 0.4, noNaN: true }),
    bleedingPerMin: fc.double({ min: 0, max: 0.08, noNaN: true }),
    lung: fc.double({ min: 0, max: 0.8, noNaN: true }),
    lungPerMin: fc.double({ min: 0, max: 0.05, noNaN: true }),
    chestAirPerMin: fc.double({ min: 0, max: 0.08, noNaN: true }),
    head: fc.double({ min: 0, max: 0.8, noNaN: true }),
    knockedOut: fc.double({ min: 0, max: 1, noNaN: true }),
    soiledPerMin: fc.double({ min: 0, max: 0.02, noNaN: true }),
    airwayBlocked: fc.boolean(),
  });
  const losses = ["bloodLost", "lung", "knockedOut", "breathlessS", "starvedS"] as const;

  test("nobody who is not treated gets better, but for those who wake in fresh air", () => {
    fc.assert(
      fc.property(injured, (injuries) => {
        const of = openCasualty("a", { ...injuries, knockedOut: 0 });
        let [blood, lung] = [of.bloodLost, of.lung];
        for (let second = 0; second < 1200; second += 1) {
          stepCasualty(of, second);
          expect(of.bloodLost).toBeGreaterThanOrEqual(blood);
          expect(of.lung).toBeGreaterThanOrEqual(lung);
          [blood, lung] = [of.bloodLost, of.lung];
        }
      }),
      { numRuns: 40 },
    );
  });

  test("no treatment at any moment ever harms", () => {
    fc.assert(
      fc.property(injured, fc.constantFrom(...TREATMENTS), fc.integer({ min: 0, max: 900 }), (injuries, what, at) => {
        const [left, helped] = [openCasualty("a", injuries), openCasualty("a", injuries)];
        for (let second = 0; second < 1500; second += 1) {
          if (second === at) treat(helped, what);
          stepCasualty(left, second);
          stepCasualty(helped, second);
          for (const loss of losses)
            if (left.diedTick < 0 && helped.diedTick < 0) expect(helped[loss]).toBeLessThanOrEqual(left[loss] + 1e-12);
          if (helped.diedTick >= 0) expect(left.diedTick).toBeGreaterThanOrEqual(0);
        }
        if (left.diedTick >= 0 && helped.diedTick >= 0) expect(helped.diedTick).toBeGreaterThanOrEqual(left.diedTick);
      }),
      { numRuns: 60 },
    );
  });

  test("tags follow the vital signs: fast breath, slow refill and no answer are never yellow", () => {
    fc.assert(
      fc.property(injured, fc.integer({ min: 0, max: 15 }), (injuries, wait) => {
        const of = minutes(openCasualty("a", injuries), wait);
        const vitals = vitalsOf(of);
        const { tag } = startTag(startFindings(of));
        if (of.diedTick >= 0) expect(tag).toBe("black");
        else if (tag === "yellow") {
          expect(vitals.respirationPerMin).toBeLessThanOrEqual(30);
          expect(vitals.capillaryRefillS).toBeLessThanOrEqual(2);
          expect(vitals.coma).toBeGreaterThanOrEqual(14);
        }
        const salt = saltTag(saltFindings(of, true)).tag;
        if (tag === "black") expect(salt).toBe("dead");
        if (tag === "red" && vitals.respirationPerMin > 30) expect(salt).toBe("immediate");
      }),
    );
  });

  test("the lifesaving steps that are due are those that help, and done they are no longer due", () => {
    const of = openCasualty("a", { bleedingPerMin: 0.05, chestAirPerMin: 0.05, head: 0.7, knockedOut: 0.5 });
    const due = savesDue(of);
    expect(due).toEqual(["bleeding", "airway", "chest-decompression", "antidote"]);
    for (const save of due) expect(treat(of, save)).toBe(true);
    expect(savesDue(of)).toEqual([]);
    expect(savesDue(openCasualty("b", { bleedingPerMin: 0.002 }))).toEqual([]);
  });

  test("treating what is not wrong is told to be of no use", () => {
    const of = openCasualty("a", { bleedingPerMin: 0.02 });
    expect(treat(of, "bleeding")).toBe(true);
    expect(treat(of, "bleeding")).toBe(false);
    expect(treat(of, "antidote")).toBe(false);
  });
});

describe("where injuries come from", () => {
  test("radiation burns by dose as HSE's bands say", () => {
    // 12.5 kW/m2 for 10 s is 290 units: second degree; 37.5 for 10 s is 1255: third.
    expect(thermalDose(12.5, 10)).toBeCloseTo(290, 0);
    expect(burnDegree(thermalDose(12.5, 10))).toBe(2);
    expect(burnDegree(thermalDose(37.5, 10))).toBe(3);
    expect(burnDegree(thermalDose(1.6, 30))).toBe(0);
    expect(burnDegree(thermalDose(5, 15))).toBe(1);
  });

  test("a blast below its thresholds leaves the lungs alone, one at the median of death kills untreated", () => {
    expect(casualtyOf("a", { overpressureKpa: BLAST_KPA.eardrum.half * 0.7 }).lung).toBe(0);
    const near = minutes(casualtyOf("a", { overpressureKpa: BLAST_KPA.death.half }), 60);
    expect(near.diedTick).toBeGreaterThan(0);
  });

  test("worse mishaps never make lighter casualties", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 25, noNaN: true }),
        (a, b, overpressureKpa, fallM) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const [mild, hard] = [low, high].map((share) =>
            casualtyOf("a", { lethality: share, overpressureKpa: share * overpressureKpa, fallM: share * fallM }),
          );
          for (const loss of ["lung", "lungPerMin", "bleedingPerMin", "head", "chestAirPerMin"] as const)
            expect(hard?.[loss]).toBeGreaterThanOrEqual(mild?.[loss] ?? 0);
        },
      ),
    );
  });
});

describe("the accident's grade follows the casualties", () => {
  const dead = (count: number): Casualty[] =>
    Array.from({ length: count }, (_, i) => openCasualty(`d${i}`, { diedTick: 1, diedOf: "breath" }));
  const serious = (count: number): Casualty[] =>
    Array.from({ length: count }, (_, i) => openCasualty(`s${i}`, { bloodLost: 0.32 }));

  // Decree 493 art. 3: 3, 10 and 30 dead, 10, 50 and 100 seriously injured; the lower bound belongs to the higher grade.
  test.each([
    [0, 0, "none"],
    [1, 0, "general"],
    [2, 9, "general"],
    [3, 0, "larger"],
    [0, 10, "larger"],
    [9, 49, "larger"],
    [10, 0, "major"],
    [0, 50, "major"],
    [29, 99, "major"],
    [30, 0, "extraordinary"],
    [0, 100, "extraordinary"],
  ])("%d dead and %d seriously injured are %s", (died, hurt, level) => {
    expect(countCasualties([...dead(died), ...serious(hurt)]).level).toBe(level);
  });

  test("when one of three dying is lost the grade rises while the drill runs", () => {
    const all = [...dead(2), openCasualty("c", { bleedingPerMin: 0.06, bloodLost: 0.2 })];
    expect(countCasualties(all).level).toBe("general");
    for (const one of all) minutes(one, 15);
    expect(countCasualties(all)).toMatchObject({ dead: 3, seriouslyInjured: 0, level: "larger" });
  });
});
