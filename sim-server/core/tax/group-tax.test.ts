// A whole group: the same tax in any order, its parts adding up, no shape a fault, nothing unknown taken for nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadTaxLaw } from "../../../scenarios/format/tax-law.ts";
import { decimal, sum } from "./decimal.ts";
import { readGroup } from "./group.ts";
import { recompute } from "./group-tax.ts";
import { openLaw } from "./law.ts";
import { ruleOf } from "./rules.ts";
import { changed, whatIf } from "./what-if.ts";

const law = openLaw(loadTaxLaw(), "2025-12-31");
/** Forty digits leave this much when a third is added up again. */
const TINY = decimal("1e-30");

describe("a group", () => {
  const GROUP = {
    upe: "A",
    revenuesEur: ["900000000", "900000000", "900000000", "900000000"],
    entities: [
      { id: "A", jurisdiction: "CN", profit: "90000000", payroll: "1000000", assets: "1000000", staff: 10 },
      {
        id: "H",
        jurisdiction: "HK",
        profit: "30000000",
        payroll: "100",
        assets: "0",
        staff: 1,
        activeIncome: false,
        certificate: true,
        beneficialOwner: false,
      },
      {
        id: "V",
        jurisdiction: "VN",
        profit: "20000000",
        regime: "PREFERENTIAL10",
        payroll: "500000",
        assets: "900000",
        staff: 90,
        activeIncome: true,
      },
      {
        id: "S",
        jurisdiction: "SG",
        profit: "8000000",
        payroll: "200000",
        assets: "0",
        staff: 9,
        activeIncome: true,
        certificate: true,
        beneficialOwner: true,
      },
    ],
    links: [
      { holder: "A", held: "H", share: "1" },
      { holder: "H", held: "V", share: "0.9" },
      { holder: "H", held: "S", share: "1" },
    ],
    flows: [
      { id: "r", kind: "royalty", from: "A", to: "H", amount: "6000000", armsLength: "4000000" },
      { id: "d", kind: "dividend", from: "V", to: "H", amount: "9000000", holdingMonths: 24 },
      { id: "u", kind: "dividend", from: "H", to: "A", amount: "10000000", holdingMonths: 24 },
      { id: "g", kind: "goods", from: "S", to: "V", amount: "3000000" },
    ],
  };
  const taxOf = (data: unknown) => {
    const reading = readGroup(data);
    if (!("group" in reading)) throw new Error(JSON.stringify(reading));
    return recompute(reading.group, law);
  };

  test("pays the same whatever the order in which its entities, holdings and flows are told", () => {
    const told = taxOf(GROUP);
    expect(told.missing).toEqual([]);
    const summary = (tax: ReturnType<typeof taxOf>) =>
      tax.countries.map(({ id, total, topUp }) => `${id} ${total.value.toFixed(20)} ${topUp.toFixed(20)}`);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(GROUP.entities, { minLength: 4 }),
        fc.shuffledSubarray(GROUP.links, { minLength: 3 }),
        fc.shuffledSubarray(GROUP.flows, { minLength: 4 }),
        (entities, links, flows) => {
          expect(summary(taxOf({ ...GROUP, entities, links, flows }))).toEqual(summary(told));
        },
      ),
      { numRuns: 20 },
    );
  });

  test("its total is the sum of its countries, and what each collects adds up to the top-up tax", () => {
    const tax = taxOf(GROUP);
    expect(sum(tax.countries.map(({ total }) => total.value)).toString()).toBe(tax.total.value.toString());
    if ("missing" in tax.topUp) throw new Error("the top-up tax is not known");
    const { qdmtt, iir, utpr } = tax.topUp.totals;
    expect(sum(tax.countries.map(({ topUp }) => topUp)).toString()).toBe(qdmtt.plus(iir).plus(utpr).toString());
    expect(qdmtt.greaterThan(0)).toBe(true);
  });

  test("of any shape is answered without a fault, and circles of holdings, too", () => {
    const places = ["CN", "HK", "SG", "DE", "VN", "KY", "UK", "NL"];
    const shape = fc.integer({ min: 2, max: 9 }).chain((size) =>
      fc.record({
        places: fc.array(fc.constantFrom(...places), { minLength: size, maxLength: size }),
        profits: fc.array(fc.integer({ min: -9_000_000, max: 90_000_000 }), { minLength: size, maxLength: size }),
        shares: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: size, maxLength: size }),
        back: fc.integer({ min: 1, max: 4 }),
        kinds: fc.array(fc.constantFrom("dividend", "interest", "royalty", "goods"), {
          minLength: size,
          maxLength: size,
        }),
      }),
    );
    fc.assert(
      fc.property(shape, ({ places, profits, shares, back, kinds }) => {
        const tax = taxOf({
          upe: "e0",
          revenuesEur: ["900000000", "900000000", "900000000", "900000000"],
          entities: places.map((jurisdiction, index) => ({
            id: `e${index}`,
            jurisdiction,
            profit: profits[index],
            payroll: 1000,
            assets: 1000,
            staff: 5,
            ebitda: 9_000_000,
            relatedDebt: 100,
            equity: 30,
            activeIncome: index % 2 === 0,
            certificate: true,
            beneficialOwner: index % 3 !== 0,
          })),
          links: [
            ...places.slice(1).map((_, index) => ({
              holder: `e${Math.floor(index / 2)}`,
              held: `e${index + 1}`,
              share: `0.${shares[index]}`,
            })),
            { holder: `e${places.length - 1}`, held: "e1", share: `0.${back}` },
          ].filter(({ holder, held }) => holder !== held),
          flows: places.slice(1).map((_, index) => ({
            id: `f${index}`,
            kind: kinds[index],
            from: `e${index + 1}`,
            to: `e${Math.floor(index / 2)}`,
            amount: 100_000,
            holdingMonths: 24,
          })),
        });
        expect(
          sum(tax.countries.map(({ total }) => total.value))
            .minus(tax.total.value)
            .abs()
            .lessThan(TINY),
        ).toBe(true);
        for (const { incomeTax, withheld, topUp } of tax.countries)
          for (const part of [incomeTax, withheld, topUp]) expect(part.greaterThanOrEqualTo(0)).toBe(true);
      }),
    );
  });

  test("a refused treaty, a price above arm's length and a controlled company are flagged", () => {
    const kinds = taxOf(GROUP).flags.map(({ kind, of }) => `${kind} ${of}`);
    expect(kinds).toContain("treatyRefused r");
    expect(kinds).toContain("aboveArmsLength r");
    expect(kinds).toContain("lowTaxed V");
  });

  test("a fact nobody knows is named with its place, and the country says so instead of counting it as nothing", () => {
    const tax = taxOf(changed(GROUP, ["entities", 1, "beneficialOwner"], "unknown"));
    expect(tax.missing).toContain("flows.r.beneficialOwner");
    const china = tax.countries.find(({ id }) => id === "CN");
    expect(china?.missing).toContain("flows.r.beneficialOwner");
    expect(china?.total.trace.exception).toContain("insufficientEvidence");
  });
});

test("what if: one fact changed tells which values differ, and from what to what", () => {
  const rule = ruleOf("WHT");
  if (!rule) throw new Error("there is no rule WHT");
  const input = {
    income: "dividend",
    recipient: "HK",
    gross: "1000",
    holding: "0.25",
    holdingMonths: 12,
    certificate: true,
    beneficialOwner: true,
  };
  const { differences, after } = whatIf(rule, input, { path: ["beneficialOwner"], value: false }, law);
  expect(differences).toContainEqual({ name: "tax", before: "50", after: "100" });
  expect("values" in after && after.trace.whyNot?.map((one) => `${one.alternative} ${one.rule}`)).toEqual([
    "0.05 WHT.BO",
  ]);
  expect(whatIf(rule, input, { path: ["certificate"], value: "unknown" }, law).differences).toContainEqual({
    name: "insufficientEvidence",
    before: undefined,
    after: "certificate",
  });
});
