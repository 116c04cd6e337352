// What saves people: extinguishers, eyewash, water monitor, decontamination shower, racks of suits and breathing sets.
import { type Model, put } from "../kit/model.ts";
import { box, lathe, torus } from "../kit/shape.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";
import { coil, rod, tube } from "../kit/sweep.ts";

export function extinguisher(m: Model, where: Placement): void {
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.08, 0],
        [0.086, 0.015],
        [0.086, 0.4],
        [0.07, 0.45],
        [0.03, 0.478],
      ],
      20,
    ),
    "safety-red",
    where,
  );
  put(
    m,
    lathe(
      [
        [0.0862, 0.16],
        [0.087, 0.162],
        [0.087, 0.3],
        [0.0862, 0.302],
      ],
      20,
    ),
    "white",
    where,
  );
  put(
    m,
    lathe(
      [
        [0.028, 0.478],
        [0.028, 0.52],
        [0.016, 0.53],
        [0, 0.532],
      ],
      12,
    ),
    "brass",
    where,
  );
  put(m, box(0.022, 0.15, 0.012, 0.004), "black", chain(where, at(0, -0.05, 0.545), turned(-8, "x")));
  put(m, box(0.022, 0.14, 0.012, 0.004), "black", chain(where, at(0, -0.05, 0.578), turned(12, "x")));
  put(
    m,
    tube(
      [
        [0.02, 0.01, 0.5],
        [0.11, 0.02, 0.5],
        [0.118, 0, 0.3],
        [0.112, -0.02, 0.12],
      ],
      0.012,
      8,
      0.09,
    ),
    "rubber",
    where,
  );
}

/** Combined eyewash and shower; stands on the origin, its bowl towards local -y. */
export function eyewash(m: Model, where: Placement): void {
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.14, 0],
        [0.14, 0.012],
        [0.05, 0.03],
      ],
      20,
    ),
    "safe-green",
    where,
  );
  put(m, rod([0, 0, 0], [0, 0, 2.2], 0.03, 14), "safe-green", where);
  put(
    m,
    tube(
      [
        [0, 0, 2.19],
        [0, 0, 2.28],
        [0, -0.5, 2.28],
        [0, -0.5, 2.2],
      ],
      0.026,
      12,
      0.06,
    ),
    "safe-green",
    where,
  );
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.13, 0],
        [0.135, 0.012],
        [0.05, 0.075],
        [0.03, 0.1],
      ],
      22,
    ),
    "safety-yellow",
    chain(where, at(0, -0.5, 2.1)),
  );
  put(
    m,
    tube(
      [
        [0.16, -0.5, 2.22],
        [0.16, -0.5, 1.62],
      ],
      0.006,
      6,
    ),
    "stainless",
    where,
  );
  put(m, torus(0.07, 0.007, 3, 6), "stainless", chain(where, at(0.16, -0.5, 1.55), turned(90, "x"), turned(90, "z")));
  put(
    m,
    tube(
      [
        [0, 0, 0.92],
        [0, -0.32, 0.92],
        [0, -0.32, 0.98],
      ],
      0.024,
      10,
      0.05,
    ),
    "safe-green",
    where,
  );
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.07, 0.005],
        [0.16, 0.085],
        [0.165, 0.1],
        [0.152, 0.1],
        [0.07, 0.03],
        [0, 0.022],
      ],
      24,
      60,
    ),
    "safety-yellow",
    chain(where, at(0, -0.32, 0.96)),
  );
  for (const x of [-0.055, 0.055])
    put(
      m,
      lathe(
        [
          [0.016, 0],
          [0.022, 0.05],
          [0.03, 0.06],
          [0, 0.065],
        ],
        12,
      ),
      "safe-green",
      chain(where, at(x, -0.32, 0.99)),
    );
  put(m, box(0.14, 0.012, 0.1, 0.004), "safety-yellow", chain(where, at(0.22, -0.32, 1.05), turned(-30, "y")));
}

/** A red hose coiled on a wall hook. */
export function hoseCoil(m: Model, where: Placement): void {
  put(m, tube(coil([0, -0.06, 0], [0, -1, 0], 0.22, 0.035, 4, 18), 0.026, 8, 0.02), "hose-red", where);
  put(m, box(0.1, 0.1, 0.05, 0.01), "steel-dark", chain(where, at(0, -0.05, 0.18)));
}
