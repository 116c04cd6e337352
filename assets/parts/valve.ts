// Valves: a flanged gate valve in a pipe, a small angle valve, and the handwheel that turns on both.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, drum, lathe, torus } from "../kit/shape.ts";
import { at, chain, type Placement, turned } from "../kit/space.ts";

/** A wheel around local z, its boss at the origin, rim towards +z. */
export function handwheel(
  m: Model,
  diameter: number,
  where: Placement,
  paint: PaintName = "safety-red",
  spokes = 5,
): void {
  const r = diameter / 2;
  put(m, torus(r - r * 0.09, r * 0.09, 32, 9), paint, chain(where, at(0, 0, r * 0.2)));
  put(
    m,
    lathe(
      [
        [0, -r * 0.12],
        [r * 0.2, -r * 0.12],
        [r * 0.22, r * 0.1],
        [r * 0.16, r * 0.18],
        [0, r * 0.18],
      ],
      16,
    ),
    paint,
    where,
  );
  for (let i = 0; i < spokes; i++) {
    const spoke = chain(where, turned((360 / spokes) * i, "z"), at(r * 0.55, 0, r * 0.11), turned(-9, "y"));
    put(m, box(r * 0.76, r * 0.13, r * 0.09, r * 0.03), paint, spoke);
  }
  put(
    m,
    lathe(
      [
        [r * 0.11, r * 0.16],
        [r * 0.11, r * 0.28],
        [r * 0.05, r * 0.32],
        [0, r * 0.32],
      ],
      6,
    ),
    "bolt",
    where,
  );
  put(m, drum(r * 0.05, r * 0.34, 8), "white", chain(where, at(r * 0.91, 0, r * 0.26)));
}

/** A ring of bolts on a flange of a given pitch radius around local z. */
export function boltRing(m: Model, pitch: number, count: number, size: number, depth: number, where: Placement): void {
  for (let i = 0; i < count; i++) {
    const a = ((i + 0.5) / count) * 2 * Math.PI;
    const spot = chain(where, at(Math.cos(a) * pitch, Math.sin(a) * pitch, -depth / 2));
    put(
      m,
      lathe(
        [
          [0, 0],
          [size, 0],
          [size, depth],
          [0, depth],
        ],
        6,
      ),
      "bolt",
      spot,
    );
  }
}

/** A flange pair around local z with its joint at the origin. */
export function flange(m: Model, bore: number, paint: PaintName, where: Placement): void {
  const r = bore * 1.9;
  for (const [z0, z1] of [
    [-0.026, -0.004],
    [0.004, 0.026],
  ] as const) {
    put(
      m,
      lathe(
        [
          [bore * 0.9, z0],
          [r, z0],
          [r, z1],
          [bore * 0.9, z1],
        ],
        24,
      ),
      paint,
      where,
    );
  }
  put(
    m,
    lathe(
      [
        [bore, -0.004],
        [r * 0.95, -0.004],
        [r * 0.95, 0.004],
        [bore, 0.004],
      ],
      24,
    ),
    "rubber",
    where,
  );
  boltRing(m, bore * 1.55, 8, 0.0085, 0.08, where);
}

/** Gate valve in a pipe along local x of outer radius r, stem along local -y; the wheel is a part of its own. */
export function gateValve(m: Model, r: number, stem: number, where: Placement, paint: PaintName = "pipe-yellow"): void {
  const pipe = chain(where, turned(90, "y"));
  put(
    m,
    lathe(
      [
        [r, -0.13],
        [r * 1.2, -0.09],
        [r * 1.75, -0.045],
        [r * 1.85, 0],
        [r * 1.75, 0.045],
        [r * 1.2, 0.09],
        [r, 0.13],
      ],
      22,
    ),
    paint,
    pipe,
  );
  for (const s of [-1, 1]) flange(m, r, paint, chain(pipe, at(0, 0, s * 0.155)));
  const up = chain(where, turned(90, "x"));
  put(
    m,
    lathe(
      [
        [r * 1.3, 0],
        [r * 1.25, r * 2],
        [r * 1.75, r * 2],
        [r * 1.75, r * 2.7],
        [r * 1.1, r * 2.8],
        [r * 0.72, r * 4],
        [0, r * 4.05],
      ],
      20,
    ),
    paint,
    up,
  );
  boltRing(m, r * 1.5, 6, 0.007, 0.05, chain(up, at(0, 0, r * 2.35)));
  put(m, drum(0.012, stem - 0.02, 10), "chrome", up);
  for (const s of [-1, 1]) {
    put(m, box(0.016, 0.03, stem * 0.34, 0.004), paint, chain(up, at(s * r * 0.75, 0, stem - stem * 0.3)));
  }
  put(m, box(r * 1.9, 0.034, 0.022, 0.004), paint, chain(up, at(0, 0, stem - 0.13 * stem)));
}

/** The angle valve on a chlorine connection: inlet below, outlet above, stem along local -y. */
export function angleValve(m: Model, stem: number, where: Placement): void {
  put(
    m,
    lathe(
      [
        [0.02, -0.1],
        [0.026, -0.1],
        [0.026, -0.075],
        [0.02, -0.07],
        [0.02, -0.04],
        [0.034, -0.03],
        [0.036, 0.03],
        [0.02, 0.04],
        [0.02, 0.07],
        [0.026, 0.075],
        [0.026, 0.1],
        [0.02, 0.1],
      ],
      6,
      20,
    ),
    "brass",
    where,
  );
  const out = chain(where, turned(90, "x"));
  put(
    m,
    lathe(
      [
        [0.036, -0.045],
        [0.036, 0.05],
        [0.026, 0.055],
        [0.026, 0.085],
        [0.03, 0.085],
        [0.03, 0.105],
        [0.018, 0.112],
        [0, 0.112],
      ],
      16,
    ),
    "brass",
    out,
  );
  put(m, drum(0.009, stem, 10), "chrome", out);
}
