// All clips as sampled joint rotations: each is a stance that changes with time, or key stances eased one to the next.
import { Quaternion } from "three";
import { CLIP_NAMES, CLIP_TABLE, type ClipName } from "./clip-table.ts";
import { smoothstep, type Vec3 } from "./field.ts";
import { gaitStance, RUN, WALK } from "./gait.ts";
import { jointPlace, type Pose, solve } from "./rig.ts";
import { JOINTS, type JointName } from "./skeleton.ts";
import {
  collapseKeys,
  coughing,
  crouching,
  idling,
  type Key,
  lying,
  pointing,
  radioing,
  sitting,
  working,
} from "./stances.ts";

export type BakedClip = {
  readonly name: ClipName;
  readonly timesS: readonly number[];
  /** Per joint, quaternions end to end. */
  readonly rotations: readonly (readonly number[])[];
  readonly hips: readonly number[];
};

const FRAMES_PER_SECOND: Partial<Record<ClipName, number>> = { walk: 18, run: 25, collapse: 12, cough: 12 };

const between = (keys: readonly Key[], timeS: number): Pose => {
  const next = keys.findIndex(({ atS }) => atS >= timeS);
  const to = keys[next < 0 ? keys.length - 1 : next];
  const from = keys[next <= 0 ? Math.max(0, next) : next - 1];
  if (!from || !to) throw new Error("a clip needs at least one key");
  const a = solve(from.stance);
  const b = solve(to.stance);
  const t = to === from ? 1 : smoothstep(from.atS, to.atS, timeS);
  const lerp = (axis: 0 | 1 | 2): number => a.hips[axis] + (b.hips[axis] - a.hips[axis]) * t;
  const hips: Vec3 = [lerp(0), lerp(1), lerp(2)];
  const turns = a.turns.map((turn, i) => turn.clone().slerp(b.turns[i] ?? new Quaternion(), t));
  return aboveFloor({ hips, turns });
};

/** How near the floor each joint may come: half the thickness of the limb around it. */
const CLEARANCE_M: Partial<Record<JointName, number>> = {
  leftFoot: 0.075,
  rightFoot: 0.075,
  leftToes: 0.03,
  rightToes: 0.03,
  leftLowerLeg: 0.075,
  rightLowerLeg: 0.075,
  leftHand: 0.04,
  rightHand: 0.04,
};

const aboveFloor = (pose: Pose): Pose => {
  let sunk = 0;
  for (const { name } of JOINTS) {
    const clearance = CLEARANCE_M[name];
    if (clearance !== undefined) sunk = Math.max(sunk, clearance - jointPlace(pose, name)[1]);
  }
  return { hips: [pose.hips[0], pose.hips[1] + sunk, pose.hips[2]], turns: pose.turns };
};

/** The pose of a clip at a moment of it; `turn` runs 0 to 1 over the clip. */
export const poseAt = (name: ClipName, timeS: number): Pose => {
  const turn = timeS / CLIP_TABLE[name].durationS;
  switch (name) {
    case "idle":
      return solve(idling(turn));
    case "walk":
      return solve(gaitStance(WALK, timeS));
    case "run":
      return solve(gaitStance(RUN, timeS));
    case "work-crouch":
      return solve(crouching(turn));
    case "work-stand":
      return solve(working(turn));
    case "cough":
      return solve(coughing(turn));
    case "collapse":
      return between(collapseKeys(), timeS);
    case "lie":
      return solve(lying(turn));
    case "sit":
      return solve(sitting(turn));
    case "talk-radio":
      return solve(radioing(turn));
    case "point":
      return solve(pointing(turn));
  }
};

const bakeClip = (name: ClipName): BakedClip => {
  const { durationS } = CLIP_TABLE[name];
  const frames = Math.round(durationS * (FRAMES_PER_SECOND[name] ?? 5));
  const timesS = Array.from({ length: frames + 1 }, (_, i) => (i * durationS) / frames);
  const poses = timesS.map((timeS) => poseAt(name, timeS));
  const rotations = JOINTS.map((_, joint) => {
    const list: number[] = [];
    let before = new Quaternion();
    for (const pose of poses) {
      const turn = (pose.turns[joint] ?? new Quaternion()).clone();
      if (turn.dot(before) < 0) turn.set(-turn.x, -turn.y, -turn.z, -turn.w);
      list.push(turn.x, turn.y, turn.z, turn.w);
      before = turn;
    }
    return list;
  });
  return { name, timesS, rotations, hips: poses.flatMap(({ hips }) => [...hips]) };
};

export const bakeClips = (): BakedClip[] => CLIP_NAMES.map(bakeClip);
