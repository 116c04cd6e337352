// What saves people: extinguishers, eyewash, water monitor, decontamination shower, racks of suits and breathing sets.
import { type Model, put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box, drum, lathe, torus } from "../kit/shape.ts";
import { at, chain, type Placement, scaled, turned, type V3 } from "../kit/space.ts";
import { bar, coil, flat, ribbed, rod, tube } from "../kit/sweep.ts";
import { boltRing, handwheel } from "./valve.ts";

export function extinguisher(m: Model, where: Placement): void {
  put(m, lathe([[0, 0], [0.08, 0], [0.086, 0.015], [0.086, 0.4], [0.07, 0.45], [0.03, 0.478]], 20), "safety-red", where);
  put(m, lathe([[0.0862, 0.16], [0.087, 0.162], [0.087, 0.3], [0.0862, 0.302]], 20), "white", where);
  put(m, lathe([[0.028, 0.478], [0.028, 0.52], [0.016, 0.53], [0, 0.532]], 12), "brass", where);
  put(m, box(0.022, 0.15, 0.012, 0.004), "black", chain(where, at(0, -0.05, 0.545), turned(-8, "x")));
  put(m, box(0.022, 0.14, 0.012, 0.004), "black", chain(where, at(0, -0.05, 0.578), turned(12, "x")));
  put(m, tube([[0.02, 0.01, 0.5], [0.11, 0.02, 0.5], [0.118, 0, 0.3], [0.112, -0.02, 0.12]], 0.012, 8, 0.09), "rubber", where);
}

/** Combined eyewash and shower; stands on the origin, its bowl towards local -y. */
export function eyewash(m: Model, where: Placement): void {
  put(m, lathe([[0, 0], [0.14, 0], [0.14, 0.012], [0.05, 0.03]], 20), "safe-green", where);
  put(m, rod([0, 0, 0], [0, 0, 2.2], 0.03, 14), "safe-green", where);
  put(m, tube([[0, 0, 2.19], [0, 0, 2.28], [0, -0.5, 2.28], [0, -0.5, 2.2]], 0.026, 12, 0.06), "safe-green", where);
  put(m, lathe([[0, 0], [0.13, 0], [0.135, 0.012], [0.05, 0.075], [0.03, 0.1]], 22), "safety-yellow", chain(where, at(0, -0.5, 2.1)));
  put(m, tube([[0.16, -0.5, 2.22], [0.16, -0.5, 1.62]], 0.006, 6), "stainless", where);
  put(m, torus(0.07, 0.007, 3, 6), "stainless", chain(where, at(0.16, -0.5, 1.55), turned(90, "x"), turned(90, "z")));
  put(m, tube([[0, 0, 0.92], [0, -0.32, 0.92], [0, -0.32, 0.98]], 0.024, 10, 0.05), "safe-green", where);
  put(m, lathe([[0, 0], [0.07, 0.005], [0.16, 0.085], [0.165, 0.1], [0.152, 0.1], [0.07, 0.03], [0, 0.022]], 24, 60), "safety-yellow", chain(where, at(0, -0.32, 0.96)));
  for (const x of [-0.055, 0.055]) put(m, lathe([[0.016, 0], [0.022, 0.05], [0.03, 0.06], [0, 0.065]], 12), "safe-green", chain(where, at(x, -0.32, 0.99)));
  put(m, box(0.14, 0.012, 0.1, 0.004), "safety-yellow", chain(where, at(0.22, -0.32, 1.05), turned(-30, "y")));
}

/** Foot, riser and hand valve of a water monitor on a hydrant; its head turns and is a part of its own. */
export function monitorBase(m: Model, where: Placement): void {
  put(m, box(0.7, 0.7, 0.12, 0.02), "apron-edge", chain(where, at(0, 0, 0.06)));
  put(m, lathe([[0, 0.12], [0.2, 0.12], [0.2, 0.15], [0.1, 0.16], [0.09, 0.9], [0.15, 0.92], [0.15, 0.96], [0.085, 0.97], [0.085, 1.03], [0, 1.03]], 24), "hydrant-red", where);
  boltRing(m, 0.17, 8, 0.014, 0.05, chain(where, at(0, 0, 0.15)));
  boltRing(m, 0.128, 8, 0.01, 0.07, chain(where, at(0, 0, 0.94)));
  put(m, lathe([[0.06, 0.08], [0.06, 0.2], [0.075, 0.2], [0.075, 0.24], [0, 0.245]], 18), "hydrant-red", chain(where, at(0, 0, 0.5), turned(90, "x")));
  put(m, lathe([[0.06, 0.08], [0.06, 0.2], [0.075, 0.2], [0.075, 0.24], [0, 0.245]], 18), "hydrant-red", chain(where, at(0, 0, 0.5), turned(-90, "x")));
  handwheel(m, 0.22, chain(where, at(0.2, 0, 0.72), turned(90, "y")));
  put(m, rod([0, 0, 0.72], [0.2, 0, 0.72], 0.02, 10), "chrome", where);
}

