// The thread for what takes replays: what if an ask had been another, and scoring under another rubric.
import { parentPort, workerData } from "node:worker_threads";
import type { Fact } from "../../scenarios/format/facts.ts";
import { engineProblem } from "../core/engine.ts";
import { replay } from "../core/replay.ts";
import { score } from "../core/score.ts";
import { whatIf } from "../core/what-if.ts";
import type { JournalRecord } from "../journal/journal.ts";
import type { Score } from "../protocol/api.ts";
import type { Tweak, WhatIf } from "../protocol/branching.ts";
import { openingOf, runLog } from "./run-log.ts";
import { readShelfItem } from "./scenario-shelf.ts";

export type BranchJob = { readonly record: JournalRecord } & (
  | { readonly job: "what-if"; readonly tweaks: readonly Tweak[] }
  | { readonly job: "rescore"; readonly files: Readonly<Record<string, string>> }
);
export type Rejudged = { readonly score: Score; readonly facts: readonly Fact[]; readonly sameWorld: boolean };
export type BranchAnswer = { readonly whatIf: WhatIf } | { readonly rejudged: Rejudged };

const JUDGED = new Set<string>([
  "task-met",
  "task-overdue",
  "standing-broken",
  "duty-started",
  "duty-met",
  "duty-expired",
  "expected-action-met",
  "expected-action-missed",
  "violation-committed",
]);

/** What people and world did, without what was thought of it. */
const deeds = (facts: readonly Fact[]): readonly Fact[] => facts.filter(({ kind }) => !JUDGED.has(kind));

parentPort?.postMessage(answer(workerData as BranchJob));

function answer(job: BranchJob): BranchAnswer {
  const { header, entries } = job.record;
  const other = engineProblem(header.entry.engine);
  if (other !== null) throw new Error(other);
  const compiled = compiledFrom(header.entry.scenarioFiles);
  const log = runLog(
    compiled.slots.map(({ slot }) => slot),
    entries.map(({ entry }) => entry),
  );
  const opening = openingOf(header.entry);
  if (job.job === "what-if") return { whatIf: whatIf(compiled, opening, log.inputs, log.lastTick, job.tweaks) };
  const rubric = compiledFrom(job.files);
  const before = replay(compiled, opening, log.inputs, log.lastTick).run.index.all;
  const facts = replay(rubric, opening, log.inputs, log.lastTick).run.index.all;
  return {
    rejudged: {
      score: score(rubric, facts),
      facts,
      sameWorld: JSON.stringify(deeds(before)) === JSON.stringify(deeds(facts)),
    },
  };
}

function compiledFrom(files: Readonly<Record<string, string>>) {
  const item = readShelfItem(files);
  if ("problems" in item) throw new Error(item.problems[0]);
  return item.compiled;
}
