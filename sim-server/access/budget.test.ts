import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, openBudget } from "./budget.ts";

describe("a budget of tries", () => {
  test("never grants more than its capacity plus what time has refilled, however the tries come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000), { maxLength: 200 }), (pausesMs) => {
        let nowMs = 0;
        const budget = openBudget(5, 2, () => nowMs);
        let granted = 0;
        for (const pauseMs of pausesMs) {
          nowMs += pauseMs;
          if (budget.take("a")) granted += 1;
        }
        expect(granted).toBeLessThanOrEqual(5 + (nowMs / 60_000) * 2);
      }),
    );
  });

  test("says how long to wait, and the wait is enough", () => {
    let nowMs = 0;
    const budget = openBudget(1, 1 / 4, () => nowMs);
    expect(budget.take("a")).toBe(true);
    expect(budget.take("a")).toBe(false);
    nowMs += budget.retryAfterS("a") * 1000;
    expect(budget.take("a")).toBe(true);
  });

  test("one key's tries cost another nothing", () => {
    const budget = openBudget(1, 1, () => 0);
    expect([budget.take("a"), budget.take("a"), budget.take("b")]).toEqual([true, false, true]);
  });
});

describe("the key of an address", () => {
  test.each([
    ["192.168.1.9", "192.168.1.9"],
    ["::ffff:192.168.1.9", "192.168.1.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:1:2:ffff::1", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
  ])("of %s is %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
