// A live run as the rooms and the API know it: its simulation, its papers, and what happens when it ends.
import { type LawPacks, loadLaws } from "../../scenarios/format/load-law.ts";
import type { Access } from "../access/access.ts";
import type { Compiled } from "../core/compile.ts";
import { score } from "../core/score.ts";
import type { Session, StepResult } from "../core/session.ts";
import { briefingFor, consoleBriefing } from "../core/views/briefings.ts";
import { keepMarks, marksOf } from "../evaluation/portrait/marks.ts";
import type { Records } from "../evaluation/xapi/records.ts";
import type { RunHeader } from "../journal/entry.ts";
import type { Journal } from "../journal/journal.ts";
import type { KeptFact, Results } from "../journal/results.ts";
import type { RunList } from "../journal/runs.ts";
import type { Briefing, ConsoleBriefing } from "../protocol/briefing.ts";
import type { Answer } from "../protocol/refusals.ts";
import { runReport } from "./run-report.ts";
import { openSimulation, type Simulation } from "./simulation.ts";

/** What every room of this server shares. */
export type House = {
  readonly access: Access;
  readonly journal: Journal;
  readonly results: Results;
  readonly runs: RunList;
  readonly live: Map<string, LiveRun>;
  readonly records: Records;
  /** What is worth a line in the server's log. */
  note(line: string): void;
};

export type LiveRun = {
  readonly header: RunHeader;
  readonly simulation: Simulation;
  briefing(slot: string): Briefing;
  consoleBriefing(): ConsoleBriefing;
  /** What happened and was refused that no trainee did in earnest, by reason. */
  readonly counted: Map<string, number>;
  /** Calls back when the journal can no longer be written. */
  onFailure(listener: () => void): void;
  /** Calls back after every turn of the clock. */
  onTurn(listener: () => void): void;
};

export type LiveRunParts = {
  readonly header: RunHeader;
  readonly compiled: Compiled;
  readonly session: Session;
  readonly answered?: ReadonlyMap<string, Answer>;
};

let packs: LawPacks | undefined;
/** The law packs, read once: the articles a trainee of a tax case may cite. */
const taxLaws = (): LawPacks => {
  packs ??= loadLaws();
  return packs;
};

export function openLiveRun(house: House, { header, compiled, session, answered }: LiveRunParts): LiveRun {
  const { runId } = header;
  const { run } = session;
  let failed: () => void = () => undefined;
  let turned: () => void = () => undefined;

  const names = (): Record<string, string> => {
    const expected = header.roster.map(({ slot, name }) => [slot, run.state.bodies[slot]?.name || name]);
    return Object.fromEntries(expected);
  };

  const live: LiveRun = {
    header,
    counted: new Map(),
    simulation: openSimulation({
      runId,
      compiled,
      session,
      journal: house.journal,
      ...(answered ? { answered } : {}),
      hooks: {
        stepped: (result) => followList(house, runId, session, result),
        turned: () => turned(),
        ended: () => settle(house, runId, compiled, session),
        failed: (error) => {
          house.note(`run ${runId} stopped: its journal cannot be written (${String(error)})`);
          failed();
        },
      },
    }),
    briefing: (slot) =>
      briefingFor(compiled, { runId, names: names(), ...(compiled.dossier ? { laws: taxLaws() } : {}) }, slot),
    consoleBriefing: () =>
      consoleBriefing(compiled, {
        runId,
        seed: header.seed,
        parameters: numbers(header.parameters),
        sha256: header.scenario.sha256,
        names: names(),
        ...(compiled.dossier ? { laws: taxLaws() } : {}),
      }),
    onFailure: (listener) => {
      failed = listener;
    },
    onTurn: (listener) => {
      turned = listener;
    },
  };
  return live;
}

const numbers = (parameters: RunHeader["parameters"]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(parameters).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );

/** Keeps the list of runs in step with what happened. */
function followList(house: House, runId: string, session: Session, { facts }: StepResult): void {
  for (const fact of facts) {
    const change = changeBy(fact.kind, session);
    if (change)
      house.runs.change(runId, change).catch((error: unknown) => house.note(`list of runs: ${String(error)}`));
  }
}

function changeBy(kind: string, session: Session): Parameters<RunList["change"]>[1] | undefined {
  switch (kind) {
    case "run-started":
      return { state: "running", startedAtMs: Date.now() };
    case "paused":
      return { state: "paused" };
    case "resumed":
      return { state: "running" };
    case "joined":
      return { people: Object.values(session.run.state.bodies).flatMap(({ name }) => (name === "" ? [] : [name])) };
    default:
      return undefined;
  }
}

/** Scores an ended run and files it. Doing it again changes nothing but the revision. */
export async function settle(house: House, runId: string, compiled: Compiled, session: Session): Promise<void> {
  const facts = session.run.index.all;
  const result = score(compiled, facts);
  const report = await runReport(house, runId, compiled, session, result);
  const row = await house.runs.get(runId);
  const named = { runId, unit: row?.unit ?? "", atMs: row?.startedAtMs ?? row?.createdAtMs ?? Date.now() };
  const revision = ((await house.results.latest(runId))?.revision ?? 0) + 1;
  const marked = marksOf(compiled, named, facts as readonly KeptFact[], result);
  await house.results.saveResults(runId, result, facts as readonly KeptFact[], Date.now(), async (transaction) => {
    await report(transaction);
    await keepMarks(transaction, marked, revision, Date.now());
  });
  house.records.wake();
  const { outcome, percent, passed } = result;
  await house.runs.change(runId, { state: "ended", endedAtMs: Date.now(), outcome, scorePercent: percent, passed });
  await house.access.codes.revoke(runId);
}
