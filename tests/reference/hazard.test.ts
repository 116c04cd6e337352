// Reads every published hazard case in tests/reference/hazard and holds what its model answers against it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseFilesAt } from "../../sim-server/cli/hazard.ts";
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
