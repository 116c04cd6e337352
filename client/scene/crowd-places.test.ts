import { describe, expect, test } from "vitest";
import { openCrowdPlaces } from "./crowd-places.ts";
import { smokeAt } from "./smoke-sight.ts";

const stage = { bounds: { x: [-10, 40], y: [-20, 30] } } as const;
/** One person as the room tells it: who, metres from the bounds' corner, heading, state. */
const told = (number: number, x: number, y: number, headingDeg = 0, state = 1): number[] => [
  number,
  Math.round(x * 10),
  Math.round(y * 10),
  0,
  headingDeg / 5,
  state,
];

describe("a crowd", () => {
  test("people stand where decimetres from the south-west corner say, north being away", () => {
    const crowd = openCrowdPlaces(stage);
    crowd.tell({ tick: 0, people: told(7, 12, 25) }, 0);
    expect([crowd.at[0], crowd.at[1], crowd.at[2]]).toEqual([2, 0, -5]);
  });

  test("a walk is shown between the two places it was told of, and arrives", () => {
    const crowd = openCrowdPlaces(stage);
    crowd.tell({ tick: 0, people: told(1, 10, 10) }, 0);
    crowd.tell({ tick: 5, people: told(1, 10.7, 10) }, 500);
    crowd.advance(0.1);
    expect(crowd.at[0]).toBeGreaterThan(0);
    expect(crowd.at[0]).toBeLessThan(0.7);
    expect(crowd.body[1]).toBeGreaterThan(0.1);
    for (let i = 0; i < 40; i++) crowd.advance(0.1);
    expect(crowd.at[0]).toBeCloseTo(0.7, 2);
    expect(crowd.body[1]).toBeLessThan(0.05);
  });

  test("whoever is left out is gone, and the others stay where they are", () => {
    const crowd = openCrowdPlaces(stage);
    crowd.tell({ tick: 0, people: [...told(1, 1, 1), ...told(2, 2, 2), ...told(3, 3, 3)] }, 0);
    crowd.tell({ tick: 5, people: [...told(3, 3, 3), ...told(2, 2, 2)] }, 500);
    expect(crowd.count).toBe(2);
    const places = [...crowd.who.subarray(0, 2)].map((who, i) => [who, crowd.at[i * 4]]);
    expect(places.sort()).toEqual([
      [2, -8],
      [3, -7],
    ]);
  });

  test("more people than can be drawn harm nobody", () => {
    const crowd = openCrowdPlaces(stage);
    crowd.tell({ tick: 0, people: Array.from({ length: 500 }, (_, i) => told(i, i % 40, 5)).flat() }, 0);
    crowd.advance(0.1);
    expect(crowd.count).toBe(256);
  });
});

test("one sees by the air at eye height: through smoke above its underside, clearer below it", () => {
  const room = { title: { zh: "库", en: "Store" }, x: [0, 10], y: [0, 10], heightM: 4, indoor: true } as const;
  const site = { rooms: { store: room } } as unknown as Parameters<typeof smokeAt>[1];
  const fire = {
    rooms: { store: { layerM: 1.5, upperSightM: 2, lowerSightM: 12, glow: 0 } },
    flames: [],
    blasts: [],
    water: [],
  };
  expect(smokeAt(fire, site, 5, 5, 1.62)?.sightM).toBe(2);
  expect(smokeAt(fire, site, 5, 5, 0.8)?.sightM).toBe(12);
  expect(smokeAt(fire, site, 15, 5, 1.62)).toBeNull();
});
