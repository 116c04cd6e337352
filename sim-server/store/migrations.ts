// The numbered steps that lead from an empty database to the present tables; a step once released never changes.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { PORTRAIT_STATEMENTS } from "./portrait-tables.ts";
import { RATING_STATEMENTS } from "./rating-tables.ts";
import { RECORD_STORE_STATEMENTS, RUN_LOG_STATEMENTS } from "./record-store-tables.ts";
import type { Tables } from "./tables.ts";

export type Migration = { readonly number: number; readonly name: string; readonly statements: readonly string[] };

export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    name: "journal and runs",
    statements: [
      `create table journals (
        run_id text primary key, head_seq integer not null, head_sha256 text not null, outcome text)`,
      `create table entries (
        run_id text not null references journals (run_id), seq integer not null, prev text not null,
        sha256 text not null, ask_by text, ask_id text, body text not null, primary key (run_id, seq))`,
      // Rows without an ask carry nulls, which never collide.
      "create unique index entries_ask on entries (run_id, ask_by, ask_id)",
      `create table runs (
        run_id text primary key, scenario_id text not null, title_zh text not null, title_en text not null,
        unit text not null, created_by text not null, created_at_ms bigint not null, started_at_ms bigint,
        ended_at_ms bigint, state text not null, outcome text, score_percent double precision, passed integer,
        people text not null)`,
      "create index runs_unit on runs (unit, created_at_ms)",
      `create table results (
        run_id text not null references runs (run_id), revision integer not null, at_ms bigint not null,
        body text not null, primary key (run_id, revision))`,
      `create table facts (
        run_id text not null references runs (run_id), seq integer not null, tick integer not null,
        by_id text not null, kind text not null, of_id text not null, body text not null, primary key (run_id, seq))`,
      `create table ratings (
        run_id text not null references runs (run_id), number integer not null, task text not null,
        rating text not null, reason text not null, by_id text not null, at_ms bigint not null,
        primary key (run_id, number))`,
    ],
  },
  {
    number: 2,
    name: "accounts, sessions and seats",
    statements: [
      `create table accounts (
        account_id text primary key, login text not null unique, name text not null, unit text not null,
        roles text not null, password text not null, created_at_ms bigint not null, disabled_at_ms bigint)`,
      `create table sessions (
        token_sha256 text primary key, account_id text not null references accounts (account_id),
        created_at_ms bigint not null, seen_at_ms bigint not null, expires_at_ms bigint not null)`,
      "create index sessions_account on sessions (account_id)",
      `create table tickets (
        token_sha256 text primary key, account_id text not null references accounts (account_id),
        expires_at_ms bigint not null)`,
      `create table join_codes (
        code text primary key, run_id text not null unique, title_zh text not null, title_en text not null,
        slots text not null, created_at_ms bigint not null, expires_at_ms bigint not null)`,
      `create table seats (
        run_id text not null, slot text not null, position text not null, name text not null, device_id text,
        token_sha256 text not null unique, claimed_at_ms bigint not null, primary key (run_id, slot))`,
    ],
  },
  { number: 3, name: "learning records and outbox", statements: RECORD_STORE_STATEMENTS },
  { number: 4, name: "log of ended runs", statements: RUN_LOG_STATEMENTS },
  { number: 5, name: "attempts, cohorts and improvement plans", statements: PORTRAIT_STATEMENTS },
  { number: 6, name: "rating sheets, appeals, rescorings and bookmarks", statements: RATING_STATEMENTS },
];

/** Brings the tables up to date; returns the highest number found when the database is newer than this program. */
export async function migrate(db: Kysely<Tables>, nowMs: number): Promise<{ newer: number } | undefined> {
  await sql`create table if not exists migrations (number integer primary key, name text not null, at_ms bigint not null)`.execute(
    db,
  );
  const done = await db.selectFrom("migrations").select("number").orderBy("number").execute();
  const highest = done.at(-1)?.number ?? 0;
  if (highest > MIGRATIONS.length) return { newer: highest };
  for (const migration of MIGRATIONS.slice(highest)) {
    await db.transaction().execute(async (transaction) => {
      for (const statement of migration.statements) await sql.raw(statement).execute(transaction);
      const { number, name } = migration;
      await transaction.insertInto("migrations").values({ number, name, at_ms: nowMs }).execute();
    });
  }
  return undefined;
}
