// Marks of people that are missing or older than their run's results: runs from before there were marks, or scored again.
import { sql } from "kysely";
import { keepMarks, marksOf } from "../evaluation/portrait/marks.ts";
import type { RunHeader } from "../journal/entry.ts";
import { headerOf } from "../journal/entry.ts";
import type { Score } from "../protocol/api.ts";
import type { Database } from "../store/tables.ts";
import type { House } from "./live-run.ts";
import { readShelfItem, type ShelfItem } from "./scenario-shelf.ts";

export type RunMarks = {
  /** Brings marks up to date; cheap when they are. */
  refresh(): Promise<void>;
};

export function openRunMarks(db: Database, house: Pick<House, "results" | "runs" | "note">): RunMarks {
  const items = new Map<string, ShelfItem | null>();
  let known = -1;
  let going: Promise<void> | undefined;

  function itemOf({ scenario, scenarioFiles }: RunHeader): ShelfItem | null {
    const kept = items.get(scenario.sha256);
    if (kept !== undefined) return kept;
    const item = readShelfItem(scenarioFiles);
    const found = "problems" in item ? null : item;
    if (!found) house.note(`scenario ${scenario.id} can no longer be read; its runs leave no marks`);
    items.set(scenario.sha256, found);
    return found;
  }

  async function mark(runId: string): Promise<void> {
    const [run, latest] = [await house.runs.get(runId), await house.results.latest(runId)];
    const first = await db
      .selectFrom("entries")
      .select("body")
      .where("run_id", "=", runId)
      .where("seq", "=", 0)
      .executeTakeFirst();
    if (!run || !latest || !first) return;
    const item = itemOf(headerOf(first.body));
    const facts = await house.results.facts(runId, "joined");
    const named = { runId, unit: run.unit, atMs: run.startedAtMs ?? run.createdAtMs };
    const marked = item
      ? marksOf(item.compiled, named, facts, latest.results as Score)
      : { runId, attempts: [], marks: [], capabilities: [] };
    await db.transaction().execute((transaction) => keepMarks(transaction, marked, latest.revision, Date.now()));
  }

  async function refreshNow(): Promise<void> {
    const { count } = await db
      .selectFrom("results")
      .select((e) => e.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (Number(count) === known) return;
    const behind = await sql<{ run_id: string }>`
      select results.run_id as run_id from results left join marked_runs on marked_runs.run_id = results.run_id
      where marked_runs.revision is null or results.revision > marked_runs.revision
      group by results.run_id`.execute(db);
    for (const { run_id } of behind.rows) await mark(run_id);
    known = Number(count);
  }

  return {
    refresh() {
      going ??= refreshNow().finally(() => {
        going = undefined;
      });
      return going;
    },
  };
}
