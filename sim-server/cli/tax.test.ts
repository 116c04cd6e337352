// The `tax` command as people use it: answers, misses, traces, what-if, and files that are wrong.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import { tax } from "./tax.ts";

const cwd = mkdtempSync(join(tmpdir(), "sandtable-tax-"));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function sandtable(...words: string[]) {
  const read = readArguments(tax, words);
  if ("misuse" in read) throw new Error(read.misuse);
  const language = words.includes("zh") ? "zh" : "en";
  const answer = await tax.run(read.asked, { cwd, language, dataDir: cwd });
  if ("misuse" in answer) return { exit: 2, text: answer.misuse, data: null };
  return { exit: answer.exit, text: answer.lines.join("\n"), data: answer.data };
}
const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
const royalty = (expected: string): string => `rule: WHT
input: { income: royalty, recipient: HK, gross: "100", certificate: true, beneficialOwner: false }
expect: { tax: ${expected} }
source: worked by hand
`;

describe("a case", () => {
  test("that is met exits 0 and prints inputs, result, source; JSON carries the whole trace", async () => {
    write("met.yaml", royalty('"10"'));
    const { exit, text, data } = await sandtable("met.yaml");
    expect(exit).toBe(0);
    for (const part of ["met met (WHT, D)", '"gross":"100"', "tax 10", "worked by hand"]) expect(text).toContain(part);
    expect(data).toMatchObject({
      cases: [{ id: "met", trace: { rule: "WHT", value: "10" }, verdicts: [{ met: true }] }],
    });
  });

  test("that is missed exits 1 and says by how much", async () => {
    write("missed.yaml", royalty('"7"'));
    const { exit, text } = await sandtable("missed.yaml");
    expect(exit).toBe(1);
    expect(text).toContain("MISSED tax = 10, 7 (off by 3)");
  });

  test("prints its tree in either language: formula with numbers, law, why not", async () => {
    write("met.yaml", royalty('"10"'));
    const english = (await sandtable("met.yaml", "--trace")).text;
    for (const part of [
      "= base * rate   (base = 100, rate = 0.10)",
      "企业所得税法实施条例 91",
      "why not 0.07? [WHT.BO]",
    ])
      expect(english).toContain(part);
    expect((await sandtable("met.yaml", "--trace", "--lang", "zh")).text).toContain("收款方不是受益所有人");
  });

  test("tells what would differ with one fact changed", async () => {
    write("met.yaml", royalty('"10"'));
    const { text } = await sandtable("met.yaml", "--what-if", "beneficialOwner=true");
    expect(text).toContain("tax: 10 -> 7");
    expect(text).toContain("regime: domestic -> treaty");
  });

  test("is answered by the law of the day asked for", async () => {
    write("lu.yaml", 'rule: CIT\ninput: { jurisdiction: LU, income: "100" }\nexpect: { tax: "23.87" }\n');
    expect((await sandtable("lu.yaml")).exit).toBe(0);
    expect((await sandtable("lu.yaml", "--as-of", "2024-12-31")).text).toContain("tax = 24.94, 23.87");
  });
});

describe("a file that is wrong", () => {
  test.each([
    ["rule: WHTT\ninput: {}\nexpect: {}\n", 1, "there is no rule WHTT; did you mean WHT?"],
    ["rule: WHT\ninput:\n  income: royalty\n  gros: 1\nexpect: {}\n", 4, '"gros" is not a fact of this rule'],
    ["rule: WHT\ninput:\n  income: rent\n  gross: 1\nexpect: {}\n", 3, "this is dividend, interest"],
    ["rule: WHT\ninput:\n  income: royalty\n  gross: much\nexpect: {}\n", 4, "a number is written"],
    ["rule: WHT\ninput: {}\nexpects: {}\n", 3, "did you mean expect?"],
  ])("is told with its line: %s", async (text, line, sentence) => {
    write("wrong.yaml", text);
    const answer = await sandtable("wrong.yaml");
    expect(answer.exit).toBe(1);
    expect(answer.text).toContain(`wrong.yaml:${line}:`);
    expect(answer.text).toContain(sentence);
  });

  test("and a name that is neither file nor rule is asked wrongly", async () => {
    expect(await sandtable("nowhere")).toMatchObject({ exit: 2 });
  });
});

test("the list tells every fact of a rule with its unit and choices, in either language", async () => {
  const english = (await sandtable("FTC.CN", "--list")).text;
  expect(english).toContain("method [word] {perCountry | overall}");
  expect(english).toContain("-> taxDue [money] Tax due in China");
  expect((await sandtable("FTC.CN", "--list", "--lang", "zh")).text).toContain("境外所得税收抵免");
});
