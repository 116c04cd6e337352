// The `hazard` command as people use it: answers, missed expectations, and files that are wrong.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import { hazard } from "./hazard.ts";

const cwd = mkdtempSync(join(tmpdir(), "sandtable-hazard-"));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const hole = (expected: number): string => `model: liquid-hole
source: worked by hand, Cd A sqrt(2 rho dP)
tolerance: { relative: 1e-3 }
inputs: { holeDiameterM: 0.01, dischargeCoefficient: 0.61, liquidDensityKgPerM3: 1000, overpressurePa: 100000 }
expected: { releaseKgPerS: ${expected} }
`;

async function sandtable(...words: string[]) {
  const read = readArguments(hazard, words);
  if ("misuse" in read) throw new Error(read.misuse);
  const answer = await hazard.run(read.asked, { cwd, language: "en", dataDir: cwd });
  if ("misuse" in answer) return { exit: 2, text: answer.misuse, data: null };
  return { exit: answer.exit, text: answer.lines.join("\n"), data: answer.data };
}
const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);

describe("a case", () => {
  test("prints inputs, results, the steps between and the sources, and exits 0 when it is met", async () => {
    write("hole.yaml", hole(0.67754));
    const { exit, text } = await sandtable("hole.yaml");
    expect(exit).toBe(0);
    for (const part of ["holeDiameterM 0.01", "releaseKgPerS 0.677", "areaM2 0.0000785398", "Bernoulli", "by hand"])
      expect(text).toContain(part);
  });
  test("exits 1 and says by how much an expectation is missed", async () => {
    write("far.yaml", hole(0.7));
    const { exit, text } = await sandtable("far.yaml", "--short");
    expect(exit).toBe(1);
    expect(text).toContain("MISSED far.yaml case");
    expect(text).toMatch(/releaseKgPerS = 0\.6775\d*, 0\.7 \+- 0\.0007/);
  });
  test("may be JSON, and a folder is read whole", async () => {
    mkdirSync(join(cwd, "folder", "deep"), { recursive: true });
    const inputs = { volumeM3: 200, flowM3PerS: 0.5, airChanges: 3 };
    const found = { clearedFraction: 1 - Math.exp(-3) };
    const text = JSON.stringify({
      model: "air-changes",
      source: "1 - exp(-3)",
      tolerance: { relative: 1e-9 },
      inputs,
      expected: found,
    });
    write(join("folder", "deep", "three.json"), text);
    write(join("folder", "hole.yaml"), hole(0.67754));
    const { exit, data } = await sandtable("folder");
    expect(exit).toBe(0);
    expect(data).toMatchObject({ cases: [{ model: "air-changes" }, { model: "liquid-hole" }], problems: [] });
    expect(await sandtable("folder", "air-changes")).toMatchObject({ data: { cases: [{ model: "air-changes" }] } });
  });
});

describe("a file that is wrong", () => {
  test.each([
    [
      "an input that has no such name",
      hole(1).replace("overpressurePa", "overpresurePa"),
      /^wrong\.yaml:4:\d+: .*overpressurePa/,
    ],
    ["a word where a number belongs", hole(1).replace("0.01", "wide"), /^wrong\.yaml:4:\d+: .*holeDiameterM/],
    ["a negative diameter", hole(1).replace("0.01", "-0.01"), /^wrong\.yaml:4:\d+: .*holeDiameterM/],
    [
      "a model nobody knows",
      hole(1).replace("liquid-hole", "liquid-whole"),
      /^wrong\.yaml:1:\d+: .*did you mean "liquid-hole"/,
    ],
    [
      "a result the model does not give",
      hole(1).replace("releaseKgPerS", "kgPerS"),
      /^wrong\.yaml:5:\d+: .*gives releaseKgPerS/,
    ],
    ["no source", hole(1).replace(/^source.*$/m, ""), /^wrong\.yaml:\d+:\d+: .*source/],
    ["broken YAML", "model: [", /^wrong\.yaml:\d+:\d+: /],
  ])("%s is a problem with its line, not an answer", async (_what, text, said) => {
    write("wrong.yaml", text);
    const answer = await sandtable("wrong.yaml");
    expect(answer.exit).toBe(1);
    expect(answer.text).toMatch(said);
    expect(answer.data).toMatchObject({ cases: [] });
  });
  test("a path that is not there is asked wrongly", async () => {
    expect(await sandtable("nowhere")).toMatchObject({ exit: 2, text: expect.stringContaining("nowhere") });
    expect(await sandtable()).toMatchObject({ exit: 2 });
  });
});

test("--list tells every model's inputs with their units, and one model alone tells its own", async () => {
  const all = await sandtable("--list");
  expect(all.text).toMatch(/windSpeedMps \[m\/s\]/);
  const own = await sandtable("liquid-hole");
  expect(own.text).toMatch(/overpressurePa \[Pa\]/);
  expect(own.text).not.toContain("windSpeedMps");
});
