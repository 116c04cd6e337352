// The alkali absorption tower with its tank, pump, fan, duct and stack, and the low-level extract inside the room.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, lathe, torus } from "../kit/shape.ts";
import { label, signPlate } from "../kit/sign-plates.ts";
import { at, chain, type Placement, turned, type V3 } from "../kit/space.ts";
import { bar, flat, ribbed, rod, tube } from "../kit/sweep.ts";

/** Packed tower on its alkali tank; local -y is the side its plate is on. */
export function tower(m: Model, where: Placement): void {
  put(m, box(3.6, 2.6, 0.2, 0.03), "apron-edge", chain(where, at(0.4, 0, 0.1)));
  put(
    m,
    lathe(
      [
        [0, 0.2],
        [0.95, 0.2],
        [0.95, 1.3],
        [0.92, 1.36],
        [0.62, 1.42],
        [0.6, 4.05],
        [0.52, 4.3],
        [0.3, 4.5],
        [0.3, 4.62],
      ],
      32,
      35,
    ),
    "frp-green",
    where,
  );
  for (const z of [1.62, 2.5, 3.4])
    put(
      m,
      lathe(
        [
          [0.6, z - 0.03],
          [0.66, z - 0.03],
          [0.66, z + 0.03],
          [0.6, z + 0.03],
        ],
        32,
      ),
      "frp-green",
      where,
    );
  for (const z of [0.5, 0.9]) put(m, torus(0.955, 0.018, 40, 6), "galvanised", chain(where, at(0, 0, z)));
  for (const [a, z] of [
    [-90, 2.05],
    [-90, 2.95],
  ] as const) {
    const hatch = chain(where, turned(a + 90, "z"), at(0, -0.6, z), turned(90, "x"));
    put(
      m,
      lathe(
        [
          [0.2, -0.05],
          [0.2, 0.04],
          [0.25, 0.04],
          [0.25, 0.075],
          [0, 0.08],
        ],
        22,
      ),
      "frp-green",
      hatch,
    );
  }
  put(m, rod([0.7, -0.62, 0.4], [0.7, -0.62, 1.25], 0.018, 8), "glass-green", where);
  ladder(m, chain(where, at(-0.72, 0, 0), turned(-90, "z")), 4.4);
  signPlate(m, "plate-scrubber", 1.05, chain(where, at(0, -0.98, 1.02)));
  label(m, "toxic", 0.3, chain(where, at(-0.32, -0.66, 3)), 0.376);
}

/** Rungs between two rails with a cage from two metres up, standing at the origin, climbed looking to local +y. */
function ladder(m: Model, where: Placement, height: number): void {
  for (const s of [-1, 1]) put(m, rod([s * 0.22, 0, 0.1], [s * 0.22, 0, height], 0.02, 8), "safety-yellow", where);
  for (let z = 0.4; z < height; z += 0.3) put(m, rod([-0.22, 0, z], [0.22, 0, z], 0.012, 6), "safety-yellow", where);
  for (let z = 2.1; z < height; z += 0.75) {
    const hoop: V3[] = Array.from({ length: 9 }, (_, i) => {
      const a = Math.PI * (i / 8);
      return [Math.cos(a) * 0.34, -Math.sin(a) * 0.66, z];
    });
    put(
      m,
      ribbed(hoop, () => 0.012, 6),
      "safety-yellow",
      where,
    );
  }
}

/** A round duct or pipe of thin plate with swaged joints every so often. */
export function duct(m: Model, points: readonly V3[], r: number, paint: PaintName = "frp-green", bend = 0.5): void {
  put(m, tube(points, r, 20, bend), paint);
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i] as V3, points[i + 1] as V3];
    const d: V3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const l = Math.sqrt(d[0] ** 2 + d[1] ** 2 + d[2] ** 2);
    for (let s = bend + 0.2; s < l - bend; s += 1.3) {
      const p: V3 = [a[0] + (d[0] * s) / l, a[1] + (d[1] * s) / l, a[2] + (d[2] * s) / l];
      const q: V3 = [p[0] + (d[0] * 0.05) / l, p[1] + (d[1] * 0.05) / l, p[2] + (d[2] * 0.05) / l];
      put(m, rod(p, q, r * 1.09, 20), paint);
    }
  }
}

/** Guyed stack of a given height on a short skirt. */
export function stack(m: Model, where: Placement, from: number, height: number, r: number): void {
  put(
    m,
    lathe(
      [
        [r, from],
        [r, height],
        [r - 0.02, height],
        [r - 0.02, height - 0.4],
      ],
      24,
    ),
    "frp-green",
    where,
  );
  for (let z = from + 0.9; z < height; z += 1.6)
    put(
      m,
      lathe(
        [
          [r, z - 0.03],
          [r + 0.06, z - 0.03],
          [r + 0.06, z + 0.03],
          [r, z + 0.03],
        ],
        24,
      ),
      "frp-green",
      where,
    );
  for (const z of [height - 0.35, height - 1.15])
    put(
      m,
      lathe(
        [
          [r + 0.002, z - 0.2],
          [r + 0.006, z - 0.2],
          [r + 0.006, z + 0.2],
          [r + 0.002, z + 0.2],
        ],
        24,
      ),
      "safety-red",
      where,
    );
  put(m, torus(r + 0.03, 0.025, 24, 6), "galvanised", chain(where, at(0, 0, height - 2.4)));
}

/** A square-tube frame that carries the stack against a wall of the building. */
export function stackFrame(m: Model, where: Placement, height: number): void {
  for (const [x, y] of [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ] as const) {
    put(m, bar([x, y, 0], [x * 0.9, y * 0.9, height], flat(0.08, 0.08)), "galvanised", where);
  }
  for (let z = 0.8; z < height; z += 1.4) {
    const k = 1 - (0.1 * z) / height;
    const ring: V3[] = [
      [-0.5 * k, -0.5 * k, z],
      [0.5 * k, -0.5 * k, z],
      [0.5 * k, 0.5 * k, z],
      [-0.5 * k, 0.5 * k, z],
    ];
    ring.forEach((p, i) => {
      const q = ring[(i + 1) % 4] as V3;
      put(m, bar(p, q, flat(0.05, 0.05)), "galvanised", where);
      put(m, bar(p, [q[0], q[1], Math.min(height, z + 1.3)], flat(0.035, 0.035)), "galvanised", where);
    });
  }
}
