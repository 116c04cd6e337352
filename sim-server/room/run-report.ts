// What an ended run tells the record store, made ready to be kept in the transaction that keeps its results.
import type { Compiled } from "../core/compile.ts";
import type { Session } from "../core/session.ts";
import { consoleBriefing } from "../core/views/briefings.ts";
import { logEntries } from "../core/views/log.ts";
import { ratingStatement } from "../evaluation/xapi/catalogue-ratings.ts";
import type { NewRating } from "../journal/results.ts";
import type { Run } from "../journal/runs.ts";
import type { HumanRating, Score } from "../protocol/api.ts";
import type { ConsoleBriefing } from "../protocol/briefing.ts";
import type { Database } from "../store/tables.ts";
import type { House } from "./live-run.ts";

/** What a person's rating tells it, kept in the transaction that keeps the rating. */
export function ratingReport(house: House, run: Run, briefing: ConsoleBriefing, rating: NewRating) {
  const { runId, unit } = run;
  const startedAtMs = run.startedAtMs ?? run.createdAtMs;
  const frame = { runId, home: house.records.home, unit, startedAtMs, briefing };
  return (transaction: Database, number: number): Promise<void> =>
    house.records.outbox.put(
      transaction,
      runId,
      [ratingStatement(frame, { ...rating, rating: rating.rating as HumanRating["rating"], id: number })],
      rating.atMs,
    );
}

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
