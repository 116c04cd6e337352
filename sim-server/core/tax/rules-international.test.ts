// The international rules over random facts, and every number of their law watched by some published case.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTaxCases } from "../../../scenarios/format/tax-case.ts";
import { loadTaxLaw } from "../../../scenarios/format/tax-law.ts";
import { addDays } from "./calendar.ts";
import { type Decimal, decimal } from "./decimal.ts";
import { amount, answer, near } from "./globe.fixture.ts";
import { indirectInterestRule, indirectTaxRule } from "./indirect-transfer-tax.ts";
import { surchargeRule } from "./interest-charge.ts";
import { type Law, openLaw } from "./law.ts";
import { openParams, type Params } from "./params.ts";
import { QUARTILES, rangeOf } from "./range.ts";
import { ruleOf } from "./rules.ts";
import { INTERNATIONAL_RULES } from "./rules-international.ts";
import { specialInterestRule } from "./special-interest.ts";
import { adjustmentRule } from "./transfer-pricing-years.ts";
import { vatRule } from "./vat.ts";
import { judgeCase } from "./verdict.ts";

const cents = fc.integer({ min: -9_000_000, max: 9_000_000 }).map((value) => decimal(value).dividedBy(100));
const rights = fc.integer({ min: 0, max: 9_000_000 }).map((value) => String(value / 100));
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2023-01-01", days));

describe("for any results", () => {
  test("the ends of a range are in order, within the results, and do not hang on their order", () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), fc.constantFrom(...QUARTILES), (results, rule) => {
        const range = rangeOf(results, rule);
        if (!range) return rule === "excelExclusive" && results.length < 3;
        const again = rangeOf(results.toReversed(), rule);
        const sorted = results.toSorted((one, other) => one.comparedTo(other));
        const inOrder = (list: readonly (Decimal | undefined)[]): boolean =>
          list.every((one, at) => at === 0 || (one?.greaterThanOrEqualTo(list[at - 1] ?? one) ?? false));
        return (
          inOrder([sorted[0], range.lower, range.median, range.upper, sorted.at(-1)]) &&
          again?.lower.equals(range.lower) === true &&
          again.upper.equals(range.upper)
        );
      }),
    );
  });
  test("equal results make a range of one point", () => {
    for (const rule of QUARTILES)
      for (const size of [3, 4, 5, 8]) {
        const range = rangeOf(
          Array.from({ length: size }, () => decimal("5.3")),
          rule,
        );
        expect([range?.lower, range?.median, range?.upper].map(String)).toEqual(["5.3", "5.3", "5.3"]);
      }
  });
  test("the tax of an adjustment is never more than the rate of it, nor less than nothing", () => {
    const year = fc.record({ base: rights, reported: cents.map(String), lossBroughtForward: rights });
    fc.assert(
      fc.property(fc.array(year, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 40 }), (years, percent) => {
        const values = answer(adjustmentRule, {
          ratio: String(percent / 100),
          years: years.map((one, at) => ({ ...one, year: 2020 + at })),
        });
        const tax = amount(values, "tax");
        return tax.greaterThanOrEqualTo(0) && tax.lessThanOrEqualTo(amount(values, "adjustment").times("0.25"));
      }),
    );
  });
});

describe("interest", () => {
  test("is nothing up to the day before it starts, one day's worth on it, and grows with each day", () => {
    const year = fc.integer({ min: 2016, max: 2024 });
    fc.assert(
      fc.property(year, fc.integer({ min: -400, max: 1500 }), rights, (taxYear, shift, tax) => {
        const first = `${taxYear + 1}-06-01`;
        const on = (paidOn: string): Decimal =>
          amount(
            answer(specialInterestRule, { paidOn, papersSupplied: false, years: [{ year: taxYear, tax }] }),
            "interest",
          );
        const day0 = on(addDays(first, shift));
        const one = decimal(tax).times("0.0935").dividedBy(365);
        if (shift < 0) return day0.isZero();
        return near(day0, one.times(shift + 1)) && on(addDays(first, shift + 1)).greaterThanOrEqualTo(day0);
      }),
    );
  });
  test("of a seller and of a late payer starts on the day after the last day to pay", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (dutyOn, late) => {
        const paidOn = addDays(dutyOn, late);
        const seller = answer(indirectInterestRule, {
          tax: "365",
          dutyOn,
          paidOn,
          signedOn: dutyOn,
          papersFiled: false,
        });
        const payer = answer(surchargeRule, { tax: "2000", dueOn: dutyOn, paidOn });
        return (
          amount(seller, "days").equals(Math.max(0, late - 7)) &&
          amount(seller, "interest").isZero() === late <= 7 &&
          amount(payer, "surcharge").equals(late)
        );
      }),
    );
  });
});

