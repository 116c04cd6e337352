// Sorting a group's entities into the pools that are blended, and each pool's top-up tax after safe harbours and QDMTT.
import type { Day } from "./calendar.ts";
import { type Decimal, max, ZERO } from "./decimal.ts";
import type { Kind, Seat } from "./globe-charge.ts";
import { type GlobeYear, model, text } from "./globe-law.ts";
import { missingSubstance, type Pool, type PoolEntity, type PoolResult, topUpOf } from "./globe-pool.ts";
import { cbcrTests, deMinimisOf } from "./globe-safe-harbour.ts";
import type { Status } from "./globe-status.ts";
import type { Law } from "./law.ts";
import { type Trace, type Traced, traced, type WhyNot } from "./trace.ts";

export type GlobeEntity = Seat &
  PoolEntity & {
    /** Part of the covered taxes that was pushed down from a CFC regime or a head office; a QDMTT leaves it out. */
    readonly pushedDown?: Decimal | undefined;
    readonly employees?: Decimal | undefined;
    /** The head of the minority-owned or joint venture subgroup; the entity itself unless told. */
    readonly head: string;
  };

export type PoolOutcome = {
  /** `IE`, `IE/minority:green`, `US/jv:one`, `KY/investment`. */
  readonly key: string;
  readonly jurisdiction: string;
  readonly kind: Kind;
  readonly entities: readonly GlobeEntity[];
  readonly result: PoolResult;
  /** The top-up tax after safe harbours, and of it what the jurisdiction collects itself. */
  readonly topUp: Traced;
  readonly qdmtt: Decimal;
  /** What is left for parents and the UTPR. */
  readonly residual: Decimal;
};

export function keyOf({ jurisdiction, kind, head }: GlobeEntity): string {
  if (kind === "minority" || kind === "jv") return `${jurisdiction}/${kind}:${head}`;
  return kind === "investment" ? `${jurisdiction}/investment` : jurisdiction;
}

/** One pool's answer, or the names of the facts it needs. */
export function poolOutcome(
  key: string,
  entities: readonly GlobeEntity[],
  status: Status,
  law: Law,
  year: GlobeYear & { readonly end: Day },
): PoolOutcome | readonly string[] {
  const [first] = entities;
  if (!first) throw new Error(`the pool ${key} is empty`);
  const { given } = status;
  const main = first.kind === "standard";
  const pool: Pool = {
    name: key,
    entities,
    claimSubstance: given.claimSubstance ?? true,
    ...(main
      ? { substance: given.substance, broughtForward: given.broughtForward, carryNegativeTax: given.carryNegativeTax }
      : {}),
  };
  const spared = main ? safeHarbourOf(pool, status, law, year) : undefined;
  if (spared !== undefined && "missing" in spared) return spared.missing;
  const missing = missingSubstance(pool);
  if (missing.length > 0 && spared?.passes !== true) return missing;
  const result = topUpOf(pool, year);
  const nil = spared?.passes === true;
  const computed = result.topUp.value;
  const domestic = status.qdmtt && !nil ? domesticOf(pool, entities, year, computed) : ZERO;
  const left = given.qdmttCreditOnly === true || !status.qdmtt ? max(ZERO, computed.minus(domestic)) : ZERO;
  const residual = nil ? ZERO : left;
  const topUp = traced(domestic.plus(residual), {
    rule: "GLOBE.POOL",
    title: text(`${key} 的补足税`, `Top-up tax of ${key}`),
    formula: nil ? "0" : "qdmtt + what is left for other countries",
    inputs: { computed: result.topUp, qdmtt: domestic, residual },
    cites: [model("5.2.3"), ...(status.qdmtt ? [model("10.1 qualified domestic minimum top-up tax")] : [])],
    exception: nil ? spared.name : undefined,
    children: [...(spared ? [spared.trace] : []), ...allocationOf(key, result)],
    whyNot: [...(spared && !nil ? [notSpared(spared.name)] : []), ...(domestic.isZero() ? [] : [DOMESTIC_FIRST])],
  });
  const { jurisdiction, kind } = first;
  return { key, jurisdiction, kind, entities, result, topUp, qdmtt: domestic, residual };
}

/** The jurisdiction's own tax is worked out without taxes pushed down from abroad. */
function domesticOf(pool: Pool, entities: readonly GlobeEntity[], year: GlobeYear, computed: Decimal): Decimal {
  if (entities.every(({ pushedDown }) => pushedDown === undefined)) return computed;
  const own = entities.map((one) => ({ ...one, coveredTax: one.coveredTax.minus(one.pushedDown ?? ZERO) }));
  return topUpOf({ ...pool, entities: own }, year).topUp.value;
}

type Spared = { readonly passes: boolean; readonly name: string; readonly trace: Trace };

function safeHarbourOf(
  pool: Pool,
  { given: { cbcr, deMinimis } }: Status,
  law: Law,
  year: GlobeYear & { readonly end: Day },
): Spared | { readonly missing: readonly string[] } | undefined {
  if (cbcr) {
    const substance = missingSubstance(pool).length === 0 ? topUpOf(pool, year).substance.value : undefined;
    const tests = cbcrTests({ ...cbcr, fiscalYearStart: year.start, fiscalYearEnd: year.end, substance }, law);
    if (tests.passes === undefined) return { missing: missingSubstance(pool) };
    const trace = traced(tests.passes, {
      rule: "GLOBE.TCSH",
      title: text("过渡期国别报告安全港", "Transitional CbCR safe harbour"),
      formula: "available and (deMinimis or simplifiedEtr or routineProfits)",
      inputs: { available: tests.available, deMinimis: tests.deMinimis, simplifiedEtr: tests.simplifiedEtr },
      children: tests.routineProfits ? [tests.routineProfits.trace] : [],
    }).trace;
    if (tests.passes || !deMinimis) return { passes: tests.passes, name: "GLOBE.TCSH", trace };
  }
  if (!deMinimis || deMinimis.revenues.length === 0) return undefined;
  const { applies } = deMinimisOf(deMinimis.revenues, deMinimis.incomes, law, year.start);
  return { passes: applies.value, name: "GLOBE.DE-MINIMIS", trace: applies.trace };
}

const DOMESTIC_FIRST: WhyNot = {
  alternative: "iir",
  rule: "GLOBE.POOL",
  reason: text("本辖区的国内最低补足税先征", "the jurisdiction's own top-up tax comes first"),
};

const notSpared = (name: string): WhyNot => ({
  alternative: "0",
  rule: name,
  reason: text("所选安全港未通过或已不可用", "the elected safe harbour is not passed, or no longer open"),
});

/** One line for the parts of all entities, where there is anything to part. */
function allocationOf(key: string, { topUp, shares }: PoolResult): readonly Trace[] {
  if (topUp.value.isZero()) return [];
  const { trace } = traced(topUp.value, {
    rule: "GLOBE.ALLOCATION",
    title: text(`${key} 补足税在实体间的分配`, `Top-up tax of ${key} by entity`),
    formula: "topUp * max(0, income) / sum(max(0, income)), and what a loss year or an earlier year adds",
    inputs: Object.fromEntries(shares.map((one) => [one.id, one.topUp])),
    cites: [model("5.2.4"), model("5.4")],
  });
  return [trace];
}

/** Each entity's part of what is left after the domestic tax. */
export function residualOf({ result, residual }: PoolOutcome, index: number): Decimal {
  const computed = result.topUp.value;
  if (residual.isZero() || computed.isZero()) return ZERO;
  return (result.shares[index]?.topUp ?? ZERO).times(residual).dividedBy(computed);
}
