// The construction permanent establishment: from the first preparatory day to completion, idle days included.
import { addDays, addMonths, type Day, daysBetween } from "./calendar.ts";
import { decimal } from "./decimal.ts";
import { insufficient } from "./outcome.ts";
import { treatyOrDomestic } from "./pe-threshold.ts";
import type { TaxRule } from "./rule.ts";
import { doubtful, fact, maybe, output, text } from "./spec.ts";
import { traced } from "./trace.ts";

const ID = "PE.CONSTRUCTION";
const CITES = [doubtful("国税发〔2010〕75 号", "5(3)(1)"), doubtful("税收协定", "5(3)(1)")];

/** Sites of one connected project are one; a subcontractor's days on the site are the contractor's. */
export const constructionPe: TaxRule = {
  id: ID,
  title: text("工程型常设机构", "Construction permanent establishment"),
  inputs: [
    maybe("source", "word", "工程所在国（默认 CN）", "Where the site is (CN unless told)"),
    maybe("residence", "word", "承包商的居民国", "Where the contractor is resident"),
    maybe(
      "thresholdMonths",
      "months",
      "月数门槛（默认取自协定）",
      "Months that must be exceeded (from the treaty unless told)",
    ),
    fact(
      "sites",
      "list",
      "同一或相关工程的各段期间（含准备、停工和分包）",
      "Stretches of one or connected projects, preparation, idle time and subcontractors included",
      {
        of: [
          fact("from", "day", "开始准备之日", "First day, of preparation too"),
          fact("to", "day", "完工或撤离之日", "Day of completion or leaving"),
          maybe("by", "word", "由谁施工", "Who worked there"),
        ],
      },
    ),
  ],
  outputs: [
    output("days", "days", "首日至末日的天数", "Days from the first to the last"),
    output("pe", "flag", "是否构成常设机构", "Whether there is a permanent establishment"),
    output("lastFreeDay", "day", "不构成常设机构的最后一日", "Last day on which there would be none"),
  ],
  run(facts, law) {
    const threshold = treatyOrDomestic(facts, law, "pe.constructionMonths", "thresholdMonths");
    if ("missing" in threshold) return insufficient(ID, threshold.missing);
    const sites = facts.list("sites");
    const first = earliest(sites.map((site) => site.day("from")));
    const last = latest(sites.map((site) => site.day("to")));
    if (first === undefined || last === undefined) return insufficient(ID, ["sites"]);
    const lastFreeDay = addDays(addMonths(first, threshold.found.value.toNumber()), -1);
    const days = decimal(daysBetween(first, last) + 1);
    const pe = last > lastFreeDay;
    const { trace } = traced(pe, {
      rule: ID,
      title: text("工程型常设机构", "Construction permanent establishment"),
      formula: "last > first + months - 1 day",
      inputs: { first, last, days, months: threshold.found, lastFreeDay },
      cites: CITES,
      whyNot: pe
        ? []
        : [
            {
              alternative: "PE",
              rule: ID,
              reason: text("期间未超过协定月数", "The span does not exceed the treaty's months"),
            },
          ],
    });
    return { values: { days, pe, lastFreeDay }, trace };
  },
};

const earliest = (days: readonly Day[]): Day | undefined => days.toSorted()[0];
const latest = (days: readonly Day[]): Day | undefined => days.toSorted().at(-1);
