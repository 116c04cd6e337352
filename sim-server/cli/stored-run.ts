// Reads a run from the data folder as one complete document; the folder must not be in use by a server.
import type { Fact } from "../../scenarios/format/facts.ts";
import { logEntry } from "../core/views/log.ts";
import { COMPLETE_RUN, type CompleteRun } from "../evaluation/complete-run.ts";
import { openJournal } from "../journal/journal.ts";
import { openResults } from "../journal/results.ts";
import { openRunList } from "../journal/runs.ts";
import type { Score } from "../protocol/api.ts";
import type { Rating } from "../protocol/words.ts";
import { openStore } from "../store/open-store.ts";
import type { KnownRow } from "./run-detail.ts";

export type StoredRun = { readonly complete: CompleteRun; readonly row: KnownRow };

export async function storedRun(dataDir: string, runId: string): Promise<StoredRun | undefined> {
  const store = await openStore(dataDir);
  try {
    const journal: CompleteRun["journal"] = [];
    for await (const link of openJournal(store).links(runId)) journal.push({ ...link });
    if (journal.length === 0) return undefined;
    const results = openResults(store);
    const [facts, latest, ratings] = [
      await results.facts(runId),
      await results.latest(runId),
      await results.ratings(runId),
    ];
    const complete: CompleteRun = {
      document: COMPLETE_RUN,
      exportedAtMs: Date.now(),
      journal,
      facts: facts.map((fact, at) => logEntry(fact as Fact, at + 1)),
      score: (latest?.results as Score | undefined) ?? null,
      ratings: ratings.map(({ number, task, rating, reason, by, atMs }) => ({
        id: number,
        task,
        rating: rating as Rating,
        reason,
        by,
        atMs,
      })),
    };
    const row = await openRunList(store).get(runId);
    return { complete, row: row ? { startedAtMs: row.startedAtMs, endedAtMs: row.endedAtMs } : {} };
  } finally {
    await store.close();
  }
}
