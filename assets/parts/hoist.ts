// The overhead rail hoist: runway beam, trolley with chain and lifting beam, and the pendant that steers it.
import { type Model, put } from "../kit/model.ts";
import { box, drum, lathe, torus } from "../kit/shape.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";
import { bar, hanging, iSection, rod, tube } from "../kit/sweep.ts";

/** Runway beam along x with hangers to the roof steel at the given places. */
export function runway(
  m: Model,
  fromX: number,
  toX: number,
  y: number,
  z: number,
  hangers: readonly number[],
  roofZ: number,
): void {
  put(m, bar([fromX, y, z], [toX, y, z], iSection(0.26, 0.14, 0.014)), "safety-yellow");
  for (const x of hangers) {
    put(m, bar([x, y, z + 0.13], [x, y, roofZ], iSection(0.12, 0.12, 0.01)), "steel-grey");
    put(m, box(0.22, 0.2, 0.016, 0.003), "steel-grey", at(x, y, z + 0.14));
  }
  for (const x of [fromX + 0.04, toX - 0.04]) {
    put(m, box(0.03, 0.2, 0.3, 0.004), "steel-grey", at(x, y, z));
    put(
      m,
      lathe(
        [
          [0.035, 0],
          [0.045, 0.05],
          [0, 0.06],
        ],
        12,
      ),
      "rubber",
      chain(at(x, y, z - 0.1), turned(x < (fromX + toX) / 2 ? 90 : -90, "y")),
    );
  }
}

/** Trolley under the beam at the origin, hook block and lifting beam hanging `drop` below. */
export function trolley(m: Model, where: Placement, drop: number): void {
  for (const s of [-1, 1]) {
    put(m, box(0.34, 0.014, 0.3, 0.006), "steel-dark", chain(where, at(0, s * 0.11, -0.08)));
    for (const x of [-0.11, 0.11])
      put(
        m,
        lathe(
          [
            [0.02, -0.02],
            [0.05, -0.02],
            [0.05, 0.015],
            [0.062, 0.02],
          ],
          16,
        ),
        "bolt",
        chain(where, at(x, s * 0.08, -0.09), turned(90, "x")),
      );
  }
  put(m, box(0.62, 0.28, 0.28, 0.03), "hoist-orange", chain(where, at(0, 0, -0.36)));
  put(
    m,
    lathe(
      [
        [0.13, 0],
        [0.13, 0.2],
        [0.1, 0.24],
        [0, 0.25],
      ],
      20,
    ),
    "steel-dark",
    chain(where, at(0.31, 0, -0.36), turned(90, "y")),
  );
  put(
    m,
    lathe(
      [
        [0.12, 0],
        [0.12, 0.12],
        [0.06, 0.14],
        [0, 0.14],
      ],
      20,
    ),
    "hoist-orange",
    chain(where, at(-0.31, 0, -0.36), turned(-90, "y")),
  );
  put(m, box(0.2, 0.2, 0.22, 0.03), "steel-dark", chain(where, at(0.16, 0, -0.58)));
  for (const x of [-0.05, 0.05]) put(m, rod([x, 0, -0.5], [x, 0, -drop + 0.2], 0.009, 6), "bolt", where);
  const block = chain(where, at(0, 0, -drop));
  put(m, box(0.2, 0.11, 0.24, 0.03), "safety-yellow", chain(block, at(0, 0, 0.14)));
  put(
    m,
    tube(
      [
        [0, 0, 0.03],
        [0, 0, -0.04],
        [0.07, 0, -0.1],
        [0.02, 0, -0.17],
        [-0.06, 0, -0.12],
      ],
      0.018,
      10,
      0.06,
    ),
    "steel-dark",
    block,
  );
  const beam = chain(block, at(0, 0, -0.3));
  put(m, torus(0.05, 0.014, 16, 8), "safety-yellow", chain(beam, at(0, 0, 0.14), turned(90, "x")));
  put(m, bar([0, -0.85, 0], [0, 0.85, 0], iSection(0.14, 0.09, 0.012)), "safety-yellow", beam);
  for (const y of [-0.8, 0.8]) {
    put(m, rod([0, y, -0.07], [0, y, -0.2], 0.012, 8), "bolt", beam);
    put(
      m,
      tube(
        [
          [0, y, -0.18],
          [0, y, -0.26],
          [0.06, y, -0.3],
          [0.02, y, -0.36],
        ],
        0.014,
        8,
        0.05,
      ),
      "steel-dark",
      beam,
    );
  }
}

/** Push-button pendant hanging on its cable from `top`; local -y is its face. */
export function pendant(m: Model, where: Placement, top: number): void {
  const z = where.o[2];
  put(m, tube(hanging([0.02, 0, 0.14], [0, 0.3, top - z], 0.04, 8), 0.009, 6, 0.03), "rubber", where);
  put(m, box(0.075, 0.055, 0.27, 0.02), "safety-yellow", where);
  put(
    m,
    lathe(
      [
        [0.02, 0.13],
        [0.012, 0.2],
      ],
      10,
    ),
    "rubber",
    where,
  );
  put(m, drum(0.022, 0.02, 16), "safety-red", chain(where, at(0, -0.026, 0.09), turned(90, "x")));
  for (const [x, k] of [
    [-0.017, 0.035],
    [0.017, 0.035],
    [-0.017, -0.005],
    [0.017, -0.005],
    [-0.017, -0.045],
    [0.017, -0.045],
  ] as const) {
    put(m, drum(0.012, 0.014, 12), "black", chain(where, at(x, -0.026, k), turned(90, "x")));
  }
}
