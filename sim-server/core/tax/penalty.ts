// Penalties of the Collection Law as bands, and the windows within which tax is claimed, refunded or disputed.
import { addDays, addMonths, type Day } from "./calendar.ts";
import { type Decimal, ZERO } from "./decimal.ts";
import { bulletin7 } from "./indirect-transfer-factors.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced, type Value } from "./trace.ts";

const tca = (article: string) => cite("税收征收管理法", article, "2001-05-01");
const OFFENCES = ["agentNotWithholding", "evasion", "falseBasis", "lateFiling", "lateFilingSerious"] as const;
type Offence = (typeof OFFENCES)[number];
const BANDS: Readonly<Record<Offence, { article: string; least?: string; most: string; ofTax: boolean }>> = {
  agentNotWithholding: { article: "69", least: "agentLeast", most: "agentMost", ofTax: true },
  evasion: { article: "63", least: "evasionLeast", most: "evasionMost", ofTax: true },
  falseBasis: { article: "64", most: "falseBasisMost", ofTax: false },
  lateFiling: { article: "62", most: "lateFilingMost", ofTax: false },
  lateFilingSerious: { article: "62", least: "lateFilingSerious", most: "lateFilingSeriousMost", ofTax: false },
};

export const penaltyRule: TaxRule = {
  id: "CN.PENALTY",
  title: text("税收征管法罚款幅度", "Penalty bands of the Collection Law"),
  inputs: [
    fact("offence", "word", "违法行为", "The offence", { choices: OFFENCES }),
    maybe("tax", "money", "涉及税款", "The tax concerned"),
    maybe("indirectTransfer", "flag", "间接转让的扣缴义务人", "The agent of an indirect transfer"),
    maybe("signedOn", "day", "合同签订日", "Day of signing"),
    maybe("papersOn", "day", "扣缴义务人报送资料日", "Day the agent filed the papers"),
  ],
  outputs: [
    output("least", "money", "罚款下限", "Least penalty"),
    output("most", "money", "罚款上限", "Most penalty"),
    output("relief", "flag", "可减轻或免除", "It may be reduced or waived"),
  ],
  run(facts, law) {
    const offence = OFFENCES.find((one) => one === facts.word("offence")) ?? "evasion";
    const band = BANDS[offence];
    const tax = facts.numberIf("tax");
    if (band.ofTax && !tax) return insufficient("CN.PENALTY", ["tax"]);
    const bound = (name: string | undefined, which: string): Traced => {
      const limit = name === undefined ? undefined : law.params.need(`CN-INT.penalty.${name}`);
      return traced(limit === undefined ? ZERO : band.ofTax && tax ? limit.value.times(tax) : limit.value, {
        rule: "CN.PENALTY",
        title: which === "least" ? text("罚款下限", "Least penalty") : text("罚款上限", "Most penalty"),
        formula: limit === undefined ? "0" : band.ofTax ? "limit * tax" : "limit",
        inputs: { ...(limit ? { limit } : {}), ...(tax ? { tax } : {}) },
        cites: [tca(band.article)],
      });
    };
    const least = bound(band.least, "least");
    const most = bound(band.most, "most");
    const values: Record<string, Value> = { least: least.value, most: most.value };
    const agent = offence === "agentNotWithholding" && facts.flagIf("indirectTransfer") === true;
    if (agent) values["relief"] = reliefOf(facts.dayIf("signedOn"), facts.dayIf("papersOn"), law);
    const trace = traced(`${least.value.toString()} to ${most.value.toString()}`, {
      rule: "CN.PENALTY",
      title: text("罚款幅度", "Penalty band"),
      formula: "least to most",
      inputs: { offence, least, most },
      cites: [tca(band.article), ...(agent ? [bulletin7("8"), bulletin7("9")] : [])],
      exception: values["relief"] === true ? "papers filed within thirty days of signing" : undefined,
    }).trace;
    return { values, trace };
  },
};

function reliefOf(signedOn: Day | undefined, papersOn: Day | undefined, law: Law): boolean {
  if (signedOn === undefined || papersOn === undefined) return false;
  return papersOn <= addDays(signedOn, law.params.need("CN-INT.indirect.reportDays").value.toNumber());
}

