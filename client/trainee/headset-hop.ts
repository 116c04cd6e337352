// Hopping in the headset: the other hand's stick pushed forward, or the main hand's press held on free floor, then let go.
import { Vector3 } from "three";
import { mayMove } from "./body-driver.tsx";
import type { Arc } from "./headset-arc.ts";
import { type HandPointer, pointerOf } from "./headset-hands.tsx";
import { useSettings } from "./settings.ts";
import { type Landing, throwArc } from "./teleport.ts";
import type { TraineeRun } from "./trainee-run.ts";

/** The hand whose press is held while it points at nothing that can be used, and since when. */
export type FloorHold = { pointer: HandPointer | null; sinceMs: number };
export const openFloorHold = (): FloorHold => ({ pointer: null, sinceMs: 0 });

/** A press shorter than this is a slip, not a hop. */
const HOLD_MS = 400;
/** An arc that nobody had time to see is no hop. */
const SEEN_FRAMES = 4;
const STICK_BEGINS = -0.7;
const STICK_ENDS = -0.3;

/** Called each frame: shows the arc while one is thrown and gives the place when it is let go on free floor. */
export function openHop(trainee: TraineeRun, arc: Arc, floor: FloorHold): (nowMs: number) => Landing | null {
  const start = new Vector3();
  let thrower: HandPointer | null = null;
  let byStick = false;
  let landing: Landing | null = null;
  let seenFrames = 0;

  const begins = (nowMs: number): HandPointer | null => {
    const other = pointerOf(useSettings.getState().hand === "right" ? "left" : "right");
    byStick = (other?.stick().y ?? 0) < STICK_BEGINS;
    if (byStick) return other;
    return floor.pointer && nowMs - floor.sinceMs > HOLD_MS ? floor.pointer : null;
  };
  const goesOn = (pointer: HandPointer): boolean =>
    byStick ? pointer.stick().y < STICK_ENDS : floor.pointer === pointer;

  return (nowMs) => {
    const ground = trainee.ground();
    if (!ground || !mayMove(trainee)) {
      thrower = landing = null;
      arc.hide();
      return null;
    }
    if (!thrower) {
      thrower = begins(nowMs);
      seenFrames = 0;
    }
    if (!thrower) return null;
    if (!goesOn(thrower)) {
      const end = landing;
      thrower = landing = null;
      arc.hide();
      return end?.free && (byStick || seenFrames >= SEEN_FRAMES) ? end : null;
    }
    thrower.ray.updateWorldMatrix(true, false);
    const at = thrower.ray.matrixWorld.elements;
    start.setFromMatrixPosition(thrower.ray.matrixWorld);
    const aim = { x: start.x, y: -start.z, z: start.y, dx: -at[8], dy: at[10], dz: -at[9] };
    landing = throwArc(aim, trainee.body, ground, trainee.isOpen, arc.points);
    arc.show(landing);
    seenFrames += 1;
    return null;
  };
}
