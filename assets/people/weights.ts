// Skin weights: how far each point of a figure follows each of the joints around it.
import { smoothstep, type Vec3 } from "./field.ts";
import { boneEnd, JOINTS, type JointName, jointAt, jointIndex } from "./skeleton.ts";

export type Influence = readonly (readonly [joint: number, weight: number])[];

type Blend = Map<JointName, number>;

const segmentDistance = (at: Vec3, from: Vec3, to: Vec3): number => {
  const d: Vec3 = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const square = d[0] ** 2 + d[1] ** 2 + d[2] ** 2 || 1e-9;
  const along = (at[0] - from[0]) * d[0] + (at[1] - from[1]) * d[1] + (at[2] - from[2]) * d[2];
  const t = Math.max(0, Math.min(1, along / square));
  return Math.hypot(at[0] - from[0] - d[0] * t, at[1] - from[1] - d[1] * t, at[2] - from[2] - d[2] * t);
};

const TRUNK = JOINTS.filter(({ name }) => !/Arm|Hand|Leg|Foot|Toes/.test(name)).map(({ name }) => name);

const trunkWeights = (at: Vec3): Blend => {
  const blend: Blend = new Map();
  for (const name of TRUNK) {
    if (name === "head") continue;
    if ((name.startsWith("left") && at[0] < 0) || (name.startsWith("right") && at[0] > 0)) continue;
    blend.set(name, 1 / (segmentDistance(at, jointAt(name), boneEnd(name)) + 0.015) ** 4);
  }
  let sum = 0;
  for (const weight of blend.values()) sum += weight;
  const head = smoothstep(1.5, 1.565, at[1] + Math.max(0, at[2]) * 0.7);
  for (const [name, weight] of blend) blend.set(name, (weight / sum) * (1 - head));
  blend.set("head", head);
  return blend;
};

/** Shares out `amount` along a chain: each step takes over from the one before around its joint. */
const shareChain = (blend: Blend, amount: number, chain: readonly (readonly [JointName, number])[]): void => {
  let left = amount;
  chain.forEach(([name], index) => {
    const next = chain[index + 1];
    const passed = next ? left * next[1] : 0;
    blend.set(name, (blend.get(name) ?? 0) + left - passed);
    left = passed;
  });
};

/** The influences on a point of a soft part, strongest first, at most four, summing to one. */
export const influencesAt = (at: Vec3): Influence => {
  const side = at[0] >= 0 ? "left" : "right";
  const reach = Math.abs(at[0]);
  const blend = trunkWeights(at);
  const overShoulder = smoothstep(1.18, 1.3, at[1]);
  const arm = smoothstep(0.135 + (1.43 - at[1]) * 0.25, 0.245, reach) * overShoulder;
  const hipLine = 0.93 - reach * 0.35;
  const leg = smoothstep(hipLine + 0.075, hipLine - 0.085, at[1]) * smoothstep(-0.012, 0.03, reach);
  for (const [name, weight] of blend) blend.set(name, weight * (1 - arm) * (1 - leg));
  shareChain(blend, arm, [
    [`${side}UpperArm`, 0],
    [`${side}LowerArm`, smoothstep(0.41, 0.52, reach)],
    [`${side}Hand`, smoothstep(0.69, 0.745, reach)],
  ]);
  const toes = at[1] < 0.12 ? smoothstep(0.075, 0.125, at[2]) : 0;
  shareChain(blend, leg * (1 - arm), [
    [`${side}UpperLeg`, 0],
    [`${side}LowerLeg`, smoothstep(0.57, 0.43, at[1])],
    [`${side}Foot`, smoothstep(0.135, 0.06, at[1])],
    [`${side}Toes`, toes],
  ]);
  const strongest = [...blend].sort((a, b) => b[1] - a[1]).slice(0, 4);
  const sum = strongest.reduce((total, [, weight]) => total + weight, 0) || 1;
  return strongest.map(([name, weight]) => [jointIndex(name), weight / sum] as const);
};
