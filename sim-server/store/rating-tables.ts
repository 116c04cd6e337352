// The tables of human rating: sheets and their marks, invitations, appeals, scorings under a newer rubric, bookmarks.
type Nullable<Column> = Column | null;

export type RatingTables = {
  /** One rater's sheet about a run's team (`about` empty) or one of its seats. */
  rating_sheets: {
    sheet_id: string;
    run_id: string;
    source: string;
    about: string;
    rater: string;
    account_id: Nullable<string>;
    invite_id: Nullable<string>;
    blind: number;
    opened_at_ms: number;
    done_at_ms: Nullable<number>;
    remark: string;
  };
  /** Every mark ever given; the last of a kind and item is the one that holds. `value` null: not observed. */
  rating_marks: {
    sheet_id: string;
    number: number;
    kind: string;
    item: string;
    value: Nullable<number>;
    reason: string;
    at_ms: number;
  };
  rating_invites: {
    invite_id: string;
    token_sha256: string;
    run_id: string;
    source: string;
    about: string;
    label: string;
    created_by: string;
    created_at_ms: number;
    expires_at_ms: number;
    used_at_ms: Nullable<number>;
    revoked_at_ms: Nullable<number>;
  };
  /** Who has seen other raters' marks of a run before giving own ones. */
  rating_views: { run_id: string; account_id: string; at_ms: number };
  appeals: {
    run_id: string;
    number: number;
    item: string;
    by_name: string;
    text: string;
    at_ms: number;
    verdict: Nullable<string>;
    answer: string;
    answered_by: Nullable<string>;
    answered_at_ms: Nullable<number>;
  };
  /** The rubric under which a revision of the results was made, when it is not the run's own. */
  rescorings: {
    run_id: string;
    revision: number;
    scenario_version: string;
    scenario_sha256: string;
    files: string;
    same_world: number;
    reason: string;
    by_name: string;
    at_ms: number;
  };
  bookmarks: {
    run_id: string;
    number: number;
    tick: number;
    text: string;
    by_name: string;
    at_ms: number;
    removed_at_ms: Nullable<number>;
  };
};

export const RATING_STATEMENTS: readonly string[] = [
  `create table rating_sheets (
    sheet_id text primary key, run_id text not null references runs (run_id), source text not null,
    about text not null, rater text not null, account_id text, invite_id text, blind integer not null,
    opened_at_ms bigint not null, done_at_ms bigint, remark text not null)`,
  "create index rating_sheets_run on rating_sheets (run_id)",
  `create table rating_marks (
    sheet_id text not null references rating_sheets (sheet_id), number integer not null, kind text not null,
    item text not null, value integer, reason text not null, at_ms bigint not null, primary key (sheet_id, number))`,
  `create table rating_invites (
    invite_id text primary key, token_sha256 text not null unique, run_id text not null references runs (run_id),
    source text not null, about text not null, label text not null, created_by text not null,
    created_at_ms bigint not null, expires_at_ms bigint not null, used_at_ms bigint, revoked_at_ms bigint)`,
  "create index rating_invites_run on rating_invites (run_id)",
  `create table rating_views (
    run_id text not null, account_id text not null, at_ms bigint not null, primary key (run_id, account_id))`,
  `create table appeals (
    run_id text not null references runs (run_id), number integer not null, item text not null,
    by_name text not null, text text not null, at_ms bigint not null, verdict text, answer text not null,
    answered_by text, answered_at_ms bigint, primary key (run_id, number))`,
  `create table rescorings (
    run_id text not null references runs (run_id), revision integer not null, scenario_version text not null,
    scenario_sha256 text not null, files text not null, same_world integer not null, reason text not null,
    by_name text not null, at_ms bigint not null, primary key (run_id, revision))`,
  `create table bookmarks (
    run_id text not null references runs (run_id), number integer not null, tick integer not null,
    text text not null, by_name text not null, at_ms bigint not null, removed_at_ms bigint,
    primary key (run_id, number))`,
];
