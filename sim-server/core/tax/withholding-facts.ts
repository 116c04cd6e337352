// What is told about a payment abroad, and what withholding answers.
import { OWNER_FACTS } from "./beneficial-owner.ts";
import type { FactSpec } from "./facts.ts";
import type { OutputSpec } from "./rule.ts";
import { fact, maybe, output } from "./spec.ts";

export const PAYMENT_FACTS: readonly FactSpec[] = [
  fact("income", "word", "所得种类", "Kind of income", {
    choices: ["dividend", "interest", "royalty", "service", "property"],
  }),
  maybe(
    "sub",
    "word",
    "细类：equipment、bank、government、realEstateVehicle、aircraftShips 等",
    "Finer kind: equipment, bank, government, realEstateVehicle, aircraftShips …",
  ),
  fact("gross", "money", "支付总额（转让财产为价款）", "Gross payment; for property the price"),
  maybe("payer", "word", "支付方所在辖区（默认 CN）", "Jurisdiction of the payer (CN unless told)"),
  maybe("recipient", "word", "收款方居民辖区", "Jurisdiction where the recipient is resident"),
  maybe(
    "vatRate",
    "rate",
    "总额中含有的增值税税率（默认不含税）",
    "Rate of the VAT inside the gross (none unless told)",
  ),
  maybe("netCost", "money", "财产净值", "Net cost of the property"),
  maybe("related", "flag", "双方是否有特殊关系", "Whether the parties are specially related"),
  maybe("armsLength", "money", "独立交易金额", "Arm's-length amount"),
  maybe(
    "connectedPe",
    "flag",
    "收款方是否在来源国有机构且所得与其有实际联系",
    "Whether the income is effectively connected with an establishment of the recipient",
  ),
  maybe("expenses", "money", "该机构可扣除的费用", "Expenses the establishment may deduct"),
  maybe("performedHere", "flag", "劳务是否在来源国提供", "Whether the service is performed in the source country"),
  maybe("deemedRate", "rate", "境内劳务核定利润率", "Deemed profit rate of onshore services"),
  maybe("holding", "share", "收款方直接持有支付方的股份", "Share of the payer held directly by the recipient"),
  maybe("indirectHolding", "share", "间接持有的股份", "Share held indirectly"),
  maybe("holdingMonths", "months", "已连续持有的月数", "Months the holding has lasted without break"),
  maybe(
    "immovableShare",
    "share",
    "被转让股权价值中不动产占比",
    "Share of real estate in the value of the shares sold",
  ),
  maybe("claimTreaty", "flag", "是否主张协定待遇（默认是）", "Whether the treaty is claimed (yes unless told)"),
  maybe("certificate", "flag", "是否有税收居民身份证明", "Whether there is a certificate of residence"),
  maybe(
    "beneficialOwner",
    "flag",
    "是否受益所有人（或填 owner）",
    "Whether it is the beneficial owner (or tell the owner's facts)",
  ),
  maybe("owner", "record", "判定受益所有人的事实", "Facts about the beneficial owner", { of: OWNER_FACTS }),
  maybe(
    "principalPurpose",
    "flag",
    "主要目的之一是否为获取协定利益（默认否）",
    "Whether one of the principal purposes was the benefit (no unless told)",
  ),
  maybe(
    "limitationMet",
    "flag",
    "是否满足利益限制条款（协定有此条款时必填）",
    "Whether the limitation of benefits is met (needed where the treaty has one)",
  ),
  maybe("domesticRate", "rate", "国内税率（默认取自法律）", "Domestic rate (from the law unless told)"),
  maybe("treatyRate", "rate", "协定税率（默认取自协定）", "Treaty rate (from the treaty unless told)"),
  maybe("baseFactor", "share", "协定计税基数比例", "Share of the gross the treaty taxes"),
  maybe("date", "day", "扣缴义务发生日", "Day of the duty to withhold"),
  maybe("withheld", "money", "按期已解缴的税款（默认无）", "Tax remitted in time (none unless told)"),
  maybe("remittedOn", "day", "补缴日", "Day the rest was remitted"),
];

export const PAYMENT_ANSWERS: readonly OutputSpec[] = [
  output("tax", "money", "应扣缴税款", "Tax to withhold"),
  output("rate", "rate", "对独立交易部分适用的税率", "Rate on the arm's-length part"),
  output(
    "regime",
    "word",
    "适用：treaty、domestic、netBasis、deemedProfit、exempt",
    "Regime: treaty, domestic, netBasis, deemedProfit or exempt",
  ),
  output("base", "money", "计税基数", "Base"),
  output("excess", "money", "超过独立交易的部分", "Part above arm's length"),
  output("domesticTax", "money", "不适用协定时的税款", "Tax without the treaty"),
  output("vat", "money", "总额中的增值税", "VAT inside the gross"),
  output("short", "money", "未按期解缴的税款", "Tax not remitted in time"),
  output("dueDay", "day", "解缴期限", "Last day to remit"),
  output("lateDays", "days", "滞纳天数", "Days late"),
  output("surcharge", "money", "滞纳金", "Late payment surcharge"),
];
