// What people put on before they go in: level-A suits and breathing sets, and the racks they hang on.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, drum, lathe } from "../kit/shape.ts";
import { at, chain, type Placement, scaled, turned, type V3 } from "../kit/space.ts";
import { bar, flat, ribbed, rod, tube } from "../kit/sweep.ts";

/** A level-A suit hanging from a hook at the origin, front towards local -y. */
export function hangingSuit(m: Model, where: Placement, paint: PaintName): void {
  const part = (points: readonly V3[], r: (t: number) => number, sides = 12): void =>
    put(m, ribbed(points, r, sides, true), paint, where);
  const torso: V3[] = [
    [0, 0, -0.04],
    [0, 0, -0.16],
    [0, 0, -0.3],
    [0, 0, -0.5],
    [0, 0, -0.75],
    [0, 0, -0.9],
  ];
  put(
    m,
    ribbed(torso, (t) => [0.03, 0.15, 0.17, 0.2, 0.23, 0.2][Math.round(t * 5)] ?? 0.2, 14, true),
    paint,
    chain(where, scaled(1.12, 0.62, 1)),
  );
  for (const s of [-1, 1]) {
    part(
      [
        [s * 0.12, 0, -0.34],
        [s * 0.25, 0, -0.46],
        [s * 0.31, -0.02, -0.78],
        [s * 0.32, -0.03, -1.02],
      ],
      (t) => 0.085 - t * 0.03,
      10,
    );
    put(
      m,
      ribbed(
        [
          [s * 0.32, -0.03, -1],
          [s * 0.32, -0.04, -1.1],
          [s * 0.315, -0.06, -1.19],
        ],
        (t) => 0.045 + t * 0.006,
        8,
        true,
      ),
      "black",
      where,
    );
    part(
      [
        [s * 0.1, 0, -0.82],
        [s * 0.12, 0, -1.1],
        [s * 0.13, 0, -1.48],
      ],
      (t) => 0.125 - t * 0.045,
      10,
    );
    put(m, box(0.13, 0.28, 0.12, 0.035), "black", chain(where, at(s * 0.13, -0.07, -1.53)));
  }
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.1, 0.004],
        [0.12, 0.02],
        [0.11, 0.03],
      ],
      20,
      60,
    ),
    "visor",
    chain(where, at(0, -0.105, -0.19), turned(82, "x"), scaled(1, 0.75, 1)),
  );
  put(m, box(0.018, 0.01, 0.8, 0.003), "black", chain(where, at(0.14, -0.135, -0.62), turned(5, "y")));
  put(
    m,
    tube(
      [
        [0, 0.02, -0.06],
        [0, 0.02, 0],
        [0, 0.05, 0.03],
        [0, 0.07, 0],
      ],
      0.006,
      6,
      0.03,
    ),
    "chrome",
    where,
  );
}

/** A breathing set hung by its back plate at the origin: yellow cylinder, harness, mask. */
export function breathingSet(m: Model, where: Placement): void {
  put(m, box(0.27, 0.03, 0.56, 0.02), "black", chain(where, at(0, -0.03, -0.28)));
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.05, 0.01],
        [0.075, 0.05],
        [0.078, 0.09],
        [0.078, 0.44],
        [0.06, 0.5],
        [0.025, 0.53],
      ],
      20,
      50,
    ),
    "safety-yellow",
    chain(where, at(0, -0.125, -0.58)),
  );
  put(
    m,
    lathe(
      [
        [0.079, 0.16],
        [0.0805, 0.162],
        [0.0805, 0.2],
        [0.079, 0.202],
      ],
      20,
    ),
    "black",
    chain(where, at(0, -0.125, -0.58)),
  );
  put(
    m,
    lathe(
      [
        [0.02, 0],
        [0.02, 0.06],
        [0.034, 0.065],
        [0.034, 0.1],
        [0, 0.1],
      ],
      12,
    ),
    "black",
    chain(where, at(0, -0.125, -0.58), turned(180, "x")),
  );
  for (const s of [-1, 1])
    put(
      m,
      tube(
        [
          [s * 0.1, -0.04, -0.04],
          [s * 0.16, -0.16, -0.12],
          [s * 0.15, -0.17, -0.4],
          [s * 0.1, -0.05, -0.54],
        ],
        0.02,
        8,
        0.14,
      ),
      "fabric-black",
      where,
    );
  put(
    m,
    tube(
      [
        [0.05, -0.12, -0.62],
        [0.2, -0.18, -0.5],
        [0.22, -0.16, -0.16],
        [0.16, -0.12, 0.08],
      ],
      0.012,
      8,
      0.15,
    ),
    "rubber",
    where,
  );
  const mask = chain(where, at(0.15, -0.11, 0.14));
  put(
    m,
    lathe(
      [
        [0, -0.1],
        [0.06, -0.09],
        [0.085, 0],
        [0.075, 0.07],
        [0, 0.1],
      ],
      16,
      70,
    ),
    "rubber",
    mask,
  );
  put(
    m,
    lathe(
      [
        [0, -0.055],
        [0.05, -0.045],
        [0.065, 0],
        [0.05, 0.045],
        [0, 0.055],
      ],
      16,
      70,
    ),
    "visor",
    chain(mask, at(0, -0.035, 0.02), scaled(1.15, 0.9, 1)),
  );
  put(m, drum(0.028, 0.05, 12), "black", chain(mask, at(0, -0.08, -0.05), turned(90, "x")));
}

/** A steel rack with hooks, its back on the wall at local y = 0: returns where the hooks are. */
export function hookRack(
  m: Model,
  where: Placement,
  width: number,
  hooks: number,
  hookZ: number,
): readonly Placement[] {
  const z = where.o[2];
  for (const s of [-1, 1]) {
    put(
      m,
      bar([(s * width) / 2, -0.04, -z], [(s * width) / 2, -0.04, hookZ + 0.24], flat(0.05, 0.05)),
      "steel-dark",
      where,
    );
    put(m, box(0.06, 0.5, 0.04, 0.006), "steel-dark", chain(where, at((s * width) / 2, -0.25, -z + 0.02)));
  }
  put(m, box(width, 0.04, 0.06, 0.006), "steel-dark", chain(where, at(0, -0.04, hookZ + 0.08)));
  put(m, box(width, 0.36, 0.025, 0.005), "panel-grey", chain(where, at(0, -0.2, hookZ + 0.24)));
  return Array.from({ length: hooks }, (_, i) => {
    const x = -width / 2 + (width * (i + 0.5)) / hooks;
    put(m, rod([x, -0.05, hookZ + 0.05], [x, -0.25, hookZ + 0.06], 0.01, 8), "chrome", where);
    return chain(where, at(x, -0.22, hookZ));
  });
}
