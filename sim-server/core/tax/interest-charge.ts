// Interest and surcharges by the day: which days count, and what they cost.
import { type Day, daysBetween } from "./calendar.ts";
import { type Decimal, decimal } from "./decimal.ts";
import type { TaxRule } from "./rule.ts";
import { cite, fact, output, text } from "./spec.ts";
import { type Traced, traced } from "./trace.ts";

/** Days from the first that counts to the last, both counted; none where the last comes before the first. */
const daysCounted = (first: Day, last: Day): number => Math.max(0, daysBetween(first, last) + 1);

/** Simple interest by the day on a year of so many days; not rounded. */
export function interestOf(
  principal: Decimal,
  rate: Traced,
  { first, last, yearDays }: { readonly first: Day; readonly last: Day; readonly yearDays: Traced },
  rule: string,
): { readonly days: Decimal; readonly interest: Traced } {
  const days = decimal(daysCounted(first, last));
  const interest = traced(principal.times(rate.value).times(days).dividedBy(yearDays.value), {
    rule,
    title: text("利息", "Interest"),
    formula: "principal * rate * days / yearDays",
    inputs: { principal, rate, days, yearDays, first, last },
    unit: "money",
  });
  return { days, interest };
}

/** TCA art. 32: 0.05 % a day from the day after the due day to the day of payment. */
export const surchargeRule: TaxRule = {
  id: "CN.SURCHARGE",
  title: text("滞纳金", "Late payment surcharge"),
  inputs: [
    fact("tax", "money", "滞纳税款", "Tax paid late"),
    fact("dueOn", "day", "缴纳期限", "Last day to pay"),
    fact("paidOn", "day", "实际缴纳日", "Day of payment"),
  ],
  outputs: [output("days", "days", "滞纳天数", "Days late"), output("surcharge", "money", "滞纳金", "Surcharge")],
  run(facts, law) {
    const tax = facts.number("tax");
    const dueOn = facts.day("dueOn");
    const paidOn = facts.day("paidOn");
    const daily = law.params.need("CN.late.dailyRate", dueOn);
    const days = decimal(Math.max(0, daysBetween(dueOn, paidOn)));
    const surcharge = traced(tax.times(daily.value).times(days), {
      rule: "CN.SURCHARGE",
      title: text("滞纳金", "Late payment surcharge"),
      formula: "tax * daily * days",
      inputs: { tax, daily, days, dueOn, paidOn },
      unit: "money",
      cites: [cite("税收征收管理法", "32", "2001-05-01")],
    });
    return { values: { days, surcharge: surcharge.value }, trace: surcharge.trace };
  },
};
