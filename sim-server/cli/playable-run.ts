// A kept run made ready: its own scenario compiled and its journal read as the core's inputs; to be told, or played again.
import type { Compiled } from "../core/compile.ts";
import { engineProblem } from "../core/engine.ts";
import { type RunLog, runLog } from "../room/run-log.ts";
import { readShelfItem } from "../room/scenario-shelf.ts";
import type { Answer } from "./command.ts";
import { type KeptFault, type KeptRun, unreadable } from "./kept-run.ts";
import { broken } from "./verify.ts";

export type PlayableRun = KeptRun & { readonly compiled: Compiled; readonly log: RunLog };

export function playable(kept: KeptRun): PlayableRun | { fault: KeptFault } {
  const item = readShelfItem(kept.header.scenarioFiles);
  if ("problems" in item)
    return { fault: unreadable(0, `its scenario cannot be read any more: ${item.problems[0] ?? "no reason given"}`) };
  const slots = item.compiled.slots.map(({ slot }) => slot);
  return { ...kept, compiled: item.compiled, log: runLog(slots, kept.entries) };
}

/** A run that this engine may play again, or what to tell whoever named its file. */
export function replayable(name: string, kept: KeptRun): PlayableRun | { answer: Answer } {
  const { engine } = kept.header;
  const why = engineProblem(engine);
  const lines = [`${name} cannot be played again: ${why}.`];
  if (why !== null) return { answer: { exit: 1, data: { playable: false, engine, why }, lines } };
  const run = playable(kept);
  return "fault" in run ? { answer: broken(name, run.fault) } : run;
}
