// Opaque tokens: 256 random bits for the bearer, only their SHA-256 at rest.
import { hash, randomBytes } from "node:crypto";

type TokenKind = "session" | "seat" | "ticket" | "setup";

const SHAPE = /^(session|seat|ticket|setup)\.[A-Za-z0-9_-]{43}$/;

export function newToken(kind: TokenKind): string {
  return `${kind}.${randomBytes(32).toString("base64url")}`;
}

/** Nothing for text that cannot be one of our tokens, so that no such text ever reaches the store. */
export function tokenKind(token: string): TokenKind | undefined {
  return SHAPE.exec(token)?.[1] as TokenKind | undefined;
}

// A random 256-bit token needs no slow hash, and looking its hash up gives nothing away by timing.
export function tokenSha256(token: string): string {
  return hash("sha256", token, "hex");
}
