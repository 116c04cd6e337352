// Solves a stance (where hips, feet and hands are) into joint rotations, so that feet stand on the floor.
import { Euler, Matrix4, Quaternion, Vector3 } from "three";
import type { Vec3 } from "./field.ts";
import { JOINTS, type JointName, jointAt, jointIndex, jointOffset, SIDES, type Side } from "./skeleton.ts";

/** Degrees about x (nod), y (turn left), z (lean right). */
export type Turn = readonly [pitch: number, yaw?: number, roll?: number];
/** A foot on the floor (ankle by way of its sole) or a leg posed freely. */
export type Leg =
  | {
      readonly sole: Vec3;
      readonly pitch?: number;
      readonly out?: number;
      readonly toes?: number;
      readonly knee?: Vec3;
    }
  | { readonly thigh: Turn; readonly knee: number; readonly foot?: number };
/** A hand reaching a point of the figure's space, or an arm hanging freely. */
export type Arm =
  | { readonly hand: Vec3; readonly elbow?: Vec3; readonly wrist?: Turn; readonly shrug?: number }
  | { readonly lower: number; readonly swing?: number; readonly bend?: number; readonly wrist?: Turn };
export type Stance = {
  readonly hips: Vec3;
  readonly turns: Partial<Record<"hips" | "spine" | "chest" | "upperChest" | "neck" | "head", Turn>>;
  readonly legs: Readonly<Record<Side, Leg>>;
  readonly arms: Readonly<Record<Side, Arm>>;
};
export type Pose = { readonly hips: Vec3; readonly turns: readonly Quaternion[] };

const RAD = Math.PI / 180;
const quaternion = ([pitch, yaw = 0, roll = 0]: Turn): Quaternion =>
  new Quaternion().setFromEuler(new Euler(pitch * RAD, yaw * RAD, roll * RAD, "YXZ"));
const vector = ([x, y, z]: Vec3): Vector3 => new Vector3(x, y, z);

type Solver = {
  readonly local: Quaternion[];
  readonly world: (name: JointName) => Quaternion;
  readonly place: (name: JointName) => Vector3;
  readonly face: (name: JointName, world: Quaternion) => void;
};

const solver = (hips: Vec3): Solver => {
  const local = JOINTS.map(() => new Quaternion());
  const parentOf = (name: JointName): JointName | null => JOINTS[jointIndex(name)]?.parent ?? null;
  const world = (name: JointName): Quaternion => {
    const parent = parentOf(name);
    const own = local[jointIndex(name)] ?? new Quaternion();
    return parent ? world(parent).multiply(own) : own.clone();
  };
  const place = (name: JointName): Vector3 => {
    const joint = JOINTS[jointIndex(name)];
    if (!joint?.parent) return vector(hips);
    return vector(jointOffset(joint)).applyQuaternion(world(joint.parent)).add(place(joint.parent));
  };
  const face = (name: JointName, turn: Quaternion): void => {
    const parent = parentOf(name);
    const base = parent ? world(parent).invert() : new Quaternion();
    local[jointIndex(name)] = base.multiply(turn);
  };
  return { local, world, place, face };
};

/** A bone's frame: along it, and about the hinge it bends on, which both bones of a limb share. */
const frame = (along: Vector3, hinge: Vector3): Matrix4 => {
  const x = along.clone().normalize();
  const y = hinge.clone().cross(x).normalize();
  return new Matrix4().makeBasis(x, y, x.clone().cross(y));
};
const carry = (fromAlong: Vector3, fromHinge: Vector3, toAlong: Vector3, toHinge: Vector3): Quaternion => {
  const turn = frame(toAlong, toHinge).multiply(frame(fromAlong, fromHinge).transpose());
  return new Quaternion().setFromRotationMatrix(turn);
};

const reach = (
  rig: Solver,
  chain: readonly [JointName, JointName, JointName],
  target: Vector3,
  restPole: Vector3,
  pole: Vector3,
): void => {
  const [upper, lower, end] = chain;
  const restUpper = vector(jointAt(lower)).sub(vector(jointAt(upper)));
  const restLower = vector(jointAt(end)).sub(vector(jointAt(lower)));
  const a = restUpper.length();
  const b = restLower.length();
  const from = rig.place(upper);
  const along = target.clone().sub(from);
  const distance = Math.min(along.length(), (a + b) * 0.9995);
  along.normalize();
  const side = pole.clone().addScaledVector(along, -pole.dot(along)).normalize();
  const cosine = Math.max(-1, Math.min(1, (a * a + distance * distance - b * b) / (2 * a * distance)));
  const sine = Math.sqrt(1 - cosine * cosine);
  const toMiddle = along
    .clone()
    .multiplyScalar(cosine * a)
    .addScaledVector(side, sine * a);
  const toEnd = along.clone().multiplyScalar(distance).sub(toMiddle);
  const restHinge = restUpper.clone().cross(restPole);
  const hinge = along.clone().cross(side);
  rig.face(upper, carry(restUpper, restHinge, toMiddle, hinge));
  rig.face(lower, carry(restLower, restHinge, toEnd, hinge));
};

