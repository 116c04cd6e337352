// Value added tax on services and intangibles that cross China's border: who owes it, how much, who may deduct it.
import { type Decimal, ONE, ZERO } from "./decimal.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced, type Value, type WhyNot } from "./trace.ts";

/** The rate by what is supplied; a buyer who withholds uses the rate, never the levy of small taxpayers. */
const KINDS = {
  service: "CN.vat.service",
  intangible: "CN.vat.service",
  transport: "CN.vat.reduced",
  construction: "CN.vat.reduced",
  realEstateLease: "CN.vat.reduced",
  equipmentLease: "CN.vat.standard",
} as const;
type Kind = keyof typeof KINDS;
const KIND_NAMES: readonly Kind[] = [
  "service",
  "intangible",
  "transport",
  "construction",
  "realEstateLease",
  "equipmentLease",
];
const LAW_2026 = "2026-01-01";
const lawOf = (on: string, article: string, before: string) =>
  on >= LAW_2026 ? cite("增值税法", article, LAW_2026) : doubtful("财税〔2016〕36 号附件 1", before, "2016-05-01");

export const vatRule: TaxRule = {
  id: "VAT.CROSS-BORDER",
  title: text("跨境服务增值税", "VAT on services across the border"),
  inputs: [
    fact("amount", "money", "价款", "Price"),
    fact("included", "flag", "价款含增值税", "The price includes VAT"),
    fact("supplierInChina", "flag", "销售方在境内", "The supplier is in China"),
    fact("consumedInChina", "flag", "在境内消费", "It is consumed in China"),
    maybe("kind", "word", "种类（默认服务）", "What is supplied; a service unless told", { choices: KIND_NAMES }),
    maybe("rate", "rate", "税率（默认按种类）", "Rate; by kind unless told"),
    maybe("exempt", "flag", "免税项目", "The supply is exempt"),
    maybe("exportTreatment", "word", "出口服务零税率或免税", "Exported services: zero rate or exempt", {
      choices: ["zero", "exempt"],
    }),
    maybe(
      "creditable",
      "flag",
      "购买方为一般纳税人且用于应税项目",
      "The buyer is a general taxpayer and uses it for taxable supplies",
    ),
    maybe("date", "day", "纳税义务发生日", "Day of the liability"),
  ],
  outputs: [
    output("taxable", "flag", "应缴中国增值税", "Chinese VAT is due"),
    output("rate", "rate", "税率", "Rate"),
    output("exclusive", "money", "不含税价款", "Price without VAT"),
    output("vat", "money", "增值税", "VAT"),
    output("total", "money", "含税价款", "Price with VAT"),
    output("paidBy", "word", "缴纳人（buyer 扣缴、supplier、nobody）", "Who pays it over: buyer, supplier or nobody"),
    output("credit", "money", "购买方可抵扣进项", "Input tax of the buyer"),
    output("surcharges", "money", "附加税费（进口服务为零）", "Surcharges; none on imported services"),
  ],
  run(facts, law) {
    const on = facts.dayIf("date") ?? law.asOf;
    const inside = facts.flag("supplierInChina");
    const consumed = facts.flag("consumedInChina");
    const exempt = facts.flagIf("exempt") ?? false;
    const exported = inside && !consumed;
    const treatment = facts.wordIf("exportTreatment");
    if (exported && !exempt && treatment === undefined) return insufficient("VAT.CROSS-BORDER", ["exportTreatment"]);
    const taxable = traced((inside || consumed) && !exempt && !exported, {
      rule: "VAT.CROSS-BORDER",
      title: text("应缴中国增值税", "Chinese VAT is due"),
      formula: "(supplierInChina or consumedInChina) and not exempt and not exported",
      inputs: { supplierInChina: inside, consumedInChina: consumed, exempt, exported },
      cites: [lawOf(on, "4", "12-13")],
      exception: exported ? `exported: ${treatment ?? "exempt"}` : exempt ? "exempt" : undefined,
    });
    const rate = rateOf(facts.numberIf("rate"), KIND_NAMES.find((one) => one === facts.wordIf("kind")) ?? "service");
    const used = !taxable.value ? nil() : typeof rate === "string" ? law.params.need(rate, on) : rate;
    const amount = facts.number("amount");
    const included = facts.flag("included");
    const factor = ONE.plus(used.value);
    const exclusive = included ? amount.dividedBy(factor) : amount;
    const vat = traced(included ? amount.times(used.value).dividedBy(factor) : amount.times(used.value), {
      rule: "VAT.CROSS-BORDER",
      title: text("增值税", "VAT"),
      formula: included ? "amount / (1 + rate) * rate" : "amount * rate",
      inputs: { taxable, amount, rate: used },
      cites: [lawOf(on, "15", "20")],
      whyNot: included ? [NOT_ON_INCLUSIVE] : [],
    });
    const creditable = facts.flagIf("creditable");
    const values: Record<string, Value> = {
      taxable: taxable.value,
      rate: used.value,
      exclusive,
      vat: vat.value,
      total: exclusive.plus(vat.value),
      paidBy: !taxable.value ? "nobody" : inside ? "supplier" : "buyer",
      ...(creditable === undefined ? {} : { credit: creditable ? vat.value : ZERO }),
      ...(inside ? {} : { surcharges: ZERO }),
    };
    return { values, trace: vat.trace };
  },
};

const rateOf = (told: Decimal | undefined, kind: Kind): Traced | string =>
  told
    ? traced(told, { rule: "VAT.CROSS-BORDER", title: text("税率", "Rate"), formula: "rate", inputs: { rate: told } })
    : KINDS[kind];

const nil = (): Traced =>
  traced(ZERO, { rule: "VAT.CROSS-BORDER", title: text("税率", "Rate"), formula: "0", inputs: {} });

const NOT_ON_INCLUSIVE: WhyNot = {
  alternative: "amount * rate",
  rule: "VAT.CROSS-BORDER",
  reason: text("税率乘以不含税价款", "the rate is of the price without the tax"),
};
