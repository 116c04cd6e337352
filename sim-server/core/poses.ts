// Poses: what a client may claim about its body, checked against how people move and against walls.
import type { Pose } from "../protocol/intents.ts";
import { inTheWay } from "./doors.ts";
import { able, type Run, TICKS } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

/** Human limits for poses: sustained metres a second, and the longest hop (a teleport step). */
const STRIDE_MPS = 2.5;
export const HOP_M = 7;

/** Time gives back what a body may move: short hops at once, human speed in the long run. */
export function regainStride(body: Body): void {
  body.strideM = Math.min(HOP_M, body.strideM + STRIDE_MPS / TICKS);
}

/**
 * Takes a client's pose when a person could have moved so; otherwise keeps the body and says where it is held.
 * In the lobby the clock stands and gives no stride back, so there only walls and the longest hop count.
 */
export function takePose(run: Run, body: Body, pose: Pose): void {
  body.yawDeg = rounded(pose.yawDeg, 10);
  body.pitchDeg = rounded(pose.pitchDeg, 10);
  body.hands = pose.hands ? pose.hands.map((part) => rounded(part, 100)) : null;
  if (!able(body)) return;
  const { map } = run.compiled;
  // What was sent before one climbed to another floor is no place to be any more.
  if (map.floorAt(pose.z) !== map.floorAt(body.z)) {
    body.held = { x: body.x, y: body.y, z: body.z };
    return;
  }
  const to = { x: rounded(pose.x, 100), y: rounded(pose.y, 100) };
  const moved = distance(body, to);
  if (moved < 0.005) {
    body.held = null;
    return;
  }
  if (body.walk !== null) return;
  const { x: spanX, y: spanY } = run.compiled.scenario.stage.bounds;
  const outside = to.x < spanX[0] || to.x > spanX[1] || to.y < spanY[0] || to.y > spanY[1];
  if (outside || moved > body.strideM || inTheWay(run, body, to) !== null) {
    body.held = { x: body.x, y: body.y, z: body.z };
    return;
  }
  if (run.state.phase === "running") body.strideM -= moved;
  body.x = to.x;
  body.y = to.y;
  body.z = map.heightAt(body.x, body.y, body.z);
  body.held = null;
}

const rounded = (value: number, parts: number): number => Math.round(value * parts) / parts;
