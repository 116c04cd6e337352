// Keeps documents: a state, an agent's profile or an activity's, each under its name with its ETag.
import { hash } from "node:crypto";
import type { Database, Tables } from "../../store/tables.ts";

export type Place = {
  readonly kind: "state" | "agent-profile" | "activity-profile";
  readonly activityId: string;
  readonly agentKey: string;
  readonly registration: string;
};
export type StoredDocument = {
  readonly contentType: string;
  readonly content: Buffer;
  readonly etag: string;
  readonly modifiedMs: number;
};
/** Nothing of what is kept changes when the decision is a refusal. */
export type Decision<Refusal> =
  | { readonly write: Omit<StoredDocument, "etag" | "modifiedMs"> | null }
  | { readonly refuse: Refusal };

const at = (db: Database, { kind, activityId, agentKey, registration }: Place) =>
  db
    .selectFrom("lrs_documents")
    .where("kind", "=", kind)
    .where("activity_id", "=", activityId)
    .where("agent_key", "=", agentKey)
    .where("registration", "=", registration);

export async function readDocument(db: Database, place: Place, id: string): Promise<StoredDocument | undefined> {
  const row = await at(db, place).selectAll().where("document_id", "=", id).executeTakeFirst();
  return row && documentOf(row);
}

/** Without a registration, a state's ids are those of every registration. */
export async function documentIds(db: Database, place: Place, anyRegistration: boolean, sinceMs: number | undefined) {
  const { kind, activityId, agentKey } = place;
  let query = anyRegistration
    ? db
        .selectFrom("lrs_documents")
        .where("kind", "=", kind)
        .where("activity_id", "=", activityId)
        .where("agent_key", "=", agentKey)
    : at(db, place);
  if (sinceMs !== undefined) query = query.where("modified_ms", ">", sinceMs);
  const rows = await query.select(["document_id", "modified_ms"]).orderBy("modified_ms").execute();
  return { ids: [...new Set(rows.map((row) => row.document_id))], modifiedMs: Number(rows.at(-1)?.modified_ms ?? 0) };
}

/** Looks, decides and writes as one, so that what was decided on is what is overwritten. */
export async function changeDocument<Refusal>(
  db: Database,
  place: Place,
  id: string,
  nowMs: number,
  decide: (before: StoredDocument | undefined) => Decision<Refusal>,
): Promise<Refusal | undefined> {
  return db.transaction().execute(async (transaction) => {
    const before = await readDocument(transaction, place, id);
    const decision = decide(before);
    if ("refuse" in decision) return decision.refuse;
    await removeDocuments(transaction, place, false, id);
    if (decision.write === null) return undefined;
    const { contentType, content } = decision.write;
    const row = {
      kind: place.kind,
      activity_id: place.activityId,
      agent_key: place.agentKey,
      registration: place.registration,
      document_id: id,
      content_type: contentType,
      // A SHA-1 in hexadecimal is what xAPI 1.0.3, 3.1 asks an ETag to be; it guards nothing here.
      etag: hash("sha1", Buffer.concat([Buffer.from(`${contentType}\n`), content]), "hex"),
      content_base64: content.toString("base64"),
      modified_ms: nowMs,
    };
    await transaction.insertInto("lrs_documents").values(row).execute();
    return undefined;
  });
}

export async function removeDocuments(db: Database, place: Place, anyRegistration: boolean, id?: string) {
  let query = db
    .deleteFrom("lrs_documents")
    .where("kind", "=", place.kind)
    .where("activity_id", "=", place.activityId)
    .where("agent_key", "=", place.agentKey);
  if (!anyRegistration) query = query.where("registration", "=", place.registration);
  if (id !== undefined) query = query.where("document_id", "=", id);
  await query.execute();
}

const documentOf = (row: Tables["lrs_documents"]): StoredDocument => ({
  contentType: row.content_type,
  content: Buffer.from(row.content_base64, "base64"),
  etag: row.etag,
  modifiedMs: Number(row.modified_ms),
});
