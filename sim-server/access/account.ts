// The people who sign in with a password: instructors, evaluators, authors and administrators.
import { randomUUID } from "node:crypto";
import type { Store } from "../store/open-store.ts";
import type { Database, Tables } from "../store/tables.ts";
import { hashPassword, weakness } from "./password.ts";
import { granted, type Outcome, refused } from "./refusal.ts";

export const ROLES = ["instructor", "evaluator", "author", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type Account = {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly createdAtMs: number;
  readonly disabled: boolean;
};

export type NewAccount = Pick<Account, "login" | "name" | "unit" | "roles"> & { readonly password: string };
export type AccountChange = {
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly password?: string | undefined;
  readonly disabled?: boolean | undefined;
};

export type Accounts = {
  anyExists(): Promise<boolean>;
  list(): Promise<readonly Account[]>;
  byId(accountId: string): Promise<Account | undefined>;
  /** The kept password stays inside the access room. */
  byLogin(login: string): Promise<{ readonly account: Account; readonly password: string } | undefined>;
  create(account: NewAccount): Promise<Outcome<Account>>;
  /** Like `create`, but only while there is no account at all. */
  createFirst(account: NewAccount): Promise<Outcome<Account>>;
  /** A new password, other roles or a disabling also end every session of the account. */
  change(accountId: string, change: AccountChange): Promise<Outcome<Account>>;
};

/** An instructor or evaluator sees the own unit's runs only; an administrator sees all. */
export function maySeeUnit(account: Pick<Account, "roles" | "unit">, unit: string): boolean {
  return account.roles.includes("admin") || account.unit === unit;
}

export function openAccounts({ db }: Store, now: () => number): Accounts {
  const add = async (given: NewAccount, first: boolean): Promise<Outcome<Account>> => {
    const weak = weakness(given.password, given.login);
    if (weak) return refused("weak-password", weak);
    const password = await hashPassword(given.password);
    return db.transaction().execute(async (transaction) => {
      if (first && (await exists(transaction))) return refused("link-used");
      const taken = await transaction
        .selectFrom("accounts")
        .select("account_id")
        .where("login", "=", given.login)
        .executeTakeFirst();
      if (taken) return refused("login-taken");
      const row = {
        account_id: randomUUID(),
        login: given.login,
        name: given.name,
        unit: given.unit,
        roles: JSON.stringify(given.roles),
        password,
        created_at_ms: now(),
        disabled_at_ms: null,
      };
      await transaction.insertInto("accounts").values(row).execute();
      return granted(accountOf(row));
    });
  };

  return {
    anyExists: () => exists(db),

    async list() {
      return (await db.selectFrom("accounts").selectAll().orderBy("login").execute()).map(accountOf);
    },

    async byId(accountId) {
      const row = await find(db, accountId);
      return row && accountOf(row);
    },

    async byLogin(login) {
      const row = await db.selectFrom("accounts").selectAll().where("login", "=", login).executeTakeFirst();
      return row && { account: accountOf(row), password: row.password };
    },

    create: (account) => add(account, false),
    createFirst: (account) => add(account, true),

    async change(accountId, change) {
      const before = await find(db, accountId);
      if (!before) return refused("not-found");
      const weak = change.password === undefined ? undefined : weakness(change.password, before.login);
      if (weak) return refused("weak-password", weak);
      const password = change.password === undefined ? undefined : await hashPassword(change.password);
      return db.transaction().execute(async (transaction) => {
        const row = await find(transaction, accountId);
        if (!row) return refused("not-found");
        const after = { ...row, ...columnsOf(change, password, row, now()) };
        if (isAdmin(row) && !isAdmin(after) && !(await otherAdmin(transaction, accountId)))
          return refused("last-admin");
        await transaction.updateTable("accounts").set(after).where("account_id", "=", accountId).execute();
        if (password !== undefined || change.roles !== undefined || change.disabled === true) {
          await transaction.deleteFrom("sessions").where("account_id", "=", accountId).execute();
          await transaction.deleteFrom("tickets").where("account_id", "=", accountId).execute();
        }
        return granted(accountOf(after));
      });
    },
  };
}

type Row = Tables["accounts"];

const find = (db: Database, accountId: string) =>
  db.selectFrom("accounts").selectAll().where("account_id", "=", accountId).executeTakeFirst();

const exists = async (db: Database) =>
  (await db.selectFrom("accounts").select("account_id").limit(1).executeTakeFirst()) !== undefined;

const isAdmin = (row: Row) => row.disabled_at_ms === null && accountOf(row).roles.includes("admin");

const otherAdmin = async (db: Database, accountId: string) =>
  (await db.selectFrom("accounts").selectAll().where("account_id", "!=", accountId).execute()).some(isAdmin);

function columnsOf(change: AccountChange, password: string | undefined, row: Row, nowMs: number): Partial<Row> {
  return {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.unit === undefined ? {} : { unit: change.unit }),
    ...(change.roles === undefined ? {} : { roles: JSON.stringify(change.roles) }),
    ...(password === undefined ? {} : { password }),
    ...(change.disabled === undefined
      ? {}
      : { disabled_at_ms: change.disabled ? (row.disabled_at_ms ?? nowMs) : null }),
  };
}

export function accountOf(row: Row): Account {
  return {
    accountId: row.account_id,
    login: row.login,
    name: row.name,
    unit: row.unit,
    roles: JSON.parse(row.roles) as Role[],
    createdAtMs: row.created_at_ms,
    disabled: row.disabled_at_ms !== null,
  };
}
