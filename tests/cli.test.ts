// The command line for authors, as people and scripts use it: the real program, its exit codes, its two outputs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Home, openHome } from "./cli.fixture.ts";
import { TEMPLATE } from "./kept-run.fixture.ts";

const NAMES = ["new", "check", "run", "replay", "score", "export", "verify"];

let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterAll(() => home.remove());

describe("the program", () => {
  test("tells of every command, and every command tells of itself with an example", async () => {
    const { code, out, err } = await home.sandtable("--help");
    expect([code, err]).toEqual([0, ""]);
    for (const name of NAMES) {
      expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
      const own = await home.sandtable(name, "--help");
      expect([own.code, own.err]).toEqual([0, ""]);
      expect(own.out).toContain(`Example: npm run -s sandtable -- ${name} `);
      expect(own.out).toContain("--json");
    }
  });

  test.each([
    [[], "a command is missing"],
    [["vrify"], '"vrify" is not a command; did you mean verify?'],
    [["constructor"], '"constructor" is not a command'],
    [["check", "--jsn"], "--jsn is not a flag of check; did you mean --json?"],
    [["check", "--json=yes"], "--json takes no value"],
    [["check", "--lang", "fr"], '--lang is zh or en, not "fr"'],
    [["check", "nowhere"], '"nowhere" is no scenario'],
    [["run"], "run needs <scenario folder or id>"],
    [["run", "template"], "by-the-book"],
    [["run", "template", "--case", "--json"], "--case needs a value"],
    [["run", "template", "--case", "no-such"], 'There is no case "no-such"'],
    [["verify"], "verify needs <complete-run.json or bundle.zip>"],
    [["verify", "a.json", "b.json"], '"b.json" is too much'],
    [["verify", "nowhere.json"], "There is no file nowhere.json"],
    [["replay", "nowhere.json"], "There is no file nowhere.json"],
    [["score", "kept.json", "--scenario", "nowhere"], '"nowhere" is no scenario'],
    [["export", "kept.json"], "Say where to write with --out"],
    [["export", "kept.json", "--out", "kept.pdf"], "--format is one of csv, xlsx, json"],
    [["export", "kept.json", "--out", "kept.json"], "kept.json is there already"],
    [["export", "no-such-run", "--out", "a.csv"], "There is no run no-such-run"],
    [["export", "a-run", "--data", "nowhere", "--out", "a.csv"], "nor a database"],
    [["new", "My Drill"], "lower-case words joined by dashes"],
    [["new", "data"], "data is there already and not empty"],
    [["new", "drill", "--template", "nowhere"], 'There is no template "nowhere"'],
  ])("%j is asked wrongly: one sentence and the usage on stderr, nothing on stdout, exit 2", async (args, sentence) => {
    const { code, out, err } = await home.sandtable(...args);
    expect([code, out]).toEqual([2, ""]);
    const [first = "", , third = ""] = err.split("\n");
    expect(first).toContain(sentence);
    expect(third).toMatch(/^Usage: npm run -s sandtable -- /);
  });
});

type Problem = { file: string; line: number; column: number; path: string; rule: string; sentence: { en: string } };

describe("check", () => {
  test("every scenario of the house is sound", async () => {
    const { code, data } = await home.json<Problem[]>("check");
    expect([code, data]).toEqual([0, []]);
  });

  test("a wrong word is named with file, line, column, path and rule, in either language", async () => {
    const folder = home.changed("bad-kind", "kind: emergency", "kind: emergncy");
    const at = readFileSync(join(folder, "scenario.yaml"), "utf8").split("\n").indexOf("kind: emergncy") + 1;
    const { code, data } = await home.json<Problem[]>("check", "bad-kind");
    expect(code).toBe(1);
    expect(data).toContainEqual(
      expect.objectContaining({ file: join("bad-kind", "scenario.yaml"), line: at, path: "kind", rule: "schema" }),
    );
    const english = await home.sandtable("check", "bad-kind/scenario.yaml");
    expect(english.code).toBe(1);
    expect(english.out).toMatch(
      new RegExp(`^bad-kind/scenario.yaml:${at}:\\d+: error kind \\(schema\\): .*emergency`, "m"),
    );
    const chinese = await home.sandtable("check", "bad-kind", "--lang", "zh");
    expect(chinese.code).toBe(1);
    expect(chinese.out).toMatch(/已检查 1 个情景：\d+ 个错误/);
  });
});

