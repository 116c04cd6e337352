// The list of runs that instructors and evaluators look through, and the little that changes about each.
import type { SelectQueryBuilder } from "kysely";
import type { Store } from "../store/open-store.ts";
import type { Tables } from "../store/tables.ts";

export const RUN_STATES = ["lobby", "running", "paused", "ended"] as const;
export type RunState = (typeof RUN_STATES)[number];

export type Run = {
  readonly runId: string;
  readonly scenario: { readonly id: string; readonly title: { readonly zh: string; readonly en: string } };
  readonly unit: string;
  readonly createdBy: string;
  readonly createdAtMs: number;
  readonly startedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly state: RunState;
  readonly outcome: string | null;
  readonly scorePercent: number | null;
  readonly passed: boolean | null;
  readonly people: readonly string[];
};

export type NewRun = Pick<Run, "runId" | "scenario" | "unit" | "createdBy" | "createdAtMs" | "people">;
export type RunChange = Partial<
  Pick<Run, "startedAtMs" | "endedAtMs" | "state" | "outcome" | "scorePercent" | "passed" | "people">
>;

export const RUN_ORDERS = ["createdAtMs", "startedAtMs", "endedAtMs", "scorePercent", "scenario", "state"] as const;
export type RunOrder = (typeof RUN_ORDERS)[number];

export type RunQuery = {
  /** Leave out only for those who may see every unit. */
  readonly unit?: string;
  readonly states?: readonly RunState[];
  readonly scenarioId?: string;
  /** Part of a title, in either language, or of the scenario's id. */
  readonly text?: string;
  readonly createdFromMs?: number;
  readonly createdBeforeMs?: number;
  readonly orderBy?: RunOrder;
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
};

export type RunPage = { readonly runs: readonly Run[]; readonly total: number };

export type RunList = {
  add(run: NewRun): Promise<void>;
  change(runId: string, change: RunChange): Promise<void>;
  get(runId: string): Promise<Run | undefined>;
  page(query: RunQuery): Promise<RunPage>;
  /** Grows with every change, so that whoever shows the list knows when to look again. */
  changes(): number;
};

const LARGEST_PAGE = 200;
const COLUMN = {
  createdAtMs: "created_at_ms",
  startedAtMs: "started_at_ms",
  endedAtMs: "ended_at_ms",
  scorePercent: "score_percent",
  scenario: "scenario_id",
  state: "state",
} as const satisfies Record<RunOrder, keyof Tables["runs"]>;

export function openRunList({ db }: Store): RunList {
  let changes = 0;
  return {
    changes: () => changes,

    async add(run) {
      await db
        .insertInto("runs")
        .values({
          run_id: run.runId,
          scenario_id: run.scenario.id,
          title_zh: run.scenario.title.zh,
          title_en: run.scenario.title.en,
          unit: run.unit,
          created_by: run.createdBy,
          created_at_ms: run.createdAtMs,
          started_at_ms: null,
          ended_at_ms: null,
          state: "lobby",
          outcome: null,
          score_percent: null,
          passed: null,
          people: JSON.stringify(run.people),
        })
        .execute();
      changes += 1;
    },

    async change(runId, change) {
      const columns = {
        ...(change.startedAtMs === undefined ? {} : { started_at_ms: change.startedAtMs }),
        ...(change.endedAtMs === undefined ? {} : { ended_at_ms: change.endedAtMs }),
        ...(change.state === undefined ? {} : { state: change.state }),
        ...(change.outcome === undefined ? {} : { outcome: change.outcome }),
        ...(change.scorePercent === undefined ? {} : { score_percent: change.scorePercent }),
        ...(change.passed === undefined ? {} : { passed: change.passed === null ? null : Number(change.passed) }),
        ...(change.people === undefined ? {} : { people: JSON.stringify(change.people) }),
      };
      if (Object.keys(columns).length === 0) return;
      await db.updateTable("runs").set(columns).where("run_id", "=", runId).execute();
      changes += 1;
    },

    async get(runId) {
      const row = await db.selectFrom("runs").selectAll().where("run_id", "=", runId).executeTakeFirst();
      return row && runOf(row);
    },

    async page(query) {
      const direction = query.descending === false ? "asc" : "desc";
      const matching = filtered(db.selectFrom("runs"), query);
      const rows = await matching
        .selectAll()
        .orderBy(COLUMN[query.orderBy ?? "createdAtMs"], direction)
        .orderBy("run_id", direction) // Equal rows keep one order, so that no page repeats or skips a run.
        .offset(query.offset ?? 0)
        .limit(Math.min(query.limit ?? 50, LARGEST_PAGE))
        .execute();
      const { total } = await matching.select((e) => e.fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
      return { runs: rows.map(runOf), total: Number(total) };
    },
  };
}

type Runs<Columns> = SelectQueryBuilder<Tables, "runs", Columns>;

function filtered<Columns>(runs: Runs<Columns>, query: RunQuery): Runs<Columns> {
  let matching = runs;
  if (query.unit !== undefined) matching = matching.where("unit", "=", query.unit);
  if (query.states !== undefined) matching = matching.where("state", "in", [...query.states]);
  if (query.scenarioId !== undefined) matching = matching.where("scenario_id", "=", query.scenarioId);
  if (query.createdFromMs !== undefined) matching = matching.where("created_at_ms", ">=", query.createdFromMs);
  if (query.createdBeforeMs !== undefined) matching = matching.where("created_at_ms", "<", query.createdBeforeMs);
  if (query.text === undefined || query.text === "") return matching;
  const part = query.text.toLowerCase();
  return matching.where((e) =>
    e.or(
      (["title_zh", "title_en", "scenario_id", "people"] as const).map((column) => {
        const stripped = e.fn<string>("replace", [e.fn<string>("lower", [column]), e.val(part), e.val("")]);
        // Comparing with the column minus the words searched for needs no escaping of % and _.
        return e(stripped, "!=", e.fn<string>("lower", [column]));
      }),
    ),
  );
}

function runOf(row: Tables["runs"]): Run {
  return {
    runId: row.run_id,
    scenario: { id: row.scenario_id, title: { zh: row.title_zh, en: row.title_en } },
    unit: row.unit,
    createdBy: row.created_by,
    createdAtMs: row.created_at_ms,
    startedAtMs: row.started_at_ms,
    endedAtMs: row.ended_at_ms,
    state: row.state as RunState,
    outcome: row.outcome,
    scorePercent: row.score_percent,
    passed: row.passed === null ? null : row.passed === 1,
    people: JSON.parse(row.people) as string[],
  };
}
