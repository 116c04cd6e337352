// The rules that ask about one jurisdiction alone: its top-up tax, its allocation, its safe harbours.
import { type Decimal, max, ONE, sum, ZERO } from "./decimal.ts";
import { beforeGlobe, globeYear, manual, model, text } from "./globe-law.ts";
import { MEMBER, memberOf, missingOf } from "./globe-member.ts";
import { allocate, missingSubstance, type Pool, topUpOf } from "./globe-pool.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { traced } from "./trace.ts";

const START = {
  name: "fiscalYearStart",
  unit: "day",
  says: text("财政年度开始日", "First day of the fiscal year"),
} as const;

export const topUpRule: TaxRule = {
  id: "GLOBE.TOP-UP",
  title: text("一个辖区的补足税", "Top-up tax of one jurisdiction"),
  inputs: [
    START,
    { name: "entities", unit: "list", says: text("合并计算的实体", "The entities that are blended"), of: MEMBER },
    {
      name: "substance",
      unit: "money",
      optional: true,
      says: text("已知的实质排除额", "The carve-out, where it is known already"),
    },
    {
      name: "claimSubstance",
      unit: "flag",
      optional: true,
      says: text("主张实质排除（默认是）", "Claim the carve-out; yes unless told"),
    },
    {
      name: "broughtForward",
      unit: "money",
      optional: true,
      says: text("结转的负税额", "Negative tax brought forward"),
    },
    {
      name: "carryNegativeTax",
      unit: "flag",
      optional: true,
      says: text(
        "结转负税额（盈利年度默认是，亏损年度默认否）",
        "Carry negative tax forward; by default yes in a profitable year, no in a loss year",
      ),
    },
    {
      name: "qdmtt",
      unit: "money",
      optional: true,
      says: text("已缴合格国内最低补足税", "Qualified domestic minimum top-up tax paid"),
    },
    {
      name: "groupShare",
      unit: "share",
      optional: true,
      says: text("集团的应分摊比例", "The group's allocable share"),
    },
  ],
  outputs: [
    { name: "netIncome", unit: "money", says: text("净 GloBE 所得", "Net GloBE income") },
    { name: "coveredTax", unit: "money", says: text("调整后有效税额", "Adjusted covered taxes") },
    { name: "etr", unit: "rate", says: text("有效税率", "Effective tax rate") },
    { name: "rate", unit: "rate", says: text("补足税率", "Top-up percentage") },
    { name: "substance", unit: "money", says: text("实质排除额", "Substance-based income exclusion") },
    { name: "excess", unit: "money", says: text("超额利润", "Excess profit") },
    { name: "additional", unit: "money", says: text("亏损年度附加补足税", "Additional top-up tax of a loss year") },
    { name: "topUp", unit: "money", says: text("补足税（扣除国内补足税前）", "Top-up tax before the domestic one") },
    { name: "residual", unit: "money", says: text("扣除国内补足税后", "Left after the domestic top-up tax") },
    { name: "groupTopUp", unit: "money", says: text("集团应分摊额", "The group's share of what is left") },
    { name: "carriedForward", unit: "money", says: text("结转以后年度的负税额", "Negative tax carried forward") },
    { name: "topUp.<entity>", unit: "money", says: text("分配到实体", "Allocated to the entity") },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.TOP-UP", ["fiscalYearStart"]);
    const year = globeYear(law, start);
    const members = facts.list("entities");
    const pool: Pool = {
      name: "",
      entities: members.map((one) => memberOf(one, year)),
      substance: facts.numberIf("substance"),
      claimSubstance: facts.flagIf("claimSubstance") ?? true,
      broughtForward: facts.numberIf("broughtForward"),
      carryNegativeTax: facts.flagIf("carryNegativeTax"),
    };
    const missing = [...missingOf(members), ...missingSubstance(pool)];
    if (members.length === 0 || missing.length > 0)
      return insufficient("GLOBE.TOP-UP", members.length === 0 ? ["entities"] : missing);
    const found = topUpOf(pool, year);
    const qdmtt = facts.numberIf("qdmtt") ?? ZERO;
    const residual = traced(max(ZERO, found.topUp.value.minus(qdmtt)), {
      rule: "GLOBE.TOP-UP",
      title: text("扣除国内补足税后的补足税", "Top-up tax after the domestic one"),
      formula: "max(0, topUp - qdmtt)",
      inputs: { topUp: found.topUp, qdmtt },
      cites: [model("5.2.3")],
    });
    const values: Record<string, Decimal> = {
      netIncome: found.netIncome.value,
      coveredTax: found.coveredTax.value,
      etr: found.etr.value,
      rate: found.rate.value,
      substance: found.substance.value,
      excess: found.excess.value,
      additional: found.additional.value,
      topUp: found.topUp.value,
      residual: residual.value,
      groupTopUp: residual.value.times(facts.numberIf("groupShare") ?? ONE),
      carriedForward: found.carriedForward,
    };
    for (const { id, topUp } of found.shares) values[`topUp.${id}`] = topUp;
    return { values, trace: residual.trace };
  },
};

export const allocationRule: TaxRule = {
  id: "GLOBE.ALLOCATION",
  title: text("补足税在实体间的分配", "Allocating top-up tax to entities"),
  inputs: [
    { name: "topUp", unit: "money", says: text("辖区补足税", "Top-up tax of the jurisdiction") },
    {
      name: "entities",
      unit: "list",
      says: text("辖区内的实体", "Entities of the jurisdiction"),
      of: [
        { name: "id", unit: "word", says: text("实体代号", "Name of the entity") },
        { name: "income", unit: "money", says: text("GloBE 所得（亏损为负）", "GloBE income, a loss negative") },
      ],
    },
  ],
  outputs: [{ name: "topUp.<entity>", unit: "money", says: text("分配额", "Allocated amount") }],
  run(facts) {
    const topUp = facts.number("topUp");
    const entities = facts
      .list("entities")
      .map((one) => ({ id: one.word("id"), income: one.number("income"), coveredTax: ZERO }));
    if (!entities.some(({ income }) => income.greaterThan(0)))
      return insufficient("GLOBE.ALLOCATION", ["entities.income"]);
    const shares = allocate(entities, topUp, ZERO, ZERO);
    const all = traced(sum(shares.map((one) => one.topUp)), {
      rule: "GLOBE.ALLOCATION",
      title: text("已分配的补足税", "Top-up tax allocated"),
      formula: "topUp * max(0, income) / sum(max(0, income))",
      inputs: { topUp, ...Object.fromEntries(shares.map((one) => [one.id, one.topUp])) },
      cites: [model("5.2.4"), manual("MTT31000")],
    });
    return { values: Object.fromEntries(shares.map((one) => [`topUp.${one.id}`, one.topUp])), trace: all.trace };
  },
};
