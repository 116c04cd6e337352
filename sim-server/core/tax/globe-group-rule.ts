// The rule that asks about a whole group under GloBE.
import { type Decimal, ZERO } from "./decimal.ts";
import type { FactSpec, Facts } from "./facts.ts";
import { KINDS, type Kind } from "./globe-charge.ts";
import { type GlobeGroup, globeOf } from "./globe-group.ts";
import { beforeGlobe, globeYear, text } from "./globe-law.ts";
import { MEMBER, memberOf, missingOf } from "./globe-member.ts";
import type { GlobeJurisdiction } from "./globe-status.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import type { Value } from "./trace.ts";

const flag = (name: string, zh: string, en: string): FactSpec => ({
  name,
  unit: "flag",
  optional: true,
  says: text(zh, en),
});
const money = (name: string, zh: string, en: string): FactSpec => ({
  name,
  unit: "money",
  optional: true,
  says: text(zh, en),
});

const ENTITY: readonly FactSpec[] = [
  ...MEMBER,
  { name: "jurisdiction", unit: "word", says: text("所在辖区", "Jurisdiction") },
  {
    name: "kind",
    unit: "word",
    optional: true,
    choices: KINDS,
    says: text(
      "类别（默认标准；持股不超过 30% 自动为少数股权）",
      "Kind; standard unless told, minority by itself where the top holds 30 % or less",
    ),
  },
  money("pushedDown", "有效税额中下推的部分", "Part of the covered taxes that was pushed down"),
  { name: "employees", unit: "count", optional: true, says: text("员工人数", "Number of employees") },
];

const JURISDICTION: readonly FactSpec[] = [
  { name: "id", unit: "word", says: text("辖区代码", "Code of the jurisdiction") },
  flag("qdmtt", "实施合格国内最低补足税", "Applies a qualified domestic top-up tax"),
  flag("iir", "实施收入纳入规则", "Applies an income inclusion rule"),
  flag("utpr", "实施低税利润规则", "Applies a UTPR"),
  flag("iirDomestic", "收入纳入规则及于本辖区", "The income inclusion rule reaches entities at home"),
  { name: "nominalRate", unit: "rate", optional: true, says: text("名义税率", "Nominal corporate rate") },
  flag("qdmttCreditOnly", "国内补足税只作抵减（无安全港）", "The domestic tax is only credited: no safe harbour"),
  flag("claimSubstance", "主张实质排除（默认是）", "Claim the carve-out; yes unless told"),
  money("substance", "已知的实质排除额", "The carve-out, where it is known already"),
  money("broughtForward", "结转的负税额", "Negative tax brought forward"),
  flag("carryNegativeTax", "结转负税额", "Carry negative tax forward"),
  {
    name: "cbcr",
    unit: "record",
    optional: true,
    says: text("选择过渡期国别报告安全港", "Elects the transitional CbCR safe harbour"),
    of: [
      { name: "revenue", unit: "money", says: text("总收入", "Total revenue") },
      { name: "profitBeforeTax", unit: "money", says: text("税前利润", "Profit or loss before tax") },
      { name: "simplifiedTax", unit: "money", says: text("简化有效税额", "Simplified covered taxes") },
      flag("lostBefore", "以前适用年度未采用或未通过", "Not used in an earlier year in which it could have been"),
    ],
  },
  {
    name: "deMinimis",
    unit: "record",
    optional: true,
    says: text("选择微利排除", "Elects the de minimis exclusion"),
    of: [
      { name: "revenues", unit: "numbers", says: text("本年及前两年收入", "Revenue of this year and the two before") },
      { name: "incomes", unit: "numbers", says: text("同期所得", "Income of the same years") },
    ],
  },
  { name: "employees", unit: "count", optional: true, says: text("员工人数", "Number of employees") },
  money("tangibleAssets", "有形资产净值", "Tangible assets, net book value"),
  flag("priorUnpaid", "以前年度分摊额尚未缴足", "An earlier year's UTPR amount is still unpaid"),
];

