// One rehearsed drill played by the real engine, and the thread that plays many of them.
import { parentPort } from "node:worker_threads";
import type { ScenarioCase } from "../../../scenarios/format/case.ts";
import type { Fact } from "../../../scenarios/format/facts.ts";
import type { Compiled } from "../../core/compile.ts";
import { hashOf } from "../../core/hash.ts";
import { playCase } from "../../core/play-case.ts";
import type { Score } from "../../protocol/api.ts";
import type { Input } from "../../protocol/intents.ts";
import { readShelfItem } from "../../room/scenario-shelf.ts";

export type RehearsalTask = {
  readonly number: number;
  readonly sha256: string;
  readonly script: ScenarioCase;
  /** By slot. */
  readonly names: Readonly<Record<string, string>>;
};
export type Rehearsal = {
  readonly number: number;
  readonly inputs: readonly Input[];
  readonly facts: readonly Fact[];
  readonly score: Score;
  readonly lastTick: number;
  readonly finalSha256: string;
};

export function rehearse(compiled: Compiled, { number, script, names }: RehearsalTask): Rehearsal {
  const played = playCase(compiled, script, Number.POSITIVE_INFINITY, names);
  const { run } = played.session;
  return {
    number,
    inputs: played.inputs,
    facts: run.index.all,
    score: played.score,
    lastTick: run.state.tick,
    finalSha256: hashOf(played.session),
  };
}

type Message = { readonly files: Readonly<Record<string, string>>; readonly sha256: string } | RehearsalTask;

const compiled = new Map<string, Compiled>();
parentPort?.on("message", (message: Message) => {
  if ("files" in message) {
    const item = readShelfItem(message.files);
    if ("problems" in item) throw new Error(item.problems[0] ?? "the scenario cannot be read");
    compiled.set(message.sha256, item.compiled);
    return;
  }
  const known = compiled.get(message.sha256);
  if (!known) throw new Error(`no scenario ${message.sha256} was given to this thread`);
  parentPort?.postMessage(rehearse(known, message));
});
