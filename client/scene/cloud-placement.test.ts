// Proves that drawn gas lies where the simulation has it: in its room, round its puff, below the opening it leaves.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CloudFrame, StageView } from "../../sim-server/protocol/frames.ts";
import { hazeAt, placeCloud, SPOT_STRIDE, SPOTS } from "./cloud-placement.ts";

const title = { zh: "", en: "" };
const STAGE: StageView = {
  title,
  model: "none",
  bounds: { x: [-40, 60], y: [-40, 40] },
  rooms: {
    store: { title, x: [0, 10], y: [0, 8], heightM: 4, indoor: true },
    control: { title, x: [-16, -9], y: [10, 16], heightM: 3, indoor: true },
    yard: { title, x: [-40, 60], y: [-40, 40], heightM: 10, indoor: false },
  },
  doors: {},
  places: {},
  props: {},
};
const clear: CloudFrame = { rooms: {}, puffs: [], jets: [] };

type Spot = { x: number; y: number; z: number; radiusM: number; opacity: number };
function spots(cloud: CloudFrame): Spot[] {
  const into = new Float32Array(SPOTS * SPOT_STRIDE).fill(9);
  placeCloud(cloud, STAGE, into);
  return Array.from({ length: SPOTS }, (_, i) => {
    const [x = 0, y = 0, z = 0, radiusM = 0, opacity = 0] = into.subarray(i * SPOT_STRIDE, (i + 1) * SPOT_STRIDE);
    return { x, y, z, radiusM, opacity };
  });
}
const seen = (cloud: CloudFrame) => spots(cloud).filter((spot) => spot.opacity > 0);
const within = (x: number, y: number, room: "store" | "control") => {
  const { x: spanX, y: spanY } = STAGE.rooms[room] ?? { x: [0, 0], y: [0, 0] };
  return x > spanX[0] && x < spanX[1] && y > spanY[0] && y < spanY[1];
};

describe("the drawn cloud", () => {
  test("clear air shows nothing at all", () => {
    expect(seen(clear)).toEqual([]);
  });

  test("gas in one room is drawn inside that room's walls only, most of it in the lower half, for chlorine is heavy", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 1, noNaN: true }), (opacity) => {
        const drawn = seen({ ...clear, rooms: { store: opacity } });
        expect(drawn.length).toBeGreaterThan(10);
        expect(drawn.every(({ x, y }) => within(x, y, "store"))).toBe(true);
        const low = drawn.filter(({ z }) => z < 2).length;
        expect(low).toBeGreaterThan(drawn.length * 0.7);
        for (const spot of drawn) expect(spot.z + spot.radiusM).toBeLessThan(4.3);
      }),
    );
  });

  test("more gas is never drawn thinner", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (a, b) => {
          const sum = (opacity: number) =>
            seen({ ...clear, rooms: { store: opacity } }).reduce((total, spot) => total + spot.opacity, 0);
          expect(sum(Math.max(a, b))).toBeGreaterThanOrEqual(sum(Math.min(a, b)) - 1e-6);
        },
      ),
    );
  });

  test("a spot of a room keeps its place on the floor while the gas thickens", () => {
    const thin = seen({ ...clear, rooms: { store: 0.2 } });
    const thick = seen({ ...clear, rooms: { store: 0.9 } });
    expect(thin.map(({ x, y }) => [x, y])).toEqual(thick.map(({ x, y }) => [x, y]));
  });

  test("however many puffs and jets there are, no more than the fixed number of spots is filled, each near its puff", () => {
    const puff = fc.record({
      x: fc.double({ min: -30, max: 50, noNaN: true }),
      y: fc.double({ min: -30, max: 30, noNaN: true }),
      radiusM: fc.double({ min: 0.3, max: 12, noNaN: true }),
      heightM: fc.double({ min: 0.2, max: 4, noNaN: true }),
      opacity: fc.double({ min: 0.02, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(puff, { maxLength: 80 }), (puffs) => {
        const drawn = seen({ ...clear, puffs });
        expect(drawn.length).toBeLessThanOrEqual(SPOTS);
        for (const spot of drawn) {
          const near = puffs.some((one) => (one.x - spot.x) ** 2 + (one.y - spot.y) ** 2 <= (one.radiusM * 0.56) ** 2);
          expect(near).toBe(true);
          expect(spot.z).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("a liquid jet sinks away from its opening and grows wider as it goes", () => {
    const jet = { x: 4.4, y: 3.95, z: 0.95, strength: 1, liquid: true };
    const drawn = seen({ ...clear, jets: [jet] });
    expect(drawn.length).toBeGreaterThan(5);
    const far = (spot: Spot) => Math.hypot(spot.x - jet.x, spot.y - jet.y);
    const [first, last] = [drawn[0], drawn.at(-1)];
    if (!first || !last) throw new Error("nothing drawn");
    expect(far(last)).toBeGreaterThan(far(first));
    expect(last.radiusM).toBeGreaterThan(first.radiusM);
    expect(last.z).toBeLessThan(first.z);
  });
});

describe("haze before the eyes", () => {
  test("is as thick as the room's gas inside it, and nothing beyond its walls", () => {
    const cloud = { ...clear, rooms: { store: 0.7 } };
    expect(hazeAt(cloud, STAGE, 5, 4)).toBeCloseTo(0.7, 6);
    expect(hazeAt(cloud, STAGE, -12, 12)).toBe(0);
    expect(hazeAt(cloud, STAGE, -2, 4)).toBe(0);
  });

  test("thins with the distance from a puff and never passes one", () => {
    const puffs = Array.from({ length: 9 }, () => ({ x: 20, y: 0, radiusM: 5, heightM: 1, opacity: 0.8 }));
    const cloud = { ...clear, puffs };
    expect(hazeAt(cloud, STAGE, 20, 0)).toBe(1);
    const one = { ...clear, puffs: puffs.slice(0, 1) };
    expect(hazeAt(one, STAGE, 20, 0)).toBeGreaterThan(hazeAt(one, STAGE, 23, 0));
    expect(hazeAt(one, STAGE, 40, 0)).toBe(0);
  });
});
