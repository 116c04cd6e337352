// Writes what one turn of the event loop has queued as a single transaction, each run on the end of its own chain.
import type { Transaction } from "kysely";
import type { Database, Tables } from "../store/tables.ts";
import { chainOn } from "./chain.ts";
import { JournalProblem } from "./journal-problem.ts";

export type Head = { readonly seq: number; readonly sha256: string; readonly closed: boolean };
export type Written = { readonly seq: number; readonly duplicate: boolean };
export type Ask = { readonly by: string; readonly id: string };
export type QueuedEntry = { readonly text: string; readonly ask?: Ask; readonly outcome?: string };
export type Queued = { readonly runId: string; readonly entries: readonly QueuedEntry[] };
export type Committed = {
  /** No head stands for a run that another writer has taken further. */
  readonly heads: ReadonlyMap<string, Head | undefined>;
  readonly outcomes: readonly Outcome[];
};
export type Outcome = { readonly written: readonly Written[] } | { readonly problem: JournalProblem };

type Row = Tables["entries"];
type Growth = { from: Head; head: Head; rows: Row[]; asks: Map<string, number>; outcome?: string };

const ROWS_PER_INSERT = 500;

export async function commit(
  db: Database,
  queue: readonly Queued[],
  known: ReadonlyMap<string, Head>,
): Promise<Committed> {
  return db.transaction().execute(async (transaction) => {
    const growths = new Map<string, Growth>();
    for (const runId of new Set(queue.map((item) => item.runId))) {
      const from = known.get(runId) ?? (await headOf(transaction, runId));
      if (!from) continue;
      const asks = await earlierAsks(transaction, runId, asksOf(queue, runId));
      growths.set(runId, { from, head: from, rows: [], asks });
    }
    const outcomes = queue.map((item) => grow(item, growths.get(item.runId)));
    const heads = new Map<string, Head | undefined>();
    for (const [runId, growth] of growths) {
      heads.set(runId, (await write(transaction, runId, growth)) ? growth.head : undefined);
    }
    return { heads, outcomes: outcomes.map((outcome, index) => fenced(queue[index], heads) ?? outcome) };
  });
}

export async function headOf(db: Database, runId: string): Promise<Head | undefined> {
  const row = await db.selectFrom("journals").selectAll().where("run_id", "=", runId).executeTakeFirst();
  return row && { seq: row.head_seq, sha256: row.head_sha256, closed: row.outcome !== null };
}

function grow(item: Queued, growth: Growth | undefined): Outcome {
  if (!growth) return { problem: new JournalProblem("unknown-run", item.runId) };
  const known = item.entries.map((entry) => (entry.ask ? growth.asks.get(askKey(entry.ask)) : undefined));
  // A repeated ask is answered even after the end; anything new is not.
  if (growth.head.closed && known.includes(undefined)) return { problem: new JournalProblem("run-closed", item.runId) };
  return { written: item.entries.map((entry) => place(item.runId, entry, growth)) };
}

function place(runId: string, entry: QueuedEntry, growth: Growth): Written {
  const earlier = entry.ask && growth.asks.get(askKey(entry.ask));
  if (earlier !== undefined) return { seq: earlier, duplicate: true };
  const { seq, prev, sha256, text } = chainOn(growth.head, entry.text);
  const ask = { ask_by: entry.ask?.by ?? null, ask_id: entry.ask?.id ?? null };
  growth.rows.push({ run_id: runId, seq, prev, sha256, ...ask, body: text });
  if (entry.ask) growth.asks.set(askKey(entry.ask), seq);
  if (entry.outcome !== undefined) growth.outcome = entry.outcome;
  growth.head = { seq, sha256, closed: growth.head.closed || entry.outcome !== undefined };
  return { seq, duplicate: false };
}

function fenced(item: Queued | undefined, heads: ReadonlyMap<string, Head | undefined>): Outcome | undefined {
  if (!item || !heads.has(item.runId) || heads.get(item.runId)) return undefined;
  return { problem: new JournalProblem("written-elsewhere", item.runId) };
}

/** False when another writer got there first; then nothing of this run is written. */
async function write(transaction: Transaction<Tables>, runId: string, growth: Growth): Promise<boolean> {
  if (growth.rows.length === 0) return true;
  const { numUpdatedRows } = await transaction
    .updateTable("journals")
    .set({
      head_seq: growth.head.seq,
      head_sha256: growth.head.sha256,
      ...(growth.outcome === undefined ? {} : { outcome: growth.outcome }),
    })
    .where("run_id", "=", runId)
    .where("head_sha256", "=", growth.from.sha256)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  for (let from = 0; from < growth.rows.length; from += ROWS_PER_INSERT) {
    const rows = growth.rows.slice(from, from + ROWS_PER_INSERT);
    await transaction.insertInto("entries").values(rows).execute();
  }
  return true;
}

async function earlierAsks(db: Database, runId: string, asks: readonly Ask[]): Promise<Map<string, number>> {
  const earlier = new Map<string, number>();
  for (let from = 0; from < asks.length; from += ROWS_PER_INSERT) {
    const ids = asks.slice(from, from + ROWS_PER_INSERT).map((ask) => ask.id);
    const rows = await db
      .selectFrom("entries")
      .select(["seq", "ask_by", "ask_id"])
      .where("run_id", "=", runId)
      .where("ask_id", "in", ids)
      .execute();
    for (const row of rows) earlier.set(askKey({ by: row.ask_by ?? "", id: row.ask_id ?? "" }), row.seq);
  }
  return earlier;
}

const asksOf = (queue: readonly Queued[], runId: string) =>
  queue
    .filter((item) => item.runId === runId)
    .flatMap((item) => item.entries.flatMap((entry) => (entry.ask ? [entry.ask] : [])));

// Ask ids are chosen by clients: keyed by who asked, nobody can swallow another's ask by guessing its id.
const askKey = (ask: Ask) => JSON.stringify([ask.by, ask.id]);
