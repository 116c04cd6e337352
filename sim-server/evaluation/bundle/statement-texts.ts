// A run's xAPI statements as they were queued for the record store; made anew for a run that was never reported.
import type { RunDetail } from "../../protocol/api.ts";
import type { Database } from "../../store/tables.ts";
import { statementsOf } from "../xapi/catalogue.ts";

/** Where people are at home when no statement was ever sent. */
const HOME = "http://localhost:2567/people";

export async function statementTexts(
  db: Database,
  { row, briefing, facts, score }: RunDetail,
): Promise<readonly string[]> {
  const { runId, unit, startedAtMs, createdAtMs } = row;
  const queued = await db.selectFrom("outbox").select("body").where("run_id", "=", runId).orderBy("seq").execute();
  if (queued.length > 0) return queued.map(({ body }) => JSON.stringify(JSON.parse(body)));
  if (!score) return [];
  const run = { runId, home: HOME, unit, startedAtMs: startedAtMs ?? createdAtMs, briefing, facts, score };
  return statementsOf(run).map((statement) => JSON.stringify(statement));
}
