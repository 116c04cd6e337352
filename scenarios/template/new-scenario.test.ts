import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadLaws } from "../format/load-law.ts";
import { parseScenario } from "../format/parse.ts";
import { checkScenario } from "../lint/check.ts";
import { newScenario, scenarioFolder } from "./new-scenario.ts";

test("a new scenario bears its own name and breaks no rule", () => {
  const made = newScenario("flood-pump-house");
  if (!("files" in made)) throw new Error(made.refused.en);
  expect(parseScenario(made.files).scenario?.id).toBe("flood-pump-house");
  expect(checkScenario(made.files, loadLaws())).toEqual([]);
  expect([...made.files.keys()].toSorted()).toEqual(["cases/by-the-book.yaml", "scenario.yaml", "stage.yaml"]);
});

test("every file of a new scenario points editors to a schema that is there", () => {
  const made = newScenario("flood-pump-house");
  const folder = scenarioFolder("emergency", "flood-pump-house");
  for (const [path, text] of "files" in made ? made.files : []) {
    const [, schema = ""] = /\$schema=(\S+)/.exec(text) ?? [];
    expect({ path, found: existsSync(join(folder, dirname(path), schema)) }).toEqual({ path, found: true });
  }
});

test.each(["Flood", "../etc", "", "a b", "泵房"])("the name %o is refused", (name) => {
  expect(newScenario(name)).toHaveProperty("refused");
});