const WINDOWS = ["refund", "assess", "review", "court", "mutualAgreement", "specialAdjustment"] as const;
type Window = (typeof WINDOWS)[number];

export const windowRule: TaxRule = {
  id: "CN.WINDOW",
  title: text("退税、追征、复议与协商期限", "Windows for refund, collection, review and mutual agreement"),
  inputs: [
    fact("window", "word", "事项", "What for", { choices: WINDOWS }),
    fact("from", "day", "起算日（结算缴纳、期限届满、收到通知）", "Where it starts: payment, end of the term, receipt"),
    maybe("on", "day", "行使日", "Day it is used"),
    maybe("fault", "word", "少缴原因", "Why tax was short", { choices: ["authority", "error", "evasion"] }),
    maybe("amount", "money", "少缴税款累计", "The tax short in all"),
  ],
  outputs: [
    output("lastDay", "day", "最后一日；无限期为 none", "Last day; none where there is no limit"),
    output("open", "flag", "仍在期限内", "It is still open"),
    output("payFirst", "flag", "须先缴税或提供担保", "Tax is to be paid or secured first"),
  ],
  run(facts, law) {
    const window = WINDOWS.find((one) => one === facts.word("window")) ?? "refund";
    const from = facts.day("from");
    const fault = facts.wordIf("fault");
    if (window === "assess" && fault === undefined) return insufficient("CN.WINDOW", ["fault"]);
    const amount = facts.numberIf("amount");
    if (window === "assess" && fault === "error" && !amount) return insufficient("CN.WINDOW", ["amount"]);
    const end = endOf(window, from, { fault, amount }, law);
    const on = facts.dayIf("on");
    const open = on === undefined ? undefined : end === undefined || on <= end.lastDay;
    const trace = traced(end?.lastDay ?? "none", {
      rule: "CN.WINDOW",
      title: text("最后一日", "Last day"),
      formula: end ? `from + ${end.limit.trace.rule.replace("param:CN-INT.", "")}` : "no limit",
      inputs: { from, ...(end ? { limit: end.limit } : {}), ...(on === undefined ? {} : { on }) },
      cites: [CITES[window]],
      exception: end ? undefined : "evasion, resistance and fraud: no limit",
    }).trace;
    const values: Record<string, Value> = {
      lastDay: end?.lastDay ?? "none",
      ...(open === undefined ? {} : { open }),
      payFirst: window === "review",
    };
    return { values, trace };
  },
};

const CITES: Readonly<Record<Window, ReturnType<typeof cite>>> = {
  refund: tca("51"),
  assess: doubtful("税收征收管理法", "52", "2001-05-01"),
  review: doubtful("税收征收管理法", "88", "2001-05-01"),
  court: doubtful("税收征收管理法", "88", "2001-05-01"),
  mutualAgreement: doubtful("国家税务总局公告 2017 年第 6 号", "47", "2017-05-01"),
  specialAdjustment: cite("企业所得税法实施条例", "123", "2008-01-01"),
};

type Why = { readonly fault: string | undefined; readonly amount: Decimal | undefined };

/** The last day, or none for tax that was evaded. */
function endOf(window: Window, from: Day, why: Why, law: Law): { limit: Traced; lastDay: Day } | undefined {
  const number = (name: string): Traced => law.params.need(`CN-INT.${name}`);
  const years = (limit: Traced) => ({ limit, lastDay: addMonths(from, limit.value.toNumber() * 12) });
  const days = (limit: Traced) => ({ limit, lastDay: addDays(from, limit.value.toNumber()) });
  switch (window) {
    case "refund":
      return years(number("window.refundYears"));
    case "review":
      return days(number("window.reviewDays"));
    case "court":
      return days(number("window.courtDays"));
    case "mutualAgreement":
      return years(number("map.years"));
    case "specialAdjustment":
      return years(number("special.lookBack"));
    case "assess": {
      if (why.fault === "evasion") return undefined;
      const special = why.amount?.greaterThanOrEqualTo(number("window.longFrom").value) ?? false;
      return years(number(why.fault === "error" && special ? "window.assessLongYears" : "window.assessYears"));
    }
  }
}
