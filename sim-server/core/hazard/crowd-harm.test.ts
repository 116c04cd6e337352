import { describe, expect, test } from "vitest";
import { stepCrowd } from "./crowd.ts";
import { type CrowdHarm, type HarmfulAir, harmCrowd, openHarm } from "./crowd-harm.ts";
import { OFFICE } from "./crowd-office.fixture.ts";
import { raiseAlarm } from "./crowd-orders.ts";
import { type CrowdPerson, peopleOf } from "./crowd-people.ts";
import { type Crowd, openCrowd } from "./crowd-state.ts";
import { countCrowd, densestPlaces, peopleInCrush, seenCrowd } from "./crowd-summary.ts";
import { type CrowdWorld, openCrowdWorld } from "./crowd-world.ts";
import { SUBSTANCES } from "./substance.ts";
import { GUIDELINES } from "./toxicity.ts";

const people: CrowdPerson[] = peopleOf(
  {
    id: "p",
    count: 20,
    floor: "ground",
    x: [0.5, 15],
    y: [0.5, 4.5],
    paceMps: [1, 1.4],
    premovement: { kind: "fixed", afterS: 20 },
  },
  4,
);
const CLEAN: HarmfulAir = { substance: null, ppm: () => 0, fireDosePerS: () => 0 };

function breathe(
  air: Partial<HarmfulAir>,
  ticks: number,
): { world: CrowdWorld; crowd: Crowd; harm: CrowdHarm; told: string[] } {
  const world = openCrowdWorld(OFFICE, people.length);
  const crowd = openCrowd(world, people);
  const harm = openHarm(people.length);
  raiseAlarm(crowd);
  const told: string[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    stepCrowd(world, crowd);
    for (const event of harmCrowd(harm, crowd, { ...CLEAN, ...air })) told.push(event.to);
  }
  return { world, crowd, harm, told };
}

describe("harm in a crowd", () => {
  test("clean air harms nobody and everybody leaves", () => {
    const { crowd, told } = breathe({}, 900);
    expect(told).toEqual([]);
    expect(new Set(crowd.mode)).toEqual(new Set(["out"]));
  });

  test("a fire dose of one brings everybody down just when it is reached, after it has slowed them", () => {
    const { crowd, told, harm } = breathe({ fireDosePerS: () => 1 / 15 }, 190);
    expect(new Set(crowd.mode)).toEqual(new Set(["down"]));
    expect(told.filter((to) => to === "impaired")).toHaveLength(20);
    expect(told.filter((to) => to === "collapsed")).toHaveLength(20);
    for (const dose of harm.fireDose) expect(dose).toBeLessThan(20 / 15);
  });

  test("chlorine far above AEGL-3 brings people down before they set off, at AEGL-1 it only stings", () => {
    const substance = SUBSTANCES.chlorine;
    const strong = breathe({ substance, ppm: () => 3000 }, 190);
    expect(strong.crowd.mode.every((mode) => mode === "down")).toBe(true);
    const weak = breathe({ substance, ppm: () => GUIDELINES.chlorine?.aeglPpm[1]?.[0] ?? 0.5 }, 900);
    expect(new Set(weak.told)).toEqual(new Set(["irritated"]));
    expect(countCrowd(weak.world, weak.crowd).out).toBe(20);
  });

  test("a dose never falls, wherever people go", () => {
    const world = openCrowdWorld(OFFICE, people.length);
    const crowd = openCrowd(world, people);
    const harm = openHarm(people.length);
    raiseAlarm(crowd);
    let before = harm.fireDose.slice();
    for (let tick = 0; tick < 600; tick += 1) {
      stepCrowd(world, crowd);
      harmCrowd(harm, crowd, { ...CLEAN, fireDosePerS: (x) => (x < 8 ? 0.01 : -1) });
      harm.fireDose.forEach((dose, i) => {
        expect(dose).toBeGreaterThanOrEqual(before[i] ?? 0);
      });
      before = harm.fireDose.slice();
    }
  });
});

describe("what is asked and shown of a crowd", () => {
  test("counts always add up to all people, and exits to those who are out", () => {
    for (const ticks of [1, 250, 320, 900]) {
      const { world, crowd } = breathe({}, ticks);
      const counts = countCrowd(world, crowd);
      expect(counts.waiting + counts.walking + counts.carried + counts.down + counts.out).toBe(20);
      expect(Object.values(counts.byExit).reduce((sum, count) => sum + count, 0)).toBe(counts.out);
      expect(seenCrowd(world.waysWith([]).ground, crowd)).toHaveLength(20 - counts.out);
    }
  });

  test("densities times their squares add up to the people who are inside, the fullest first", () => {
    const { crowd } = breathe({}, 260);
    const places = densestPlaces(crowd);
    const inside = crowd.mode.filter((mode) => mode !== "out").length;
    expect(places.reduce((sum, { perM2 }) => sum + perM2 * 2.25, 0)).toBeCloseTo(inside, 9);
    const close = places.filter(({ perM2 }) => perM2 >= 5).reduce((sum, { perM2 }) => sum + perM2 * 2.25, 0);
    expect(peopleInCrush(crowd)).toBe(Math.round(close));
    expect(places[0]?.perM2).toBe(Math.max(...places.map(({ perM2 }) => perM2)));
  });
});
