// What the foreign tax credit is told, and what it answers.
import type { FactSpec } from "./facts.ts";
import { CHAIN_FACTS } from "./ftc-chain.ts";
import type { OutputSpec } from "./rule.ts";
import { fact, maybe, output } from "./spec.ts";

export const CREDIT_FACTS: readonly FactSpec[] = [
  fact("domestic", "money", "境内应纳税所得额（亏损为负）", "Domestic taxable income (a loss is negative)"),
  maybe("rate", "rate", "适用税率（默认 25%）", "Rate (25 % unless told)"),
  maybe(
    "domesticRate",
    "rate",
    "境内所得适用的优惠税率（境外所得仍按 rate）",
    "Preferential rate of domestic income, where foreign income keeps the rate",
  ),
  maybe("method", "word", "分国或不分国（默认分国）", "By country or overall (by country unless told)", {
    choices: ["perCountry", "overall"],
  }),
  maybe("year", "years", "纳税年度（默认为适用法律之年）", "Tax year (the year of the law unless told)"),
  maybe("foreign", "list", "各国所得，同一国可有多项", "Income by country; a country may have several", {
    of: [
      fact("country", "word", "国家（地区）", "Country"),
      maybe(
        "income",
        "money",
        "所得（含直接缴纳的境外税，不含间接税，亏损为负）",
        "Income before the foreign tax paid directly, without indirect tax; a loss is negative",
      ),
      maybe("net", "money", "或：扣除直接缴纳境外税后的所得", "Or: income after the foreign tax paid directly"),
      maybe("directTax", "money", "直接缴纳的境外税（默认无）", "Foreign tax paid directly (none unless told)"),
      maybe("indirectTax", "money", "间接负担的境外税（默认无）", "Foreign tax borne indirectly (none unless told)"),
      maybe(
        "tier",
        "record",
        "或：下层企业的税与利润，据以计算间接税",
        "Or: the company's tax and profit, to work out the indirect tax",
        {
          of: [
            fact("ownTax", "money", "企业实际缴纳的税", "Tax the company paid"),
            fact("afterTaxProfit", "money", "税后利润", "Its profit after tax"),
            maybe("investmentTax", "money", "投资收益在境外缴纳的税", "Tax on its investment income abroad"),
            maybe(
              "holding",
              "share",
              "持股比例（不足 20% 不得间接抵免）",
              "Holding (below 20 % there is no indirect credit)",
            ),
          ],
        },
      ),
      maybe("expenses", "money", "应分摊的费用（默认无）", "Expenses that belong to it (none unless told)"),
      maybe("spared", "money", "协定饶让视同已缴的税", "Tax spared that a treaty counts as paid"),
      maybe(
        "notCreditable",
        "money",
        "不得抵免的税（错缴、罚款、已退等）",
        "Tax that is not creditable: paid in error, penalties, refunded",
      ),
    ],
  }),
  maybe("carryForward", "list", "以前年度未抵免余额", "Excess of earlier years", {
    of: [
      maybe("country", "word", "国家（不分国时可不填）", "Country (not needed overall)"),
      fact("year", "years", "所属年度", "Year it arose"),
      fact("amount", "money", "金额", "Amount"),
    ],
  }),
  maybe("chain", "record", "或：整个持股与分配结构", "Or: the whole of holdings and dividends", { of: CHAIN_FACTS }),
];

export const CREDIT_ANSWERS: readonly OutputSpec[] = [
  output("indirect", "money", "间接负担税额合计", "Tax borne indirectly"),
  output("foreignIncome", "money", "境外应纳税所得额", "Foreign taxable income"),
  output("totalIncome", "money", "境内外应纳税所得额", "Domestic and foreign taxable income"),
  output("totalTax", "money", "境内外应纳税总额", "Tax on all income"),
  output("limit", "money", "抵免限额合计", "Limits together"),
  output("creditable", "money", "本年可抵免境外税额", "Creditable foreign tax of the year"),
  output("credit", "money", "实际抵免额", "Credit"),
  output("carryForward", "money", "可结转以后年度的余额", "Excess that may still be used"),
  output("expired", "money", "过期失效的余额", "Excess that is lost by time"),
  output("taxDue", "money", "应在中国缴纳的税", "Tax due in China"),
  output("limit.<country>", "money", "该国抵免限额", "Limit of the country"),
  output("creditable.<country>", "money", "该国可抵免税额", "Creditable tax of the country"),
  output("credit.<country>", "money", "该国实际抵免额", "Credit of the country"),
  output("income.<country>", "money", "该国应纳税所得额", "Taxable income of the country"),
  output("carryForward.<country>", "money", "该国结转余额", "Excess of the country"),
];
