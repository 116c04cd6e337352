// What lies around: trees and hedges lit by rule, the fields and the village beyond the fence, the dome of the sky.
import type { Daylight } from "../kit/bake.ts";
import { type Model, meshOf } from "../kit/model.ts";
import { fbm, hash } from "../kit/noise.ts";
import { linearRgb } from "../kit/palette.ts";
import { polygons } from "../kit/shape.ts";
import { at, chain, cross, dot, plus, times, turned, unit, type V3 } from "../kit/space.ts";

type Rgb = readonly [number, number, number];

const HAZE: Rgb = [0.62, 0.72, 0.82];

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
    const shade = [0, 1, 2].map(
      (c) => (colour[c] as number) * ((light.sun[c] as number) * lit + (light.sky[c] as number) * (0.6 + 0.4 * n[2])),
    ) as unknown as Rgb;
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
    for (let step = 60, a = high; a < 2600; step *= 1.22) {
      a += step;
      out.push(a);
    }
    for (let step = 60, a = low; a > -2600; step *= 1.22) {
      a -= step;
      out.push(a);
    }
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
        const [xa, xb, ya, yb] = tall
          ? [x0 + (x1 - x0) * a, x0 + (x1 - x0) * b, y0, y1]
          : [x0, x1, y0 + (y1 - y0) * a, y0 + (y1 - y0) * b];
        farFace(
          clear,
          [
            [xa, ya, -0.06],
            [xb, ya, -0.06],
            [xb, yb, -0.06],
            [xa, yb, -0.06],
          ],
          colour,
          light,
        );
      }
    }
  }
}

/** A farmhouse with a pitched tile roof. */
export function house(
  clear: Model,
  x: number,
  y: number,
  width: number,
  depth: number,
  storeys: number,
  yawDeg: number,
  tone: number,
  light: Daylight,
): void {
  const frame = chain(at(x, y, 0), turned(yawDeg, "z"));
  const p = (a: number, b: number, c: number): V3 => plus(plus([x, y, c], times(frame.x, a)), times(frame.y, b));
  const [w, d, h] = [width / 2, depth / 2, storeys * 3.1];
  const wall = linearRgb(["#e9e4d8", "#ded6c6", "#cfc6b8", "#d9dcd8"][tone % 4] ?? "#e9e4d8");
  const roof = linearRgb(["#8d5040", "#6e6f73", "#7c4a3c", "#5d6a74"][(tone >> 1) % 4] ?? "#8d5040");
  const dark = linearRgb("#4d5a63");
  const ring: [number, number][] = [
    [-w, -d],
    [w, -d],
    [w, d],
    [-w, d],
  ];
  ring.forEach(([a, b], i) => {
    const [c, e] = ring[(i + 1) % 4] as [number, number];
    farFace(clear, [p(a, b, 0), p(c, e, 0), p(c, e, h), p(a, b, h)], wall, light);
    for (let s = 0; s < storeys; s++) {
      for (const t of [0.25, 0.7]) {
        const at2 = (f: number, z: number): V3 => {
          const q = p(a + (c - a) * f, b + (e - b) * f, z);
          return plus(q, times(unit(cross([c - a, e - b, 0], [0, 0, 1])), 0.04));
        };
        farFace(
          clear,
          [
            at2(t - 0.07, s * 3.1 + 1),
            at2(t + 0.07, s * 3.1 + 1),
            at2(t + 0.07, s * 3.1 + 2.4),
            at2(t - 0.07, s * 3.1 + 2.4),
          ],
          dark,
          light,
        );
      }
    }
  });
  const [e, top] = [0.5, h + depth * 0.3];
  farFace(
    clear,
    [p(-w - e, -d - e, h - 0.1), p(w + e, -d - e, h - 0.1), p(w + e, 0, top), p(-w - e, 0, top)],
    roof,
    light,
  );
  farFace(
    clear,
    [p(w + e, d + e, h - 0.1), p(-w - e, d + e, h - 0.1), p(-w - e, 0, top), p(w + e, 0, top)],
    roof,
    light,
  );
  farFace(clear, [p(w, -d, h), p(w, d, h), p(w, 0, top)], wall, light);
  farFace(clear, [p(-w, d, h), p(-w, -d, h), p(-w, 0, top)], wall, light);
}

/** Rolling hills on the horizon, one closed ribbon. */
export function hills(clear: Model, radius: number, light: Daylight): void {
  const n = 96;
  const edge = (i: number): [V3, V3] => {
    const a = (i / n) * 2 * Math.PI;
    const h = 30 + 150 * fbm((i % n) / n, 0.3, 7, 11, 4) ** 1.6;
    const [x, y] = [Math.cos(a) * radius, Math.sin(a) * radius];
    return [
      [x, y, -5],
      [x * 1.03, y * 1.03, h],
    ];
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
      const quad: [number, number][] = [
        [i, j],
        [i, j + 1],
        [i + 1, j + 1],
        [i, j],
        [i + 1, j + 1],
        [i + 1, j],
      ];
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
