// Words a tax case, its trace and a rule's facts for a person at the keyboard, in either language.
import type { PlacedTaxCase } from "../../scenarios/format/tax-case.ts";
import type { FactSpec } from "../core/tax/facts.ts";
import type { TaxRule } from "../core/tax/rule.ts";
import { type Trace, written } from "../core/tax/trace.ts";
import type { Judged, Verdict } from "../core/tax/verdict.ts";
import type { Language } from "./command.ts";

const WORDS = {
  zh: {
    inputs: "输入",
    results: "结果",
    source: "来源",
    met: "符合",
    missed: "不符",
    missing: "证据不足，缺少",
    exception: "例外",
    whyNot: "为何不是",
    rounding: "舍入",
    unverified: "未核对",
    optional: "可不填",
    off: "相差",
  },
  en: {
    inputs: "inputs",
    results: "results",
    source: "source",
    met: "met",
    missed: "MISSED",
    missing: "insufficient evidence, missing",
    exception: "exception",
    whyNot: "why not",
    rounding: "rounded",
    unverified: "unverified",
    optional: "optional",
    off: "off by",
  },
} as const;

export function caseLines(
  one: PlacedTaxCase,
  { reply, verdicts }: Judged,
  language: Language,
  { short, trace }: { short: boolean; trace: boolean },
): string[] {
  const words = WORDS[language];
  const missed = verdicts.filter(({ met }) => !met);
  const head = `${missed.length === 0 ? words.met : words.missed} ${one.id} (${one.rule}, ${one.reliability})`;
  if ("problems" in reply) return [head];
  const tree = trace ? traceLines(reply.trace, language, 1) : [];
  if (short) return [head, ...missed.map((each) => `  ${verdictLine(each, language)}`), ...tree];
  return [
    head,
    `  ${words.source}: ${one.source}`,
    `  ${words.inputs}: ${JSON.stringify(one.input)}`,
    "values" in reply
      ? `  ${words.results}: ${Object.entries(reply.values)
          .map(([name, value]) => `${name} ${written(value)}`)
          .join(", ")}`
      : `  ${words.missing} ${reply.insufficientEvidence.join(", ")}`,
    ...verdicts.map((each) => `  ${verdictLine(each, language)}`),
    ...tree,
  ];
}

function verdictLine({ name, wanted, found, off, met }: Verdict, language: Language): string {
  const words = WORDS[language];
  const distance = off === undefined || off === "0" ? "" : ` (${words.off} ${off})`;
  return `${met ? words.met : words.missed} ${name} = ${found ?? "—"}, ${wanted}${distance}`;
}

/** The tree in words and numbers, each child indented under the value it feeds. */
function traceLines(trace: Trace, language: Language, depth = 0): string[] {
  const words = WORDS[language];
  const pad = "  ".repeat(depth);
  const inputs = Object.entries(trace.inputs).map(([name, value]) => `${name} = ${value}`);
  const cites = trace.cites.map(({ law, article, effectiveFrom, status }) => {
    const doubt = status === "unverified" ? ` (${words.unverified})` : "";
    return `${law} ${article}${effectiveFrom === undefined ? "" : ` @${effectiveFrom}`}${doubt}`;
  });
  return [
    `${pad}${trace.title[language]} [${trace.rule}] = ${trace.value}${trace.unit === undefined ? "" : ` ${trace.unit}`}`,
    `${pad}  = ${trace.formula}${inputs.length > 0 ? `   (${inputs.join(", ")})` : ""}`,
    ...(trace.rounding === undefined ? [] : [`${pad}  ${words.rounding}: ${trace.rounding}`]),
    ...(trace.exception === undefined ? [] : [`${pad}  ${words.exception}: ${trace.exception}`]),
    ...cites.map((cite) => `${pad}  § ${cite}`),
    ...(trace.whyNot ?? []).map(
      ({ alternative, rule, reason }) => `${pad}  ${words.whyNot} ${alternative}? [${rule}] ${reason[language]}`,
    ),
    ...trace.children.flatMap((child) => traceLines(child, language, depth + 1)),
  ];
}

export function ruleLines(rule: TaxRule, language: Language): string[] {
  return [
    `${rule.id}: ${rule.title[language]}`,
    ...factLines(rule.inputs, language, "  "),
    ...rule.outputs.map(({ name, unit, says }) => `  -> ${name} [${unit}] ${says[language]}`),
  ];
}

function factLines(specs: readonly FactSpec[], language: Language, pad: string): string[] {
  const words = WORDS[language];
  return specs.flatMap((spec) => {
    const choices = spec.choices ? ` {${spec.choices.join(" | ")}}` : "";
    const optional = spec.optional ? ` (${words.optional})` : "";
    return [
      `${pad}${spec.name} [${spec.unit}]${choices} ${spec.says[language]}${optional}`,
      ...factLines(spec.of ?? [], language, `${pad}    `),
    ];
  });
}
