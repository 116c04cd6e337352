// Drills as a server left them in its data folder: cases of the chlorine drill, played and filed under people's names.
import { mkdirSync } from "node:fs";
import { readScenarioFiles } from "../../scenarios/format/load.ts";
import { ENGINE } from "../../sim-server/core/engine.ts";
import { hashOf } from "../../sim-server/core/hash.ts";
import { playCase } from "../../sim-server/core/play-case.ts";
import { replay } from "../../sim-server/core/replay.ts";
import { score } from "../../sim-server/core/score.ts";
import { entryOf, entryText, type JournalEntry, type RunHeader } from "../../sim-server/journal/entry.ts";
import { openJournal } from "../../sim-server/journal/journal.ts";
import { type KeptFact, openResults } from "../../sim-server/journal/results.ts";
import { openRunList } from "../../sim-server/journal/runs.ts";
import { openingOf, runLog } from "../../sim-server/room/run-log.ts";
import { openStore } from "../../sim-server/store/open-store.ts";
import { CHLORINE, chlorine, readCase } from "../chlorine.fixture.ts";
import { UNIT } from "./real-server.ts";

export type Filed = { readonly runId: string; readonly caseName: string; readonly names: readonly string[] };

/** Plays each case and files it as an ended run of the unit; the server on that folder must not be running. */
export async function fileDrills(data: string, createdBy: string, drills: readonly Filed[]): Promise<void> {
  mkdirSync(data, { recursive: true });
  const compiled = chlorine();
  const { id, version, title } = compiled.scenario;
  const files = Object.fromEntries([...readScenarioFiles(CHLORINE)].filter(([name]) => !name.startsWith("cases")));
  const slots = compiled.slots.map(({ slot }) => slot);
  const store = await openStore(data);
  const journal = openJournal(store);
  const runs = openRunList(store);
  for (const [index, { runId, caseName, names }] of drills.entries()) {
    const script = readCase(caseName);
    const entries = playCase(compiled, script).inputs.map((input): JournalEntry => {
      const { intent } = input;
      const name = names[script.players.indexOf(input.by)];
      const named = intent.do === "joined" && name !== undefined ? { do: "joined" as const, name } : intent;
      return entryOf(entryText({ kind: "input", ...input, intent: named }));
    });
    const createdAtMs = Date.UTC(2026, 10, 20 - index, 1, 10);
    const header: RunHeader = {
      format: 1,
      runId,
      scenario: { id, version, sha256: `${index}`.padStart(64, "0") },
      scenarioFiles: files,
      engine: ENGINE,
      node: process.versions.node,
      seed: script.seed,
      parameters: script.parameters,
      roster: compiled.slots.map(({ slot, position }) => ({ slot, position, name: "" })),
      lawDate: "2026-11-23",
      createdAtMs,
      createdBy,
      unit: UNIT,
    };
    const hashes: JournalEntry[] = [];
    const { run } = replay(compiled, openingOf(header), runLog(slots, entries).inputs, 1e6, (now) => {
      const { tick, phase } = now.run.state;
      if (phase === "ended") hashes.push({ kind: "hash", tick, stateSha256: hashOf(now) });
      return true;
    });
    const facts = run.index.all;
    const result = score(compiled, facts);
    await journal.create(header);
    await journal.append(runId, [...entries, ...hashes]);
    await journal.close(runId, run.state.tick, result.outcome);
    await runs.add({ runId, scenario: { id, title }, unit: UNIT, createdBy, createdAtMs, people: [...names] });
    await openResults(store).saveResults(runId, result, facts as readonly KeptFact[], createdAtMs);
    await runs.change(runId, {
      state: "ended",
      startedAtMs: createdAtMs,
      endedAtMs: createdAtMs + run.state.tick * 100,
      outcome: result.outcome,
      scorePercent: result.percent,
      passed: result.passed,
    });
  }
  await store.close();
}
