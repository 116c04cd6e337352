// What a baking thread works from, and the light that falls on one texel of it.
import { type Bvh, type Hit, tracer } from "./bvh.ts";
import { hash } from "./noise.ts";
import type { RectLight } from "./stage.ts";

export interface BakeJob {
  readonly bvh: Bvh;
  /** Per face of the soup: reflected colour, and three light-map corners (or -1 where this map has no place for it). */
  readonly albedos: Float32Array;
  readonly faceUvs: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Lit texels: index in the map, place and normal. */
  readonly texels: Int32Array;
  readonly places: Float32Array;
  readonly normals: Float32Array;
  readonly lights: readonly RectLight[];
  readonly sunTowards: readonly [number, number, number];
  readonly sun: readonly [number, number, number];
  readonly sky: readonly [number, number, number];
  /** True where rays that meet nothing meet the sky; rooms get theirs through their windows instead. */
  readonly outdoors: boolean;
  readonly lightSamples: number;
  readonly gatherSamples: number;
  /** One picture per pass, linear: direct light, then each bounce. */
  readonly passes: readonly Float32Array[];
}

const get = (list: ArrayLike<number>, i: number): number => list[i] as number;
const OUTSIDE_GLOW = 0.5;

export function lighter(job: BakeJob): (texel: number, pass: number) => void {
  const hit: Hit = { face: 0, t: 0, u: 0, v: 0 };
  const trace = tracer(job.bvh, hit);
  const sum = [0, 0, 0];
  const add = (r: number, g: number, b: number): void => {
    sum[0] = get(sum, 0) + r;
    sum[1] = get(sum, 1) + g;
    sum[2] = get(sum, 2) + b;
  };

  const sunlight = (x: number, y: number, z: number, nx: number, ny: number, nz: number, seed: number): void => {
    const [sx, sy, sz] = job.sunTowards;
    const facing = nx * sx + ny * sy + nz * sz;
    if (facing <= 0) return;
    const n = job.outdoors ? 6 : 4;
    let seen = 0;
    for (let i = 0; i < n; i++) {
      const [a, b, c] = [hash(seed, i, 71) - 0.5, hash(seed, i, 72) - 0.5, hash(seed, i, 73) - 0.5];
      if (!trace(x, y, z, sx + a * 0.022, sy + b * 0.022, sz + c * 0.022, 400, true)) seen++;
    }
    const k = (facing * seen) / n;
    add(job.sun[0] * k, job.sun[1] * k, job.sun[2] * k);
  };

  const lamplight = (
    light: RectLight,
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    seed: number,
  ): void => {
    const side = Math.max(1, Math.round(Math.sqrt(job.lightSamples)));
    const [c, u, v, m] = [light.centre, light.u, light.v, light.normal];
    const area = 4 * Math.sqrt(u[0] ** 2 + u[1] ** 2 + u[2] ** 2) * Math.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2);
    let total = 0;
    for (let i = 0; i < side; i++) {
      for (let j = 0; j < side; j++) {
        const a = ((i + hash(seed, i * side + j, 11)) / side) * 2 - 1;
        const b = ((j + hash(seed, i * side + j, 12)) / side) * 2 - 1;
        const [dx, dy, dz] = [
          c[0] + u[0] * a + v[0] * b - x,
          c[1] + u[1] * a + v[1] * b - y,
          c[2] + u[2] * a + v[2] * b - z,
        ];
        const d2 = dx * dx + dy * dy + dz * dz;
        const d = Math.sqrt(d2);
        const here = (nx * dx + ny * dy + nz * dz) / d;
        const there = -(m[0] * dx + m[1] * dy + m[2] * dz) / d;
        if (here <= 0 || there <= 0) continue;
        if (trace(x, y, z, dx / d, dy / d, dz / d, d - 0.01, true)) continue;
        total += (here * there * area) / (Math.PI * Math.max(d2, 0.02));
      }
    }
    const k = total / (side * side);
    add(light.radiance[0] * k, light.radiance[1] * k, light.radiance[2] * k);
  };

  const skyGlow = (dx: number, dy: number, dz: number, k: number): void => {
    if (dz < 0) {
      add(0.1 * k, 0.11 * k, 0.08 * k);
      return;
    }
    const [sx, sy, sz] = job.sunTowards;
    const near = Math.max(0, dx * sx + dy * sy + dz * sz) ** 8;
    const pale = (1 - dz) ** 3;
    add(
      job.sky[0] * (0.85 + pale * 0.5 + near * 1.4) * k,
      job.sky[1] * (0.9 + pale * 0.3 + near * 1.1) * k,
      job.sky[2] * (0.98 + pale * 0.05 + near * 0.7) * k,
    );
  };

  const bounced = (k: number, before: Float32Array | undefined): void => {
    const f = hit.face * 6;
    const u0 = get(job.faceUvs, f);
    const w = 1 - hit.u - hit.v;
    const [r, g, b] = [
      get(job.albedos, hit.face * 3),
      get(job.albedos, hit.face * 3 + 1),
      get(job.albedos, hit.face * 3 + 2),
    ];
    if (u0 < 0) {
      if (job.outdoors) add(r * OUTSIDE_GLOW * k, g * OUTSIDE_GLOW * k, b * OUTSIDE_GLOW * k);
      return;
    }
    if (!before) return;
    const u = u0 * w + get(job.faceUvs, f + 2) * hit.u + get(job.faceUvs, f + 4) * hit.v;
    const v = get(job.faceUvs, f + 1) * w + get(job.faceUvs, f + 3) * hit.u + get(job.faceUvs, f + 5) * hit.v;
    const px = Math.min(job.width - 1, Math.floor(u * job.width));
    const py = Math.min(job.height - 1, Math.floor(v * job.height));
    const q = (py * job.width + px) * 3;
    add(get(before, q) * r * k, get(before, q + 1) * g * k, get(before, q + 2) * b * k);
  };

  const gather = (
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    seed: number,
    pass: number,
  ): void => {
    const n = job.gatherSamples;
    const flip = nz < 0 ? -1 : 1;
    const a = -1 / (flip + nz);
    const b = nx * ny * a;
    const [tx, ty, tz] = [1 + flip * nx * nx * a, flip * b, -flip * nx];
    const [bx, by, bz] = [b, flip + ny * ny * a, -ny];
    const before = job.passes[pass - 1];
    const spin = hash(seed, pass, 21);
    for (let i = 0; i < n; i++) {
      const turn = 2 * Math.PI * ((i * 0.6180339887 + spin) % 1);
      const r2 = (i + hash(seed, i, 22 + pass)) / n;
      const [r, up] = [Math.sqrt(r2), Math.sqrt(1 - r2)];
      const [p, q] = [Math.cos(turn) * r, Math.sin(turn) * r];
      const dx = tx * p + bx * q + nx * up;
      const dy = ty * p + by * q + ny * up;
      const dz = tz * p + bz * q + nz * up;
      if (trace(x, y, z, dx, dy, dz, 400, false)) bounced(1 / n, before);
      else if (job.outdoors && pass === 1) skyGlow(dx, dy, dz, 1 / n);
    }
  };

  return (texel, pass) => {
    sum.fill(0);
    const [nx, ny, nz] = [
      get(job.normals, texel * 3),
      get(job.normals, texel * 3 + 1),
      get(job.normals, texel * 3 + 2),
    ];
    const off = 0.004;
    const [x, y, z] = [
      get(job.places, texel * 3) + nx * off,
      get(job.places, texel * 3 + 1) + ny * off,
      get(job.places, texel * 3 + 2) + nz * off,
    ];
    if (pass === 0) {
      sunlight(x, y, z, nx, ny, nz, texel);
      for (const [i, light] of job.lights.entries()) lamplight(light, x, y, z, nx, ny, nz, texel * 31 + i);
    } else gather(x, y, z, nx, ny, nz, texel, pass);
    const into = job.passes[pass] as Float32Array;
    const at = get(job.texels, texel) * 3;
    for (let k = 0; k < 3; k++) into[at + k] = get(sum, k);
  };
}
