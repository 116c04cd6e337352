import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { headerFor } from "../journal/header.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { openResults } from "../journal/results.ts";
import { openRunList } from "../journal/runs.ts";
import type { Store } from "../store/open-store.ts";
import { openNote, readCheckpoint } from "./checkpoint.ts";
import { checkpointKey } from "./checkpoint-key.ts";
import { isConsistent, isIncluded } from "./merkle.ts";
import { type MerkleLog, openMerkleLog, runLeaf } from "./merkle-log.ts";
import { openFolderStore } from "./xapi/stores.fixture.ts";

const ORIGIN = "sandtable.example/runs";
let store: Store;
let log: MerkleLog;
beforeEach(async () => {
  store = await openFolderStore();
  log = openMerkleLog(store.db, ORIGIN, checkpointKey(join(store.file, "..")));
});
afterEach(() => store.close());

/** A run that was opened, closed and scored; returns the last hash of its journal. */
async function endRun(runId: string): Promise<string> {
  const title = { zh: "液氯", en: "Chlorine" };
  const run = { runId, scenario: { id: "x", title }, unit: "u", createdBy: "a", createdAtMs: 0, people: [] };
  await openRunList(store).add(run);
  const journal = openJournal(store);
  await journal.create(headerFor(runId));
  await journal.close(runId, 1, "completed");
  await openResults(store).saveResults(runId, {}, [], 1, (transaction) => log.append(transaction, runId, 1));
  return (await journal.read(runId)).entries.at(-1)?.sha256 ?? "";
}
const bytes = (text: string): Buffer => Buffer.from(text, "base64");
const signed = async () => readCheckpoint(openNote(await log.checkpoint(), log.verifierKey) ?? "");

describe("the log of ended runs", () => {
  test("proves each run's journal under the root it signed", async () => {
    const heads = new Map<string, string>();
    for (let number = 0; number < 9; number += 1) heads.set(`run-${number}`, await endRun(`run-${number}`));
    const checkpoint = await signed();
    expect(checkpoint).toMatchObject({ origin: ORIGIN, size: 9 });
    for (const [runId, head] of heads) {
      const shown = await log.inclusion(runId);
      const proof = (shown?.proof ?? []).map(bytes);
      const root = checkpoint?.root ?? Buffer.alloc(0);
      const at = { index: shown?.index ?? -1, size: 9, proof, root };
      expect(isIncluded({ ...at, leaf: runLeaf(runId, head) })).toBe(true);
      expect(
        isIncluded({
          ...at,
          leaf: runLeaf(
            runId,
            head.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
          ),
        }),
      ).toBe(false);
    }
  });

  test("shows by a proof that it grew, and cannot once a leaf was changed behind its back", async () => {
    for (const runId of ["a", "b", "c"]) await endRun(runId);
    const before = await signed();
    for (const runId of ["d", "e"]) await endRun(runId);
    const holds = async () => {
      const after = await signed();
      const proof = ((await log.consistency(3))?.proof ?? []).map(bytes);
      if (!before || !after) throw new Error("a checkpoint of ours is not believed");
      return isConsistent({ size1: before.size, size2: after.size, root1: before.root, root2: after.root, proof });
    };
    expect(await holds()).toBe(true);
    await store.db
      .updateTable("run_log")
      .set({ leaf_sha256: "00".repeat(32) })
      .where("run_id", "=", "b")
      .execute();
    expect(await holds()).toBe(false);
  });

  test("holds a run once, however often it is scored, and none whose results were not kept", async () => {
    await endRun("a");
    await openResults(store).saveResults("a", {}, [], 2, (transaction) => log.append(transaction, "a", 2));
    const failing = openResults(store).saveResults("ghost", {}, [], 1, (transaction) =>
      log.append(transaction, "ghost", 1),
    );
    await expect(failing).rejects.toThrow(/FOREIGN KEY/i);
    expect((await signed())?.size).toBe(1);
    expect(await log.inclusion("ghost")).toBeUndefined();
    expect(await log.consistency(2)).toBeUndefined();
  });

  test("signs with a key that stays the same and is its owner's alone", () => {
    const folder = join(store.file, "..");
    expect(checkpointKey(folder)).toBe(checkpointKey(folder));
    expect(statSync(join(folder, "log-key.pem")).mode & 0o077).toBe(0);
  });
});
