// Every case beside a tax scenario leads to what its author says and replays; every amount comes from the engine.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type ScenarioCase, scenarioCase } from "../scenarios/format/case.ts";
import { readScenarioFiles } from "../scenarios/format/load.ts";
import { loadLaws } from "../scenarios/format/load-law.ts";
import { parseScenario } from "../scenarios/format/parse.ts";
import { checkScenario } from "../scenarios/lint/check.ts";
import { compiledOf } from "../sim-server/compiled-scenario.ts";
import { hashOf } from "../sim-server/core/hash.ts";
import { differences, playCase } from "../sim-server/core/play-case.ts";
import { replay } from "../sim-server/core/replay.ts";

const home = join(import.meta.dirname, "../scenarios/tax");
const laws = loadLaws();
const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const scenarios = folders.map(({ name }) => {
  const files = readScenarioFiles(join(home, name));
  const cases = [...files.keys()].flatMap((file) => /^cases\/(.+)\.yaml$/.exec(file)?.[1] ?? []);
  return { name, files, cases };
});
const readCase = (scenario: string, name: string): ScenarioCase =>
  scenarioCase.parse(parse(readFileSync(join(home, scenario, "cases", `${name}.yaml`), "utf8")));

describe.each(scenarios)("$name", ({ name, files, cases }) => {
  const scenario = parseScenario(files).scenario;
  if (!scenario) throw new Error(`${name} does not parse`);
  const compiled = compiledOf(scenario);

  test("breaks no rule of the linter", () => {
    expect(checkScenario(files, laws)).toEqual([]);
  });

  test("is proved by an expert, an idle run and three or more in between", () => {
    expect(cases).toEqual(expect.arrayContaining(["expert", "idle"]));
    expect(cases.length).toBeGreaterThanOrEqual(5);
  });

  test("its weights add up to a hundred", () => {
    const tasks = scenario.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
    expect(tasks.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  test.each(cases)("case %s leads to what its author expects, and replays to the same state", (title) => {
    const script = readCase(name, title);
    const played = playCase(compiled, script);
    expect(differences(played, script.expect)).toEqual([]);
    const again = replay(compiled, played.opening, played.inputs, played.session.run.state.tick);
    expect(hashOf(again)).toBe(hashOf(played.session));
  });
});
