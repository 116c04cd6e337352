// Reads every published hazard case in tests/reference/hazard and holds what its model answers against it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseFilesAt, tableLines } from "../../sim-server/cli/hazard.ts";
import { readCaseFile } from "../../sim-server/cli/hazard-models/case-file.ts";
import { HAZARD_MODELS } from "../../sim-server/cli/hazard-models/every-model.ts";
import { type Verdict, verdicts } from "../../sim-server/cli/hazard-models/verdict.ts";

const folder = join(import.meta.dirname, "hazard");
const files = caseFilesAt(folder) ?? [];
const read = files.map((path) => ({
  name: path.slice(folder.length + 1),
  ...readCaseFile(path, readFileSync(path, "utf8")),
}));

describe.each(read)("the published cases of $name", ({ cases, problems }) => {
  test("can all be read", () => {
    expect(problems.map(({ line, sentence }) => `${line}: ${sentence.en}`)).toEqual([]);
  });
  test.each(cases)("$id comes out as published, but for what it says it misses", (one) => {
    const told = (each: Verdict): string => `${each.name}: ${each.answer}, published ${each.wanted} +- ${each.allowed}`;
    const judged = verdicts(one);
    expect(judged.filter(({ met, known }) => !met && known === undefined).map(told)).toEqual([]);
    // A miss that is mended has to leave the list of misses.
    expect(judged.filter(({ met, known }) => met && known !== undefined).map(told)).toEqual([]);
  });
});

test("every model is held against some published case", () => {
  const asked = new Set(read.flatMap(({ cases }) => cases.map(({ model }) => model.id)));
  expect([...asked].sort()).toEqual([...HAZARD_MODELS.keys()].sort());
});

test("the README's table has every case with its verdict, and tells no others", () => {
  const readme = readFileSync(join(import.meta.dirname, "README.md"), "utf8").split("\n");
  const judged = read.flatMap(({ cases }) => cases).map((one) => ({ one, judged: verdicts(one) }));
  // Our own last digits may move; what was published, how near, and pass or miss may not.
  const shape = (line: string): string => line.split(" | ").toSpliced(3, 1).join(" | ");
  const rows = (lines: readonly string[]): string[] =>
    lines.filter((line) => /^\| .* (pass|\*\*miss\*\*.*) \|$/.test(line));
  expect(rows(readme).map(shape)).toEqual(rows(tableLines(judged)).map(shape));
  const missed = judged.flatMap((each) => each.judged).filter(({ met }) => !met).length;
  expect(readme.join(" ")).toContain(`${judged.length} cases, ${missed} expectations missed`);
});
