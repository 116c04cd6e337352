// Agreement between raters, held against the values its authors and the reference programs published.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { krippendorffAlpha } from "./alpha.ts";
import { intraclass } from "./icc.ts";
import { cohenKappa, pairTable } from "./kappa.ts";

const values = (text: string): (number | null)[] => text.split(" ").map((word) => (word === "." ? null : Number(word)));

/** Krippendorff (2011), reliability data of four observers over twelve units. */
const CANONICAL = [
  "1 2 3 3 2 1 4 1 2 . . .",
  "1 2 3 3 2 2 4 1 2 5 . 3",
  ". 3 3 3 2 3 4 2 2 5 1 .",
  "1 2 3 3 2 4 4 1 2 5 1 .",
].map(values);
/** The worked example of the encyclopaedia: three coders over fifteen units. */
const THREE_CODERS = [
  ". . . . . 3 4 1 2 1 1 3 3 . 3",
  "1 . 2 1 3 3 4 3 . . . . . . .",
  ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
].map(values);
/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const JUDGES = ["9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"].map((row) =>
  row.split(" ").map(Number),
);

describe("Krippendorff's alpha", () => {
  test.each([
    ["nominal", 0.7434],
    ["ordinal", 0.8154],
    ["interval", 0.8491],
    ["ratio", 0.7974],
  ] as const)("of the canonical example is as published for %s values", (measure, published) => {
    expect(krippendorffAlpha(CANONICAL, measure)).toBeCloseTo(published, 4);
  });

  test.each([
    ["nominal", 0.6914],
    ["ordinal", 0.8067],
    ["interval", 0.8108],
    ["ratio", 0.8089],
  ] as const)("of three coders is as published for %s values", (measure, published) => {
    expect(krippendorffAlpha(THREE_CODERS, measure)).toBeCloseTo(published, 4);
  });

  test("is one for raters who agree throughout, whatever the measure", () => {
    const same = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(same, (given) => {
        fc.pre(new Set(given).size > 1);
        for (const measure of ["nominal", "ordinal", "interval", "ratio"] as const)
          expect(krippendorffAlpha([given, given, given], measure)).toBeCloseTo(1, 9);
      }),
    );
  });

  test("says nothing where nothing could have differed or nobody was paired", () => {
    expect(krippendorffAlpha([values("3 3 3"), values("3 3 3")], "ordinal")).toBeNull();
    expect(krippendorffAlpha([values("3 . 1"), values(". 2 .")], "ordinal")).toBeNull();
  });
});

describe("intraclass correlation", () => {
  test("of six targets and four judges is as Shrout and Fleiss published it", () => {
    const found = intraclass(JUDGES);
    expect(found?.ICC1).toBeCloseTo(0.1657, 4);
    expect(found?.ICC2).toBeCloseTo(0.2898, 4);
    expect(found?.ICC3).toBeCloseTo(0.7148, 4);
    expect(found?.ICC1k).toBeCloseTo(0.4428, 4);
    expect(found?.ICC2k).toBeCloseTo(0.6201, 4);
    expect(found?.ICC3k).toBeCloseTo(0.9093, 4);
  });

  test("of consistency is not moved by a judge who is strict throughout; of agreement it is", () => {
    const strict = JUDGES.map((row) => row.map((value, judge) => (judge === 0 ? value - 3 : value)));
    expect(intraclass(strict)?.ICC3).toBeCloseTo(intraclass(JUDGES)?.ICC3 ?? 0, 9);
    expect(intraclass(strict)?.ICC2).not.toBeCloseTo(intraclass(JUDGES)?.ICC2 ?? 0, 3);
  });
});

describe("Cohen's kappa", () => {
  /** Cohen (1968), table 1: shares of two diagnosticians; his weights of disagreement. */
  const DIAGNOSES = [
    [0.44, 0.07, 0.09],
    [0.05, 0.2, 0.05],
    [0.01, 0.03, 0.06],
  ];
  const SEVERITY = [
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ];

  test("is as Cohen published it, plain and with his weights", () => {
    expect(cohenKappa(DIAGNOSES, "none")).toBeCloseTo(0.492, 3);
    expect(cohenKappa(DIAGNOSES, SEVERITY)).toBeCloseTo(0.348, 3);
  });

  test("of the fifty grant proposals is 0.4", () => {
    const grants = [
      [20, 5],
      [10, 15],
    ];
    for (const weights of ["none", "linear", "quadratic"] as const)
      expect(cohenKappa(grants, weights)).toBeCloseTo(0.4);
  });

  test("with squared weights comes near ICC2 as items grow, as Fleiss and Cohen (1973) proved", () => {
    const one = Array.from({ length: 400 }, (_, at) => (at * 7) % 4);
    const other = one.map((value, at) => (at % 5 === 0 ? Math.max(0, value - 1) : value));
    const kappa = cohenKappa(pairTable(one, other, 4), "quadratic");
    const icc = intraclass(one.map((value, at) => [value, other[at] ?? 0]));
    expect(kappa).toBeCloseTo(icc?.ICC2 ?? 0, 2);
  });
});
