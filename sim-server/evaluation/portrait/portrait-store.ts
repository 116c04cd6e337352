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
/** The newest attempts of a unit that a board is made from: about two years of three hundred people. */
const ATTEMPTS_MOST = 6000;
/** A board this young is shown again even when a run has ended since. */
const FRESH_MS = 15_000;

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
      .orderBy("at_ms", "desc")
      .limit(ATTEMPTS_MOST)
      .execute();
    const oldestMs = Number(attempts.at(-1)?.at_ms ?? 0);
    const marks = await db
      .selectFrom("task_marks")
      .select(["run_id", "person", "scenario_id", "task", "capability", "rating", "met"])
      .where("unit", "=", unit)
      .where("at_ms", ">=", oldestMs)
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
      const known = kept.get(unit);
      if (known && now() - known.atMs < FRESH_MS) return known.board;
      const state = await stateOf();
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
