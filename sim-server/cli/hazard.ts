// `hazard`: answers cases of the hazard models and holds the answers against what was published.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { meant } from "./arguments.ts";
import type { Answer, Command, Language } from "./command.ts";
import { type HazardCase, readCaseFile } from "./hazard-models/case-file.ts";
import { HAZARD_MODELS } from "./hazard-models/every-model.ts";
import { type HazardModel, inputLines, type Value, type Values } from "./hazard-models/model.ts";
import { type Verdict, verdicts } from "./hazard-models/verdict.ts";
import { problemLine, shown } from "./scenario-folder.ts";

export const hazard: Command = {
  name: "hazard",
  summary: "Answers hazard cases: inputs, results, the steps between, sources; 1 when an expectation is missed.",
  operands: { usage: "[model]… [case file or folder]…", least: 0, most: 1000 },
  options: {
    list: { says: "tell the models and their inputs with units" },
    short: { says: "one line a case; misses in full" },
    table: { says: "print the answers as a Markdown table" },
  },
  examples: ["tests/reference/hazard/plume", "plume my-cases --json", "plume", "--list"],

  run(asked, { cwd, language }) {
    const models = asked.operands.flatMap((word) => HAZARD_MODELS.get(word) ?? []);
    const words = asked.operands.filter((word) => !HAZARD_MODELS.has(word));
    if (asked.has("list")) return list([...HAZARD_MODELS.values()], language);
    if (words.length === 0)
      return models.length > 0 ? list(models, language) : { misuse: "hazard needs a case file, a folder or --list." };
    const files: string[] = [];
    for (const word of words) {
      const path = resolve(cwd, word);
      const found = caseFilesAt(path);
      if (found === undefined)
        return {
          misuse: `There is no file, folder or model ${word}${meant(word, Object.fromEntries(HAZARD_MODELS), "")}`,
        };
      if (found.length === 0) return { misuse: `There is no case (.yaml, .yml or .json) in ${word}.` };
      files.push(...found);
    }
    const read = files.map((path) => readCaseFile(shown(path, cwd), readFileSync(path, "utf8")));
    const problems = read.flatMap((one) => one.problems);
    const cases = read
      .flatMap((one) => one.cases)
      .filter(({ model }) => models.length === 0 || models.includes(model))
      .map((one) => ({ one, judged: verdicts(one) }));
    const missed = cases.flatMap(({ judged }) => judged).filter(({ met }) => !met).length;
    const style = asked.has("table") ? tableLines : asked.has("short") ? shortLines : fullLines;
    return {
      exit: problems.length > 0 || missed > 0 ? 1 : 0,
      data: { problems, cases: cases.map(({ one, judged }) => caseData(one, judged)) },
      lines: [
        ...problems.map((problem) => problemLine(problem, language)),
        ...style(cases, language),
        summary(cases.length, missed, problems.length, language),
      ],
    };
  },
};

type Judged = { readonly one: HazardCase; readonly judged: readonly Verdict[] };

/** The case files a path means, in order; undefined where there is nothing. */
export function caseFilesAt(path: string): string[] | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (stat.isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.includes("node_modules"))
    .toSorted()
    .map((name) => join(path, name));
}

function list(models: readonly HazardModel[], language: Language): Answer {
  return {
    exit: 0,
    data: models.map((one) => ({
      model: one.id,
      title: one.title,
      sources: one.sources,
      inputs: inputLines(one),
    })),
    lines: models.flatMap((one) => [
      `${one.id}: ${one.title[language]}`,
      ...inputLines(one).map(
        (input) => `  ${input.needed ? " " : "?"} ${input.name} [${input.unit}] ${input[language]}`,
      ),
      ...one.sources.map((source) => `    = ${source}`),
    ]),
  };
}

const caseData = ({ id, file, model, source, inputs, outcome }: HazardCase, judged: readonly Verdict[]) => ({
  id,
  file,
  model: model.id,
  source,
  inputs,
  results: outcome.results,
  between: outcome.between,
  formulas: model.sources,
  expectations: judged,
});

const WORDS = {
  zh: {
    inputs: "输入",
    results: "结果",
    between: "中间值",
    formulas: "公式来源",
    case: "案例来源",
    ok: "符合",
    miss: "不符",
  },
  en: {
    inputs: "inputs",
    results: "results",
    between: "between",
    formulas: "formulas",
    case: "case",
    ok: "met",
    miss: "MISSED",
  },
} as const;

function fullLines(cases: readonly Judged[], language: Language): string[] {
  const words = WORDS[language];
  return cases.flatMap(({ one, judged }) => [
    `${one.file} ${one.id} (${one.model.id}: ${one.model.title[language]})`,
    `  ${words.case}: ${one.source}`,
    `  ${words.inputs}: ${pairs(one.inputs)}`,
    `  ${words.results}: ${pairs(one.outcome.results)}`,
    ...(Object.keys(one.outcome.between).length > 0 ? [`  ${words.between}: ${pairs(one.outcome.between)}`] : []),
    `  ${words.formulas}: ${one.model.sources.join("; ")}`,
    ...judged.map((each) => `  ${each.met ? words.ok : words.miss} ${verdictText(each)}`),
  ]);
}

function shortLines(cases: readonly Judged[], language: Language): string[] {
  const words = WORDS[language];
  return cases.flatMap(({ one, judged }) => {
    const misses = judged.filter(({ met }) => !met);
    const head = `${misses.length === 0 ? words.ok : words.miss} ${one.file} ${one.id}`;
    return [head, ...misses.map((each) => `  ${verdictText(each)}`)];
  });
}

/** The table of tests/reference/README.md: one row an expectation. */
export function tableLines(cases: readonly Judged[]): string[] {
  const models = [...HAZARD_MODELS.values()].flatMap((model) => {
    const those = cases.filter(({ one }) => one.model === model);
    return those.length > 0 ? [[model, those] as const] : [];
  });
  return models.flatMap(([model, those]) => [
    `### ${model.id}: ${model.title.en}`,
    "",
    ...new Set(those.map(({ one }) => `- ${one.source}`)),
    "",
    "| case | quantity | published | ours | within | |",
    "|---|---|---|---|---|---|",
    ...those.flatMap(({ one, judged }) => judged.map((each) => row(one.id, each))),
    "",
  ]);
}

function row(id: string, { name, wanted, answer, allowed, met, known }: Verdict): string {
  const verdict = met ? "pass" : known === undefined ? "**miss**" : `**miss**: ${known}`;
  return `| ${id} | ${name} | ${text(wanted)} | ${text(answer)} | ${allowed === null ? "same" : text(allowed)} | ${verdict} |`;
}

const verdictText = ({ name, wanted, answer, allowed, known }: Verdict): string =>
  `${name} = ${text(answer)}, ${text(wanted)}${allowed === null ? "" : ` +- ${text(allowed)}`}${known ? ` (${known})` : ""}`;

const pairs = (values: Values | Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${isValue(value) ? text(value) : JSON.stringify(value)}`)
    .join(", ");

const isValue = (value: unknown): value is Value => value === null || typeof value !== "object";
const text = (value: Value): string =>
  typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value);

function summary(cases: number, missed: number, problems: number, language: Language): string {
  if (language === "zh") return `${cases} 个案例，${missed} 项不符${problems > 0 ? `，${problems} 个问题` : ""}。`;
  const end = problems > 0 ? `, ${problems} problem${problems === 1 ? "" : "s"}` : "";
  return `${cases} case${cases === 1 ? "" : "s"}, ${missed} expectation${missed === 1 ? "" : "s"} missed${end}.`;
}
