// Protective gear: level-A suits, breathing apparatus and its air, buddy checks, washing and taking off.
import type { RefusalCode } from "../protocol/refusals.ts";
import { breathe, hasAir, isWhistling, minutesLeft, openAirSupply, type WorkRate } from "./hazard/breathing-air.ts";
import { isOfCrowd, lift } from "./hazard/crowd-lift.ts";
import { able, emitFact, isGuarded, type Run } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

const CHECK_REACH_M = 2.5;
/** Who has less stride left than this has just been walking. */
const MOVING_M = 6;
/** A set is hung back ready for the next wearer only if it is still about full (GA 124: at least nine tenths). */
const FULL_BAR = 270;

/** Takes a suit or a full set from its rack and puts it on. */
export function wear(run: Run, body: Body, rack: string, kind: "suit-rack" | "scba-rack"): void {
  const state = run.state.props[rack];
  if (state) state.fraction -= 1;
  if (kind === "suit-rack") {
    body.suit = true;
    body.soiled = false;
    body.washed = false;
  } else {
    body.scba = true;
    body.air = openAirSupply();
    body.airLow = false;
  }
  body.buddyReady = false;
  emitFact(run, body.slot, "worn", rack, { item: kind === "suit-rack" ? "suit" : "scba" });
}

/** Takes a suit or set off; a suit not washed since it met gas is noted as such. */
export function takeOff(run: Run, body: Body, rack: string, kind: "suit-rack" | "scba-rack"): void {
  const state = run.state.props[rack];
  if (state && (kind === "suit-rack" || (body.air?.pressureBar ?? 0) >= FULL_BAR)) state.fraction += 1;
  const item = kind === "suit-rack" ? "suit" : "scba";
  const clean = !body.soiled || body.washed;
  if (kind === "suit-rack") body.suit = false;
  else {
    body.scba = false;
    body.air = null;
  }
  body.buddyReady = false;
  emitFact(run, body.slot, "doffed", rack, { item, ppm: Math.round(body.ppm * 100) / 100, washed: clean });
}

/** Washes the suit down. */
export function wash(run: Run, body: Body, shower: string): void {
  body.washed = true;
  emitFact(run, body.slot, "washed", shower, {});
}

/** One looks over another's suit, mask and air. */
export function buddyCheck(run: Run, body: Body, who: string): RefusalCode | null {
  if (isOfCrowd(run, who)) return lift(run, body, who);
  const other = run.state.bodies[who];
  if (!other || other === body) return "unknown";
  if (!able(body)) return "collapsed";
  if (distance(body, other) > CHECK_REACH_M) return "too-far";
  const ready = isGuarded(run, other) && other.air !== null && !isWhistling(other.air);
  other.buddyReady = ready;
  emitFact(run, body.slot, "buddy-checked", who, { ready });
  return null;
}

/** Minutes of air left at walking breath; 0 without a set. */
export const minutesOfAir = (body: Body): number => (body.air ? minutesLeft(body.air, "walk") : 0);

/** Breathes for one second, as hard as one works. */
export function breatheAir(run: Run, body: Body): void {
  spendAir(run, body, 1, body.work ? "heavy" : body.walk !== null || body.strideM < MOVING_M ? "walk" : "rest");
}

/** Uses up air; the whistle and the empty cylinder are facts. */
export function spendAir(run: Run, body: Body, seconds: number, rate: WorkRate): void {
  if (!body.air || !hasAir(body.air)) return;
  body.air = breathe(body.air, seconds, rate);
  if (!body.airLow && isWhistling(body.air)) {
    body.airLow = true;
    emitFact(run, body.slot, "air-low", body.slot, { airMin: Math.round(minutesOfAir(body) * 10) / 10 });
  }
  if (!hasAir(body.air)) emitFact(run, body.slot, "air-out", body.slot, {});
}
