// Statements that point at statements: a filter that finds the target finds them too, through any number of steps.
import type { Database } from "../../store/tables.ts";
import { inParts, insertRows } from "./rows.ts";

type Pointing = { readonly id: string; readonly seq: number; readonly target: string | undefined };

/** Keeps for each statement all it points at, directly or through others, whichever of them came first. */
export async function keepReferences(db: Database, statements: readonly Pointing[]): Promise<void> {
  const targets = statements.flatMap(({ target }) => (target === undefined ? [] : [target]));
  const reach = await reachOf(db, targets);
  const pointers = await pointersAt(
    db,
    statements.map(({ id }) => id),
  );
  const rows: { seq: number; target_id: string }[] = [];
  for (const { id, seq, target } of statements) {
    if (target === undefined) continue;
    const reached = new Set([target, ...(reach.get(target) ?? [])]);
    reach.set(id, reached);
    for (const from of [seq, ...(pointers.get(id) ?? [])]) {
      for (const to of reached) rows.push({ seq: from, target_id: to });
    }
    for (const to of reached) pointers.set(to, [...(pointers.get(to) ?? []), seq]);
  }
  await insertRows(db, "lrs_references", rows);
}

async function reachOf(db: Database, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const reach = new Map<string, Set<string>>();
  for (const part of inParts(ids)) {
    const rows = await db
      .selectFrom("lrs_statements as s")
      .innerJoin("lrs_references as r", "r.seq", "s.seq")
      .select(["s.statement_id", "r.target_id"])
      .where("s.statement_id", "in", part)
      .execute();
    for (const row of rows) {
      const known = reach.get(row.statement_id) ?? new Set();
      reach.set(row.statement_id, known.add(row.target_id));
    }
  }
  return reach;
}

async function pointersAt(db: Database, ids: readonly string[]): Promise<Map<string, number[]>> {
  const pointers = new Map<string, number[]>();
  for (const part of inParts(ids)) {
    const rows = await db.selectFrom("lrs_references").selectAll().where("target_id", "in", part).execute();
    for (const { target_id, seq } of rows) pointers.set(target_id, [...(pointers.get(target_id) ?? []), Number(seq)]);
  }
  return pointers;
}
