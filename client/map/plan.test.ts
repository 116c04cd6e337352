// The plan and the screen agree, north is up, and the scale bar is a round length.
import { describe, expect, test } from "vitest";
import { fitted, pan, scaleBar, toPlan, toScreen, zoomAt } from "./plan.ts";

const size = { width: 600, height: 400 };

describe("the window onto the plan", () => {
  test("north is up and east is right", () => {
    const view = { x: 0, y: 0, pxPerM: 10 };
    expect(toScreen(view, size, 0, 0)).toEqual([300, 200]);
    expect(toScreen(view, size, 5, 0)).toEqual([350, 200]);
    expect(toScreen(view, size, 0, 5)).toEqual([300, 150]);
  });

  test("a pixel leads back to its metre", () => {
    const view = { x: -12.5, y: 40, pxPerM: 3.7 };
    const [x, y] = toPlan(view, size, 123, 321);
    const [px, py] = toScreen(view, size, x, y);
    expect(px).toBeCloseTo(123);
    expect(py).toBeCloseTo(321);
  });

  test("zooming keeps the metre under the pointer", () => {
    const view = { x: 3, y: 4, pxPerM: 8 };
    const before = toPlan(view, size, 77, 311);
    const after = toPlan(zoomAt(view, size, 77, 311, 2.5), size, 77, 311);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });

  test("dragging moves the ground with the hand", () => {
    const view = { x: 0, y: 0, pxPerM: 10 };
    const grabbed = toPlan(view, size, 100, 100);
    const moved = toPlan(pan(view, 50, -30), size, 150, 70);
    expect(moved[0]).toBeCloseTo(grabbed[0]);
    expect(moved[1]).toBeCloseTo(grabbed[1]);
  });

  test("fitting shows every corner of the box", () => {
    const box = { x: [-34, 40], y: [-26, 32] } as const;
    const view = fitted(box, size);
    for (const x of box.x) {
      for (const y of box.y) {
        const [px, py] = toScreen(view, size, x, y);
        expect(px).toBeGreaterThanOrEqual(0);
        expect(px).toBeLessThanOrEqual(size.width);
        expect(py).toBeGreaterThanOrEqual(0);
        expect(py).toBeLessThanOrEqual(size.height);
      }
    }
  });
});

test.each([0.3, 1, 4.4, 9.9, 37])(
  "at %s px a metre the scale bar is 1, 2 or 5 times a power of ten and fits",
  (pxPerM) => {
    const bar = scaleBar(pxPerM, 120);
    const lead = Number(bar.metres.toExponential(0).charAt(0));
    expect([1, 2, 5]).toContain(lead);
    expect(bar.px).toBeLessThanOrEqual(120);
    expect(bar.px).toBeGreaterThan(40);
  },
);
