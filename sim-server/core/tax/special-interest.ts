// Interest on tax added by a special adjustment: from 1 June of the following year, base rate plus five points.
import { addMonths, type Day, daysBetween } from "./calendar.ts";
import { type Decimal, decimal, sum, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import { interestOf } from "./interest-charge.ts";
import type { Law } from "./law.ts";
import { insufficient } from "./outcome.ts";
import type { TaxRule } from "./rule.ts";
import { cite, citRegs, doubtful, fact, maybe, output, text } from "./spec.ts";
import { type Traced, traced, type Value } from "./trace.ts";

/** The base rate, with five points unless the papers asked for were supplied. */
export function specialRate(papersSupplied: boolean, told: Decimal | undefined, law: Law, on: Day): Traced {
  const plus = law.params.need("CN-INT.special.plus", on);
  const base: Traced = told
    ? traced(told, {
        rule: "TP.INTEREST",
        title: text("同期贷款基准利率", "Loan base rate of the period"),
        formula: "baseRate",
        inputs: { baseRate: told },
      })
    : law.params.need("CN-INT.special.base", on);
  return traced(papersSupplied ? base.value : base.value.plus(plus.value), {
    rule: "TP.INTEREST",
    title: text("利率", "Rate of interest"),
    formula: papersSupplied ? "base" : "base + plus",
    inputs: papersSupplied ? { base } : { base, plus },
    cites: [citRegs("122")],
    exception: papersSupplied ? "the papers were supplied: the base rate alone" : undefined,
  });
}

export const specialInterestRule: TaxRule = {
  id: "TP.INTEREST",
  title: text("特别纳税调整加收利息", "Interest on a special tax adjustment"),
  inputs: [
    fact("years", "list", "各纳税年度补征税款", "Tax added, by tax year", {
      of: [fact("year", "number", "税款所属纳税年度", "Tax year"), fact("tax", "money", "补征税款", "Tax added")],
    }),
    fact("paidOn", "day", "补缴入库日", "Day of payment"),
    fact("papersSupplied", "flag", "已按规定提供同期资料等", "The contemporaneous papers were supplied"),
    maybe("baseRate", "rate", "同期贷款基准利率", "Loan base rate of the period"),
    maybe("noticeDueOn", "day", "《特别纳税调查调整通知书》缴税期限", "Last day to pay under the notice of adjustment"),
  ],
  outputs: [
    output("rate", "rate", "利率", "Rate"),
    output("days.<year>", "days", "计息天数", "Days of interest"),
    output("interest.<year>", "money", "利息", "Interest of the year"),
    output("interest", "money", "利息合计", "Interest in all"),
    output("surcharge", "money", "逾通知书期限的滞纳金", "Surcharge after the notice's last day"),
    output("barred", "flag", "有年度超过追溯期", "A year is beyond the look-back"),
  ],
  run(facts, law) {
    const paidOn = facts.day("paidOn");
    const years = facts.list("years");
    if (years.length === 0 || years.some((one) => !isTaxYear(one.number("year"))))
      return insufficient("TP.INTEREST", ["years"]);
    const rate = specialRate(facts.flag("papersSupplied"), facts.numberIf("baseRate"), law, paidOn);
    const due = facts.dayIf("noticeDueOn");
    const last = due !== undefined && due < paidOn ? due : paidOn;
    const yearDays = law.params.need("CN-INT.special.yearDays", paidOn);
    const values: Record<string, Value> = { rate: rate.value, barred: years.some((one) => beyond(one, paidOn, law)) };
    const parts = years.map((one) => {
      const year = one.number("year").toNumber();
      const { days, interest } = interestOf(
        one.number("tax"),
        rate,
        { first: `${year + 1}-06-01`, last, yearDays },
        "TP.INTEREST",
      );
      values[`days.${year}`] = days;
      values[`interest.${year}`] = interest.value;
      return interest;
    });
    const taxes = sum(years.map((one) => one.number("tax")));
    const late = due !== undefined && due < paidOn ? lateOf(taxes, due, paidOn, law) : undefined;
    const total = traced(sum(parts.map(({ value }) => value)), {
      rule: "TP.INTEREST",
      title: text("利息合计", "Interest in all"),
      formula: "sum over the years; not deductible",
      inputs: Object.fromEntries(parts.map((part, at) => [`interest${at + 1}`, part])),
      cites: [
        citRegs("121"),
        cite("国家税务总局公告 2017 年第 6 号", "44", "2017-05-01"),
        doubtful("企业所得税法", "48", "2008-01-01"),
      ],
      children: late ? [late.trace] : [],
    });
    values["interest"] = total.value;
    values["surcharge"] = late?.value ?? ZERO;
    return { values, trace: total.trace };
  },
};

/** A whole year since the law knows special adjustments at all. */
export const isTaxYear = (year: Decimal): boolean =>
  year.isInteger() && year.greaterThanOrEqualTo(2008) && year.lessThan(9000);

/** Once the notice's day has passed, the daily surcharge takes the place of interest. */
function lateOf(tax: Decimal, due: Day, paidOn: Day, law: Law): Traced {
  const daily = law.params.need("CN.late.dailyRate", due);
  const days = decimal(daysBetween(due, paidOn));
  return traced(tax.times(daily.value).times(days), {
    rule: "CN.SURCHARGE",
    title: text("逾期滞纳金", "Surcharge after the notice's last day"),
    formula: "tax * daily * days",
    inputs: { tax, daily, days, due, paidOn },
    cites: [cite("税收征收管理法", "32", "2001-05-01"), cite("国家税务总局公告 2017 年第 6 号", "44", "2017-05-01")],
  });
}

/** Ten years from the tax year of the transaction (Regs art. 123). */
function beyond(one: Facts, paidOn: Day, law: Law): boolean {
  const limit = law.params.need("CN-INT.special.lookBack", paidOn).value.toNumber();
  return addMonths(`${one.number("year").toNumber()}-12-31`, limit * 12) < paidOn;
}
