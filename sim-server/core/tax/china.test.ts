// Laws that hold for any numbers: treaties only lower, credits never exceed limits, days are sets, order is nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadTaxLaw } from "../../../scenarios/format/tax-law.ts";
import { addDays, dayOf, numberOfDay } from "./calendar.ts";
import { Decimal, decimal, sum } from "./decimal.ts";
import { settle, total as totalOf } from "./ftc-carry.ts";
import { holdingsOf, standings } from "./ftc-holding.ts";
import { openLaw } from "./law.ts";
import { busiestWindow } from "./presence.ts";
import { ask } from "./rule.ts";
import { ruleOf } from "./rules.ts";

const law = openLaw(loadTaxLaw(), "2025-12-31");
/** Forty digits leave this much when a third is added up again. */
const TINY = decimal("1e-30");
const money = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => decimal(cents).dividedBy(100));
const share = fc.integer({ min: 0, max: 1000 }).map((mills) => decimal(mills).dividedBy(1000));

function values(rule: string, input: unknown): (name: string) => Decimal {
  const known = ruleOf(rule);
  if (!known) throw new Error(`there is no rule ${rule}`);
  const reply = ask(known, input, law);
  if (!("values" in reply)) throw new Error(`${rule} answered ${JSON.stringify(reply).slice(0, 300)}`);
  return (name) => {
    const value = reply.values[name];
    if (!(value instanceof Decimal)) throw new Error(`${rule} answered no number ${name}`);
    return value;
  };
}

describe("withholding", () => {
  const partners = ["HK", "SG", "DE", "UK", "US", "CH", "AE", "TH", "MU", "MT"];
  test("with a treaty it is never more than without, whatever the holding, the price and the partner", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...partners),
        fc.constantFrom("dividend", "interest", "royalty"),
        fc.constantFrom(undefined, "equipment", "bank", "government"),
        money,
        money,
        share,
        fc.integer({ min: 0, max: 30 }),
        (recipient, income, sub, gross, armsLength, holding, holdingMonths) => {
          const of = values("WHT", {
            income,
            recipient,
            gross: gross.toString(),
            armsLength: armsLength.toString(),
            related: true,
            holding: holding.toString(),
            holdingMonths,
            certificate: true,
            beneficialOwner: true,
            limitationMet: true,
            ...(sub ? { sub } : {}),
          });
          expect(of("tax").lessThanOrEqualTo(of("domesticTax"))).toBe(true);
          expect(of("tax").greaterThanOrEqualTo(0)).toBe(true);
        },
      ),
    );
  });

  test("a surcharge is nothing on the last day, and grows by the same each day after", () => {
    const on = (days: number) =>
      values("WHT", {
        income: "royalty",
        gross: "1000000",
        claimTreaty: false,
        date: "2025-07-31",
        remittedOn: addDays("2025-07-31", days),
      })("surcharge").toString();
    expect([0, 7, 8, 9, 17].map(on)).toEqual(["0", "0", "50", "100", "500"]);
  });
});

