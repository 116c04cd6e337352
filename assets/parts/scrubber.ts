// The alkali absorption tower with its tank, pump, fan, duct and stack, and the low-level extract inside the room.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { label, signPlate } from "../kit/sign-plates.ts";
import { box, drum, lathe, torus } from "../kit/shape.ts";
import { at, chain, facing, type Placement, scaled, turned, type V3 } from "../kit/space.ts";
import { bar, flat, ribbed, rod, tube } from "../kit/sweep.ts";
import { flange } from "./valve.ts";

/** Packed tower on its alkali tank; local -y is the side its plate is on. */
export function tower(m: Model, where: Placement): void {
  put(m, box(3.6, 2.6, 0.2, 0.03), "apron-edge", chain(where, at(0.4, 0, 0.1)));
  put(m, lathe([[0, 0.2], [0.95, 0.2], [0.95, 1.3], [0.92, 1.36], [0.62, 1.42], [0.6, 4.05], [0.52, 4.3], [0.3, 4.5], [0.3, 4.62]], 32, 35), "frp-green", where);
  for (const z of [1.62, 2.5, 3.4]) put(m, lathe([[0.6, z - 0.03], [0.66, z - 0.03], [0.66, z + 0.03], [0.6, z + 0.03]], 32), "frp-green", where);
  for (const z of [0.5, 0.9]) put(m, torus(0.955, 0.018, 40, 6), "galvanised", chain(where, at(0, 0, z)));
  for (const [a, z] of [[-90, 2.05], [-90, 2.95]] as const) {
    const hatch = chain(where, turned(a + 90, "z"), at(0, -0.6, z), turned(90, "x"));
    put(m, lathe([[0.2, -0.05], [0.2, 0.04], [0.25, 0.04], [0.25, 0.075], [0, 0.08]], 22), "frp-green", hatch);
  }
  put(m, rod([0.7, -0.62, 0.4], [0.7, -0.62, 1.25], 0.018, 8), "glass-green", where);
  ladder(m, chain(where, at(-0.72, 0, 0), turned(-90, "z")), 4.4);
  signPlate(m, "plate-scrubber", 1.05, chain(where, at(0, -0.98, 1.02)));
  label(m, "toxic", 0.3, chain(where, at(-0.32, -0.66, 3)), 0.376);
}

