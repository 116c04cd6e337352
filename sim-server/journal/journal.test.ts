import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore, type Store } from "../store/open-store.ts";
import { canonicalJson, verifyLinks } from "./chain.ts";
import type { JournalEntry } from "./entry.ts";
import { headerFor } from "./header.fixture.ts";
import { type Journal, openJournal } from "./journal.ts";

const input = (tick: number, askId?: string, by = "a"): JournalEntry => ({
  kind: "input",
  tick,
  by,
  intent: { kind: "close-valve", valve: `v${tick}` },
  ...(askId === undefined ? {} : { askId }),
});

let folder: string;
let store: Store;
let journal: Journal;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sandtable-journal-"));
  store = await openStore(folder);
  journal = openJournal(store);
  await journal.create(headerFor("r1"));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function reopen() {
  await store.close();
  store = await openStore(folder);
  journal = openJournal(store);
}

describe("writing and reading", () => {
  test("what was appended is read back as it was, behind its header, across a restart", async () => {
    const entries: JournalEntry[] = [
      input(3, "ask-1"),
      { kind: "track", fromTick: 0, toTick: 10, poses: Uint8Array.from([0, 255, 7, 128]) },
      { kind: "hash", tick: 50, stateSha256: "ab".repeat(32) },
      { kind: "clock", tick: 51, wallMs: 123, note: "recovered" },
    ];
    expect(await journal.append("r1", entries)).toMatchObject({ firstSeq: 1, duplicate: false });
    await reopen();
    expect((await journal.append("r1", [input(60)])).firstSeq).toBe(5);
    const record = await journal.read("r1");
    expect(record.header.entry).toEqual(headerFor("r1"));
    expect(record.entries.map((logged) => logged.entry)).toEqual([...entries, input(60)]);
    expect(record.entries.map((logged) => logged.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  test("the tail starts where it is asked to and never holds the header", async () => {
    await journal.append("r1", [input(1), input(2), input(3)]);
    expect((await journal.tail("r1", 2)).map((logged) => logged.seq)).toEqual([2, 3]);
    expect((await journal.tail("r1", 0)).map((logged) => logged.seq)).toEqual([1, 2, 3]);
    expect(await journal.tail("r1", 4)).toEqual([]);
  });

  test("an entry changed by its owner after the append keeps the value it had", async () => {
    const intent = { kind: "say", words: "before" };
    const written = journal.append("r1", [{ kind: "input", tick: 1, by: "a", intent }]);
    intent.words = "after";
    await written;
    expect((await journal.read("r1")).entries[0]?.entry).toMatchObject({ intent: { words: "before" } });
  });

  test("an entry that JSON cannot carry is refused and breaks nothing", async () => {
    const bad: JournalEntry = { kind: "input", tick: 1, by: "a", intent: { x: Number.NaN } };
    await expect(journal.append("r1", [bad])).rejects.toThrow(TypeError);
    expect((await journal.append("r1", [input(1)])).firstSeq).toBe(1);
  });

  test("a run that was never made, or is made twice, is refused by code", async () => {
    await expect(journal.append("nope", [input(1)])).rejects.toMatchObject({ code: "unknown-run" });
    await expect(journal.read("nope")).rejects.toMatchObject({ code: "unknown-run" });
    await expect(journal.tail("nope", 1)).rejects.toMatchObject({ code: "unknown-run" });
    await expect(journal.verify("nope")).rejects.toMatchObject({ code: "unknown-run" });
    await expect(journal.create(headerFor("r1"))).rejects.toMatchObject({ code: "run-exists" });
    await expect(journal.append("r1", [])).rejects.toMatchObject({ code: "empty" });
  });
});

describe("the end of a run", () => {
  test("an open run is listed until it is closed, and takes nothing afterwards", async () => {
    await journal.create(headerFor("r2"));
    await journal.append("r1", [input(1, "ask-1")]);
    expect(await journal.openRuns()).toEqual([
      { runId: "r1", headSeq: 1 },
      { runId: "r2", headSeq: 0 },
    ]);
    await journal.close("r1", 900, "completed");
    await reopen();
    expect((await journal.openRuns()).map((run) => run.runId)).toEqual(["r2"]);
    await expect(journal.append("r1", [input(2)])).rejects.toMatchObject({ code: "run-closed" });
    expect((await journal.read("r1")).entries.at(-1)?.entry).toEqual({
      kind: "closed",
      tick: 900,
      outcome: "completed",
    });
  });

  test("an ask repeated after the end still gets its answer", async () => {
    await journal.append("r1", [input(1, "ask-1")]);
    await journal.close("r1", 2, "completed");
    expect(await journal.append("r1", [input(1, "ask-1")])).toMatchObject({ firstSeq: 1, duplicate: true });
  });
});

describe("a repeated ask", () => {
  test("returns its first number, at once, in the same commit, and after a restart", async () => {
    const [first, second] = await Promise.all([
      journal.append("r1", [input(1, "x")]),
      journal.append("r1", [input(1, "x")]),
    ]);
    expect(first).toEqual({ firstSeq: 1, duplicate: false, each: [{ seq: 1, duplicate: false }] });
    expect(second).toEqual({ firstSeq: 1, duplicate: true, each: [{ seq: 1, duplicate: true }] });
    await reopen();
    expect(await journal.append("r1", [input(9, "x"), input(9, "y")])).toEqual({
      firstSeq: 1,
      duplicate: false,
      each: [
        { seq: 1, duplicate: true },
        { seq: 2, duplicate: false },
      ],
    });
    expect((await journal.read("r1")).entries).toHaveLength(2);
  });

  test("belongs to who asked: another's ask with the same id is an ask of its own", async () => {
    await journal.append("r1", [input(1, "x", "a")]);
    expect(await journal.append("r1", [input(1, "x", "b")])).toMatchObject({ firstSeq: 2, duplicate: false });
  });
});

describe("group commit", () => {
  test("everything queued in one turn, over several runs, is one transaction in order of arrival", async () => {
    await journal.create(headerFor("r2"));
    const before = journal.load().commits;
    const appended = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        journal.append(index % 2 ? "r1" : "r2", [input(index, `ask-${index}`)]),
      ),
    );
    expect(journal.load().commits - before).toBe(1);
    expect(appended.map((written) => written.firstSeq)).toEqual(
      Array.from({ length: 100 }, (_, index) => Math.floor(index / 2) + 1),
    );
    expect((await journal.read("r2")).entries.map((logged) => logged.entry)).toEqual(
      Array.from({ length: 50 }, (_, index) => input(index * 2, `ask-${index * 2}`)),
    );
  });

  test("one bad append among good ones fails alone", async () => {
    const [good, bad, alsoGood] = await Promise.allSettled([
      journal.append("r1", [input(1)]),
      journal.append("nope", [input(1)]),
      journal.append("r1", [input(2)]),
    ]);
    expect([good?.status, bad?.status, alsoGood?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await journal.verify("r1")).toMatchObject({ ok: true, entries: 3 });
  });

  test("a second writer on the same run is fenced out and then told the truth", async () => {
    const other = openJournal(store);
    await journal.append("r1", [input(1)]);
    await other.append("r1", [input(2)]);
    await journal.create(headerFor("r2"));
    const [fenced, neighbour] = await Promise.allSettled([
      journal.append("r1", [input(3)]),
      journal.append("r2", [input(3)]),
    ]);
    expect(fenced).toMatchObject({ status: "rejected", reason: { code: "written-elsewhere" } });
    expect(neighbour).toMatchObject({ status: "fulfilled", value: { firstSeq: 1 } });
    expect((await journal.append("r1", [input(3)])).firstSeq).toBe(3);
    expect(await journal.verify("r1")).toMatchObject({ ok: true, entries: 4 });
  });
});

describe("a record cannot be altered unseen", () => {
  beforeEach(async () => {
    await journal.append(
      "r1",
      Array.from({ length: 5000 }, (_, index) => input(index)),
    );
  });

  test("an untouched journal is whole, and an exported copy proves it by itself", async () => {
    expect(await journal.verify("r1")).toMatchObject({ ok: true, entries: 5001 });
    const { header, entries } = await journal.read("r1");
    const exported = [header, ...entries].map(({ seq, prev, sha256, entry }) => ({
      seq,
      prev,
      sha256,
      text: canonicalJson(entry),
    }));
    expect(verifyLinks(exported)).toMatchObject({ ok: true, entries: 5001 });
  });

  const spoil: [string, string, number, string][] = [
    ["an altered entry", "update entries set body = replace(body, 'v2500', 'v9999') where seq = 2501", 2501, "altered"],
    ["a removed entry", "delete from entries where seq = 2000", 2000, "missing"],
    ["a removed end", "delete from entries where seq > 4990", 4991, "shortened"],
    ["a moved entry", "update entries set seq = 9999 where seq = 10", 10, "missing"],
    [
      "an altered header",
      `update entries set body = replace(body, '"seed":7', '"seed":8') where seq = 0`,
      0,
      "altered",
    ],
  ];
  test.each(spoil)("%s is found, with its number", async (_, statement, firstBadSeq, why) => {
    await sql.raw(statement).execute(store.db);
    expect(await journal.verify("r1")).toEqual({ ok: false, firstBadSeq, why });
  });

  test("another run's whole chain put in this one's place is found", async () => {
    await journal.create(headerFor("r2"));
    await sql.raw("delete from entries where run_id = 'r1'").execute(store.db);
    await sql.raw("update entries set run_id = 'r1' where run_id = 'r2'").execute(store.db);
    expect(await journal.verify("r1")).toEqual({ ok: false, firstBadSeq: 0, why: "misfiled" });
  });
});
