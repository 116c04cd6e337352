// The alkali pool: a pit with rim, rail and ladder that a leaking container can be lowered into.
import { type Model, put } from "../../kit/model.ts";
import { panel } from "../../kit/shape.ts";
import { signPlate } from "../../kit/sign-plates.ts";
import { facing, type V3 } from "../../kit/space.ts";
import { rod, tube } from "../../kit/sweep.ts";
import { pipe } from "../../parts/pipework.ts";
import { piece } from "../../parts/wall.ts";

export function alkaliPool(m: Model, clear: Model): void {
  const [x0, y0, x1, y1] = [7.6, 0.8, 9.4, 3.2];
  const concrete = { surface: "concrete", colour: "#8f938d" } as const;
  for (const [a, b] of [
    [
      [x0 - 0.12, y0 - 0.12, 0],
      [x1 + 0.12, y0, 0.25],
    ],
    [
      [x0 - 0.12, y1, 0],
      [x1 + 0.12, y1 + 0.12, 0.25],
    ],
    [
      [x0 - 0.12, y0, 0],
      [x0, y1, 0.25],
    ],
    [
      [x1, y0, 0],
      [x1 + 0.12, y1, 0.25],
    ],
  ] as [V3, V3][])
    piece(m, a, b, concrete, 0.01);
  const wet = { surface: "concrete", colour: "#5d6b62" } as const;
  const corners: V3[] = [
    [x0, y0, 0],
    [x1, y0, 0],
    [x1, y1, 0],
    [x0, y1, 0],
  ];
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % 4] as V3;
    put(m, panel([b[0], b[1], -1], [a[0], a[1], -1], [a[0], a[1], 0.01], [b[0], b[1], 0.01]), wet);
  });
  put(m, panel([x0, y0, -1], [x1, y0, -1], [x1, y1, -1], [x0, y1, -1]), wet);
  put(
    clear,
    panel([x0, y0, -0.12], [x1, y0, -0.12], [x1, y1, -0.12], [x0, y1, -0.12]),
    { plain: "liquid", colour: "#2c564f" },
    undefined,
    { shadowless: true },
  );
  const posts: V3[] = [];
  for (const x of [x0 - 0.06, (x0 + x1) / 2, x1 + 0.06]) posts.push([x, y0 - 0.06, 0.25], [x, y1 + 0.06, 0.25]);
  posts.push([x0 - 0.06, 2.4, 0.25], [x0 - 0.06, 1.5, 0.25], [x1 + 0.06, 2, 0.25]);
  for (const p of posts) put(m, rod(p, [p[0], p[1], 1.15], 0.021, 10), "safety-yellow");
  for (const z of [0.7, 1.15]) {
    const [a, b, c, d]: V3[] = [
      [x0 - 0.06, 1.5, z],
      [x0 - 0.06, y0 - 0.06, z],
      [x1 + 0.06, y0 - 0.06, z],
      [x1 + 0.06, y1 + 0.06, z],
    ];
    put(
      m,
      tube([a as V3, b as V3, c as V3, d as V3, [x0 - 0.06, y1 + 0.06, z], [x0 - 0.06, 2.4, z]], 0.019, 10, 0.08),
      "safety-yellow",
    );
  }
  for (const y of [1.65, 2.25])
    put(
      m,
      tube(
        [
          [x0 - 0.3, y, 0.25],
          [x0 - 0.3, y, 1],
          [x0 + 0.06, y, 1],
          [x0 + 0.06, y, -0.6],
        ],
        0.018,
        8,
        0.12,
      ),
      "stainless",
    );
  for (let z = -0.5; z < 0.3; z += 0.26) put(m, rod([x0 + 0.06, 1.65, z], [x0 + 0.06, 2.25, z], 0.014, 8), "stainless");
  for (const [id, y] of [["plate-alkali-pool", 1]] as const)
    signPlate(m, id, 0.7, facing(x0 - 0.085, y + 0.1, 0.93, 270));
  signPlate(m, "corrosive", 0.3, facing(8.5, y1 + 0.085, 0.9, 0));
  pipe(
    m,
    [
      [9.86, 1.6, 0.6],
      [9.2, 1.6, 0.6],
      [9.2, 1.6, -0.5],
    ],
    0.04,
    "pipe-purple",
    0.12,
  );
}
