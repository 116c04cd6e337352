// The one file that knows node:sqlite: opens a file, makes it durable, and hands it to Kysely.
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** Opens without changing a byte, so that a stranger's file can be looked at and left alone. */
export function openDatabaseFile(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
}

export function makeDurable(database: DatabaseSync): void {
  database.exec("pragma journal_mode = wal");
  database.exec("pragma synchronous = full");
}

export function pragmaNumber(database: DatabaseSync, name: "application_id"): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0);
}

/** Statements differ with the number of rows they insert, so what is kept ready is bounded. */
const STATEMENTS_KEPT = 200;

export function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const ready = new Map<string, SqliteStatement>();
  return {
    close: () => {
      ready.clear();
      database.close();
    },
    prepare: (sql) => {
      const known = ready.get(sql);
      if (known) return known;
      const oldest = ready.keys().next().value;
      if (ready.size >= STATEMENTS_KEPT && oldest !== undefined) ready.delete(oldest);
      const made = prepared(database, sql);
      ready.set(sql, made);
      return made;
    },
  };
}

function prepared(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...(values as readonly SQLInputValue[])),
    run: (values) => statement.run(...(values as readonly SQLInputValue[])),
    // A walk through rows lasts; a second one meanwhile must not meet it.
    iterate: (values) => database.prepare(sql).iterate(...(values as readonly SQLInputValue[])),
  };
}
