import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readDocument } from "../format/document.ts";
import { readScenarioFiles } from "../format/load.ts";
import { loadLaws } from "../format/load-law.ts";
import { checkScenario } from "./check.ts";
import { DOOR_RULES } from "./door.ts";
import { RULES } from "./rules.ts";

const SAMPLES = join(import.meta.dirname, "samples");
const template = readScenarioFiles(join(import.meta.dirname, "../template"));
const laws = loadLaws();
const ids = [...DOOR_RULES, ...RULES].map(({ id }) => id);

const sample = z.strictObject({
  breaks: z.string().optional(),
  changes: z.array(z.strictObject({ file: z.string(), find: z.string(), write: z.string() })),
});

/** The template with a sample's changes, each of which must meet exactly one place, and where it breaks. */
function changed(rule: string, name: "good" | "bad") {
  const { changes, breaks } = sample.parse(
    readDocument(name, readFileSync(join(SAMPLES, rule, `${name}.yaml`), "utf8")).value,
  );
  const files = new Map(template);
  for (const { file, find, write } of changes) {
    const parts = (files.get(file) ?? "").split(find);
    if (parts.length !== 2) throw new Error(`${rule}/${name}: "${find}" stands ${parts.length - 1} times in ${file}`);
    files.set(file, parts.join(write));
  }
  return { problems: checkScenario(files, laws), breaks, changes };
}

test("the template breaks no rule", () => {
  expect(checkScenario(template, laws)).toEqual([]);
});

test("every rule has its two samples, and every sample its rule", () => {
  expect(readdirSync(SAMPLES).toSorted()).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(ids)("%s", (rule) => {
  test("is broken by its bad sample, at the place and on the lines that were changed", () => {
    const { problems, breaks, changes } = changed(rule, "bad");
    const found = problems.filter((problem) => problem.rule === rule);
    expect(found.map(({ path }) => path)).toContain(breaks);
    const at = found.find(({ path }) => path === breaks);
    const lines = (template.get(at?.file ?? "") ?? "").split("\n").length;
    expect(at?.line).toBeGreaterThan(0);
    expect(at?.line).toBeLessThanOrEqual(lines + changes.length);
    for (const { sentence } of found) {
      expect(sentence.en).toMatch(/\w+ \w+/);
      expect(sentence.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("is kept by its good sample", () => {
    expect(changed(rule, "good").problems.filter((problem) => problem.severity === "error")).toEqual([]);
  });
});

test("the scenarios of this repository break no rule", () => {
  const home = join(import.meta.dirname, "../emergency");
  for (const name of existsSync(home) ? readdirSync(home) : [])
    expect({ name, problems: checkScenario(readScenarioFiles(join(home, name)), laws) }).toEqual({
      name,
      problems: [],
    });
});
