// The door for tax law: our own files are whole, and an author's slips are told with their line.
import { expect, test } from "vitest";
import { loadTaxLaw, parseTaxLaw } from "./tax-law.ts";

test("the law of this house holds seventeen jurisdictions in full and China's treaties with their partners", () => {
  const { params, jurisdictions, treaties } = loadTaxLaw();
  const full = jurisdictions.filter(({ id }) => params.some((param) => param.id === `${id}.cit.rate`));
  expect(full.map(({ id }) => id).toSorted()).toEqual(
    ["CN", "HK", "SG", "JP", "DE", "IE", "NL", "LU", "UK", "US", "CH", "AE", "KY", "VG", "VN", "IN", "HU"].toSorted(),
  );
  expect(treaties.map(({ pair }) => pair[1])).toHaveLength(22);
  for (const { pair } of treaties) expect(["KY", "VG"]).not.toContain(pair[1]);
});

test("every value names its source, and what stands from background knowledge is not called verified", () => {
  const { params, treaties } = loadTaxLaw();
  const cites = [
    ...params.flatMap(({ versions }) => versions.map(({ cite }) => cite)),
    ...treaties.flatMap(({ rows }) => rows.map(({ cite }) => cite)),
  ];
  for (const { law, article, status } of cites) {
    expect(law.length * article.length).toBeGreaterThan(0);
    if (law.startsWith("Background")) expect(status).toBe("unverified");
  }
});

const TERMS = "id: TERMS\nterms:\n  wht.dividend: { unit: rate, zh: 股息, en: Dividends }\n";
const LAND = (lines: string) =>
  `id: XX\nname: { zh: 某地, en: Somewhere }\ncurrency: XXX\nsources:\n  act: { law: Act }\nparams:\n${lines}`;

test.each([
  ['  wht.dividend: [{ value: 0.10, from: "2025-01-01", cite: "act#1", verified: true }]\n', 7, "value must be"],
  ['  wht.dividend: [{ value: "ten", from: "2025-01-01", cite: "act#1", verified: true }]\n', 7, "a number is written"],
  ['  wht.dividend: [{ value: "0.10", from: "2025-01-01", cite: "law#1", verified: true }]\n', 7, "law is not among"],
  ['  wht.dividends: [{ value: "0.10", from: "2025-01-01", cite: "act#1", verified: true }]\n', 7, "has no meaning"],
  [
    '  wht.dividend:\n    - { value: "0.10", from: "2020-01-01", to: "2025-06-30", cite: "act#1", verified: true }\n    - { value: "0.05", from: "2025-06-30", cite: "act#1", verified: true }\n',
    9,
    "before the one above ends",
  ],
])("a slip in %s is told on its line", (lines, line, sentence) => {
  const { problems } = parseTaxLaw(
    new Map([
      ["jurisdictions/terms.yaml", TERMS],
      ["jurisdictions/xx.yaml", LAND(lines)],
    ]),
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: "jurisdictions/xx.yaml", line });
  expect(problems[0]?.sentence.en).toContain(sentence);
});
