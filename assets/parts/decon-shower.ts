// The decontamination arch with spray bars, catch pool and duckboard.
import { type Model, put } from "../kit/model.ts";
import { box, lathe } from "../kit/shape.ts";
import { at, chain, type Placement, turned, type V3 } from "../kit/space.ts";
import { ribbed, rod, tube } from "../kit/sweep.ts";

/** Inflatable-looking decontamination arch with spray bars, a catch pool and a duckboard; walk through along local y. */
export function deconShower(m: Model, where: Placement): void {
  for (const y of [-0.9, 0.9]) {
    const path: V3[] = Array.from({ length: 17 }, (_, i) => {
      const a = Math.PI * (i / 16);
      return [Math.cos(a) * 1.25, y, 0.15 + Math.sin(a) ** 0.7 * 2.25];
    });
    put(
      m,
      ribbed(path, () => 0.13, 14, true),
      "safety-yellow",
      where,
    );
  }
  for (const [x, z] of [
    [-1.02, 1.6],
    [1.02, 1.6],
    [0, 2.4],
  ] as const)
    put(m, rod([x, -0.95, z], [x, 0.95, z], 0.07, 12), "safety-yellow", where);
  for (const x of [-0.85, 0.85]) {
    put(
      m,
      tube(
        [
          [x, -0.8, 0.4],
          [x, -0.8, 1.9],
          [x, 0.8, 1.9],
          [x, 0.8, 0.4],
        ],
        0.02,
        8,
        0.1,
      ),
      "stainless",
      where,
    );
    for (const y of [-0.8, 0, 0.8])
      for (const z of [0.8, 1.35]) {
        if (y === 0) continue;
        put(
          m,
          lathe(
            [
              [0.02, 0],
              [0.03, 0.03],
              [0, 0.04],
            ],
            10,
          ),
          "brass",
          chain(where, at(x, y, z), turned(x > 0 ? -90 : 90, "y")),
        );
      }
  }
  const rim: V3[] = [
    [-1.5, -1.3, 0.12],
    [1.5, -1.3, 0.12],
    [1.5, 1.3, 0.12],
    [-1.5, 1.3, 0.12],
    [-1.5, -1.3, 0.12],
  ];
  for (const [i, p] of rim.slice(1).entries()) put(m, rod(rim[i] as V3, p, 0.12, 12), "water-blue", where);
  put(m, box(2.9, 2.5, 0.03, 0.004), "water-blue", chain(where, at(0, 0, 0.02)));
  for (let i = 0; i < 9; i++)
    put(m, box(1.3, 0.16, 0.04, 0.006), "pvc-grey", chain(where, at(0, -0.98 + i * 0.245, 0.1)));
  put(
    m,
    tube(
      [
        [1.25, 0.9, 0.3],
        [1.9, 1.2, 0.04],
        [2.6, 0.6, 0.03],
        [3.2, 1.6, 0.03],
      ],
      0.03,
      8,
      0.5,
    ),
    "hose-red",
    where,
  );
}
