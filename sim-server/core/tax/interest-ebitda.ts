// Limits of interest by earnings: a cap that is the higher of two, or a cliff below which all is deductible.
import { type Decimal, max, min, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

const ID = "INTEREST.EBITDA";
const FORMS = ["higherOf", "cliffBelow", "cliffUpTo", "none"] as const;

export const ebitdaLimit: TaxRule = {
  id: ID,
  title: text("利息扣除的 EBITDA 限额", "Earnings-based interest limit"),
  inputs: [
    maybe("jurisdiction", "word", "辖区（据以取参数）", "Jurisdiction whose parameters apply"),
    fact("netInterest", "money", "净利息支出", "Net interest expense"),
    maybe("ebitda", "money", "税法口径 EBITDA", "Tax EBITDA"),
    maybe("fraction", "share", "EBITDA 比例（默认取自法律）", "Share of EBITDA (from the law unless told)"),
    maybe("deMinimis", "money", "小额标准（默认取自法律）", "De minimis amount (from the law unless told)"),
    maybe("form", "word", "形式（默认取自法律）", "Form (from the law unless told)", { choices: FORMS }),
    maybe("broughtForward", "money", "以前年度结转的利息", "Interest brought forward"),
    maybe("unusedCapacity", "money", "以前年度未用完的额度", "Capacity of earlier years not used"),
  ],
  outputs: [
    output("cap", "money", "限额", "Cap"),
    output("deductible", "money", "可扣除的净利息", "Net interest that is deductible"),
    output("disallowed", "money", "不得扣除的净利息", "Net interest that is not deductible"),
    output("spare", "money", "未用完的额度", "Capacity not used"),
  ],
  run(facts, law) {
    const form = facts.wordIf("form") ?? wordOf(facts, law);
    if (form === undefined) return insufficient(ID, ["form"]);
    const interest = max(facts.number("netInterest"), ZERO).plus(facts.numberIf("broughtForward") ?? ZERO);
    if (form === "none" || form === "ratio") return unlimited(interest, "no earnings-based limit");
    const deMinimis = numberOf(facts, law, "deMinimis");
    if (deMinimis === undefined) return insufficient(ID, ["deMinimis"]);
    const free =
      form === "cliffBelow" ? interest.lessThan(deMinimis.value) : interest.lessThanOrEqualTo(deMinimis.value);
    if (form !== "higherOf" && free) return unlimited(interest, "below the cliff", deMinimis);
    const fraction = numberOf(facts, law, "fraction");
    const ebitda = facts.numberIf("ebitda");
    if (fraction === undefined || ebitda === undefined)
      return insufficient(ID, [...(fraction ? [] : ["fraction"]), ...(ebitda ? [] : ["ebitda"])], [deMinimis.trace]);
    const share = max(fraction.value.times(ebitda), ZERO);
    const higher = form === "higherOf";
    const cap = traced((higher ? max(deMinimis.value, share) : share).plus(facts.numberIf("unusedCapacity") ?? ZERO), {
      rule: "INTEREST.EBITDA.CAP",
      title: text("利息扣除限额", "Cap on interest"),
      formula: higher ? "max(deMinimis, fraction * ebitda) + unusedCapacity" : "fraction * ebitda + unusedCapacity",
      inputs: { ebitda, fraction, deMinimis, unusedCapacity: facts.numberIf("unusedCapacity") ?? ZERO },
      unit: "money",
      exception: higher ? undefined : "above the cliff",
    });
    const deductible = min(interest, cap.value);
    const disallowed = traced(interest.minus(deductible), {
      rule: ID,
      title: text("不得扣除的净利息", "Net interest that is not deductible"),
      formula: "max(interest - cap, 0)",
      inputs: { interest, cap },
      unit: "money",
      whyNot:
        !higher && interest.greaterThan(deMinimis.value.minus(1))
          ? [
              {
                alternative: interest.toString(),
                rule: ID,
                reason: text(
                  "小额标准是悬崖，超过即全部受限",
                  "The de minimis is a cliff: once above it all interest is limited",
                ),
              },
            ]
          : [],
    });
    const spare = max(cap.value.minus(interest), ZERO);
    return { values: { cap: cap.value, deductible, disallowed: disallowed.value, spare }, trace: disallowed.trace };
  },
};

function unlimited(interest: Decimal, exception: string, deMinimis?: Traced) {
  const { trace } = traced(ZERO, {
    rule: ID,
    title: text("不得扣除的净利息", "Net interest that is not deductible"),
    formula: "0",
    inputs: { interest, ...(deMinimis ? { deMinimis } : {}) },
    unit: "money",
    exception,
  });
  return { values: { deductible: interest, disallowed: ZERO }, trace };
}

const wordOf = (facts: Facts, law: Law): string | undefined =>
  law.params.word(`${facts.wordIf("jurisdiction")}.interest.form`)?.value;

function numberOf(facts: Facts, law: Law, name: "deMinimis" | "fraction"): Traced | undefined {
  const told = facts.numberIf(name);
  if (told === undefined) return law.params.number(`${facts.wordIf("jurisdiction")}.interest.${name}`);
  return traced(told, {
    rule: `fact:${name}`,
    title: text("所给参数", "Parameter as told"),
    formula: name,
    inputs: {},
  });
}
