// Laws of the two-zone fire model that hold for any building: nothing is made or lost, order does not matter.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doorOf, fireIn, partsOf, roomOf, runZones, twelveRooms } from "./zone.fixture.ts";
import { SPECIES, SPECIES_COUNT } from "./zone-gas.ts";
import { planZones, type ZoneParts } from "./zone-plan.ts";
import { holdings, readZone } from "./zone-reading.ts";
import { openZones, type ZoneState } from "./zone-state.ts";
import { askedHeatW, stepZones } from "./zone-step.ts";

const length = fc.double({ min: 2, max: 12, noNaN: true });
const building: fc.Arbitrary<ZoneParts> = fc
  .record({
    sizes: fc.array(fc.tuple(length, length, fc.double({ min: 2, max: 6, noNaN: true })), {
      minLength: 1,
      maxLength: 4,
    }),
    doors: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.double({ min: 0.05, max: 1.2, noNaN: true })), { maxLength: 5 }),
    hole: fc.double({ min: 0.1, max: 3, noNaN: true }),
    fan: fc.double({ min: 0.05, max: 2, noNaN: true }),
    growth: fc.double({ min: 0.003, max: 0.2, noNaN: true }),
    peak: fc.double({ min: 20, max: 1500, noNaN: true }),
    leak: fc.double({ min: 0, max: 0.02, noNaN: true }),
  })
  .map(({ sizes, doors, hole, fan, growth, peak, leak }) => {
    const names = sizes.map((_, at) => `r${at}`);
    const place = (at: number): string => names[at % (names.length + 1)] ?? "outdoors";
    const rooms = sizes.map(([w, d, h], at) => ({ ...roomOf(`r${at}`, w, d, h, at === 3 ? 3 : 0), leakM2: leak }));
    const own = doors.filter(([a, b]) => place(a) !== place(b));
    return partsOf({
      rooms,
      doors: own.map(([a, b, width], at) => ({ ...doorOf(place(a), place(b), width, 1.9), id: `door ${at}` })),
      holes: names.length > 3 ? [{ id: "hole", upper: "r3", lower: "r1", areaM2: hole, shape: "round" }] : [],
      fans: [
        {
          id: "fan",
          from: "r0",
          to: "outdoors",
          flowM3PerS: fan,
          intakeM: 1.9,
          outletM: 2,
          weakensAtPa: 200,
          stopsAtPa: 300,
        },
      ],
      fires: [fireIn("r0", growth, peak)],
    });
  });

/** How far mass and energy are from being kept, as shares of what there is and of what was released. */
function imbalance(parts: ZoneParts, ticks: number): { mass: number; energy: number; state: ZoneState } {
  const plan = planZones(parts);
  const before = holdings(openZones(plan));
  const { state } = runZones(parts, ticks);
  const after = holdings(state);
  const { fuelKg, outKg, releasedJ, fuelHeatJ, intoLiningsJ, outJ } = state.ledger;
  return {
    mass: Math.abs(after.massKg - before.massKg - (fuelKg - outKg)) / before.massKg,
    energy: Math.abs(after.energyJ - before.energyJ - (releasedJ + fuelHeatJ - intoLiningsJ - outJ)) / before.energyJ,
    state,
  };
}

