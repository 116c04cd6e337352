// The run's journal read as what the core understands: the opening, the inputs in the order they were taken, the hashes.
import type { Opening } from "../core/opening.ts";
import type { JournalEntry, RunHeader } from "../journal/entry.ts";
import type { Input, Intent } from "../protocol/intents.ts";
import { inputOf, unpackTrack } from "./pose-track.ts";

export type AskedInput = Input & { readonly askId?: string };

export type RunLog = {
  readonly inputs: readonly AskedInput[];
  /** State hashes by tick: what the state was when it first reached that tick. */
  readonly hashes: ReadonlyMap<number, string>;
  /** What the state was when the run was closed. */
  readonly finalSha256: string | null;
  readonly lastTick: number;
  readonly closed: boolean;
};

/** Nobody is a player until he joins; whoever is named in the roster is only expected. */
export function openingOf(header: RunHeader): Opening {
  const parameters = Object.entries(header.parameters).filter((entry): entry is [string, number] => {
    return typeof entry[1] === "number";
  });
  return { seed: header.seed, parameters: Object.fromEntries(parameters), players: {} };
}

/** The order of the journal is the order of taking: poses where their track stands, asks where they stand. */
export function runLog(slots: readonly string[], entries: readonly JournalEntry[]): RunLog {
  const inputs: AskedInput[] = [];
  const hashes: [number, string][] = [];
  let lastTick = 0;
  let closed = false;
  let finalSha256: string | null = null;
  for (const entry of entries) {
    switch (entry.kind) {
      case "input": {
        const { tick, by, askId } = entry;
        inputs.push({ tick, by, intent: entry.intent as Intent, ...(askId === undefined ? {} : { askId }) });
        lastTick = Math.max(lastTick, tick);
        break;
      }
      case "track":
        inputs.push(...unpackTrack(slots, entry.poses).map(inputOf));
        lastTick = Math.max(lastTick, entry.toTick);
        break;
      case "hash":
        hashes.push([entry.tick, entry.stateSha256]);
        lastTick = Math.max(lastTick, entry.tick);
        break;
      case "clock":
        lastTick = Math.max(lastTick, entry.tick);
        break;
      case "closed":
        closed = true;
        finalSha256 = hashes.pop()?.[1] ?? null;
        lastTick = Math.max(lastTick, entry.tick);
        break;
    }
  }
  return { inputs, hashes: new Map(hashes), finalSha256, lastTick, closed };
}
