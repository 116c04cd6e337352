// One tier of the indirect credit: a company's tax in proportion to the dividend it pays.
import { type Decimal, max, sum, ZERO } from "./decimal.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, fact, maybe, output, text } from "./spec.ts";
import { type Trace, type Traced, traced } from "./trace.ts";

export const TIER_CITE = cite("财税〔2009〕125 号", "5", "2008-01-01");

type Borne = {
  readonly company: string;
  readonly ownTax: Decimal;
  readonly investmentTax: Decimal;
  readonly below: readonly Traced[];
};

/** Bulletin 1 [2010] art. 5: (own tax + tax on investment income + indirect tax below) x dividend / profit after tax. */
export function tierTax({ company, ownTax, investmentTax, below }: Borne, dividend: Decimal, profit: Decimal): Traced {
  const fromBelow = sum(below.map(({ value }) => value));
  const tax = ownTax.plus(investmentTax).plus(fromBelow);
  const value = profit.greaterThan(0) ? tax.times(dividend).dividedBy(profit) : ZERO;
  return traced(max(value, ZERO), {
    rule: "FTC.CN.TIER",
    title: text(`${company} 由上一层负担的税额`, `Tax of ${company} borne by its holder`),
    formula: "(ownTax + investmentTax + indirectBelow) * dividend / afterTaxProfit",
    inputs: { ownTax, investmentTax, indirectBelow: fromBelow, dividend, afterTaxProfit: profit },
    unit: "money",
    cites: [TIER_CITE],
    children: below.map(({ trace }): Trace => trace),
  });
}

export const creditTier: TaxRule = {
  id: "FTC.CN.TIER",
  title: text("一层股息间接负担的税额", "Tax borne by a dividend at one tier"),
  inputs: [
    fact("ownTax", "money", "本层企业实际缴纳的税", "Tax the company paid"),
    maybe("investmentTax", "money", "投资收益在境外缴纳的税", "Tax on its investment income abroad"),
    maybe("indirectBelow", "money", "从下一层间接负担的税", "Tax borne indirectly from the tier below"),
    fact("dividend", "money", "向上一层分配的股息", "Dividend paid to the holder"),
    maybe("profit", "money", "税前利润", "Profit before tax"),
    maybe(
      "afterTaxProfit",
      "money",
      "税后利润（默认税前利润减税）",
      "Profit after tax (profit less taxes unless told)",
    ),
    maybe("withheld", "money", "该股息的预提税", "Tax withheld on the dividend"),
  ],
  outputs: [
    output("indirect", "money", "间接负担税额", "Tax borne indirectly"),
    output("creditable", "money", "连同预提税的可抵免税额", "Creditable tax, the withheld one included"),
  ],
  run(facts) {
    const ownTax = facts.number("ownTax");
    const investmentTax = facts.numberIf("investmentTax") ?? ZERO;
    const profit = facts.numberIf("afterTaxProfit") ?? facts.numberIf("profit")?.minus(ownTax).minus(investmentTax);
    if (profit === undefined) return insufficient("FTC.CN.TIER", ["afterTaxProfit"]);
    const given = facts.numberIf("indirectBelow");
    const below = given
      ? [
          traced(given, {
            rule: "fact:indirectBelow",
            title: text("下一层税额", "Tax from below"),
            formula: "indirectBelow",
            inputs: {},
          }),
        ]
      : [];
    const tax = tierTax({ company: "", ownTax, investmentTax, below }, facts.number("dividend"), profit);
    const creditable = tax.value.plus(facts.numberIf("withheld") ?? ZERO);
    return { values: { indirect: tax.value, creditable }, trace: tax.trace };
  },
};
