// The one skeleton of all figures: VRM joint names, T-pose, facing +z with the left hand at +x, metres, y up.
import type { Vec3 } from "./field.ts";

const CENTRE = ["hips", "spine", "chest", "upperChest", "neck", "head"] as const;
const LIMBS = ["Shoulder", "UpperArm", "LowerArm", "Hand", "UpperLeg", "LowerLeg", "Foot", "Toes"] as const;
export type Side = "left" | "right";
export type Limb = (typeof LIMBS)[number];
export type JointName = (typeof CENTRE)[number] | `${Side}${Limb}`;
export type Joint = { readonly name: JointName; readonly parent: JointName | null; readonly at: Vec3 };

export const FIGURE_HEIGHT_M = 1.75;
export const SIDES = [
  { side: "left", sign: 1 },
  { side: "right", sign: -1 },
] as const satisfies readonly { side: Side; sign: number }[];

const limbJoints = (side: Side, sign: number): Joint[] => [
  { name: `${side}Shoulder`, parent: "upperChest", at: [0.04 * sign, 1.42, 0] },
  { name: `${side}UpperArm`, parent: `${side}Shoulder`, at: [0.18 * sign, 1.43, -0.012] },
  { name: `${side}LowerArm`, parent: `${side}UpperArm`, at: [0.465 * sign, 1.43, -0.018] },
  { name: `${side}Hand`, parent: `${side}LowerArm`, at: [0.72 * sign, 1.43, -0.008] },
  { name: `${side}UpperLeg`, parent: "hips", at: [0.098 * sign, 0.915, 0] },
  { name: `${side}LowerLeg`, parent: `${side}UpperLeg`, at: [0.1 * sign, 0.5, 0.006] },
  { name: `${side}Foot`, parent: `${side}LowerLeg`, at: [0.102 * sign, 0.085, -0.022] },
  { name: `${side}Toes`, parent: `${side}Foot`, at: [0.104 * sign, 0.03, 0.1] },
];

export const JOINTS: readonly Joint[] = [
  { name: "hips", parent: null, at: [0, 0.95, 0] },
  { name: "spine", parent: "hips", at: [0, 1.06, 0] },
  { name: "chest", parent: "spine", at: [0, 1.19, 0] },
  { name: "upperChest", parent: "chest", at: [0, 1.31, 0] },
  { name: "neck", parent: "upperChest", at: [0, 1.475, -0.012] },
  { name: "head", parent: "neck", at: [0, 1.56, 0] },
  ...SIDES.flatMap(({ side, sign }) => limbJoints(side, sign)),
];

const order = new Map(JOINTS.map((joint, index) => [joint.name, index]));

export const jointIndex = (name: JointName): number => order.get(name) ?? 0;

export const jointAt = (name: JointName): Vec3 => {
  const joint = JOINTS[jointIndex(name)];
  if (!joint) throw new Error(`the skeleton has no joint ${name}`);
  return joint.at;
};

export const jointOffset = (joint: Joint): Vec3 => {
  if (!joint.parent) return joint.at;
  const from = jointAt(joint.parent);
  return [joint.at[0] - from[0], joint.at[1] - from[1], joint.at[2] - from[2]];
};

const TIPS: Partial<Record<JointName, Vec3>> = {
  hips: [0, 1.0, 0],
  upperChest: [0, 1.45, 0],
  head: [0, 1.74, 0],
  leftHand: [0.88, 1.43, 0],
  rightHand: [-0.88, 1.43, 0],
  leftToes: [0.104, 0.03, 0.17],
  rightToes: [-0.104, 0.03, 0.17],
};

/** Where a bone ends: at its first child down the same chain, or at its own tip. */
export const boneEnd = (name: JointName): Vec3 => {
  const tip = TIPS[name];
  if (tip) return tip;
  const child = JOINTS.find((joint) => joint.parent === name);
  return child ? child.at : jointAt(name);
};
