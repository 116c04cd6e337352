// Days without a clock, held against the platform's own calendar.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, dayNumber, dayOf } from "./calendar.ts";

const MS = 86_400_000;

test("a day and its number are the platform's own, from 1900 to 2200", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 84_000 }), (number) => {
      const written = new Date(number * MS).toISOString().slice(0, 10);
      expect(dayOf(number)).toBe(written);
      expect(dayNumber(written)).toBe(number);
    }),
  );
});

test("days that are not in the calendar have no number", () => {
  for (const day of ["2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "25-1-1", "2025-1-1", ""])
    expect(dayNumber(day)).toBeUndefined();
  expect(dayNumber("2024-02-29")).toBe(Date.UTC(2024, 1, 29) / MS);
});

test("months are added to the same date, or to the last day of a shorter month", () => {
  expect(addMonths("2024-08-31", 6)).toBe("2025-02-28");
  expect(addMonths("2023-08-31", 6)).toBe("2024-02-29");
  expect(addMonths("2025-03-15", -12)).toBe("2024-03-15");
  expect(addMonths("2025-12-15", 1)).toBe("2026-01-15");
});
