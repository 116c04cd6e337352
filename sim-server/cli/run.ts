// `run`: plays cases headless, as fast as the machine allows, and holds each against what its author expects.
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { ScenarioCase } from "../../scenarios/format/case.ts";
import { loadScenario, readScenarioFiles } from "../../scenarios/format/load.ts";
import { parseCase } from "../../scenarios/format/parse-case.ts";
import type { Problem } from "../../scenarios/format/problem.ts";
import type { Scenario } from "../../scenarios/format/scenario.ts";
import { compiledOf } from "../compiled-scenario.ts";
import type { Compiled } from "../core/compile.ts";
import { type Difference, differences, playCase } from "../core/play-case.ts";
import { logEntries } from "../core/views/log.ts";
import { clock } from "../evaluation/scored-run.ts";
import type { LogEntry } from "../protocol/views.ts";
import type { Command, Language } from "./command.ts";
import { factLine } from "./fact-line.ts";
import { placed, problemLine, scenarioFolder, shown } from "./scenario-folder.ts";

type PlayedCase = {
  case: string;
  outcome: string;
  percent: number;
  passed: boolean;
  durationS: number;
  expected: boolean;
  differences: Difference[];
  refused: number;
  facts?: LogEntry[];
};

export const runCases: Command = {
  name: "run",
  summary: "Plays cases of a scenario headless and says where each differs from what its author expects.",
  operands: { usage: "<scenario folder or id>", least: 1, most: 1 },
  options: {
    case: { takes: "file or name", says: "the case to play; may be given several times" },
    all: { says: "play every case of the scenario" },
    facts: { says: "tell every fact of each run" },
  },
  examples: ["chlorine-station --case textbook", "scenarios/emergency/chlorine-station --all --json"],

  run(asked, { cwd, language }) {
    const [word = ""] = asked.operands;
    const folder = scenarioFolder(word, cwd);
    if (folder === undefined)
      return { misuse: `"${word}" is no scenario: neither a folder with a scenario.yaml nor the id of one.` };
    const known = [...readScenarioFiles(folder).keys()].filter((file) => file.startsWith("cases/"));
    const names = asked.has("all") ? known.map((file) => join(folder, file)) : [];
    for (const name of asked.all("case")) {
      const file = caseFile(name, folder, cwd);
      if (file === undefined)
        return { misuse: `There is no case "${name}"; the scenario has ${known.map(caseName).join(", ") || "none"}.` };
      names.push(file);
    }
    if (names.length === 0)
      return {
        misuse: `Name a case with --case, or play all with --all: ${known.map(caseName).join(", ") || "there are none yet"}.`,
      };
    const { scenario, problems } = loadScenario(folder);
    if (!scenario) return unplayable(placed(problems, folder, cwd), language);
    const scripts = [...new Set(names)].map((file) => readCase(file, scenario, cwd));
    const broken = scripts.flatMap((one) => (one.script ? [] : one.problems));
    if (broken.length > 0) return unplayable(broken, language);
    const compiled = compiledOf(scenario);
    const played = scripts.flatMap(({ name, script }) =>
      script ? [play(compiled, name, script, asked.has("facts"))] : [],
    );
    return { exit: played.every((one) => one.expected) ? 0 : 1, data: played, lines: played.flatMap(linesOf) };
  },
};

const caseName = (file: string): string => basename(file, ".yaml");

function caseFile(name: string, folder: string, cwd: string): string | undefined {
  const places = [resolve(cwd, name), join(folder, "cases", `${name}.yaml`), join(folder, "cases", name)];
  return places.find((path) => path.endsWith(".yaml") && existsSync(path));
}

function unplayable(problems: readonly Problem[], language: Language) {
  return { exit: 1 as const, data: { problems }, lines: problems.map((problem) => problemLine(problem, language)) };
}

function readCase(file: string, scenario: Scenario, cwd: string) {
  return { name: caseName(file), ...parseCase(shown(file, cwd), readFileSync(file, "utf8"), scenario) };
}

function play(compiled: Compiled, name: string, script: ScenarioCase, facts: boolean): PlayedCase {
  const played = playCase(compiled, script);
  const found = differences(played, script.expect);
  const { outcome, percent, passed } = played.score;
  return {
    case: name,
    outcome,
    percent,
    passed,
    durationS: played.session.run.state.tick / 10,
    expected: found.length === 0,
    differences: found,
    refused: played.refused.length,
    ...(facts ? { facts: logEntries(played.session.run.index.all) } : {}),
  };
}

function linesOf(one: PlayedCase): string[] {
  const verdict = one.expected ? "as expected" : "NOT as expected";
  return [
    ...(one.facts ?? []).map(factLine),
    `${one.case}: ${one.outcome} at ${clock(one.durationS * 10)}, ${one.percent} %, ${one.passed ? "passed" : "not passed"}; ${verdict}`,
    ...one.differences.map(({ what, expected, got }) => `  ${what}: expected ${expected}, got ${got}`),
  ];
}
