// Proves that a trainee walks through open doors only, slides along walls, and never ends inside one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { BODY_RADIUS_M, openGround } from "./walk.ts";

const title = { zh: "", en: "" };
const prop = { title, faces: 180, reachM: 1.6, workS: 0, actions: [] };
const stage: StageView = {
  title,
  model: "none",
  bounds: { x: [-10, 20], y: [-10, 20] },
  rooms: {
    store: { title, x: [0, 10], y: [0, 8], heightM: 4, indoor: true },
    dosing: { title, x: [10, 15], y: [0, 8], heightM: 4, indoor: true },
    yard: { title, x: [-10, 20], y: [-10, 20], heightM: 10, indoor: false },
  },
  doors: {
    west: { title, between: ["yard", "store"], at: { x: 0, y: 4, z: 0 }, wall: "west", widthM: 1.9, heightM: 2.5 },
    inner: { title, between: ["store", "dosing"], at: { x: 10, y: 3.5, z: 0 }, wall: "east", widthM: 1, heightM: 2.1 },
  },
  places: {},
  props: { tank: { ...prop, kind: "container", at: { x: 4.4, y: 5.4, z: 0.6 } } },
};
const ground = openGround(stage);
const open = () => true;
const shut = () => false;

describe("walking", () => {
  test("a shut door stops, an open one lets through", () => {
    expect(ground.step({ x: -2, y: 4 }, { x: 2, y: 4 }, shut).x).toBeLessThan(0);
    expect(ground.step({ x: -2, y: 4 }, { x: 2, y: 4 }, open).x).toBeCloseTo(2, 1);
  });

  test("walking slantwise into a wall slides along it", () => {
    const end = ground.step({ x: -1, y: 6 }, { x: 1, y: 7 }, open);
    expect(end.x).toBeCloseTo(-BODY_RADIUS_M, 3);
    expect(end.y).toBeGreaterThan(6.8);
  });

  test("a container is walked round, not through", () => {
    const end = ground.step({ x: 2, y: 5.4 }, { x: 7, y: 5.4 }, open);
    expect(end.x).toBeLessThan(4.4 - 0.42 - BODY_RADIUS_M + 0.01);
  });

  test("no walk of any length and direction, with doors shut, leaves the room it began in", () => {
    const within = fc.record({
      x: fc.double({ min: 0.5, max: 3, noNaN: true }),
      y: fc.double({ min: 0.5, max: 7.5, noNaN: true }),
    });
    const anywhere = fc.record({
      x: fc.double({ min: -9, max: 19, noNaN: true }),
      y: fc.double({ min: -9, max: 19, noNaN: true }),
    });
    fc.assert(
      fc.property(within, fc.array(anywhere, { minLength: 1, maxLength: 12 }), (start, goals) => {
        let at: { x: number; y: number } = start;
        for (const goal of goals) at = ground.step(at, goal, shut);
        expect(at.x).toBeGreaterThan(0);
        expect(at.x).toBeLessThan(10);
        expect(at.y).toBeGreaterThan(0);
        expect(at.y).toBeLessThan(8);
      }),
    );
  });

  test("a hop may not cross a wall, land in a container or leave the grounds", () => {
    expect(ground.canHop({ x: -2, y: 4 }, { x: 2, y: 4 }, shut)).toBe(false);
    expect(ground.canHop({ x: -2, y: 4 }, { x: 2, y: 4 }, open)).toBe(true);
    expect(ground.canHop({ x: 2, y: 4 }, { x: 4.4, y: 5.4 }, open)).toBe(false);
    expect(ground.canHop({ x: -9, y: 4 }, { x: -12, y: 4 }, open)).toBe(false);
  });

  test("a ray towards the store meets its west wall two metres away, and goes on through the open door", () => {
    expect(ground.wallAlong(-2, 6, 1, 0, open)).toBeCloseTo(2, 6);
    expect(ground.wallAlong(-2, 4, 1, 0, open)).toBeCloseTo(12, 6);
    expect(ground.wallAlong(-2, 4, 1, 0, shut)).toBeCloseTo(2, 6);
  });
});
