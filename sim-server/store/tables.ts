// The rows of every table, in types that SQLite and PostgreSQL share: text, integers, JSON as text.
import type { Kysely } from "kysely";
import type { PortraitTables } from "./portrait-tables.ts";
import type { RatingTables } from "./rating-tables.ts";
import type { RecordStoreTables } from "./record-store-tables.ts";

type Nullable<Column> = Column | null;

export type Tables = RecordStoreTables &
  RatingTables &
  PortraitTables & {
    migrations: { number: number; name: string; at_ms: number };

    journals: { run_id: string; head_seq: number; head_sha256: string; outcome: Nullable<string> };
    entries: {
      run_id: string;
      seq: number;
      prev: string;
      sha256: string;
      ask_by: Nullable<string>;
      ask_id: Nullable<string>;
      body: string;
    };

    runs: {
      run_id: string;
      scenario_id: string;
      title_zh: string;
      title_en: string;
      unit: string;
      created_by: string;
      created_at_ms: number;
      started_at_ms: Nullable<number>;
      ended_at_ms: Nullable<number>;
      state: string;
      outcome: Nullable<string>;
      score_percent: Nullable<number>;
      passed: Nullable<number>;
      people: string;
    };
    results: { run_id: string; revision: number; at_ms: number; body: string };
    facts: { run_id: string; seq: number; tick: number; by_id: string; kind: string; of_id: string; body: string };
    ratings: {
      run_id: string;
      number: number;
      task: string;
      rating: string;
      reason: string;
      by_id: string;
      at_ms: number;
    };

    accounts: {
      account_id: string;
      login: string;
      name: string;
      unit: string;
      roles: string;
      password: string;
      created_at_ms: number;
      disabled_at_ms: Nullable<number>;
    };
    sessions: {
      token_sha256: string;
      account_id: string;
      created_at_ms: number;
      seen_at_ms: number;
      expires_at_ms: number;
    };
    tickets: { token_sha256: string; account_id: string; expires_at_ms: number };
    join_codes: {
      code: string;
      run_id: string;
      title_zh: string;
      title_en: string;
      slots: string;
      created_at_ms: number;
      expires_at_ms: number;
    };
    seats: {
      run_id: string;
      slot: string;
      position: string;
      name: string;
      device_id: Nullable<string>;
      token_sha256: string;
      claimed_at_ms: number;
    };
  };

export type Database = Kysely<Tables>;
