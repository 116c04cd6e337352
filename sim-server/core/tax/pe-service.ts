// The service permanent establishment: days with at least one person there, for one project or connected ones.
import { daysBetween } from "./calendar.ts";
import { decimal } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { insufficient } from "./outcome.ts";
import { treatyOrDomestic } from "./pe-threshold.ts";
import { busiestWindow, type Span } from "./presence.ts";
import type { TaxRule } from "./rule.ts";
import { cite, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

const ID = "PE.SERVICE";
const WINDOW_MONTHS = 12;
const LAW = cite("国家税务总局公告 2018 年第 11 号", "1", "2018-04-01");

/** Bulletin 11 [2018]: months of a treaty are 183 days in any twelve months; one day with three people is one day. */
export const servicePe: TaxRule = {
  id: ID,
  title: text("劳务型常设机构", "Service permanent establishment"),
  inputs: [
    maybe("source", "word", "提供劳务的国家（默认 CN）", "Where the services are supplied (CN unless told)"),
    maybe("residence", "word", "服务企业的居民国", "Where the enterprise is resident"),
    maybe(
      "thresholdDays",
      "days",
      "天数门槛（默认取自协定）",
      "Days that must be exceeded (from the treaty unless told)",
    ),
    maybe("connected", "flag", "各项目是否相关联（默认是）", "Whether the projects are connected (yes unless told)"),
    fact("presences", "list", "每名人员的在场期间", "Each person's stay", {
      of: [
        fact("from", "day", "首日", "First day"),
        fact("to", "day", "末日", "Last day"),
        maybe("person", "word", "人员", "Person"),
        maybe("project", "word", "项目", "Project"),
      ],
    }),
  ],
  outputs: [
    output("days", "days", "任何 12 个月内最多的日历天数", "Most calendar days in any 12 months"),
    output("personDays", "days", "人天（不作依据）", "Person-days (not the test)"),
    output("pe", "flag", "是否构成常设机构", "Whether there is a permanent establishment"),
    output("windowFrom", "day", "该 12 个月的首日", "First day of those 12 months"),
    output("windowTo", "day", "该 12 个月的末日", "Last day of those 12 months"),
  ],
  run(facts, law) {
    const stays = facts.list("presences");
    const threshold = treatyOrDomestic(facts, law, "pe.serviceDays", "thresholdDays");
    if ("missing" in threshold) return insufficient(ID, threshold.missing);
    const groups = projects(stays, facts.flagIf("connected") ?? true);
    const windows = groups.map((spans) => busiestWindow(spans, WINDOW_MONTHS)).filter((one) => one !== undefined);
    const best = windows.toSorted((a, b) => b.days - a.days)[0];
    const personDays = decimal(groups.flat().reduce((total, span) => total + lengthOf(span), 0));
    const days = traced(decimal(best?.days ?? 0), {
      rule: "PE.SERVICE.DAYS",
      title: text("滚动 12 个月内的在场日历天数", "Calendar days of presence in a rolling 12 months"),
      formula: "max over 12-month windows of |union of days with somebody there|",
      inputs: { stays: decimal(stays.length), personDays, ...(best ? { from: best.from, to: best.to } : {}) },
      unit: "days",
      cites: [LAW],
      whyNot: personDays.equals(best?.days ?? 0)
        ? []
        : [
            {
              alternative: personDays.toString(),
              rule: "PE.SERVICE.DAYS",
              reason: text(
                "同一天有几人在场只算一天，且只计任何 12 个月内的天数",
                "A day counts once however many are there, and only within 12 months",
              ),
            },
          ],
    });
    const pe = verdict(days, threshold.found);
    return {
      values: {
        days: days.value,
        personDays,
        pe: pe.value,
        ...(best ? { windowFrom: best.from, windowTo: best.to } : {}),
      },
      trace: pe.trace,
    };
  },
};

function verdict(days: Traced, threshold: Traced): Traced<boolean> {
  const pe = days.value.greaterThan(threshold.value);
  return traced(pe, {
    rule: ID,
    title: text("劳务型常设机构", "Service permanent establishment"),
    formula: "days > threshold",
    inputs: { days, threshold },
    cites: [LAW, doubtful("税收协定", "5(3)(2)")],
    whyNot: pe
      ? []
      : [{ alternative: "PE", rule: ID, reason: text("天数未超过门槛", "The days do not exceed the threshold") }],
  });
}

function projects(stays: readonly Facts[], connected: boolean): Span[][] {
  const groups = new Map<string, Span[]>();
  for (const stay of stays) {
    const key = connected ? "" : (stay.wordIf("project") ?? "");
    const group = groups.get(key) ?? [];
    group.push({ from: stay.day("from"), to: stay.day("to") });
    groups.set(key, group);
  }
  return [...groups.values()];
}

const lengthOf = ({ from, to }: Span): number => Math.max(0, daysBetween(from, to) + 1);
