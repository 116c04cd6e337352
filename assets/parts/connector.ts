// The flexible connection of a container, whole or torn, and the cradle it lies on.
import { type Model, put } from "../kit/model.ts";
import { box, lathe, polygons } from "../kit/shape.ts";
import { at, chain, type Placement, turned, type V3 } from "../kit/space.ts";
import { ribbed, rod, tube } from "../kit/sweep.ts";

const R = 0.4;

/** Two saddles with rollers and a base frame, standing on the floor below a container axis at height `axisZ`. */
export function cradle(m: Model, where: Placement, axisZ: number): void {
  for (const y of [-0.62, 0.62]) {
    put(m, box(1, 0.12, 0.08, 0.006), "deep-blue", chain(where, at(0, y, 0.04)));
    for (const side of [-1, 1]) {
      const angle = 38;
      const [x, z] = [
        side * Math.sin((angle * Math.PI) / 180) * (R + 0.055),
        axisZ - Math.cos((angle * Math.PI) / 180) * (R + 0.055),
      ];
      put(
        m,
        lathe(
          [
            [0, -0.05],
            [0.055, -0.05],
            [0.055, 0.05],
            [0, 0.05],
          ],
          18,
        ),
        "rubber",
        chain(where, at(x, y, z), turned(90, "x")),
      );
      put(m, rod([x, y - 0.085, z], [x, y + 0.085, z], 0.014, 8), "bolt", where);
      for (const d of [-0.07, 0.07]) {
        const plate: V3[] = [
          [x - 0.11, d, 0.08],
          [x + 0.11, d, 0.08],
          [x + 0.04, d, z + 0.035],
          [x - 0.04, d, z + 0.035],
        ];
        const thick = plate.map(([px, py, pz]) => [px, py + 0.012, pz] as const);
        put(
          m,
          polygons(
            [...plate, ...thick],
            [
              [0, 1, 2, 3],
              [7, 6, 5, 4],
              [1, 5, 6, 2],
              [4, 0, 3, 7],
              [3, 2, 6, 7],
            ],
            10,
          ),
          "deep-blue",
          chain(where, at(0, y - 0.006, 0)),
        );
      }
    }
  }
  for (const x of [-0.36, 0.36]) put(m, box(0.08, 1.36, 0.06, 0.006), "deep-blue", chain(where, at(x, 0, 0.035)));
}

/** The flexible connection from a container valve to the header: corrugated copper between two unions. */
export function pigtail(m: Model, points: readonly V3[]): void {
  const first = points[0] as V3;
  const last = points[points.length - 1] as V3;
  put(m, tube(points, 0.011, 8, 0.16), "copper");
  for (const [p, q] of [
    [first, points[1]],
    [last, points[points.length - 2]],
  ] as [V3, V3][]) {
    const d: V3 = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
    const l = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    put(m, rod(p, [p[0] + (d[0] / l) * 0.05, p[1] + (d[1] / l) * 0.05, p[2] + (d[2] / l) * 0.05], 0.019, 6), "brass");
  }
}

/** A torn end: the tube splays out and is white with frost where the liquid flashes off. */
export function tornEnd(m: Model, path: readonly V3[]): void {
  put(
    m,
    ribbed(path, (t) => (t > 0.8 ? 0.011 + (t - 0.8) * 0.055 : 0.011), 10),
    "copper",
  );
  const frosted = path.slice(Math.floor(path.length * 0.45));
  put(
    m,
    ribbed(frosted, (t) => 0.0135 + 0.006 * Math.sin(t * 17) ** 2 + t * 0.006, 10),
    "frost",
  );
}
