// The tax that a dividend has borne on its way up: each tier's tax in proportion to what it paid out.
import { Decimal, decimal, sum, ZERO } from "./decimal.ts";
import type { FactSpec, Facts } from "./facts.ts";
import { holdingsOf, type Link, type Standing, standings } from "./ftc-holding.ts";
import { TIER_CITE, tierTax } from "./ftc-tier.ts";
import type { Law } from "./law.ts";
import { type Insufficient, insufficient, isInsufficient } from "./outcome.ts";
import type { RuleAnswer, TaxRule } from "./rule.ts";
import { cite, citLaw, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced, type Value, type WhyNot } from "./trace.ts";

const ID = "FTC.CN.CHAIN";
const HOLDING_CITE = cite("财税〔2017〕84 号", "2", "2017-01-01");

/** The shape of a group below one resident; `FTC.CN` is told the same. */
export const CHAIN_FACTS: readonly FactSpec[] = [
  fact("resident", "word", "居民企业", "The resident enterprise"),
  fact("links", "list", "持股关系", "Holdings", {
    of: [
      fact("holder", "word", "持有人", "Holder"),
      fact("held", "word", "被持有企业", "Company held"),
      fact("share", "share", "持股比例", "Share held"),
    ],
  }),
  maybe("companies", "list", "各境外企业某年度的税后利润和税", "Each foreign company's taxes and profit of a year", {
    of: [
      fact("id", "word", "企业", "Company"),
      maybe("country", "word", "所在国", "Its country"),
      maybe("year", "word", "所属年度（有多个年度时）", "Year of the profit, where there are several"),
      fact(
        "ownTax",
        "money",
        "就本层利润和投资收益在所在国实际缴纳的税",
        "Tax actually paid at home on its own profit and investment income",
      ),
      maybe(
        "investmentTax",
        "money",
        "投资收益在境外缴纳的预提税（默认无）",
        "Tax withheld abroad on its investment income (none unless told)",
      ),
      maybe("profit", "money", "税前利润（含所收股息）", "Profit before tax, dividends received included"),
      maybe(
        "afterTaxProfit",
        "money",
        "税后利润（默认税前利润减税）",
        "Profit after tax (profit less taxes unless told)",
      ),
    ],
  }),
  maybe("dividends", "list", "分配的股息", "Dividends paid", {
    of: [
      fact("from", "word", "分配企业", "Paying company"),
      fact("to", "word", "收取企业", "Receiving company"),
      fact("amount", "money", "股息（含预提税）", "Dividend before tax withheld"),
      maybe("withheld", "money", "预提税（默认无）", "Tax withheld on it (none unless told)"),
      maybe("year", "word", "分配的利润所属年度", "Year of the profit paid out"),
      maybe("into", "word", "计入收取企业的年度", "Year of the receiver it belongs to"),
    ],
  }),
];

type ChainDividend = {
  readonly country: string;
  readonly amount: Decimal;
  readonly withheld: Decimal;
  readonly indirect: Traced;
};
export type ChainResult = {
  readonly standing: ReadonlyMap<string, Standing>;
  /** What the resident itself received. */
  readonly received: readonly (ChainDividend & { readonly from: string })[];
  /** The numbers of the law behind it. */
  readonly basis: readonly Traced[];
};

export const creditChain: TaxRule = {
  id: ID,
  title: text("多层持股与间接负担税额", "Tiers of holding and tax borne indirectly"),
  inputs: CHAIN_FACTS,
  outputs: [
    output("eligible.<company>", "flag", "是否符合间接抵免持股条件", "Whether the company qualifies"),
    output("holding.<company>", "share", "直接与合格间接持股之和", "Direct and qualifying indirect holding together"),
    output("tier.<company>", "count", "层级", "Its tier"),
    output(
      "indirect.<company>",
      "money",
      "该企业股息间接负担的税额",
      "Tax borne indirectly by its dividend to the resident",
    ),
    output("direct.<company>", "money", "该股息直接缴纳的预提税", "Tax withheld on that dividend"),
    output("indirect", "money", "间接负担税额合计", "Tax borne indirectly, all together"),
    output("direct", "money", "直接缴纳税额合计", "Tax withheld, all together"),
    output("creditable", "money", "可抵免税额合计", "Creditable tax, all together"),
  ],
  run(facts, law) {
    const result = chain(facts, law);
    return isInsufficient(result) ? result : answer(result);
  },
};

