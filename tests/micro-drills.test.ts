// The drills beside the chlorine one: every case leads to what its author says and replays to the same state; the physics behind them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadScenario, readScenarioFiles } from "../scenarios/format/load.ts";
import { loadLaws } from "../scenarios/format/load-law.ts";
import { parseCase } from "../scenarios/format/parse-case.ts";
import { checkScenario } from "../scenarios/lint/check.ts";
import { compileScenario } from "../sim-server/core/compile.ts";
import { hashOf } from "../sim-server/core/hash.ts";
import { ppmAt } from "../sim-server/core/hazard/gas.ts";
import { differences, playCase } from "../sim-server/core/play-case.ts";
import { replay } from "../sim-server/core/replay.ts";

const drill = (name: string) => {
  const folder = join(import.meta.dirname, "..", "scenarios", "emergency", name);
  const files = readScenarioFiles(folder);
  const { scenario } = loadScenario(folder);
  if (!scenario) throw new Error(`${name} cannot be read`);
  const compiled = compileScenario(scenario);
  const names = readdirSync(join(folder, "cases")).map((file) => file.replace(".yaml", ""));
  const play = (of: string, untilTick?: number) => {
    const { script } = parseCase(of, files.get(`cases/${of}.yaml`) ?? "", scenario);
    if (!script) throw new Error(`${of} cannot be read`);
    return { script, played: playCase(compiled, script, untilTick) };
  };
  return { files, compiled, names, play };
};
const well = drill("confined-space");
const kitchen = drill("restaurant-lpg");
const warehouse = drill("warehouse-fire");

describe.each([
  ["confined-space", well],
  ["restaurant-lpg", kitchen],
  ["warehouse-fire", warehouse],
])("%s", (_, { files, compiled, names, play }) => {
  test("breaks no rule of the linter", () => {
    expect(checkScenario(files, loadLaws())).toEqual([]);
  });
  test.each(names)("case %s leads to what its author expects, and replays to the same state", (name) => {
    const { script, played } = play(name);
    expect(differences(played, script.expect)).toEqual([]);
    const again = replay(compiled, played.opening, played.inputs, played.session.run.state.tick);
    expect(hashOf(again)).toBe(hashOf(played.session));
  });
});

describe("the well", () => {
  test("holds its gas below: the lower air is immediately dangerous while the yard is under the ceiling value", () => {
    const { run } = well.play("idle", 600).played.session;
    expect(ppmAt(run, 0, -0.9, -4.4)).toBeGreaterThan(500);
    expect(ppmAt(run, 0, -0.9, -4.4)).toBeGreaterThan(ppmAt(run, 0, -0.9, -0.8));
    expect(ppmAt(run, 6, -6)).toBeLessThan(20);
  });

  // OSHA: above 700 ppm one falls within one or two breaths; whoever stands in less than 500 does not fall at once.
  test("fells whoever breathes it within seconds of coming in, and nobody on apparatus", () => {
    const blind = well.play("classic-mistake").played.session.run.index.all;
    const at = (kind: string, by: string, to?: string) =>
      blind.find((fact) => fact.kind === kind && fact.by === by && (to === undefined || fact["to"] === to))?.tick ??
      NaN;
    const took = (at("condition-changed", "mate-1", "collapsed") - at("entered", "mate-1")) / 10;
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThan(20);
    const guarded = well.play("textbook").played.session.run.index.all;
    expect(
      guarded.some((fact) => fact.kind === "condition-changed" && fact.by === "mate-1" && fact["to"] === "collapsed"),
    ).toBe(false);
  });

  test("clears by the blower as a stirred tank does: after the inflow is shut, each air change leaves 1/e", () => {
    const { run } = well.play("textbook", 1000).played.session;
    const volumeM3 = 3 * 3 * 1.8;
    const before = ppmAt(run, 0, -0.9, -4.4);
    const later = ppmAt(well.play("textbook", 1400).played.session.run, 0, -0.9, -4.4);
    const bare = before * Math.exp((-40 * 0.35) / volumeM3);
    expect(later / bare).toBeGreaterThan(0.95);
    expect(later / bare).toBeLessThan(1.15); // a little comes down from the layer above
  });
});

describe("the kitchen", () => {
  test("keeps bottled gas low: the lower air reaches the limit of 2.1 per cent while the upper is far below", () => {
    const { run } = kitchen.play("idle", 900).played.session;
    const share = (cell: string): number => {
      const at = run.state.air.rooms.findIndex(({ id }) => id === cell);
      return (run.state.gases.propane?.[at] ?? 0) / (run.state.air.rooms[at]?.volumeM3 ?? 1);
    };
    expect(share("kitchen/0")).toBeGreaterThan(0.02);
    expect(share("kitchen/1")).toBeLessThan(0.01);
  });

  test("explodes only when something sparks within the limits; a spark in thin gas does nothing", () => {
    const facts = (name: string) => kitchen.play(name).played.session.run.index.all;
    const hood = facts("hood");
    const spark = hood.find((fact) => fact.kind === "sparked");
    expect(spark?.["lelPercent"]).toBeGreaterThanOrEqual(100);
    expect(hood.some((fact) => fact.kind === "gas-exploded")).toBe(true);
    const mobile = facts("mobile");
    expect(mobile.filter((fact) => fact.kind === "sparked").every((fact) => Number(fact["lelPercent"]) < 100)).toBe(
      true,
    );
    expect(mobile.some((fact) => fact.kind === "gas-exploded")).toBe(false);
  });
});
