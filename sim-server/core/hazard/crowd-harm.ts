// What the air does to a crowd: gas and fire doses of everybody, and how they slow people and bring them down.
import { fall, hurt } from "./crowd-orders.ts";
import type { Crowd } from "./crowd-state.ts";
import { type Condition, type Exposure, openExposure, stepExposure, worseOf } from "./exposure.ts";
import type { Substance } from "./substance.ts";

/** Doses taken so far, one entry a person of the crowd; plain data. */
export type CrowdHarm = {
  exposure: Exposure[];
  /** Fractional effective dose of fire gases and heat; who reaches 1 goes down. */
  fireDose: number[];
  condition: Condition[];
};
export type HarmfulAir = {
  readonly substance: Substance | null;
  readonly ppm: (xM: number, yM: number, layer: number) => number;
  /** Fractional effective concentration of irritants; left out, none. */
  readonly irritation?: (xM: number, yM: number, layer: number) => number;
  readonly fireDosePerS: (xM: number, yM: number, layer: number) => number;
};
export type HarmEvent = { readonly kind: "condition-changed"; readonly of: string; readonly to: Condition };

/** Everybody's air is sampled once in so many ticks, by turns. */
const SAMPLE_TICKS = 10;
/** Share of pace the impaired keep: 0.6 of 1.4 m/s, as for everybody else in a run; irritated people walk on. */
const IMPAIRED_SHARE = 0.6 / 1.4;
/** Fire dose at which people are taken as impaired: half of the way down (assumption; ISO 13571 acts at 1 for the median). */
const IMPAIRED_DOSE = 0.5;

export const openHarm = (people: number): CrowdHarm => ({
  exposure: Array.from({ length: people }, openExposure),
  fireDose: new Array<number>(people).fill(0),
  condition: new Array<Condition>(people).fill("well"),
});

/** One tick of breathing for a tenth of the crowd; nobody's dose ever falls. Those who are out breathe clean air. */
export function harmCrowd(harm: CrowdHarm, crowd: Crowd, air: HarmfulAir): HarmEvent[] {
  const events: HarmEvent[] = [];
  const dtS = SAMPLE_TICKS / 10;
  for (let i = crowd.tick % SAMPLE_TICKS; i < crowd.ids.length; i += SAMPLE_TICKS) {
    if (crowd.mode[i] === "out" || harm.condition[i] === "dead") continue;
    const [x, y, layer] = [crowd.x[i] ?? 0, crowd.y[i] ?? 0, crowd.layer[i] ?? 0];
    harm.fireDose[i] = (harm.fireDose[i] ?? 0) + Math.max(0, air.fireDosePerS(x, y, layer)) * dtS;
    const exposure = harm.exposure[i];
    if (air.substance && exposure)
      harm.exposure[i] = stepExposure(exposure, air.substance, air.ppm(x, y, layer), dtS, { worn: "none" });
    const stung: Condition = (air.irritation?.(x, y, layer) ?? 0) >= 1 ? "impaired" : "well";
    const smarting = worseOf(stung, harm.condition[i] === "impaired" ? "impaired" : "well");
    const breathed = worseOf(harm.exposure[i]?.condition ?? "well", byFire(harm.fireDose[i] ?? 0));
    const to = worseOf(breathed, smarting);
    if (to === harm.condition[i]) continue;
    harm.condition[i] = to;
    const of = crowd.ids[i] ?? "";
    events.push({ kind: "condition-changed", of, to });
    if (to === "collapsed" || to === "dead") fall(crowd, of);
    else hurt(crowd, of, to === "impaired" ? IMPAIRED_SHARE : 1);
  }
  return events;
}

/** Who goes on lying there dies of three times the dose that felled them (assumption). */
const LETHAL_DOSE = 3;
const byFire = (dose: number): Condition =>
  dose >= LETHAL_DOSE ? "dead" : dose >= 1 ? "collapsed" : dose >= IMPAIRED_DOSE ? "impaired" : "well";
