// Sprinklers, water, foam and the watch over tenability, in rooms with a fire.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foamedShare, hosedW, STREAM_EFFICIENCY, waterNeededKgPerS } from "./fire-water.ts";
import { type Head, openHeads, stepHeads, wateredW } from "./sprinkler-heads.ts";
import { hasFlashedOver, openWatch, stepWatch } from "./tenability-watch.ts";
import { doorOf, fireIn, partsOf, roomOf } from "./zone.fixture.ts";
import { planZones } from "./zone-plan.ts";
import { readZone } from "./zone-reading.ts";
import { openZones } from "./zone-state.ts";
import { askedHeatW, stepZones } from "./zone-step.ts";

const head = (id: string, rest: Partial<Head> = {}): Head => ({
  id,
  room: "a",
  kind: "sprinkler",
  radiusM: 1.5,
  ratingK: 341,
  rti: 50,
  sprayMmPerS: 0.1,
  ...rest,
});

function burn(heads: readonly Head[], seconds: number) {
  const building = planZones(
    partsOf({
      rooms: [roomOf("a", 5, 4, 2.6), roomOf("b", 5, 4, 2.6)],
      doors: [doorOf("a", "b"), doorOf("b", "outdoors")],
      fires: [fireIn("a", 0.0469, 2000)],
    }),
  );
  const state = openZones(building);
  const felt = openHeads(building, heads);
  const watch = openWatch(building);
  const acted: string[] = [];
  while (state.tick * building.stepS < seconds) {
    const asked = askedHeatW(building, state);
    const watered = wateredW(building, state, heads, felt, asked);
    for (const [at, watt] of watered.entries()) expect(watt).toBeLessThanOrEqual(asked[at] ?? 0);
    stepZones(building, state, watered);
    acted.push(...stepHeads(building, state, heads, felt, asked));
    stepWatch(building, state, watch);
  }
  return { building, state, felt, watch, acted };
}

describe("sprinklers", () => {
  test("the quicker, the nearer and the lower rated head opens first", () => {
    const heads = [
      head("quick", { rti: 30 }),
      head("slow", { rti: 150 }),
      head("far", { rti: 30, radiusM: 4 }),
      head("hot", { rti: 30, ratingK: 414 }),
    ];
    const { felt } = burn(heads, 240);
    const [quick = 0, slow, far, hot] = felt.actedS;
    expect(quick).toBeGreaterThan(20);
    for (const later of [slow, far, hot]) expect(later ?? Number.POSITIVE_INFINITY).toBeGreaterThan(quick ?? 0);
  });
  test("an open head lowers the fire and the heat of the room; a dry one in the next room does not", () => {
    const wet = burn([head("wet")], 240);
    const dry = burn([head("dry", { room: "b", ratingK: 600 })], 240);
    expect(wet.acted).toEqual(["wet"]);
    expect(wet.state.releasedW[0] ?? 0).toBeLessThan(0.3 * (dry.state.releasedW[0] ?? 0));
    const hot = readZone(dry.building, dry.state, 0).upper;
    expect(readZone(wet.building, wet.state, 0).upper.temperatureK).toBeLessThan(hot.temperatureK - 100);
  });
});

describe("the watch", () => {
  test("rooms are lost in the order in which smoke reaches them, once, and doses only grow", () => {
    const { watch } = burn([], 240);
    const [near, far] = watch.lostS;
    expect(near ?? 0).toBeGreaterThan(10);
    expect(far ?? 0).toBeGreaterThan(near ?? 0);
    expect(watch.doseShare[0] ?? 0).toBeGreaterThan(watch.doseShare[1] ?? 0);
    const early = burn([], 120);
    expect(early.watch.lostS[0]).toBe(near);
    expect(early.watch.doseShare[0] ?? 0).toBeLessThan(watch.doseShare[0] ?? 0);
  });
  test("a room with a big enough fire flashes over, and one under water does not", () => {
    const flashed = burn([], 240);
    const wet = burn([head("wet")], 240);
    expect(hasFlashedOver(readZone(flashed.building, flashed.state, 0).upper)).toBe(true);
    expect(hasFlashedOver(readZone(wet.building, wet.state, 0).upper)).toBe(false);
  });
});

describe("water and foam", () => {
  test("a kilogram of water that boils away takes 2.6 MJ, so a megawatt needs 0.4 kg/s at the best", () => {
    expect(waterNeededKgPerS(1e6, "fog") * STREAM_EFFICIENCY.fog).toBeCloseTo(0.383, 2);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5e7, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (w, kg) => {
          expect(hosedW(w, kg, "straight")).toBeGreaterThanOrEqual(hosedW(w, kg, "fog"));
          expect(hosedW(w, waterNeededKgPerS(w, "fog"), "fog")).toBeLessThan(1e-6 * (w + 1));
        },
      ),
    );
  });
  test("foam below the rate of NFPA 11 covers nothing, at it the pool is covered in time, and no sooner with less", () => {
    expect(foamedShare(4 / 60, 3600)).toBe(1);
    expect(foamedShare(4.2 / 60, 300)).toBe(0);
    expect(foamedShare(6.5 / 60, 150)).toBeLessThan(foamedShare(4.2 / 60, 150));
  });
});
