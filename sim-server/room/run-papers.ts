// The papers of a run, live or over: its row, its detail, its replay, its whole dossier for exports.
import { Worker } from "node:worker_threads";
import { loadLaws } from "../../scenarios/format/load-law.ts";
import type { Compiled } from "../core/compile.ts";
import { engineProblem } from "../core/engine.ts";
import { score } from "../core/score.ts";
import { consoleBriefing } from "../core/views/briefings.ts";
import { logEntries } from "../core/views/log.ts";
import type { Dossier } from "../evaluation/export.ts";
import type { Rescorings } from "../evaluation/rating/rescorings.ts";
import type { Link } from "../journal/chain.ts";
import type { JournalRecord } from "../journal/journal.ts";
import type { Rating } from "../journal/results.ts";
import type { Run } from "../journal/runs.ts";
import type { HumanRating, Replay, RunDetail, RunRow, Score } from "../protocol/api.ts";
import type { House } from "./live-run.ts";
import { readShelfItem, type ShelfItem } from "./scenario-shelf.ts";

export type RunPapers = {
  row(run: Run, withCode: boolean): Promise<RunRow>;
  detail(run: Run, withCode: boolean): Promise<RunDetail>;
  dossier(run: Run): Promise<Dossier>;
  /** Why this engine cannot play the run again, or null when it can. */
  unplayable(runId: string): Promise<string | null>;
  replay(runId: string): Promise<Replay>;
  hasTask(runId: string, task: string): Promise<boolean>;
  /** The scenario as the run was made with, under the rubric of its latest results. */
  compiled(runId: string): Promise<Compiled>;
};

const REPLAYS_KEPT = 4;

let packs: ReturnType<typeof loadLaws> | undefined;
function laws(): ReturnType<typeof loadLaws> {
  packs ??= loadLaws();
  return packs;
}

export function openRunPapers(house: House, rescorings: Rescorings): RunPapers {
  const replays = new Map<string, Promise<Replay>>();
  const items = new Map<string, ShelfItem>();

  /** The scenario as the run was made with, whatever has become of it since. */
  function itemOf({ header }: JournalRecord): ShelfItem {
    const { scenario, scenarioFiles } = header.entry;
    const kept = items.get(scenario.sha256);
    if (kept) return kept;
    const item = readShelfItem(scenarioFiles);
    if ("problems" in item) throw new Error(`scenario ${scenario.id} cannot be read: ${item.problems[0] ?? ""}`);
    items.set(scenario.sha256, item);
    return item;
  }

  /** The scenario by whose rubric the latest results were made: the run's own, or that of a later scoring. */
  async function judgedBy(record: JournalRecord): Promise<Compiled> {
    const latest = (await rescorings.ofRun(record.header.entry.runId)).at(-1);
    if (!latest) return itemOf(record).compiled;
    const key = `rubric ${latest.sha256} on ${record.header.entry.scenario.sha256}`;
    const item = items.get(key) ?? readShelfItem(latest.files);
    if ("problems" in item) throw new Error(`a rescored run cannot be read: ${item.problems[0] ?? ""}`);
    items.set(key, item);
    return item.compiled;
  }

  async function row(run: Run, withCode: boolean): Promise<RunRow> {
    const code = withCode && run.state !== "ended" ? await house.access.codes.of(run.runId) : undefined;
    const creator = await house.access.accounts.byId(run.createdBy);
    return {
      runId: run.runId,
      scenario: run.scenario.id,
      title: run.scenario.title,
      unit: run.unit,
      createdBy: creator?.name ?? run.createdBy,
      createdAtMs: run.createdAtMs,
      startedAtMs: run.startedAtMs,
      endedAtMs: run.endedAtMs,
      state: run.state,
      outcome: run.outcome,
      percent: run.scorePercent,
      passed: run.passed,
      people: run.people,
      code: code?.code ?? null,
    };
  }

  async function detailFrom(run: Run, record: JournalRecord, withCode: boolean): Promise<RunDetail> {
    const { header } = record;
    const compiled = await judgedBy(record);
    const live = house.live.get(run.runId);
    const ended = run.state === "ended";
    const facts = live && !ended ? live.simulation.session.run.index.all : await house.results.facts(run.runId);
    const latest = ended ? await house.results.latest(run.runId) : undefined;
    const verdict = await house.journal.verify(run.runId);
    const names = Object.fromEntries(header.entry.roster.map(({ slot, name }) => [slot, name]));
    for (const fact of facts) if (fact.kind === "joined") names[fact.by] = String(fact["name"]);
    const parameters = Object.entries(header.entry.parameters).filter((entry): entry is [string, number] => {
      return typeof entry[1] === "number";
    });
    return {
      row: await row(run, withCode),
      briefing: consoleBriefing(compiled, {
        runId: run.runId,
        seed: header.entry.seed,
        parameters: Object.fromEntries(parameters),
        sha256: header.entry.scenario.sha256,
        laws: laws(),
        names,
      }),
      score: (latest?.results as Score | undefined) ?? (live && !ended ? score(compiled, facts as never) : null),
      facts: logEntries(facts as never),
      ratings: (await house.results.ratings(run.runId)).map(humanRating),
      ...(header.entry.forkedFrom ? { forkedFrom: header.entry.forkedFrom } : {}),
      journal: {
        entries: record.entries.length + 1,
        head: record.entries.at(-1)?.sha256 ?? header.sha256,
        intact: verdict.ok,
      },
    };
  }

  return {
    row,
    detail: async (run, withCode) => detailFrom(run, await house.journal.read(run.runId), withCode),
    dossier: async (run) => {
      const record = await house.journal.read(run.runId);
      const links: Link[] = [];
      for await (const link of house.journal.links(run.runId)) links.push(link);
      return { detail: await detailFrom(run, record, false), links, atMs: Date.now() };
    },
    compiled: async (runId) => judgedBy(await house.journal.read(runId)),
    hasTask: async (runId, task) => {
      const compiled = await judgedBy(await house.journal.read(runId));
      return compiled.tasks.some((plan) => plan.task.id === task);
    },
    unplayable: async (runId) => engineProblem((await house.journal.read(runId)).header.entry.engine),
    async replay(runId) {
      const record = await house.journal.read(runId);
      const key = record.entries.at(-1)?.sha256 ?? runId;
      const kept = replays.get(key);
      if (kept !== undefined) return kept;
      const [oldest] = replays.keys();
      if (replays.size >= REPLAYS_KEPT && oldest !== undefined) replays.delete(oldest);
      const made = replayApart(record);
      replays.set(key, made);
      made.catch(() => replays.delete(key));
      return made;
    },
  };
}

const humanRating = ({ number, task, rating, reason, by, atMs }: Rating): HumanRating => ({
  id: number,
  task,
  rating: rating as HumanRating["rating"],
  reason,
  by,
  atMs,
});

/** On a thread of its own, so that a long replay holds up no live run. */
function replayApart(record: JournalRecord): Promise<Replay> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./replay-thread.ts", import.meta.url), { workerData: record });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the replay's thread ended with code ${code}`)));
  });
}
