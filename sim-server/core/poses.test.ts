import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pose } from "../protocol/intents.ts";
import { hut, rig } from "./hut.fixture.ts";

const compiled = hut();
const pose = (x: number, y: number, more: Partial<Pose> = {}) => ({
  do: "pose" as const,
  x,
  y,
  z: 0,
  yawDeg: 0,
  pitchDeg: 0,
  ...more,
});
const begun = () => {
  const one = rig(compiled);
  one.start();
  return one;
};

describe("a pose", () => {
  test("within a hop is taken, with where the person looks, to the centimetre", () => {
    const { ask, body } = begun();
    ask("hand-1", pose(-8.123, 4.456, { yawDeg: 90.04, pitchDeg: -5 }));
    expect(body("hand-1")).toMatchObject({ x: -8.12, y: 4.46, yawDeg: 90, pitchDeg: -5, held: null });
  });

  test("further than any hop is held where the body was, and the client is told where", () => {
    const { ask, body } = begun();
    const { x, y } = body("hand-1");
    ask("hand-1", pose(x - 9, y));
    expect(body("hand-1")).toMatchObject({ x, y, held: { x, y, z: 0 } });
  });

  test("through a wall or a shut door is held; through the open door it is taken", () => {
    const { ask, body, put } = begun();
    put("hand-1", -1, 5);
    ask("hand-1", pose(1, 5));
    expect(body("hand-1")).toMatchObject({ x: -1, y: 5 });
    put("hand-1", -1, 3);
    ask("hand-1", pose(1, 3));
    expect(body("hand-1").held).toEqual({ x: -1, y: 3, z: 0 });
    expect(ask("hand-1", { do: "operate", prop: "west-door", action: "open" })).toBeNull();
    ask("hand-1", pose(1, 3));
    expect(body("hand-1")).toMatchObject({ x: 1, y: 3, held: null });
  });

  test("onto a wall and off it on the other side is held too", () => {
    const { ask, body, put } = begun();
    put("hand-1", -0.5, 5);
    ask("hand-1", pose(0, 5));
    ask("hand-1", pose(0.5, 5));
    expect(body("hand-1").x).toBeLessThanOrEqual(0);
  });

  test("beyond the bounds of the stage is held", () => {
    const { ask, body, put } = begun();
    put("hand-1", 38, 30);
    ask("hand-1", pose(41, 30));
    expect(body("hand-1")).toMatchObject({ x: 38, held: { x: 38, y: 30, z: 0 } });
  });

  test("of somebody who has collapsed turns the head but moves nobody", () => {
    const { ask, body } = begun();
    body("hand-1").condition = "collapsed";
    const { x, y } = body("hand-1");
    ask("hand-1", pose(x - 1, y, { yawDeg: 45 }));
    expect(body("hand-1")).toMatchObject({ x, y, yawDeg: 45 });
  });

  test("in the lobby lets a person walk about as long as they like, but not through a shut door", () => {
    const { ask, body, put } = rig(compiled);
    put("hand-1", -6, 3);
    for (let lap = 0; lap < 20; lap += 1) {
      ask("hand-1", pose(-9, 3));
      ask("hand-1", pose(-6, 3));
    }
    expect(body("hand-1")).toMatchObject({ x: -6, y: 3, held: null });
    put("hand-1", -1, 3);
    ask("hand-1", pose(1, 3));
    expect(body("hand-1").x).toBe(-1);
  });

  test("however many come, carries nobody further than a hop and 2.5 metres a second", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 1, maxLength: 80 }), (strides) => {
        const { ask, body, put } = begun();
        put("hand-1", -39, 20);
        let walked = 0;
        for (const stride of strides) {
          const before = body("hand-1").x;
          ask("hand-1", pose(before + stride, 20));
          walked += body("hand-1").x - before;
        }
        expect(walked).toBeLessThanOrEqual(7 + (strides.length / 10) * 2.5 + 0.05);
      }),
      { numRuns: 40 },
    );
  });
});
