// A drill with ammonia in the open, in author's words only, held against the published levels of that gas.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadScenario, readScenarioFiles } from "../scenarios/format/load.ts";
import { loadLaws } from "../scenarios/format/load-law.ts";
import { parseCase } from "../scenarios/format/parse-case.ts";
import { checkScenario } from "../scenarios/lint/check.ts";
import { compileScenario } from "../sim-server/core/compile.ts";
import { ppmAt } from "../sim-server/core/hazard/gas.ts";
import { airborneKg } from "../sim-server/core/hazard/puff.ts";
import { differences, playCase } from "../sim-server/core/play-case.ts";

const FOLDER = join(import.meta.dirname, "ammonia-yard");
const files = readScenarioFiles(FOLDER);
const { scenario } = loadScenario(FOLDER);
if (!scenario) throw new Error("the ammonia drill cannot be read");
const compiled = compileScenario(scenario);
const played = (name: string) => {
  const { script } = parseCase(name, files.get(`cases/${name}.yaml`) ?? "", scenario);
  if (!script) throw new Error(`${name} cannot be read`);
  const run = playCase(compiled, script);
  return { run, script, facts: run.session.run.index.all };
};

test("the drill breaks no rule of the linter", () => {
  expect(checkScenario(files, loadLaws())).toEqual([]);
});

describe.each(["protected", "bare"])("case %s", (name) => {
  const { run, script, facts } = played(name);
  test("ends as its author expects", () => {
    expect(differences(run, script.expect)).toEqual([]);
  });

  test("enters the hot zone from 220 ppm, the ten-minute AEGL-2 of ammonia, and nowhere below", () => {
    const entered = facts.filter(({ kind, of }) => kind === "entered" && of === "hot-zone");
    expect(entered.length).toBeGreaterThan(0);
    for (const fact of entered) expect(fact["ppm"]).toBeGreaterThanOrEqual(220);
  });

  test("calls air clear below 30 ppm, AEGL-1 of ammonia, and only there", () => {
    const measured = facts.filter(({ kind }) => kind === "measured");
    expect(measured.length).toBeGreaterThan(0);
    for (const fact of measured) expect(fact["clear"]).toBe(Number(fact["ppm"]) < 30);
    expect(measured.some((fact) => Number(fact["ppm"]) > 0.5)).toBe(true);
  });

  test("raises the fixed head's alarms at 25 and 50 ppm", () => {
    const alarms = facts.filter(({ kind, of }) => kind === "alarm-raised" && of === "head");
    expect(alarms.map((fact) => fact["level"])).toEqual([1, 2].slice(-alarms.length));
    for (const fact of alarms) expect(fact["ppm"]).toBeGreaterThanOrEqual(fact["level"] === 2 ? 50 : 25);
  });
});

test("a leak of liquid instead of gas lies lower and wider, by words alone", () => {
  const { leak } = scenario.hazards;
  if (!leak) throw new Error("the drill has a leak");
  const run = (side: "gas" | "liquid") => {
    const changed = { ...scenario, hazards: { leak: { ...leak, opening: { diameterMm: 6, side } } } };
    const { script } = parseCase("bare", files.get("cases/bare.yaml") ?? "", scenario);
    if (!script) throw new Error("the case cannot be read");
    return playCase(compileScenario(changed), script, 1200).session.run;
  };
  const heavy = run("liquid");
  const light = run("gas");
  expect(light.state.puffs.puffs.every((puff) => puff.heavy === null)).toBe(true);
  expect(heavy.state.puffs.puffs.some((puff) => puff.heavy !== null)).toBe(true);
  const wide = (of: typeof heavy): number => ppmAt(of, 40, 8, 0) / ppmAt(of, 40, 0, 0);
  const high = (of: typeof heavy): number => ppmAt(of, 40, 0, 3) / ppmAt(of, 40, 0, 0);
  expect(wide(heavy)).toBeGreaterThan(wide(light));
  expect(high(heavy)).toBeLessThan(high(light));
});

test("all that leaks in the open is in the open air or has drifted beyond the range", () => {
  const { session } = played("bare").run;
  const { leaks, puffs } = session.run.state;
  const leaked = leaks["leak"]?.releasedKg ?? 0;
  expect(leaked).toBeGreaterThan(10);
  expect((airborneKg(puffs) + puffs.droppedKg) / leaked).toBeCloseTo(1, 6);
});
