import { expect, test } from "vitest";
import { buildBvh, type Hit, tracer } from "./bvh.ts";
import { hash } from "./noise.ts";
import { cross, dot, minus, type V3 } from "./space.ts";

const FACES = 400;
const soup = Float32Array.from({ length: FACES * 9 }, (_, i) => {
  const face = Math.floor(i / 9);
  return (hash(face, i % 3, 1) - 0.5) * 10 + (hash(face, (i % 9) + 10, 2) - 0.5) * 4;
});
const corner = (face: number, k: number): V3 => [0, 1, 2].map((j) => soup[face * 9 + k * 3 + j]) as unknown as V3;

/** Every face tried in turn, by the plane first and the three edges after: nothing shared with the tree. */
function nearest(origin: V3, way: V3): { face: number; t: number } | undefined {
  let best: { face: number; t: number } | undefined;
  for (let face = 0; face < FACES; face++) {
    const [a, b, c] = [corner(face, 0), corner(face, 1), corner(face, 2)];
    const n = cross(minus(b, a), minus(c, a));
    const t = dot(n, minus(a, origin)) / dot(n, way);
    if (!(t > 1e-5) || (best && t >= best.t)) continue;
    const p: V3 = [origin[0] + way[0] * t, origin[1] + way[1] * t, origin[2] + way[2] * t];
    const inside = [
      [a, b],
      [b, c],
      [c, a],
    ].every(([u, v]) => dot(n, cross(minus(v as V3, u as V3), minus(p, u as V3))) >= 0);
    if (inside) best = { face, t };
  }
  return best;
}

test("the tree finds the same face as trying every face", () => {
  const hit: Hit = { face: -1, t: 0, u: 0, v: 0 };
  const trace = tracer(buildBvh(soup), hit);
  let met = 0;
  for (let i = 0; i < 500; i++) {
    const origin: V3 = [hash(i, 1, 5) * 16 - 8, hash(i, 2, 5) * 16 - 8, hash(i, 3, 5) * 16 - 8];
    const way: V3 = [hash(i, 4, 5) - 0.5, hash(i, 5, 5) - 0.5, hash(i, 6, 5) - 0.5];
    const truth = nearest(origin, way);
    const found = trace(...origin, ...way, 1e6, false);
    expect(found).toBe(truth !== undefined);
    expect(trace(...origin, ...way, 1e6, true)).toBe(truth !== undefined);
    if (!truth) continue;
    met++;
    trace(...origin, ...way, 1e6, false);
    expect(hit.face).toBe(truth.face);
    expect(hit.t).toBeCloseTo(truth.t, 3);
  }
  expect(met).toBeGreaterThan(50);
});
