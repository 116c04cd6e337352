// Finds the scenarios an author means: a folder, a file in one, or just the id of one of ours.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Problem } from "../../scenarios/format/problem.ts";
import type { Language } from "./command.ts";

export const SCENARIOS = join(import.meta.dirname, "../../scenarios");
const DEEPEST = 4;

/** Every folder below one that holds a scenario; the rules' own samples are not meant to be played. */
export function scenariosUnder(folder: string, depth = 0): string[] {
  if (isScenario(folder)) return [folder];
  if (depth === DEEPEST) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "samples" && entry.name !== "node_modules")
    .flatMap((entry) => scenariosUnder(join(folder, entry.name), depth + 1))
    .toSorted();
}

/** The folder of the scenario that a word means, or nothing. */
export function scenarioFolder(word: string, cwd: string): string | undefined {
  const path = resolve(cwd, word);
  if (isScenario(path)) return path;
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) {
    const folder = basename(dirname(path)) === "cases" ? dirname(dirname(path)) : dirname(path);
    return isScenario(folder) ? folder : undefined;
  }
  return scenariosUnder(SCENARIOS).find((folder) => basename(folder) === word);
}

const isScenario = (folder: string): boolean => existsSync(join(folder, "scenario.yaml"));

/** A path as the person at the keyboard would write it. */
export function shown(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near === "" ? "." : near.startsWith("..") ? path : near;
}

export const problemLine = (
  { file, line, column, severity, path, rule, sentence }: Problem,
  language: Language,
): string => `${file}:${line}:${column}: ${severity}${path === "" ? "" : ` ${path}`} (${rule}): ${sentence[language]}`;

/** The same problems with the folder in front of each file. */
export const placed = (problems: readonly Problem[], folder: string, cwd: string): Problem[] =>
  problems.map((problem) => ({ ...problem, file: shown(join(folder, problem.file), cwd) }));
