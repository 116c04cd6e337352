// Keeps statements: whatever waits when the database is free is one transaction, each batch whole or not at all.
import { setImmediate } from "node:timers/promises";
import type { Database, Tables } from "../../store/tables.ts";
import { keepActivities, keepPeople, type Remembered } from "./canon.ts";
import { sameStatement } from "./comparison.ts";
import type { Json } from "./form/check.ts";
import { utc } from "./form/time.ts";
import type { Incoming } from "./incoming.ts";
import { keepReferences } from "./references.ts";
import { inParts, insertRows } from "./rows.ts";

type Batch = { readonly statements: readonly Incoming[]; readonly attachments: ReadonlyMap<string, Buffer> };
/** Kept, or the id of a statement that is known with another content; then nothing of the batch is kept. */
export type Written = { readonly conflict?: string };

export type StatementWriter = { write(batch: Batch): Promise<Written> };

type Row = Tables["lrs_statements"];
type Waiting = { batch: Batch; resolve(written: Written): void; reject(error: unknown): void };

/** One transaction takes so many statements at most, so that reading is never shut out for long. */
const LARGEST_TURN = 2000;

export function openStatementWriter(db: Database, now: () => number): StatementWriter {
  const queue: Waiting[] = [];
  const remembered: Remembered = { activities: new Map(), people: new Set() };
  let busy = false;

  async function drain(): Promise<void> {
    busy = true;
    while (queue.length > 0) {
      // What other clients have sent meanwhile is read first and shares the commit.
      await setImmediate();
      let statements = 0;
      const turn: Waiting[] = [];
      while (statements < LARGEST_TURN) {
        const next = queue.shift();
        if (!next) break;
        turn.push(next);
        statements += next.batch.statements.length;
      }
      try {
        const outcome = await keep(
          db,
          turn.map(({ batch }) => batch),
          now(),
          remembered,
        );
        turn.forEach((waiting, index) => {
          waiting.resolve(outcome[index] ?? {});
        });
      } catch (error) {
        remembered.activities.clear();
        remembered.people.clear();
        for (const waiting of turn) waiting.reject(error);
      }
    }
    busy = false;
  }

  return {
    write: (batch) =>
      new Promise((resolve, reject) => {
        queue.push({ batch, resolve, reject });
        if (!busy) void drain();
      }),
  };
}

function keep(db: Database, batches: readonly Batch[], nowMs: number, remembered: Remembered): Promise<Written[]> {
  return db.transaction().execute(async (transaction) => {
    const all = batches.flatMap((batch) => batch.statements);
    const { lastSeq, storedMs } = await takeTurn(transaction, all.length, nowMs);
    const known = await existing(
      transaction,
      all.map(({ id }) => id),
    );
    const accepted = new Map<string, Incoming>();
    const outcomes = batches.map(({ statements }): Written => {
      const conflict = statements.find((one) => {
        const before = known.get(one.id) ?? accepted.get(one.id)?.statement;
        return before && !sameStatement(before, one.statement);
      });
      if (conflict) return { conflict: conflict.id };
      for (const one of statements) if (!known.has(one.id) && !accepted.has(one.id)) accepted.set(one.id, one);
      return {};
    });

    const fresh = [...accepted.values()];
    const firstSeq = lastSeq - all.length + 1;
    const rows = fresh.map((one, index) => rowOf(one, firstSeq + index, storedMs));
    await applyVoiding(transaction, rows);
    await insertRows(transaction, "lrs_statements", rows);
    const links = fresh.flatMap((one, index) =>
      one.links.map(({ kind, value, direct }) => ({ kind, value, seq: firstSeq + index, direct: direct ? 1 : 0 })),
    );
    await insertRows(transaction, "lrs_links", links);
    await keepReferences(
      transaction,
      fresh.map(({ id, target }, index) => ({ id, target, seq: firstSeq + index })),
    );
    const files = batches.flatMap(({ attachments }, index) => (outcomes[index]?.conflict ? [] : [...attachments]));
    const attached = files.map(([sha2, bytes]) => ({ sha2, content_base64: bytes.toString("base64") }));
    await insertRows(transaction, "lrs_attachments", attached);
    await keepActivities(transaction, fresh, remembered);
    await keepPeople(transaction, fresh, remembered);
    return outcomes;
  });
}

/** Writers take turns on the clock's row, so statements become visible in the order of their numbers. */
async function takeTurn(db: Database, statements: number, nowMs: number) {
  const clock = await db
    .updateTable("lrs_clock")
    .set((e) => ({
      seq: e("seq", "+", statements),
      stored_ms: e.case().when("stored_ms", ">", nowMs).then(e.ref("stored_ms")).else(nowMs).end(),
    }))
    .where("id", "=", 1)
    .returning(["seq", "stored_ms"])
    .executeTakeFirstOrThrow();
  return { lastSeq: Number(clock.seq), storedMs: Number(clock.stored_ms) };
}

async function existing(db: Database, ids: readonly string[]): Promise<Map<string, Json>> {
  const found = new Map<string, Json>();
  for (const part of inParts(ids)) {
    const rows = await db
      .selectFrom("lrs_statements")
      .select(["statement_id", "body"])
      .where("statement_id", "in", part)
      .execute();
    for (const row of rows) found.set(row.statement_id, JSON.parse(row.body) as Json);
  }
  return found;
}

function rowOf(one: Incoming, seq: number, storedMs: number): Row {
  const stored = utc(storedMs);
  const statement = { ...one.statement, stored, timestamp: one.statement["timestamp"] ?? stored };
  return {
    seq,
    statement_id: one.id,
    stored_ms: storedMs,
    verb_id: one.verbId,
    registration: one.registration,
    authority: JSON.stringify(one.statement["authority"]),
    voided: 0,
    voids: one.voids ? (one.target ?? null) : null,
    body: JSON.stringify(statement),
  };
}

/** What voids may come before or after what it voids; what voids is itself never voided (xAPI 2.3.2). */
async function applyVoiding(db: Database, rows: Row[]): Promise<void> {
  const targets = rows.flatMap(({ voids }) => (voids === null ? [] : [voids]));
  const doomed = new Set(targets);
  for (const part of inParts(rows.map((row) => row.statement_id))) {
    const earlier = await db.selectFrom("lrs_statements").select("voids").where("voids", "in", part).execute();
    for (const { voids } of earlier) if (voids !== null) doomed.add(voids);
  }
  for (const row of rows) if (row.voids === null && doomed.has(row.statement_id)) row.voided = 1;
  for (const part of inParts(targets)) {
    await db
      .updateTable("lrs_statements")
      .set({ voided: 1 })
      .where("statement_id", "in", part)
      .where("voids", "is", null)
      .execute();
  }
}
