import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MIGRATIONS } from "./migrations.ts";
import { openStore, type Store } from "./open-store.ts";
import { StoreProblem } from "./store-problem.ts";

let folder: string;
let opened: Store[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandtable-store-"));
  opened = [];
});
afterEach(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Store> {
  const store = await openStore(folder);
  opened.push(store);
  return store;
}

async function problem(): Promise<StoreProblem> {
  const outcome = await openStore(folder).then(
    async (store) => store.close().then(() => "opened"),
    (error: unknown) => error,
  );
  if (!(outcome instanceof StoreProblem)) throw new Error(`expected a StoreProblem, got ${String(outcome)}`);
  return outcome;
}

async function closeAll() {
  for (const store of opened.splice(0)) await store.close();
}

describe("a store that opens", () => {
  test("is durable: write-ahead log, full synchronisation, foreign keys", async () => {
    const { db } = await open();
    const value = async (pragma: string) =>
      Object.values((await sql.raw(`pragma ${pragma}`).execute(db)).rows[0] ?? {})[0];
    expect(await value("journal_mode")).toBe("wal");
    expect(await value("synchronous")).toBe(2);
    expect(await value("foreign_keys")).toBe(1);
  });

  test("is readable by its owner only", async () => {
    const { file } = await open();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test("has taken every numbered step once, and opens again without repeating them", async () => {
    await open();
    await closeAll();
    const { db } = await open();
    const steps = await db.selectFrom("migrations").selectAll().orderBy("number").execute();
    expect(steps.map(({ number, name }) => ({ number, name }))).toEqual(
      MIGRATIONS.map(({ number, name }) => ({ number, name })),
    );
  });

  test("numbers its steps 1, 2, 3 without a gap", () => {
    expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });
});

describe("a store that cannot be opened says why", () => {
  test("two servers cannot share a data folder, and the first is free to go on", async () => {
    const first = await open();
    const refused = await problem();
    expect(refused.code).toBe("in-use");
    expect(refused.message).toContain(`process ${process.pid}`);
    expect(await first.db.selectFrom("migrations").select("number").execute()).toHaveLength(MIGRATIONS.length);
  });

  test("a server killed without warning leaves no lock behind", async () => {
    const script = `
      const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, "open-store.ts"))});
      await openStore(${JSON.stringify(folder)});
      console.log("open");
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((done) => child.stdout.once("data", done));
    expect((await problem()).message).toContain(`process ${child.pid}`);
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
    await open();
  });

  test("a text file in the database's place is foreign", async () => {
    writeFileSync(join(folder, "sandtable.db"), "dear diary, ".repeat(500));
    expect((await problem()).code).toBe("foreign");
    expect(readFileSync(join(folder, "sandtable.db"), "utf8")).toMatch(/^dear diary/);
  });

  test("another program's SQLite database is foreign and left alone", async () => {
    const other = new DatabaseSync(join(folder, "sandtable.db"));
    other.exec("create table invoices (id integer)");
    other.close();
    const before = readFileSync(join(folder, "sandtable.db"));
    const refused = await problem();
    expect(readFileSync(join(folder, "sandtable.db")).equals(before)).toBe(true);
    expect(refused.code).toBe("foreign");
    expect(refused.message).toMatch(/is not a Sandtable database.*\.$/);
  });

  test("a page overwritten with noise is corrupt", async () => {
    const store = await open();
    await closeAll();
    const file = openSync(store.file, "r+");
    for (let page = 1; page < 6; page += 1) writeSync(file, Buffer.alloc(4000, 0xa5), 0, 4000, page * 4096);
    expect((await problem()).code).toBe("corrupt");
  });

  test("a database from a newer Sandtable is refused with both numbers", async () => {
    const { db } = await open();
    await db.insertInto("migrations").values({ number: 99, name: "from the future", at_ms: 0 }).execute();
    await closeAll();
    const refused = await problem();
    expect(refused.code).toBe("newer");
    expect(refused.message).toContain(`step 99, this one knows ${MIGRATIONS.length}`);
  });

  test("after a refusal the folder is not left locked", async () => {
    writeFileSync(join(folder, "sandtable.db"), "not a database at all ".repeat(300));
    await problem();
    rmSync(join(folder, "sandtable.db"));
    await open();
  });
});
