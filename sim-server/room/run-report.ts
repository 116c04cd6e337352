// What an ended run tells the record store, made ready to be kept in the transaction that keeps its results.
import type { Compiled } from "../core/compile.ts";
import type { Session } from "../core/session.ts";
import { consoleBriefing } from "../core/views/briefings.ts";
import { logEntries } from "../core/views/log.ts";
import type { Score } from "../protocol/api.ts";
import type { Database } from "../store/tables.ts";
import type { House } from "./live-run.ts";

export async function runReport(
  house: House,
  runId: string,
  compiled: Compiled,
  { run }: Session,
  score: Score,
): Promise<(transaction: Database) => Promise<void>> {
  const row = await house.runs.get(runId);
  const startedAtMs = row?.startedAtMs ?? row?.createdAtMs ?? Date.now();
  // Seed, parameters and hash belong to the journal; no statement tells them.
  const briefing = consoleBriefing(compiled, { runId, seed: 0, parameters: {}, sha256: "", names: {} });
  const { home } = house.records;
  const unit = row?.unit ?? "";
  const reported = { runId, home, unit, startedAtMs, briefing, facts: logEntries(run.index.all), score };
  return (transaction) => house.records.report(transaction, reported, Date.now());
}
