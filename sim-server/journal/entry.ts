// What a run's journal may hold, and the text each entry is kept as.
import { canonicalJson } from "./chain.ts";

export type RunHeader = {
  readonly format: 1;
  readonly runId: string;
  readonly scenario: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly scenarioFiles: Readonly<Record<string, string>>;
  readonly engine: string;
  readonly node: string;
  readonly seed: number;
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  readonly roster: readonly { readonly slot: string; readonly position: string; readonly name: string }[];
  readonly lawDate: string;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly unit: string;
  /** A run that began at a second of another: its journal up to that tick stands before its own. */
  readonly forkedFrom?: { readonly runId: string; readonly tick: number; readonly headSha256: string };
};

export type JournalEntry =
  /** One asked thing; `askId` comes from the client, so that a repeated ask is recognised. */
  | {
      readonly kind: "input";
      readonly tick: number;
      readonly by: string;
      readonly intent: unknown;
      readonly askId?: string;
    }
  /** The compact pose track of about one second. */
  | { readonly kind: "track"; readonly fromTick: number; readonly toTick: number; readonly poses: Uint8Array }
  | { readonly kind: "hash"; readonly tick: number; readonly stateSha256: string }
  /** What happened to the clock from outside: recovered, paused by shutdown … */
  | { readonly kind: "clock"; readonly tick: number; readonly wallMs: number; readonly note: string }
  | { readonly kind: "closed"; readonly tick: number; readonly outcome: string };

export type Logged<Entry = JournalEntry> = {
  readonly seq: number;
  readonly prev: string;
  readonly sha256: string;
  readonly entry: Entry;
};

export function headerText(header: RunHeader): string {
  return canonicalJson(header);
}

export function entryText(entry: JournalEntry): string {
  if (entry.kind !== "track") return canonicalJson(entry);
  return canonicalJson({ ...entry, poses: Buffer.from(entry.poses).toString("base64") });
}

/** The journal is written only by `entryText`, and its chain is checked apart, so the shape is taken on trust. */
export function entryOf(text: string): JournalEntry {
  const kept = JSON.parse(text) as JournalEntry | { kind: "track"; fromTick: number; toTick: number; poses: string };
  if (kept.kind !== "track" || typeof kept.poses !== "string") return kept as JournalEntry;
  return { ...kept, poses: new Uint8Array(Buffer.from(kept.poses, "base64")) };
}

export function headerOf(text: string): RunHeader {
  return JSON.parse(text) as RunHeader;
}
