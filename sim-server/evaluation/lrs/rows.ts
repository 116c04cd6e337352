// Writes many rows in few statements, in sizes that come again so that the database can keep them prepared.
import type { InsertObject } from "kysely";
import type { Database, Tables } from "../../store/tables.ts";

const LARGEST = 256;

export async function insertRows<Name extends keyof Tables & string>(
  db: Database,
  table: Name,
  rows: readonly InsertObject<Tables, Name>[],
): Promise<void> {
  let from = 0;
  for (let size = LARGEST; from < rows.length; ) {
    if (rows.length - from < size) {
      size /= 2;
      continue;
    }
    const part = rows.slice(from, from + size) as InsertObject<Tables, Name>[];
    await db
      .insertInto(table)
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    from += size;
  }
}

export function* inParts<Item>(items: readonly Item[], size = LARGEST): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
