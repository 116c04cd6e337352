// Helping in a crowd: who is sent to whom, making the person ready, and leading or carrying them out.
import { type Ground, heightM } from "./crowd-ground.ts";
import type { Need } from "./crowd-people.ts";
import type { Crowd } from "./crowd-state.ts";

/**
 * Level pace of a helper with the person helped, m/s: an arm to lean on 0.78 (mean of assisted walkers, Boyce, Shields
 * and Silcock 1999); carrying is an assumption of 0.6, the slow side of the hand-carried devices of Hunt, Galea and
 * Lawrence 2015.
 */
export const AID_PACE_MPS: Readonly<Record<Need, number>> = {
  none: Number.POSITIVE_INFINITY,
  arm: 0.78,
  carrying: 0.6,
};
/** Making somebody ready, ticks: standing up on an arm, being lifted (assumptions). */
const READY_TICKS: Readonly<Record<Need, number>> = { none: 0, arm: 50, carrying: 150 };
const REACH_M = 0.9;
/** A point of the way counts as reached within this distance, m, on the same level. */
const NEAR_M = 0.35;
const SAME_LEVEL_M = 1.5;

/** The way to go now into `into`; false while one stands. Fetches whoever one was sent for. */
export function runErrand(crowd: Crowd, i: number, ground: Ground, into: Float64Array): boolean {
  const errand = crowd.errand[i];
  if (!errand) return false;
  const x = crowd.x[i] ?? 0;
  const y = crowd.y[i] ?? 0;
  if (errand.fetch >= 0 && isWithin(crowd, i, errand.fetch)) {
    makeReady(crowd, i);
    return false;
  }
  const layer = ground.layers[crowd.layer[i] ?? 0];
  const z = layer ? heightM(layer, x, y) : 0;
  for (let point = errand.points[errand.next]; point; point = errand.points[errand.next]) {
    const [dx, dy] = [point[0] - x, point[1] - y];
    const gapM = Math.sqrt(dx * dx + dy * dy);
    const isLast = errand.next === errand.points.length - 1;
    if (gapM > (isLast ? NEAR_M / 2 : NEAR_M) || Math.abs(point[2] - z) > SAME_LEVEL_M) {
      into[0] = dx / Math.max(gapM, 1e-9);
      into[1] = dy / Math.max(gapM, 1e-9);
      return true;
    }
    errand.next += 1;
  }
  return false;
}

function isWithin(crowd: Crowd, i: number, j: number): boolean {
  const dx = (crowd.x[i] ?? 0) - (crowd.x[j] ?? 0);
  const dy = (crowd.y[i] ?? 0) - (crowd.y[j] ?? 0);
  return crowd.layer[i] === crowd.layer[j] && dx * dx + dy * dy < REACH_M * REACH_M;
}

function makeReady(crowd: Crowd, i: number): void {
  const errand = crowd.errand[i];
  if (!errand) return;
  const helped = errand.fetch;
  if (crowd.mode[helped] === "out" || (crowd.helpedBy[helped] ?? -1) >= 0) {
    crowd.errand[i] = null;
    return;
  }
  if (errand.readyTick < 0) errand.readyTick = crowd.tick + READY_TICKS[crowd.need[helped] ?? "none"];
  if (crowd.tick < errand.readyTick) return;
  crowd.errand[i] = null;
  crowd.helps[i] = helped;
  crowd.helpedBy[helped] = i;
  crowd.mode[helped] = "carried";
  crowd.radiusM[i] = Math.max(crowd.radiusM[i] ?? 0, HELPING_RADIUS_M);
}

/** Two side by side take this much room, m. */
const HELPING_RADIUS_M = 0.3;

/** Whoever is helped is where the helper is. */
export function bringAlong(crowd: Crowd, i: number): void {
  const helped = crowd.helps[i] ?? -1;
  if (helped < 0) return;
  crowd.x[helped] = crowd.x[i] ?? 0;
  crowd.y[helped] = crowd.y[i] ?? 0;
  crowd.layer[helped] = crowd.layer[i] ?? 0;
  crowd.facingX[helped] = crowd.facingX[i] ?? 0;
  crowd.facingY[helped] = crowd.facingY[i] ?? 0;
  crowd.speedMps[helped] = crowd.speedMps[i] ?? 0;
}
