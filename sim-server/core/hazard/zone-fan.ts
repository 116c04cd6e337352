// Fans: a fixed volume from a place to a place, less as the pressure against them grows.

import { pour } from "./zone-door.ts";
import { drawnK, type ZoneFrame } from "./zone-frame.ts";
import { CP } from "./zone-gas.ts";
import type { ZoneBuilding, ZoneFanReady } from "./zone-plan.ts";

/** The layer a fan draws from. */
function intake(building: ZoneBuilding, frame: ZoneFrame, fan: ZoneFanReady): number {
  const upper = fan.source !== building.outdoors && fan.intakeM > (frame.layerM[fan.source] ?? 0);
  return 2 * fan.source + (upper ? 0 : 1);
}

/** kg/s through a fan, the heat that goes with it, and its slope by the pressure of the source. */
export function flowFan(
  building: ZoneBuilding,
  frame: ZoneFrame,
  fan: ZoneFanReady,
  share: number,
  overPa: number,
  out: { heatW: number; slopeWPerPa: number; kgPerS: number },
): void {
  const layer = intake(building, frame, fan);
  const againstPa = -overPa;
  const range = Math.max(1, fan.stopsAtPa - fan.weakensAtPa);
  const strength = Math.min(1, Math.max(0, (fan.stopsAtPa - againstPa) / range));
  const full = fan.flowM3PerS * share * (frame.densityKgPerM3[layer] ?? 0);
  const heat = CP * drawnK(frame, layer);
  out.kgPerS = full * strength;
  out.heatW = out.kgPerS * heat;
  out.slopeWPerPa = strength > 0 && strength < 1 ? (full / range) * heat : 0;
}

export function letFanFlow(building: ZoneBuilding, frame: ZoneFrame, fan: ZoneFanReady, kgPerS: number): void {
  pour(building, frame, intake(building, frame, fan), fan.sink, kgPerS);
}