export const groupRule: TaxRule = {
  id: "GLOBE.GROUP",
  title: text("集团的补足税及由谁征收", "A group's top-up tax and who collects it"),
  inputs: [
    { name: "fiscalYearStart", unit: "day", says: text("财政年度开始日", "First day of the fiscal year") },
    { name: "fiscalYearEnd", unit: "day", optional: true, says: text("财政年度结束日", "Last day of the fiscal year") },
    {
      name: "revenuesEur",
      unit: "numbers",
      says: text("前四个年度合并收入（欧元）", "Consolidated revenue of the four years before, EUR"),
    },
    { name: "upe", unit: "word", says: text("最终母公司", "Ultimate parent entity") },
    { name: "entities", unit: "list", says: text("成员实体", "Constituent entities"), of: ENTITY },
    {
      name: "ownership",
      unit: "list",
      optional: true,
      says: text("持股（除最终母公司外每个实体至少一条）", "Holdings; at least one for every entity but the top"),
      of: [
        { name: "parent", unit: "word", says: text("持有方", "Holder") },
        { name: "child", unit: "word", says: text("被持有方", "Held") },
        { name: "share", unit: "share", says: text("利润权益比例", "Share in profits") },
      ],
    },
    {
      name: "jurisdictions",
      unit: "list",
      optional: true,
      says: text("辖区事实（未列明的按法律数据）", "What is said of jurisdictions; else the law's data"),
      of: JURISDICTION,
    },
  ],
  outputs: [
    { name: "inScope", unit: "flag", says: text("是否适用", "In scope") },
    { name: "topUp", unit: "money", says: text("补足税合计", "Top-up tax in all") },
    { name: "qdmtt", unit: "money", says: text("国内最低补足税", "Domestic top-up taxes") },
    { name: "iir", unit: "money", says: text("收入纳入规则", "Income inclusion") },
    { name: "utpr", unit: "money", says: text("低税利润规则", "UTPR") },
    { name: "relieved", unit: "money", says: text("低税利润规则安全港免除", "Spared by the UTPR safe harbour") },
    { name: "uncollected", unit: "money", says: text("外部持股部分无人征收", "Outsiders' part that nobody collects") },
    { name: "etr.<pool>", unit: "rate", says: text("有效税率", "Effective tax rate") },
    { name: "substance.<pool>", unit: "money", says: text("实质排除额", "Carve-out") },
    { name: "topUp.<pool>", unit: "money", says: text("补足税", "Top-up tax") },
    { name: "computed.<pool>", unit: "money", says: text("安全港前补足税", "Top-up tax before safe harbours") },
    { name: "qdmtt.<pool>", unit: "money", says: text("由本辖区征收", "Collected at home") },
    {
      name: "entityTopUp.<entity>",
      unit: "money",
      says: text("分配到实体（国内补足税前）", "Allocated to the entity, before domestic taxes"),
    },
    { name: "iir.<entity>", unit: "money", says: text("由该母公司缴纳", "Charged to the parent") },
    {
      name: "utpr.<jurisdiction>",
      unit: "money",
      says: text("由该辖区征收", "Collected by the jurisdiction under the UTPR"),
    },
  ],
  run(facts, law) {
    const start = facts.day("fiscalYearStart");
    if (beforeGlobe(start)) return insufficient("GLOBE.GROUP", ["fiscalYearStart"]);
    const year = globeYear(law, start);
    const members = facts.list("entities");
    const unrated = missingOf(members);
    if (unrated.length > 0) return insufficient("GLOBE.GROUP", unrated);
    const group: GlobeGroup = {
      start,
      end: facts.dayIf("fiscalYearEnd"),
      revenues: facts.numbers("revenuesEur"),
      upe: facts.word("upe"),
      entities: members.map((one) => ({
        ...memberOf(one, year),
        jurisdiction: one.word("jurisdiction"),
        kind: kindOf(one.wordIf("kind")),
        pushedDown: one.numberIf("pushedDown"),
        employees: one.numberIf("employees"),
      })),
      holdings: facts.list("ownership").map((one) => ({
        parent: one.word("parent"),
        child: one.word("child"),
        share: one.number("share"),
      })),
      jurisdictions: facts.list("jurisdictions").map(jurisdictionOf),
    };
    const found = globeOf(group, law);
    if ("missing" in found) return insufficient("GLOBE.GROUP", found.missing);
    const values: Record<string, Value> = { inScope: found.scope.value, ...found.totals };
    for (const { key, result, topUp, qdmtt } of found.pools) {
      values[`etr.${key}`] = result.etr.value;
      values[`substance.${key}`] = result.substance.value;
      values[`computed.${key}`] = result.topUp.value;
      values[`topUp.${key}`] = topUp.value;
      values[`qdmtt.${key}`] = qdmtt;
      for (const share of result.shares) values[`entityTopUp.${share.id}`] = share.topUp;
    }
    const byParent = new Map<string, Decimal>(found.parents.map((parent) => [parent, ZERO]));
    for (const { parent, amount } of found.charges.flatMap(({ iir }) => iir))
      byParent.set(parent, amount.value.plus(byParent.get(parent) ?? 0));
    for (const [parent, amount] of byParent) values[`iir.${parent}`] = amount;
    for (const { id, amount } of found.utprShares) values[`utpr.${id}`] = amount;
    return { values, trace: found.trace };
  },
};

const kindOf = (word: string | undefined): Kind => KINDS.find((kind) => kind === word) ?? "standard";

function jurisdictionOf(facts: Facts): GlobeJurisdiction {
  const cbcr = facts.record("cbcr");
  const deMinimis = facts.record("deMinimis");
  return {
    id: facts.word("id"),
    qdmtt: facts.flagIf("qdmtt"),
    iir: facts.flagIf("iir"),
    utpr: facts.flagIf("utpr"),
    iirDomestic: facts.flagIf("iirDomestic"),
    nominalRate: facts.numberIf("nominalRate"),
    qdmttCreditOnly: facts.flagIf("qdmttCreditOnly"),
    claimSubstance: facts.flagIf("claimSubstance"),
    substance: facts.numberIf("substance"),
    broughtForward: facts.numberIf("broughtForward"),
    carryNegativeTax: facts.flagIf("carryNegativeTax"),
    cbcr: cbcr && {
      revenue: cbcr.number("revenue"),
      profitBeforeTax: cbcr.number("profitBeforeTax"),
      simplifiedTax: cbcr.number("simplifiedTax"),
      lostBefore: cbcr.flagIf("lostBefore") ?? false,
    },
    deMinimis: deMinimis && { revenues: deMinimis.numbers("revenues"), incomes: deMinimis.numbers("incomes") },
    employees: facts.numberIf("employees"),
    tangibleAssets: facts.numberIf("tangibleAssets"),
    priorUnpaid: facts.flagIf("priorUnpaid"),
  };
}
