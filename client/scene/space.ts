// Plan metres (x east, y north, z up) and compass headings, as three.js sees them (x, z, -y).
import { Vector3 } from "three";

export type PlanPoint = { readonly x: number; readonly y: number; readonly z: number };

export const toScene = (x: number, y: number, z: number, into: Vector3): Vector3 => into.set(x, z, -y);
export const scenePoint = (at: PlanPoint): Vector3 => new Vector3(at.x, at.z, -at.y);

/** Turn about three's y axis of a thing that looks north (-z) when unturned, such as a camera. */
export const headingTurn = (headingDeg: number): number => (-headingDeg * Math.PI) / 180;

/** Compass heading of a scene direction, degrees clockwise from north, 0 to 360. */
export function headingOf(sceneX: number, sceneZ: number): number {
  const deg = (Math.atan2(sceneX, -sceneZ) * 180) / Math.PI;
  return (deg + 360) % 360;
}

/** The short way round from one angle to another, -180 to 180 degrees. */
export const turnBetween = (fromDeg: number, toDeg: number): number => ((((toDeg - fromDeg) % 360) + 540) % 360) - 180;

/** Moves `value` towards `target`: `pace` is how much of the gap closes in one second (per e). */
export const eased = (value: number, target: number, pace: number, deltaS: number): number =>
  value + (target - value) * (1 - Math.exp(-pace * deltaS));
