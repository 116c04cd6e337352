// The transactional outbox: statements wait here from the commit of their results until a record store has them.
import type { Database } from "../../store/tables.ts";
import type { Statement } from "./reported-run.ts";

export type Waiting = { readonly statementId: string; readonly seq: number; readonly body: string };
type Parked = {
  readonly runId: string;
  readonly statementId: string;
  readonly problem: string;
  readonly atMs: number;
};
type OutboxCounts = {
  readonly waiting: number;
  readonly sent: number;
  readonly carried: number;
  readonly parked: number;
};

export type Outbox = {
  /** `transaction` is the one that writes the results: both are kept or neither. Known ids are left as they are. */
  put(transaction: Database, runId: string, statements: readonly Statement[], nowMs: number): Promise<void>;
  /** Everything put in line for a run so far, in order, delivered or not. */
  ofRun(runId: string): Promise<readonly Statement[]>;
  /** Runs with something to deliver, oldest first. */
  runs(): Promise<readonly string[]>;
  /** The next statements of a run in order: at most 100, and at most 1 MB unless the first alone is longer. */
  next(runId: string): Promise<readonly Waiting[]>;
  sent(ids: readonly string[], nowMs: number): Promise<void>;
  /** Given up until an administrator tries again; what comes after goes on without it. */
  park(id: string, problem: string, nowMs: number): Promise<void>;
  tried(ids: readonly string[]): Promise<void>;
  parked(): Promise<readonly Parked[]>;
  /** Puts what was parked, or taken out as a file, in line again; all of it when no ids are given. */
  retry(ids?: readonly string[]): Promise<number>;
  counts(): Promise<OutboxCounts>;
};

export const LARGEST_BATCH = 100;
export const LARGEST_BATCH_BYTES = 1_000_000;
const ROWS_PER_STATEMENT = 200;

export function openOutbox(db: Database): Outbox {
  return {
    async put(transaction, runId, statements, nowMs) {
      const last = await transaction
        .selectFrom("outbox")
        .select("seq")
        .where("run_id", "=", runId)
        .orderBy("seq", "desc")
        .executeTakeFirst();
      const first = Number(last?.seq ?? 0) + 1;
      const rows = statements.map((statement, index) => ({
        run_id: runId,
        seq: first + index,
        statement_id: statement.id,
        body: JSON.stringify(statement),
        state: "waiting",
        attempts: 0,
        problem: null,
        created_at_ms: nowMs,
        settled_at_ms: null,
      }));
      for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
        await transaction
          .insertInto("outbox")
          .values(rows.slice(from, from + ROWS_PER_STATEMENT))
          .onConflict((conflict) => conflict.column("statement_id").doNothing())
          .execute();
      }
    },

    async ofRun(runId) {
      const rows = await db.selectFrom("outbox").select("body").where("run_id", "=", runId).orderBy("seq").execute();
      return rows.map((row) => JSON.parse(row.body) as Statement);
    },

    async runs() {
      const rows = await db
        .selectFrom("outbox")
        .select((e) => ["run_id", e.fn.min("created_at_ms").as("since_ms")])
        .where("state", "=", "waiting")
        .groupBy("run_id")
        .orderBy("since_ms")
        .execute();
      return rows.map((row) => row.run_id);
    },

    async next(runId) {
      const rows = await db
        .selectFrom("outbox")
        .select(["statement_id", "seq", "body"])
        .where("run_id", "=", runId)
        .where("state", "=", "waiting")
        .orderBy("seq")
        .limit(LARGEST_BATCH)
        .execute();
      const batch: Waiting[] = [];
      let bytes = 2;
      for (const { statement_id, seq, body } of rows) {
        bytes += Buffer.byteLength(body) + 1;
        if (batch.length > 0 && bytes > LARGEST_BATCH_BYTES) break;
        batch.push({ statementId: statement_id, seq: Number(seq), body });
      }
      return batch;
    },

    async sent(ids, nowMs) {
      await db
        .updateTable("outbox")
        .set({ state: "sent", problem: null, settled_at_ms: nowMs })
        .where("statement_id", "in", ids)
        .execute();
    },

    async park(id, problem, nowMs) {
      await db
        .updateTable("outbox")
        .set({ state: "parked", problem, settled_at_ms: nowMs })
        .where("statement_id", "=", id)
        .execute();
    },

    async tried(ids) {
      await db
        .updateTable("outbox")
        .set((e) => ({ attempts: e("attempts", "+", 1) }))
        .where("statement_id", "in", ids)
        .execute();
    },

    async parked() {
      const rows = await db
        .selectFrom("outbox")
        .select(["run_id", "statement_id", "problem", "settled_at_ms"])
        .where("state", "=", "parked")
        .orderBy("run_id")
        .orderBy("seq")
        .execute();
      return rows.map((row) => ({
        runId: row.run_id,
        statementId: row.statement_id,
        problem: row.problem ?? "",
        atMs: Number(row.settled_at_ms),
      }));
    },

    async retry(ids) {
      const update = db
        .updateTable("outbox")
        .set({ state: "waiting", problem: null, settled_at_ms: null })
        .where("state", "in", ["parked", "carried"]);
      const { numUpdatedRows } = await (ids ? update.where("statement_id", "in", ids) : update).executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async counts() {
      const rows = await db
        .selectFrom("outbox")
        .select((e) => ["state", e.fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      const of = (state: string): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { waiting: of("waiting"), sent: of("sent"), carried: of("carried"), parked: of("parked") };
    },
  };
}
