// Files a rehearsed drill in the data folder as a server would: journal, row, facts, score, marks and Merkle leaf.

import { ENGINE } from "../../core/engine.ts";
import type { MerkleLog } from "../../evaluation/merkle-log.ts";
import { keepMarks, marksOf } from "../../evaluation/portrait/marks.ts";
import type { JournalEntry, RunHeader } from "../../journal/entry.ts";
import { type Journal, openJournal } from "../../journal/journal.ts";
import { type KeptFact, openResults, type Results } from "../../journal/results.ts";
import { openRunList, type RunList } from "../../journal/runs.ts";
import type { ShelfItem } from "../../room/scenario-shelf.ts";
import type { Store } from "../../store/open-store.ts";
import type { Rehearsal } from "./rehearsal.ts";

export type Filed = {
  readonly runId: string;
  readonly unit: string;
  readonly atMs: number;
  readonly seed: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly people: readonly string[];
};

export type Cabinet = { file(item: ShelfItem, filed: Filed, rehearsal: Rehearsal): Promise<void> };

const BY = "rehearsal";

export function openCabinet(store: Store, log: MerkleLog): Cabinet {
  const parts = { journal: openJournal(store), runs: openRunList(store), results: openResults(store) };
  return { file: (item, filed, rehearsal) => fileRun(parts, log, item, filed, rehearsal) };
}

type Parts = { readonly journal: Journal; readonly runs: RunList; readonly results: Results };

async function fileRun(
  { journal, runs, results }: Parts,
  log: MerkleLog,
  { compiled, files, sha256 }: ShelfItem,
  { runId, unit, atMs, seed, parameters, people }: Filed,
  { inputs, facts, score, lastTick, finalSha256 }: Rehearsal,
): Promise<void> {
  const { id, version, title } = compiled.scenario;
  const header: RunHeader = {
    format: 1,
    runId,
    scenario: { id, version, sha256 },
    scenarioFiles: files,
    engine: ENGINE,
    node: process.versions.node,
    seed,
    parameters,
    roster: compiled.slots.map(({ slot, position }) => ({ slot, position, name: "" })),
    lawDate: new Date(atMs).toISOString().slice(0, 10),
    createdAtMs: atMs,
    createdBy: BY,
    unit,
  };
  await journal.create(header);
  const entries = inputs.map((input): JournalEntry => ({ kind: "input", ...input }));
  await journal.append(runId, [
    ...entries,
    { kind: "hash", tick: lastTick, stateSha256: finalSha256 },
    { kind: "closed", tick: lastTick, outcome: score.outcome },
  ]);
  await runs.add({ runId, scenario: { id, title }, unit, createdBy: BY, createdAtMs: atMs, people });
  const endedAtMs = atMs + lastTick * 100;
  const marked = marksOf(compiled, { runId, unit, atMs }, facts as readonly KeptFact[], score);
  await results.saveResults(runId, score, facts as readonly KeptFact[], endedAtMs, async (transaction) => {
    await keepMarks(transaction, marked, 1, endedAtMs);
    await log.append(transaction, runId, endedAtMs);
  });
  await runs.change(runId, {
    state: "ended",
    startedAtMs: atMs,
    endedAtMs,
    outcome: score.outcome,
    scorePercent: score.percent,
    passed: score.passed,
  });
}
