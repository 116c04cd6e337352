// A finding earns what its number, method and citations deserve, and loses what its traps and hours cost.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadTaxLaw } from "../../../scenarios/format/tax-law.ts";
import { decimal } from "./decimal.ts";
import { citesOf, type Expected, type Finding, judge, rulesOf, scoreOf } from "./finding.ts";
import { openLaw } from "./law.ts";
import { ask } from "./rule.ts";
import type { Trace } from "./trace.ts";
import { adjustmentRule } from "./transfer-pricing-years.ts";

const law = openLaw(loadTaxLaw(), "2025-12-31");
/** The contract manufacturer of 2022: 5.3 % of 505 million, a loss of 5 million that was never taxed. */
const INPUT = { ratio: "0.053", years: [{ year: 2022, base: "505000000", reported: "-5000000" }] };
const reply = ask(adjustmentRule, INPUT, law);
if (!("trace" in reply)) throw new Error("the expert has no trace");
const trace: Trace = reply.trace;

const expected: Expected = {
  weight: "20",
  amount: "6691250",
  tolerance: "1",
  rules: ["TP.ADJUSTMENT", "TP.TNMM", "TP.RANGE"],
  cites: { required: ["企业所得税法#41", "企业所得税法实施条例#123"], accepted: ["企业所得税法#44"] },
  traps: [{ id: "losses-taxed-twice", penalty: "3", amount: "7941250" }],
};
const best: Finding = {
  amount: "6691250.4",
  rules: ["TP.ADJUSTMENT", "TP.TNMM", "TP.RANGE"],
  cites: ["企业所得税法#41", "企业所得税法实施条例#123", "企业所得税法#44"],
};
const points = (finding: Finding): string => judge(finding, expected, trace).points.toString();

describe("of twenty points", () => {
  test("the expert's own finding earns all, an accepted citation costing nothing", () => {
    expect(points(best)).toBe("20");
  });
  test("the number is half, the method three tenths, the citations a fifth", () => {
    expect(points({ ...best, amount: "6691252" })).toBe("10");
    expect(points({ ...best, rules: [] })).toBe("14");
    expect(points({ ...best, cites: [] })).toBe("16");
    expect(points({ rules: [], cites: [] })).toBe("0");
  });
  test("a missing rule below the leading one leaves part of the method, and a missing leading one half", () => {
    expect(judge({ ...best, rules: ["TP.ADJUSTMENT", "TP.TNMM"] }, expected, trace).method.toString()).toBe("0.75");
    expect(judge({ ...best, rules: ["TP.TNMM", "TP.RANGE"] }, expected, trace).method.toString()).toBe("0.5");
  });
  test("a wrong citation costs half of a right one's share", () => {
    const found = judge({ ...best, cites: [...best.cites, "税收征收管理法#63"] }, expected, trace);
    expect(found.cites.toString()).toBe("0.75");
    expect(found.wrongCites).toEqual(["税收征收管理法#63"]);
    expect(judge({ ...best, cites: ["企业所得税法#41"] }, expected, trace).cites.toString()).toBe("0.5");
  });
  test("the trap of taxing losses that were never taxed is seen and costs its penalty beside the number", () => {
    const found = judge({ ...best, amount: "7941250" }, expected, trace);
    expect(found.traps).toEqual(["losses-taxed-twice"]);
    expect(found.off?.toString()).toBe("1250000");
    expect(found.points.toString()).toBe("7");
  });
  test("hours cost a tenth of a point each, and a whole never falls below nothing", () => {
    expect(scoreOf([judge(best, expected, trace)], "12").toString()).toBe("18.8");
    expect(scoreOf([judge({ rules: [], cites: [] }, expected, trace)], "12").toString()).toBe("0");
  });
});

test("without rules of its own the expectation is the engine's trace, and its citations are at hand", () => {
  const { rules: _rules, ...open } = expected;
  expect(rulesOf(trace)[0]).toBe("TP.ADJUSTMENT");
  expect(rulesOf(trace)).toContain("TP.TNMM");
  expect(rulesOf(trace).some((rule) => rule.startsWith("param:"))).toBe(false);
  expect(citesOf(trace)).toContain("国家税务总局公告 2017 年第 6 号#25");
  expect(judge({ ...best, rules: rulesOf(trace) }, open, trace).method.toString()).toBe("1");
});

test("a choice and an amount are half of the number each", () => {
  const both: Expected = { ...expected, choice: "adjust" };
  expect(judge({ ...best, choice: "adjust" }, both, trace).number.toString()).toBe("1");
  expect(judge({ ...best, choice: "accept" }, both, trace).number.toString()).toBe("0.5");
  expect(judge({ ...best, choice: "adjust", amount: "1" }, both, trace).number.toString()).toBe("0.5");
});

const word = fc.constantFrom("TP.ADJUSTMENT", "TP.TNMM", "TP.RANGE", "TP.CUP", "VAT.CROSS-BORDER");
const article = fc.constantFrom(
  "企业所得税法#41",
  "企业所得税法实施条例#123",
  "企业所得税法#44",
  "税收征收管理法#63",
  "x#1",
);
const anything = fc.record({
  amount: fc.constantFrom("6691250", "7941250", "0", "not a number"),
  rules: fc.array(word, { maxLength: 8 }),
  cites: fc.array(article, { maxLength: 8 }),
});

test("no finding earns more than the weight, naming everything never beats naming what belongs, and order is nothing", () => {
  fc.assert(
    fc.property(anything, (finding) => {
      const found = judge(finding, expected, trace);
      const turned = { ...finding, rules: finding.rules.toReversed(), cites: [...finding.cites, ...finding.cites] };
      const everything = { ...best, rules: [...best.rules, "TP.CUP"], cites: [...best.cites, "x#1"] };
      return (
        found.points.lessThanOrEqualTo(decimal("20")) &&
        [found.number, found.method, found.cites].every(
          (one) => one.greaterThanOrEqualTo(0) && one.lessThanOrEqualTo(1),
        ) &&
        judge(turned, expected, trace).points.equals(found.points) &&
        judge(everything, expected, trace).points.lessThan(judge(best, expected, trace).points)
      );
    }),
  );
});
