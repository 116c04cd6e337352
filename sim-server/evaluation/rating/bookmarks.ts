// Bookmarks in a run's replay: a second and a word, for everybody who may see the run.
import type { Bookmark, NewBookmark } from "../../protocol/branching.ts";
import type { Database } from "../../store/tables.ts";

export type Bookmarks = {
  add(runId: string, bookmark: NewBookmark & { readonly by: string; readonly atMs: number }): Promise<void>;
  ofRun(runId: string): Promise<readonly Bookmark[]>;
  remove(runId: string, number: number, atMs: number): Promise<boolean>;
};

export function openBookmarks(db: Database): Bookmarks {
  return {
    add: (runId, { tick, text, by, atMs }) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom("bookmarks")
          .select("number")
          .where("run_id", "=", runId)
          .orderBy("number", "desc")
          .executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        const row = { run_id: runId, number, tick, text, by_name: by, at_ms: atMs, removed_at_ms: null };
        await transaction.insertInto("bookmarks").values(row).execute();
      }),

    async ofRun(runId) {
      const rows = await db
        .selectFrom("bookmarks")
        .selectAll()
        .where("run_id", "=", runId)
        .where("removed_at_ms", "is", null)
        .orderBy("tick")
        .orderBy("number")
        .execute();
      return rows.map(({ number, tick, text, by_name, at_ms }) => ({
        number,
        tick,
        text,
        by: by_name,
        atMs: Number(at_ms),
      }));
    },

    async remove(runId, number, atMs) {
      const [done] = await db
        .updateTable("bookmarks")
        .set({ removed_at_ms: atMs })
        .where("run_id", "=", runId)
        .where("number", "=", number)
        .where("removed_at_ms", "is", null)
        .execute();
      return Number(done?.numUpdatedRows ?? 0) === 1;
    },
  };
}
