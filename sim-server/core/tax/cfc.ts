// China's controlled foreign companies: control, low tax, the ways out, and the profit a resident must include.
import { isLeapYear, yearOf } from "./calendar.ts";
import { sharesIn } from "./cfc-control.ts";
import { type Decimal, decimal, max, min, ONE, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { Link } from "./ftc-holding.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { RuleAnswer, TaxRule } from "./rule.ts";
import { citLaw, citRegs, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Text, type Trace, type Traced, traced } from "./trace.ts";

const ID = "CFC.CN";

export const controlledForeignCompany: TaxRule = {
  id: ID,
  title: text("受控外国企业", "Controlled foreign company"),
  inputs: [
    fact("company", "word", "境外企业", "The foreign company"),
    fact("taxpayer", "word", "计算归属利润的居民企业", "The resident whose inclusion is asked"),
    fact("residents", "words", "中国居民股东", "Shareholders resident in China"),
    fact("links", "list", "持股关系", "Holdings", {
      of: [
        fact("holder", "word", "持有人", "Holder"),
        fact("held", "word", "被持有企业", "Company held"),
        fact("share", "share", "有表决权的持股比例", "Share of the votes"),
      ],
    }),
    maybe(
      "deFacto",
      "flag",
      "是否在资金、经营、购销等方面实质控制",
      "Whether there is control in fact (funds, business, trade)",
    ),
    maybe("jurisdiction", "word", "境外企业所在辖区", "Jurisdiction of the company"),
    maybe("profit", "money", "年度利润总额（人民币）", "Profit of the year in yuan"),
    maybe("foreignTax", "money", "就该利润实际缴纳的境外税", "Foreign tax paid on that profit"),
    maybe("burden", "rate", "实际税负（默认税除以利润）", "Effective burden (tax by profit unless told)"),
    maybe("activeIncome", "flag", "是否主要取得积极经营活动所得", "Whether the income is mainly active"),
    maybe(
      "reasonableNeed",
      "flag",
      "不分配是否出于合理经营需要（默认否）",
      "Whether not distributing answers a reasonable business need (no unless told)",
    ),
    maybe(
      "undistributed",
      "money",
      "未分配利润（默认利润减税减已分配）",
      "Undistributed profit (profit less tax less distributed unless told)",
    ),
    maybe("distributed", "money", "已分配利润（默认无）", "Profit distributed (none unless told)"),
    maybe("holdingDays", "days", "实际持股天数（默认全年）", "Days of holding (the whole year unless told)"),
    maybe("yearDays", "days", "纳税年度天数（默认依年度）", "Days of the tax year (by the calendar unless told)"),
    maybe(
      "creditableTax",
      "money",
      "归入利润已负担的可抵免境外税（按份额）",
      "Creditable foreign tax on the included profit",
    ),
  ],
  outputs: [
    output("cfc", "flag", "是否构成受控外国企业（未豁免）", "Whether it is a CFC without exemption"),
    output("controlled", "flag", "是否受控", "Whether it is controlled"),
    output("control", "share", "控制测试的合计持股", "Shares counted for control"),
    output("holding", "share", "纳税人计算归属的持股比例", "Taxpayer's share for the inclusion"),
    output("burden", "rate", "实际税负", "Effective burden"),
    output(
      "exemption",
      "word",
      "豁免理由：none、whiteList、deMinimis、active、need、notLowTaxed、notControlled",
      "Way out: none, whiteList, deMinimis, active, need, notLowTaxed or notControlled",
    ),
    output("inclusion", "money", "计入当期所得的利润", "Profit included"),
    output("tax", "money", "归入利润应补的中国税", "Tax in China on the inclusion"),
  ],
  run(facts, law) {
    const links: Link[] = facts.list("links").map((link) => ({
      holder: link.word("holder"),
      held: link.word("held"),
      share: link.number("share"),
    }));
    const control = controlOf(facts, links, law);
    const holding = sharesIn(facts.word("taxpayer"), facts.word("company"), links, ONE).economic;
    return decideCfc(facts, control, holding, law);
  },
};

/** The test and the inclusion once the shares are known; the group works them out for all its companies at once. */
export function decideCfc(facts: Facts, control: Traced, holding: Decimal, law: Law): RuleAnswer {
  const base = {
    controlled: control.value.greaterThanOrEqualTo(law.params.need("CN.cfc.control").value),
    control: control.value,
    holding,
  };
  const controlled = base.controlled || facts.flagIf("deFacto") === true;
  const values = { ...base, controlled };
  const out = (exemption: string, reason: Text, children: readonly Trace[], burden?: Decimal): RuleAnswer => {
    const none = traced(ZERO, {
      rule: ID,
      title: text("无需归入", "Nothing to include"),
      formula: "0",
      inputs: { control, holding },
      unit: "money",
      cites: [citLaw("45"), doubtful("国税发〔2009〕2 号", "84")],
      exception: exemption,
      children,
      whyNot: [{ alternative: "inclusion", rule: `CFC.CN.${exemption}`, reason }],
    });
    return {
      values: { ...values, ...(burden ? { burden } : {}), cfc: false, exemption, inclusion: ZERO, tax: ZERO },
      trace: none.trace,
    };
  };
  if (!controlled && facts.flagIf("deFacto") === undefined) return insufficient(ID, ["deFacto"], [control.trace]);
  if (!controlled) return out("notControlled", text("居民股东未达控制标准", "Residents do not control it"), []);
  const white = law.params.word("CN.cfc.whiteList");
  const jurisdiction = facts.wordIf("jurisdiction");
  if (white && jurisdiction && white.value.split(",").includes(jurisdiction))
    return out("whiteList", text("设立在指定的非低税率国家", "Set up in a listed country"), [white.trace]);
  const profit = facts.numberIf("profit");
  const small = law.params.need("CN.cfc.deMinimis");
  if (profit?.lessThanOrEqualTo(small.value))
    return out("deMinimis", text("年度利润不超过 500 万元", "Profit of no more than 5 million yuan"), [small.trace]);
  if (facts.flagIf("activeIncome") === true)
    return out("active", text("主要取得积极经营所得", "Mainly active income"), []);
  if (facts.flagIf("reasonableNeed") === true)
    return out("need", text("出于合理经营需要", "A reasonable business need"), []);
  const burden = facts.numberIf("burden") ?? ratio(facts.numberIf("foreignTax"), profit);
  const trigger = triggerOf(law);
  if (burden?.greaterThanOrEqualTo(trigger.value))
    return out(
      "notLowTaxed",
      text("实际税负不低于法定税率的一半", "Taxed at no less than half the statutory rate"),
      [trigger.trace],
      burden,
    );
  const distributed = facts.numberIf("distributed") ?? ZERO;
  const undistributed = facts.numberIf("undistributed") ?? left(profit, facts.numberIf("foreignTax"), distributed);
  const missing = [
    ...(jurisdiction === undefined ? ["jurisdiction"] : []),
    ...(profit === undefined ? ["profit"] : []),
    ...(facts.flagIf("activeIncome") === undefined ? ["activeIncome"] : []),
    ...(burden === undefined ? ["burden"] : []),
    ...(undistributed === undefined ? ["undistributed"] : []),
  ];
  if (missing.length > 0 || burden === undefined || undistributed === undefined)
    return insufficient(ID, missing, [control.trace, trigger.trace]);
  const inclusion = inclusionOf(facts, undistributed, holding, [control, trigger], burden, law);
  const tax = taxOn(facts, inclusion, law);
  return {
    values: { ...values, cfc: true, burden, exemption: "none", inclusion: inclusion.value, tax: tax.value },
    trace: tax.trace,
  };
}

/** Regs art. 117: residents with 10 % or more each, together 50 % or more. */
function controlOf(facts: Facts, links: readonly Link[], law: Law): Traced {
  const each = law.params.need("CN.cfc.eachMin");
  const whole = law.params.need("CN.cfc.middleCountsWhole");
  const counted = facts
    .words("residents")
    .map((resident) => sharesIn(resident, facts.word("company"), links, whole.value).counted)
    .filter((share) => share.greaterThanOrEqualTo(each.value));
  return traced(min(sum(counted), ONE), {
    rule: "CFC.CN.CONTROL",
    title: text("中国居民股东合计持股", "Residents' shares together"),
    formula: "sum of the residents' shares of at least each; a middle holder above whole counts as all",
    inputs: { each, whole, residents: decimal(counted.length) },
    unit: "share",
    cites: [citRegs("117"), doubtful("国税发〔2009〕2 号", "77")],
  });
}

/** Regs art. 118: clearly lower is below half of the statutory rate. */
function triggerOf(law: Law): Traced {
  const share = law.params.need("CN.cfc.etrShareOfRate");
  const rate = law.params.need("CN.cit.rate");
  return traced(rate.value.times(share.value), {
    rule: "CFC.CN.TRIGGER",
    title: text("低税标准", "Low-tax trigger"),
    formula: "rate * share",
    inputs: { rate, share },
    unit: "rate",
    cites: [citRegs("118")],
  });
}

const ratio = (tax: Decimal | undefined, profit: Decimal | undefined): Decimal | undefined =>
  tax === undefined || profit === undefined || !profit.greaterThan(0) ? undefined : tax.dividedBy(profit);
const left = (profit: Decimal | undefined, tax: Decimal | undefined, distributed: Decimal): Decimal | undefined =>
  profit === undefined || tax === undefined ? undefined : max(profit.minus(tax).minus(distributed), ZERO);

function inclusionOf(
  facts: Facts,
  undistributed: Decimal,
  holding: Decimal,
  why: readonly Traced[],
  burden: Decimal,
  law: Law,
): Traced {
  const yearDays = facts.numberIf("yearDays") ?? decimal(isLeapYear(yearOf(law.asOf)) ? 366 : 365);
  const days = facts.numberIf("holdingDays") ?? yearDays;
  return traced(undistributed.times(days).dividedBy(yearDays).times(holding), {
    rule: "CFC.CN.INCLUSION",
    title: text("计入当期所得的利润", "Profit included"),
    formula: "undistributed * holdingDays / yearDays * holding",
    inputs: { undistributed, holdingDays: days, yearDays, holding, burden },
    unit: "money",
    cites: [citLaw("45"), doubtful("国税发〔2009〕2 号", "80")],
    children: why.map(({ trace }) => trace),
  });
}

/** Tax already borne on the profit is added back and credited up to the tax here. */
function taxOn(facts: Facts, inclusion: Traced, law: Law): Traced {
  const rate = law.params.need("CN.cit.rate");
  const borne = facts.numberIf("creditableTax") ?? ZERO;
  const whole = inclusion.value.plus(borne).times(rate.value);
  return traced(max(whole.minus(borne), ZERO), {
    rule: ID,
    title: text("归入利润应补的中国税", "Tax in China on the inclusion"),
    formula: "max((inclusion + creditableTax) * rate - creditableTax, 0)",
    inputs: { inclusion, creditableTax: borne, rate },
    unit: "money",
    cites: [citLaw("45"), citLaw("24")],
  });
}
