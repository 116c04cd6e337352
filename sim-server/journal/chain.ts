// The chain that makes a record unalterable unseen: pure functions that a stand-alone verifier can use as they are.
import { hash } from "node:crypto";

/** One link as it is kept: the text is the canonical JSON of the entry, exactly as it was hashed. */
export type Link = { readonly seq: number; readonly prev: string; readonly sha256: string; readonly text: string };

export const GENESIS = "0".repeat(64);
const DEEPEST = 100;

/**
 * JSON with sorted keys and no white space, so that equal values always give equal text.
 * Throws on what JSON cannot carry unchanged (NaN, functions, dates, class instances, endless depth).
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new TypeError(`a journal entry may be nested ${DEEPEST} deep at most`);
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no place in a journal entry`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item, depth + 1)).join(",")}]`;
  if (!isPlainObject(value)) throw new TypeError(`a ${typeof value} has no place in a journal entry`);
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key], depth + 1)}`);
  return `{${members.join(",")}}`;
}

/** SHA-256 over the 64 hexadecimal digits of the previous link, directly followed by the entry's text. */
export function linkSha256(prev: string, text: string): string {
  return hash("sha256", prev + text, "hex");
}

export function chainOn(head: { readonly seq: number; readonly sha256: string }, text: string): Link {
  return { seq: head.seq + 1, prev: head.sha256, sha256: linkSha256(head.sha256, text), text };
}

/** What a chain grows from: the first link (the run's header) gets sequence number 0. */
export const CHAIN_START = { seq: -1, sha256: GENESIS } as const;

export type ChainFault = "missing" | "unlinked" | "altered" | "shortened" | "misfiled";
export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly sha256: string }
  | { readonly ok: false; readonly firstBadSeq: number; readonly why: ChainFault };

/** Feed links in order to `accept`; it answers with the first fault, or nothing. */
export function followChain() {
  let head: { seq: number; sha256: string } = CHAIN_START;
  return {
    head: () => head,
    accept(link: Link): ChainVerdict | undefined {
      const expected = head.seq + 1;
      const why = faultOf(link, expected, head.sha256);
      if (why) return { ok: false, firstBadSeq: expected, why };
      head = { seq: link.seq, sha256: link.sha256 };
      return undefined;
    },
  };
}

export function verifyLinks(links: Iterable<Link>): ChainVerdict {
  const chain = followChain();
  for (const link of links) {
    const fault = chain.accept(link);
    if (fault) return fault;
  }
  const { seq, sha256 } = chain.head();
  return { ok: true, entries: seq + 1, sha256 };
}

function faultOf(link: Link, expectedSeq: number, expectedPrev: string): ChainFault | undefined {
  if (link.seq !== expectedSeq) return "missing";
  if (link.prev !== expectedPrev) return "unlinked";
  return link.sha256 === linkSha256(link.prev, link.text) ? undefined : "altered";
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
