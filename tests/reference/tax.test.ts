// Reads every published tax case in tests/reference/tax and asks the rule of that case for its answer.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTaxCases } from "../../scenarios/format/tax-case.ts";
import { loadTaxLaw } from "../../scenarios/format/tax-law.ts";
import { openLaw } from "../../sim-server/core/tax/law.ts";
import { RULES, ruleOf } from "../../sim-server/core/tax/rules.ts";
import { judgeCase } from "../../sim-server/core/tax/verdict.ts";

const folder = join(import.meta.dirname, "tax");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .toSorted();
const read = files.map((name) => ({ name, ...parseTaxCases(name, readFileSync(join(folder, name), "utf8")) }));
const data = loadTaxLaw();

describe.each(read)("the published cases of $name", ({ cases, problems }) => {
  test("the file is whole", () => {
    expect(problems).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });
  test.each(cases)("$id comes out as published", (one) => {
    const rule = ruleOf(one.rule);
    if (!rule) throw new Error(`there is no rule ${one.rule}`);
    const { reply, verdicts } = judgeCase(rule, one, openLaw(data, one.asOf));
    expect("problems" in reply ? reply.problems : []).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ met }) => !met)).toEqual([]);
  });
});

test("every rule is proved by a case from outside: a statute, an examination or other people's code", () => {
  const proved = new Set(
    read.flatMap(({ cases }) => cases.filter(({ reliability }) => reliability !== "D")).map(({ rule }) => rule),
  );
  expect(RULES.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual([]);
});

test("no two cases share an id", () => {
  const ids = read.flatMap(({ cases }) => cases.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
