// What people do to a leak: shut it, turn it to its gas side, sink it in alkali, and what an event may do to it.

import { holeAreaM2 } from "./hazard/orifice.ts";
import { emitFact, type Run } from "./run.ts";

function leaksFrom(run: Run, container: string): string[] {
  return Object.entries(run.compiled.scenario.hazards)
    .filter(([, hazard]) => hazard.from === container)
    .map(([id]) => id);
}

function stop(run: Run, by: string, container: string, how: string): void {
  for (const id of leaksFrom(run, container)) {
    const leak = run.state.leaks[id];
    if (!leak || leak.stopped) continue;
    leak.stopped = true;
    leak.how = how;
    emitFact(run, by, "leak-stopped", id, { releasedKg: Math.round(leak.releasedKg * 10) / 10, how });
  }
}

/** A valve shut between container and leak stops it. */
export const shutLeak = (run: Run, by: string, container: string, how: string): void => stop(run, by, container, how);

/** A valve opened again lets out what it had shut in. */
export function reopenLeak(run: Run, by: string, container: string): void {
  for (const id of leaksFrom(run, container)) {
    const leak = run.state.leaks[id];
    if (!leak?.stopped || leak.how !== "valve") continue;
    leak.stopped = false;
    leak.how = "";
    emitFact(run, by, "leak-changed", id, { kgPerS: Math.round(leak.kgPerS * 1000) / 1000, side: leak.side });
  }
}

/** Turning a container brings gas instead of liquid to the hole. */
export function turnContainer(run: Run, by: string, container: string): void {
  for (const id of leaksFrom(run, container)) {
    const leak = run.state.leaks[id];
    if (!leak || leak.side === "gas") continue;
    leak.side = "gas";
    emitFact(run, by, "leak-changed", id, { kgPerS: Math.round(leak.kgPerS * 1000) / 1000, side: "gas" });
  }
}

/** A container sunk in alkali leaks into the pit no more. */
export function submergeLeak(run: Run, by: string, container: string): void {
  const state = run.state.props[container];
  if (state) state.state = "submerged";
  stop(run, by, container, "alkali");
}

/** An event widens or narrows the hole. */
export function resizeLeak(run: Run, id: string, diameterMm: number): void {
  const leak = run.state.leaks[id];
  if (!leak) return;
  const area = holeAreaM2(diameterMm / 1000);
  leak.vessel = { ...leak.vessel, holeM2: area, firstHoleM2: area };
  emitFact(run, "world", "leak-changed", id, { kgPerS: Math.round(leak.kgPerS * 1000) / 1000, side: leak.side });
}
