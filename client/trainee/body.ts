// The trainee's own body: where it stands and looks, what it may walk, and telling the room ten times a second.
import { turnBetween } from "../scene/space.ts";

export type Body = {
  x: number;
  y: number;
  z: number;
  yawDeg: number;
  pitchDeg: number;
  /** Eye height above the floor, metres. */
  eyeM: number;
  /** Left then right hand relative to the head, metres east, north, up; null without tracked hands. */
  hands: number[] | null;
  /** Whether the room has told where this body stands. */
  placed: boolean;
  /** Metres the room would still let this body go at once; refills as a person walks. */
  strideM: number;
  /** Metres walked, for footsteps. */
  walkedM: number;
  /** How a thumb pushes the walking stick on glass, -1 to 1 each. */
  driveAhead: number;
  driveAside: number;
  /** A turn asked for by a button in the headset, degrees clockwise, until it is made. */
  turnAskedDeg: number;
};

/** Eye height of a standing person of 1.75 m, metres. */
export const STANDING_EYE_M = 1.62;
/** One turn in steps, degrees. */
export const SNAP_DEG = 30;

/** The room's limits for poses, with a margin so that rounding never holds a body back. */
const STRIDE_MPS = 2.5;
const MOST_STRIDE_M = 6.6;
export const PACE_MPS = { walk: 1.5, hurry: 2.35, suitShare: 0.75, impairedShare: 0.45 } as const;
const POSE_MS = 100;
const STILL_MS = 1000;

export const openBody = (): Body => ({
  x: 0,
  y: 0,
  z: 0,
  yawDeg: 0,
  pitchDeg: 0,
  eyeM: STANDING_EYE_M,
  hands: null,
  placed: false,
  strideM: MOST_STRIDE_M,
  walkedM: 0,
  driveAhead: 0,
  driveAside: 0,
  turnAskedDeg: 0,
});

export function moveTo(body: Body, x: number, y: number): void {
  const far = Math.sqrt((x - body.x) ** 2 + (y - body.y) ** 2);
  body.strideM = Math.max(0, body.strideM - far);
  body.walkedM += far;
  body.x = x;
  body.y = y;
}

export const rest = (body: Body, deltaS: number): void => {
  body.strideM = Math.min(MOST_STRIDE_M, body.strideM + STRIDE_MPS * deltaS * 0.97);
};

/** Sends the pose at 10 Hz while it changes and once a second while it does not. */
export function poseTeller(body: Body, send: (pose: readonly number[]) => void): (nowMs: number) => void {
  let seq = 0;
  let toldAtMs = 0;
  let told: Pick<Body, "x" | "y" | "yawDeg" | "pitchDeg"> = { x: 0, y: 0, yawDeg: 0, pitchDeg: 0 };
  return (nowMs) => {
    if (!body.placed || nowMs - toldAtMs < POSE_MS) return;
    const moved = Math.abs(told.x - body.x) + Math.abs(told.y - body.y) > 0.01;
    const turned = Math.abs(turnBetween(told.yawDeg, body.yawDeg)) + Math.abs(told.pitchDeg - body.pitchDeg) > 0.5;
    if (!moved && !turned && body.hands === null && nowMs - toldAtMs < STILL_MS) return;
    toldAtMs = nowMs;
    told = { x: body.x, y: body.y, yawDeg: body.yawDeg, pitchDeg: body.pitchDeg };
    seq += 1;
    const yaw = ((body.yawDeg % 360) + 360) % 360;
    send([
      seq,
      fixed(body.x),
      fixed(body.y),
      fixed(body.z),
      fixed(yaw),
      fixed(body.pitchDeg),
      ...(body.hands ?? []).map(fixed),
    ]);
  };
}

const fixed = (value: number): number => Math.round(value * 100) / 100;
