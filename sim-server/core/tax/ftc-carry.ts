// What a credit limit leaves over: used oldest first, kept five years, then lost.
import { type Decimal, max, min, sum, ZERO } from "./decimal.ts";

export type Excess = { readonly year: number; readonly amount: Decimal };
export type Settled = {
  readonly credit: Decimal;
  /** Of the credit, what came from earlier years. */
  readonly used: Decimal;
  /** What may still be used next year, oldest first. */
  readonly carried: readonly Excess[];
  readonly expired: Decimal;
};

/** CIT Law art. 23: the tax of this year first, then earlier excess by age; an excess of year Y serves until Y + years. */
export function settle(tax: Decimal, limit: Decimal, before: readonly Excess[], year: number, years: number): Settled {
  const now = min(tax, limit);
  let room = max(limit.minus(now), ZERO);
  let used = ZERO;
  let expired = ZERO;
  const carried: Excess[] = [];
  for (const { year: from, amount } of before.toSorted((a, b) => a.year - b.year)) {
    if (from + years < year || from >= year) {
      expired = from >= year ? expired : expired.plus(amount);
      continue;
    }
    const taken = min(amount, room);
    room = room.minus(taken);
    used = used.plus(taken);
    const left = amount.minus(taken);
    if (left.isZero()) continue;
    if (from + years === year) expired = expired.plus(left);
    else carried.push({ year: from, amount: left });
  }
  const excess = tax.minus(now);
  if (excess.greaterThan(0)) carried.push({ year, amount: excess });
  return { credit: now.plus(used), used, carried, expired };
}

export const total = (excesses: readonly Excess[]): Decimal => sum(excesses.map(({ amount }) => amount));
