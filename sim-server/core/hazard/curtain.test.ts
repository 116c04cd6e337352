import fc from "fast-check";
import { expect, test } from "vitest";
import { CURTAIN_REDUCTION, type Curtain, curtainReduction } from "./curtain.ts";

const curtain: Curtain = { ax: 10, ay: -8, bx: 10, by: 8, waterKgPerS: 60 };

test("only those straight behind the curtain are helped", () => {
  expect(curtainReduction("chlorine", curtain, 0, 0, 14, 0)).toBeGreaterThan(2.9);
  expect(curtainReduction("chlorine", curtain, 0, 0, 14, 14)).toBe(1);
  expect(curtainReduction("chlorine", curtain, 0, 0, -14, 0)).toBe(1);
  expect(curtainReduction("chlorine", curtain, 0, 0, 9, 0)).toBe(1);
});

test("more water helps more, and ever less so", () => {
  const at = (waterKgPerS: number): number => curtainReduction("ammonia", { ...curtain, waterKgPerS }, 0, 0, 14, 0);
  expect(at(0)).toBe(1);
  expect(at(8) - at(4)).toBeLessThan(at(4) - at(0));
  expect(at(16)).toBeGreaterThan(at(8));
});

test("the factor stays between one and the best published for its gas, wherever people and curtain stand", () => {
  const metre = fc.double({ min: -150, max: 150, noNaN: true });
  const gas = fc.constantFrom("chlorine" as const, "ammonia" as const);
  fc.assert(
    fc.property(gas, metre, metre, metre, metre, metre, metre, (substance, ax, ay, bx, by, x, y) => {
      const r = curtainReduction(substance, { ax, ay, bx, by, waterKgPerS: 30 }, 0, 0, x, y);
      expect(r).toBeGreaterThanOrEqual(1);
      expect(r).toBeLessThanOrEqual(CURTAIN_REDUCTION[substance].best);
    }),
  );
});
