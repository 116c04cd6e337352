// Takes up the runs that were open when the server last stopped: replayed from the journal, held against its hashes.
import { ENGINE } from "../core/engine.ts";
import { hashOf } from "../core/hash.ts";
import { replay } from "../core/replay.ts";
import type { Session } from "../core/session.ts";
import type { RunHeader } from "../journal/entry.ts";
import type { Answer } from "../protocol/refusals.ts";
import { type House, openLiveRun, settle } from "./live-run.ts";
import { openingOf, type RunLog, runLog } from "./run-log.ts";
import { openRoom } from "./run-opening.ts";
import { readShelfItem, type ShelfItem } from "./scenario-shelf.ts";
import { askKey } from "./simulation.ts";

export type Retaken = { readonly session: Session; readonly answered: ReadonlyMap<string, Answer> };

/** The run as it stood at its last journaled tick, or the first tick at which the journal's hash is not met. */
export function retake(item: ShelfItem, header: RunHeader, log: RunLog): Retaken | { differsAtTick: number } {
  const answered = new Map<string, Answer>();
  let reached = 0;
  let differsAtTick = -1;
  const session = replay(item.compiled, openingOf(header), log.inputs, log.lastTick, (now, taken, { refused }) => {
    const { tick } = now.run.state;
    const codes = new Map(refused.map(({ input, code }) => [input, code]));
    taken.forEach(({ by, askId }, at) => {
      if (askId === undefined) return;
      const code = codes.get(at);
      answered.set(askKey(by, askId), code === undefined ? { ok: true, tick } : { ok: false, refusal: { code } });
    });
    if (tick === reached) return;
    reached = tick;
    const expected = log.hashes.get(tick);
    if (expected === undefined || expected === hashOf(now)) return;
    differsAtTick = tick;
    return false;
  });
  return differsAtTick < 0 ? { session, answered } : { differsAtTick };
}

/** How many runs came back. A run that cannot is closed for inspection and named; the others are not kept waiting. */
export async function recoverRuns(house: House): Promise<number> {
  let back = 0;
  for (const { runId } of await house.journal.openRuns()) {
    const problem = await recoverRun(house, runId);
    if (problem === null) back += 1;
    else house.note(`run ${runId} is closed for inspection: ${problem}`);
  }
  return back;
}

async function recoverRun(house: House, runId: string): Promise<string | null> {
  const record = await house.journal.read(runId);
  const header = record.header.entry;
  const giveUp = async (tick: number, problem: string): Promise<string> => {
    await house.journal.close(runId, tick, "inspection");
    await house.runs.change(runId, { state: "ended", endedAtMs: Date.now(), outcome: "inspection" });
    await house.access.endRun(runId);
    return problem;
  };
  const chain = await house.journal.verify(runId);
  if (!chain.ok) return giveUp(0, `entry ${chain.firstBadSeq} of its journal is ${chain.why}`);
  const item = readShelfItem(header.scenarioFiles);
  if ("problems" in item) return giveUp(0, `its scenario cannot be read any more (${item.problems[0] ?? ""})`);
  const slots = item.compiled.slots.map(({ slot }) => slot);
  const log = runLog(
    slots,
    record.entries.map(({ entry }) => entry),
  );
  const taken = retake(item, header, log);
  if ("differsAtTick" in taken) {
    const other = header.engine === ENGINE ? "" : ` (it was run by ${header.engine}, this is ${ENGINE})`;
    return giveUp(taken.differsAtTick, `its replay differs from its journal at tick ${taken.differsAtTick}${other}`);
  }
  const { session, answered } = taken;
  const { state } = session.run;
  if (state.phase === "ended") {
    // The server stopped between the last step and the closing of the journal.
    await house.journal.close(runId, state.tick, state.outcome ?? "stopped");
    await settle(house, runId, item.compiled, session);
    return null;
  }
  const note = "recovered";
  await house.journal.append(runId, [{ kind: "clock", tick: state.tick, wallMs: Date.now(), note }]);
  house.live.set(runId, openLiveRun(house, { header, compiled: item.compiled, session, answered }));
  await openRoom(runId);
  return null;
}
