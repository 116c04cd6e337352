import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buoyantExchangeM3PerS,
  type Fan,
  type Link,
  openRoomAir,
  type RoomAirState,
  roomKgPerM3,
  setFanOn,
  setLinkOpen,
  stepRoomAir,
  windExchangeM3PerS,
} from "./room-air.ts";

const at = { x: 0, y: 0, z: 1 };
const door = (change: Partial<Link> = {}): Link => ({
  id: "door",
  room: "store",
  to: "outdoors",
  open: true,
  openM3PerS: 0.6,
  shutM3PerS: 0.02,
  at,
  ...change,
});
const fan = (change: Partial<Fan> = {}): Fan => ({
  id: "fan",
  room: "store",
  on: true,
  m3PerS: 1,
  efficiency: 0.95,
  at,
  ...change,
});
const rooms = [
  { id: "store", volumeM3: 180 },
  { id: "hall", volumeM3: 60 },
  { id: "office", volumeM3: 30 },
];
const building = (): RoomAirState =>
  openRoomAir(
    rooms,
    [
      door(),
      door({ id: "inner", to: "hall", openM3PerS: 0.3 }),
      door({ id: "desk", room: "hall", to: "office", openM3PerS: 0.2 }),
      door({ id: "gate", room: "hall" }),
    ],
    [fan({ m3PerS: 0.3 })],
  );
const inside = (air: RoomAirState): number => air.rooms.reduce((sum, room) => sum + room.massKg, 0);

describe("a room with a source", () => {
  test("comes to the same in one long step as in many short ones", () => {
    const long = stepRoomAir(building(), 600, { store: 0.1 }).air;
    let short = building();
    for (let i = 0; i < 6000; i += 1) short = stepRoomAir(short, 0.1, { store: 0.1 }).air;
    for (const { id } of rooms) expect(roomKgPerM3(short, id) / roomKgPerM3(long, id)).toBeCloseTo(1, 9);
    expect(short.ventedKg / long.ventedKg).toBeCloseTo(1, 9);
  });

  test("settles where outflow equals source, S over Q", () => {
    const air = openRoomAir([{ id: "store", volumeM3: 180 }], [door()], []);
    expect(roomKgPerM3(stepRoomAir(air, 1e5, { store: 0.1 }).air, "store")).toBeCloseTo(0.1 / 0.6, 12);
  });

  test("settles at the outdoor concentration when the gas comes from outside, and keeps account of it", () => {
    const air = openRoomAir([{ id: "store", volumeM3: 180 }], [door()], [fan()]);
    const step = stepRoomAir(air, 1e5, {}, 0.002);
    expect(roomKgPerM3(step.air, "store")).toBeCloseTo(0.002, 9);
    expect(inside(step.air) + step.air.ventedKg + step.air.scrubbedKg).toBeCloseTo(step.air.inflowKg, 6);
  });

  test("lets far less out of a shut door than of an open one", () => {
    const open = stepRoomAir(openRoomAir([{ id: "store", volumeM3: 180 }], [door()], []), 60, { store: 0.1 });
    const shut = stepRoomAir(
      setLinkOpen(openRoomAir([{ id: "store", volumeM3: 180 }], [door()], []), "door", false),
      60,
      {
        store: 0.1,
      },
    );
    expect(shut.ventedKgPerS).toBeLessThan(open.ventedKgPerS / 20);
  });

  test("reaches the rooms behind it in the order of the doors", () => {
    const air = stepRoomAir(building(), 120, { store: 0.1 }).air;
    expect(roomKgPerM3(air, "store")).toBeGreaterThan(roomKgPerM3(air, "hall"));
    expect(roomKgPerM3(air, "hall")).toBeGreaterThan(roomKgPerM3(air, "office"));
    expect(roomKgPerM3(air, "office")).toBeGreaterThan(0);
  });
});

