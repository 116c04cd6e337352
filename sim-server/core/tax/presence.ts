// Days of presence: the union of calendar days, and the twelve months that hold most of them.
import { addMonths, type Day, dayOf, numberOfDay } from "./calendar.ts";

export type Span = { readonly from: Day; readonly to: Day };
export type Busiest = { readonly days: number; readonly from: Day; readonly to: Day };

/** Spans as sorted, disjoint stretches of day numbers, both ends included. */
function union(spans: readonly Span[]): readonly (readonly [number, number])[] {
  const sorted = spans
    .map(({ from, to }) => [numberOfDay(from), numberOfDay(to)] as const)
    .filter(([from, to]) => from <= to)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The days in the fullest window of some months; a window may begin on any day and ends the day before its date. */
export function busiestWindow(spans: readonly Span[], months: number): Busiest | undefined {
  const merged = union(spans);
  let best: Busiest | undefined;
  const consider = (start: number): void => {
    const end = numberOfDay(addMonths(dayOf(start), months)) - 1;
    let days = 0;
    for (const [from, to] of merged) days += Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);
    if (best === undefined || days > best.days) best = { days, from: dayOf(start), to: dayOf(end) };
  };
  // The fullest window can always be slid until it begins on a day of presence; inside one stretch every day counts.
  for (const [from, to] of merged) for (let start = from; start <= to; start += 1) consider(start);
  return best;
}
