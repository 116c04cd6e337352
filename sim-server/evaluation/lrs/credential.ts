// Who may speak to the record store: keys an administrator makes, each with a secret and a few scopes; none by default.
import { hash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Database, Tables } from "../../store/tables.ts";
import type { Version } from "./form/version.ts";

/** The scopes of xAPI 1.0.3, 4.2; `profile` and `state` both read and write. */
export const SCOPES = [
  "all",
  "all/read",
  "statements/write",
  "statements/read",
  "statements/read/mine",
  "state",
  "profile",
] as const;
export type Scope = (typeof SCOPES)[number];

export type Credential = {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly Scope[];
  /** What a request without a version header is answered in, for the record: such a request is refused. */
  readonly version: Version;
  readonly createdAtMs: number;
  readonly revoked: boolean;
};
type NewCredential = {
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly version?: Version;
  readonly nowMs: number;
};

/** The secret is shown this once; at rest there is only its SHA-256, which suffices for 256 random bits. */
export async function createCredential(db: Database, { label, scopes, version = "2.0.0", nowMs }: NewCredential) {
  const id = randomBytes(12).toString("hex");
  const secret = randomBytes(32).toString("hex");
  const row = {
    credential_id: id,
    secret_sha256: hash("sha256", secret, "hex"),
    label,
    scopes: JSON.stringify(scopes),
    version,
    created_at_ms: nowMs,
    revoked_at_ms: null,
  };
  await db.insertInto("lrs_credentials").values(row).execute();
  return { credential: credentialOf(row), secret };
}

export async function listCredentials(db: Database): Promise<readonly Credential[]> {
  const rows = await db.selectFrom("lrs_credentials").selectAll().orderBy("created_at_ms").execute();
  return rows.map(credentialOf);
}

export async function revokeCredential(db: Database, id: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("lrs_credentials")
    .set({ revoked_at_ms: nowMs })
    .where("credential_id", "=", id)
    .where("revoked_at_ms", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** By `Basic key:secret`, or by `Bearer key.secret` for those who hold a token. */
export async function credentialFor(db: Database, authorization: string | undefined): Promise<Credential | undefined> {
  const { key, secret } = spoken(authorization);
  if (key === undefined || secret === undefined) return undefined;
  const row = await db
    .selectFrom("lrs_credentials")
    .selectAll()
    .where("credential_id", "=", key)
    .where("revoked_at_ms", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  const [kept, given] = [Buffer.from(row.secret_sha256, "hex"), hash("sha256", secret, "buffer")];
  return timingSafeEqual(kept, given) ? credentialOf(row) : undefined;
}

function spoken(authorization: string | undefined): { key?: string | undefined; secret?: string | undefined } {
  const [, scheme = "", token = ""] = /^(Basic|Bearer)\s+([\w+/=.~-]+)\s*$/i.exec(authorization ?? "") ?? [];
  const text = scheme.toLowerCase() === "basic" ? Buffer.from(token, "base64").toString("utf8") : token;
  const [, key, secret] = (scheme.toLowerCase() === "basic" ? /^([^:]+):(.*)$/s : /^([^.]+)\.(.*)$/s).exec(text) ?? [];
  return { key, secret };
}

type Access = "read" | "write";
type Guarded = "statements" | "state" | "profile" | "lookup";

/** May this credential do that? `mine` when it may read only what it sent itself. */
export function allows({ scopes }: Credential, what: Guarded, access: Access): boolean | "mine" {
  const any = (...needed: readonly Scope[]): boolean => needed.some((scope) => scopes.includes(scope));
  if (any("all") || (access === "read" && any("all/read"))) return true;
  switch (what) {
    case "statements":
      if (access === "write") return any("statements/write");
      return any("statements/read") || (any("statements/read/mine") && "mine");
    case "state":
    case "profile":
      return any(what);
    case "lookup":
      return any("statements/read", "state", "profile");
  }
}

/** The authority of what a credential sends: an account of this store, never a person's name or number. */
export const authorityOf = (credential: Credential, homePage: string) => ({
  objectType: "Agent",
  account: { homePage, name: credential.id },
});

const credentialOf = (row: Tables["lrs_credentials"]): Credential => ({
  id: row.credential_id,
  label: row.label,
  scopes: JSON.parse(row.scopes) as Scope[],
  version: row.version as Version,
  createdAtMs: row.created_at_ms,
  revoked: row.revoked_at_ms !== null,
});
