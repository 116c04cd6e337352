// Finds statements: one by its id, or all that fit the filters, newest first, page by page.
import type { Database } from "../../store/tables.ts";
import type { Json } from "./form/check.ts";

export type Filter = {
  readonly agent?: string;
  readonly relatedAgents?: boolean;
  readonly verb?: string;
  readonly activity?: string;
  readonly relatedActivities?: boolean;
  readonly registration?: string;
  readonly sinceMs?: number;
  readonly untilMs?: number;
  readonly ascending?: boolean;
  /** Go on behind this sequence number, in the direction of the search. */
  readonly after?: number;
  /** Only what this authority sent (scope statements/read/mine). */
  readonly authority?: string;
  readonly limit: number;
};
export type Page = { readonly statements: readonly Json[]; readonly next: number | undefined };

export async function findStatement(db: Database, id: string, voided: boolean, authority?: string) {
  const query = db
    .selectFrom("lrs_statements")
    .select("body")
    .where("statement_id", "=", id.toLowerCase())
    .where("voided", "=", voided ? 1 : 0);
  const row = await (authority === undefined ? query : query.where("authority", "=", authority)).executeTakeFirst();
  return row && (JSON.parse(row.body) as Json);
}

export async function searchStatements(db: Database, filter: Filter): Promise<Page> {
  const { sinceMs, untilMs, after, ascending = false, authority, limit } = filter;
  let query = db.selectFrom("lrs_statements as s").select(["s.seq", "s.body"]).where("s.voided", "=", 0);
  if (sinceMs !== undefined) query = query.where("s.stored_ms", ">", sinceMs);
  if (untilMs !== undefined) query = query.where("s.stored_ms", "<=", untilMs);
  if (after !== undefined) query = query.where("s.seq", ascending ? ">" : "<", after);
  if (authority !== undefined) query = query.where("s.authority", "=", authority);
  if (isNarrow(filter)) {
    // What points at a match by StatementRef is found with it, whatever has become of the target (xAPI 2.1.3).
    const pointing = db
      .selectFrom("lrs_references")
      .select("seq")
      .where("target_id", "in", fitting(db, filter).select("statement_id"));
    query = query.where("s.seq", "in", fitting(db, filter).select("seq").union(pointing));
  }
  const rows = await query
    .orderBy("s.seq", ascending ? "asc" : "desc")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    statements: shown.map((row) => JSON.parse(row.body) as Json),
    next: rows.length > limit ? Number(shown.at(-1)?.seq) : undefined,
  };
}

const isNarrow = ({ agent, verb, activity, registration }: Filter): boolean =>
  [agent, verb, activity, registration].some((value) => value !== undefined);

function fitting(db: Database, { agent, relatedAgents, verb, activity, relatedActivities, registration }: Filter) {
  const linked = (kind: "agent" | "activity", value: string, related: boolean | undefined) => {
    const links = db.selectFrom("lrs_links").select("seq").where("kind", "=", kind).where("value", "=", value);
    return related ? links : links.where("direct", "=", 1);
  };
  let query = db.selectFrom("lrs_statements");
  if (verb !== undefined) query = query.where("verb_id", "=", verb);
  if (registration !== undefined) query = query.where("registration", "=", registration.toLowerCase());
  if (agent !== undefined) query = query.where("seq", "in", linked("agent", agent, relatedAgents));
  if (activity !== undefined) query = query.where("seq", "in", linked("activity", activity, relatedActivities));
  return query;
}
