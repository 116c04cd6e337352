// A whole group under GloBE: pools, domestic taxes, parents' charges and the UTPR, each amount with its trace.
import type { Day } from "./calendar.ts";
import { type Decimal, sum, ZERO } from "./decimal.ts";
import { type Charge, chargeOf, findParents, type Parents } from "./globe-charge.ts";
import { beforeGlobe, globeYear, model, text } from "./globe-law.ts";
import { type Holding, type Ownership, openOwnership, unsound } from "./globe-ownership.ts";
import { type GlobeEntity, keyOf, type PoolOutcome, poolOutcome, residualOf } from "./globe-pools.ts";
import { utprSafeHarbour, yearEnd } from "./globe-safe-harbour.ts";
import { inScope } from "./globe-scope.ts";
import { type GlobeJurisdiction, nominalRateOf, type Status, statusesOf } from "./globe-status.ts";
import { shareUtpr, type UtprShare } from "./globe-utpr.ts";
import type { Law } from "./law.ts";
import { type Trace, type Traced, traced, type WhyNot } from "./trace.ts";

export type GlobeGroup = {
  readonly start: Day;
  readonly end?: Day | undefined;
  /** Consolidated revenue of the four years before, in euro. */
  readonly revenues: readonly Decimal[];
  readonly upe: string;
  readonly entities: readonly Omit<GlobeEntity, "head">[];
  readonly holdings: readonly Holding[];
  readonly jurisdictions: readonly GlobeJurisdiction[];
};

export type GlobeResult = {
  readonly scope: Traced<boolean>;
  readonly pools: readonly PoolOutcome[];
  readonly charges: readonly Charge[];
  /** The parents that apply the income inclusion rule, whether or not anything falls on them. */
  readonly parents: readonly string[];
  readonly utprShares: readonly UtprShare[];
  readonly totals: Readonly<Record<"topUp" | "qdmtt" | "iir" | "utpr" | "relieved" | "uncollected", Decimal>>;
  readonly trace: Trace;
};

/** The whole computation, or the names of the facts it needs and does not have. */
export function globeOf(group: GlobeGroup, law: Law): GlobeResult | { readonly missing: readonly string[] } {
  if (beforeGlobe(group.start)) return { missing: ["fiscalYearStart"] };
  const scope = inScope(group.revenues, law, group.start);
  if (!scope) return { missing: ["revenuesEur"] };
  if (!scope.value) return empty(scope);
  const own = openOwnership(group.holdings);
  const held = group.entities.filter(({ id, kind }) => id !== group.upe && kind !== "excluded");
  const doubtful = unsound(
    own,
    held.map(({ id }) => id),
  );
  const { statuses, missing } = statusesOf(
    group.entities.map(({ jurisdiction }) => jurisdiction),
    group.jurisdictions,
    law,
    group.start,
  );
  const unknown = [...doubtful.map((id) => `ownership.${id}`), ...missing];
  if (!group.entities.some(({ id }) => id === group.upe)) unknown.push("upe");
  if (unknown.length > 0) return { missing: unknown };
  const statusOf = (id: string): Status => {
    const found = statuses.get(id);
    if (!found) throw new Error(`the jurisdiction ${id} was not looked up`);
    return found;
  };
  const iir = (id: string) => {
    const status = statuses.get(id);
    return { inForce: status?.iir ?? false, domestic: status?.given.iirDomestic ?? false };
  };
  const outside = law.params.need("GLOBE.popeOutside");
  const seats = group.entities;
  const parents = findParents(own, seats, group.upe, iir, outside.value);
  const entities = classed(group, parents, law, own.parents);
  const pools = poolsOf(entities, statusOf, law, {
    ...globeYear(law, group.start),
    end: yearEnd(group.start, group.end),
  });
  if ("missing" in pools) return pools;
  const charges = pools.flatMap((pool) =>
    pool.entities.map((entity, index) => chargeOf(own, entity, residualOf(pool, index), parents, iir)),
  );
  return finish(group, { scope, pools, charges, parents, statuses }, law);
}

/** Minority-owned entities and joint ventures get the head of their subgroup: whoever holds more than half of them. */
function classed(
  { entities, upe }: GlobeGroup,
  parents: Parents,
  law: Law,
  parentsOf: Ownership["parents"],
): readonly GlobeEntity[] {
  const limit = law.params.need("GLOBE.minorityShare").value;
  const kinds = new Map(
    entities.map(({ id, kind }) => {
      const minority = kind === "standard" && id !== upe && parents.upeShare(id).lessThanOrEqualTo(limit);
      return [id, minority ? "minority" : kind];
    }),
  );
  const headOf = (id: string, seen: readonly string[]): string => {
    const kind = kinds.get(id);
    const above = parentsOf(id).find((one) => kinds.get(one.id) === kind && one.share.greaterThan("0.5"));
    if (!above) return id;
    const chain = [...seen, id];
    const circle = chain.includes(above.id) ? chain.slice(chain.indexOf(above.id)).toSorted() : [];
    return circle[0] ?? headOf(above.id, chain);
  };
  return entities.map((entity) => {
    const kind = kinds.get(entity.id) ?? entity.kind;
    return { ...entity, kind, head: kind === "minority" || kind === "jv" ? headOf(entity.id, []) : entity.id };
  });
}