describe("presence", () => {
  const stay = fc
    .tuple(fc.integer({ min: 19_000, max: 21_000 }), fc.integer({ min: 0, max: 250 }))
    .map(([from, length]) => ({ from: dayOf(from), to: dayOf(from + length) }));

  test("the busiest window is what counting day by day finds, and one more stay never lessens it", () => {
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 5 }), stay, (stays, more) => {
        const days = new Set<number>();
        for (const { from, to } of stays)
          for (let day = numberOfDay(from); day <= numberOfDay(to); day += 1) days.add(day);
        let most = 0;
        for (const start of days) {
          const [y, m, d] = dayOf(start).split("-").map(Number);
          const end = Date.UTC((y ?? 0) + 1, (m ?? 1) - 1, m === 2 && d === 29 ? 28 : d) / 86_400_000;
          most = Math.max(most, [...days].filter((day) => day >= start && day < end).length);
        }
        const found = busiestWindow(stays, 12)?.days ?? 0;
        expect(found).toBe(most);
        expect(busiestWindow([...stays, more], 12)?.days ?? 0).toBeGreaterThanOrEqual(found);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the foreign tax credit", () => {
  test("never exceeds the limit, the tax paid or the tax due, by country or overall", () => {
    const country = fc.record({
      income: fc.integer({ min: -1000, max: 1000 }),
      directTax: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 2000 }),
        fc.array(country, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("perCountry", "overall"),
        (domestic, countries, method) => {
          const of = values("FTC.CN", {
            domestic: String(domestic),
            method,
            foreign: countries.map((one, index) => ({ country: `C${index}`, ...one })),
          });
          expect(of("credit").lessThanOrEqualTo(of("limit").plus(TINY))).toBe(true);
          expect(of("credit").lessThanOrEqualTo(of("creditable"))).toBe(true);
          expect(of("taxDue").greaterThanOrEqualTo(TINY.negated())).toBe(true);
          expect(of("credit").plus(of("carryForward")).minus(of("creditable")).abs().lessThan(TINY)).toBe(true);
        },
      ),
    );
  });

  test("what goes into the years comes out as credit, carried or expired, oldest first", () => {
    fc.assert(
      fc.property(
        money,
        money,
        fc.array(fc.tuple(fc.integer({ min: 2015, max: 2024 }), money), { maxLength: 6 }),
        (tax, limit, old) => {
          const before = old.map(([year, amount]) => ({ year, amount }));
          const { credit, carried, expired, used } = settle(tax, limit, before, 2025, 5);
          const entered = tax.plus(sum(before.map(({ amount }) => amount)));
          expect(credit.plus(totalOf(carried)).plus(expired).toString()).toBe(entered.toString());
          expect(credit.lessThanOrEqualTo(limit)).toBe(true);
          expect(used.lessThanOrEqualTo(limit)).toBe(true);
          for (const { year } of carried) expect(year).toBeGreaterThan(2020);
        },
      ),
    );
  });

  test("a company that qualifies does so through links of 20 % from companies that qualify", () => {
    const link = fc.record({
      holder: fc.constantFrom("A", "B", "C", "D"),
      held: fc.constantFrom("B", "C", "D", "E"),
      share: share,
    });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 8 }), (all) => {
        const links = all.filter(({ holder, held }) => holder < held);
        const standing = standings("A", holdingsOf(links), decimal("0.2"), 5);
        for (const company of ["B", "C", "D", "E"]) {
          const { tier, total } = standing(company);
          if (tier === undefined) continue;
          expect(total.greaterThanOrEqualTo("0.2")).toBe(true);
          const through = links.some(
            (one) =>
              one.held === company &&
              one.share.greaterThanOrEqualTo("0.2") &&
              (one.holder === "A" || standing(one.holder).tier === tier - 1),
          );
          expect(through).toBe(true);
        }
      }),
    );
  });
});

describe("interest limits and controlled companies", () => {
  test("what is disallowed lies between nothing and all the interest, in each form", () => {
    fc.assert(
      fc.property(
        money,
        money,
        share,
        money,
        fc.constantFrom("higherOf", "cliffBelow", "cliffUpTo", "none"),
        (net, ebitda, fraction, least, form) => {
          const of = values("INTEREST.EBITDA", {
            netInterest: net.toString(),
            ebitda: ebitda.toString(),
            fraction: fraction.toString(),
            deMinimis: least.toString(),
            form,
          });
          expect(of("disallowed").isNegative() && !of("disallowed").isZero()).toBe(false);
          expect(of("disallowed").plus(of("deductible")).toString()).toBe(net.toString());
        },
      ),
    );
  });

  test("thin capitalisation disallows nothing up to the ratio and ever more beyond it", () => {
    const at = (debt: number) =>
      values("INTEREST.THINCAP", { interest: "100", months: [{ debt, equity: 100 }] })("disallowed");
    expect(at(200).toString()).toBe("0");
    fc.assert(
      fc.property(fc.integer({ min: 201, max: 5000 }), (debt) => {
        expect(at(debt).greaterThan(at(debt - 1))).toBe(true);
        expect(at(debt).lessThan(100)).toBe(true);
      }),
    );
  });

  test("an inclusion is never more than the profit that was kept", () => {
    fc.assert(
      fc.property(money, share, fc.integer({ min: 0, max: 365 }), (kept, held, holdingDays) => {
        fc.pre(held.greaterThanOrEqualTo("0.5"));
        const of = values("CFC.CN", {
          company: "F",
          taxpayer: "A",
          residents: ["A"],
          links: [{ holder: "A", held: "F", share: held.toString() }],
          jurisdiction: "VG",
          profit: "9000000",
          burden: "0",
          activeIncome: false,
          undistributed: kept.toString(),
          holdingDays,
        });
        expect(of("inclusion").lessThanOrEqualTo(kept)).toBe(true);
      }),
    );
  });
});
