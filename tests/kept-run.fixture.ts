// A run as a server leaves it in its data folder: journaled, hashed, closed, scored and rated.
import { join } from "node:path";
import { loadScenario, readScenarioFiles } from "../scenarios/format/load.ts";
import { parseCase } from "../scenarios/format/parse-case.ts";
import { compileScenario } from "../sim-server/core/compile.ts";
import { ENGINE } from "../sim-server/core/engine.ts";
import { hashOf } from "../sim-server/core/hash.ts";
import { playCase } from "../sim-server/core/play-case.ts";
import { replay } from "../sim-server/core/replay.ts";
import { score } from "../sim-server/core/score.ts";
import { entryOf, entryText, type JournalEntry, type RunHeader } from "../sim-server/journal/entry.ts";
import { openJournal } from "../sim-server/journal/journal.ts";
import { type KeptFact, openResults } from "../sim-server/journal/results.ts";
import { openRunList } from "../sim-server/journal/runs.ts";
import { packTrack, quantised } from "../sim-server/room/pose-track.ts";
import { openingOf, runLog } from "../sim-server/room/run-log.ts";
import { openStore } from "../sim-server/store/open-store.ts";

export const TEMPLATE = join(import.meta.dirname, "../scenarios/template");
const RUN = "7d0a3c1e-0000-4000-8000-5a6d71ab1e00";

/** Plays the template's case with one person also walking about the lobby, and files it; answers with the run's id. */
export async function keepRun(dataDir: string): Promise<string> {
  const { scenario } = loadScenario(TEMPLATE);
  const files = readScenarioFiles(TEMPLATE);
  const { script } = parseCase("case", files.get("cases/by-the-book.yaml") ?? "", scenario);
  if (!scenario || !script) throw new Error("the template or its case does not parse");
  const compiled = compileScenario(scenario);
  const slots = compiled.slots.map(({ slot }) => slot);
  const [walker = ""] = script.players;
  const pose = quantised({ x: -12, y: 10, z: 0, yawDeg: 90, pitchDeg: 0, hands: [0.2, 0.3, -0.4, -0.2, 0.3, -0.4] });
  const asked = playCase(compiled, script).inputs.map((input): JournalEntry => ({ kind: "input", ...input }));
  const joins = script.players.length;
  const entries = [
    ...asked.slice(0, joins),
    { kind: "track", fromTick: 0, toTick: 0, poses: packTrack(slots, [{ tick: 0, slot: walker, pose }]) } as const,
    ...asked.slice(joins),
  ].map((entry) => entryOf(entryText(entry)));

  const header: RunHeader = {
    format: 1,
    runId: RUN,
    scenario: { id: scenario.id, version: scenario.version, sha256: "0".repeat(64) },
    scenarioFiles: Object.fromEntries([...files].filter(([name]) => !name.startsWith("cases/"))),
    engine: ENGINE,
    node: process.versions.node,
    seed: script.seed,
    parameters: script.parameters,
    roster: compiled.slots.map(({ slot, position }) => ({ slot, position, name: "" })),
    lawDate: "2026-11-23",
    createdAtMs: Date.UTC(2026, 10, 23, 1, 10),
    createdBy: "account-1",
    unit: "water-bureau",
  };
  const hashes: JournalEntry[] = [];
  let reached = 0;
  const session = replay(
    compiled,
    openingOf(header),
    runLog(slots, entries).inputs,
    Number.POSITIVE_INFINITY,
    (now) => {
      const { tick, phase } = now.run.state;
      const due = tick > reached && (tick % 50 === 0 || phase === "ended");
      reached = tick;
      if (due) hashes.push({ kind: "hash", tick, stateSha256: hashOf(now) });
      return true;
    },
  );
  const facts = session.run.index.all;
  const result = score(compiled, facts);

  const store = await openStore(dataDir);
  const journal = openJournal(store);
  await journal.create(header);
  await journal.append(RUN, [...entries, ...hashes]);
  await journal.close(RUN, session.run.state.tick, result.outcome);
  const runs = openRunList(store);
  const { runId, unit, createdBy, createdAtMs } = header;
  const { id, title } = scenario;
  await runs.add({ runId, scenario: { id, title }, unit, createdBy, createdAtMs, people: ["=李明"] });
  const results = openResults(store);
  await results.saveResults(RUN, result, facts as readonly KeptFact[], createdAtMs);
  const task = result.tasks[0]?.task ?? "";
  await results.rate(RUN, { task, rating: "S", reason: "=HYPERLINK(1)", by: "王五", atMs: createdAtMs });
  await store.close();
  return RUN;
}
