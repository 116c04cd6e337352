// Being signed in: a session behind a cookie, and the single-use ticket that opens one websocket with it.
import type { Store } from "../store/open-store.ts";
import { type Account, accountOf } from "./account.ts";
import { newToken, tokenKind, tokenSha256 } from "./token.ts";

export type Sessions = {
  open(accountId: string): Promise<{ readonly token: string; readonly lifeS: number }>;
  /** Finding a session keeps it alive. */
  find(token: string): Promise<Account | undefined>;
  end(token: string): Promise<void>;
  ticket(accountId: string): Promise<{ readonly ticket: string; readonly expiresAtMs: number }>;
  /** Redeems a ticket: the second time it is nothing. */
  redeem(ticket: string): Promise<Account | undefined>;
};

const TICKET_LIFE_MS = 60_000;
// However diligently it is used, a session ends after this many of its lives.
const LONGEST_LIVES = 14;
// Sliding the expiry is a write to disk, so it is done now and then only.
const SLIDE_EVERY_MS = 60_000;

export function openSessions({ db }: Store, sessionLifeH: number, now: () => number): Sessions {
  const lifeMs = sessionLifeH * 3_600_000;

  return {
    async open(accountId) {
      const token = newToken("session");
      const atMs = now();
      await db.deleteFrom("sessions").where("expires_at_ms", "<=", atMs).execute();
      await db
        .insertInto("sessions")
        .values({
          token_sha256: tokenSha256(token),
          account_id: accountId,
          created_at_ms: atMs,
          seen_at_ms: atMs,
          expires_at_ms: atMs + lifeMs,
        })
        .execute();
      return { token, lifeS: lifeMs / 1000 };
    },

    async find(token) {
      if (tokenKind(token) !== "session") return undefined;
      const sha256 = tokenSha256(token);
      const atMs = now();
      const row = await db
        .selectFrom("sessions")
        .innerJoin("accounts", "accounts.account_id", "sessions.account_id")
        .selectAll("accounts")
        .select(["sessions.seen_at_ms", "sessions.created_at_ms as opened_at_ms"])
        .where("token_sha256", "=", sha256)
        .where("expires_at_ms", ">", atMs)
        .where("disabled_at_ms", "is", null)
        .executeTakeFirst();
      if (!row) return undefined;
      if (atMs - row.seen_at_ms >= SLIDE_EVERY_MS) {
        const expires_at_ms = Math.min(atMs + lifeMs, row.opened_at_ms + lifeMs * LONGEST_LIVES);
        const slid = { seen_at_ms: atMs, expires_at_ms };
        await db.updateTable("sessions").set(slid).where("token_sha256", "=", sha256).execute();
      }
      return accountOf(row);
    },

    async end(token) {
      await db.deleteFrom("sessions").where("token_sha256", "=", tokenSha256(token)).execute();
    },

    async ticket(accountId) {
      const ticket = newToken("ticket");
      const expiresAtMs = now() + TICKET_LIFE_MS;
      await db.deleteFrom("tickets").where("expires_at_ms", "<=", now()).execute();
      const row = { token_sha256: tokenSha256(ticket), account_id: accountId, expires_at_ms: expiresAtMs };
      await db.insertInto("tickets").values(row).execute();
      return { ticket, expiresAtMs };
    },

    async redeem(ticket) {
      const row = await db
        .deleteFrom("tickets")
        .where("token_sha256", "=", tokenSha256(ticket))
        .returningAll()
        .executeTakeFirst();
      if (!row || row.expires_at_ms <= now()) return undefined;
      const account = await db
        .selectFrom("accounts")
        .selectAll()
        .where("account_id", "=", row.account_id)
        .where("disabled_at_ms", "is", null)
        .executeTakeFirst();
      return account && accountOf(account);
    },
  };
}
