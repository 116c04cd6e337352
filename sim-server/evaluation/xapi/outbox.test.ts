import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../store/open-store.ts";
import { statementsOf } from "./catalogue.ts";
import { LARGEST_BATCH, LARGEST_BATCH_BYTES, type Outbox, openOutbox } from "./outbox.ts";
import { NotAnOutboxFile, readOutboxFile, writeOutboxFile } from "./outbox-file.ts";
import { reportedCase } from "./reported-run.fixture.ts";
import type { Statement } from "./reported-run.ts";
import { openSender } from "./sender.ts";
import { foreignSink } from "./sink.ts";
import { type IllStore, openFolderStore, openIllStore } from "./stores.fixture.ts";

let home: Store;
let away: IllStore;
let outbox: Outbox;
const nowMs = Date.UTC(2026, 10, 23);
beforeEach(async () => {
  home = await openFolderStore();
  away = await openIllStore(0);
  outbox = openOutbox(home.db);
});
afterEach(async () => {
  await home.close();
  await away.close();
});

async function enqueue(...cases: readonly string[]): Promise<readonly Statement[]> {
  const all: Statement[] = [];
  for (const name of cases) {
    const statements = statementsOf(reportedCase(name));
    await outbox.put(home.db, `run-${name}`, statements, nowMs);
    all.push(...statements);
  }
  return all;
}

const keptAway = async () =>
  (await away.store.db.selectFrom("lrs_statements").select("statement_id").execute()).map((row) => row.statement_id);

describe("the outbox", () => {
  test("keeps statements only if the results beside them are kept", async () => {
    const statements = statementsOf(reportedCase("textbook"));
    const failing = home.db.transaction().execute(async (transaction) => {
      await outbox.put(transaction, "run-textbook", statements, nowMs);
      throw new Error("the results could not be written");
    });
    await expect(failing).rejects.toThrow("could not be written");
    expect((await outbox.counts()).waiting).toBe(0);
  });

  test("gives out batches of at most 100 statements and 1 MB, yet never none", async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ id: `id-${index}`, note: "x".repeat(20) }));
    const long = Array.from({ length: 5 }, (_, index) => ({ id: `long-${index}`, note: "长".repeat(150_000) }));
    const huge = [{ id: "huge", note: "x".repeat(2_000_000) }];
    await outbox.put(home.db, "many", many, 1);
    await outbox.put(home.db, "long", long, 2);
    await outbox.put(home.db, "huge", huge, 3);
    expect(await outbox.next("many")).toHaveLength(LARGEST_BATCH);
    const batch = await outbox.next("long");
    expect(batch).toHaveLength(2);
    expect(batch.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)).toBeLessThan(LARGEST_BATCH_BYTES);
    expect(await outbox.next("huge")).toHaveLength(1);
  });

  test("goes to another network as a file and arrives there once, however often the file is read", async () => {
    const { endpoint, authorization } = away;
    const sink = foreignSink({ endpoint, authorization, version: "2.0.0", timeoutMs: 5000 });
    const statements = await enqueue("textbook", "late-report");
    const file = await writeOutboxFile(home.db, nowMs);
    expect(await outbox.counts()).toMatchObject({ waiting: 0, carried: statements.length });
    const other = await openFolderStore();
    const beyond = openOutbox(other.db);
    for (let time = 0; time < 2; time += 1) {
      expect(await readOutboxFile(other.db, beyond, file, nowMs)).toBe(statements.length);
      expect(await openSender(beyond, sink, { now: () => nowMs }).round()).toBe(false);
    }
    expect((await keptAway()).sort()).toEqual(statements.map(({ id }) => id).sort());
    await other.close();
  });

  test("takes in no file that was cut short or altered, and none of it", async () => {
    await enqueue("textbook");
    const file = await writeOutboxFile(home.db, nowMs);
    const lines = file.split("\n");
    const damaged = [
      file.slice(0, -40),
      lines.filter((_, index) => index !== 3).join("\n"),
      file.replace("沙盘", "砂盘"),
      "{}",
      "",
      `${file}{"run":"x"}\n`,
    ];
    const other = await openFolderStore();
    const beyond = openOutbox(other.db);
    for (const text of damaged) {
      await expect(readOutboxFile(other.db, beyond, text, nowMs)).rejects.toThrow(NotAnOutboxFile);
    }
    expect((await beyond.counts()).waiting).toBe(0);
    await other.close();
  });
});
