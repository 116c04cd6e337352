// What the store has learnt of activities and people from all statements: the canonical definition, the names used.
import type { Database } from "../../store/tables.ts";
import type { Json } from "./form/check.ts";
import type { Incoming } from "./incoming.ts";
import { mergedDefinition } from "./links.ts";
import { inParts, insertRows } from "./rows.ts";

/** What was written lately and need not be read or written again; dropped whole when it grows. */
export type Remembered = { readonly activities: Map<string, string>; readonly people: Set<string> };

const MOST_REMEMBERED = 20_000;

export async function keepActivities(db: Database, statements: readonly Incoming[], { activities }: Remembered) {
  const sent = new Map<string, Json>();
  for (const { activities: own } of statements) {
    for (const [id, definition] of own) {
      if (activities.get(id) === JSON.stringify(definition)) continue;
      const before = sent.get(id);
      sent.set(id, before ? mergedDefinition(before, definition) : definition);
    }
  }
  if (sent.size === 0) return;
  if (activities.size > MOST_REMEMBERED) activities.clear();
  const known = await definitionsOf(db, [...sent.keys()]);
  for (const [id, definition] of sent) {
    const before = known.get(id);
    const merged = JSON.stringify(before ? mergedDefinition(before, definition) : definition);
    if (!before || merged !== JSON.stringify(before)) {
      await db
        .insertInto("lrs_activities")
        .values({ activity_id: id, definition: merged })
        .onConflict((conflict) => conflict.column("activity_id").doUpdateSet({ definition: merged }))
        .execute();
    }
    activities.set(id, merged);
  }
}

export async function definitionsOf(db: Database, ids: readonly string[]): Promise<Map<string, Json>> {
  const found = new Map<string, Json>();
  for (const part of inParts(ids)) {
    const rows = await db.selectFrom("lrs_activities").selectAll().where("activity_id", "in", part).execute();
    for (const row of rows) found.set(row.activity_id, JSON.parse(row.definition) as Json);
  }
  return found;
}

export async function keepPeople(db: Database, statements: readonly Incoming[], { people }: Remembered) {
  const rows: { agent_key: string; name: string }[] = [];
  for (const { people: own } of statements) {
    for (const [agent_key, name] of own) {
      const key = `${agent_key}\n${name}`;
      if (people.has(key)) continue;
      if (people.size > MOST_REMEMBERED) people.clear();
      people.add(key);
      rows.push({ agent_key, name });
    }
  }
  await insertRows(db, "lrs_people", rows);
}
