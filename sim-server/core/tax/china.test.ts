// Laws that hold for any numbers: treaties only lower, credits never exceed limits, days are sets, order is nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadTaxLaw } from "../../../scenarios/format/tax-law.ts";
import { addDays, dayOf, numberOfDay } from "./calendar.ts";
import { Decimal, decimal, sum } from "./decimal.ts";
import { settle, total as totalOf } from "./ftc-carry.ts";
import { holdingsOf, standings } from "./ftc-holding.ts";
import { readGroup } from "./group.ts";
import { recompute } from "./group-tax.ts";
import { openLaw } from "./law.ts";
import { busiestWindow } from "./presence.ts";
import { ask } from "./rule.ts";
import { ruleOf } from "./rules.ts";
import { changed, whatIf } from "./what-if.ts";

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
