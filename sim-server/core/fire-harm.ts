// What smoke and heat do to the trainees' bodies: doses by the air at their heads, less what they wear.
import { hasAir } from "./hazard/breathing-air.ts";
import { type Condition, worseOf } from "./hazard/exposure.ts";
import { PROTECTION_FACTORS } from "./hazard/protection.ts";
import { heatPerMin, smokeOf } from "./hazard/room-smoke.ts";
import type { Run } from "./run.ts";
import type { Body } from "./state.ts";

/** Turnout clothing keeps heat off so many times as long (assumption after Foster and Roberts 1994: 160 C borne briefly). */
const TURNOUT_FACTOR = 3;
/** At half a dose people are taken as impaired, at three times it as dead (assumption; ISO 13571 acts at 1). */
const IMPAIRED_DOSE = 0.5;
const LETHAL_DOSE = 3;

/** One second of smoke and heat; what they leave a person in. */
export function breatheSmoke(run: Run, body: Body): Condition {
  const smoke = smokeOf(run, body.room);
  if (smoke) {
    const masked = body.scba && body.air !== null && hasAir(body.air);
    if (!masked && smoke.head.irritation >= 1) body.wound = worseOf(body.wound, "impaired");
    body.gasDose += smoke.head.gasPerMin / 60 / (masked ? PROTECTION_FACTORS.scba.breathing : 1);
    body.heatDose += heatPerMin(run, body.room, body.x, body.y) / 60 / (body.turnout ? TURNOUT_FACTOR : 1);
  }
  return worseOf(body.wound, byDose(Math.max(body.gasDose, body.heatDose)));
}

const byDose = (dose: number): Condition =>
  dose >= LETHAL_DOSE ? "dead" : dose >= 1 ? "collapsed" : dose >= IMPAIRED_DOSE ? "impaired" : "well";
