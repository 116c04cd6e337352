// Invitations to rate without an account: one link, one sheet, until a day; only the token's hash is kept.
import { hash, randomBytes, randomUUID } from "node:crypto";
import type { InviteView, RaterSource } from "../../protocol/assessment.ts";
import type { Database, Tables } from "../../store/tables.ts";

export type Invite = InviteView & { readonly runId: string };
export type NewInvite = Pick<Invite, "runId" | "source" | "about" | "label" | "createdAtMs" | "expiresAtMs"> & {
  readonly createdBy: string;
};

const SHAPE = /^rate\.[A-Za-z0-9_-]{43}$/;

export type Invites = {
  create(invite: NewInvite): Promise<{ invite: Invite; token: string }>;
  ofRun(runId: string, nowMs: number): Promise<readonly Invite[]>;
  find(token: string, nowMs: number): Promise<Invite | undefined>;
  revoke(runId: string, inviteId: string, nowMs: number): Promise<boolean>;
  /** True for the one who uses it first. */
  use(transaction: Database, inviteId: string, nowMs: number): Promise<boolean>;
};

export function openInvites(db: Database): Invites {
  return {
    async create(invite) {
      // 256 random bits need no slow hash.
      const token = `rate.${randomBytes(32).toString("base64url")}`;
      const row = {
        invite_id: randomUUID(),
        token_sha256: hash("sha256", token, "hex"),
        run_id: invite.runId,
        source: invite.source,
        about: invite.about,
        label: invite.label,
        created_by: invite.createdBy,
        created_at_ms: invite.createdAtMs,
        expires_at_ms: invite.expiresAtMs,
        used_at_ms: null,
        revoked_at_ms: null,
      };
      await db.insertInto("rating_invites").values(row).execute();
      return { invite: inviteOf(row, invite.createdAtMs), token };
    },

    async ofRun(runId, nowMs) {
      const rows = await db
        .selectFrom("rating_invites")
        .selectAll()
        .where("run_id", "=", runId)
        .orderBy("created_at_ms", "desc")
        .orderBy("invite_id")
        .execute();
      return rows.map((row) => inviteOf(row, nowMs));
    },

    async find(token, nowMs) {
      if (!SHAPE.test(token)) return undefined;
      const row = await db
        .selectFrom("rating_invites")
        .selectAll()
        .where("token_sha256", "=", hash("sha256", token, "hex"))
        .executeTakeFirst();
      return row && inviteOf(row, nowMs);
    },

    async revoke(runId, inviteId, nowMs) {
      const [done] = await db
        .updateTable("rating_invites")
        .set({ revoked_at_ms: nowMs })
        .where("run_id", "=", runId)
        .where("invite_id", "=", inviteId)
        .where("revoked_at_ms", "is", null)
        .execute();
      return Number(done?.numUpdatedRows ?? 0) === 1;
    },

    async use(transaction, inviteId, nowMs) {
      const [done] = await transaction
        .updateTable("rating_invites")
        .set({ used_at_ms: nowMs })
        .where("invite_id", "=", inviteId)
        .where("used_at_ms", "is", null)
        .where("revoked_at_ms", "is", null)
        .where("expires_at_ms", ">", nowMs)
        .execute();
      return Number(done?.numUpdatedRows ?? 0) === 1;
    },
  };
}

function inviteOf(row: Tables["rating_invites"], nowMs: number): Invite {
  const used = row.used_at_ms !== null;
  return {
    inviteId: row.invite_id,
    runId: row.run_id,
    source: row.source as RaterSource,
    about: row.about,
    label: row.label,
    createdAtMs: Number(row.created_at_ms),
    expiresAtMs: Number(row.expires_at_ms),
    state:
      row.revoked_at_ms !== null ? "revoked" : used ? "used" : Number(row.expires_at_ms) <= nowMs ? "expired" : "open",
  };
}
