// Proves that a tracked person's hands arrive where the headset says they are, and that clips get their joints back.
import { Object3D, Vector3 } from "three";
import { expect, test } from "vitest";
import { JOINTS, jointOffset } from "../../assets/people/skeleton.ts";
import type { PersonFrame } from "../../sim-server/protocol/frames.ts";
import { trackBody } from "./tracked-body.ts";

function skeleton(): Object3D {
  const root = new Object3D();
  const joints = new Map<string, Object3D>();
  for (const joint of JOINTS) {
    const made = new Object3D();
    made.name = joint.name;
    made.position.set(...jointOffset(joint));
    (joint.parent ? joints.get(joint.parent) : root)?.add(made);
    joints.set(joint.name, made);
  }
  return root;
}

const person = (hands: readonly number[] | null, doing = "stand"): PersonFrame => ({
  name: "",
  position: "",
  figure: "operator-m",
  simulated: false,
  connected: true,
  x: 0,
  y: 0,
  z: 0,
  yawDeg: 180,
  pitchDeg: 0,
  hands,
  suit: false,
  scba: false,
  doing,
});
const at = (body: Object3D, joint: string): Vector3 => {
  body.updateWorldMatrix(true, true);
  return new Vector3().setFromMatrixPosition(body.getObjectByName(joint)?.matrixWorld ?? body.matrixWorld);
};

test("both wrists come to rest where the hands are told to be, for a figure of any size", () => {
  for (const size of [0.925, 1]) {
    const body = skeleton();
    body.scale.setScalar(size);
    const tracked = trackBody(body);
    // The figure faces south (+z): its left hand is east, both are 0.4 m before and 0.45 m below the eyes.
    const hands = [0.2, -0.4, -0.45, -0.15, -0.35, -0.3];
    for (let i = 0; i < 240; i++) {
      tracked.release();
      tracked.follow(person(hands), 0, 1 / 60);
    }
    const eyes = at(body, "head").add(new Vector3(0, 0.07, 0));
    expect(at(body, "leftHand").distanceTo(eyes.clone().add(new Vector3(0.2, -0.45, 0.4)))).toBeLessThan(0.005);
    expect(at(body, "rightHand").distanceTo(eyes.clone().add(new Vector3(-0.15, -0.3, 0.35)))).toBeLessThan(0.005);
  }
});

test("elbows hang down and out, as elbows do", () => {
  const body = skeleton();
  const tracked = trackBody(body);
  for (let i = 0; i < 240; i++) {
    tracked.release();
    tracked.follow(person([0.2, -0.4, -0.35, -0.2, -0.4, -0.35]), 0, 1 / 60);
  }
  for (const side of ["left", "right"] as const) {
    const elbow = at(body, `${side}LowerArm`);
    expect(elbow.y).toBeLessThan(at(body, `${side}UpperArm`).y - 0.05);
    expect(Math.abs(elbow.x)).toBeGreaterThan(0.15);
  }
});

test("without hands, and for someone who lies down, the clip's joints stay as the clip set them", () => {
  const body = skeleton();
  const tracked = trackBody(body);
  tracked.release();
  tracked.follow(person([0.2, -0.4, -0.35, -0.2, -0.4, -0.35], "collapsed"), -40, 1 / 60);
  tracked.release();
  tracked.follow(person(null), 0, 1 / 60);
  for (const joint of ["head", "leftUpperArm", "rightLowerArm"]) {
    expect(Math.abs(body.getObjectByName(joint)?.quaternion.w ?? 0)).toBeCloseTo(1, 6);
  }
});
