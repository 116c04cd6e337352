// Contours against shapes whose size is known: discs, rings and edges.
import { describe, expect, test } from "vitest";
import { contours, type Grid, type Loop } from "./contour.ts";

function gridOf(columns: number, rows: number, cellM: number, value: (x: number, y: number) => number): Grid {
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      values[row * columns + column] = value((column + 0.5) * cellM, (row + 0.5) * cellM);
    }
  }
  return { x0: 0, y0: 0, cellM, columns, rows, values };
}

/** The shoelace formula: positive when the loop runs against the clock. */
function area(loop: Loop): number {
  let sum = 0;
  for (const [index, [x, y]] of loop.entries()) {
    const [nx, ny] = loop[(index + 1) % loop.length] ?? [x, y];
    sum += x * ny - nx * y;
  }
  return sum / 2;
}

describe("contours", () => {
  test("a cone's contour is a circle of the right area", () => {
    const loops = contours(
      gridOf(60, 60, 1, (x, y) => 20 - Math.hypot(x - 30, y - 30)),
      10,
      -100,
    );
    expect(loops).toHaveLength(1);
    expect(area(loops[0] ?? [])).toBeCloseTo(Math.PI * 100, -1);
  });

  test("a ring gives an outer loop and a hole that runs the other way", () => {
    const loops = contours(
      gridOf(80, 80, 1, (x, y) => 10 - Math.abs(Math.hypot(x - 40, y - 40) - 20)),
      5,
      -100,
    );
    const areas = loops.map(area).sort((a, b) => a - b);
    expect(areas).toHaveLength(2);
    expect(areas[1]).toBeCloseTo(Math.PI * 625, -2);
    expect(areas[0]).toBeCloseTo(-Math.PI * 225, -2);
  });

  test("high ground at the grid's edge is still closed, and covers the cells' area", () => {
    const loops = contours(
      gridOf(10, 10, 2, (x) => (x < 10 ? 1 : 0)),
      0.5,
      0,
    );
    expect(loops).toHaveLength(1);
    expect(Math.abs(area(loops[0] ?? []))).toBeGreaterThan(150);
    expect(Math.abs(area(loops[0] ?? []))).toBeLessThan(230);
  });

  test("two clouds that touch at a corner stay two closed loops", () => {
    const loops = contours(
      gridOf(4, 4, 1, (x, y) => (x < 2 === y < 2 ? 1 : 0)),
      0.5,
      0,
    );
    expect(loops.length).toBeGreaterThanOrEqual(1);
    for (const loop of loops) expect(loop.length).toBeGreaterThan(2);
    const total = loops.map(area).reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(6);
    expect(total).toBeLessThan(10);
  });

  test("nothing above the level means no loop", () => {
    expect(
      contours(
        gridOf(5, 5, 1, () => 0),
        0.5,
        0,
      ),
    ).toEqual([]);
  });
});
