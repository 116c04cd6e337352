// Checks a scenario's files with the door, every rule and its cases: what `sandtable check` runs.
import type { LawPacks } from "../format/load-law.ts";
import { parseCase } from "../format/parse-case.ts";
import type { Problem } from "../format/problem.ts";
import { readScenario } from "../format/reading.ts";
import { possibleIn } from "./possible.ts";
import { RULES } from "./rules.ts";
import { runLimitS } from "./run-limit.ts";

/** Everything wrong with a scenario, in the order of its files. */
export function checkScenario(files: ReadonlyMap<string, string>, laws: LawPacks): Problem[] {
  const { whole, part, names, problems, place } = readScenario(files);
  const found = [...problems];
  const scenario = whole ?? part;
  const sound = whole !== undefined && !problems.some(({ severity }) => severity === "error");
  if (scenario) {
    const context = { laws, names, possible: possibleIn(scenario, names, runLimitS(scenario)) };
    for (const rule of RULES)
      if (sound || rule.partly) found.push(...rule.check(scenario, context).map((one) => place(rule.id, one)));
  }
  for (const [file, source] of files)
    if (file.startsWith("cases/")) found.push(...parseCase(file, source, sound ? whole : undefined).problems);
  return found.toSorted(inOrder);
}

const inOrder = (a: Problem, b: Problem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
