// The whole tax of a group, recomputed: withholding, income tax, China's credit and CFCs, top-up tax, by country.
import { type Decimal, ONE, sum, ZERO } from "./decimal.ts";
import { type GlobeResult, globeOf } from "./globe-group.ts";
import type { Entity, Group } from "./group.ts";
import { type Inclusion, inclusions, residentTax } from "./group-china.ts";
import { type EntityTax, foreignTax, type Place } from "./group-entity.ts";
import { type FlowTax, flowTaxes } from "./group-flow.ts";
import type { Law } from "./law.ts";
import { text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

type CountryTax = {
  readonly id: string;
  readonly profit: Decimal;
  readonly incomeTax: Decimal;
  readonly cfc: Decimal;
  /** Withheld here from payments abroad. */
  readonly withheld: Decimal;
  readonly topUp: Decimal;
  /** Cash grants its entities received. */
  readonly grants: Decimal;
  /** All of it less the grants, with its trace; where facts are missing, only what is known. */
  readonly total: Traced;
  readonly etr: Decimal | undefined;
  /** The facts without which the total is not the whole. */
  readonly missing: readonly string[];
};
type Flag = {
  readonly kind: "treatyRefused" | "aboveArmsLength" | "cfc" | "lowTaxed" | "unknown";
  readonly of: string;
};
export type GroupTax = {
  readonly countries: readonly CountryTax[];
  readonly entities: readonly EntityTax[];
  readonly flows: readonly FlowTax[];
  readonly inclusions: readonly Inclusion[];
  readonly topUp: GlobeResult | { readonly missing: readonly string[] };
  readonly total: Traced;
  readonly flags: readonly Flag[];
  readonly missing: readonly string[];
};

/** A pure function of the group and the law; the order of entities and flows changes nothing but order. */
export function recompute(group: Group, law: Law): GroupTax {
  const homes = new Map(group.entities.map((entity) => [entity.id, homeOf(entity, law)]));
  const flows = flowTaxes(group, law);
  const into = Map.groupBy(flows, ({ flow }) => flow.to.id);
  const from = Map.groupBy(flows, ({ flow }) => flow.from.id);
  const places = group.entities.map((entity): Place => {
    const home = homes.get(entity.id) ?? entity.jurisdiction;
    return { entity, home, incoming: into.get(entity.id) ?? [], outgoing: from.get(entity.id) ?? [] };
  });
  const units = new Map([...new Set(homes.values())].map((home) => [home, unitOf(home, group.currency, law)]));
  const foreign = new Map<string, EntityTax>();
  for (const place of places)
    if (place.home !== "CN") foreign.set(place.entity.id, foreignTax(place, law, units.get(place.home)));
  const entities = places.map((place) => foreign.get(place.entity.id) ?? residentTax(place, group, foreign, into, law));
  const toCny = rateToCny(group.currency, law);
  const included = inclusions(group, homes, foreign, from, toCny, law);
  const topUp = topUpOf(group, entities, law);
  const countries = countriesOf(entities, flows, included, topUp);
  const missing = [
    ...new Set([...countries.flatMap((one) => one.missing), ...("missing" in topUp ? topUp.missing : [])]),
  ];
  const total = traced(sum(countries.map((one) => one.total.value)), {
    rule: "GROUP",
    title: text("集团税负", "Tax of the group"),
    formula: "sum of the countries",
    inputs: {},
    unit: "money",
    children: countries.map((one) => one.total.trace),
    exception: missing.length > 0 ? "insufficientEvidence" : undefined,
  });
  const flags = flagsOf(flows, entities, included);
  return { countries, entities, flows, inclusions: included, topUp, total, flags, missing };
}

/** Managed here makes a resident where the law asks for it; China asks for either. */
function homeOf({ jurisdiction, management }: Entity, law: Law): string {
  if (management === undefined || management === jurisdiction || jurisdiction === "CN") return jurisdiction;
  const test = law.params.word(`${management}.residence.test`)?.value;
  return test === "either" || test === "management" ? management : jurisdiction;
}

const rateToCny = (currency: string, law: Law): Decimal | undefined =>
  currency === "CNY" ? ONE : law.params.number(`FX.${currency.toLowerCase()}.cny`)?.value;

/** What one unit of a jurisdiction's currency is in the group's. */
function unitOf(jurisdiction: string, currency: string, law: Law): Decimal | undefined {
  const own = law.jurisdictions.get(jurisdiction)?.currency;
  if (own === undefined) return undefined;
  if (own === currency) return ONE;
  const [local, group] = [rateToCny(own, law), rateToCny(currency, law)];
  return local && group?.greaterThan(0) ? local.dividedBy(group) : undefined;
}

function topUpOf(
  group: Group,
  entities: readonly EntityTax[],
  law: Law,
): GlobeResult | { readonly missing: readonly string[] } {
  if (group.revenuesEur === undefined) return { missing: ["revenuesEur"] };
  const unknown = entities.flatMap(({ tax, missing }) => (tax === undefined ? missing : []));
  if (unknown.length > 0) return { missing: unknown };
  return globeOf(
    {
      start: `${law.asOf.slice(0, 4)}-01-01`,
      revenues: group.revenuesEur,
      upe: group.upe,
      entities: entities.map(({ entity, home, profit, tax, suffered }) => ({
        id: entity.id,
        jurisdiction: home,
        kind: entity.kind,
        income: profit.plus(entity.grant ?? ZERO),
        coveredTax: (tax?.value ?? ZERO).plus(suffered),
        payroll: entity.payroll,
        tangibleAssets: entity.assets,
        employees: entity.staff,
      })),
      holdings: group.links.map(({ holder, held, share }) => ({ parent: holder, child: held, share })),
      jurisdictions: [],
    },
    law,
  );
}

/** What each country collects of the top-up tax: its own, its parents' inclusions, its share of the UTPR. */
function collected(
  topUp: GlobeResult | { readonly missing: readonly string[] },
  homes: ReadonlyMap<string, string>,
): ReadonlyMap<string, Decimal> {
  const found = new Map<string, Decimal>();
  if ("missing" in topUp) return found;
  const add = (id: string, amount: Decimal): void => void found.set(id, (found.get(id) ?? ZERO).plus(amount));
  for (const { jurisdiction, qdmtt } of topUp.pools) add(jurisdiction, qdmtt);
  for (const { iir } of topUp.charges)
    for (const { parent, amount } of iir) add(homes.get(parent) ?? parent, amount.value);
  for (const { id, amount } of topUp.utprShares) add(id, amount);
  return found;
}

function countriesOf(
  entities: readonly EntityTax[],
  flows: readonly FlowTax[],
  included: readonly Inclusion[],
  topUp: GlobeResult | { readonly missing: readonly string[] },
): readonly CountryTax[] {
  const homes = new Map(entities.map(({ entity, home }) => [entity.id, home]));
  const collects = collected(topUp, homes);
  const byHome = Map.groupBy(entities, ({ home }) => home);
  const bySource = Map.groupBy(flows, ({ home }) => home);
  const ids = [...new Set([...byHome.keys(), ...bySource.keys(), ...collects.keys()])].toSorted();
  return ids.map((id) => {
    const own = byHome.get(id) ?? [];
    const paid = bySource.get(id) ?? [];
    const cfcs = id === "CN" ? included : [];
    const profit = sum(own.map((one) => one.profit));
    const incomeTax = sum(own.map(({ tax }) => tax?.value ?? ZERO));
    const cfc = sum(cfcs.map(({ tax }) => tax?.value ?? ZERO));
    const withheld = sum(paid.map(({ tax }) => tax?.value ?? ZERO));
    const more = collects.get(id) ?? ZERO;
    const grants = sum(own.map(({ entity }) => entity.grant ?? ZERO));
    const missing = [...new Set([...own, ...paid, ...cfcs].flatMap((one) => one.missing))];
    const total = traced(incomeTax.plus(cfc).plus(withheld).plus(more).minus(grants), {
      rule: "GROUP.COUNTRY",
      title: text(`${id} 税款`, `Tax of ${id}`),
      formula: "incomeTax + cfc + withheld + topUp - grants",
      inputs: { incomeTax, cfc, withheld, topUp: more, grants },
      unit: "money",
      exception: missing.length > 0 ? `insufficientEvidence: ${missing.join(", ")}` : undefined,
      children: [...own, ...paid, ...cfcs].flatMap(({ tax }) => (tax ? [tax.trace] : [])),
    });
    const etr = profit.greaterThan(0) ? incomeTax.plus(cfc).plus(more).dividedBy(profit) : undefined;
    return { id, profit, incomeTax, cfc, withheld, topUp: more, grants, total, etr, missing };
  });
}

function flagsOf(
  flows: readonly FlowTax[],
  entities: readonly EntityTax[],
  included: readonly Inclusion[],
): readonly Flag[] {
  const low = (one: EntityTax): boolean =>
    one.tax !== undefined && one.profit.greaterThan(0) && one.tax.value.dividedBy(one.profit).lessThan("0.15");
  return [
    ...flows.flatMap(({ flow, tax, missing }): Flag[] => [
      ...(tax?.trace.exception === "treaty refused" ? [{ kind: "treatyRefused", of: flow.id } as const] : []),
      ...(flow.armsLength && flow.amount.greaterThan(flow.armsLength)
        ? [{ kind: "aboveArmsLength", of: flow.id } as const]
        : []),
      ...(missing.length > 0 ? [{ kind: "unknown", of: flow.id } as const] : []),
    ]),
    ...included.flatMap(({ company, exemption }): Flag[] =>
      exemption === "none" ? [{ kind: "cfc", of: company }] : [],
    ),
    ...entities.filter(low).map(({ entity }): Flag => ({ kind: "lowTaxed", of: entity.id })),
  ];
}
