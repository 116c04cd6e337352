// Opens the one durable store of a data folder, or says in a sentence why it cannot be opened.
import { chmodSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { lockDataDir, sqliteCode } from "./data-lock.ts";
import { MIGRATIONS, migrate } from "./migrations.ts";
import { kyselyDatabase, makeDurable, openDatabaseFile, pragmaNumber } from "./sqlite-database.ts";
import { StoreProblem } from "./store-problem.ts";
import type { Database, Tables } from "./tables.ts";

export type Store = { readonly db: Database; readonly file: string; close(): Promise<void> };

const APPLICATION_ID = 0x53_41_4e_44; // "SAND": how we know our own file from a stranger's.
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;
// Reading every page of a larger file would delay the start; there, damage shows when the page is read.
const CHECKED_BYTES = 64 * 1024 * 1024;

export async function openStore(dataDir: string): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDataDir(dataDir);
  const file = join(dataDir, "sandtable.db");
  try {
    const database = openOwnFile(file);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyDatabase(database) }) });
    try {
      const ahead = await migrate(db, Date.now());
      if (ahead) throw newer(file, ahead.newer);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return {
      db,
      file,
      close: async () => {
        await db.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw explained(error, file);
  }
}

function openOwnFile(file: string): DatabaseSync {
  const database = openDatabaseFile(file);
  try {
    const id = pragmaNumber(database, "application_id");
    const { tables } = database.prepare("select count(*) as tables from sqlite_master").get() ?? {};
    if (id === 0 && tables === 0) database.exec(`pragma application_id = ${APPLICATION_ID}`);
    else if (id !== APPLICATION_ID) throw foreign(file);
    chmodSync(file, 0o600);
    makeDurable(database);
    if (statSync(file).size <= CHECKED_BYTES) checkPages(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkPages(database: DatabaseSync, file: string): void {
  const row = database.prepare("pragma quick_check(1)").get();
  if (row?.["quick_check"] !== "ok") throw corrupt(file);
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof StoreProblem) return error;
  const code = sqliteCode(error);
  if (code === SQLITE_CORRUPT) return corrupt(file);
  if (code === SQLITE_NOTADB) return foreign(file);
  if (code === undefined) return error;
  return new StoreProblem("unreadable", `The database ${file} cannot be opened: ${(error as Error).message}.`);
}

const corrupt = (file: string) =>
  new StoreProblem(
    "corrupt",
    `The database ${file} is damaged; restore it from a backup or move it away to start empty.`,
  );

const foreign = (file: string) =>
  new StoreProblem(
    "foreign",
    `The file ${file} is not a Sandtable database; move it away or choose another data folder.`,
  );

const newer = (file: string, number: number) =>
  new StoreProblem(
    "newer",
    `The database ${file} was written by a newer Sandtable (step ${number}, this one knows ${MIGRATIONS.length}); start that one.`,
  );