function poolsOf(
  entities: readonly GlobeEntity[],
  statusOf: (id: string) => Status,
  law: Law,
  year: Parameters<typeof poolOutcome>[4],
): readonly PoolOutcome[] | { readonly missing: readonly string[] } {
  const members = new Map<string, GlobeEntity[]>();
  for (const entity of entities) {
    if (entity.kind === "excluded") continue;
    const key = keyOf(entity);
    const list = members.get(key);
    if (list) list.push(entity);
    else members.set(key, [entity]);
  }
  const pools: PoolOutcome[] = [];
  const missing: string[] = [];
  for (const [key, list] of [...members].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const outcome = poolOutcome(key, list, statusOf(list[0]?.jurisdiction ?? ""), law, year);
    if ("key" in outcome) pools.push(outcome);
    else missing.push(...outcome);
  }
  return missing.length > 0 ? { missing } : pools;
}

type Found = {
  readonly scope: Traced<boolean>;
  readonly pools: readonly PoolOutcome[];
  readonly charges: readonly Charge[];
  readonly parents: Parents;
  readonly statuses: ReadonlyMap<string, Status>;
};

function finish(group: GlobeGroup, found: Found, law: Law): GlobeResult | { readonly missing: readonly string[] } {
  const { pools, charges, statuses, scope } = found;
  const home = group.entities.find(({ id }) => id === group.upe)?.jurisdiction ?? "";
  const at = new Map(pools.flatMap((pool) => pool.entities.map(({ id }) => [id, pool.jurisdiction])));
  const here = sum(charges.filter(({ id }) => at.get(id) === home).map(({ utpr }) => utpr));
  const status = statuses.get(home);
  const spared =
    here.isZero() || !status
      ? undefined
      : utprSafeHarbour(group.start, yearEnd(group.start, group.end), nominalRateOf(status, law, group.start), law);
  if (!here.isZero() && spared === undefined) return { missing: [`jurisdictions.${home}.nominalRate`] };
  const relieved = spared?.value === true ? here : ZERO;
  const utpr = sum(charges.map((charge) => charge.utpr)).minus(relieved);
  const shares = utprSharesOf(group, statuses, utpr, law);
  if ("missing" in shares) return shares;
  const totals = {
    topUp: sum(pools.map(({ topUp }) => topUp.value)),
    qdmtt: sum(pools.map(({ qdmtt }) => qdmtt)),
    iir: sum(charges.flatMap((charge) => charge.iir.map(({ amount }) => amount.value))),
    utpr,
    relieved,
    uncollected: sum(charges.map((charge) => charge.uncollected)),
  };
  const { trace } = traced(totals.topUp, {
    rule: "GLOBE.GROUP",
    title: text("集团补足税", "Top-up tax of the group"),
    formula: "qdmtt + iir + utpr + relieved + uncollected",
    inputs: { inScope: scope, ...totals },
    cites: [model("2.1"), model("2.4"), model("5.2")],
    children: [
      ...pools.map(({ topUp }) => topUp.trace),
      ...charges.flatMap((charge) => charge.iir.map(({ amount }) => amount.trace)),
      ...(spared ? [spared.trace] : []),
      ...shares.map(({ share }) => share.trace),
    ],
    whyNot: [
      ...found.parents.whyNot.values(),
      ...(relieved.isZero()
        ? []
        : [noUtpr("最终母公司所在地适用过渡期安全港", "the top's jurisdiction is in the safe harbour")]),
      ...(totals.uncollected.isZero()
        ? []
        : [noUtpr("母公司的全部权益已按收入纳入规则征税", "all of the top's interest is charged by parents")]),
    ],
  });
  const applying = found.parents.applying.map(({ id }) => id);
  return { scope, pools, charges, parents: applying, utprShares: shares, totals, trace };
}

const noUtpr = (zh: string, en: string): WhyNot => ({ alternative: "utpr", rule: "GLOBE.UTPR", reason: text(zh, en) });

/** The shares of the countries of the group that apply the rule; none where none does. */
function utprSharesOf(
  { entities, jurisdictions }: GlobeGroup,
  statuses: ReadonlyMap<string, Status>,
  amount: Decimal,
  law: Law,
): readonly UtprShare[] | { readonly missing: readonly string[] } {
  if (amount.isZero()) return [];
  const said = new Map(jurisdictions.map((one) => [one.id, one]));
  const missing: string[] = [];
  const countries = [...statuses].flatMap(([id, { utpr }]) => {
    const members = entities.filter(
      (one) => one.jurisdiction === id && (one.kind === "standard" || one.kind === "minority"),
    );
    if (!utpr || members.length === 0) return [];
    const total = (name: "employees" | "tangibleAssets"): Decimal => {
      const told = said.get(id)?.[name];
      if (told) return told;
      for (const one of members) if (!one[name]) missing.push(`${one.id}.${name}`);
      return sum(members.map((one) => one[name] ?? ZERO));
    };
    const priorUnpaid = said.get(id)?.priorUnpaid ?? false;
    return [{ id, employees: total("employees"), tangibleAssets: total("tangibleAssets"), priorUnpaid }];
  });
  if (countries.length === 0) return [];
  if (missing.length > 0) return { missing };
  return shareUtpr(amount, countries, law) ?? { missing: countries.map(({ id }) => `jurisdictions.${id}.employees`) };
}

function empty(scope: Traced<boolean>): GlobeResult {
  const totals = { topUp: ZERO, qdmtt: ZERO, iir: ZERO, utpr: ZERO, relieved: ZERO, uncollected: ZERO };
  const { trace } = traced(ZERO, {
    rule: "GLOBE.GROUP",
    title: text("集团补足税", "Top-up tax of the group"),
    formula: "0",
    inputs: { inScope: scope },
    exception: "out of scope",
  });
  return { scope, pools: [], charges: [], parents: [], utprShares: [], totals, trace };
}
