// Calendar days as whole numbers, without a clock: the proleptic Gregorian calendar.

/** YYYY-MM-DD. */
export type Day = string;

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01; undefined where there is no such day, such as 2025-02-29. */
export function dayNumber(day: string): number | undefined {
  const [, y = "", m = "", d = ""] = WRITTEN.exec(day) ?? [];
  if (y === "") return undefined;
  const number = numberOf(Number(y), Number(m), Number(d));
  return Number(m) >= 1 && Number(m) <= 12 && dayOf(number) === day ? number : undefined;
}

/** The number of a day already known to be one. */
export function numberOfDay(day: Day): number {
  const number = dayNumber(day);
  if (number === undefined) throw new Error(`${day} is no day of the calendar`);
  return number;
}

/** Days from 1970-01-01 by Howard Hinnant's eras of 400 years, years counted from March. */
function numberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The day of a number, written out. */
export function dayOf(number: number): Day {
  const { year, month, day } = partsOf(number);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function partsOf(number: number): { year: number; month: number; day: number } {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const addDays = (day: Day, days: number): Day => dayOf(numberOfDay(day) + days);
/** Days from one day to another, the first not counted: from 1 to 2 January is 1. */
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from);

/** The same day some months later, or the last of that month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(numberOfDay(day));
  const count = year * 12 + (month - 1) + months;
  const inYear = Math.floor(count / 12);
  const inMonth = count - inYear * 12 + 1;
  const last = numberOf(inMonth === 12 ? inYear + 1 : inYear, inMonth === 12 ? 1 : inMonth + 1, 1) - 1;
  return dayOf(Math.min(numberOf(inYear, inMonth, date), last));
}