/** The turning head of a monitor, its bearing at the origin, the jet along local +y and 35 degrees up. */
export function monitorHead(m: Model, where: Placement): void {
  put(m, lathe([[0.11, -0.02], [0.11, 0.05], [0.08, 0.07]], 22), "hydrant-red", where);
  put(m, tube([[0, 0, 0.04], [0, 0, 0.22], [0, -0.22, 0.32], [0, -0.2, 0.5], [0, 0.1, 0.56]], 0.062, 16, 0.16), "hydrant-red", where);
  const jet = chain(where, at(0, 0.08, 0.555), turned(-55, "x"));
  put(m, lathe([[0.062, 0], [0.085, 0.0], [0.085, 0.03], [0.062, 0.035], [0.05, 0.55], [0.06, 0.56], [0.072, 0.6], [0.072, 0.72], [0.055, 0.73], [0.05, 0.66], [0, 0.65]], 22), "hydrant-red", jet);
  put(m, lathe([[0.073, 0.61], [0.077, 0.612], [0.077, 0.7], [0.073, 0.702]], 22), "rubber", jet);
  put(m, tube([[-0.07, -0.1, 0.42], [-0.2, -0.3, 0.45], [-0.2, -0.55, 0.45]], 0.014, 8, 0.1, true), "black", where);
  put(m, tube([[0.07, -0.1, 0.42], [0.2, -0.3, 0.45], [0.2, -0.55, 0.45]], 0.014, 8, 0.1, true), "black", where);
}

/** Inflatable-looking decontamination arch with spray bars, a catch pool and a duckboard; walk through along local y. */
export function deconShower(m: Model, where: Placement): void {
  for (const y of [-0.9, 0.9]) {
    const path: V3[] = Array.from({ length: 17 }, (_, i) => {
      const a = Math.PI * (i / 16);
      return [Math.cos(a) * 1.25, y, 0.15 + Math.sin(a) ** 0.7 * 2.25];
    });
    put(m, ribbed(path, () => 0.13, 14, true), "safety-yellow", where);
  }
  for (const [x, z] of [[-1.02, 1.6], [1.02, 1.6], [0, 2.4]] as const) put(m, rod([x, -0.95, z], [x, 0.95, z], 0.07, 12), "safety-yellow", where);
  for (const x of [-0.85, 0.85]) {
    put(m, tube([[x, -0.8, 0.4], [x, -0.8, 1.9], [x, 0.8, 1.9], [x, 0.8, 0.4]], 0.02, 8, 0.1), "stainless", where);
    for (const y of [-0.8, 0, 0.8]) for (const z of [0.8, 1.35]) {
      if (y === 0) continue;
      put(m, lathe([[0.02, 0], [0.03, 0.03], [0, 0.04]], 10), "brass", chain(where, at(x, y, z), turned(x > 0 ? -90 : 90, "y")));
    }
  }
  const rim: V3[] = [[-1.5, -1.3, 0.12], [1.5, -1.3, 0.12], [1.5, 1.3, 0.12], [-1.5, 1.3, 0.12], [-1.5, -1.3, 0.12]];
  rim.slice(1).forEach((p, i) => put(m, rod(rim[i] as V3, p, 0.12, 12), "water-blue", where));
  put(m, box(2.9, 2.5, 0.03, 0.004), "water-blue", chain(where, at(0, 0, 0.02)));
  for (let i = 0; i < 9; i++) put(m, box(1.3, 0.16, 0.04, 0.006), "pvc-grey", chain(where, at(0, -0.98 + i * 0.245, 0.1)));
  put(m, tube([[1.25, 0.9, 0.3], [1.9, 1.2, 0.04], [2.6, 0.6, 0.03], [3.2, 1.6, 0.03]], 0.03, 8, 0.5), "hose-red", where);
}

