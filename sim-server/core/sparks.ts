// Sparks: what is switched, pressed, rung or starts by itself lights the air around it where that can burn.
import { airAt, lowerLimitPercent } from "./air-at.ts";
import { explode } from "./room-explosion.ts";
import { emitFact, type Run, TICKS } from "./run.ts";
import type { Body } from "./state.ts";

/** Upper limits, per cent by volume, above which a gas is too rich to burn (propane as LPG; NFPA 325). */
const UPPER_PERCENT: Readonly<Record<string, number>> = { propane: 9.5, methane: 15 };

/** One spark at a point, by whomever or whatever; an explosion where the gas is within its limits. */
export function spark(
  run: Run,
  by: string,
  what: string,
  thing: string,
  at: { x: number; y: number; z: number },
): void {
  const air = airAt(run, at.x, at.y, at.z);
  const lelPercent = Math.round(lowerLimitPercent(air));
  emitFact(run, by, "sparked", thing, { what, lelPercent });
  const tooRich = Object.entries(UPPER_PERCENT).some(([gas, upper]) => (air.ppm[gas] ?? 0) / 1e4 > upper);
  if (lelPercent >= 100 && !tooRich) explode(run, by, thing, at);
}

/** A prop was worked: it sparks if its author says so. */
export function sparkOf(run: Run, by: string, target: string): void {
  const prop = run.compiled.scenario.stage.props[target];
  if (prop?.sparks) spark(run, by, prop.kind === "button" ? "flame" : prop.kind, target, prop.at);
}

/** Somebody rings from where they stand, on a telephone that is not made for gas. */
export function sparkOfPhone(run: Run, body: Body): void {
  const indoor = run.compiled.scenario.stage.rooms[body.room]?.indoor === true;
  if (indoor && run.compiled.scenario.air.length > 0)
    spark(run, body.slot, "phone", body.slot, { x: body.x, y: body.y, z: body.z + 1.2 });
}

/** The tick of a period in which a machine starts: any, but always the same. */
const STARTS_AT = 3;

/** Machines that start by themselves while they have power. */
export function stepAppliances(run: Run): void {
  for (const { id, prop, everyS } of run.compiled.devices.appliances) {
    const powered = prop.of === undefined || run.state.props[prop.of]?.state === "on";
    const period = Math.round(everyS * TICKS);
    if (powered && run.state.tick > period && run.state.tick % period === STARTS_AT) sparkOf(run, "world", id);
  }
}
