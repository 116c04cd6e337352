// The foundation: decimals as written, facts that may be missing, and law as it stood on a day.
import { expect, test } from "vitest";
import { decimal, parseDecimal } from "./decimal.ts";
import { readFacts } from "./facts.ts";
import { openParams, type ParamData } from "./params.ts";
import { ask, type TaxRule } from "./rule.ts";
import { traced } from "./trace.ts";

test("decimals are read as people write them and lose nothing", () => {
  expect(parseDecimal("0.1")?.plus("0.2").toString()).toBe("0.3");
  expect(parseDecimal("12.5%")?.toString()).toBe("0.125");
  expect(parseDecimal("1,053,684.1")?.toString()).toBe("1053684.1");
  expect(decimal(1).dividedBy(3).times(3).toDecimalPlaces(38).toString()).toBe("1");
  for (const bad of ["", "abc", "1e5", "1,2", "--1", ".", "NaN", Number.NaN, null, {}])
    expect(parseDecimal(bad)).toBeUndefined();
});

const RATE: ParamData = {
  id: "XX.cfc.trigger",
  unit: "rate",
  title: { zh: "触发税率", en: "Trigger rate" },
  versions: [
    { value: "0.30", from: "2018-01-01", to: "2024-03-31", cite: { law: "L", article: "1", status: "verified" } },
    {
      value: "0.27",
      from: "2024-04-01",
      published: "2023-03-31",
      cite: { law: "L", article: "1", status: "verified" },
    },
  ],
};

test("a parameter is what was in force on the day, and a law made after the pinned day is not seen", () => {
  const now = openParams([RATE], "2025-01-01");
  expect(now.number("XX.cfc.trigger", "2024-03-31")?.value.toString()).toBe("0.3");
  expect(now.number("XX.cfc.trigger", "2024-04-01")?.value.toString()).toBe("0.27");
  expect(now.number("XX.cfc.trigger", "2017-12-31")).toBeUndefined();
  expect(openParams([RATE], "2023-01-01").number("XX.cfc.trigger", "2025-01-01")).toBeUndefined();
  expect(openParams([RATE], "2023-06-01").number("XX.cfc.trigger", "2025-01-01")?.value.toString()).toBe("0.27");
  expect(now.need("XX.cfc.trigger").trace.cites[0]?.effectiveFrom).toBe("2024-04-01");
});

const SPECS = [
  { name: "amount", unit: "money", says: { zh: "金额", en: "Amount" } },
  { name: "paid", unit: "day", says: { zh: "支付日", en: "Day of payment" }, optional: true },
  {
    name: "tiers",
    unit: "list",
    says: { zh: "层级", en: "Tiers" },
    of: [{ name: "tax", unit: "money", says: { zh: "税", en: "Tax" } }],
  },
] as const;

test("a fact that is absent, null or unknown is missing by its path, and never zero", () => {
  expect(readFacts(SPECS, { amount: "unknown", tiers: [{ tax: 1 }, { tax: null }, {}] })).toEqual({
    missing: ["amount", "tiers.1.tax", "tiers.2.tax"],
  });
  const rule: TaxRule = {
    id: "T",
    title: { zh: "试", en: "Try" },
    inputs: SPECS,
    outputs: [],
    run: (facts) => {
      const value = traced(facts.number("amount"), {
        rule: "T",
        title: { zh: "试", en: "Try" },
        formula: "amount",
        inputs: { amount: facts.number("amount") },
      });
      return { values: { amount: value.value }, trace: value.trace };
    },
  };
  const law = {
    asOf: "2025-01-01",
    params: openParams([], "2025-01-01"),
    jurisdictions: new Map(),
    treaty: () => undefined,
  };
  expect(ask(rule, { tiers: [] }, law)).toMatchObject({ insufficientEvidence: ["amount"] });
  expect(ask(rule, { amount: "5", tiers: [] }, law)).toMatchObject({ trace: { inputs: { amount: "5" }, value: "5" } });
});

test("what does not fit is said with its path", () => {
  const reading = readFacts(SPECS, { amount: "ten", paid: "2025-02-30", tiers: {}, tax: 1 });
  expect("problems" in reading && reading.problems.map(({ path }) => path.join("."))).toEqual([
    "tax",
    "amount",
    "paid",
    "tiers",
  ]);
});
