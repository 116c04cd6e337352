// Triangle soups with normals from polygons: the raw shapes that parts are put together from.
import { cross, dot, length, minus, plus, unit, type V3 } from "./space.ts";

export interface Shape {
  readonly positions: readonly V3[];
  readonly normals: readonly V3[];
  readonly uvs?: readonly (readonly [number, number])[];
}

export type Profile = readonly (readonly [radius: number, height: number])[];

interface Corner {
  readonly key: string;
  readonly normal: V3;
  readonly area: number;
}

const keyOf = (p: V3): string => `${Math.round(p[0] * 2e4)},${Math.round(p[1] * 2e4)},${Math.round(p[2] * 2e4)}`;

/** Convex polygons to triangles; edges sharper than the crease angle stay sharp. */
export function polygons(points: readonly V3[], faces: readonly (readonly number[])[], creaseDeg = 40): Shape {
  const positions: V3[] = [];
  const corners: Corner[] = [];
  const around = new Map<string, Corner[]>();
  for (const face of faces) {
    const corner = face.map((i) => points[i] as V3);
    for (let i = 1; i + 1 < corner.length; i++) {
      const [a, b, c] = [corner[0] as V3, corner[i] as V3, corner[i + 1] as V3];
      const n = cross(minus(b, a), minus(c, a));
      const area = length(n);
      if (area < 1e-9) continue;
      for (const p of [a, b, c]) {
        const entry = { key: keyOf(p), normal: unit(n), area };
        positions.push(p);
        corners.push(entry);
        const shared = around.get(entry.key);
        if (shared) shared.push(entry);
        else around.set(entry.key, [entry]);
      }
    }
  }
  const limit = Math.cos((creaseDeg * Math.PI) / 180) - 1e-6;
  const normals = corners.map((corner) => {
    let sum: V3 = [0, 0, 0];
    for (const other of around.get(corner.key) ?? []) {
      if (dot(other.normal, corner.normal) < limit) continue;
      sum = plus(sum, [other.normal[0] * other.area, other.normal[1] * other.area, other.normal[2] * other.area]);
    }
    return unit(sum);
  });
  return { positions, normals };
}

/** One flat four-cornered face, seen counter-clockwise, with the whole picture on it. */
export function panel(a: V3, b: V3, c: V3, d: V3): Shape {
  const n = unit(cross(minus(b, a), minus(d, a)));
  const uvs = [
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 1],
    [1, 0],
    [0, 0],
  ] as const;
  return { positions: [a, b, c, a, c, d], normals: [n, n, n, n, n, n], uvs };
}

/** A plain box around the origin. */
export function block(sx: number, sy: number, sz: number): Shape {
  return boxWith(sx, sy, sz, 0);
}

/** A box with softened edges: faces keep their normals, the chamfer carries the turn between them. */
export function box(sx: number, sy: number, sz: number, edge = 0.008): Shape {
  return boxWith(sx, sy, sz, Math.min(edge, sx * 0.24, sy * 0.24, sz * 0.24));
}

