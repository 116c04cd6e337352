// Each number of the Chinese rules is watched: a little off, and a published case fails; and every trace adds up.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseTaxCases } from "../../scenarios/format/tax-case.ts";
import { loadTaxLaw } from "../../scenarios/format/tax-law.ts";
import { addDays } from "../../sim-server/core/tax/calendar.ts";
import { decimal, parseDecimal } from "../../sim-server/core/tax/decimal.ts";
import { openLaw } from "../../sim-server/core/tax/law.ts";
import { RULES, ruleOf } from "../../sim-server/core/tax/rules.ts";
import { CHINA_RULES } from "../../sim-server/core/tax/rules-china.ts";
import type { Trace } from "../../sim-server/core/tax/trace.ts";
import { judgeCase } from "../../sim-server/core/tax/verdict.ts";
import { worth } from "./tax-formula.ts";

const folder = join(import.meta.dirname, "tax");
const cases = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .toSorted()
  .flatMap((name) => parseTaxCases(name, readFileSync(join(folder, name), "utf8")).cases);
const mine = cases.filter(({ rule }) => CHINA_RULES.some(({ id }) => id === rule));
const data = loadTaxLaw();

function judge(one: (typeof cases)[number], law = openLaw(data, one.asOf), input: unknown = one.input) {
  const rule = ruleOf(one.rule);
  if (!rule) throw new Error(`there is no rule ${one.rule}`);
  return judgeCase(rule, { ...one, input }, law);
}

/** Every parameter that stands in some case's trace. */
function paramsIn(trace: Trace, into: Set<string>): void {
  if (trace.rule.startsWith("param:")) into.add(trace.rule.slice("param:".length));
  for (const child of trace.children) paramsIn(child, into);
}

const used = new Map<string, Set<string>>();
for (const one of mine) {
  const { reply } = judge(one);
  if ("problems" in reply) continue;
  const found = new Set<string>();
  paramsIn(reply.trace, found);
  for (const id of found) used.set(id, new Set([...(used.get(id) ?? []), one.id]));
}

/** A rate a point up or down, a day, month, tier or year more or less, money a tenth more or less. */
const step = (unit: string): string =>
  unit === "rate" || unit === "share" ? "0.01" : unit === "money" ? "500000" : "1";
const numeric = data.params.filter(({ id, unit }) => used.has(id) && unit !== "word" && unit !== "flag");

describe("a number of the law that is a little off", () => {
  test.each(numeric.map(({ id }) => id))("%s is noticed by a case", (id) => {
    const noticed = ["plus", "minus"].some((way) =>
      mine
        .filter((one) => used.get(id)?.has(one.id))
        .some((one) => {
          const params = data.params.map((param) =>
            param.id !== id
              ? param
              : {
                  ...param,
                  versions: param.versions.map((version) => {
                    const by = decimal(step(param.unit)).times(way === "plus" ? 1 : -1);
                    return { ...version, value: decimal(version.value).plus(by).toString() };
                  }),
                },
          );
          return judge(one, openLaw({ ...data, params }, one.asOf)).verdicts.some(({ met }) => !met);
        }),
    );
    expect(noticed).toBe(true);
  });
});

describe("a case that is a little off", () => {
  test.each(
    mine.filter(({ rule }) => rule === "PE.SERVICE" || rule === "PE.CONSTRUCTION").map((one) => [one.id, one] as const),
  )("%s: one day more is another answer", (_, one) => {
    const list = one.rule === "PE.SERVICE" ? "presences" : "sites";
    const spans = one.input[list];
    if (!Array.isArray(spans)) throw new Error(`${one.id} has no ${list}`);
    const ends = spans.map((span: { to: string }) => span.to).toSorted();
    const later = spans.map((span: { to: string }) =>
      span.to === ends.at(-1) ? { ...span, to: addDays(span.to, 1) } : span,
    );
    const before = judge(one);
    const after = judge(one, undefined, { ...one.input, [list]: later });
    if (!("values" in before.reply) || !("values" in after.reply)) throw new Error(`${one.id} answered nothing`);
    expect(after.reply.values["days"]?.toString()).not.toBe(before.reply.values["days"]?.toString());
  });

  test("the law of another year is another law where it changed", () => {
    for (const [id, asOf] of [
      ["lu-2025", "2024-12-31"],
      ["law-2017-five-tiers", "2016-12-31"],
    ] as const) {
      const one = mine.find((each) => each.id === id);
      if (!one) throw new Error(`there is no case ${id}`);
      expect(judge(one, openLaw(data, asOf)).verdicts.some(({ met }) => !met)).toBe(true);
    }
  });
});

describe("a trace", () => {
  const traces = cases.flatMap((one) => {
    const { reply } = judge(one);
    return "problems" in reply ? [] : [reply.trace];
  });
  const nodes = (trace: Trace): readonly Trace[] => [trace, ...trace.children.flatMap(nodes)];

  test("adds up: where its formula is arithmetic, the inputs written give the value written", () => {
    let checked = 0;
    for (const trace of traces)
      for (const { rule, formula, inputs, value, exception } of nodes(trace)) {
        // Where an exception was taken the formula did not decide.
        const expected = exception === undefined ? worth(formula, inputs) : undefined;
        const found = parseDecimal(value);
        if (expected === undefined || found === undefined) continue;
        checked += 1;
        const off = expected.minus(found).abs();
        expect(off.lessThan("1e-20"), `${rule}: ${formula} of ${JSON.stringify(inputs)} is not ${value}`).toBe(true);
      }
    expect(checked).toBeGreaterThan(200);
  });

  test("names its rule, both languages and, at its root or below, a law", () => {
    for (const trace of traces) {
      for (const { rule, title, formula } of nodes(trace)) {
        expect(rule.length * formula.length).toBeGreaterThan(0);
        expect(title.zh.length * title.en.length, rule).toBeGreaterThan(0);
      }
    }
  });
});

test("every rule says each input and output in both languages, and asks for nothing twice", () => {
  for (const { id, inputs, outputs } of RULES) {
    for (const { name, says } of [...inputs, ...outputs])
      expect(says.zh.length * says.en.length, `${id} ${name}`).toBeGreaterThan(0);
    for (const list of [inputs, outputs]) expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  }
});
