// The entities of one jurisdiction that are blended: effective rate, substance, excess profit and top-up tax.
import { type Decimal, max, min, sum, ZERO } from "./decimal.ts";
import { act, type GlobeYear, manual, model, text } from "./globe-law.ts";
import { type Traced, traced } from "./trace.ts";

export type PoolEntity = {
  readonly id: string;
  /** GloBE income, a loss negative. */
  readonly income: Decimal;
  /** Adjusted covered taxes. */
  readonly coveredTax: Decimal;
  readonly payroll?: Decimal | undefined;
  readonly tangibleAssets?: Decimal | undefined;
  /** What a recalculation of earlier years adds for this entity (art. 5.4.1). */
  readonly additionalCurrent?: Decimal | undefined;
};

export type Pool = {
  readonly name: string;
  readonly entities: readonly PoolEntity[];
  /** The carve-out where it is already known; otherwise it comes from payroll and assets. */
  readonly substance?: Decimal | undefined;
  /** Whether the carve-out is claimed: a yearly election may leave it. */
  readonly claimSubstance: boolean;
  /** Negative tax of earlier years that still has to reduce covered taxes. */
  readonly broughtForward?: Decimal | undefined;
  /** Carry negative tax forward; in a profitable year that is the rule, in a loss year an election. */
  readonly carryNegativeTax?: boolean | undefined;
};

export type PoolResult = {
  readonly netIncome: Traced;
  readonly coveredTax: Traced;
  readonly etr: Traced;
  readonly substance: Traced;
  readonly excess: Traced;
  readonly rate: Traced;
  readonly additional: Traced;
  readonly topUp: Traced;
  /** Negative tax to reduce covered taxes of later years. */
  readonly carriedForward: Decimal;
  /** Each entity's top-up tax, in the order of the entities. */
  readonly shares: readonly { readonly id: string; readonly topUp: Decimal }[];
};

/** The facts without which the carve-out cannot be worked out. */
export function missingSubstance(pool: Pool): readonly string[] {
  if (!pool.claimSubstance || pool.substance) return [];
  return pool.entities.flatMap(({ id, payroll, tangibleAssets }) => [
    ...(payroll ? [] : [`${id}.payroll`]),
    ...(tangibleAssets ? [] : [`${id}.tangibleAssets`]),
  ]);
}

export function topUpOf(pool: Pool, year: GlobeYear): PoolResult {
  const netIncome = traced(sum(pool.entities.map(({ income }) => income)), {
    rule: "GLOBE.NET-INCOME",
    title: text("辖区净 GloBE 所得", "Net GloBE income of the jurisdiction"),
    formula: "sum(income)",
    inputs: Object.fromEntries(pool.entities.map(({ id, income }) => [id, income])),
    cites: [model("5.1.2")],
  });
  const { coveredTax, carriedForward } = coveredTaxOf(pool, netIncome.value);
  const etr = effectiveRate(netIncome, coveredTax, year);
  const substance = substanceOf(pool, year);
  const excess = traced(max(ZERO, netIncome.value.minus(substance.value)), {
    rule: "GLOBE.EXCESS",
    title: text("超额利润", "Excess profit"),
    formula: "max(0, netIncome - substance)",
    inputs: { netIncome, substance },
    cites: [model("5.2.2"), act("194")],
  });
  const rate = traced(max(ZERO, year.minimum.value.minus(etr.value)), {
    rule: "GLOBE.TOP-UP-RATE",
    title: text("补足税率", "Top-up tax percentage"),
    formula: "max(0, minimum - etr)",
    inputs: { minimum: year.minimum, etr },
    cites: [model("5.2.1")],
  });
  const gap = lossYearGap(netIncome, coveredTax, year);
  const elected = pool.carryNegativeTax === true && gap.greaterThan(0);
  const additional = additionalOf(gap, elected, { netIncome, coveredTax, year });
  const recalculated = sum(pool.entities.map(({ additionalCurrent }) => additionalCurrent ?? ZERO));
  const ordinary = ordinaryOf(netIncome.value, coveredTax.value, excess.value, year.minimum.value);
  const topUp = traced(ordinary.plus(additional.value).plus(recalculated), {
    rule: "GLOBE.TOP-UP",
    title: text("辖区补足税", "Top-up tax of the jurisdiction"),
    formula: "rate * excess + additional + recalculated",
    inputs: { rate, excess, additional, recalculated },
    cites: [model("5.2.3"), act("194"), manual("MTT31010")],
  });
  return {
    netIncome,
    coveredTax,
    etr,
    substance,
    excess,
    rate,
    additional,
    topUp,
    carriedForward: elected ? carriedForward.plus(gap) : carriedForward,
    shares: allocate(pool.entities, ordinary, additional.value, year.minimum.value),
  };
}

/** Rate times excess, with the division last, so that no digit is lost on the way. */
function ordinaryOf(netIncome: Decimal, coveredTax: Decimal, excess: Decimal, minimum: Decimal): Decimal {
  const short = minimum.times(netIncome).minus(coveredTax);
  if (!netIncome.greaterThan(0) || !short.greaterThan(0)) return ZERO;
  return short.times(excess).dividedBy(netIncome);
}

