// A kept run made ready to be played again: its own scenario compiled, its journal read as the core's inputs.
import type { Compiled } from "../core/compile.ts";
import { type RunLog, runLog } from "../room/run-log.ts";
import { readShelfItem } from "../room/scenario-shelf.ts";
import { type KeptFault, type KeptRun, unreadable } from "./kept-run.ts";

export type PlayableRun = KeptRun & { readonly compiled: Compiled; readonly log: RunLog };

export function playable(kept: KeptRun): PlayableRun | { fault: KeptFault } {
  const item = readShelfItem(kept.header.scenarioFiles);
  if ("problems" in item)
    return { fault: unreadable(0, `its scenario cannot be read any more: ${item.problems[0] ?? "no reason given"}`) };
  const slots = item.compiled.slots.map(({ slot }) => slot);
  return { ...kept, compiled: item.compiled, log: runLog(slots, kept.entries) };
}
