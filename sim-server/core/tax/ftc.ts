// China's foreign tax credit of a year: gross-up, limit by country or overall, credit, carry-forward, tax due.
import { type Decimal, decimal, max, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { type Excess, type Settled, settle, total } from "./ftc-carry.ts";
import { chain } from "./ftc-chain.ts";
import { CREDIT_ANSWERS, CREDIT_FACTS } from "./ftc-facts.ts";
import { type Income, incomes } from "./ftc-income.ts";
import type { Law } from "./law.ts";
import { isInsufficient } from "./outcome.ts";
import type { Answered, TaxRule } from "./rule.ts";
import { cite, citLaw, text } from "./spec.ts";
import { type Traced, traced, type Value } from "./trace.ts";

const ID = "FTC.CN";
const LIMIT_CITE = cite("财税〔2009〕125 号", "8", "2008-01-01");

export const foreignTaxCredit: TaxRule = {
  id: ID,
  title: text("境外所得税收抵免", "Foreign tax credit of China"),
  inputs: CREDIT_FACTS,
  outputs: CREDIT_ANSWERS,
  run(facts, law) {
    const below = facts.record("chain");
    const found = below ? chain(below, law) : undefined;
    if (found && isInsufficient(found)) return found;
    const all = incomes(facts.list("foreign"), found?.received ?? [], law);
    if (isInsufficient(all)) return all;
    const before = facts.list("carryForward").map((one) => ({
      country: one.wordIf("country"),
      year: one.number("year").toNumber(),
      amount: one.number("amount"),
    }));
    const asked = {
      domestic: facts.number("domestic"),
      rate: rateOf(facts, law),
      domesticRate: facts.numberIf("domesticRate"),
      overall: facts.wordIf("method") === "overall",
      year: facts.numberIf("year")?.toNumber() ?? Number(law.asOf.slice(0, 4)),
      before,
    };
    return creditOf(asked, all, law);
  },
};

export type CreditAsked = {
  readonly domestic: Decimal;
  readonly rate: Traced;
  /** A preferential rate that reaches domestic income only. */
  readonly domesticRate?: Decimal | undefined;
  readonly overall: boolean;
  readonly year: number;
  readonly before: readonly (Excess & { readonly country: string | undefined })[];
};

/** The credit of a year on income already grossed up; the group uses it for each resident. */
export function creditOf(
  { domestic, rate, domesticRate, overall, year, before }: CreditAsked,
  all: readonly Income[],
  law: Law,
): Answered {
  const years = law.params.need("CN.ftc.carryForwardYears").value.toNumber();
  const earning = all.filter(({ income }) => income.value.greaterThan(0));
  const foreignIncome = overall
    ? max(sum(all.map(({ income }) => income.value)), ZERO)
    : sum(earning.map(({ income }) => income.value));
  const totalIncome = domestic.plus(foreignIncome);
  const totalTax = traced(max(totalIncome, ZERO).times(rate.value), {
    rule: "FTC.CN.TOTAL",
    title: text("境内外所得应纳税总额", "Tax on all income"),
    formula: "max(domestic + foreign, 0) * rate",
    inputs: { domestic, foreign: foreignIncome, rate },
    unit: "money",
    cites: [citLaw("3(1)"), citLaw("23")],
  });
  const shareOf = max(totalIncome, foreignIncome);
  const limitOf = (income: Decimal, title: string, children: readonly Traced[]): Traced =>
    traced(income.greaterThan(0) && shareOf.greaterThan(0) ? totalTax.value.times(income).dividedBy(shareOf) : ZERO, {
      rule: "FTC.CN.LIMIT",
      title: text(`抵免限额 ${title}`, `Limit ${title}`),
      formula: "totalTax * max(income, 0) / total",
      inputs: { totalTax, income, total: shareOf },
      unit: "money",
      cites: [LIMIT_CITE],
      children: children.map(({ trace }) => trace),
      exception: totalIncome.lessThan(foreignIncome) ? "a domestic loss eats into foreign income" : undefined,
    });
  const groups: readonly { country: string; limit: Traced; tax: Decimal; before: readonly Excess[] }[] = overall
    ? [
        {
          country: "",
          limit: limitOf(
            foreignIncome,
            "",
            all.map(({ income }) => income),
          ),
          tax: sum(all.map(({ tax }) => tax)),
          before,
        },
      ]
    : countriesOf(all, before).map((country) => {
        const own = all.find((one) => one.country === country);
        return {
          country,
          limit: limitOf(own?.income.value ?? ZERO, country, own ? [own.income] : []),
          tax: own?.tax ?? ZERO,
          before: before.filter((one) => one.country === country),
        };
      });
  const settled = groups.map((group) => ({
    ...group,
    ...settle(group.tax, group.limit.value, group.before, year, years),
  }));
  const values: Record<string, Value> = {};
  for (const { country, income, tax } of all)
    Object.assign(values, { [`income.${country}`]: income.value, [`creditable.${country}`]: tax });
  if (!overall)
    for (const { country, limit, credit, carried } of settled)
      Object.assign(values, {
        [`limit.${country}`]: limit.value,
        [`credit.${country}`]: credit,
        [`carryForward.${country}`]: total(carried),
      });
  const credits = settled.map((one) => creditStep(one, years));
  const given = sum(credits.map(({ value }) => value));
  const relief = domesticRate ? max(domestic, ZERO).times(rate.value.minus(domesticRate)) : ZERO;
  const due = traced(totalTax.value.minus(relief).minus(given), {
    rule: ID,
    title: text("应在中国缴纳的企业所得税", "Tax due in China"),
    formula: domesticRate ? "totalTax - relief - credit" : "totalTax - credit",
    inputs: { totalTax: totalTax.value, credit: given, ...(domesticRate ? { relief, domesticRate } : {}) },
    unit: "money",
    cites: [citLaw("22"), citLaw("23"), citLaw("24")],
    children: credits.map(({ trace }) => trace),
  });
  Object.assign(values, {
    indirect: sum(all.map(({ indirect }) => indirect)),
    foreignIncome,
    totalIncome,
    totalTax: totalTax.value,
    limit: sum(settled.map(({ limit }) => limit.value)),
    creditable: sum(all.map(({ tax }) => tax)),
    credit: given,
    carryForward: sum(settled.map(({ carried }) => total(carried))),
    expired: sum(settled.map(({ expired }) => expired)),
    taxDue: due.value,
  });
  return { values, trace: due.trace };
}

const countriesOf = (all: readonly Income[], before: readonly { country: string | undefined }[]): string[] => [
  ...new Set([...all.map(({ country }) => country), ...before.flatMap(({ country }) => country ?? [])]),
];

function rateOf(facts: Facts, law: Law): Traced {
  const told = facts.numberIf("rate");
  if (told === undefined) return law.params.need("CN.cit.rate");
  return traced(told, {
    rule: "fact:rate",
    title: text("所给税率", "Rate as told"),
    formula: "rate",
    inputs: {},
    unit: "rate",
  });
}

function creditStep(
  { country, limit, tax, credit, used, carried, expired }: Settled & { country: string; limit: Traced; tax: Decimal },
  years: number,
): Traced {
  const binds = tax.greaterThan(limit.value);
  return traced(credit, {
    rule: "FTC.CN.CREDIT",
    title: text(`实际抵免额 ${country}`, `Credit ${country}`),
    formula: "min(limit, creditable) + used of earlier years",
    inputs: { limit, creditable: tax, used, carryForward: total(carried), expired, years: decimal(years) },
    unit: "money",
    cites: [citLaw("23")],
    whyNot: [
      ...(binds
        ? [
            {
              alternative: tax.toString(),
              rule: "FTC.CN.LIMIT",
              reason: text(
                "超过抵免限额的部分结转以后五年",
                "The limit binds; the excess is carried forward five years",
              ),
            },
          ]
        : []),
      ...(expired.greaterThan(0)
        ? [
            {
              alternative: expired.toString(),
              rule: "FTC.CN.CREDIT",
              reason: text("超过五年的余额失效", "An excess older than five years is lost"),
            },
          ]
        : []),
    ],
  });
}