function boxWith(sx: number, sy: number, sz: number, edge: number): Shape {
  const positions: V3[] = [];
  const normals: V3[] = [];
  const half: V3 = [sx / 2, sy / 2, sz / 2];
  const axisOf = (axis: number, sign: number): V3 => [0, 1, 2].map((k) => (k === axis ? sign : 0)) as unknown as V3;
  const corner = (axis: number, signs: V3): V3 =>
    signs.map((s, k) => s * ((half[k] as number) - (k === axis ? 0 : edge))) as unknown as V3;
  const add = (list: readonly (readonly [V3, V3])[], outward: V3): void => {
    const [p, q, r] = [list[0]?.[0] as V3, list[1]?.[0] as V3, list[2]?.[0] as V3];
    const ordered = dot(cross(minus(q, p), minus(r, p)), outward) > 0 ? list : [...list].reverse();
    for (let i = 1; i + 1 < ordered.length; i++) {
      for (const k of [0, i, i + 1]) {
        positions.push(ordered[k]?.[0] as V3);
        normals.push(ordered[k]?.[1] as V3);
      }
    }
  };
  const SIGNS = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  for (const axis of [0, 1, 2]) {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
    for (const sign of [-1, 1]) {
      const normal = axisOf(axis, sign);
      add(
        SIGNS.map(([su, sv]) => [corner(axis, withSigns(axis, sign, u, su, v, sv)), normal] as const),
        normal,
      );
    }
    if (edge <= 0) continue;
    for (const [su, sv] of SIGNS) {
      const [nu, nv] = [axisOf(u, su), axisOf(v, sv)];
      const [low, high] = [withSigns(axis, -1, u, su, v, sv), withSigns(axis, 1, u, su, v, sv)];
      add(
        [
          [corner(u, low), nu],
          [corner(u, high), nu],
          [corner(v, high), nv],
          [corner(v, low), nv],
        ],
        plus(nu, nv),
      );
    }
  }
  if (edge > 0) {
    for (const s of [-1, 1]) {
      for (const [t, w] of SIGNS) {
        const signs: V3 = [s, t, w];
        add(
          [0, 1, 2].map((axis) => [corner(axis, signs), axisOf(axis, signs[axis] as number)] as const),
          signs,
        );
      }
    }
  }
  return { positions, normals };
}

function withSigns(axis: number, sign: number, u: number, su: number, v: number, sv: number): V3 {
  const out = [0, 0, 0];
  out[axis] = sign;
  out[u] = su;
  out[v] = sv;
  return out as unknown as V3;
}

/** A turned body around z; profile points from bottom to top. */
export function lathe(profile: Profile, sides = 20, creaseDeg = 40): Shape {
  const points: V3[] = [];
  for (let i = 0; i < sides; i++) {
    const a = (2 * Math.PI * i) / sides;
    for (const [r, h] of profile) points.push([r * Math.cos(a), r * Math.sin(a), h]);
  }
  const m = profile.length;
  const faces: number[][] = [];
  for (let j = 0; j + 1 < m; j++) {
    for (let i = 0; i < sides; i++) {
      const k = (i + 1) % sides;
      faces.push([i * m + j, k * m + j, k * m + j + 1, i * m + j + 1]);
    }
  }
  return polygons(points, faces, creaseDeg);
}

/** An upright closed cylinder standing on the origin. */
export const drum = (r: number, h: number, sides = 16): Shape =>
  lathe(
    [
      [0, 0],
      [r, 0],
      [r, h],
      [0, h],
    ],
    sides,
  );

export function torus(ring: number, r: number, segments = 28, sides = 8): Shape {
  const points: V3[] = [];
  const faces: number[][] = [];
  for (let i = 0; i < segments; i++) {
    const a = (2 * Math.PI * i) / segments;
    for (let j = 0; j < sides; j++) {
      const b = (2 * Math.PI * j) / sides;
      const d = ring + r * Math.cos(b);
      points.push([d * Math.cos(a), d * Math.sin(a), r * Math.sin(b)]);
      const [ni, nj] = [(i + 1) % segments, (j + 1) % sides];
      faces.push([i * sides + j, ni * sides + j, ni * sides + nj, i * sides + nj]);
    }
  }
  return polygons(points, faces, 80);
}

/** A flat outline (counter-clockwise, convex pieces allowed by fan) raised along z. */
export function prism(outline: readonly (readonly [number, number])[], height: number, creaseDeg = 30): Shape {
  const n = outline.length;
  const points: V3[] = [
    ...outline.map(([x, y]) => [x, y, 0] as const),
    ...outline.map(([x, y]) => [x, y, height] as const),
  ];
  const faces = outline.map((_, i) => [i, (i + 1) % n, ((i + 1) % n) + n, i + n]);
  const cap = outline.map((_, i) => i);
  return polygons(points, [...faces, [...cap].reverse(), cap.map((i) => i + n)], creaseDeg);
}
