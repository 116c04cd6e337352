// Where a thumbstick teleport would land: a thrown arc from the hand, cut to what a person may hop.
import type { Body } from "./body.ts";
import type { DoorState, Ground } from "./walk.ts";

export type Landing = { x: number; y: number; free: boolean };
export type Throw = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
};

const SPEED_MPS = 7;
const GRAVITY = 9.81;
export const ARC_POINTS = 24;
const SHORTEST_M = 0.4;

/** Fills `arc` with ARC_POINTS plan points (x, y, z) and says where it lands. */
export function throwArc(from: Throw, body: Body, ground: Ground, isOpen: DoorState, arc: Float32Array): Landing {
  const rise = from.dz * SPEED_MPS;
  const flightS = (rise + Math.sqrt(rise * rise + 2 * GRAVITY * Math.max(0.05, from.z))) / GRAVITY;
  let x = from.x + from.dx * SPEED_MPS * flightS;
  let y = from.y + from.dy * SPEED_MPS * flightS;
  const far = Math.sqrt((x - body.x) ** 2 + (y - body.y) ** 2);
  const most = Math.max(SHORTEST_M, body.strideM - 0.1);
  const share = far > most ? most / far : 1;
  x = body.x + (x - body.x) * share;
  y = body.y + (y - body.y) * share;
  for (let i = 0; i < ARC_POINTS; i++) {
    const part = i / (ARC_POINTS - 1);
    const t = flightS * part;
    arc[i * 3] = from.x + (x - from.x) * part;
    arc[i * 3 + 1] = from.y + (y - from.y) * part;
    arc[i * 3 + 2] = Math.max(0.02, from.z + rise * t - (GRAVITY / 2) * t * t);
  }
  return { x, y, free: far > SHORTEST_M && ground.canHop(body, { x, y }, isOpen) };
}
