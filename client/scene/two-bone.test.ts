// Proves the reach of an arm against geometry: bones keep their lengths, the hand arrives, the elbow bends to its side.
import fc from "fast-check";
import { Quaternion, Vector3 } from "three";
import { describe, expect, test } from "vitest";
import { bend, carry } from "./two-bone.ts";

const place = fc
  .tuple(
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
    fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  )
  .map(([x, y, z]) => new Vector3(x, y, z));
const UPPER_M = 0.285;
const LOWER_M = 0.255;

describe("an arm that reaches", () => {
  test("whatever is asked, no bone is longer or shorter than it is", () => {
    fc.assert(
      fc.property(place, place, (from, target) => {
        const [elbow, end] = [new Vector3(), new Vector3()];
        bend(from, target, UPPER_M, LOWER_M, new Vector3(0.3, -0.6, -0.5), elbow, end);
        expect(elbow.distanceTo(from)).toBeCloseTo(UPPER_M, 6);
        expect(elbow.distanceTo(end)).toBeCloseTo(LOWER_M, 6);
      }),
    );
  });

  test("what is within reach is reached, what is farther is pointed at", () => {
    fc.assert(
      fc.property(place, place, (from, target) => {
        const [elbow, end] = [new Vector3(), new Vector3()];
        bend(from, target, UPPER_M, LOWER_M, new Vector3(0, -1, 0), elbow, end);
        const far = target.distanceTo(from);
        if (far > 0.04 && far < 0.535) expect(end.distanceTo(target)).toBeLessThan(1e-6);
        if (far >= 0.54) expect(end.sub(from).normalize().dot(target.sub(from).normalize())).toBeGreaterThan(0.999999);
      }),
    );
  });

  test("a right triangle of 3, 4 and 5 has its elbow where the pole says", () => {
    const [elbow, end] = [new Vector3(), new Vector3()];
    bend(new Vector3(), new Vector3(0, 0, 0.5), 0.3, 0.4, new Vector3(0, -1, 0), elbow, end);
    expect(elbow.x).toBeCloseTo(0, 9);
    expect(elbow.y).toBeCloseTo(-0.24, 9);
    expect(elbow.z).toBeCloseTo(0.18, 9);
  });

  test("the turn carries the resting bone and its hinge onto the new ones", () => {
    const turn = new Quaternion();
    const [restAlong, restHinge] = [new Vector3(1, 0, 0), new Vector3(0, 1, 0)];
    const [along, hinge] = [new Vector3(0, -1, 0), new Vector3(0.6, 0, 0.8)];
    carry(restAlong, restHinge, along, hinge, turn);
    expect(restAlong.clone().applyQuaternion(turn).distanceTo(along)).toBeLessThan(1e-9);
    expect(restHinge.clone().applyQuaternion(turn).distanceTo(hinge)).toBeLessThan(1e-9);
  });
});
