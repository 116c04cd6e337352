// Appeals against a rating, each with its answer; nothing of either is ever deleted.
import type { Appeal } from "../../protocol/assessment.ts";
import type { Database, Tables } from "../../store/tables.ts";

export type NewAppealRow = Pick<Appeal, "item" | "by" | "text" | "atMs">;
type Answer = {
  readonly verdict: "upheld" | "rejected";
  readonly answer: string;
  readonly by: string;
  readonly atMs: number;
};

export type Appeals = {
  add(runId: string, appeal: NewAppealRow): Promise<Appeal>;
  ofRun(runId: string): Promise<readonly Appeal[]>;
  /** False when there is no such appeal or it has its answer already: an answer stands. */
  answer(runId: string, number: number, answer: Answer): Promise<boolean>;
};

export function openAppeals(db: Database): Appeals {
  return {
    add: (runId, { item, by, text, atMs }) =>
      db.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom("appeals")
          .select("number")
          .where("run_id", "=", runId)
          .orderBy("number", "desc")
          .executeTakeFirst();
        const row = {
          run_id: runId,
          number: (last?.number ?? 0) + 1,
          item,
          by_name: by,
          text,
          at_ms: atMs,
          verdict: null,
          answer: "",
          answered_by: null,
          answered_at_ms: null,
        };
        await transaction.insertInto("appeals").values(row).execute();
        return appealOf(row);
      }),

    async ofRun(runId) {
      const rows = await db.selectFrom("appeals").selectAll().where("run_id", "=", runId).orderBy("number").execute();
      return rows.map(appealOf);
    },

    async answer(runId, number, { verdict, answer, by, atMs }) {
      const [done] = await db
        .updateTable("appeals")
        .set({ verdict, answer, answered_by: by, answered_at_ms: atMs })
        .where("run_id", "=", runId)
        .where("number", "=", number)
        .where("verdict", "is", null)
        .execute();
      return Number(done?.numUpdatedRows ?? 0) === 1;
    },
  };
}

function appealOf(row: Tables["appeals"]): Appeal {
  return {
    number: row.number,
    item: row.item,
    by: row.by_name,
    text: row.text,
    atMs: Number(row.at_ms),
    verdict: row.verdict as Appeal["verdict"],
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAtMs: row.answered_at_ms === null ? null : Number(row.answered_at_ms),
  };
}