/** Rungs between two rails with a cage from two metres up, standing at the origin, climbed looking to local +y. */
export function ladder(m: Model, where: Placement, height: number): void {
  for (const s of [-1, 1]) put(m, rod([s * 0.22, 0, 0.1], [s * 0.22, 0, height], 0.02, 8), "safety-yellow", where);
  for (let z = 0.4; z < height; z += 0.3) put(m, rod([-0.22, 0, z], [0.22, 0, z], 0.012, 6), "safety-yellow", where);
  for (let z = 2.1; z < height; z += 0.75) {
    const hoop: V3[] = Array.from({ length: 9 }, (_, i) => {
      const a = Math.PI * (i / 8);
      return [Math.cos(a) * 0.34, -Math.sin(a) * 0.66, z];
    });
    put(m, ribbed(hoop, () => 0.012, 6), "safety-yellow", where);
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

/** Centrifugal fan with motor on a frame; inlet along local -x, outlet upwards. */
export function fan(m: Model, where: Placement): void {
  put(m, box(1.3, 0.8, 0.12, 0.02), "steel-dark", chain(where, at(0.1, 0, 0.26)));
  const scroll = chain(where, at(0, 0, 0.85), turned(90, "x"));
  put(m, lathe([[0, -0.22], [0.5, -0.22], [0.52, -0.2], [0.52, 0.2], [0.5, 0.22], [0, 0.22]], 28), "water-blue", scroll);
  put(m, box(0.5, 0.44, 0.6, 0.01), "water-blue", chain(where, at(0.27, 0, 1.1)));
  put(m, lathe([[0.26, 0.2], [0.26, 0.38], [0.3, 0.38], [0.3, 0.42]], 24), "water-blue", scroll);
  put(m, lathe([[0, -0.22], [0.07, -0.22], [0.07, -0.34], [0.18, -0.36], [0.19, -0.72], [0.15, -0.8], [0, -0.82]], 20), "deep-blue", scroll);
  for (let i = 0; i < 10; i++) put(m, box(0.012, 0.34, 0.05, 0.002), "deep-blue", chain(where, at(0, 0.54, 0.85), turned(36 * i, "y"), at(0, 0, 0.2)));
  put(m, box(0.14, 0.1, 0.1, 0.01), "deep-blue", chain(where, at(0, 0.55, 1.08)));
}

/** Alkali circulation pump with motor on a plinth, shaft along local x. */
export function pump(m: Model, where: Placement, paint: PaintName = "water-blue"): void {
  put(m, box(0.9, 0.4, 0.14, 0.015), "apron-edge", chain(where, at(0, 0, 0.07)));
  put(m, box(0.75, 0.28, 0.04, 0.006), "steel-dark", chain(where, at(0, 0, 0.16)));
  const shaft = chain(where, at(0, 0, 0.36), turned(90, "y"));
  put(m, lathe([[0, -0.34], [0.09, -0.34], [0.15, -0.3], [0.15, -0.2], [0.06, -0.16], [0.05, 0], [0.11, 0.02], [0.12, 0.3], [0.09, 0.36], [0, 0.37]], 22), paint, shaft);
  put(m, drum(0.05, 0.26, 14), paint, chain(where, at(-0.25, 0, 0.44)));
  flange(m, 0.05, paint, chain(where, at(-0.25, 0, 0.7)));
  put(m, box(0.12, 0.1, 0.08, 0.01), paint, chain(where, at(0.16, 0, 0.5)));
}

/** The low-level extract: a plate duct along a wall with grilles near the floor. Runs along local x, looks to -y. */
export function lowExtract(m: Model, where: Placement, width: number, grilles: readonly number[]): void {
  put(m, box(width, 0.36, 0.42, 0.012), "galvanised", chain(where, at(0, -0.18, 0.36)));
  for (let x = -width / 2 + 0.6; x < width / 2; x += 1.2) put(m, box(0.04, 0.4, 0.46, 0.004), "galvanised", chain(where, at(x, -0.18, 0.36)));
  for (const x of grilles) {
    put(m, box(0.66, 0.02, 0.34, 0.006), "enamel", chain(where, at(x, -0.365, 0.36)));
    put(m, box(0.58, 0.012, 0.27, 0.002), "soot", chain(where, at(x, -0.371, 0.36)));
    for (let k = 0; k < 7; k++) put(m, box(0.58, 0.026, 0.008, 0.001), "enamel", chain(where, at(x, -0.38, 0.25 + k * 0.037), turned(-35, "x")));
  }
  for (const x of [-width / 2 + 0.3, 0, width / 2 - 0.3]) put(m, box(0.06, 0.3, 0.15, 0.004), "steel-dark", chain(where, at(x, -0.18, 0.075)));
}

/** Guyed stack of a given height on a short skirt. */
export function stack(m: Model, where: Placement, from: number, height: number, r: number): void {
  put(m, lathe([[r, from], [r, height], [r - 0.02, height], [r - 0.02, height - 0.4]], 24), "frp-green", where);
  for (let z = from + 0.9; z < height; z += 1.6) put(m, lathe([[r, z - 0.03], [r + 0.06, z - 0.03], [r + 0.06, z + 0.03], [r, z + 0.03]], 24), "frp-green", where);
  for (const z of [height - 0.35, height - 1.15]) put(m, lathe([[r + 0.002, z - 0.2], [r + 0.006, z - 0.2], [r + 0.006, z + 0.2], [r + 0.002, z + 0.2]], 24), "safety-red", where);
  put(m, torus(r + 0.03, 0.025, 24, 6), "galvanised", chain(where, at(0, 0, height - 2.4)));
}

/** A square-tube frame that carries the stack against a wall of the building. */
export function stackFrame(m: Model, where: Placement, height: number): void {
  for (const [x, y] of [[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]] as const) {
    put(m, bar([x, y, 0], [x * 0.9, y * 0.9, height], flat(0.08, 0.08)), "galvanised", where);
  }
  for (let z = 0.8; z < height; z += 1.4) {
    const k = 1 - (0.1 * z) / height;
    const ring: V3[] = [[-0.5 * k, -0.5 * k, z], [0.5 * k, -0.5 * k, z], [0.5 * k, 0.5 * k, z], [-0.5 * k, 0.5 * k, z]];
    ring.forEach((p, i) => {
      const q = ring[(i + 1) % 4] as V3;
      put(m, bar(p, q, flat(0.05, 0.05)), "galvanised", where);
      put(m, bar(p, [q[0], q[1], Math.min(height, z + 1.3)], flat(0.035, 0.035)), "galvanised", where);
    });
  }
}

/** A rectangular tank of liquid with a rim, for settling basins: walls, walkway and rails; the water itself is apart. */
export function roundTank(m: Model, clear: Model, where: Placement, r: number, height: number): void {
  const wall: [number, number][] = [[r + 0.25, 0], [r + 0.25, height], [r, height], [r, height - 0.9]];
  put(m, lathe(wall, 48, 30), { surface: "concrete", colour: "#c9c8c0" }, where, { detail: 0.35 });
  put(clear, lathe([[r, height - 0.35], [0, height - 0.35]], 48), { plain: "liquid", colour: "#2f6478" }, where, { shadowless: true });
  const rail = (z: number): void => put(m, torus(r + 0.13, 0.022, 56, 5), "safety-yellow", chain(where, at(0, 0, z)), { detail: 0.3 });
  rail(height + 0.55);
  rail(height + 1.05);
  for (let i = 0; i < 28; i++) {
    const a = (i / 28) * 2 * Math.PI;
    put(m, rod([Math.cos(a) * (r + 0.13), Math.sin(a) * (r + 0.13), height], [Math.cos(a) * (r + 0.13), Math.sin(a) * (r + 0.13), height + 1.05], 0.022, 5), "safety-yellow", where, { detail: 0.3 });
  }
  put(m, box(r * 2 + 0.4, 0.9, 0.16, 0.02), "galvanised", chain(where, at(0, 0, height + 0.1)), { detail: 0.4 });
  for (const s of [-0.42, 0.42]) put(m, rod([-r, s, height + 1.1], [r, s, height + 1.1], 0.025, 6), "safety-yellow", where, { detail: 0.3 });
  put(m, lathe([[0.5, 0], [0.5, 0.5], [0, 0.5]], 16), "water-blue", chain(where, at(0, 0, height + 0.18), scaled(1, 1, 1)), { detail: 0.5 });
  signPlate(m, "plate-clear-water", 1.4, facing(where.o[0], where.o[1] - r - 0.27, 1.4, 180));
}
