// What may go wrong: one entry of `hazards` is a release of gas, a fire or an explosion, as its kind says.
import { z } from "zod";
import { type Explosion, explosion, type Fire, fire } from "./fire.ts";
import { type GasRelease, gasRelease } from "./storyline.ts";

export const hazard = z.discriminatedUnion("kind", [gasRelease, fire, explosion]);
type Hazard = z.infer<typeof hazard>;

/** Past the door each kind stands by itself: releases under `hazards`, which they had to themselves at first. */
export type Hazards = {
  hazards: Record<string, GasRelease>;
  fires: Record<string, Fire>;
  explosions: Record<string, Explosion>;
};

export function byKind(written: Readonly<Record<string, Hazard>>): Hazards {
  const apart: Hazards = { hazards: {}, fires: {}, explosions: {} };
  for (const [id, one] of Object.entries(written)) {
    if (one.kind === "gas-release") apart.hazards[id] = one;
    else if (one.kind === "fire") apart.fires[id] = one;
    else apart.explosions[id] = one;
  }
  return apart;
}

/** All of them again under one key, as they are written. */
export const asWritten = <T extends Hazards>(scenario: T) => ({
  ...scenario,
  hazards: { ...scenario.hazards, ...scenario.fires, ...scenario.explosions },
});
