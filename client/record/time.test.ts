// Clocks read as people say them.
import { expect, test } from "vitest";
import { clockOf, clockOfSeconds, dateAndTime, spacedCode, ticksOf } from "./time.ts";

test.each([
  [0, "00:00"],
  [9, "00:00"],
  [10, "00:01"],
  [4620, "07:42"],
  [60 * 600, "60:00"],
  [125 * 600 + 50, "125:05"],
])("tick %i is %s on the exercise clock", (tick, words) => {
  expect(clockOf(tick)).toBe(words);
});

test("what is overdue has a minus, what is due now has none", () => {
  expect(clockOfSeconds(-75)).toBe("−01:15");
  expect(clockOfSeconds(-0.4)).toBe("00:00");
});

test("seconds and ticks go both ways", () => {
  expect(clockOf(ticksOf(462))).toBe("07:42");
});

test("wall time is the 24-hour clock, midnight is 00", () => {
  const midnight = new Date(2026, 10, 23, 0, 5).getTime();
  expect(dateAndTime(midnight, "zh")).toContain("00:05");
  expect(dateAndTime(midnight, "en")).toContain("00:05");
});

test("a code is read in two groups of three", () => {
  expect(spacedCode("482913")).toBe("482 913");
});
