// Every word exists in both languages, says something, and has the same blanks to fill.
import { describe, expect, test } from "vitest";
import { FACTS } from "../../scenarios/format/facts.ts";
import { account as accountEn } from "./en/account.ts";
import { branching as branchingEn } from "./en/branching.ts";
import { taxCase as caseEn } from "./en/case.ts";
import { classroom as classEn } from "./en/class.ts";
import { common as commonEn } from "./en/common.ts";
import { console as consoleEn } from "./en/console.ts";
import { desk as deskEn } from "./en/desk.ts";
import { lobby as lobbyEn } from "./en/lobby.ts";
import { map as mapEn } from "./en/map.ts";
import { office as officeEn } from "./en/office.ts";
import { plan as planEn } from "./en/plan.ts";
import { portrait as portraitEn } from "./en/portrait.ts";
import { ratings as ratingsEn } from "./en/ratings.ts";
import { record as recordEn } from "./en/record.ts";
import { account } from "./zh/account.ts";
import { branching } from "./zh/branching.ts";
import { taxCase } from "./zh/case.ts";
import { classroom } from "./zh/class.ts";
import { common } from "./zh/common.ts";
import { console as consoleZh } from "./zh/console.ts";
import { desk } from "./zh/desk.ts";
import { lobby } from "./zh/lobby.ts";
import { map } from "./zh/map.ts";
import { office } from "./zh/office.ts";
import { plan } from "./zh/plan.ts";
import { portrait } from "./zh/portrait.ts";
import { ratings } from "./zh/ratings.ts";
import { record } from "./zh/record.ts";

type Tree = { readonly [key: string]: string | Tree };
const flat = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
const blanks = (words: string) => new Set(words.match(/\{\{\w+\}\}/g) ?? []);

describe.each([
  ["account", account, accountEn],
  ["case", taxCase, caseEn],
  ["branching", branching, branchingEn],
  ["class", classroom, classEn],
  ["common", common, commonEn],
  ["console", consoleZh, consoleEn],
  ["desk", desk, deskEn],
  ["lobby", lobby, lobbyEn],
  ["map", map, mapEn],
  ["office", office, officeEn],
  ["plan", plan, planEn],
  ["portrait", portrait, portraitEn],
  ["ratings", ratings, ratingsEn],
  ["record", record, recordEn],
] as [string, Tree, Tree][])("the words of %s", (_, zh, en) => {
  const english = new Map(flat(en));
  test("have the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual(
      flat(zh)
        .map(([key]) => key)
        .sort(),
    );
  });
  test("say something, and English says it without Chinese", () => {
    for (const [key, words] of flat(zh)) expect(words, key).not.toBe("");
    for (const [key, words] of english) expect(words, key).not.toMatch(/[\u4e00-\u9fff]/);
  });
  test("never fill a blank in English that Chinese does not have", () => {
    for (const [key, words] of flat(zh)) {
      for (const blank of blanks(english.get(key) ?? "")) {
        if (!["{{action}}", "{{by}}"].includes(blank)) expect(blanks(words), key).toContain(blank);
      }
    }
  });
});

test("every kind of fact has a sentence", () => {
  const told = { ...record.fact, "probe-answered": "" };
  for (const kind of Object.keys(FACTS)) expect(Object.keys(told)).toContain(kind);
});
