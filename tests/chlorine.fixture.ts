// The drill itself, compiled once for tests of the core and of the laws that hold for every run.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type ScenarioCase, scenarioCase } from "../scenarios/format/case.ts";
import { loadScenario } from "../scenarios/format/load.ts";
import type { Scenario } from "../scenarios/format/scenario.ts";
import { type Compiled, compileScenario } from "../sim-server/core/compile.ts";

export const CHLORINE = join(import.meta.dirname, "../scenarios/emergency/chlorine-station");

export function chlorineScenario(): Scenario {
  const { scenario, problems } = loadScenario(CHLORINE);
  if (!scenario) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return scenario;
}

let compiled: Compiled | undefined;
export function chlorine(): Compiled {
  compiled ??= compileScenario(chlorineScenario());
  return compiled;
}

export const caseNames = (): string[] => readdirSync(join(CHLORINE, "cases")).map((file) => file.replace(".yaml", ""));

export const readCase = (name: string): ScenarioCase =>
  scenarioCase.parse(parse(readFileSync(join(CHLORINE, "cases", `${name}.yaml`), "utf8")));
