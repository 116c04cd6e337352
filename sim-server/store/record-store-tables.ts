// The tables of the learning record store and of the outbox that feeds it or a foreign one.
type Nullable<Column> = Column | null;

export type RecordStoreTables = {
  /** One row: the last sequence number and the last `stored` time given out; writers take turns on it. */
  lrs_clock: { id: number; seq: number; stored_ms: number };
  lrs_statements: {
    seq: number;
    statement_id: string;
    stored_ms: number;
    verb_id: string;
    registration: Nullable<string>;
    authority: string;
    voided: number;
    voids: Nullable<string>;
    body: string;
  };
  /** Whom and what a statement is about; `direct` marks what the plain filters match, the rest needs related_*. */
  lrs_links: { kind: string; value: string; seq: number; direct: number };
  /** Which statements a statement points at by StatementRef, directly or through others. */
  lrs_references: { seq: number; target_id: string };
  lrs_attachments: { sha2: string; content_base64: string };
  lrs_activities: { activity_id: string; definition: string };
  lrs_people: { agent_key: string; name: string };
  lrs_documents: {
    kind: string;
    activity_id: string;
    agent_key: string;
    registration: string;
    document_id: string;
    content_type: string;
    etag: string;
    content_base64: string;
    modified_ms: number;
  };
  lrs_credentials: {
    credential_id: string;
    secret_sha256: string;
    label: string;
    scopes: string;
    version: string;
    created_at_ms: number;
    revoked_at_ms: Nullable<number>;
  };
  /** The Merkle log's leaves, one for each ended run, in the order they ended. */
  run_log: { leaf_index: number; run_id: string; leaf_sha256: string; at_ms: number };
  outbox: {
    run_id: string;
    seq: number;
    statement_id: string;
    body: string;
    state: string;
    attempts: number;
    problem: Nullable<string>;
    created_at_ms: number;
    settled_at_ms: Nullable<number>;
  };
};

export const RECORD_STORE_STATEMENTS: readonly string[] = [
  "create table lrs_clock (id integer primary key, seq bigint not null, stored_ms bigint not null)",
  "insert into lrs_clock (id, seq, stored_ms) values (1, 0, 0)",
  `create table lrs_statements (
    seq bigint primary key, statement_id text not null unique, stored_ms bigint not null, verb_id text not null,
    registration text, authority text not null, voided integer not null, voids text,
    body text not null)`,
  "create index lrs_statements_verb on lrs_statements (verb_id, seq)",
  "create index lrs_statements_registration on lrs_statements (registration, seq)",
  "create index lrs_statements_stored on lrs_statements (stored_ms, seq)",
  "create index lrs_statements_voids on lrs_statements (voids)",
  `create table lrs_links (
    kind text not null, value text not null, seq bigint not null, direct integer not null,
    primary key (kind, value, seq))`,
  "create table lrs_references (target_id text not null, seq bigint not null, primary key (target_id, seq))",
  "create index lrs_references_seq on lrs_references (seq)",
  "create table lrs_attachments (sha2 text primary key, content_base64 text not null)",
  "create table lrs_activities (activity_id text primary key, definition text not null)",
  "create table lrs_people (agent_key text not null, name text not null, primary key (agent_key, name))",
  `create table lrs_documents (
    kind text not null, activity_id text not null, agent_key text not null, registration text not null,
    document_id text not null, content_type text not null, etag text not null, content_base64 text not null,
    modified_ms bigint not null, primary key (kind, activity_id, agent_key, registration, document_id))`,
  `create table lrs_credentials (
    credential_id text primary key, secret_sha256 text not null, label text not null, scopes text not null,
    version text not null, created_at_ms bigint not null, revoked_at_ms bigint)`,
  `create table outbox (
    run_id text not null, seq bigint not null, statement_id text not null unique, body text not null,
    state text not null, attempts integer not null, problem text, created_at_ms bigint not null,
    settled_at_ms bigint, primary key (run_id, seq))`,
  "create index outbox_state on outbox (state, created_at_ms)",
];

export const RUN_LOG_STATEMENTS: readonly string[] = [
  `create table run_log (
    leaf_index integer primary key, run_id text not null unique references runs (run_id), leaf_sha256 text not null,
    at_ms bigint not null)`,
];