function answer({ standing, received, basis }: ChainResult): RuleAnswer {
  const values: Record<string, Value> = {};
  for (const [company, { total, tier }] of standing) {
    values[`eligible.${company}`] = tier !== undefined;
    values[`holding.${company}`] = total;
    if (tier !== undefined) values[`tier.${company}`] = decimal(tier);
  }
  for (const { from, indirect, withheld } of received) {
    values[`indirect.${from}`] = added(values[`indirect.${from}`], indirect.value);
    values[`direct.${from}`] = added(values[`direct.${from}`], withheld);
  }
  const indirect = sum(received.map((one) => one.indirect.value));
  const direct = sum(received.map((one) => one.withheld));
  const whole = traced(indirect.plus(direct), {
    rule: ID,
    title: text("可抵免境外税额", "Creditable foreign tax"),
    formula: "indirect + direct",
    inputs: { indirect, direct },
    unit: "money",
    cites: [citLaw("24"), TIER_CITE],
    children: [...basis, ...received.map((one) => one.indirect)].map(({ trace }) => trace),
    whyNot: refusals(standing),
  });
  return { values: { ...values, indirect, direct, creditable: whole.value }, trace: whole.trace };
}

const added = (before: Value | undefined, more: Decimal): Decimal =>
  (before instanceof Decimal ? before : ZERO).plus(more);

const REASONS = {
  link: text("没有一层持股达到 20%", "No link reaches 20 %"),
  sum: text("直接与间接持股之和不足 20%", "Direct and indirect holdings together are below 20 %"),
  tier: text("超出层级", "Beyond the last tier"),
  notHeld: text("上层企业不符合条件", "Its holder does not qualify"),
} as const;

const refusals = (standing: ReadonlyMap<string, Standing>): WhyNot[] =>
  [...standing].flatMap(([company, { reason }]) =>
    reason === "qualifies" ? [] : [{ alternative: company, rule: "FTC.CN.HOLDING", reason: REASONS[reason] }],
  );

/** Every dividend the resident received, with what it bore below. */
export function chain(facts: Facts, law: Law): ChainResult | Insufficient {
  const resident = facts.word("resident");
  const links: Link[] = facts.list("links").map((link) => ({
    holder: link.word("holder"),
    held: link.word("held"),
    share: link.number("share"),
  }));
  const least = law.params.need("CN.ftc.minHolding");
  const tiers = law.params.need("CN.ftc.tiers");
  const standingOf = standings(resident, holdingsOf(links), least.value, tiers.value.toNumber());
  const standing = new Map(links.map(({ held }) => [held, standingOf(held)]));
  const companies = facts.list("companies");
  const dividends = facts.list("dividends");
  const missing = new Set<string>();
  const yearOf = (one: Facts, name: string): string => one.wordIf(name) ?? "";
  const poolOf = (id: string, year: string): Facts | undefined =>
    companies.find((one) => one.word("id") === id && yearOf(one, "year") === year);
  const strong = (holder: string, held: string): boolean =>
    links.some((one) => one.holder === holder && one.held === held && one.share.greaterThanOrEqualTo(least.value));

  const borne = (dividend: Facts, above: readonly string[]): Traced => {
    const from = dividend.word("from");
    const to = dividend.word("to");
    const none = (reason: string): Traced =>
      traced(ZERO, {
        rule: "FTC.CN.TIER",
        title: text(`${from} 的股息不得间接抵免`, `No indirect credit for the dividend of ${from}`),
        formula: "0",
        inputs: { dividend: dividend.number("amount") },
        unit: "money",
        cites: [HOLDING_CITE],
        exception: reason,
        children: [least.trace, tiers.trace],
      });
    const tier = standing.get(from)?.tier;
    if (tier === undefined || !strong(to, from)) return none(standing.get(from)?.reason ?? "notHeld");
    if (above.length >= tiers.value.toNumber() || above.includes(from)) return none("tier");
    const pool = poolOf(from, yearOf(dividend, "year"));
    if (pool === undefined) {
      missing.add(`companies.${from}`);
      return none("unknown");
    }
    const below = dividends
      .filter((one) => one.word("to") === from && yearOf(one, "into") === yearOf(pool, "year"))
      .map((one) => borne(one, [...above, from]));
    return tierTax(
      { company: from, ownTax: pool.number("ownTax"), investmentTax: pool.numberIf("investmentTax") ?? ZERO, below },
      dividend.number("amount"),
      profitOf(pool, missing),
    );
  };
  const received = dividends
    .filter((one) => one.word("to") === resident)
    .map((one) => ({
      from: one.word("from"),
      country: countryOf(companies, one.word("from")),
      amount: one.number("amount"),
      withheld: one.numberIf("withheld") ?? ZERO,
      indirect: borne(one, []),
    }));
  if (missing.size > 0) return insufficient(ID, [...missing], [least.trace, tiers.trace]);
  return { standing, received, basis: [least, tiers] };
}

const countryOf = (companies: readonly Facts[], id: string): string =>
  companies.find((one) => one.word("id") === id)?.wordIf("country") ?? id;

function profitOf(pool: Facts, missing: Set<string>): Decimal {
  const told = pool.numberIf("afterTaxProfit");
  if (told !== undefined) return told;
  const profit = pool.numberIf("profit");
  if (profit === undefined) missing.add(`companies.${pool.word("id")}.afterTaxProfit`);
  return (profit ?? ZERO).minus(pool.number("ownTax")).minus(pool.numberIf("investmentTax") ?? ZERO);
}
