// The chlorine drill with two to seven operators instead of two, so that eight trainees can share one run of a bench.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { readScenarioFiles } from "../../scenarios/format/load.ts";
import { parseScenario } from "../../scenarios/format/parse.ts";
import { type Compiled, compileScenario } from "../../sim-server/core/compile.ts";

const CHLORINE = join(import.meta.dirname, "..", "..", "scenarios", "emergency", "chlorine-station");
const OPERATORS = 7;

/** The eight seats, leader first. */
export const EIGHT_SLOTS: readonly string[] = [
  "shift-leader-1",
  ...Array.from({ length: OPERATORS }, (_, index) => `operator-${index + 1}`),
];

function eightFiles(): Map<string, string> {
  const files = new Map([...readScenarioFiles(CHLORINE)].filter(([name]) => !name.startsWith("cases")));
  const document = parseDocument(files.get("scenario.yaml") ?? "");
  document.setIn(["positions", "operator", "players"], document.createNode({ least: 2, most: OPERATORS }));
  return files.set("scenario.yaml", document.toString());
}

/** The widened drill, ready to open runs of. */
export function eightCompiled(): Compiled {
  const { scenario, problems } = parseScenario(eightFiles());
  if (!scenario) throw new Error(problems[0]?.sentence.en ?? "the widened drill does not parse");
  return compileScenario(scenario);
}

/** Writes the widened drill below a folder that a server can be given as `--scenarios`; its id stays chlorine-station. */
export function writeEight(scenariosDir: string): void {
  const folder = join(scenariosDir, "emergency", "chlorine-station");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of eightFiles()) writeFileSync(join(folder, name), text);
}
