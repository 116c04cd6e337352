// Opens a complete run from its file: the chain checked, the journal read entry by entry.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { type CompleteRun, NotACompleteRun, readCompleteRun } from "../evaluation/complete-run.ts";
import { type ChainFault, verifyLinks } from "../journal/chain.ts";
import { entryOf, headerOf, type JournalEntry, type RunHeader } from "../journal/entry.ts";
import { controlIntent, playerIntent, pose } from "../protocol/intents.ts";

const LARGEST_BYTES = 512 * 1024 * 1024;

export type KeptFault = {
  readonly entry: number | null;
  readonly why: ChainFault | "unreadable";
  readonly sentence: string;
};
export type KeptRun = {
  readonly complete: CompleteRun;
  readonly header: RunHeader;
  readonly entries: readonly JournalEntry[];
};

/** The bytes of the file a person named, or the sentence that says why there are none. */
export function readBytes(name: string, cwd: string): { bytes: Uint8Array } | { misuse: string } {
  const path = resolve(cwd, name);
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about?.isFile()) return { misuse: `There is no file ${name}.` };
  if (about.size > LARGEST_BYTES) return { misuse: `${name} is larger than any run can be.` };
  return { bytes: readFileSync(path) };
}

/** A complete run whose chain holds and whose every entry can be read, or the first thing wrong with it. */
export function readKeptRun(bytes: Uint8Array): KeptRun | { fault: KeptFault } {
  const complete = completeRun(bytes);
  if (typeof complete === "string") return { fault: unreadable(null, complete) };
  const verdict = verifyLinks(complete.journal);
  if (!verdict.ok) {
    const { firstBadSeq: entry, why } = verdict;
    return { fault: { entry, why, sentence: FAULTS[why](entry) } };
  }
  const [first, ...rest] = complete.journal;
  if (!first) return { fault: unreadable(null, "the journal is empty; export the run again") };
  if (!fits(header, first.text)) return { fault: unreadable(0, "entry 0 is not the header of a run") };
  const odd = rest.find(({ text }) => !fits(entry, text));
  if (odd) return { fault: unreadable(odd.seq, `entry ${odd.seq} is nothing a run's journal may hold`) };
  return { complete, header: headerOf(first.text), entries: rest.map(({ text }) => entryOf(text)) };
}

function completeRun(bytes: Uint8Array): CompleteRun | string {
  try {
    return readCompleteRun(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof NotACompleteRun) return error.message;
    if (error instanceof TypeError) return "the file is not text in UTF-8; a byte in it was altered";
    throw error;
  }
}

export const unreadable = (entry: number | null, sentence: string): KeptFault => ({
  entry,
  why: "unreadable",
  sentence,
});

const FAULTS: Readonly<Record<ChainFault, (seq: number) => string>> = {
  missing: (seq) => `entry ${seq} is missing, or another stands in its place`,
  unlinked: (seq) => `entry ${seq} does not follow from the one before it`,
  altered: (seq) => `entry ${seq} was altered: its text no longer gives its hash`,
  shortened: (seq) => `the journal was cut off before entry ${seq}`,
  misfiled: (seq) => `entry ${seq} belongs to another run`,
};

const intent = z.discriminatedUnion("do", [
  ...playerIntent.options,
  ...controlIntent.options,
  z.strictObject({ do: z.literal("joined"), name: z.string() }),
  z.strictObject({ do: z.literal("disconnected") }),
  z.strictObject({ do: z.literal("reconnected") }),
  pose.extend({ do: z.literal("pose") }),
]);
const tick = z.number().int().min(0);
const entry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("input"), tick, by: z.string(), intent, askId: z.string().optional() }),
  z.strictObject({ kind: z.literal("track"), fromTick: tick, toTick: tick, poses: z.base64() }),
  z.strictObject({ kind: z.literal("hash"), tick, stateSha256: z.string() }),
  z.strictObject({ kind: z.literal("clock"), tick, wallMs: z.number(), note: z.string() }),
  z.strictObject({ kind: z.literal("closed"), tick, outcome: z.string() }),
]);
const header = z.object({
  format: z.literal(1),
  runId: z.string(),
  scenario: z.object({ id: z.string(), version: z.string(), sha256: z.string() }),
  scenarioFiles: z.record(z.string(), z.string()),
  engine: z.string(),
  seed: z.number(),
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  roster: z.array(z.object({ slot: z.string(), position: z.string(), name: z.string() })),
  createdAtMs: z.number(),
  createdBy: z.string(),
  unit: z.string(),
});

function fits(shape: z.ZodType, text: string): boolean {
  const json = z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(shape);
  return json.safeParse(text).success;
}
