// Which transfer pricing papers China asks for, and by when.
import { addMonths } from "./calendar.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, doubtful, fact, maybe, output, text } from "./spec.ts";
import { isTaxYear } from "./special-interest.ts";
import { type Traced, traced, type Value } from "./trace.ts";

const bulletin = (article: string) => cite("国家税务总局公告 2016 年第 42 号", article, "2016-01-01");

export const documentsRule: TaxRule = {
  id: "TP.DOCUMENTS",
  title: text("同期资料与国别报告义务", "Duty to keep transfer pricing papers"),
  inputs: [
    fact("year", "number", "纳税年度", "Tax year"),
    fact(
      "tangible",
      "money",
      "年度有形资产所有权转让关联交易",
      "Related transfers of tangible assets in the year, toll work at customs value",
    ),
    fact("financial", "money", "年度金融资产转让关联交易", "Related transfers of financial assets"),
    fact("intangible", "money", "年度无形资产所有权转让关联交易", "Related transfers of ownership of intangibles"),
    fact("other", "money", "年度其他关联交易", "Other related transactions"),
    maybe(
      "crossBorder",
      "flag",
      "有境外关联交易（默认是）",
      "There are related transactions across the border; yes unless told",
    ),
    maybe("groupHasMaster", "flag", "集团已准备主体文档", "The group already prepares a master file"),
    maybe("groupYearEnd", "day", "集团最终控股企业会计年度终了日", "End of the ultimate parent's accounting year"),
    maybe("costSharing", "flag", "执行成本分摊协议", "It carries out a cost sharing agreement"),
    maybe(
      "overDebtRatio",
      "flag",
      "关联债资比例超标且须说明独立交易",
      "Related debt is over the ratio and is to be justified",
    ),
    maybe("singleFunctionLoss", "flag", "单一功能且亏损", "It has a single function and made a loss"),
    maybe("groupRevenue", "money", "集团上一年度合并收入", "Consolidated group revenue of the year before"),
    maybe(
      "isUltimateParent",
      "flag",
      "为居民最终控股企业或受托报送企业",
      "It is the resident ultimate parent, or named to report",
    ),
  ],
  outputs: [
    output("master", "flag", "须准备主体文档", "A master file is due"),
    output("local", "flag", "须准备本地文档", "A local file is due"),
    output("special", "flag", "须准备特殊事项文档", "A special file is due"),
    output("cbcr", "flag", "须报送国别报告", "A country-by-country report is due"),
    output("localBy", "day", "本地与特殊事项文档完成期限", "Local and special files by"),
    output("masterBy", "day", "主体文档完成期限", "Master file by"),
  ],
  run(facts, law) {
    if (!isTaxYear(facts.number("year"))) return insufficient("TP.DOCUMENTS", ["year"]);
    const year = facts.number("year").toNumber();
    const on = `${Math.max(year, 2016)}-12-31`;
    const limit = (name: string): Traced => law.params.need(`CN-INT.documents.${name}`, on);
    const told = (name: string): boolean => facts.flagIf(name) ?? false;
    const amount = (name: string) => facts.number(name);
    const total = amount("tangible").plus(amount("financial")).plus(amount("intangible")).plus(amount("other"));
    const abroad = facts.flagIf("crossBorder") ?? true;
    const masterTotal = limit("masterTotal");
    const master = traced(total.greaterThan(masterTotal.value) || (abroad && told("groupHasMaster")), {
      rule: "TP.DOCUMENTS",
      title: text("主体文档", "Master file"),
      formula: "total > masterTotal or (crossBorder and groupHasMaster)",
      inputs: { total, masterTotal, crossBorder: abroad, groupHasMaster: told("groupHasMaster") },
      cites: [bulletin("11")],
    });
    const parts = (["tangible", "financial", "intangible", "other"] as const).map((name) => ({
      name,
      threshold: limit(`local${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    }));
    const over = parts.some(({ name, threshold }) => amount(name).greaterThan(threshold.value));
    const loss = told("singleFunctionLoss");
    const local = traced((over && abroad) || loss, {
      rule: "TP.DOCUMENTS",
      title: text("本地文档", "Local file"),
      formula: "crossBorder and any kind over its threshold, or a loss-maker of a single function",
      inputs: {
        ...Object.fromEntries(parts.map(({ name, threshold }) => [`${name} over`, threshold])),
        singleFunctionLoss: loss,
        crossBorder: abroad,
      },
      cites: [bulletin("13"), ...(loss ? [doubtful("国家税务总局公告 2017 年第 6 号", "28", "2017-05-01")] : [])],
      exception: loss && !over ? "single function and loss: due whatever the thresholds" : undefined,
    });
    const special = traced(told("costSharing") || told("overDebtRatio"), {
      rule: "TP.DOCUMENTS",
      title: text("特殊事项文档", "Special file"),
      formula: "costSharing or overDebtRatio",
      inputs: { costSharing: told("costSharing"), overDebtRatio: told("overDebtRatio") },
      cites: [bulletin("15")],
    });
    const groupRevenue = facts.numberIf("groupRevenue");
    if (told("isUltimateParent") && !groupRevenue) return insufficient("TP.DOCUMENTS", ["groupRevenue"]);
    const cbcrRevenue = limit("cbcrRevenue");
    const cbcr = traced(told("isUltimateParent") && (groupRevenue?.greaterThan(cbcrRevenue.value) ?? false), {
      rule: "TP.DOCUMENTS",
      title: text("国别报告", "Country-by-country report"),
      formula: "isUltimateParent and groupRevenue > cbcrRevenue",
      inputs: { isUltimateParent: told("isUltimateParent"), cbcrRevenue, ...(groupRevenue ? { groupRevenue } : {}) },
      cites: [bulletin("5")],
    });
    const yearEnd = facts.dayIf("groupYearEnd") ?? `${year}-12-31`;
    const values: Record<string, Value> = {
      master: master.value,
      local: local.value,
      special: special.value,
      cbcr: cbcr.value,
      localBy: `${year + 1}-06-30`,
      masterBy: addMonths(yearEnd, limit("masterMonths").value.toNumber()),
    };
    const all = traced([master, local, special, cbcr].filter(({ value }) => value).length.toString(), {
      rule: "TP.DOCUMENTS",
      title: text("应准备的资料份数", "Number of papers due"),
      formula: "master, local, special, cbcr",
      inputs: { master, local, special, cbcr },
      cites: [bulletin("19")],
    });
    return { values, trace: all.trace };
  },
};

/** Bulletin 64 of 2016: who may apply for an advance pricing arrangement. */
export const advancePricingRule: TaxRule = {
  id: "TP.APA",
  title: text("预约定价安排的适用", "Who may apply for advance pricing"),
  inputs: [
    fact("related", "numbers", "前三个年度每年关联交易金额", "Related transactions of each of the three years before"),
  ],
  outputs: [output("eligible", "flag", "可以申请", "It may apply")],
  run(facts, law) {
    const related = facts.numbers("related");
    const threshold = law.params.need("CN-INT.apa.threshold");
    const years = law.params.need("CN-INT.apa.years");
    if (years.value.greaterThan(related.length)) return insufficient("TP.APA", ["related"]);
    const last = related.slice(-years.value.toNumber());
    const eligible = traced(
      last.every((one) => one.greaterThanOrEqualTo(threshold.value)),
      {
        rule: "TP.APA",
        title: text("可以申请预约定价", "It may apply for advance pricing"),
        formula: "every one of the years before >= threshold",
        inputs: { threshold, years, ...Object.fromEntries(last.map((one, at) => [`year${at + 1}`, one])) },
        cites: [cite("国家税务总局公告 2016 年第 64 号", "4", "2016-12-01")],
      },
    );
    return { values: { eligible: eligible.value }, trace: eligible.trace };
  },
};