describe("an extract fan", () => {
  const store = (): RoomAirState => openRoomAir([{ id: "store", volumeM3: 180 }], [door()], [fan()]);

  test("stronger than the door's draught keeps the gas in and sends 5 per cent of it past the scrubber", () => {
    const step = stepRoomAir(store(), 300, { store: 0.1 });
    expect(step.vents.find((vent) => vent.id === "door")?.kgPerS).toBe(0);
    expect(step.ventedKgPerS / (step.ventedKgPerS + step.scrubbedKgPerS)).toBeCloseTo(0.05, 9);
    expect(step.vents.find((vent) => vent.id === "fan")).toMatchObject({ at });
  });

  test("stronger than all openings of its room keeps the gas from the rooms behind, a weaker one does not", () => {
    const links = [door(), door({ id: "inner", to: "hall", openM3PerS: 0.3 })];
    const hall = (m3PerS: number): number =>
      roomKgPerM3(stepRoomAir(openRoomAir(rooms, links, [fan({ m3PerS })]), 120, { store: 0.1 }).air, "hall");
    expect(hall(1)).toBe(0);
    expect(hall(0.5)).toBeGreaterThan(0);
    expect(hall(0.5)).toBeLessThan(hall(0));
  });

  test("is fed through every opening in proportion, so that the room takes in as much air as it gives away", () => {
    const links = [door({ openM3PerS: 0.6 }), door({ id: "inner", to: "hall", openM3PerS: 0.3 })];
    const air = openRoomAir(rooms, links, [fan({ m3PerS: 0.45, efficiency: 0 })]);
    const { ventedKgPerS, vents } = stepRoomAir(stepRoomAir(air, 1e5, { store: 0.1 }).air, 1, { store: 0.1 });
    expect(ventedKgPerS).toBeCloseTo(0.1, 6);
    // Two thirds of the fan's 0.45 m3/s come in by the door, so it lets out 0.6 - 0.3 while the fan takes 0.45.
    const by = (id: string): number => vents.find((vent) => vent.id === id)?.kgPerS ?? 0;
    expect(by("door") / by("fan")).toBeCloseTo(0.3 / 0.45, 6);
  });

  test("switched off leaves the door to do it", () => {
    const step = stepRoomAir(setFanOn(store(), "fan", false), 300, { store: 0.1 });
    expect(step.scrubbedKgPerS).toBe(0);
    expect(step.vents.find((vent) => vent.id === "door")?.kgPerS).toBeGreaterThan(0);
  });
});

test("doors trade more air the heavier the gas inside and the stronger the wind", () => {
  expect(buoyantExchangeM3PerS(0.9, 2, 1.2, 1.2)).toBe(0);
  expect(buoyantExchangeM3PerS(0.9, 2, 1.3, 1.2)).toBeGreaterThan(buoyantExchangeM3PerS(0.9, 2, 1.25, 1.2));
  expect(windExchangeM3PerS(1.8, 4)).toBeCloseTo(0.18, 12);
});

test("no mass is made or lost in any building, however long the step, and none turns negative", () => {
  const deed = fc.record({
    door: fc.boolean(),
    gate: fc.boolean(),
    fan: fc.boolean(),
    store: fc.double({ min: 0, max: 3, noNaN: true }),
    hall: fc.double({ min: 0, max: 0.5, noNaN: true }),
    dtS: fc.double({ min: 0.05, max: 3000, noNaN: true }),
    outside: fc.double({ min: 0, max: 0.01, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 8 }), (deeds) => {
      let air = building();
      let emittedKg = 0;
      for (const { door: open, gate, fan: on, store, hall, dtS, outside } of deeds) {
        air = setFanOn(setLinkOpen(setLinkOpen(air, "door", open), "gate", gate), "fan", on);
        const step = stepRoomAir(air, dtS, { store, hall }, outside);
        air = step.air;
        emittedKg += (store + hall) * dtS;
        for (const room of air.rooms) expect(room.massKg).toBeGreaterThanOrEqual(0);
        for (const vent of step.vents) expect(vent.kgPerS).toBeGreaterThanOrEqual(0);
      }
      const known = emittedKg + air.inflowKg;
      expect(Math.abs(inside(air) + air.ventedKg + air.scrubbedKg - known)).toBeLessThan(1e-12 * known + 1e-12);
    }),
    { numRuns: 80 },
  );
});

test("the state of a building survives being written as JSON", () => {
  const air = stepRoomAir(building(), 33, { store: 0.2 }).air;
  const restored: RoomAirState = JSON.parse(JSON.stringify(air));
  expect(stepRoomAir(restored, 7, { store: 0.2 })).toEqual(stepRoomAir(air, 7, { store: 0.2 }));
});