/** A level-A suit hanging from a hook at the origin, front towards local -y. */
export function hangingSuit(m: Model, where: Placement, paint: PaintName): void {
  const part = (points: readonly V3[], r: (t: number) => number, sides = 12): void => put(m, ribbed(points, r, sides, true), paint, where);
  const torso: V3[] = [[0, 0, -0.04], [0, 0, -0.16], [0, 0, -0.3], [0, 0, -0.5], [0, 0, -0.75], [0, 0, -0.9]];
  put(m, ribbed(torso, (t) => [0.03, 0.15, 0.17, 0.2, 0.23, 0.2][Math.round(t * 5)] ?? 0.2, 14, true), paint, chain(where, scaled(1.12, 0.62, 1)));
  for (const s of [-1, 1]) {
    part([[s * 0.12, 0, -0.34], [s * 0.25, 0, -0.46], [s * 0.31, -0.02, -0.78], [s * 0.32, -0.03, -1.02]], (t) => 0.085 - t * 0.03, 10);
    put(m, ribbed([[s * 0.32, -0.03, -1], [s * 0.32, -0.04, -1.1], [s * 0.315, -0.06, -1.19]], (t) => 0.045 + t * 0.006, 8, true), "black", where);
    part([[s * 0.1, 0, -0.82], [s * 0.12, 0, -1.1], [s * 0.13, 0, -1.48]], (t) => 0.125 - t * 0.045, 10);
    put(m, box(0.13, 0.28, 0.12, 0.035), "black", chain(where, at(s * 0.13, -0.07, -1.53)));
  }
  put(m, lathe([[0, 0], [0.1, 0.004], [0.12, 0.02], [0.11, 0.03]], 20, 60), "visor", chain(where, at(0, -0.105, -0.19), turned(82, "x"), scaled(1, 0.75, 1)));
  put(m, box(0.018, 0.01, 0.8, 0.003), "black", chain(where, at(0.14, -0.135, -0.62), turned(5, "y")));
  put(m, tube([[0, 0.02, -0.06], [0, 0.02, 0], [0, 0.05, 0.03], [0, 0.07, 0]], 0.006, 6, 0.03), "chrome", where);
}

/** A breathing set hung by its back plate at the origin: yellow cylinder, harness, mask. */
export function breathingSet(m: Model, where: Placement): void {
  put(m, box(0.27, 0.03, 0.56, 0.02), "black", chain(where, at(0, -0.03, -0.28)));
  put(m, lathe([[0, 0], [0.05, 0.01], [0.075, 0.05], [0.078, 0.09], [0.078, 0.44], [0.06, 0.5], [0.025, 0.53]], 20, 50), "safety-yellow", chain(where, at(0, -0.125, -0.58)));
  put(m, lathe([[0.079, 0.16], [0.0805, 0.162], [0.0805, 0.2], [0.079, 0.202]], 20), "black", chain(where, at(0, -0.125, -0.58)));
  put(m, lathe([[0.02, 0], [0.02, 0.06], [0.034, 0.065], [0.034, 0.1], [0, 0.1]], 12), "black", chain(where, at(0, -0.125, -0.58), turned(180, "x")));
  for (const s of [-1, 1]) put(m, tube([[s * 0.1, -0.04, -0.04], [s * 0.16, -0.16, -0.12], [s * 0.15, -0.17, -0.4], [s * 0.1, -0.05, -0.54]], 0.02, 8, 0.14), "fabric-black", where);
  put(m, tube([[0.05, -0.12, -0.62], [0.2, -0.18, -0.5], [0.22, -0.16, -0.16], [0.16, -0.12, 0.08]], 0.012, 8, 0.15), "rubber", where);
  const mask = chain(where, at(0.15, -0.11, 0.14));
  put(m, lathe([[0, -0.1], [0.06, -0.09], [0.085, 0], [0.075, 0.07], [0, 0.1]], 16, 70), "rubber", mask);
  put(m, lathe([[0, -0.055], [0.05, -0.045], [0.065, 0], [0.05, 0.045], [0, 0.055]], 16, 70), "visor", chain(mask, at(0, -0.035, 0.02), scaled(1.15, 0.9, 1)));
  put(m, drum(0.028, 0.05, 12), "black", chain(mask, at(0, -0.08, -0.05), turned(90, "x")));
}

/** A steel rack with hooks, its back on the wall at local y = 0: returns where the hooks are. */
export function hookRack(m: Model, where: Placement, width: number, hooks: number, hookZ: number): readonly Placement[] {
  const z = where.o[2];
  for (const s of [-1, 1]) {
    put(m, bar([s * width / 2, -0.04, -z], [s * width / 2, -0.04, hookZ + 0.24], flat(0.05, 0.05)), "steel-dark", where);
    put(m, box(0.06, 0.5, 0.04, 0.006), "steel-dark", chain(where, at(s * width / 2, -0.25, -z + 0.02)));
  }
  put(m, box(width, 0.04, 0.06, 0.006), "steel-dark", chain(where, at(0, -0.04, hookZ + 0.08)));
  put(m, box(width, 0.36, 0.025, 0.005), "panel-grey", chain(where, at(0, -0.2, hookZ + 0.24)));
  return Array.from({ length: hooks }, (_, i) => {
    const x = -width / 2 + (width * (i + 0.5)) / hooks;
    put(m, rod([x, -0.05, hookZ + 0.05], [x, -0.25, hookZ + 0.06], 0.01, 8), "chrome", where);
    return chain(where, at(x, -0.22, hookZ));
  });
}

/** A red hose coiled on a wall hook. */
export function hoseCoil(m: Model, where: Placement): void {
  put(m, tube(coil([0, -0.06, 0], [0, -1, 0], 0.22, 0.035, 4, 18), 0.026, 8, 0.02), "hose-red", where);
  put(m, box(0.1, 0.1, 0.05, 0.01), "steel-dark", chain(where, at(0, -0.05, 0.18)));
}
