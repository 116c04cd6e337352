// The thread that samples one run's replay: a journal's record in, the frames an evaluator scrubs through out.
import { parentPort, workerData } from "node:worker_threads";
import { engineProblem } from "../core/engine.ts";
import { sampleReplay } from "../core/replay.ts";
import { stageView } from "../core/views/stage.ts";
import type { JournalRecord } from "../journal/journal.ts";
import type { Replay } from "../protocol/api.ts";
import { openingOf, runLog } from "./run-log.ts";
import { readShelfItem } from "./scenario-shelf.ts";

parentPort?.postMessage(sampled(workerData as JournalRecord));

function sampled({ header, entries }: JournalRecord): Replay {
  const other = engineProblem(header.entry.engine);
  if (other !== null) throw new Error(other);
  const item = readShelfItem(header.entry.scenarioFiles);
  if ("problems" in item) throw new Error(item.problems[0]);
  const { compiled } = item;
  const slots = compiled.slots.map(({ slot }) => slot);
  const log = runLog(
    slots,
    entries.map(({ entry }) => entry),
  );
  return {
    runId: header.entry.runId,
    stage: stageView(compiled.scenario.stage),
    durationTicks: log.lastTick,
    frames: sampleReplay(compiled, openingOf(header.entry), log.inputs, log.lastTick),
  };
}
