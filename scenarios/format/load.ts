// Reads a scenario's folder from disk, taking only plain files of a sensible size.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "./document.ts";
import { type ParsedScenario, parseScenario } from "./parse.ts";

const WANTED = /^(scenario|stage|group)\.yaml$/;
const CASE = /^[a-z0-9-]+\.yaml$/;
const MOST_CASES = 100;
const MOST_DOCUMENTS = 100;

/** The YAML files of a scenario by their path in its folder, such as `cases/textbook.yaml`. Links are not followed. */
export function readScenarioFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  const take = (name: string): void => {
    const path = join(folder, name);
    const about = lstatSync(path, { throwIfNoEntry: false });
    if (!about?.isFile()) return;
    // One byte beyond the limit is enough for the door to refuse the file in a sentence.
    files.set(name, about.size > LIMITS.bytes ? " ".repeat(LIMITS.bytes + 1) : readFileSync(path, "utf8"));
  };
  for (const name of namesIn(folder)) if (WANTED.test(name)) take(name);
  for (const name of namesIn(join(folder, "cases")).slice(0, MOST_CASES))
    if (CASE.test(name)) take(join("cases", name));
  for (const name of namesIn(join(folder, "evidence")).slice(0, MOST_DOCUMENTS))
    if (CASE.test(name)) take(join("evidence", name));
  return files;
}

function namesIn(folder: string): string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).toSorted() : [];
}

/** Reads and parses the scenario in a folder. */
export function loadScenario(folder: string): ParsedScenario {
  return parseScenario(readScenarioFiles(folder));
}
