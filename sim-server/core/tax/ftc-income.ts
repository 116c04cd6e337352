// Foreign income by country, grossed up by the tax borne directly and indirectly.
import { type Decimal, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { ChainResult } from "./ftc-chain.ts";
import type { Law } from "./law.ts";
import { type Insufficient, insufficient } from "./outcome.ts";
import { cite, text } from "./spec.ts";
import { type Trace, type Traced, traced } from "./trace.ts";

export type Income = {
  readonly country: string;
  readonly income: Traced;
  /** Creditable tax of the year, direct and indirect. */
  readonly tax: Decimal;
  readonly indirect: Decimal;
};

type Part = { income: Decimal; direct: Decimal; indirect: Decimal; expenses: Decimal; children: readonly Trace[] };

export function incomes(
  items: readonly Facts[],
  received: ChainResult["received"],
  law: Law,
): readonly Income[] | Insufficient {
  const parts = new Map<string, Part[]>();
  const missing: string[] = [];
  const add = (country: string, part: Part): void => void parts.set(country, [...(parts.get(country) ?? []), part]);
  items.forEach((item, index) => {
    const direct = item.numberIf("directTax") ?? ZERO;
    const net = item.numberIf("net");
    const income = item.numberIf("income") ?? net?.plus(direct);
    const fromChain = received.some(({ country }) => country === item.word("country"));
    if (income === undefined && !fromChain) missing.push(`foreign.${index}.income`);
    const borne = indirectOf(item, income ?? ZERO, law);
    add(item.word("country"), {
      income: income ?? ZERO,
      direct: direct.plus(item.numberIf("spared") ?? ZERO).minus(item.numberIf("notCreditable") ?? ZERO),
      indirect: borne.value,
      expenses: item.numberIf("expenses") ?? ZERO,
      children: borne.children,
    });
  });
  for (const { country, amount, withheld, indirect } of received)
    add(country, {
      income: amount,
      direct: withheld,
      indirect: indirect.value,
      expenses: ZERO,
      children: [indirect.trace],
    });
  if (missing.length > 0) return insufficient("FTC.CN", missing);
  return [...parts].map(([country, those]) => countryIncome(country, those));
}

function countryIncome(country: string, parts: readonly Part[]): Income {
  const gross = sum(parts.map(({ income }) => income));
  const indirect = sum(parts.map((part) => part.indirect));
  const expenses = sum(parts.map((part) => part.expenses));
  const direct = sum(parts.map((part) => part.direct));
  return {
    country,
    indirect,
    tax: direct.plus(indirect),
    income: traced(gross.plus(indirect).minus(expenses), {
      rule: "FTC.CN.INCOME",
      title: text(`境外应纳税所得额 ${country}`, `Foreign taxable income ${country}`),
      formula: "income + indirectTax - expenses",
      inputs: { income: gross, directTax: direct, indirectTax: indirect, expenses },
      unit: "money",
      cites: [cite("国家税务总局公告 2010 年第 1 号", "4", "2010-01-01")],
      children: parts.flatMap(({ children }) => children),
    }),
  };
}

/** Told, or worked out from the company's tax and profit; below the least holding nothing is borne. */
function indirectOf(item: Facts, dividend: Decimal, law: Law): { value: Decimal; children: readonly Trace[] } {
  const told = item.numberIf("indirectTax") ?? ZERO;
  const tier = item.record("tier");
  if (tier === undefined) return { value: told, children: [] };
  const least = law.params.need("CN.ftc.minHolding");
  const holding = tier.numberIf("holding");
  const small = holding?.lessThan(least.value) ?? false;
  const profit = tier.number("afterTaxProfit");
  const tax = tier.number("ownTax").plus(tier.numberIf("investmentTax") ?? ZERO);
  const value = small || profit.lessThanOrEqualTo(0) ? ZERO : tax.times(dividend).dividedBy(profit);
  const step = traced(value, {
    rule: "FTC.CN.TIER",
    title: text("间接负担税额", "Tax borne indirectly"),
    formula: small ? "0" : "tax * dividend / afterTaxProfit",
    inputs: { tax, dividend, afterTaxProfit: profit, least, ...(holding === undefined ? {} : { holding }) },
    unit: "money",
    cites: [cite("财税〔2009〕125 号", "5", "2008-01-01")],
    exception: small ? "holding below 20 %" : undefined,
  });
  return { value: told.plus(value), children: [step.trace] };
}
