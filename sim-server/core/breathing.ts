// What somebody breathes where they stand or lie, and whether it fells them: knock-down by gas, lack of oxygen.
import { airAt } from "./air-at.ts";
import { hasAir } from "./hazard/breathing-air.ts";
import { hypoxiaRate } from "./hazard/fractional-dose.ts";
import { ppmAt, substanceOf } from "./hazard/gas.ts";
import { knockDownPerS } from "./hazard/knock-down.ts";
import { able, type Run } from "./run.ts";
import type { Body } from "./state.ts";

/** Height of nose and mouth over the floor, m. */
const STANDING_M = 1.5;
const LYING_M = 0.3;

/** Where somebody's nose is, m over the stage's ground; in open air everybody is taken as standing. */
export function noseM(run: Run, body: Body): number {
  const indoor = run.compiled.scenario.stage.rooms[body.room]?.indoor === true;
  return body.z + (indoor && !able(body) ? LYING_M : STANDING_M);
}

/** Toxic gas around somebody's nose, ppm. */
export const aroundPpm = (run: Run, body: Body): number => ppmAt(run, body.x, body.y, noseM(run, body));

/** One second of breathing: true when the air has felled the body. */
export function isFelled(run: Run, body: Body): boolean {
  if (!(body.scba && body.air !== null && hasAir(body.air))) {
    body.knockDown = Math.min(1, body.knockDown + knockDownPerS(substanceOf(run).id, body.ppm));
    if (run.state.gases.oxygen !== undefined) {
      const { oxygenPercent } = airAt(run, body.x, body.y, noseM(run, body));
      body.oxygenLack = Math.min(1, body.oxygenLack + hypoxiaRate(oxygenPercent) / 60);
    }
  }
  return body.knockDown >= 1 || body.oxygenLack >= 1;
}
