// A rehearsed year is real: it replays to its hash, and people of more skill score higher.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../../core/hash.ts";
import { replay } from "../../core/replay.ts";
import { openJournal } from "../../journal/journal.ts";
import { openResults } from "../../journal/results.ts";
import { openRunList } from "../../journal/runs.ts";
import { openingOf, runLog } from "../../room/run-log.ts";
import { readShelfItem } from "../../room/scenario-shelf.ts";
import { openStore, type Store } from "../../store/open-store.ts";
import { readArguments } from "../arguments.ts";
import { seed } from "../seed.ts";
import { auc, spearman } from "./power.ts";

const data = mkdtempSync(join(tmpdir(), "sandtable-seed-"));
let store: Store;
let told: { runs: number };
const ask = (...words: string[]) => {
  const reading = readArguments(seed, words);
  if ("misuse" in reading) throw new Error(reading.misuse);
  return seed.run(reading.asked, { cwd: data, language: "en", dataDir: data });
};
const YEAR = ["--people", "6", "--months", "2", "--runs", "2", "--threads", "1", "--scenario", "chlorine-station"];

beforeAll(async () => {
  const answer = await ask(...YEAR);
  if ("misuse" in answer) throw new Error(answer.misuse);
  told = answer.data as { runs: number };
  store = await openStore(data);
}, 90_000);
afterAll(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

test("every rehearsed run is on record, closed, scored, and its chain holds", async () => {
  const { runs, total } = await openRunList(store).page({});
  expect(total).toBe(told.runs);
  for (const run of runs) {
    expect(run.state).toBe("ended");
    expect((await openJournal(store).verify(run.runId)).ok).toBe(true);
  }
});

test("a rehearsed run played again from its journal reaches the kept hash and the kept facts", async () => {
  const [run] = (await openRunList(store).page({ limit: 1 })).runs;
  const { header, entries } = await openJournal(store).read(run?.runId ?? "");
  const item = readShelfItem(header.entry.scenarioFiles);
  if ("problems" in item) throw new Error(item.problems[0]);
  const slots = item.compiled.slots.map(({ slot }) => slot);
  const log = runLog(
    slots,
    entries.map(({ entry }) => entry),
  );
  const session = replay(item.compiled, openingOf(header.entry), log.inputs, log.lastTick);
  expect(hashOf(session)).toBe(log.finalSha256);
  const kept = await openResults(store).facts(run?.runId ?? "");
  expect(kept).toEqual(JSON.parse(JSON.stringify(session.run.index.all)));
});

test("each player's tasks are marked for that person, by the rating of the score", async () => {
  const marks = await store.db.selectFrom("task_marks").selectAll().execute();
  const attempts = await store.db.selectFrom("attempts").selectAll().execute();
  expect(new Set(attempts.map(({ person }) => person)).size).toBeGreaterThan(3);
  for (const mark of marks) {
    expect(
      attempts.some(
        ({ run_id, slot, person }) => run_id === mark.run_id && slot === mark.slot && person === mark.person,
      ),
    ).toBe(true);
    const latest = await openResults(store).latest(mark.run_id);
    const score = latest?.results as { tasks: { task: string; rating: string }[] };
    expect(score.tasks.find(({ task }) => task === mark.task)?.rating).toBe(mark.rating);
  }
});

test("the same year is not written twice into one folder", async () => {
  await store.close();
  const again = await ask(...YEAR);
  store = await openStore(data);
  expect("misuse" in again && again.misuse).toMatch(/already/);
});

test("the area under the curve is one for perfect order, a half for none, and counts ties half", () => {
  const cases = (...values: [number, boolean][]) => values.map(([value, yes]) => ({ value, yes }));
  expect(auc(cases([1, false], [2, false], [3, true], [4, true]))).toBe(1);
  expect(auc(cases([1, true], [1, false], [1, true], [1, false]))).toBe(0.5);
  // Mann and Whitney by hand: of 6 pairs, 4 in order and 1 equal.
  expect(auc(cases([1, false], [2, true], [2, false], [3, false], [4, true]))).toBeCloseTo(4.5 / 6, 9);
  expect(auc(cases([1, true]))).toBeNull();
});

test("the rank correlation of Spearman's hours of television and IQ is -29/165", () => {
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 9);
});
