// China's residents in a group: their foreign tax credit, five tiers deep, and their controlled foreign companies.
import { decideCfc } from "./cfc.ts";
import { Decimal, decimal, max, min, ONE, sum, ZERO } from "./decimal.ts";
import { factsOf, type Held } from "./facts.ts";
import { creditOf } from "./ftc.ts";
import { standings } from "./ftc-holding.ts";
import type { Income } from "./ftc-income.ts";
import { tierTax } from "./ftc-tier.ts";
import type { Group } from "./group.ts";
import { type EntityTax, type Place, profitOf, taxableOf } from "./group-entity.ts";
import type { FlowTax } from "./group-flow.ts";
import type { Law } from "./law.ts";
import { isInsufficient } from "./outcome.ts";
import { citRegs, text } from "./spec.ts";
import { type Trace, type Traced, traced } from "./trace.ts";

/** A resident's tax: domestic income and foreign income with its credit. */
export function residentTax(
  place: Place,
  group: Group,
  foreign: ReadonlyMap<string, EntityTax>,
  into: ReadonlyMap<string, readonly FlowTax[]>,
  law: Law,
): EntityTax {
  const { entity, incoming } = place;
  const abroad = incoming.filter(({ home }) => home !== "CN");
  const { taxable, missing } = taxableOf(place, law, undefined);
  const fromAbroad = sum(
    abroad.map(({ flow }) => (flow.kind === "dividend" || flow.kind === "goods" ? ZERO : flow.amount)),
  );
  const unknown = [...missing, ...abroad.flatMap((one) => one.missing)];
  const incomes = foreignIncomes(entity.id, abroad, group, foreign, into, law, unknown);
  const answer = creditOf(
    {
      domestic: taxable.value.minus(fromAbroad),
      rate: rateOf(entity.regime, law),
      overall: group.overallCredit,
      year: Number(law.asOf.slice(0, 4)),
      before: [],
    },
    incomes,
    law,
  );
  const { taxDue, credit } = answer.values;
  if (!(taxDue instanceof Decimal) || !(credit instanceof Decimal)) throw new Error("the credit answered no tax");
  const tax = traced(taxDue, {
    rule: "GROUP.TAX",
    title: text(`${entity.id} 企业所得税`, `Income tax of ${entity.id}`),
    formula: "tax on all income - credit",
    inputs: { taxable },
    unit: "money",
    children: [answer.trace],
  });
  return {
    entity,
    home: "CN",
    profit: profitOf(place),
    taxable,
    tax: unknown.length > 0 ? undefined : tax,
    credit,
    suffered: sum(incoming.map((one) => one.tax?.value ?? ZERO)),
    missing: unknown,
  };
}

const rateOf = (regime: string | undefined, law: Law): Traced =>
  (regime === undefined ? undefined : law.params.number(`CN.cit.regime.${regime}`)) ?? law.params.need("CN.cit.rate");

function foreignIncomes(
  resident: string,
  abroad: readonly FlowTax[],
  group: Group,
  foreign: ReadonlyMap<string, EntityTax>,
  into: ReadonlyMap<string, readonly FlowTax[]>,
  law: Law,
  unknown: string[],
): readonly Income[] {
  const taxed = abroad.filter(({ flow }) => flow.kind !== "goods");
  if (taxed.length === 0) return [];
  const least = law.params.need("CN.ftc.minHolding").value;
  const tiers = law.params.need("CN.ftc.tiers").value.toNumber();
  const standing = taxed.some(({ flow }) => flow.kind === "dividend")
    ? standings(resident, group.holdings, least, tiers)
    : undefined;
  const borne = ({ flow }: FlowTax, depth: number): Traced | undefined => {
    const payer = foreign.get(flow.from.id);
    if (depth > tiers || standing?.(flow.from.id).tier === undefined || flow.holding.lessThan(least)) return undefined;
    if (payer === undefined) return undefined;
    if (payer.tax === undefined) {
      unknown.push(...payer.missing);
      return undefined;
    }
    const received = (into.get(flow.from.id) ?? []).filter((one) => one.flow.kind === "dividend");
    const investmentTax = sum(received.map((one) => one.tax?.value ?? ZERO));
    const gains = sum(received.map((one) => one.flow.amount));
    const after = payer.profit.plus(gains).minus(payer.tax.value).minus(investmentTax);
    const below = received.flatMap((one) => borne(one, depth + 1) ?? []);
    return tierTax({ company: flow.from.id, ownTax: payer.tax.value, investmentTax, below }, flow.amount, after);
  };
  const byCountry = Map.groupBy(taxed, ({ home }) => home);
  return [...byCountry].map(([country, flows]): Income => {
    const indirects = flows.flatMap((one) => (one.flow.kind === "dividend" ? (borne(one, 1) ?? []) : []));
    const indirect = sum(indirects.map(({ value }) => value));
    const gross = sum(flows.map(({ flow }) => flow.amount));
    const direct = sum(flows.map(({ tax }) => tax?.value ?? ZERO));
    return {
      country,
      indirect,
      tax: direct.plus(indirect),
      income: traced(gross.plus(indirect), {
        rule: "FTC.CN.INCOME",
        title: text(`境外应纳税所得额 ${country}`, `Foreign taxable income ${country}`),
        formula: "income + indirectTax",
        inputs: { income: gross, indirectTax: indirect, directTax: direct },
        unit: "money",
        children: indirects.map(({ trace }): Trace => trace),
      }),
    };
  });
}

