// `tax`: answers tax cases and holds the answers against what was published; the trace behind each value on request.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Problem } from "../../scenarios/format/problem.ts";
import { type PlacedTaxCase, parseTaxCases } from "../../scenarios/format/tax-case.ts";
import { loadTaxLaw } from "../../scenarios/format/tax-law.ts";
import { type Law, openLaw } from "../core/tax/law.ts";
import type { TaxRule } from "../core/tax/rule.ts";
import { RULES, ruleOf } from "../core/tax/rules.ts";
import { type Judged, judgeCase } from "../core/tax/verdict.ts";
import { type Change, whatIf } from "../core/tax/what-if.ts";
import { meant } from "./arguments.ts";
import { casesUnder } from "./case-files.ts";
import type { Command } from "./command.ts";
import { problemLine, shown } from "./scenario-folder.ts";
import { caseLines, ruleLines } from "./tax-lines.ts";

export const tax: Command = {
  name: "tax",
  summary:
    "Answers tax cases: inputs, results, deviations, the law behind each value; 1 when an expectation is missed.",
  operands: { usage: "[rule]… [case file or folder]…", least: 0, most: 1000 },
  options: {
    list: { says: "tell the rules, what they must be told and what they answer, with units" },
    trace: { says: "print the tree behind each answer: formula, numbers, law, exception, why not" },
    short: { says: "one line a case; misses in full" },
    "what-if": { takes: "fact=value", says: "change one fact, such as foreign.0.income=40, and tell what differs" },
    "as-of": { takes: "YYYY-MM-DD", says: "take the law of this day instead of each case's own" },
  },
  examples: ["tests/reference/tax", "FTC.CN my-cases --trace", "WHT --list --lang zh"],

  run(asked, { cwd, language }) {
    const rules = asked.operands.flatMap((word) => ruleOf(word) ?? []);
    const words = asked.operands.filter((word) => ruleOf(word) === undefined);
    if (asked.has("list") || (words.length === 0 && rules.length > 0)) {
      const told = rules.length > 0 ? rules : RULES;
      return { exit: 0, data: told.map(ruleData), lines: told.flatMap((rule) => ruleLines(rule, language)) };
    }
    if (words.length === 0) return { misuse: "tax needs a case file, a folder or --list." };
    const asOf = asked.one("as-of");
    if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
      return { misuse: `--as-of is a day such as 2025-12-31.` };
    const read: { cases: PlacedTaxCase[]; problems: Problem[] } = { cases: [], problems: [] };
    for (const word of words) {
      const files = casesUnder(resolve(cwd, word));
      if (files === undefined || files.length === 0) {
        const known = Object.fromEntries(RULES.map(({ id }) => [id, true]));
        return { misuse: `There is no case file, folder or rule ${word}${meant(word, known, "")}` };
      }
      for (const path of files) {
        const { cases, problems } = parseTaxCases(shown(path, cwd), readFileSync(path, "utf8"));
        read.cases.push(...cases.filter(({ rule }) => rules.length === 0 || rules.some(({ id }) => id === rule)));
        read.problems.push(...problems);
      }
    }
    const lawOf = laws();
    const answered = read.cases.map((one) => answer(one, lawOf(asOf ?? one.asOf)));
    const change = changeOf(asked.one("what-if"));
    if (change && "misuse" in change) return change;
    const problems = [...read.problems, ...answered.flatMap((one) => one.problems)];
    const missed = answered.flatMap(({ judged }) => judged?.verdicts ?? []).filter(({ met }) => !met).length;
    return {
      exit: problems.length > 0 || missed > 0 ? 1 : 0,
      data: { problems, cases: answered.map(caseData) },
      lines: [
        ...problems.map((problem) => problemLine(problem, language)),
        ...answered.flatMap(({ one, judged }) =>
          judged ? caseLines(one, judged, language, { short: asked.has("short"), trace: asked.has("trace") }) : [],
        ),
        ...(change ? answered.flatMap(({ one }) => whatIfLines(one, change, lawOf(asOf ?? one.asOf))) : []),
        language === "zh"
          ? `${answered.length} 个案例，${missed} 项不符，${problems.length} 个问题。`
          : `${answered.length} cases, ${missed} expectations missed, ${problems.length} problems.`,
      ],
    };
  },
};

/** `foreign.0.income=40`; true, false and unknown are what they say, all else is text. */
function changeOf(word: string | undefined): Change | { misuse: string } | undefined {
  if (word === undefined) return undefined;
  const [, path, value] = /^([^=]+)=(.*)$/.exec(word) ?? [];
  if (path === undefined || value === undefined) return { misuse: `--what-if is fact=value, not "${word}".` };
  const flag = value === "true" ? true : value === "false" ? false : value;
  return { path: path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)), value: flag };
}

function whatIfLines({ id, rule: name, input }: PlacedTaxCase, change: Change, law: Law): string[] {
  const rule = ruleOf(name);
  if (rule === undefined) return [];
  const { differences } = whatIf(rule, input, change, law);
  const head = `${id}: ${change.path.join(".")} = ${String(change.value)}`;
  return [head, ...differences.map(({ name, before, after }) => `  ${name}: ${before ?? "—"} -> ${after ?? "—"}`)];
}

type AnsweredCase = { one: PlacedTaxCase; judged: Judged | undefined; problems: Problem[] };

/** The law of each day a case asks for, opened once. */
function laws(): (asOf: string) => Law {
  const data = loadTaxLaw();
  const opened = new Map<string, Law>();
  return (asOf) => {
    const law = opened.get(asOf) ?? openLaw(data, asOf);
    opened.set(asOf, law);
    return law;
  };
}

function answer(one: PlacedTaxCase, law: Law): AnsweredCase {
  const rule = ruleOf(one.rule);
  if (rule === undefined) {
    const near = meant(one.rule, Object.fromEntries(RULES.map(({ id }) => [id, true])), "");
    const sentence = { en: `there is no rule ${one.rule}${near}`, zh: `没有规则 ${one.rule}；见 --list。` };
    return { one, judged: undefined, problems: [one.problemAt(["rule"], sentence)] };
  }
  const judged = judgeCase(rule, one, law);
  const problems =
    "problems" in judged.reply
      ? judged.reply.problems.map(({ path, sentence }) => one.problemAt(["input", ...path], sentence))
      : [];
  return { one, judged: problems.length > 0 ? undefined : judged, problems };
}

function caseData({ one: { problemAt: _, ...one }, judged }: AnsweredCase) {
  if (judged === undefined || "problems" in judged.reply) return one;
  const reply = judged.reply;
  return { ...one, ...reply, verdicts: judged.verdicts };
}

const ruleData = ({ id, title, inputs, outputs }: TaxRule) => ({ id, title, inputs, outputs });
