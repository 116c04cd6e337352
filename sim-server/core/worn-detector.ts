// The detector somebody carries: what it is made for, what it shows and how loud it is.
import type { SelfView } from "../protocol/views.ts";
import { seenPpm } from "./gas-plan.ts";
import { alarmAt, type DetectorKind, isOverRange, readingPpm, stepDetector } from "./hazard/detector.ts";
import type { Run } from "./run.ts";
import type { Body } from "./state.ts";

const kindOf = (run: Run, body: Body): DetectorKind | undefined => run.compiled.gas.worn.get(body.position);

/** One second of the detector somebody carries. */
export function readAir(run: Run, body: Body): void {
  const kind = kindOf(run, body);
  if (kind && body.detector)
    body.detector = stepDetector(body.detector, kind, seenPpm(run.compiled.gas, kind, body.ppm), 1);
}

/** What the detector shows: ppm up to its range, whether the cell sees more, and its alarm: 0 none, 1 low, 2 high. */
export function wornReading(run: Run, body: Body): SelfView["detector"] {
  const kind = kindOf(run, body);
  if (!kind || !body.detector) return null;
  return {
    ppm: readingPpm(body.detector, kind),
    over: isOverRange(body.detector, kind),
    rangePpm: kind.rangePpm,
    alarm: ({ none: 0, low: 1, high: 2 } as const)[alarmAt(kind, body.detector.cellPpm)],
  };
}