export type Inclusion = {
  readonly taxpayer: string;
  readonly company: string;
  readonly exemption: string;
  readonly tax: Traced | undefined;
  readonly missing: readonly string[];
};

/** Every foreign company below a resident of China, with what the resident must include; `toCny` turns amounts into yuan. */
export function inclusions(
  group: Group,
  homes: ReadonlyMap<string, string>,
  foreign: ReadonlyMap<string, EntityTax>,
  from: ReadonlyMap<string, readonly FlowTax[]>,
  toCny: Decimal | undefined,
  law: Law,
): readonly Inclusion[] {
  const whole = law.params.need("CN.cfc.middleCountsWhole").value;
  const each = law.params.need("CN.cfc.eachMin");
  const residents = group.entities.filter(({ id }) => homes.get(id) === "CN");
  const children = group.holdings.below;
  const counted = new Map<string, Decimal>();
  const economic = new Map<string, Map<string, Decimal>>();
  const walk = (resident: string, at: string, count: Decimal, plain: Decimal, passed: readonly string[]): void => {
    for (const { held, share } of children.get(at) ?? []) {
      if (homes.get(held) === "CN" || passed.includes(held)) continue;
      const next = count.times(at !== resident && share.greaterThan(whole) ? ONE : share);
      const own = plain.times(share);
      const mine = economic.get(resident) ?? new Map<string, Decimal>();
      economic.set(resident, mine.set(held, (mine.get(held) ?? ZERO).plus(own)));
      if (next.greaterThanOrEqualTo(each.value)) counted.set(held, min((counted.get(held) ?? ZERO).plus(next), ONE));
      walk(resident, held, next, own, [...passed, held]);
    }
  };
  for (const { id } of residents) walk(id, id, ONE, ONE, [id]);
  return [...economic].flatMap(([taxpayer, held]) =>
    [...held].map(([company, holding]): Inclusion => {
      const found = foreign.get(company);
      const facts = new Map<string, Held>([
        ["deFacto", false],
        ["jurisdiction", homes.get(company) ?? ""],
      ]);
      if (found) describe(facts, found, from.get(company) ?? [], holding, toCny);
      const control = traced(counted.get(company) ?? ZERO, {
        rule: "CFC.CN.CONTROL",
        title: text(`居民股东对 ${company} 的合计持股`, `Residents' shares in ${company}`),
        formula: "sum of the residents' shares of at least each",
        inputs: { each },
        unit: "share",
        cites: [citRegs("117")],
      });
      const answer = decideCfc(factsOf(facts), control, holding, law);
      if (isInsufficient(answer))
        return {
          taxpayer,
          company,
          exemption: "unknown",
          tax: undefined,
          missing: answer.insufficientEvidence.map((name) => `entities.${company}.${name}`),
        };
      const tax = answer.values["tax"];
      const value = tax instanceof Decimal ? tax : ZERO;
      return {
        taxpayer,
        company,
        exemption: String(answer.values["exemption"]),
        tax: { value, trace: answer.trace },
        missing: [],
      };
    }),
  );
}

function describe(
  facts: Map<string, Held>,
  one: EntityTax,
  paid: readonly FlowTax[],
  holding: Decimal,
  toCny: Decimal | undefined,
): void {
  const distributed = sum(paid.flatMap(({ flow }) => (flow.kind === "dividend" ? [flow.amount] : [])));
  if (toCny) facts.set("profit", one.profit.times(toCny));
  if (one.entity.activeIncome !== undefined) facts.set("activeIncome", one.entity.activeIncome);
  if (one.tax === undefined) return;
  facts.set("undistributed", max(one.profit.minus(one.tax.value).minus(distributed), ZERO));
  facts.set("creditableTax", max(one.tax.value, ZERO).times(holding));
  if (one.profit.greaterThan(0)) facts.set("burden", one.tax.value.dividedBy(one.profit));
  else facts.set("burden", decimal(1));
}
