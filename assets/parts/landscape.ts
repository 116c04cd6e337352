// What lies around: trees and hedges lit by rule, the fields and the village beyond the fence, the dome of the sky.
import { fbm, hash } from "../kit/noise.ts";
import { linearRgb } from "../kit/palette.ts";
import { type Model, meshOf, put } from "../kit/model.ts";
import { panel, polygons } from "../kit/shape.ts";
import { chain, cross, dot, mix, plus, times, turned, at, unit, type V3 } from "../kit/space.ts";
import { ribbed } from "../kit/sweep.ts";

type Rgb = readonly [number, number, number];
const HAZE: Rgb = [0.62, 0.72, 0.82];

export interface Daylight {
  readonly towards: V3;
  readonly sun: Rgb;
  readonly sky: Rgb;
}

/** A broad-leaved tree: trunk, limbs, and leaf cards around clumps; each card carries its own light. */
export function tree(m: Model, clear: Model, x: number, y: number, height: number, seed: number, light: Daylight): void {
  const rnd = (k: number): number => hash(seed, k, 7);
  const crown = height * 0.36;
  const fork = height - crown * 1.35;
  put(m, ribbed([[x, y, 0], [x + 0.05, y, fork * 0.5], [x + rnd(1) * 0.2 - 0.1, y + rnd(2) * 0.2 - 0.1, fork]], (t) => height * (0.028 - t * 0.011), 9), "trunk", undefined, { detail: 0.5 });
  const clumps: [V3, number][] = [];
  for (let i = 0; i < 9; i++) {
    const a = i * 2.4 + rnd(i + 10);
    const up = i / 8;
    const out = crown * (0.62 * Math.sin(Math.PI * (0.25 + up * 0.65)) * (0.75 + rnd(i + 30) * 0.4));
    const c: V3 = [x + Math.cos(a) * out, y + Math.sin(a) * out, fork + crown * (0.12 + up * 1.35)];
    clumps.push([c, crown * (0.44 + rnd(i + 50) * 0.2)]);
    if (i < 6) put(m, ribbed([[x, y, fork * 0.94], mix([x, y, fork], c, 0.55), c], (t) => height * (0.012 - t * 0.009), 5), "trunk", undefined, { detail: 0.3 });
  }
  const middle: V3 = [x, y, fork + crown * 0.6];
  let k = 100;
  for (const [c, r] of clumps) {
    for (let i = 0; i < 15; i++) {
      k += 5;
      const d = unit([rnd(k) * 2 - 1, rnd(k + 1) * 2 - 1, rnd(k + 2) * 1.7 - 0.7]);
      leafCard(clear, plus(c, times(d, r * (0.72 + rnd(k + 3) * 0.3))), d, middle, r * (0.75 + rnd(k + 4) * 0.35), crown, k, light);
    }
  }
}

function leafCard(clear: Model, p: V3, d: V3, middle: V3, size: number, crown: number, k: number, light: Daylight, veil = 0): void {
  const mesh = meshOf(clear, "foliage");
  const outward = unit(plus(times(d, 0.5), unit([p[0] - middle[0], p[1] - middle[1], p[2] - middle[2]])));
  const twist = unit([hash(k, 1, 3) - 0.5, hash(k, 2, 3) - 0.5, hash(k, 3, 3) - 0.5]);
  const face = unit(plus(outward, times(twist, 0.9)));
  const side = unit(cross(Math.abs(face[2]) < 0.95 ? [0, 0, 1] : [1, 0, 0], face));
  const up = cross(face, side);
  const depth = Math.min(1, Math.sqrt((p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2 + (p[2] - middle[2]) ** 2) / (crown * 1.1));
  const sun = Math.max(0, dot(outward, light.towards)) * 0.85 + 0.1;
  const open = (0.45 + 0.55 * (outward[2] * 0.5 + 0.5)) * (0.35 + 0.65 * depth);
  const green = linearRgb(hash(k, 4, 3) > 0.5 ? "#6f9445" : "#5d8540");
  const tint = [0, 1, 2].map((c) => veil * (HAZE[c] as number) + (1 - veil) * Math.min(1, (green[c] as number) * ((light.sun[c] as number) * sun * (0.3 + 0.7 * depth) + (light.sky[c] as number) * open))) as unknown as Rgb;
  const quadrant = Math.floor(hash(k, 5, 3) * 4);
  const [u0, v0] = [(quadrant % 2) * 0.5, Math.floor(quadrant / 2) * 0.5];
  const corner = (s: number, t: number): V3 => plus(p, plus(times(side, (s * size) / 2), times(up, (t * size) / 2)));
  const card = panel(corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1));
  card.positions.forEach((q, i) => {
    const [u, v] = card.uvs?.[i] ?? [0, 0];
    mesh.positions.push(...q);
    mesh.normals.push(...outward);
    mesh.uvs.push(u0 + u * 0.5, v0 + v * 0.5);
    mesh.colours.push(...tint);
  });
  mesh.albedos.push(...green, ...green);
  mesh.details.push(1, 1);
  const casts = veil > 0.05 || k % 3 === 0 ? 0 : 1;
  mesh.casts.push(casts, casts);
}


