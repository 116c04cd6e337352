// Who owns whom, and who charges what, worked by hand.
import { describe, expect, test } from "vitest";
import { decimal } from "./decimal.ts";
import { amount, answer, law } from "./globe.fixture.ts";
import { groupRule } from "./globe-group-rule.ts";
import { openOwnership, sharesIn } from "./globe-ownership.ts";
import { ask } from "./rule.ts";

describe("who owns whom", () => {
  const held = (list: readonly (readonly [string, string, string])[]) =>
    openOwnership(list.map(([parent, child, share]) => ({ parent, child, share: decimal(share) })));

  test("shares multiply down a chain and add over several", () => {
    const own = held([
      ["a", "b", "1"],
      ["b", "c", "0.6"],
      ["c", "d", "0.8"],
      ["a", "d", "0.1"],
    ]);
    expect(sharesIn(own, "d", new Set()).get("a")?.toString()).toBe("0.58");
    expect(
      sharesIn(own, "d", new Set(["c", "a"]))
        .get("a")
        ?.toString(),
    ).toBe("0.1");
  });

  test("in a circle the outside owners own everything: p holds t, t holds a tenth of p, the top the rest of p", () => {
    const own = held([
      ["top", "p", "0.9"],
      ["p", "t", "1"],
      ["t", "p", "0.1"],
    ]);
    expect(sharesIn(own, "t", new Set()).get("top")?.toDecimalPlaces(30).toString()).toBe("1");
    const charging = sharesIn(own, "t", new Set(["p"]));
    expect(charging.get("p")?.toString()).toBe("1");
    expect(charging.get("top")?.toString()).toBe("0");
  });
});

describe("by hand", () => {
  const base = {
    fiscalYearStart: "2026-01-01",
    revenuesEur: [800_000_000, 800_000_000, 800_000_000, 800_000_000],
    upe: "top",
  };
  const none = { qdmtt: false, iir: false, utpr: false, claimSubstance: false };
  const nil = { income: "0", coveredTax: "0" };

  test("a chain 100, 60, 80: the top without a rule, the partially owned parent charges its 80 %, nothing is left for the UTPR", () => {
    const values = answer(groupRule, {
      ...base,
      entities: [
        { id: "top", jurisdiction: "AA", ...nil },
        { id: "mid", jurisdiction: "BB", ...nil },
        { id: "pope", jurisdiction: "CC", ...nil },
        { id: "low", jurisdiction: "DD", income: "1000", coveredTax: "0" },
      ],
      ownership: [
        { parent: "top", child: "mid", share: "1" },
        { parent: "mid", child: "pope", share: "0.6" },
        { parent: "pope", child: "low", share: "0.8" },
      ],
      jurisdictions: [
        { ...none, id: "AA" },
        { ...none, id: "BB", iir: true },
        { ...none, id: "CC", iir: true },
        { ...none, id: "DD" },
      ],
    });
    expect(values).toMatchObject({ "iir.pope": decimal("120"), "iir.mid": decimal("0"), uncollected: decimal("30") });
    expect(amount(values, "utpr").isZero()).toBe(true);
  });

  test("two intermediate parents that each hold half charge half each", () => {
    const values = answer(groupRule, {
      ...base,
      entities: [
        { id: "top", jurisdiction: "AA", ...nil },
        { id: "one", jurisdiction: "BB", ...nil },
        { id: "two", jurisdiction: "CC", ...nil },
        { id: "low", jurisdiction: "DD", income: "1000", coveredTax: "0" },
      ],
      ownership: [
        { parent: "top", child: "one", share: "1" },
        { parent: "top", child: "two", share: "1" },
        { parent: "one", child: "low", share: "0.5" },
        { parent: "two", child: "low", share: "0.5" },
      ],
      jurisdictions: [
        { ...none, id: "AA" },
        { ...none, id: "BB", iir: true },
        { ...none, id: "CC", iir: true },
        { ...none, id: "DD" },
      ],
    });
    expect(values).toMatchObject({ "iir.one": decimal("75"), "iir.two": decimal("75"), utpr: decimal("0") });
  });

  test("where only one of two holders applies the rule, the rest of the whole tax goes to the UTPR", () => {
    const values = answer(groupRule, {
      ...base,
      entities: [
        { id: "top", jurisdiction: "AA", ...nil },
        { id: "one", jurisdiction: "BB", ...nil, employees: 5, tangibleAssets: "1" },
        { id: "low", jurisdiction: "DD", income: "1000", coveredTax: "0" },
      ],
      ownership: [
        { parent: "top", child: "one", share: "1" },
        { parent: "one", child: "low", share: "0.6" },
        { parent: "top", child: "low", share: "0.3" },
      ],
      jurisdictions: [
        { ...none, id: "AA" },
        { ...none, id: "BB", iir: true, utpr: true },
        { ...none, id: "DD" },
      ],
    });
    expect(values).toMatchObject({ "iir.one": decimal("90"), utpr: decimal("60"), "utpr.BB": decimal("60") });
  });

  test("what is not known is asked for, and is no zero", () => {
    const input = {
      ...base,
      entities: [
        { id: "top", jurisdiction: "AA", ...nil },
        { id: "low", jurisdiction: "ZZ", income: "1000", coveredTax: "0", payroll: "unknown", tangibleAssets: "5" },
      ],
      ownership: [{ parent: "top", child: "low", share: "1" }],
      jurisdictions: [
        { ...none, id: "AA" },
        { ...none, claimSubstance: true, id: "ZZ" },
      ],
    };
    expect(ask(groupRule, input, law)).toMatchObject({ insufficientEvidence: ["low.payroll"] });
    const elsewhere = { ...input, jurisdictions: [{ ...none, id: "AA" }] };
    expect(ask(groupRule, elsewhere, law)).toMatchObject({
      insufficientEvidence: ["jurisdictions.ZZ.qdmtt", "jurisdictions.ZZ.iir", "jurisdictions.ZZ.utpr"],
    });
    expect(ask(groupRule, { ...input, ownership: [] }, law)).toMatchObject({ insufficientEvidence: ["ownership.low"] });
  });
});
