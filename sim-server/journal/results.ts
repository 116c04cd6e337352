// What came of a run: every scoring of it, the facts behind the latest, and the ratings people gave by hand.
import type { Store } from "../store/open-store.ts";
import type { Database } from "../store/tables.ts";

export type KeptFact = {
  readonly tick: number;
  readonly by: string;
  readonly kind: string;
  readonly of: string;
  readonly [detail: string]: unknown;
};

export type KeptResults = { readonly revision: number; readonly atMs: number; readonly results: unknown };

export type NewRating = {
  readonly task: string;
  readonly rating: string;
  readonly reason: string;
  readonly by: string;
  readonly atMs: number;
};
/** A rater's later rating of the same task supersedes the earlier one; both stay on record. */
export type Rating = NewRating & { readonly number: number; readonly superseded: boolean };

export type Results = {
  /** Scoring again adds a revision and replaces the facts, which follow from the journal anyway. */
  /** `alongside` is kept with them or not at all. */
  saveResults(
    runId: string,
    results: unknown,
    facts: readonly KeptFact[],
    atMs: number,
    alongside?: (transaction: Database) => Promise<void>,
  ): Promise<{ revision: number }>;
  latest(runId: string): Promise<KeptResults | undefined>;
  revisions(runId: string): Promise<readonly KeptResults[]>;
  facts(runId: string, kind?: string): Promise<readonly KeptFact[]>;
  /** `alongside` is kept with the rating, whose number it is told, or not at all. */
  rate(
    runId: string,
    rating: NewRating,
    alongside?: (transaction: Database, number: number) => Promise<void>,
  ): Promise<Rating>;
  ratings(runId: string): Promise<readonly Rating[]>;
};

const ROWS_PER_INSERT = 500;

export function openResults({ db }: Store): Results {
  const revisionsOf = async (runId: string) => {
    const rows = await db.selectFrom("results").selectAll().where("run_id", "=", runId).orderBy("revision").execute();
    return rows.map((row) => ({
      revision: row.revision,
      atMs: row.at_ms,
      results: JSON.parse(row.body) as unknown,
    }));
  };

  return {
    saveResults: (runId, results, facts, atMs, alongside) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom("results")
          .select("revision")
          .where("run_id", "=", runId)
          .orderBy("revision", "desc")
          .executeTakeFirst();
        const revision = (last?.revision ?? 0) + 1;
        const row = { run_id: runId, revision, at_ms: atMs, body: JSON.stringify(results) };
        await transaction.insertInto("results").values(row).execute();
        await transaction.deleteFrom("facts").where("run_id", "=", runId).execute();
        for (let from = 0; from < facts.length; from += ROWS_PER_INSERT) {
          const rows = facts.slice(from, from + ROWS_PER_INSERT).map((fact, index) => ({
            run_id: runId,
            seq: from + index,
            tick: fact.tick,
            by_id: fact.by,
            kind: fact.kind,
            of_id: fact.of,
            body: JSON.stringify(fact),
          }));
          await transaction.insertInto("facts").values(rows).execute();
        }
        await alongside?.(transaction);
        return { revision };
      }),

    latest: async (runId) => (await revisionsOf(runId)).at(-1),
    revisions: revisionsOf,

    async facts(runId, kind) {
      const all = db.selectFrom("facts").select("body").where("run_id", "=", runId).orderBy("seq");
      const rows = await (kind === undefined ? all : all.where("kind", "=", kind)).execute();
      return rows.map((row) => JSON.parse(row.body) as KeptFact);
    },

    rate: (runId, rating, alongside) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom("ratings")
          .select("number")
          .where("run_id", "=", runId)
          .orderBy("number", "desc")
          .executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        const { task, reason, by, atMs } = rating;
        await transaction
          .insertInto("ratings")
          .values({ run_id: runId, number, task, rating: rating.rating, reason, by_id: by, at_ms: atMs })
          .execute();
        await alongside?.(transaction, number);
        return { ...rating, number, superseded: false };
      }),

    async ratings(runId) {
      const rows = await db.selectFrom("ratings").selectAll().where("run_id", "=", runId).orderBy("number").execute();
      const latest = new Map(rows.map((row) => [JSON.stringify([row.task, row.by_id]), row.number]));
      return rows.map((row) => ({
        number: row.number,
        task: row.task,
        rating: row.rating,
        reason: row.reason,
        by: row.by_id,
        atMs: row.at_ms,
        superseded: latest.get(JSON.stringify([row.task, row.by_id])) !== row.number,
      }));
    },
  };
}
