// A complete run as one document: header, journal, facts, results and ratings; all a verifier or a re-score needs.
import type { HumanRating, Score } from "../protocol/api.ts";
import type { LogEntry } from "../protocol/views.ts";

export const COMPLETE_RUN = "sandtable-run-1";

export type CompleteRun = {
  document: typeof COMPLETE_RUN;
  exportedAtMs: number;
  /** The journal, link by link: number, hash of the one before, own hash, and the text the hash is over. */
  journal: { seq: number; prev: string; sha256: string; text: string }[];
  facts: LogEntry[];
  score: Score | null;
  ratings: HumanRating[];
};

export class NotACompleteRun extends Error {}

/** Reads a complete run from JSON text; one clear sentence when it is none. */
export function readCompleteRun(text: string): CompleteRun {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new NotACompleteRun("the file is not JSON; export the run again with format json");
  }
  if (!isCompleteRun(found))
    throw new NotACompleteRun("the file is JSON but no complete run; export the run again with format json");
  return found;
}

function isCompleteRun(value: unknown): value is CompleteRun {
  if (typeof value !== "object" || value === null) return false;
  const run = value as Partial<CompleteRun>;
  return (
    run.document === COMPLETE_RUN && Array.isArray(run.journal) && Array.isArray(run.facts) && run.journal.every(isLink)
  );
}

function isLink(link: unknown): boolean {
  if (typeof link !== "object" || link === null) return false;
  const { seq, prev, sha256, text } = link as Record<string, unknown>;
  return typeof seq === "number" && typeof prev === "string" && typeof sha256 === "string" && typeof text === "string";
}
