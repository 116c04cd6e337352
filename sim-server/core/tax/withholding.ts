// Withholding tax on a payment abroad: base, excess over arm's length, treaty or domestic rate, remittance.
import { Decimal, decimal, max, ONE, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { insufficient, isInsufficient } from "./outcome.ts";
import type { RuleAnswer, TaxRule } from "./rule.ts";
import { citLaw, citRegs, fact, output, text } from "./spec.ts";
import { type Trace, type Traced, traced, type Value, type WhyNot } from "./trace.ts";
import { CLAIM_CITES, treatyClaim } from "./withholding-claim.ts";
import { PAYMENT_ANSWERS, PAYMENT_FACTS } from "./withholding-facts.ts";
import { remittance } from "./withholding-late.ts";
import { atHome, netBasis, propertyShelter, serviceTax } from "./withholding-other.ts";

const ID = "WHT";

export const withholding: TaxRule = {
  id: ID,
  title: text("对外支付预提所得税", "Withholding tax on a payment abroad"),
  inputs: PAYMENT_FACTS,
  outputs: PAYMENT_ANSWERS,
  run: (facts, law) => withhold(facts, law),
};

export const withholdings: TaxRule = {
  id: "WHT.PAYMENTS",
  title: text("多笔对外支付的预提所得税", "Withholding tax on several payments"),
  inputs: [fact("payments", "list", "各笔支付", "The payments", { of: PAYMENT_FACTS })],
  outputs: [
    output("tax", "money", "合计税款", "Tax on all"),
    output("tax.<n>", "money", "第 n 笔税款", "Tax on the n-th"),
  ],
  run(facts, law) {
    const answers = facts.list("payments").map((payment) => withhold(payment, law));
    const missing = answers.flatMap((answer, index) =>
      isInsufficient(answer) ? answer.insufficientEvidence.map((name) => `payments.${index}.${name}`) : [],
    );
    const children = answers.map(({ trace }) => trace);
    if (missing.length > 0) return insufficient("WHT.PAYMENTS", missing, children);
    const taxes = answers
      .map((answer) => ("values" in answer ? answer.values["tax"] : undefined))
      .filter((tax) => tax instanceof Decimal);
    const total = traced(sum(taxes), {
      rule: "WHT.PAYMENTS",
      title: text("预提所得税合计", "Withholding tax on all payments"),
      formula: "sum of the taxes",
      inputs: {},
      unit: "money",
      children,
    });
    const each = taxes.map((tax, index) => [`tax.${index + 1}`, tax] as const);
    return { values: { tax: total.value, ...Object.fromEntries(each) }, trace: total.trace };
  },
};

/** Withholding on one payment; the group uses it for each of its flows. */
export function withhold(facts: Facts, law: Law): RuleAnswer {
  const income = facts.word("income");
  const payer = facts.wordIf("payer") ?? "CN";
  if (facts.wordIf("recipient") === payer) return atHome(facts);
  if (facts.flagIf("connectedPe") === true) return netBasis(facts, law);
  if (income === "service") {
    const other = serviceTax(facts, law);
    if (other) return other;
  }
  const domestic = domesticRate(facts, law);
  if (domestic === undefined) return insufficient(ID, [`law:${payer}.wht.${income}`]);
  const base = grossBase(facts);
  if ("missing" in base) return insufficient(ID, base.missing, [domestic.trace]);
  const shelter = income === "property" ? propertyShelter(facts, law) : undefined;
  if (shelter && isInsufficient(shelter)) return shelter;
  const claim = shelter ?? treatyClaim(facts, domestic, law);
  if (isInsufficient(claim)) return claim;
  const { excess, whyNot } = excessOf(facts, base.found.value);
  const rate = claim.rate ?? domestic;
  const tax = traced(base.found.value.minus(excess).times(rate.value).plus(excess.times(domestic.value)), {
    rule: ID,
    title: text("应扣缴税款", "Tax to withhold"),
    formula: excess.isZero() ? "base * rate" : "(base - excess) * rate + excess * domestic",
    inputs: { base: base.found, rate, ...(excess.isZero() ? {} : { excess, domestic }) },
    unit: "money",
    cites: [citLaw("37"), ...(claim.rate ? CLAIM_CITES : [])],
    exception: claim.refused ? "treaty refused" : undefined,
    children: claim.children,
    whyNot: [...claim.whyNot, ...whyNot],
  });
  const late = remittance(tax, facts, law);
  const values: Record<string, Value> = {
    tax: tax.value,
    rate: rate.value,
    regime: shelter?.rate ? "exempt" : claim.rate ? "treaty" : "domestic",
    base: base.found.value,
    excess,
    domesticTax: base.found.value.times(domestic.value),
    ...(facts.has("vatRate") ? { vat: facts.number("gross").minus(base.found.value) } : {}),
    ...late.values,
  };
  return { values, trace: withChildren(tax.trace, late.children) };
}

const withChildren = (trace: Trace, more: readonly Trace[]): Trace =>
  more.length === 0 ? trace : { ...trace, children: [...trace.children, ...more] };

function domesticRate(facts: Facts, law: Law): Traced | undefined {
  const told = facts.numberIf("domesticRate");
  if (told === undefined) return law.params.number(`${facts.wordIf("payer") ?? "CN"}.wht.${facts.word("income")}`);
  return traced(told, {
    rule: "fact:domesticRate",
    title: text("所给国内税率", "Domestic rate as told"),
    formula: "domesticRate",
    inputs: {},
    unit: "rate",
  });
}

/** CIT Law art. 19: the whole of the income without VAT; for property the price less its net cost. */
function grossBase(facts: Facts): { readonly found: Traced } | { readonly missing: readonly string[] } {
  const gross = facts.number("gross");
  const vatRate = facts.numberIf("vatRate") ?? ZERO;
  const property = facts.word("income") === "property";
  const cost = property ? facts.numberIf("netCost") : ZERO;
  if (cost === undefined) return { missing: ["netCost"] };
  const exclusive = gross.dividedBy(ONE.plus(vatRate));
  return {
    found: traced(property ? max(exclusive.minus(cost), decimal(0)) : exclusive, {
      rule: "WHT.BASE",
      title: text("计税基数", "Base"),
      formula: property ? "max(gross / (1 + vatRate) - netCost, 0)" : "gross / (1 + vatRate)",
      inputs: { gross, vatRate, ...(property ? { netCost: cost } : {}) },
      unit: "money",
      cites: [citLaw("19"), citRegs("103")],
    }),
  };
}

/** The part a special relationship adds gets no treaty rate. */
function excessOf(facts: Facts, base: Decimal): { excess: Decimal; whyNot: readonly WhyNot[] } {
  const price = facts.numberIf("armsLength");
  const income = facts.word("income");
  const covered = income === "interest" || income === "royalty";
  if (facts.flagIf("related") !== true || price === undefined || !covered) return { excess: ZERO, whyNot: [] };
  const excess = max(base.minus(price), ZERO);
  const reason = text(
    "超过独立交易价格的部分不适用协定税率",
    "What exceeds the arm's-length price gets no treaty rate",
  );
  return { excess, whyNot: excess.isZero() ? [] : [{ alternative: "treaty on all", rule: "WHT.EXCESS", reason }] };
}
