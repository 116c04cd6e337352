// A fork: a new run that begins at a second of an old one, with its journal up to there and its provenance in the header.
import { randomUUID } from "node:crypto";
import { ENGINE } from "../core/engine.ts";
import type { JournalEntry, RunHeader } from "../journal/entry.ts";
import type { JournalRecord } from "../journal/journal.ts";
import { type House, openLiveRun } from "./live-run.ts";
import { packTrack, unpackTrack } from "./pose-track.ts";
import { retake } from "./recovery.ts";
import { runLog } from "./run-log.ts";
import { type OpenedRun, offeredRun, openRoom } from "./run-opening.ts";
import { readShelfItem } from "./scenario-shelf.ts";

const TICK_MS = 100;
type Forker = { readonly accountId: string; readonly unit: string };

/** The new run stands paused at the tick: everybody has left, people join by its own code, the instructor resumes. */
export async function forkRun(
  house: House,
  record: JournalRecord,
  tick: number,
  by: Forker,
): Promise<OpenedRun | { readonly problem: string }> {
  const old = record.header.entry;
  const item = readShelfItem(old.scenarioFiles);
  if ("problems" in item) throw new Error(`scenario ${old.scenario.id} cannot be read: ${item.problems[0] ?? ""}`);
  const { compiled } = item;
  const slots = compiled.slots.map(({ slot }) => slot);
  const prefix = entriesBefore(slots, record, tick);
  const header: RunHeader = {
    ...old,
    runId: randomUUID(),
    engine: ENGINE,
    node: process.versions.node,
    roster: old.roster.map((seat) => ({ ...seat, name: "" })),
    createdAtMs: Date.now(),
    createdBy: by.accountId,
    unit: by.unit,
    forkedFrom: { runId: old.runId, tick, headSha256: headBefore(record, tick) },
  };
  const entries = [...prefix, ...leaving(prefix, tick, by)];
  const taken = retake({ ...item, sha256: old.scenario.sha256 }, header, runLog(slots, entries));
  if ("differsAtTick" in taken) return { problem: `differs-at-${taken.differsAtTick}` };
  const { session, answered } = taken;
  if (session.run.state.phase !== "paused") return { problem: "not-running-then" };
  await house.journal.create(header);
  await house.journal.append(header.runId, entries);
  const { scenario } = compiled;
  await house.runs.add({
    runId: header.runId,
    scenario: { id: scenario.id, title: scenario.title },
    unit: by.unit,
    createdBy: by.accountId,
    createdAtMs: header.createdAtMs,
    people: [],
  });
  await house.runs.change(header.runId, { state: "paused", startedAtMs: header.createdAtMs - tick * TICK_MS });
  house.live.set(header.runId, openLiveRun(house, { header, compiled, session, answered }));
  await openRoom(header.runId);
  const code = await house.access.codes.issue(offeredRun(header, item));
  return { runId: header.runId, code: code.code, codeExpiresAtMs: code.expiresAtMs };
}

/** The inputs, poses and hashes of the old run before the tick, as they stand in its journal. */
function entriesBefore(slots: readonly string[], { entries }: JournalRecord, tick: number): JournalEntry[] {
  return entries.flatMap(({ entry }) => entryBefore(slots, entry, tick));
}

function entryBefore(slots: readonly string[], entry: JournalEntry, tick: number): JournalEntry[] {
  switch (entry.kind) {
    case "input":
      return entry.tick < tick ? [entry] : [];
    case "hash":
      return entry.tick <= tick ? [entry] : [];
    case "track": {
      if (entry.fromTick >= tick) return [];
      if (entry.toTick <= tick) return [entry];
      const samples = unpackTrack(slots, entry.poses).filter((sample) => sample.tick < tick);
      return [{ ...entry, toTick: tick, poses: packTrack(slots, samples) }];
    }
    case "clock":
    case "closed":
      return [];
  }
}

/** The chain's hash over everything the fork rests on. */
function headBefore({ header, entries }: JournalRecord, tick: number): string {
  const last = entries.findLast(({ entry }) => {
    if (entry.kind === "track") return entry.fromTick < tick;
    return entry.tick < tick;
  });
  return last?.sha256 ?? header.sha256;
}

/** Whoever was there is gone, and time stands: the seats are free for those who try again. */
function leaving(prefix: readonly JournalEntry[], tick: number, by: Forker): JournalEntry[] {
  const present = new Set<string>();
  for (const entry of prefix) {
    if (entry.kind !== "input") continue;
    const { do: doing } = entry.intent as { do: string };
    if (doing === "joined" || doing === "reconnected") present.add(entry.by);
    if (doing === "disconnected") present.delete(entry.by);
  }
  return [
    ...[...present].map((slot): JournalEntry => ({ kind: "input", tick, by: slot, intent: { do: "disconnected" } })),
    { kind: "input", tick, by: `instructor:${by.accountId}`, intent: { do: "pause" } },
  ];
}
