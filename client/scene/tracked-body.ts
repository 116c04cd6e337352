// A person whose head and hands are known: the clip moves legs and trunk, head and arms follow what the headset tells.
import { type Object3D, Quaternion, Vector3 } from "three";
import type { PersonFrame } from "../../sim-server/protocol/frames.ts";
import { eased } from "./space.ts";
import { bend, carry } from "./two-bone.ts";

export type TrackedBody = {
  /** Gives the joints back to the clip; call before the mixer moves them. */
  readonly release: () => void;
  /** Lays head and arms over what the clip has just set. */
  readonly follow: (person: Readonly<PersonFrame>, pitchDeg: number, deltaS: number) => void;
};

/** How fast arms come up when hands begin to be tracked, and follow them, share of the gap per second. */
const TAKE_PACE = 6;
const HAND_PACE = 14;
/** Where the eyes are from the head joint: what the pose calls the head, metres up. */
const EYES_UP_M = 0.07;
const REST_POLE = new Vector3(0, 0, -1);
const NOD = new Vector3(1, 0, 0);
const REST = new Quaternion();

type Arm = {
  readonly upper: Object3D;
  readonly lower: Object3D;
  readonly upperM: number;
  readonly lowerM: number;
  readonly restUpper: Vector3;
  readonly restLower: Vector3;
  readonly upperHinge: Vector3;
  readonly lowerHinge: Vector3;
  /** Out to the arm's own side, down and back: where an elbow hangs. */
  readonly pole: Vector3;
  readonly hand: Vector3;
};

function armOf(body: Object3D, side: "left" | "right", sign: 1 | -1): Arm | null {
  const [upper, lower, hand] = ["UpperArm", "LowerArm", "Hand"].map((name) => body.getObjectByName(`${side}${name}`));
  if (!upper || !lower || !hand) return null;
  const restUpper = lower.position.clone();
  const restLower = hand.position.clone();
  return {
    upper,
    lower,
    upperM: restUpper.length(),
    lowerM: restLower.length(),
    restUpper,
    restLower,
    upperHinge: restUpper.clone().cross(REST_POLE),
    lowerHinge: restLower.clone().cross(REST_POLE),
    pole: new Vector3(0.5 * sign, -0.75, -0.45),
    hand: new Vector3(),
  };
}

const shoulder = new Vector3();
const target = new Vector3();
const elbow = new Vector3();
const end = new Vector3();
const pole = new Vector3();
const hinge = new Vector3();
const reach = new Vector3();
const eyes = new Vector3();
const scale = new Vector3();
const world = new Quaternion();
const above = new Quaternion();
const nod = new Quaternion();

export function trackBody(body: Object3D): TrackedBody {
  const head = body.getObjectByName("head") ?? null;
  const neck = body.getObjectByName("neck") ?? null;
  const left = armOf(body, "left", 1);
  const right = armOf(body, "right", -1);
  const arms = left && right ? [left, right] : [];
  const ours = [head, neck, ...arms.flatMap((arm) => [arm.upper, arm.lower])].filter((joint) => joint !== null);
  const byClip = ours.map((joint) => joint.quaternion.clone());
  let taken = 0;
  let begun = false;

  const lay = (arm: Arm): void => {
    const shoulderJoint = arm.upper.parent ?? body;
    shoulderJoint.matrixWorld.decompose(reach, above, scale);
    shoulder.setFromMatrixPosition(arm.upper.matrixWorld);
    const size = scale.x;
    target.copy(eyes).add(arm.hand);
    body.getWorldQuaternion(world);
    pole.copy(arm.pole).applyQuaternion(world);
    bend(shoulder, target, arm.upperM * size, arm.lowerM * size, pole, elbow, end);
    hinge.crossVectors(reach.copy(end).sub(shoulder), pole);
    carry(arm.restUpper, arm.upperHinge, reach.copy(elbow).sub(shoulder), hinge, world);
    nod.copy(above).invert().multiply(world);
    arm.upper.quaternion.slerp(nod, taken);
    above.copy(world);
    carry(arm.restLower, arm.lowerHinge, reach.copy(end).sub(elbow), hinge, world);
    nod.copy(above).invert().multiply(world);
    arm.lower.quaternion.slerp(nod, taken);
  };

  /** Plan metres east, north, up from the head become the scene's x, y, z. */
  const hold = (hands: readonly number[], deltaS: number): void => {
    const close = begun ? 1 - Math.exp(-HAND_PACE * deltaS) : 1;
    begun = true;
    for (let side = 0; side < arms.length; side++) {
      const at = side * 3;
      arms[side]?.hand.lerp(target.set(hands[at] ?? 0, hands[at + 2] ?? 0, -(hands[at + 1] ?? 0)), close);
    }
  };

  return {
    release: () => {
      for (let i = 0; i < ours.length; i++) ours[i]?.quaternion.copy(byClip[i] ?? REST);
    },
    follow: ({ hands, doing }, pitchDeg, deltaS) => {
      for (let i = 0; i < ours.length; i++) byClip[i]?.copy(ours[i]?.quaternion ?? REST);
      const able = doing !== "collapsed";
      taken = eased(taken, hands && able ? 1 : 0, TAKE_PACE, deltaS);
      if (able) {
        nod.setFromAxisAngle(NOD, (-pitchDeg * Math.PI) / 360);
        head?.quaternion.multiply(nod);
        neck?.quaternion.multiply(nod);
      }
      if (hands) hold(hands, deltaS);
      else begun = false;
      if (taken < 0.01 || !head) return;
      body.updateWorldMatrix(true, true);
      eyes.setFromMatrixPosition(head.matrixWorld);
      eyes.y += EYES_UP_M;
      for (let side = 0; side < arms.length; side++) {
        const arm = arms[side];
        if (arm) lay(arm);
      }
    },
  };
}
