// Scores an ended run again under the rubric of the scenario's version on the shelf: shown, or kept as a new revision.
import { consoleBriefing } from "../core/views/briefings.ts";
import { logEntries } from "../core/views/log.ts";
import type { Ratings } from "../evaluation/rating/ratings.ts";
import { withRubric } from "../evaluation/rating/rubric.ts";
import { correction } from "../evaluation/xapi/correction.ts";
import type { JournalRecord } from "../journal/journal.ts";
import type { KeptFact } from "../journal/results.ts";
import type { Run } from "../journal/runs.ts";
import type { Score } from "../protocol/api.ts";
import type { Rescore, Revision } from "../protocol/branching.ts";
import type { Rejudged } from "./branch-thread.ts";
import { branchApart } from "./branch-work.ts";
import type { House } from "./live-run.ts";
import { readShelfItem, type ShelfItem } from "./scenario-shelf.ts";

type Wish = { readonly reason: string; readonly by: string } | null;

export async function rescored(
  house: House,
  ratings: Ratings,
  run: Run,
  item: ShelfItem,
  keep: Wish,
): Promise<Rescore | { readonly problem: string }> {
  const { runId } = run;
  const record = await house.journal.read(runId);
  const latest = await house.results.latest(runId);
  if (!latest) return { problem: "no-results" };
  const earlier = (await ratings.rescorings.ofRun(runId)).at(-1);
  const from = earlier ?? record.header.entry.scenario;
  if (from.sha256 === item.sha256) return { problem: "same-version" };
  const merged = withRubric(record.header.entry.scenarioFiles, item.files);
  if ("problem" in merged) return merged;
  const answer = await branchApart({ job: "rescore", record, files: merged.files });
  if (!("rejudged" in answer)) throw new Error("the thread answered another question");
  const { rejudged } = answer;
  const told: Rescore = {
    from: { version: from.version, sha256: from.sha256 },
    to: { version: item.compiled.scenario.version, sha256: item.sha256 },
    ...differences(latest.results as Score, rejudged, record),
    sameWorld: rejudged.sameWorld,
    revision: null,
  };
  if (keep === null) return told;
  const revision = latest.revision + 1;
  await keepScoring(house, ratings, { run, record, item, files: merged.files, rejudged, revision, ...keep });
  return { ...told, revision };
}

function differences(before: Score, { score, facts }: Rejudged, record: JournalRecord) {
  const marks = (result: Score) =>
    new Map(result.tasks.map(({ task, rating, points, maxPoints }) => [task, { rating, points, maxPoints }]));
  const [was, is] = [marks(before), marks(score)];
  const names = new Map(
    facts.flatMap((fact) => (fact.kind === "joined" ? [[fact.by, String(fact["name"])]] : [])) as [string, string][],
  );
  return {
    percent: { before: before.percent, after: score.percent },
    passed: { before: before.passed, after: score.passed },
    tasks: [...new Set([...is.keys(), ...was.keys()])].map((task) => ({
      task,
      before: was.get(task) ?? null,
      after: is.get(task) ?? null,
    })),
    people: record.header.entry.roster.flatMap(({ slot }) => {
      const name = names.get(slot);
      return name === undefined ? [] : [{ slot, name, before: before.percent, after: score.percent }];
    }),
  };
}

type Keeping = {
  readonly run: Run;
  readonly record: JournalRecord;
  readonly item: ShelfItem;
  readonly files: Readonly<Record<string, string>>;
  readonly rejudged: Rejudged;
  readonly revision: number;
  readonly reason: string;
  readonly by: string;
};

/** The new results, what they rest on and the correction of the records are kept together or not at all. */
async function keepScoring(house: House, ratings: Ratings, kept: Keeping): Promise<void> {
  const { run, record, item, files, rejudged, revision, reason, by } = kept;
  const { runId, unit } = run;
  const atMs = Date.now();
  const read = readShelfItem(files);
  if ("problems" in read) throw new Error(read.problems[0]);
  const { percent, passed, outcome } = rejudged.score;
  const reported = {
    runId,
    home: house.records.home,
    unit,
    startedAtMs: run.startedAtMs ?? run.createdAtMs,
    briefing: consoleBriefing(read.compiled, { runId, seed: 0, parameters: {}, sha256: "", names: {} }),
    facts: logEntries(rejudged.facts),
    score: rejudged.score,
  };
  const sent = await house.records.outbox.ofRun(runId);
  const corrected = correction(sent, reported, revision, atMs);
  const facts = rejudged.facts as readonly KeptFact[];
  await house.results.saveResults(runId, rejudged.score, facts, atMs, async (transaction) => {
    await ratings.rescorings.keep(transaction, {
      runId,
      revision,
      version: item.compiled.scenario.version,
      sha256: item.sha256,
      files,
      sameWorld: rejudged.sameWorld,
      reason,
      by,
      atMs,
    });
    // A run that was never reported is not corrected either.
    if (sent.length > 0) await house.records.outbox.put(transaction, runId, corrected, atMs);
  });
  house.records.wake();
  await house.runs.change(runId, { scorePercent: percent, passed, outcome });
  house.note(`run ${runId} (${record.header.entry.scenario.id}) was scored again as revision ${revision} by ${by}`);
}

/** Every scoring of a run, oldest first. */
export async function revisionsOf(house: House, ratings: Ratings, runId: string): Promise<Revision[]> {
  const { version } = (await house.journal.read(runId)).header.entry.scenario;
  const later = new Map((await ratings.rescorings.ofRun(runId)).map((one) => [one.revision, one]));
  return (await house.results.revisions(runId)).map(({ revision, atMs, results }) => {
    const score = results as Score;
    const by = later.get(revision);
    return {
      revision,
      atMs: Number(atMs),
      version: by?.version ?? version,
      percent: score.percent,
      passed: score.passed,
      by: by?.by ?? null,
      reason: by?.reason ?? null,
      sameWorld: by?.sameWorld ?? null,
      tasks: score.tasks.map(({ task, rating, points, maxPoints }) => ({ task, rating, points, maxPoints })),
    };
  });
}
