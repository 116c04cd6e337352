// The water monitor on its hydrant: a fixed foot and a head that turns.
import { type Model, put } from "../kit/model.ts";
import { box, lathe } from "../kit/shape.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";
import { rod, tube } from "../kit/sweep.ts";
import { boltRing, handwheel } from "./valve.ts";

/** Foot, riser and hand valve of a water monitor on a hydrant; its head turns and is a part of its own. */
export function monitorBase(m: Model, where: Placement): void {
  put(m, box(0.7, 0.7, 0.12, 0.02), "apron-edge", chain(where, at(0, 0, 0.06)));
  put(
    m,
    lathe(
      [
        [0, 0.12],
        [0.2, 0.12],
        [0.2, 0.15],
        [0.1, 0.16],
        [0.09, 0.9],
        [0.15, 0.92],
        [0.15, 0.96],
        [0.085, 0.97],
        [0.085, 1.03],
        [0, 1.03],
      ],
      24,
    ),
    "hydrant-red",
    where,
  );
  boltRing(m, 0.17, 8, 0.014, 0.05, chain(where, at(0, 0, 0.15)));
  boltRing(m, 0.128, 8, 0.01, 0.07, chain(where, at(0, 0, 0.94)));
  put(
    m,
    lathe(
      [
        [0.06, 0.08],
        [0.06, 0.2],
        [0.075, 0.2],
        [0.075, 0.24],
        [0, 0.245],
      ],
      18,
    ),
    "hydrant-red",
    chain(where, at(0, 0, 0.5), turned(90, "x")),
  );
  put(
    m,
    lathe(
      [
        [0.06, 0.08],
        [0.06, 0.2],
        [0.075, 0.2],
        [0.075, 0.24],
        [0, 0.245],
      ],
      18,
    ),
    "hydrant-red",
    chain(where, at(0, 0, 0.5), turned(-90, "x")),
  );
  handwheel(m, 0.22, chain(where, at(0.2, 0, 0.72), turned(90, "y")));
  put(m, rod([0, 0, 0.72], [0.2, 0, 0.72], 0.02, 10), "chrome", where);
}

/** The turning head of a monitor, its bearing at the origin, the jet along local +y and 35 degrees up. */
export function monitorHead(m: Model, where: Placement): void {
  put(
    m,
    lathe(
      [
        [0.11, -0.02],
        [0.11, 0.05],
        [0.08, 0.07],
      ],
      22,
    ),
    "hydrant-red",
    where,
  );
  put(
    m,
    tube(
      [
        [0, 0, 0.04],
        [0, 0, 0.22],
        [0, -0.22, 0.32],
        [0, -0.2, 0.5],
        [0, 0.1, 0.56],
      ],
      0.062,
      16,
      0.16,
    ),
    "hydrant-red",
    where,
  );
  const jet = chain(where, at(0, 0.08, 0.555), turned(-55, "x"));
  put(
    m,
    lathe(
      [
        [0.062, 0],
        [0.085, 0.0],
        [0.085, 0.03],
        [0.062, 0.035],
        [0.05, 0.55],
        [0.06, 0.56],
        [0.072, 0.6],
        [0.072, 0.72],
        [0.055, 0.73],
        [0.05, 0.66],
        [0, 0.65],
      ],
      22,
    ),
    "hydrant-red",
    jet,
  );
  put(
    m,
    lathe(
      [
        [0.073, 0.61],
        [0.077, 0.612],
        [0.077, 0.7],
        [0.073, 0.702],
      ],
      22,
    ),
    "rubber",
    jet,
  );
  put(
    m,
    tube(
      [
        [-0.07, -0.1, 0.42],
        [-0.2, -0.3, 0.45],
        [-0.2, -0.55, 0.45],
      ],
      0.014,
      8,
      0.1,
      true,
    ),
    "black",
    where,
  );
  put(
    m,
    tube(
      [
        [0.07, -0.1, 0.42],
        [0.2, -0.3, 0.45],
        [0.2, -0.55, 0.45],
      ],
      0.014,
      8,
      0.1,
      true,
    ),
    "black",
    where,
  );
}
