// A chart says who holds whom: holders stand above, nobody stands on anybody, and every arc leaves its boxes.
import fc from "fast-check";
import { expect, test } from "vitest";
import { arcBetween, BOX, layoutOf } from "./chart-layout.ts";

/** Groups of any shape without circles: an entity is held by some of those before it. */
const group = fc
  .array(fc.array(fc.nat({ max: 40 }), { maxLength: 3 }), { minLength: 1, maxLength: 24 })
  .map((picks) => ({
    entities: picks.map((_, index) => ({ id: `e${index}` })),
    holdings: picks.flatMap((holders, index) =>
      index === 0
        ? []
        : [...new Set(holders.map((pick) => pick % index))].map((holder, nth) => ({
            holder: `e${holder}`,
            held: `e${index}`,
            share: `0.${nth + 1}`,
          })),
    ),
  }));

test("whoever holds stands above whoever is held", () => {
  fc.assert(
    fc.property(group, (made) => {
      const { spots } = layoutOf(made);
      for (const { holder, held } of made.holdings)
        expect(spots.get(holder)?.y ?? 0).toBeLessThan(spots.get(held)?.y ?? 0);
    }),
  );
});

test("no two boxes touch, and all lie on the sheet", () => {
  fc.assert(
    fc.property(group, (made) => {
      const { spots, width, height } = layoutOf(made);
      const placed = [...spots.values()];
      expect(placed).toHaveLength(made.entities.length);
      for (const [index, one] of placed.entries()) {
        expect(one.x - BOX.width / 2).toBeGreaterThanOrEqual(0);
        expect(one.x + BOX.width / 2).toBeLessThanOrEqual(width);
        expect(one.y + BOX.height / 2).toBeLessThanOrEqual(height);
        for (const other of placed.slice(index + 1)) {
          const apart = Math.abs(one.x - other.x) >= BOX.width || Math.abs(one.y - other.y) >= BOX.height;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test("two that hold each other are both drawn once", () => {
  const { spots } = layoutOf({
    entities: [{ id: "a" }, { id: "b" }],
    holdings: [
      { holder: "a", held: "b", share: "0.3" },
      { holder: "b", held: "a", share: "0.3" },
    ],
  });
  expect([...spots.keys()].sort()).toEqual(["a", "b"]);
});

test("flows of one pair run apart, and there and back do not lie on each other", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 400, y: 200 },
  ];
  const middles = [arcBetween(a, b, 0), arcBetween(a, b, 1), arcBetween(b, a, 0)].map(({ middle }) => middle);
  for (const [index, one] of middles.entries())
    for (const other of middles.slice(index + 1))
      expect(Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)).toBeGreaterThan(20);
});
