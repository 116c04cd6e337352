// `check`: every problem of a scenario with its place and the sentence that mends it.

import { readScenarioFiles } from "../../scenarios/format/load.ts";
import { loadLaws } from "../../scenarios/format/load-law.ts";
import type { Problem } from "../../scenarios/format/problem.ts";
import { checkScenario } from "../../scenarios/lint/check.ts";
import type { Command } from "./command.ts";
import { placed, problemLine, SCENARIOS, scenarioFolder, scenariosUnder } from "./scenario-folder.ts";

export const check: Command = {
  name: "check",
  summary: "Says everything that is wrong with scenarios, where it stands and how to mend it.",
  operands: { usage: "[folder or file]…", least: 0, most: 1000 },
  options: { strict: { says: "let warnings count as problems, too" } },
  examples: ["scenarios/emergency/chlorine-station --lang zh"],

  run(asked, { cwd, language }) {
    const folders = new Set<string>();
    for (const word of asked.operands) {
      const folder = scenarioFolder(word, cwd);
      if (folder === undefined)
        return { misuse: `"${word}" is no scenario: there is no scenario.yaml in it or beside it.` };
      folders.add(folder);
    }
    if (asked.operands.length === 0) for (const folder of scenariosUnder(SCENARIOS)) folders.add(folder);
    const problems = [...folders].flatMap((folder) => problemsOf(folder, cwd));
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const warnings = problems.length - errors;
    return {
      exit: errors > 0 || (asked.has("strict") && warnings > 0) ? 1 : 0,
      data: problems,
      lines: [
        ...problems.map((problem) => problemLine(problem, language)),
        language === "zh"
          ? `已检查 ${folders.size} 个情景：${errors} 个错误，${warnings} 个警告。`
          : `${count(folders.size, "scenario")} checked: ${count(errors, "error")}, ${count(warnings, "warning")}.`,
      ],
    };
  },
};

/** Everything the door and the rules say about a folder's scenario and its cases. */
export function problemsOf(folder: string, cwd: string): Problem[] {
  return placed(checkScenario(readScenarioFiles(folder), loadLaws()), folder, cwd);
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
