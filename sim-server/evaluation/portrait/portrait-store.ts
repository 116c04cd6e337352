// Reads what the tables know of a unit's people and makes their board, once for as long as nothing new is known.
import type { Text } from "../../protocol/words.ts";
import type { Database } from "../../store/tables.ts";
import { type Board, openBoard } from "./board.ts";

export type PortraitStore = {
  board(unit: string): Promise<Board>;
  capabilities(): Promise<ReadonlyMap<string, Text>>;
  units(): Promise<readonly string[]>;
};

const OLDEST_MS = 12 * 3600 * 1000;
const BOARDS_KEPT = 8;

export function openPortraitStore(db: Database, now: () => number = Date.now): PortraitStore {
  const kept = new Map<string, { readonly state: string; readonly board: Promise<Board>; readonly atMs: number }>();

  /** Changes whenever a run is marked, for the first time or again. */
  async function stateOf(): Promise<string> {
    const { count, latest } = await db
      .selectFrom("marked_runs")
      .select((e) => [e.fn.countAll<number>().as("count"), e.fn.max("marked_at_ms").as("latest")])
      .executeTakeFirstOrThrow();
    return `${count} ${latest ?? 0}`;
  }

  async function made(unit: string): Promise<Board> {
    const attempts = await db
      .selectFrom("attempts")
      .select(["run_id", "person", "scenario_id", "position", "at_ms", "percent", "passed"])
      .where("unit", "=", unit)
      .execute();
    const marks = await db
      .selectFrom("task_marks")
      .select(["run_id", "person", "scenario_id", "task", "capability", "rating", "met"])
      .where("unit", "=", unit)
      .execute();
    return openBoard(
      attempts.map((row) => ({
        runId: row.run_id,
        person: row.person,
        scenario: row.scenario_id,
        position: row.position,
        atMs: Number(row.at_ms),
        percent: row.percent,
        passed: row.passed === 1,
      })),
      marks.map((row) => ({
        runId: row.run_id,
        person: row.person,
        scenario: row.scenario_id,
        task: row.task,
        capability: row.capability,
        rating: row.rating,
        met: row.met === 1,
      })),
      now(),
    );
  }

  return {
    async board(unit) {
      const state = await stateOf();
      const known = kept.get(unit);
      if (known && known.state === state && now() - known.atMs < OLDEST_MS) return known.board;
      const board = made(unit);
      kept.delete(unit);
      const [oldest] = kept.keys();
      if (kept.size >= BOARDS_KEPT && oldest !== undefined) kept.delete(oldest);
      kept.set(unit, { state, board, atMs: now() });
      board.catch(() => kept.delete(unit));
      return board;
    },

    async capabilities() {
      const rows = await db.selectFrom("capabilities").selectAll().execute();
      return new Map(rows.map((row) => [row.capability, { zh: row.title_zh, en: row.title_en }]));
    },

    async units() {
      const rows = await db.selectFrom("attempts").select("unit").distinct().orderBy("unit").execute();
      return rows.map(({ unit }) => unit);
    },
  };
}
