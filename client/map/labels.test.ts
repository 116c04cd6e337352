// Names on the map are legible: they never lie on each other or on another person's mark.
import fc from "fast-check";
import { expect, test } from "vitest";
import { legible, placeLabels } from "./labels.ts";

test("no two names overlap, however close the people stand", () => {
  const mark = fc.record({
    px: fc.integer({ min: 0, max: 300 }),
    py: fc.integer({ min: 0, max: 200 }),
    widthPx: fc.integer({ min: 20, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 14 }), (list) => {
      const marks = list.map((one, index) => ({ ...one, id: `${index}` }));
      const placed = placeLabels(marks);
      const boxes = marks.flatMap((one) => {
        const at = placed.get(one.id);
        return at ? [{ x: one.px + at.dx, y: one.py + at.dy, half: one.widthPx / 2 }] : [];
      });
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          const apart = Math.abs(a.x - b.x) >= a.half + b.half || Math.abs(a.y - b.y) >= 17;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test("people who stand apart all have their name right under them", () => {
  const marks = [0, 1, 2].map((index) => ({ id: `${index}`, px: index * 200, py: 50, widthPx: 60 }));
  const placed = placeLabels(marks);
  for (const { id } of marks) expect(placed.get(id)).toMatchObject({ dx: 0 });
});

test("of two names on one spot the more important stays", () => {
  const names = [
    { id: "room", px: 100, py: 50, text: "液氯储存间" },
    { id: "spot", px: 110, py: 55, text: "警戒控制线" },
    { id: "gate", px: 300, py: 50, text: "西大门" },
  ];
  expect(legible(names).map(({ id }) => id)).toEqual(["room", "gate"]);
});