const ANKLE_M = 0.085;
/** From the ankle: the heel, and the ball where the foot rolls off. */
const HEEL_M = 0.062;
const BALL_M = 0.122;

const poseLeg = (rig: Solver, side: Side, sign: number, leg: Leg): void => {
  const [upper, lower, foot] = [`${side}UpperLeg`, `${side}LowerLeg`, `${side}Foot`] as const;
  if ("thigh" in leg) {
    rig.local[jointIndex(upper)] = quaternion(leg.thigh);
    rig.local[jointIndex(lower)] = quaternion([leg.knee]);
    rig.local[jointIndex(foot)] = quaternion([leg.foot ?? 0]);
    return;
  }
  const pitch = leg.pitch ?? 0;
  const yaw = (leg.out ?? 6) * sign;
  const turn = quaternion([pitch, yaw]);
  const pivot = pitch > 0 ? BALL_M : -HEEL_M;
  const ankle = new Vector3(0, ANKLE_M, -pivot).applyQuaternion(quaternion([pitch]));
  ankle.z += pivot;
  ankle.applyQuaternion(quaternion([0, yaw])).add(vector(leg.sole));
  const pole = leg.knee ? vector(leg.knee) : new Vector3(0, 0, 1).applyQuaternion(quaternion([0, yaw * 0.8]));
  reach(rig, [upper, lower, foot], ankle, new Vector3(0, 0, 1), pole);
  rig.face(foot, turn);
  const toes = leg.toes ?? (pitch > 0 ? -pitch * 0.8 : 0);
  rig.local[jointIndex(`${side}Toes`)] = quaternion([toes]);
};

const poseArm = (rig: Solver, side: Side, sign: number, arm: Arm): void => {
  const [upper, lower, hand] = [`${side}UpperArm`, `${side}LowerArm`, `${side}Hand`] as const;
  if ("hand" in arm) {
    rig.local[jointIndex(`${side}Shoulder`)] = quaternion([0, 0, sign * (arm.shrug ?? 0)]);
    const pole = arm.elbow ? vector(arm.elbow) : new Vector3(0.35 * sign, -0.6, -0.5);
    reach(rig, [upper, lower, hand], vector(arm.hand), new Vector3(0, 0, -1), pole.normalize());
  } else {
    rig.local[jointIndex(`${side}Shoulder`)] = quaternion([0, 0, -sign * Math.max(0, arm.lower - 60) * 0.4]);
    const drop = quaternion([0, 0, -sign * Math.min(arm.lower, 60 + (arm.lower - 60) * 0.6)]);
    rig.local[jointIndex(upper)] = quaternion([arm.swing ?? 0]).multiply(drop);
    rig.local[jointIndex(lower)] = quaternion([0, -sign * (arm.bend ?? 10)]);
  }
  const [pitch, yaw = 0, roll = 0] = arm.wrist ?? [0];
  rig.local[jointIndex(hand)] = quaternion([pitch, yaw * sign, roll * sign]);
};

export const solve = (stance: Stance): Pose => {
  const rig = solver(stance.hips);
  for (const name of ["hips", "spine", "chest", "upperChest", "neck", "head"] as const) {
    const turn = stance.turns[name];
    if (turn) rig.local[jointIndex(name)] = quaternion(turn);
  }
  for (const { side, sign } of SIDES) {
    poseLeg(rig, side, sign, stance.legs[side]);
    poseArm(rig, side, sign, stance.arms[side]);
  }
  return { hips: stance.hips, turns: rig.local };
};

/** Where a joint is in a pose, for tests and for aiming. */
export const jointPlace = (pose: Pose, name: JointName): Vec3 => {
  const rig = solver(pose.hips);
  pose.turns.forEach((turn, i) => {
    rig.local[i] = turn;
  });
  const at = rig.place(name);
  return [at.x, at.y, at.z];
};
