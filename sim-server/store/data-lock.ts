// Keeps a second server out of a data folder: an exclusive lock that the operating system drops when we die.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreProblem } from "./store-problem.ts";

const SQLITE_BUSY = 5;

export type DataLock = { release(): void };

/** Throws a StoreProblem when another process, or this one, already holds the folder. */
export function lockDataDir(dataDir: string): DataLock {
  const pidFile = join(dataDir, "server.pid");
  const database = new DatabaseSync(join(dataDir, "server.lock"));
  try {
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    if (sqliteCode(error) !== SQLITE_BUSY) throw error;
    throw new StoreProblem(
      "in-use",
      `The data folder ${dataDir} is in use by another Sandtable server${holder(pidFile)}; stop it or choose another folder with --data.`,
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return { release: () => database.close() };
}

export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode & 0xff;
}

function holder(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, "utf8").trim()})`;
  } catch {
    return ""; // The number only helps the reader; the lock itself has already spoken.
  }
}
