// The four-gas instrument somebody carries: what its inlet meets, what it shows, and what a test at a point records.
import type { Prop } from "../../scenarios/format/stage.ts";
import type { SelfView } from "../protocol/views.ts";
import { airAt } from "./air-at.ts";
import {
  clearInstrument,
  FOUR_GAS,
  openInstrument,
  readInstrument,
  stepInstrument,
} from "./hazard/detector-instrument.ts";
import { ppmAt } from "./hazard/gas.ts";
import { emitFact, type Run } from "./run.ts";
import type { Body } from "./state.ts";

/** It hangs on the chest, m over the floor. */
const CHEST_M = 1.3;

export const openMeter = () => openInstrument(FOUR_GAS);

/** One second: at a test point with a hose the pump draws from the hose's end, else from the chest. */
export function stepMeter(run: Run, body: Body): void {
  if (!body.meter) return;
  const prop = body.work ? run.compiled.scenario.stage.props[body.work.prop] : undefined;
  const inlet = prop?.kind === "sample-point" ? (prop.end ?? prop.at) : { x: body.x, y: body.y, z: body.z + CHEST_M };
  body.meter = stepInstrument(body.meter, airAt(run, inlet.x, inlet.y, inlet.z), 1);
}

/** What the instrument shows. */
export function meterView(body: Body): NonNullable<SelfView["meter"]> | null {
  if (!body.meter) return null;
  const readings = readInstrument(body.meter);
  const shows = (cell: string): number => {
    const value = readings.find((one) => one.cell === cell)?.shows ?? 0;
    return cell === "oxygen" ? Math.round(value * 10) / 10 : Math.round(value);
  };
  return {
    oxygenPercent: shows("oxygen"),
    lelPercent: shows("explosive"),
    coPpm: shows("carbon-monoxide"),
    h2sPpm: shows("hydrogen-sulfide"),
    over: readings.filter(({ isOverRange }) => isOverRange).map(({ cell }) => cell),
    alarm: readings.some(({ alarm }) => alarm !== "none"),
  };
}

/** Oxygen and flammable gas within which a space may be entered (GB 30871-2022 article 6; toxic gas by `clearPpm`). */
const OXYGEN_PERCENT = [19.5, 23.5] as const;
const LEL_PERCENT = 10;

/** A test at a point: by the instrument where one is carried, else the true concentration of the drill's gas. */
export function testAir(run: Run, body: Body, target: string, prop: Prop): void {
  const { gas } = run.compiled;
  const view = meterView(body);
  if (!view || !body.meter) {
    const ppm = prop.end ? ppmAt(run, prop.end.x, prop.end.y, prop.end.z) : body.ppm;
    emitFact(run, body.slot, "measured", target, { ppm: Math.round(ppm * 100) / 100, clear: ppm < gas.clearPpm });
    return;
  }
  const { oxygenPercent, lelPercent, coPpm, h2sPpm } = view;
  const toxicLimit = Math.min(10, gas.substance.id === "hydrogen-sulfide" ? gas.clearPpm : 10);
  const clear =
    oxygenPercent >= OXYGEN_PERCENT[0] &&
    oxygenPercent <= OXYGEN_PERCENT[1] &&
    lelPercent < LEL_PERCENT &&
    h2sPpm < toxicLimit &&
    coPpm < 35;
  emitFact(run, body.slot, "tested", target, { oxygenPercent, lelPercent, toxicPpm: h2sPpm, coPpm, clear });
  body.meter = clearInstrument(body.meter);
}
