// `score`: scores a complete run again, under its own rubric or another version's, and tells what changes per task.
import { loadScenario } from "../../scenarios/format/load.ts";
import { compiledOf } from "../compiled-scenario.ts";
import type { Compiled } from "../core/compile.ts";
import { replay } from "../core/replay.ts";
import { score } from "../core/score.ts";
import type { Score } from "../protocol/api.ts";
import { openingOf } from "../room/run-log.ts";
import type { Answer, Command, Language } from "./command.ts";
import { readBytes, readKeptRun } from "./kept-run.ts";
import { type PlayableRun, replayable } from "./playable-run.ts";
import { placed, problemLine, scenarioFolder } from "./scenario-folder.ts";
import { broken } from "./verify.ts";

type Mark = { rating: string; points: number };
type TaskChange = { task: string; before: Mark | null; now: Mark | null; changed: boolean };

export const scoreRun: Command = {
  name: "score",
  summary: "Scores a complete run again and shows the difference per task; also under another version of its scenario.",
  operands: { usage: "<complete-run.json>", least: 1, most: 1 },
  options: {
    scenario: { takes: "folder or id", says: "score by this version instead of the one the run was played with" },
  },
  examples: ["drill.json", "drill.json --scenario scenarios/emergency/chlorine-station"],

  run(asked, { cwd, language }) {
    const [name = ""] = asked.operands;
    const read = readBytes(name, cwd);
    if ("misuse" in read) return read;
    const other = asked.one("scenario");
    const rubric = other === undefined ? undefined : rubricIn(other, cwd, language);
    if (rubric && "answer" in rubric) return rubric.answer;
    const kept = readKeptRun(read.bytes);
    if ("fault" in kept) return broken(name, kept.fault);
    const run = replayable(name, kept);
    if ("answer" in run) return run.answer;
    return compare(run, rubric?.compiled, language);
  },
};

function rubricIn(word: string, cwd: string, language: Language): { compiled: Compiled } | { answer: Answer } {
  const folder = scenarioFolder(word, cwd);
  if (folder === undefined)
    return { answer: { misuse: `"${word}" is no scenario: neither a folder with a scenario.yaml nor the id of one.` } };
  const { scenario, problems } = loadScenario(folder);
  if (scenario) return { compiled: compiledOf(scenario) };
  const found = placed(problems, folder, cwd);
  return { answer: { exit: 1, data: { problems: found }, lines: found.map((one) => problemLine(one, language)) } };
}

function compare(run: PlayableRun, other: Compiled | undefined, language: Language): Answer {
  const compiled = other ?? run.compiled;
  const { log, header, complete } = run;
  const session = replay(compiled, openingOf(header), log.inputs, log.lastTick);
  const now = score(compiled, session.run.index.all);
  const before = complete.score;
  const tasks = changes(before, now);
  const same = before !== null && before.percent === now.percent && tasks.every(({ changed }) => !changed);
  const { id, version } = compiled.scenario;
  return {
    // Under another rubric a difference is what was asked for; under its own it is a problem.
    exit: same || other !== undefined || before === null ? 0 : 1,
    data: {
      runId: header.runId,
      playedWith: { id: header.scenario.id, version: header.scenario.version },
      scoredWith: { id, version },
      same,
      percent: { before: before?.percent ?? null, now: now.percent },
      passed: { before: before?.passed ?? null, now: now.passed },
      outcome: { before: before?.outcome ?? null, now: now.outcome },
      tasks,
    },
    lines: [
      ...tasks.map((one) => taskLine(one, titleOf(compiled, one.task, language))),
      `${id} ${version}: ${before ? `${before.percent} % -> ` : ""}${now.percent} %, ${now.passed ? "passed" : "not passed"}, ${now.outcome}.`,
      before === null
        ? "The run had no score yet."
        : same
          ? "The kept score is confirmed."
          : "The score differs from the kept one.",
    ],
  };
}

function changes(before: Score | null, now: Score): TaskChange[] {
  const marks = (result: Score | null): Map<string, Mark> =>
    new Map(result?.tasks.map(({ task, rating, points }) => [task, { rating, points }]));
  const earlier = marks(before);
  const later = marks(now);
  return [...new Set([...later.keys(), ...earlier.keys()])].map((task) => {
    const [was, is] = [earlier.get(task) ?? null, later.get(task) ?? null];
    return { task, before: was, now: is, changed: was?.rating !== is?.rating || was?.points !== is?.points };
  });
}

function taskLine({ task, before, now, changed }: TaskChange, title: string): string {
  const say = (mark: Mark | null): string => (mark ? `${mark.rating} ${mark.points}` : "none");
  return `${changed ? "*" : " "} ${task}: ${changed ? `${say(before)} -> ` : ""}${say(now)}  ${title}`.trimEnd();
}

const titleOf = ({ tasks }: Compiled, id: string, language: Language): string =>
  tasks.find(({ task }) => task.id === id)?.task.title[language] ?? "";
