import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readScenarioFiles } from "./load.ts";
import { parseScenario } from "./parse.ts";

const template = readScenarioFiles(join(import.meta.dirname, "../template"));
const scenarioText = template.get("scenario.yaml") ?? "";
const with_ = (changes: Record<string, string>): Map<string, string> =>
  new Map([...template, ...Object.entries(changes)]);
const problemsOf = (find: string, write: string) =>
  parseScenario(with_({ "scenario.yaml": scenarioText.replace(find, write) })).problems;

describe("the door", () => {
  test("gives the template as a scenario, durations in seconds and the stage in place", () => {
    const { scenario, problems } = parseScenario(template);
    expect(problems).toEqual([]);
    expect(scenario?.duration).toBe(720);
    expect(scenario?.hazards["leak"]?.starts).toBe(20);
    expect(scenario?.stage.doors["store-door"]?.between).toEqual(["store", "outdoors"]);
  });

  test("gives a scenario nobody can change, however deep", () => {
    const { scenario } = parseScenario(template);
    expect(() => Object.assign(scenario?.stage.props["valve-1"]?.at ?? {}, { x: 99 })).toThrow(TypeError);
  });

  test("says every problem at once, of form, of conditions and of names", () => {
    const broken = scenarioText
      .replace("kind: emergency", "kind: emergancy")
      .replace("level >= 2.0", "levl >= 2.0")
      .replace("to: county-bureau\n    items", "to: county-buro\n    items");
    const { scenario, problems } = parseScenario(with_({ "scenario.yaml": broken }));
    expect(scenario).toBeUndefined();
    expect(problems.map(({ rule }) => rule).toSorted()).toEqual(["condition-name", "schema", "unknown-reference"]);
    expect(problems.find(({ rule }) => rule === "schema")?.sentence.en).toContain("did you mean emergency?");
    expect(problems.find(({ rule }) => rule === "unknown-reference")?.sentence.en).toContain(
      "did you mean county-bureau?",
    );
  });

  test("places a problem on the line and column where the author can mend it", () => {
    const [problem] = problemsOf("difficulty: 2", "difficulty: two");
    const line = scenarioText.split("\n").findIndex((text) => text.startsWith("difficulty:")) + 1;
    expect(problem).toMatchObject({ file: "scenario.yaml", line, column: 1, path: "difficulty" });
  });

  test("places a problem of the stage in the stage's own file, and keeps places after broken entries", () => {
    const stage = (template.get("stage.yaml") ?? "")
      .replace("of: container-1", "of: container-7")
      .replace("kind: phone", "kind: fone");
    const { problems } = parseScenario(with_({ "stage.yaml": stage }));
    const at = (path: string) => problems.find((problem) => problem.path === path);
    expect(at("props.phone.kind")?.file).toBe("stage.yaml");
    expect(at("props.valve-1.of")?.line).toBe(stage.split("\n").findIndex((text) => text.includes("container-7")) + 1);
  });

  test("takes keys as written, so an article numbered 1.10 stays 1.10", () => {
    const [problem] = problemsOf("debrief:", "1.10: x\ndebrief:");
    expect(problem?.path).toBe("1.10");
  });

  test.each([
    ["a scenario without a file", new Map<string, string>()],
    ["an empty file", with_({ "scenario.yaml": "" })],
    ["two documents", with_({ "scenario.yaml": `${scenarioText}\n---\n${scenarioText}` })],
    ["an alias", with_({ "scenario.yaml": "a: &a [1, 2]\nb: *a\n" })],
    ["a tag", with_({ "scenario.yaml": "a: !!js/function x\n" })],
    ["a file above 2 MB", with_({ "scenario.yaml": `#${"x".repeat(2_000_001)}` })],
    ["ten thousand brackets", with_({ "scenario.yaml": "[".repeat(10_000) })],
    ["a stage that is missing", new Map([["scenario.yaml", scenarioText]])],
  ])("refuses %s with a sentence", (_what, files) => {
    const { scenario, problems } = parseScenario(files);
    expect(scenario).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    for (const { sentence, line, column } of problems) {
      expect(sentence.zh && sentence.en).toBeTruthy();
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
    }
  });

  test("does not let a key reach an object's prototype", () => {
    parseScenario(with_({ "scenario.yaml": `${scenarioText}\n__proto__: { polluted: true }\n` }));
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(problemsOf("debrief:", "__proto__: { a: 1 }\ndebrief:").length).toBeGreaterThan(0);
  });
});

