// Money, rates and shares as decimals of forty digits: a tax is never a floating-point number.
import { Decimal as Library } from "decimal.js";

/** Our own copy of the library: 40 digits, half up, never written with an exponent. */
export const Decimal = Library.clone({
  precision: 40,
  rounding: Library.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Decimal = Library;

const WRITTEN = /^[+-]?(\d{1,30}(_\d{3}|,\d{3})*|\d*)(\.\d{1,30})?$/;
export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** A decimal written in our own code, such as `decimal("0.05")`. */
export const decimal = (written: string | number): Decimal => new Decimal(written);

/** Reads "60000000", "60,000,000", "-0.1", "25%" or a whole number; undefined where it is none of these. */
export function parseDecimal(written: unknown): Decimal | undefined {
  if (typeof written === "number") return Number.isFinite(written) ? new Decimal(String(written)) : undefined;
  if (typeof written !== "string") return undefined;
  const text = written.trim();
  const percent = text.endsWith("%");
  const digits = percent ? text.slice(0, -1).trim() : text;
  if (!/\d/.test(digits) || !WRITTEN.test(digits)) return undefined;
  const value = new Decimal(digits.replaceAll(/[,_]/g, ""));
  return percent ? value.dividedBy(100) : value;
}

export const min = (first: Decimal, ...others: readonly Decimal[]): Decimal =>
  others.reduce((least, next) => (next.lessThan(least) ? next : least), first);
export const max = (first: Decimal, ...others: readonly Decimal[]): Decimal =>
  others.reduce((most, next) => (next.greaterThan(most) ? next : most), first);
export const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, next) => total.plus(next), ZERO);
