// GloBE over random groups: what is computed is always collected, spared or nobody's, whatever the order or the owners.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal, decimal } from "./decimal.ts";
import { amount, answer, law, near, TINY } from "./globe.fixture.ts";
import { groupRule } from "./globe-group-rule.ts";
import { topUpRule } from "./globe-jurisdiction.ts";
import { utprRule } from "./globe-utpr.ts";
import { ask } from "./rule.ts";

const PLACES = ["AA", "BB", "CC", "DD", "EE"];
const cents = fc.integer({ min: -9_000_000, max: 90_000_000 }).map((value) => String(value / 100));
const positive = fc.integer({ min: 0, max: 90_000_000 }).map((value) => String(value / 100));
const entity = fc.record({
  jurisdiction: fc.constantFrom(...PLACES),
  income: cents,
  coveredTax: cents,
  payroll: positive,
  tangibleAssets: positive,
  employees: fc.integer({ min: 1, max: 900 }),
  kind: fc.constantFrom("standard", "standard", "standard", "jv", "investment"),
});
const place = fc.record({
  qdmtt: fc.boolean(),
  iir: fc.boolean(),
  utpr: fc.boolean(),
  iirDomestic: fc.boolean(),
  nominalRate: fc.constantFrom("0.1", "0.25"),
});
/** Every entity after the first is held by one or two that come before it, in whole tenths. */
const group = fc
  .record({
    entities: fc.array(entity, { minLength: 2, maxLength: 7 }),
    places: fc.tuple(place, place, place, place, place),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 8,
      maxLength: 8,
    }),
    start: fc.constantFrom("2024-01-01", "2025-01-01", "2026-01-01"),
  })
  .map(({ entities, places, picks, start }) => ({
    fiscalYearStart: start,
    revenuesEur: [800_000_000, 800_000_000, 1, 1],
    upe: "e0",
    entities: entities.map((one, at) => ({ ...one, id: `e${at}`, kind: at === 0 ? "standard" : one.kind })),
    ownership: entities.slice(1).flatMap((_, index) => {
      const child = index + 1;
      const [first, second, tenths, more] = picks[index] ?? [0, 0, 5, 0];
      const one = { parent: `e${first % child}`, child: `e${child}`, share: String(tenths / 10) };
      const rest = Math.min(more, 10 - tenths);
      const other = `e${second % child}`;
      return rest > 0 && other !== one.parent
        ? [one, { parent: other, child: one.child, share: String(rest / 10) }]
        : [one];
    }),
    jurisdictions: PLACES.map((id, at) => ({ id, ...places[at] })),
  }));

describe("for any group", () => {
  test("domestic, parents', UTPR, spared and uncollected amounts add up to the top-up tax, and none is negative", () => {
    fc.assert(
      fc.property(group, (input) => {
        const values = answer(groupRule, input);
        const parts = ["qdmtt", "iir", "utpr", "relieved", "uncollected"].map((name) => amount(values, name));
        const total = parts.reduce((all, one) => all.plus(one));
        const tiny = TINY.negated();
        return (
          near(total, amount(values, "topUp")) &&
          parts.every((one) => one.greaterThanOrEqualTo(tiny)) &&
          amount(values, "topUp").greaterThanOrEqualTo(0)
        );
      }),
      { numRuns: 300 },
    );
  });

  test("the order in which entities, holdings and countries are told changes nothing", () => {
    fc.assert(
      fc.property(group, (input) => {
        const turned = {
          ...input,
          entities: input.entities.toReversed(),
          ownership: input.ownership.toReversed(),
          jurisdictions: input.jurisdictions.toReversed(),
        };
        const one = answer(groupRule, input);
        const other = answer(groupRule, turned);
        expect(Object.keys(other).toSorted()).toEqual(Object.keys(one).toSorted());
        return Object.keys(one).every((name) => {
          const value = one[name];
          return value instanceof Decimal ? near(value, amount(other, name)) : value === other[name];
        });
      }),
      { numRuns: 150 },
    );
  });

  test("where the top holds all and applies an inclusion rule abroad, nothing is left over", () => {
    fc.assert(
      fc.property(group, (input) => {
        const whole = {
          ...input,
          entities: input.entities.map((one, at) => ({
            ...one,
            kind: "standard",
            jurisdiction: at === 0 ? "AA" : "BB",
          })),
          ownership: input.entities.slice(1).map(({ id }, index) => ({ parent: `e${index}`, child: id, share: "1" })),
          jurisdictions: [
            { id: "AA", qdmtt: true, iir: true, utpr: true },
            { id: "BB", qdmtt: false, iir: false, utpr: true },
          ],
        };
        const values = answer(groupRule, whole);
        return (
          amount(values, "uncollected").isZero() &&
          amount(values, "utpr").isZero() &&
          near(amount(values, "iir"), amount(values, "topUp.BB"))
        );
      }),
      { numRuns: 100 },
    );
  });
});

test("a jurisdiction's top-up is never negative and its entities' parts are the whole of it", () => {
  fc.assert(
    fc.property(fc.array(entity, { minLength: 1, maxLength: 6 }), fc.boolean(), (entities, carryNegativeTax) => {
      const input = {
        fiscalYearStart: "2025-01-01",
        carryNegativeTax,
        entities: entities.map(({ income, coveredTax, payroll, tangibleAssets }, at) => ({
          id: `e${at}`,
          income,
          coveredTax,
          payroll,
          tangibleAssets,
        })),
      };
      const values = answer(topUpRule, input);
      const parts = entities.map((_, at) => amount(values, `topUp.e${at}`));
      return (
        amount(values, "topUp").greaterThanOrEqualTo(0) &&
        amount(values, "carriedForward").greaterThanOrEqualTo(0) &&
        near(
          parts.reduce((all, one) => all.plus(one)),
          amount(values, "topUp"),
        )
      );
    }),
  );
});

test("the shares of the UTPR add up to one, whatever was left unpaid before", () => {
  const country = fc.record({
    employees: fc.nat(5000),
    tangibleAssets: fc.nat(900_000),
    priorUnpaid: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(country, { minLength: 1, maxLength: 8 }), (all) => {
      const jurisdictions = all.map((one, at) => ({ ...one, id: `c${at}` }));
      const reply = ask(utprRule, { amount: "1000", jurisdictions }, law);
      if ("insufficientEvidence" in reply) return true;
      const values = answer(utprRule, { amount: "1000", jurisdictions });
      const shares = jurisdictions.map(({ id }) => amount(values, `share.${id}`));
      const amounts = jurisdictions.map(({ id }) => amount(values, `amount.${id}`));
      const add = (list: readonly Decimal[]) => list.reduce((total, one) => total.plus(one));
      return near(add(shares), decimal(1)) && near(add(amounts), decimal(1000));
    }),
  );
});