/** Negative tax of a profitable year counts as none and is carried on; what was brought forward is used first. */
function coveredTaxOf(pool: Pool, netIncome: Decimal): { coveredTax: Traced; carriedForward: Decimal } {
  const own = sum(pool.entities.map(({ coveredTax }) => coveredTax));
  const brought = pool.broughtForward ?? ZERO;
  const profitable = netIncome.greaterThan(0);
  const used = profitable ? min(brought, max(ZERO, own)) : ZERO;
  const carries = profitable && own.isNegative() && pool.carryNegativeTax !== false;
  const value = carries ? ZERO : own.minus(used);
  const coveredTax = traced(value, {
    rule: "GLOBE.COVERED",
    title: text("辖区调整后有效税额", "Adjusted covered taxes of the jurisdiction"),
    formula: carries ? "0, the negative tax is carried forward" : "sum(coveredTax) - broughtForwardUsed",
    inputs: {
      ...Object.fromEntries(pool.entities.map(({ id, coveredTax: tax }) => [id, tax])),
      ...(used.isZero() ? {} : { broughtForwardUsed: used }),
    },
    cites: [model("5.1.1"), model("4.1")],
    exception: carries ? "excess negative tax expense" : undefined,
  });
  return { coveredTax, carriedForward: brought.minus(used).plus(carries ? own.negated() : ZERO) };
}

function effectiveRate(netIncome: Traced, coveredTax: Traced, year: GlobeYear): Traced {
  const profitable = netIncome.value.greaterThan(0);
  return traced(profitable ? coveredTax.value.dividedBy(netIncome.value) : year.minimum.value, {
    rule: "GLOBE.ETR",
    title: text("辖区有效税率", "Effective tax rate of the jurisdiction"),
    formula: profitable ? "coveredTax / netIncome" : "minimum",
    inputs: profitable ? { coveredTax, netIncome } : { minimum: year.minimum, netIncome, coveredTax },
    cites: [model("5.1.1"), manual("MTT20100")],
    exception: profitable ? undefined : "no net income: the rate is treated as the minimum",
  });
}

/** The substance-based income exclusion; it never falls below zero. */
function substanceOf(pool: Pool, year: GlobeYear): Traced {
  const title = text("基于实质的所得排除", "Substance-based income exclusion");
  const cites = [model("5.3"), model("9.2")];
  if (!pool.claimSubstance)
    return traced(ZERO, { rule: "GLOBE.SBIE", title, formula: "0", inputs: {}, cites, exception: "not claimed" });
  if (pool.substance)
    return traced(max(ZERO, pool.substance), {
      rule: "GLOBE.SBIE",
      title,
      formula: "max(0, substance)",
      inputs: { substance: pool.substance },
      cites,
    });
  const payroll = sum(pool.entities.map((one) => one.payroll ?? ZERO));
  const tangibleAssets = sum(pool.entities.map((one) => one.tangibleAssets ?? ZERO));
  const value = payroll.times(year.payrollRate.value).plus(tangibleAssets.times(year.assetRate.value));
  return traced(max(ZERO, value), {
    rule: "GLOBE.SBIE",
    title,
    formula: "max(0, payroll * payrollRate + tangibleAssets * assetRate)",
    inputs: { payroll, payrollRate: year.payrollRate, tangibleAssets, assetRate: year.assetRate },
    cites,
  });
}

/** Negative tax of a loss year beyond what the loss explains. */
function lossYearGap(netIncome: Traced, coveredTax: Traced, year: GlobeYear): Decimal {
  if (netIncome.value.greaterThan(0) || !coveredTax.value.isNegative()) return ZERO;
  return max(ZERO, netIncome.value.times(year.minimum.value).minus(coveredTax.value));
}

function additionalOf(
  gap: Decimal,
  elected: boolean,
  { netIncome, coveredTax, year }: { netIncome: Traced; coveredTax: Traced; year: GlobeYear },
): Traced {
  return traced(elected ? ZERO : gap, {
    rule: "GLOBE.LOSS-YEAR",
    title: text("亏损年度附加补足税", "Additional top-up tax of a loss year"),
    formula: "netIncome <= 0 and coveredTax < 0: max(0, netIncome * minimum - coveredTax)",
    inputs: { netIncome: netIncome.value, coveredTax: coveredTax.value, minimum: year.minimum.value },
    cites: [model("4.1.5"), act("203"), manual("MTT33100")],
    exception: elected ? "elected to carry it forward (Finance (No.2) Act 2023 s205)" : undefined,
  });
}

/** Ordinary top-up in proportion to positive income, a loss year's to the negative tax the loss does not explain. */
export function allocate(
  entities: readonly PoolEntity[],
  ordinary: Decimal,
  additional: Decimal,
  minimum: Decimal,
): readonly { readonly id: string; readonly topUp: Decimal }[] {
  const incomes = entities.map(({ income }) => max(ZERO, income));
  const gaps = entities.map(({ income, coveredTax }) => max(ZERO, income.times(minimum).minus(coveredTax)));
  const negative = entities.map(({ coveredTax }, index) => (coveredTax.isNegative() ? (gaps[index] ?? ZERO) : ZERO));
  const keys = sum(negative).isZero() ? gaps : negative;
  const byIncome = proportion(ordinary, incomes);
  const byGap = proportion(additional, keys);
  return entities.map(({ id, additionalCurrent = ZERO }, index) => ({
    id,
    topUp: byIncome(index).plus(byGap(index)).plus(additionalCurrent),
  }));
}

/** Shares of an amount in proportion to keys; nothing of nothing. */
function proportion(amount: Decimal, keys: readonly Decimal[]): (index: number) => Decimal {
  const whole = sum(keys);
  return (index) => {
    const key = keys[index] ?? ZERO;
    return amount.isZero() || key.isZero() ? ZERO : amount.times(key).dividedBy(whole);
  };
}