test("VAT taken out of a price and put on again gives the price, and is the same either way round", () => {
  fc.assert(
    fc.property(rights, (price) => {
      const base = { supplierInChina: false, consumedInChina: true };
      const out = answer(vatRule, { ...base, amount: price, included: true });
      const back = answer(vatRule, { ...base, amount: amount(out, "exclusive").toFixed(28), included: false });
      return near(amount(out, "total"), decimal(price)) && near(amount(back, "vat"), amount(out, "vat"));
    }),
  );
});

test("the tax of an indirect transfer grows with the Chinese share and is nothing on a loss", () => {
  fc.assert(
    fc.property(rights, rights, fc.integer({ min: 0, max: 99 }), (price, cost, percent) => {
      const at = (share: number): Decimal =>
        amount(
          answer(indirectTaxRule, { prices: [price], cost, assets: [{ kind: "equity", share: share / 100 }] }),
          "tax",
        );
      const low = at(percent);
      if (decimal(price).lessThanOrEqualTo(cost)) return low.isZero();
      return low.greaterThanOrEqualTo(0) && at(percent + 1).greaterThan(low);
    }),
  );
});

const folder = join(import.meta.dirname, "../../../tests/reference/tax");
const data = loadTaxLaw();
const ours = new Set(INTERNATIONAL_RULES.map(({ id }) => id));
const cases = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".yaml"))
  .flatMap((name) => parseTaxCases(name, readFileSync(join(folder, name), "utf8")).cases)
  .filter(({ rule }) => ours.has(rule));

/** A number one percentage point or one unit off; a day off by one. */
function mutant(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return addDays(value, -1);
  const number = decimal(value);
  return number.plus(number.lessThan(5) && !number.isInteger() ? "0.01" : "1").toString();
}

type Case = (typeof cases)[number];

/** Whether a case fails under some law, and which numbers of the law it looked up. */
function tried(one: Case, law: Law): { missed: boolean; looked: ReadonlySet<string> } {
  const rule = ruleOf(one.rule);
  if (!rule) throw new Error(`there is no rule ${one.rule}`);
  const looked = new Set<string>();
  const note = <T>(id: string, found: T): T => {
    looked.add(id);
    return found;
  };
  const params: Params = {
    number: (id, on) => note(id, law.params.number(id, on)),
    word: (id, on) => note(id, law.params.word(id, on)),
    need: (id, on) => note(id, law.params.need(id, on)),
  };
  const { verdicts } = judgeCase(rule, one, { ...law, params });
  return { missed: verdicts.some(({ met }) => !met), looked };
}

test("a law that is one point, one unit or one day off fails some published case", () => {
  const laws = new Map([...new Set(cases.map(({ asOf }) => asOf))].map((asOf) => [asOf, openLaw(data, asOf)]));
  const lawOf = (asOf: string): Law => laws.get(asOf) ?? openLaw(data, asOf);
  const sound = cases.map((one) => ({ one, ...tried(one, lawOf(one.asOf)) }));
  expect(sound.filter(({ missed }) => missed).map(({ one }) => one.id)).toEqual([]);
  const watched = data.params.filter(({ id }) => id.startsWith("GLOBE.") || id.startsWith("CN-INT."));
  expect(watched.length).toBeGreaterThan(40);
  const unwatched = watched.flatMap((param) =>
    param.versions.flatMap(({ value, from }, at) => {
      const versions = param.versions.map((one, index) => (index === at ? { ...one, value: mutant(value) } : one));
      const seen = sound.some(({ one, looked }) => {
        if (!looked.has(param.id)) return false;
        const law = lawOf(one.asOf);
        const off = openParams([{ ...param, versions }], one.asOf);
        const params: Params = {
          number: (id, on) => (id === param.id ? off : law.params).number(id, on),
          word: (id, on) => (id === param.id ? off : law.params).word(id, on),
          need: (id, on) => (id === param.id ? off : law.params).need(id, on),
        };
        return tried(one, { ...law, params }).missed;
      });
      return seen ? [] : [`${param.id} from ${from}`];
    }),
  );
  expect(unwatched).toEqual([]);
});
