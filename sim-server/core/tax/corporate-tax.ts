// Corporate income tax of a year: the rate of a regime, of bands, or with marginal relief between two bounds.
import { type Decimal, max, min, ZERO } from "./decimal.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

const ID = "CIT";
const TITLE = text("企业所得税", "Corporate income tax");

export const corporateTax: TaxRule = {
  id: ID,
  title: TITLE,
  inputs: [
    fact("jurisdiction", "word", "辖区", "Jurisdiction"),
    fact("income", "money", "应纳税所得额（当地货币）", "Taxable income in its own currency"),
    maybe("regime", "word", "优惠制度，如 HNTE", "Preferential regime, such as HNTE"),
    maybe("rate", "rate", "税率（默认取自法律）", "Rate (from the law unless told)"),
  ],
  outputs: [output("tax", "money", "税款", "Tax"), output("effective", "rate", "实际税率", "Effective rate")],
  run(facts, law) {
    const income = facts.number("income");
    const told = facts.numberIf("rate");
    const tax = taxOf(facts.word("jurisdiction"), income, law, { regime: facts.wordIf("regime"), rate: told });
    if ("missing" in tax) return insufficient(ID, tax.missing);
    const effective = income.greaterThan(0) ? tax.found.value.dividedBy(income) : ZERO;
    return { values: { tax: tax.found.value, effective }, trace: tax.found.trace };
  },
};

export type TaxOf = { readonly found: Traced } | { readonly missing: readonly string[] };

/** A loss bears no tax. `unit` turns bounds in the law's currency into that of the income. */
export function taxOf(
  jurisdiction: string,
  income: Decimal,
  law: Law,
  {
    regime,
    rate,
    unit,
  }: {
    readonly regime?: string | undefined;
    readonly rate?: Decimal | undefined;
    readonly unit?: Decimal | undefined;
  } = {},
): TaxOf {
  const base = max(income, ZERO);
  if (rate !== undefined) return { found: flat(base, rate, undefined) };
  if (regime !== undefined) {
    const special = law.params.number(`${jurisdiction}.cit.regime.${regime}`);
    if (special === undefined) return { missing: [`law:${jurisdiction}.cit.regime.${regime}`] };
    const upTo = law.params.number(`${jurisdiction}.cit.regimeUpTo.${regime}`);
    if (upTo === undefined || base.lessThanOrEqualTo(inUnit(upTo.value, unit)))
      return { found: flat(base, special, regime) };
  }
  const main = law.params.number(`${jurisdiction}.cit.rate`);
  if (main === undefined) return { missing: [`law:${jurisdiction}.cit.rate`] };
  const first = law.params.number(`${jurisdiction}.cit.band1.rate`);
  const bound = law.params.number(`${jurisdiction}.cit.band1.upTo`);
  if (first === undefined || bound === undefined) return { found: flat(base, main, undefined) };
  const marginal = law.params.number(`${jurisdiction}.cit.marginalUpTo`);
  const fraction = law.params.number(`${jurisdiction}.cit.marginalFraction`);
  const upTo = inUnit(bound.value, unit);
  if (marginal && fraction) return { found: relieved(base, main, first, upTo, inUnit(marginal.value, unit), fraction) };
  const second = law.params.number(`${jurisdiction}.cit.band2.rate`);
  const next = law.params.number(`${jurisdiction}.cit.band2.upTo`);
  const middle = next ? inUnit(next.value, unit) : upTo;
  const value = min(base, upTo)
    .times(first.value)
    .plus(max(min(base, middle).minus(upTo), ZERO).times(second?.value ?? main.value))
    .plus(max(base.minus(middle), ZERO).times(main.value));
  const inputs = { income: base, first, upTo, ...(second ? { second, middle } : {}), main };
  return {
    found: traced(value, { rule: "CIT.BANDS", title: TITLE, formula: "each band at its rate", inputs, unit: "money" }),
  };
}

const inUnit = (value: Decimal, unit: Decimal | undefined): Decimal => (unit === undefined ? value : value.times(unit));

const flat = (income: Decimal, rate: Traced | Decimal, exception: string | undefined): Traced => {
  const value = "trace" in rate ? rate.value : rate;
  return traced(income.times(value), {
    rule: ID,
    title: TITLE,
    formula: "max(income, 0) * rate",
    inputs: { income, rate },
    unit: "money",
    exception,
  });
};

/** The small rate up to one bound, the main rate from another, and between them relief that falls to nothing. */
function relieved(
  income: Decimal,
  main: Traced,
  small: Traced,
  lower: Decimal,
  upper: Decimal,
  fraction: Traced,
): Traced {
  if (income.lessThanOrEqualTo(lower)) return flat(income, small, "small profits rate");
  if (income.greaterThanOrEqualTo(upper)) return flat(income, main, undefined);
  return traced(income.times(main.value).minus(upper.minus(income).times(fraction.value)), {
    rule: "CIT.MARGINAL",
    title: TITLE,
    formula: "income * main - (upper - income) * fraction",
    inputs: { income, main, upper, fraction },
    unit: "money",
    exception: "marginal relief",
  });
}