/** A colour seen through `metres` of summer air. */
function hazed(colour: Rgb, metres: number): Rgb {
  const t = 1 - Math.exp(-metres / 950);
  return [0, 1, 2].map((c) => (colour[c] as number) * (1 - t) + (HAZE[c] as number) * t) as unknown as Rgb;
}

/** A flat face of the far backdrop, with its light and the haze already in its colour. */
function farFace(clear: Model, corners: readonly V3[], colour: Rgb, light: Daylight): void {
  const mesh = meshOf(clear, "far");
  const shape = polygons(corners, [corners.map((_, i) => i)]);
  shape.positions.forEach((p, i) => {
    const n = shape.normals[i] as V3;
    const lit = Math.max(0, dot(n, light.towards));
    const shade = [0, 1, 2].map((c) => (colour[c] as number) * ((light.sun[c] as number) * lit + (light.sky[c] as number) * (0.6 + 0.4 * n[2]))) as unknown as Rgb;
    mesh.positions.push(...p);
    mesh.normals.push(...n);
    mesh.uvs.push(0, 0);
    mesh.colours.push(...hazed(shade, Math.sqrt(p[0] ** 2 + p[1] ** 2)));
  });
  for (let t = 0; t < shape.positions.length; t += 3) {
    mesh.albedos.push(...colour);
    mesh.details.push(0);
    mesh.casts.push(0);
  }
}

const CROPS = ["#6f8f45", "#7f9a4c", "#8aa05a", "#a59a5e", "#5f7f42", "#94a862", "#b3a46a"];

/** Fields out to the horizon as a patchwork in rings; the yard itself is left out. */
export function fields(clear: Model, hole: readonly [number, number, number, number], light: Daylight): void {
  const lines = (low: number, high: number): number[] => {
    const out = [low, high];
    for (let step = 60, a = high; a < 2600; step *= 1.22) out.push((a += step));
    for (let step = 60, a = low; a > -2600; step *= 1.22) out.push((a -= step));
    return out.sort((p, q) => p - q);
  };
  const [xs, ys] = [lines(hole[0], hole[2]), lines(hole[1], hole[3])];
  for (let i = 0; i + 1 < xs.length; i++) {
    for (let j = 0; j + 1 < ys.length; j++) {
      const [x0, x1, y0, y1] = [xs[i] as number, xs[i + 1] as number, ys[j] as number, ys[j + 1] as number];
      if (x0 >= hole[0] && x1 <= hole[2] && y0 >= hole[1] && y1 <= hole[3]) continue;
      const strips = 1 + Math.floor(hash(i, j, 5) * 3);
      const tall = hash(i, j, 6) > 0.5;
      for (let s = 0; s < strips; s++) {
        const colour = linearRgb(CROPS[Math.floor(hash(i * 7 + s, j, 9) * CROPS.length)] ?? "#6f8f45");
        const [a, b] = [s / strips, (s + 1) / strips];
        const [xa, xb, ya, yb] = tall ? [x0 + (x1 - x0) * a, x0 + (x1 - x0) * b, y0, y1] : [x0, x1, y0 + (y1 - y0) * a, y0 + (y1 - y0) * b];
        farFace(clear, [[xa, ya, -0.06], [xb, ya, -0.06], [xb, yb, -0.06], [xa, yb, -0.06]], colour, light);
      }
    }
  }
}

