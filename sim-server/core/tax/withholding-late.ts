// Remitting what was withheld: seven days, then a surcharge by the day on what was not remitted in time.
import { addDays, daysBetween } from "./calendar.ts";
import { decimal, max, ZERO } from "./decimal.ts";
import type { Facts } from "./facts.ts";
import type { Law } from "./law.ts";
import { cite, citLaw, text } from "./spec.ts";
import { type Trace, type Traced, traced, type Value } from "./trace.ts";

/** CIT Law art. 40 and TCA art. 32; nothing where the day of the duty or the payer's rule is not known. */
export function remittance(
  tax: Traced,
  facts: Facts,
  law: Law,
): { readonly values: Readonly<Record<string, Value>>; readonly children: readonly Trace[] } {
  const payer = facts.wordIf("payer") ?? "CN";
  const date = facts.dayIf("date");
  const days = law.params.number(`${payer}.wht.remitDays`);
  if (date === undefined || days === undefined) return { values: {}, children: [] };
  const dueDay = addDays(date, days.value.toNumber());
  const due = traced(dueDay, {
    rule: "WHT.DUE",
    title: text("解缴期限", "Last day to remit"),
    formula: "date + days",
    inputs: { date, days },
    cites: payer === "CN" ? [citLaw("40"), cite("国家税务总局公告 2017 年第 37 号", "7", "2017-12-01")] : [],
  });
  const short = max(tax.value.minus(facts.numberIf("withheld") ?? ZERO), ZERO);
  const remittedOn = facts.dayIf("remittedOn");
  const daily = law.params.number(`${payer}.late.dailyRate`);
  if (remittedOn === undefined || daily === undefined) return { values: { dueDay, short }, children: [due.trace] };
  const lateDays = max(decimal(daysBetween(dueDay, remittedOn)), ZERO);
  const surcharge = traced(short.times(daily.value).times(lateDays), {
    rule: "WHT.LATE",
    title: text("滞纳金", "Late payment surcharge"),
    formula: "short * daily * lateDays",
    inputs: { short, daily, lateDays, due },
    unit: "money",
  });
  return { values: { dueDay, short, lateDays, surcharge: surcharge.value }, children: [surcharge.trace] };
}