describe("damage", () => {
  const lines = scenarioText.split("\n");
  const place = fc.nat(scenarioText.length);
  const line = fc.nat(lines.length - 1);
  const lineDamage = (change: (text: string) => string[]) => (at: number) =>
    lines.flatMap((text, index) => (index === at ? change(text) : [text])).join("\n");
  const splice = (at: number, remove: number, insert: string): string =>
    scenarioText.slice(0, at) + insert + scenarioText.slice(at + remove);
  const bomb = `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join("\n")}\n`;
  const damaged = fc.oneof(
    fc.tuple(place, fc.nat(65_535)).map(([at, code]) => splice(at, 1, String.fromCharCode(code))),
    fc.tuple(place, fc.integer({ min: 1, max: 400 })).map(([at, length]) => splice(at, length, "")),
    fc
      .tuple(place, fc.integer({ min: 1, max: 3000 }))
      .map(([at, length]) => splice(at, 0, scenarioText.slice(at, at + length))),
    fc
      .tuple(line, fc.integer({ min: 1, max: 12 }))
      .map(([at, depth]) => lineDamage((text) => [" ".repeat(depth) + text])(at)),
    line.map(lineDamage((text) => [text.trimStart()])),
    line.map(lineDamage((text) => [`\t${text}`])),
    line.map(lineDamage((text) => [text.replace(/\d+(\.\d+)?/, "9".repeat(400))])),
    line.map(lineDamage((text) => [text.replace(/: .*/, ": .inf")])),
    line.map(lineDamage((text) => [text.replace(/: .*/, ": null")])),
    fc
      .tuple(line, fc.constantFrom("[", "{a: ", "- ", "? ", "(", "'", '"', "|\n"), fc.integer({ min: 1, max: 20_000 }))
      .map(([at, piece, times]) => lineDamage((text) => [text, piece.repeat(times)])(at)),
    fc
      .tuple(line, fc.integer({ min: 1, max: 600 }))
      .map(([at, times]) =>
        lineDamage((text) => [
          text.replace(/met: .*|when: .*/, (found) => `${found.slice(0, found.indexOf(":"))}: "${"(!".repeat(times)}"`),
        ])(at),
      ),
    place.map((at) => splice(at, 0, bomb)),
    fc.tuple(place, fc.string({ unit: "binary", maxLength: 300 })).map(([at, text]) => splice(at, text.length, text)),
    fc.tuple(place, fc.string({ unit: "grapheme", maxLength: 100 })).map(([at, text]) => splice(at, 0, text)),
    fc.uint8Array({ maxLength: 4000 }).map((bytes) => new TextDecoder("latin1").decode(bytes)),
    fc.json().map((json) => json),
    fc
      .tuple(fc.constantFrom("positions", "msel", "stage", "objectives", "end", "reports", "law"), fc.json())
      .map(([key, json]) => `${scenarioText.replace(new RegExp(`^${key}:`, "m"), "was:")}\n${key}: ${json}\n`),
  );

  test("of any kind ends in a scenario or in sentences, within a second of work", { timeout: 240_000 }, () => {
    const count = (files: Map<string, string>): void => {
      const began = process.cpuUsage();
      const { scenario, problems } = parseScenario(files);
      const { user, system } = process.cpuUsage(began);
      expect(user + system).toBeLessThan(1_000_000);
      expect(scenario !== undefined || problems.length > 0).toBe(true);
      expect(
        problems.every(
          ({ line: at, column, sentence }) => at >= 1 && column >= 1 && sentence.en !== "" && sentence.zh !== "",
        ),
      ).toBe(true);
    };
    fc.assert(
      fc.property(damaged, fc.nat(9), (text, pick) =>
        count(with_({ [pick === 0 ? "stage.yaml" : "scenario.yaml"]: text })),
      ),
      { numRuns: 2000, seed: 20_261_123 },
    );
  });
});