/** A farmhouse with a pitched tile roof. */
export function house(clear: Model, x: number, y: number, width: number, depth: number, storeys: number, yawDeg: number, tone: number, light: Daylight): void {
  const frame = chain(at(x, y, 0), turned(yawDeg, "z"));
  const p = (a: number, b: number, c: number): V3 => plus(plus([x, y, c], times(frame.x, a)), times(frame.y, b));
  const [w, d, h] = [width / 2, depth / 2, storeys * 3.1];
  const wall = linearRgb(["#e9e4d8", "#ded6c6", "#cfc6b8", "#d9dcd8"][tone % 4] ?? "#e9e4d8");
  const roof = linearRgb(["#8d5040", "#6e6f73", "#7c4a3c", "#5d6a74"][(tone >> 1) % 4] ?? "#8d5040");
  const dark = linearRgb("#4d5a63");
  const ring: [number, number][] = [[-w, -d], [w, -d], [w, d], [-w, d]];
  ring.forEach(([a, b], i) => {
    const [c, e] = ring[(i + 1) % 4] as [number, number];
    farFace(clear, [p(a, b, 0), p(c, e, 0), p(c, e, h), p(a, b, h)], wall, light);
    for (let s = 0; s < storeys; s++) {
      for (const t of [0.25, 0.7]) {
        const at2 = (f: number, z: number): V3 => {
          const q = p(a + (c - a) * f, b + (e - b) * f, z);
          return plus(q, times(unit(cross([c - a, e - b, 0], [0, 0, 1])), 0.04));
        };
        farFace(clear, [at2(t - 0.07, s * 3.1 + 1), at2(t + 0.07, s * 3.1 + 1), at2(t + 0.07, s * 3.1 + 2.4), at2(t - 0.07, s * 3.1 + 2.4)], dark, light);
      }
    }
  });
  const [e, top] = [0.5, h + depth * 0.3];
  farFace(clear, [p(-w - e, -d - e, h - 0.1), p(w + e, -d - e, h - 0.1), p(w + e, 0, top), p(-w - e, 0, top)], roof, light);
  farFace(clear, [p(w + e, d + e, h - 0.1), p(-w - e, d + e, h - 0.1), p(-w - e, 0, top), p(w + e, 0, top)], roof, light);
  farFace(clear, [p(w, -d, h), p(w, d, h), p(w, 0, top)], wall, light);
  farFace(clear, [p(-w, d, h), p(-w, -d, h), p(-w, 0, top)], wall, light);
}

/** A far tree: a handful of large leaf cards, already seen through the haze. */
export function farTree(clear: Model, x: number, y: number, height: number, seed: number, light: Daylight): void {
  const crown = height * 0.42;
  const middle: V3 = [x, y, height * 0.56];
  const veil = 1 - Math.exp(-Math.sqrt(x * x + y * y) / 950);
  for (let i = 0; i < 18; i++) {
    const k = seed * 131 + i * 7;
    const d = unit([hash(k, 1, 5) * 2 - 1, hash(k, 2, 5) * 2 - 1, hash(k, 3, 5) * 2.2 - 1]);
    const p = plus(middle, [d[0] * crown * 0.5, d[1] * crown * 0.5, d[2] * crown * 0.72]);
    leafCard(clear, p, d, middle, crown * (0.85 + hash(k, 4, 5) * 0.4), crown, k, light, veil);
  }
}

/** Rolling hills on the horizon, one closed ribbon. */
export function hills(clear: Model, radius: number, light: Daylight): void {
  const n = 96;
  const edge = (i: number): [V3, V3] => {
    const a = (i / n) * 2 * Math.PI;
    const h = 30 + 150 * fbm((i % n) / n, 0.3, 7, 11, 4) ** 1.6;
    const [x, y] = [Math.cos(a) * radius, Math.sin(a) * radius];
    return [[x, y, -5], [x * 1.03, y * 1.03, h]];
  };
  for (let i = 0; i < n; i++) {
    const [[a, b], [c, d]] = [edge(i), edge(i + 1)];
    farFace(clear, [c, a, b, d], linearRgb("#5b7a52"), light);
  }
}

/** The dome that carries the sky picture, seen from inside. */
export function skyDome(clear: Model, radius: number): void {
  const mesh = meshOf(clear, "sky");
  const [columns, rows] = [48, 14];
  const point = (i: number, j: number): V3 => {
    const [a, e] = [(i / columns) * 2 * Math.PI, (j / rows) * (Math.PI / 2) - 0.06];
    return [Math.cos(a) * Math.cos(e) * radius, Math.sin(a) * Math.cos(e) * radius, Math.sin(e) * radius];
  };
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const quad: [number, number][] = [[i, j], [i, j + 1], [i + 1, j + 1], [i, j], [i + 1, j + 1], [i + 1, j]];
      for (const [a, b] of quad) {
        const p = point(a, b);
        mesh.positions.push(...p);
        mesh.normals.push(...times(unit(p), -1));
        mesh.uvs.push(1 - a / columns, 1 - b / rows);
        mesh.colours.push(1, 1, 1);
      }
      for (let t = 0; t < 2; t++) {
        mesh.albedos.push(0, 0, 0);
        mesh.details.push(0);
        mesh.casts.push(0);
      }
    }
  }
}
