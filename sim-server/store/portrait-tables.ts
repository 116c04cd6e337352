// The tables of what runs say about people: their attempts and task marks, cohorts, and improvement plans.
type Nullable<Column> = Column | null;

export type PortraitTables = {
  /** Which revision of a run's results the attempts and marks were taken from. */
  marked_runs: { run_id: string; revision: number; marked_at_ms: number };
  /** One person's part in one ended run. */
  attempts: {
    run_id: string;
    slot: string;
    person: string;
    unit: string;
    scenario_id: string;
    position: string;
    at_ms: number;
    percent: number;
    passed: number;
  };
  /** One task that was a person's to do, as it was rated; `met` is 1 for P and S. */
  task_marks: {
    run_id: string;
    slot: string;
    task: string;
    person: string;
    unit: string;
    scenario_id: string;
    capability: string;
    rating: string;
    met: number;
    at_ms: number;
  };
  /** What capabilities are called, as the newest scenario that names them says. */
  capabilities: { capability: string; title_zh: string; title_en: string; named_at_ms: number };
  cohorts: { cohort_id: string; unit: string; name: string; created_by: string; created_at_ms: number };
  cohort_people: { cohort_id: string; person: string };
  /** Every wording of every item of a run's improvement plan; the last revision is the one in force. */
  improvements: {
    run_id: string;
    item: string;
    revision: number;
    finding: string;
    action: string;
    owner: string;
    due_on: Nullable<string>;
    state: string;
    by_id: string;
    at_ms: number;
  };
};

export const PORTRAIT_STATEMENTS: readonly string[] = [
  `create table marked_runs (
    run_id text primary key references runs (run_id), revision integer not null, marked_at_ms bigint not null)`,
  `create table attempts (
    run_id text not null references runs (run_id), slot text not null, person text not null, unit text not null,
    scenario_id text not null, position text not null, at_ms bigint not null, percent double precision not null,
    passed integer not null, primary key (run_id, slot))`,
  "create index attempts_person on attempts (unit, person, at_ms)",
  `create table task_marks (
    run_id text not null references runs (run_id), slot text not null, task text not null, person text not null,
    unit text not null, scenario_id text not null, capability text not null, rating text not null, met integer not null,
    at_ms bigint not null, primary key (run_id, slot, task))`,
  "create index task_marks_unit on task_marks (unit, at_ms)",
  `create table capabilities (
    capability text primary key, title_zh text not null, title_en text not null, named_at_ms bigint not null)`,
  `create table cohorts (
    cohort_id text primary key, unit text not null, name text not null, created_by text not null,
    created_at_ms bigint not null)`,
  "create index cohorts_unit on cohorts (unit, created_at_ms)",
  `create table cohort_people (
    cohort_id text not null references cohorts (cohort_id), person text not null, primary key (cohort_id, person))`,
  `create table improvements (
    run_id text not null references runs (run_id), item text not null, revision integer not null, finding text not null,
    action text not null, owner text not null, due_on text, state text not null, by_id text not null,
    at_ms bigint not null, primary key (run_id, item, revision))`,
  // Lists of a year's runs are read newest first, of one unit or of all.
  "create index runs_created on runs (created_at_ms)",
  "create index runs_unit_state on runs (unit, state, created_at_ms)",
];
