// The one file that knows node:sqlite: opens a file, makes it durable, and hands it to Kysely.
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { SqliteDatabase } from "kysely";

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

export function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as readonly SQLInputValue[])),
        run: (values) => statement.run(...(values as readonly SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as readonly SQLInputValue[])),
      };
    },
  };
}
