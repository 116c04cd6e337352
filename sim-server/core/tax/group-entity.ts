// One entity of a group: taxable income after its flows, interest limits and exempt dividends, and its tax.

import { taxOf } from "./corporate-tax.ts";
import { type Decimal, max, min, ONE, sum, ZERO } from "./decimal.ts";
import { factsOf, type Held } from "./facts.ts";
import type { Entity, Flow } from "./group.ts";
import type { FlowTax } from "./group-flow.ts";
import { ebitdaLimit } from "./interest-ebitda.ts";
import { thinCapitalisation } from "./interest-thin-cap.ts";
import type { Law } from "./law.ts";
import { isInsufficient } from "./outcome.ts";
import { text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

export type Place = {
  readonly entity: Entity;
  readonly incoming: readonly FlowTax[];
  readonly outgoing: readonly FlowTax[];
  /** Where it is resident: its management counts where the law asks for it. */
  readonly home: string;
};
export type EntityTax = {
  readonly entity: Entity;
  readonly home: string;
  /** Profit after the flows of the group, without dividends. */
  readonly profit: Decimal;
  readonly taxable: Traced;
  /** Income tax at home, after credit; undefined where a fact is missing. */
  readonly tax: Traced | undefined;
  readonly credit: Decimal;
  /** Tax withheld abroad from what it received. */
  readonly suffered: Decimal;
  readonly missing: readonly string[];
};

export const profitOf = ({ entity, incoming, outgoing }: Place): Decimal =>
  entity.profit.plus(total(incoming)).minus(total(outgoing));

const total = (flows: readonly FlowTax[]): Decimal =>
  flows.reduce((all, { flow }) => (flow.kind === "dividend" ? all : all.plus(flow.amount)), ZERO);

export type Adjusted = { readonly taxable: Traced; readonly missing: readonly string[] };

/** Taxable income without foreign dividends; what exceeds arm's length and interest beyond its limit is added back. */
export function taxableOf(place: Place, law: Law, unit: Decimal | undefined): Adjusted {
  const { entity, outgoing, home } = place;
  const profit = profitOf(place);
  const excess = sum(outgoing.map(({ flow }) => excessOf(flow)));
  const interest = interestLimit(place, law, unit);
  const dividends = taxedDividends(place, law);
  const disallowed = interest.found;
  const extra = entity.extraDeduction ?? ZERO;
  const taxable = traced(
    profit
      .plus(excess)
      .plus(disallowed?.value ?? ZERO)
      .plus(dividends)
      .minus(extra),
    {
      rule: "GROUP.TAXABLE",
      title: text(`${entity.id} 应纳税所得额`, `Taxable income of ${entity.id}`),
      formula: "profit + excess over arm's length + disallowed interest + taxed dividends - extra deduction",
      inputs: { profit, excess, ...(disallowed ? { disallowed } : {}), dividends, extra, home },
      unit: "money",
    },
  );
  return { taxable, missing: interest.missing.map((name) => `entities.${entity.id}.${name}`) };
}

/** A payment above arm's length is not deductible beyond it. */
const excessOf = ({ kind, amount, armsLength }: Flow): Decimal =>
  kind === "dividend" || armsLength === undefined ? ZERO : max(amount.minus(armsLength), ZERO);

function interestLimit(
  { entity, incoming, outgoing, home }: Place,
  law: Law,
  unit: Decimal | undefined,
): { found: Traced | undefined; missing: readonly string[] } {
  const paid = outgoing.filter(({ flow }) => flow.kind === "interest");
  if (paid.length === 0) return { found: undefined, missing: [] };
  const interest = total(paid);
  const form = law.params.word(`${home}.interest.form`)?.value;
  if (form === undefined || form === "none") return { found: undefined, missing: [] };
  const held = new Map<string, Held>();
  if (form === "ratio") {
    const missing = [...(entity.relatedDebt ? [] : ["relatedDebt"]), ...(entity.equity ? [] : ["equity"])];
    if (!entity.relatedDebt || !entity.equity) return { found: undefined, missing };
    held.set("interest", interest);
    held.set("months", [
      factsOf(
        new Map<string, Held>([
          ["debt", entity.relatedDebt],
          ["equity", entity.equity],
        ]),
      ),
    ]);
  } else {
    const received = total(incoming.filter(({ flow }) => flow.kind === "interest"));
    held.set("netInterest", max(interest.minus(received), ZERO));
    held.set("jurisdiction", home);
    if (entity.ebitda) held.set("ebitda", entity.ebitda);
    const least = law.params.number(`${home}.interest.deMinimis`)?.value;
    if (least && unit) held.set("deMinimis", least.times(unit));
    if (least && !unit && !least.isZero()) return { found: undefined, missing: [`fx.${home}`] };
  }
  const answer = (form === "ratio" ? thinCapitalisation : ebitdaLimit).run(factsOf(held), law);
  if (isInsufficient(answer)) return { found: undefined, missing: answer.insufficientEvidence };
  const value = answer.values["disallowed"];
  return { found: typeof value === "object" ? { value, trace: answer.trace } : undefined, missing: [] };
}

/** Participation exemption of the country of residence; China's residents take foreign dividends through the credit. */
function taxedDividends({ incoming, home }: Place, law: Law): Decimal {
  const exempt = law.params.number(`${home}.participation.exempt`)?.value;
  const least = law.params.number(`${home}.participation.minHolding`)?.value ?? ZERO;
  const months = law.params.number(`${home}.participation.months`)?.value ?? ZERO;
  return sum(
    incoming.map(({ flow, home: from }) => {
      if (flow.kind !== "dividend" || home === from || home === "CN" || exempt === undefined) return ZERO;
      const held = flow.holding.greaterThanOrEqualTo(least) && (flow.months ?? months).greaterThanOrEqualTo(months);
      return flow.amount.times(ONE.minus(held ? exempt : ZERO));
    }),
  );
}

const agreedRate = ({ rate, rateIn }: Entity, home: string): Decimal | undefined =>
  rateIn === undefined || rateIn === home ? rate : undefined;

/** Tax of an entity outside China: its rate, less what was withheld abroad on income it taxes. */
export function foreignTax(place: Place, law: Law, unit: Decimal | undefined): EntityTax {
  const { entity, home, incoming } = place;
  const { taxable, missing } = taxableOf(place, law, unit);
  const banded = law.params.number(`${home}.cit.band1.upTo`) !== undefined;
  const rateAgreed = agreedRate(entity, home);
  const lacksRate = banded && unit === undefined && !entity.regime && !rateAgreed;
  const found = taxOf(home, taxable.value, law, { regime: entity.regime, rate: rateAgreed, unit });
  const suffered = sum(incoming.map(({ tax }) => tax?.value ?? ZERO));
  const base = { entity, home, profit: profitOf(place), taxable, suffered };
  if ("missing" in found || lacksRate) {
    const why = "missing" in found ? found.missing : [`fx.${home}`];
    return { ...base, tax: undefined, credit: ZERO, missing: [...missing, ...why] };
  }
  const before = found.found;
  const rate = taxable.value.greaterThan(0) ? before.value.dividedBy(taxable.value) : ZERO;
  const credits = law.params.word(`${home}.ftc.method`) !== undefined;
  const credit = credits
    ? min(
        before.value,
        sum(
          incoming.map(({ flow, tax }) =>
            flow.kind === "dividend" ? ZERO : min(tax?.value ?? ZERO, flow.amount.times(rate)),
          ),
        ),
      )
    : ZERO;
  const tax = traced(before.value.minus(credit), {
    rule: "GROUP.TAX",
    title: text(`${entity.id} 所得税`, `Income tax of ${entity.id}`),
    formula: "tax - credit",
    inputs: { tax: before, credit, taxable },
    unit: "money",
  });
  return { ...base, tax: missing.length > 0 ? undefined : tax, credit, missing };
}
