// `replay`: plays a complete run again with this engine and holds every state hash of its journal against it.
import { ENGINE } from "../core/engine.ts";
import { hashOf } from "../core/hash.ts";
import { replay } from "../core/replay.ts";
import { logEntry } from "../core/views/log.ts";
import { openingOf } from "../room/run-log.ts";
import type { Command } from "./command.ts";
import { readBytes, readKeptRun } from "./kept-run.ts";
import { type PlayableRun, replayable } from "./playable-run.ts";
import { broken } from "./verify.ts";

type Met = {
  ticks: number;
  hashes: { kept: number; met: number };
  firstMismatch: number | null;
  facts: { kept: number; now: number; firstDifference: number | null };
};

export const replayRun: Command = {
  name: "replay",
  summary: "Plays a complete run again and checks every state hash and every fact it kept.",
  operands: { usage: "<complete-run.json>", least: 1, most: 1 },
  options: {},
  examples: ["drill.json", "drill.json --json"],

  run(asked, { cwd }) {
    const [name = ""] = asked.operands;
    const read = readBytes(name, cwd);
    if ("misuse" in read) return read;
    const kept = readKeptRun(read.bytes);
    if ("fault" in kept) return broken(name, kept.fault);
    const run = replayable(name, kept);
    if ("answer" in run) return run.answer;
    const { runId, scenario, engine } = run.header;
    const met = meet(run);
    const same = met.firstMismatch === null && met.facts.firstDifference === null;
    return {
      exit: same ? 0 : 1,
      data: { runId, scenario, engine: { kept: engine, now: ENGINE }, same, ...met },
      lines: linesOf(met),
    };
  },
};

function meet({ complete, header, compiled, log }: PlayableRun): Met {
  const unmet = new Map(log.hashes);
  const session = replay(compiled, openingOf(header), log.inputs, log.lastTick, (now) => {
    const { tick } = now.run.state;
    // Time may stand still while inputs are taken: one of the states of this tick is the one that was hashed.
    const expected = unmet.get(tick);
    if (expected !== undefined && hashOf(now) === expected) unmet.delete(tick);
    return true;
  });
  const { tick: ticks } = session.run.state;
  const final = log.finalSha256;
  const mismatches = [...unmet.keys(), ...(final === null || final === hashOf(session) ? [] : [ticks])];
  const kept = log.hashes.size + (final === null ? 0 : 1);
  const facts = session.run.index.all.map((fact, at) => logEntry(fact, at + 1));
  const count = Math.max(facts.length, complete.facts.length);
  const difference = Array.from({ length: count }, (_, at) => at).find(
    (at) => JSON.stringify(facts[at]) !== JSON.stringify(complete.facts[at]),
  );
  return {
    ticks,
    hashes: { kept, met: kept - mismatches.length },
    firstMismatch: mismatches.length === 0 ? null : Math.min(...mismatches),
    facts: {
      kept: complete.facts.length,
      now: facts.length,
      firstDifference: difference === undefined ? null : difference + 1,
    },
  };
}

function linesOf({ ticks, hashes, firstMismatch, facts }: Met): string[] {
  return [
    `${ticks} ticks played again; ${hashes.met} of ${hashes.kept} state hashes met.`,
    ...(firstMismatch === null ? [] : [`The first state that differs is at tick ${firstMismatch}.`]),
    facts.firstDifference === null
      ? `All ${facts.now} facts are as they were kept.`
      : `The facts differ from number ${facts.firstDifference} on: ${facts.kept} were kept, ${facts.now} came of the replay.`,
  ];
}