describe("in any building", () => {
  test("mass and energy are kept to 1e-9, and no species is ever less than nothing", () => {
    fc.assert(
      fc.property(building, fc.integer({ min: 50, max: 1200 }), (parts, ticks) => {
        const { mass, energy, state } = imbalance(parts, ticks);
        expect(mass).toBeLessThan(1e-9);
        expect(energy).toBeLessThan(1e-9);
        expect(Math.min(...state.massKg)).toBeGreaterThanOrEqual(0);
        expect(state.heatJ.every((one) => Number.isFinite(one) && one > 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  }, 60000);

  test("oxygen and temperature stay between those of air and fire: nothing breathes more oxygen than there is in air", () => {
    fc.assert(
      fc.property(building, fc.integer({ min: 50, max: 1200 }), (parts, ticks) => {
        const { building: plan, state } = runZones(parts, ticks);
        const airOxygen = plan.air[SPECIES.o2] ?? 0;
        for (let layer = 0; layer < 2 * plan.rooms.length; layer += 1) {
          const kg = state.massKg.slice(layer * SPECIES_COUNT, (layer + 1) * SPECIES_COUNT);
          const whole = kg.reduce((sum, one) => sum + one, 0);
          expect((kg[SPECIES.o2] ?? 0) / whole).toBeLessThanOrEqual(airOxygen * (1 + 1e-9));
          const kelvin = (state.heatJ[layer] ?? 0) / (1012 * whole);
          expect(kelvin).toBeGreaterThan(plan.ambientK - 15);
          expect(kelvin).toBeLessThan(2300);
        }
      }),
      { numRuns: 40 },
    );
  }, 60000);

  test("what burns is no more than was asked, and what is released is what burns", () => {
    fc.assert(
      fc.property(building, (parts) => {
        const { state } = runZones(parts, 600);
        const { fuelKg, burntKg, releasedJ } = state.ledger;
        expect(burntKg).toBeLessThanOrEqual(fuelKg * (1 + 1e-12));
        expect(releasedJ).toBeCloseTo(burntKg * 20e6, 0);
      }),
      { numRuns: 15 },
    );
  });

  test("the order in which rooms and doors are written changes nothing", () => {
    fc.assert(
      fc.property(building, (parts) => {
        const turned = { ...parts, rooms: parts.rooms.toReversed(), doors: parts.doors.toReversed() };
        expect(JSON.stringify(runZones(turned, 400).state)).toBe(JSON.stringify(runZones(parts, 400).state));
      }),
      { numRuns: 15 },
    );
  }, 60000);
});

test("a thousand ticks are the same every time, and the same after writing the state down and reading it back", () => {
  const whole = runZones(twelveRooms(), 1000).state;
  expect(JSON.stringify(runZones(twelveRooms(), 1000).state)).toBe(JSON.stringify(whole));
  const { state } = runZones(twelveRooms(), 400);
  const plan = planZones(twelveRooms());
  const read: ZoneState = JSON.parse(JSON.stringify(state));
  while (read.tick < 1000) stepZones(plan, read, askedHeatW(plan, read));
  expect(JSON.stringify(read)).toBe(JSON.stringify(whole));
});

describe("ventilation", () => {
  const steadyCo = (flowM3PerS: number): number => {
    const parts = partsOf({
      rooms: [{ ...roomOf("shaft", 3, 3, 4), mixed: true, leakM2: 0 }],
      doors: [doorOf("shaft", "outdoors", 0.5, 1)],
      fans: [
        {
          id: "fan",
          from: "shaft",
          to: "outdoors",
          flowM3PerS,
          intakeM: 3.5,
          outletM: 3.5,
          weakensAtPa: 500,
          stopsAtPa: 600,
        },
      ],
      fires: [fireIn("shaft", 1, 20)],
    });
    const { building: plan, state } = runZones(parts, 4000);
    return readZone(plan, state, 0).upper.moleFraction.co;
  };
  test("more of it never raises the steady concentration of carbon monoxide", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        (q, more) => {
          expect(steadyCo(q + more)).toBeLessThan(steadyCo(q));
        },
      ),
      { numRuns: 6 },
    );
  }, 60000);
});

describe("a door", () => {
  const three = (): ZoneParts =>
    partsOf({
      rooms: [roomOf("fire", 4, 4, 2.5), roomOf("next", 4, 4, 2.5)].map((room) => ({ ...room, leakM2: 0 })),
      doors: [doorOf("fire", "next"), doorOf("fire", "outdoors")],
      fires: [fireIn("fire", 0.0469, 500)],
    });
  test("that is shut lets no smoke through, and one that is opened does", () => {
    const plan = planZones(three());
    const state = openZones(plan);
    const between = plan.doors.findIndex(({ id }) => id === "fire to next");
    state.doorOpen[between] = 0;
    const run = (ticks: number): number => {
      for (let tick = 0; tick < ticks; tick += 1) stepZones(plan, state, askedHeatW(plan, state));
      return readZone(plan, state, 1).upper.moleFraction.co;
    };
    expect(run(900)).toBe(0);
    state.doorOpen[between] = 1;
    expect(run(300)).toBeGreaterThan(1e-4);
  });
});
