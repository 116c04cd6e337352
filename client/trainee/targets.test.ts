// Proves what a ray is on: the nearest thing no wall hides, and only acts that make sense are offered.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MirrorFrame, StageView } from "../../sim-server/protocol/frames.ts";
import { actionsNow, personTarget, pick, type Ray, reaches, targetsOf } from "./targets.ts";
import { openGround } from "./walk.ts";

const title = { zh: "", en: "" };
const prop = { title, faces: 180, reachM: 1.6, workS: 0 };
const STAGE: StageView = {
  title,
  model: "none",
  bounds: { x: [-10, 20], y: [-10, 20] },
  rooms: {
    store: { title, x: [0, 10], y: [0, 8], heightM: 4, indoor: true },
    yard: { title, x: [-10, 20], y: [-10, 20], heightM: 10, indoor: false },
  },
  doors: {
    west: { title, between: ["yard", "store"], at: { x: 0, y: 4, z: 0 }, wall: "west", widthM: 1.9, heightM: 2.5 },
  },
  places: {},
  props: {
    valve: { ...prop, kind: "valve", at: { x: 4, y: 4, z: 0.95 }, actions: ["open", "close"] },
    far: { ...prop, kind: "valve", at: { x: 6, y: 4, z: 0.95 }, actions: ["open", "close"] },
    deco: { ...prop, kind: "scenery", at: { x: 3, y: 4, z: 0.95 }, actions: [] },
  },
};
const ground = openGround(STAGE);
const sight = (isOpen: boolean) => ({ targets: targetsOf(STAGE), ground, isOpen: () => isOpen });
const eastward = (x: number, z = 0.95): Ray => ({ x, y: 4, z, dx: 1, dy: 0, dz: 0 });

const frame = (props: MirrorFrame["props"]): MirrorFrame => ({
  tick: 0,
  phase: "running",
  speed: 1,
  windFromDeg: 0,
  windSpeedMps: 1,
  people: {},
  props,
  cloud: { rooms: {}, puffs: [], jets: [] },
});

describe("what a ray is on", () => {
  test("the nearer of two things, at its surface; scenery without acts is looked through", () => {
    const hit = pick(eastward(1), sight(true));
    expect(hit?.target.id).toBe("valve");
    expect(hit?.distanceM).toBeCloseTo(2.8, 6);
  });

  test("a shut door hides what is behind it and is itself what the ray is on; an open one does not hide", () => {
    expect(pick(eastward(-2), sight(false))?.target.id).toBe("west");
    expect(pick(eastward(-2), sight(true))?.target.id).toBe("valve");
  });

  test("nothing behind a wall is ever met, from wherever one looks", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: -0.5, noNaN: true }),
        fc.double({ min: -9, max: 19, noNaN: true }),
        (x, y) => {
          const far = Math.sqrt((4 - x) ** 2 + (4 - y) ** 2);
          const ray: Ray = { x, y, z: 0.95, dx: (4 - x) / far, dy: (4 - y) / far, dz: 0 };
          const hit = pick(ray, sight(false));
          expect(hit === null || hit.target.id === "west").toBe(true);
        },
      ),
    );
  });

  test("a colleague in the way is met before the valve behind", () => {
    const { targets, ...rest } = sight(true);
    const seen = { ...rest, targets: [...targets, personTarget("operator-2", title, 2.5, 4)] };
    expect(pick(eastward(1), seen)?.target.id).toBe("operator-2");
  });

  test("reach is a matter of plan distance, with the room's own slack", () => {
    const valve = targetsOf(STAGE).find(({ id }) => id === "valve");
    if (!valve) throw new Error("no valve");
    expect(reaches({ x: 4, y: 2.11 }, valve)).toBe(true);
    expect(reaches({ x: 4, y: 2.09 }, valve)).toBe(false);
  });
});

describe("what may be done with it now", () => {
  const valve = targetsOf(STAGE).find(({ id }) => id === "valve");
  const door = targetsOf(STAGE).find(({ id }) => id === "west");
  if (!valve || !door) throw new Error("no targets");

  test("a shut valve is not shut again, an open one not opened, one between both", () => {
    const acts = (fraction: number) => actionsNow(valve, STAGE, frame({ valve: { state: "idle", fraction } }), null);
    expect(acts(0)).toEqual(["open"]);
    expect(acts(1)).toEqual(["close"]);
    expect(acts(0.4)).toEqual(["open", "close"]);
  });

  test("a door offers the one thing it is not", () => {
    expect(actionsNow(door, STAGE, frame({ west: { state: "open", fraction: 1 } }), null)).toEqual(["close"]);
    expect(actionsNow(door, STAGE, frame({ west: { state: "closed", fraction: 0 } }), null)).toEqual(["open"]);
  });
});
