// Things that measure, warn and switch: gas heads, gauges, call points, switch boxes, cabinets, sirens, cameras.
import { type Model, put } from "../kit/model.ts";
import { box, drum, lathe } from "../kit/shape.ts";
import { label } from "../kit/sign-plates.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";
import { rod, tube } from "../kit/sweep.ts";

/** A fixed chlorine head whose sensor hangs at the origin; local -y is its face. Stands on a post unless on a wall. */
export function gasHead(m: Model, where: Placement, onPost: boolean): void {
  const z = where.o[2];
  if (onPost) {
    put(m, rod([0, 0.05, -z], [0, 0.05, 0.42], 0.02, 10), "galvanised", where);
    put(m, box(0.18, 0.18, 0.012, 0.003), "galvanised", chain(where, at(0, 0.05, -z + 0.006)));
    put(m, box(0.17, 0.012, 0.1, 0.002), "safety-yellow", chain(where, at(0, 0.03, 0.5)));
    label(m, "tag-gas-head", 0.16, chain(where, at(0, 0.023, 0.5)));
  }
  put(m, box(0.13, 0.08, 0.16, 0.014), "enamel", chain(where, at(0, 0, 0.1)));
  label(m, "gas-head-face", 0.1, chain(where, at(0, -0.0405, 0.105)));
  put(
    m,
    lathe(
      [
        [0, -0.045],
        [0.026, -0.045],
        [0.03, -0.04],
        [0.03, -0.002],
        [0.022, 0],
        [0.022, 0.03],
      ],
      16,
    ),
    "stainless",
    where,
  );
  put(
    m,
    lathe(
      [
        [0.027, -0.047],
        [0.0, -0.047],
      ],
      16,
    ),
    "rubber",
    where,
  );
  put(m, rod([0.066, 0, 0.12], [0.09, 0, 0.12], 0.013, 8), "bolt", where);
  put(
    m,
    tube(
      [
        [0.09, 0, 0.12],
        [0.12, 0.02, 0.12],
        [0.12, 0.045, 0.3],
      ],
      0.008,
      8,
      0.04,
    ),
    "rubber",
    where,
  );
}

/** A dial on a stem that starts at `from` and looks along local -y. */
export function gauge(m: Model, where: Placement, dial: string, stem = 0.16, r = 0.075): void {
  put(m, rod([0, 0, 0], [0, 0, stem - r * 0.6], 0.011, 8), "brass", where);
  put(
    m,
    lathe(
      [
        [0.018, 0.02],
        [0.018, 0.045],
      ],
      6,
    ),
    "brass",
    where,
  );
  const face = chain(where, at(0, 0, stem), turned(90, "x"));
  put(
    m,
    lathe(
      [
        [0, -0.03],
        [r * 0.92, -0.03],
        [r, -0.02],
        [r, 0.022],
        [r * 0.93, 0.03],
        [r * 0.9, 0.022],
      ],
      28,
    ),
    "black",
    face,
  );
  const flat = chain(where, at(0, -0.0195, stem));
  label(m, dial, r * 1.74, flat);
}

/** A manual call point: local -y is the face, the back is at y = 0.03. */
export function callPoint(m: Model, where: Placement): void {
  put(m, box(0.17, 0.06, 0.17, 0.012), "safety-red", where);
  label(m, "call-point-face", 0.145, chain(where, at(0, -0.031, 0)));
  put(m, box(0.19, 0.004, 0.19, 0.001), "white", chain(where, at(0, 0.029, 0)));
  put(m, rod([0, 0.005, 0.08], [0, 0.005, 0.5], 0.011, 8), "galvanised", where);
}

/** Horn and bracket of a siren on a wall; the lamp head is a part of its own. */
export function sirenHorn(m: Model, where: Placement): void {
  put(m, box(0.34, 0.02, 0.2, 0.006), "frame-dark", chain(where, at(0, 0.04, 0)));
  put(m, box(0.1, 0.08, 0.05, 0.008), "frame-dark", chain(where, at(0.1, 0, -0.06)));
  const horn = chain(where, at(-0.06, 0.01, 0), turned(90, "x"));
  put(
    m,
    lathe(
      [
        [0.03, -0.02],
        [0.035, 0.02],
        [0.05, 0.07],
        [0.09, 0.12],
        [0.095, 0.125],
        [0.085, 0.12],
        [0.04, 0.06],
        [0, 0.05],
      ],
      22,
    ),
    "safety-red",
    horn,
  );
}

/** The flashing lamp, standing on the origin. */
export function sirenLamp(m: Model, where: Placement): void {
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.062, 0],
        [0.062, 0.025],
        [0.054, 0.03],
      ],
      22,
    ),
    "black",
    where,
  );
  put(
    m,
    lathe(
      [
        [0.054, 0.03],
        [0.055, 0.1],
        [0.046, 0.135],
        [0.025, 0.15],
        [0, 0.152],
      ],
      22,
    ),
    "safety-red",
    where,
  );
}

export function camera(m: Model, where: Placement): void {
  put(m, box(0.1, 0.02, 0.1, 0.004), "white", chain(where, at(0, -0.01, 0)));
  put(m, rod([0, 0, 0], [0, -0.16, -0.02], 0.016, 8), "white", where);
  const body = chain(where, at(0, -0.22, -0.07), turned(-18, "x"));
  put(m, box(0.09, 0.26, 0.085, 0.014), "white", body);
  put(m, box(0.105, 0.2, 0.012, 0.004), "white", chain(body, at(0, -0.03, 0.055)));
  put(
    m,
    lathe(
      [
        [0, 0],
        [0.032, 0],
        [0.032, 0.012],
        [0, 0.012],
      ],
      16,
    ),
    "visor",
    chain(body, at(0, -0.13, 0), turned(90, "x")),
  );
}

/** A rotameter: glass tube with a float between two yellow blocks. */
export function rotameter(m: Model, where: Placement): void {
  for (const z of [-0.17, 0.17]) put(m, box(0.06, 0.06, 0.05, 0.008), "pipe-yellow", chain(where, at(0, -0.04, z)));
  put(
    m,
    lathe(
      [
        [0.02, -0.15],
        [0.022, 0.15],
      ],
      14,
    ),
    "glass-green",
    chain(where, at(0, -0.04, 0)),
  );
  put(
    m,
    lathe(
      [
        [0, -0.02],
        [0.021, -0.012],
        [0.0215, 0.012],
        [0, 0.014],
      ],
      12,
    ),
    "black",
    chain(where, at(0, -0.0405, 0.02)),
  );
  put(m, drum(0.012, 0.05, 8), "black", chain(where, at(0, -0.04, -0.22)));
}