type PlayedCase = {
  case: string;
  expected: boolean;
  outcome: string;
  differences: { what: string }[];
  facts?: unknown[];
};

describe("run", () => {
  test("a case that comes out as its author says exits 0, with its facts when asked for", async () => {
    const { code, data } = await home.json<PlayedCase[]>("run", "template", "--case", "by-the-book", "--facts");
    expect(code).toBe(0);
    expect(data).toMatchObject([{ case: "by-the-book", expected: true, outcome: "completed", differences: [] }]);
    expect(data[0]?.facts).toContainEqual(expect.objectContaining({ kind: "run-ended" }));
    const told = await home.sandtable("run", "template", "--all", "--facts");
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/^by-the-book: completed at \d\d:\d\d, .*; as expected$/m);
    expect(told.out).toMatch(/^\d\d:\d\d {2}\S+ {2}run-ended/m);
  });

  test("a case that expects something else is told difference by difference and exits 1", async () => {
    const file = join(home.folder, "hopeful.yaml");
    const text = readFileSync(join(TEMPLATE, "cases/by-the-book.yaml"), "utf8");
    writeFileSync(file, text.replace("outcome: completed", "outcome: failed"));
    const { code, data } = await home.json<PlayedCase[]>(
      "run",
      "template",
      "--case",
      "hopeful.yaml",
      "--case",
      "by-the-book",
    );
    expect(code).toBe(1);
    expect(data.map((one) => [one.case, one.expected])).toEqual([
      ["hopeful", false],
      ["by-the-book", true],
    ]);
    expect(data[0]?.differences).toEqual([{ what: "outcome", expected: "failed", got: "completed" }]);
  });

  test("a broken scenario or case is not played but mended: its problems, exit 1", async () => {
    home.changed("bad-run", "kind: emergency", "kind: emergncy");
    const scenario = await home.sandtable("run", "bad-run", "--all");
    expect(scenario.code).toBe(1);
    expect(scenario.out).toContain(`${join("bad-run", "scenario.yaml")}:`);
    writeFileSync(join(home.folder, "nobody.yaml"), "title: { zh: 甲, en: A }\nplayers: [nobody-1]\n");
    const script = await home.sandtable("run", "template", "--case", "nobody.yaml");
    expect(script.code).toBe(1);
    expect(script.out).toMatch(/^nobody\.yaml:\d+:\d+: error/m);
  });
});

describe("new", () => {
  test("a new scenario carries its folder's name, passes the check at once and plays its case", async () => {
    mkdirSync(join(home.folder, "mine"));
    const { code, data } = await home.json<{ id: string; problems: unknown[] }>("new", "mine/pump-house");
    expect(code).toBe(0);
    expect(data).toMatchObject({ id: "pump-house", problems: [] });
    expect(readFileSync(join(home.folder, "mine/pump-house/scenario.yaml"), "utf8")).toMatch(/^id: pump-house$/m);
    expect((await home.json("check", "mine/pump-house")).data).toEqual([]);
    expect((await home.sandtable("run", "mine/pump-house", "--all")).code).toBe(0);
  });

  test("the drill itself can be the start of another", async () => {
    const { code } = await home.sandtable("new", "night-shift", "--template", "chlorine-station");
    expect(code).toBe(0);
    expect(existsSync(join(home.folder, "night-shift/cases/textbook.yaml"))).toBe(true);
    expect((await home.sandtable("check", "night-shift")).code).toBe(0);
  });
});
