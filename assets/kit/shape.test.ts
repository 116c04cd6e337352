import { describe, expect, test } from "vitest";
import { block, box, drum, lathe, prism, type Shape, torus } from "./shape.ts";
import { cross, dot, minus, type V3 } from "./space.ts";
import { bar, iSection, rod, tube } from "./sweep.ts";

/** Volume by the divergence theorem: right only when every face of a closed shape looks outwards. */
function volume(shape: Shape): number {
  let six = 0;
  for (let i = 0; i < shape.positions.length; i += 3) {
    const [a, b, c] = shape.positions.slice(i, i + 3) as [V3, V3, V3];
    six += dot(a, cross(b, c));
  }
  return six / 6;
}

const regular = (sides: number, r: number): number => (sides / 2) * r * r * Math.sin((2 * Math.PI) / sides);

describe("closed shapes look outwards and hold what the formulas say", () => {
  test("a block", () => expect(volume(block(2, 3, 0.5))).toBeCloseTo(3, 9));
  test("a box with softened edges loses only its edges", () => {
    const softened = volume(box(1, 1, 1, 0.01));
    expect(softened).toBeLessThan(1);
    expect(softened).toBeGreaterThan(1 - (12 * 0.01 ** 2) / 2 - 1e-6);
  });
  test("a drum", () => expect(volume(drum(0.4, 2, 24))).toBeCloseTo(regular(24, 0.4) * 2, 9));
  test("a cone", () =>
    expect(
      volume(
        lathe(
          [
            [0, 0],
            [1, 0],
            [0, 3],
          ],
          32,
        ),
      ),
    ).toBeCloseTo(regular(32, 1), 9));
  test("a torus", () => expect(volume(torus(1, 0.1, 96, 48))).toBeCloseTo(2 * Math.PI ** 2 * 0.01, 2));
  test("a rod in any direction", () =>
    expect(volume(rod([0.3, -1, 2], [1.3, 0, 1], 0.2, 16))).toBeCloseTo(regular(16, 0.2) * Math.sqrt(3), 9));
  test("a bent pipe", () =>
    expect(
      volume(
        tube(
          [
            [0, 0, 0],
            [2, 0, 0],
            [2, 2, 0],
          ],
          0.1,
          24,
          0.3,
          true,
        ),
      ),
    ).toBeGreaterThan(regular(24, 0.1) * 3.4));
  test("a prism", () =>
    expect(
      volume(
        prism(
          [
            [0, 0],
            [2, 0],
            [2, 1],
            [0, 1],
          ],
          4,
        ),
      ),
    ).toBeCloseTo(8, 9));
  test("a flat bar", () =>
    expect(
      volume(
        bar(
          [0, 0, 0],
          [0, 0, 2],
          [
            [-1, -1],
            [1, -1],
            [1, 1],
            [-1, 1],
          ],
        ),
      ),
    ).toBeCloseTo(8, 9));
});

test("an I-section has the area of two flanges and a web", () => {
  const outline = iSection(0.3, 0.2, 0.01);
  const area = outline.reduce((sum, [x, y], i) => {
    const [nx, ny] = outline[(i + 1) % outline.length] ?? [0, 0];
    return sum + (x * ny - nx * y) / 2;
  }, 0);
  expect(area).toBeCloseTo(2 * 0.2 * 0.01 + 0.28 * 0.01, 12);
});

test("normals point the way their faces do", () => {
  const shape = lathe(
    [
      [0, 0],
      [0.5, 0],
      [0.5, 1],
      [0.2, 1.2],
      [0, 1.2],
    ],
    18,
  );
  for (let i = 0; i < shape.positions.length; i += 3) {
    const [a, b, c] = shape.positions.slice(i, i + 3) as [V3, V3, V3];
    const face = cross(minus(b, a), minus(c, a));
    for (const n of shape.normals.slice(i, i + 3)) expect(dot(face, n)).toBeGreaterThan(0);
  }
});
