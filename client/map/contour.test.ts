// Contours against shapes whose size is known: discs, rings and edges.
import { describe, expect, test } from "vitest";
import { contours, type Grid, type Loop } from "./contour.ts";

const evenly = (count: number, gap: number) => Array.from({ length: count }, (_, index) => (index + 0.5) * gap);

/** A net with its lines where the server lays them: 2 m apart in the middle, up to 16 m far out. */
function widening(reachM: number): number[] {
  const lines = evenly(40, 2).map((at) => at - 40);
  for (let gap = 2; (lines.at(-1) ?? 0) < reachM; gap = Math.min(16, gap * 1.3)) lines.push((lines.at(-1) ?? 0) + gap);
  for (let gap = 2; (lines[0] ?? 0) > -reachM; gap = Math.min(16, gap * 1.3)) lines.unshift((lines[0] ?? 0) - gap);
  return lines;
}

function netOf(x: readonly number[], y: readonly number[], value: (x: number, y: number) => number): Grid {
  return { x, y, values: Float32Array.from(y.flatMap((north) => x.map((east) => value(east, north)))) };
}

const gridOf = (columns: number, rows: number, gapM: number, value: (x: number, y: number) => number): Grid =>
  netOf(evenly(columns, gapM), evenly(rows, gapM), value);

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

  test("a plume's contour runs on unbroken from the close lines over the site to the wide ones around it", () => {
    const lines = widening(400);
    // log10 of a Gaussian plume along x whose width grows with distance, as a plume's does.
    const plume = (x: number, y: number) => {
      const sigma = 3 + 0.1 * Math.max(0, x + 20);
      return 3 - 2 * Math.log10(sigma / 3) - (y * y) / (2 * sigma * sigma * Math.LN10) + Math.min(0, (x + 20) / 4);
    };
    const gapAt = (at: number) => {
      const next = lines.findIndex((line) => line >= at);
      return next <= 0 ? 16 : (lines[next] ?? 0) - (lines[next - 1] ?? 0);
    };
    const loops = contours(netOf(lines, lines, plume), 1, -3);
    expect(loops).toHaveLength(1);
    const loop = loops[0] ?? [];
    for (const [index, [x, y]] of loop.entries()) {
      const [nx, ny] = loop[(index + 1) % loop.length] ?? [x, y];
      expect(Math.hypot(nx - x, ny - y)).toBeLessThanOrEqual(
        1.01 * Math.hypot(gapAt(Math.max(x, nx)), gapAt(Math.max(y, ny))),
      );
      // On the way the drawn line stays within a fifth of the level: what linear crossings of such gaps may miss.
      expect(Math.abs(plume(x, y) - 1)).toBeLessThan(0.08);
    }
    const reach = Math.max(...loop.map(([x]) => x));
    expect(reach).toBeGreaterThan(150);
    expect(Math.min(...loop.map(([x]) => x))).toBeLessThan(0);
  });
});
