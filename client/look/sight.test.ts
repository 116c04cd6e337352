// However long a list is, what is in sight is drawn and little else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsInSight } from "./sight.ts";

const scene = fc.record({
  count: fc.integer({ min: 0, max: 20_000 }),
  heightPx: fc.integer({ min: 0, max: 1200 }),
  rowPx: fc.integer({ min: 20, max: 90 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("every row that touches the window is drawn, at any place of any list", () => {
  fc.assert(
    fc.property(scene, ({ count, heightPx, rowPx, share }) => {
      const topPx = share * Math.max(0, count * rowPx - heightPx);
      const [first, last] = rowsInSight(count, topPx, heightPx, rowPx);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(count);
      const touching = Array.from({ length: count }, (_, row) => row).filter(
        (row) => (row + 1) * rowPx > topPx && row * rowPx < topPx + heightPx,
      );
      for (const row of touching) expect(row >= first && row < last).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("a list of 300 people or 20,000 entries costs no more than some forty rows", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 * 26 }), (topPx) => {
      for (const [count, rowPx, heightPx] of [
        [300, 70, 470],
        [20_000, 26, 150],
      ] as const) {
        const [first, last] = rowsInSight(count, Math.min(topPx, count * rowPx), heightPx, rowPx);
        expect(last - first).toBeLessThanOrEqual(40);
      }
    }),
  );
});
