// Paints a figure's texture page: each texel is carried back to its point on the body, coloured there, and shaded by
// how much sky that point can see; four samples make a final texel.
import sharp from "sharp";
import type { Unwrapped } from "./atlas.ts";
import type { Field, Vec3 } from "./field.ts";
import type { Part } from "./part.ts";
import { normalOf } from "./surface.ts";

export type Page = { readonly colour: Uint8Array; readonly surface: Uint8Array | null };

const REACHES_M = [0.006, 0.02, 0.06] as const;
const STRENGTHS = [0.2, 0.25, 0.3] as const;

const skyAt = (solid: Field, at: Vec3, n: Vec3): number => {
  let sky = 1;
  REACHES_M.forEach((reach, i) => {
    const free = solid(at[0] + n[0] * reach, at[1] + n[1] * reach, at[2] + n[2] * reach);
    sky -= (STRENGTHS[i] ?? 0) * (1 - Math.max(0, Math.min(1, free / reach)));
  });
  return sky * (0.93 + 0.07 * n[1]);
};

type Corner = { readonly u: number; readonly v: number; readonly at: Vec3 };

const cornerOf = (mesh: Unwrapped, index: number, scale: number): Corner => ({
  u: (mesh.uvs[index * 2] ?? 0) * scale,
  v: (mesh.uvs[index * 2 + 1] ?? 0) * scale,
  at: [mesh.positions[index * 3] ?? 0, mesh.positions[index * 3 + 1] ?? 0, mesh.positions[index * 3 + 2] ?? 0],
});

/** Visits the texels of a triangle, and half a texel around it so that no seam shows. */
const eachTexel = (
  [a, b, c]: readonly [Corner, Corner, Corner],
  size: number,
  visit: (texel: number, at: Vec3) => void,
): void => {
  const area = (b.u - a.u) * (c.v - a.v) - (c.u - a.u) * (b.v - a.v);
  if (Math.abs(area) < 1e-9) return;
  const low = (p: number, q: number, r: number): number => Math.max(0, Math.floor(Math.min(p, q, r) - 1));
  const high = (p: number, q: number, r: number): number => Math.min(size - 1, Math.ceil(Math.max(p, q, r) + 1));
  const slack = Math.max(Math.hypot(b.u - a.u, b.v - a.v), Math.hypot(c.u - a.u, c.v - a.v)) / Math.abs(area);
  for (let y = low(a.v, b.v, c.v); y <= high(a.v, b.v, c.v); y++)
    for (let x = low(a.u, b.u, c.u); x <= high(a.u, b.u, c.u); x++) {
      const u = x + 0.5;
      const v = y + 0.5;
      const wb = ((u - a.u) * (c.v - a.v) - (c.u - a.u) * (v - a.v)) / area;
      const wc = ((b.u - a.u) * (v - a.v) - (u - a.u) * (b.v - a.v)) / area;
      const wa = 1 - wb - wc;
      if (Math.min(wa, wb, wc) < -Math.min(0.5, slack)) continue;
      const blend = (axis: 0 | 1 | 2): number => a.at[axis] * wa + b.at[axis] * wb + c.at[axis] * wc;
      visit(y * size + x, [blend(0), blend(1), blend(2)]);
    }
};

const bleed = (pixels: Uint8Array, filled: Uint8Array, size: number): void => {
  for (let round = 0; round < 10; round++) {
    const before = filled.slice();
    for (let i = 0; i < size * size; i++) {
      if (before[i]) continue;
      const x = i % size;
      const near = [x > 0 ? i - 1 : -1, x + 1 < size ? i + 1 : -1, i - size, i + size];
      const from = near.find((j) => j >= 0 && j < size * size && before[j]);
      if (from === undefined) continue;
      pixels.copyWithin(i * 3, from * 3, from * 3 + 3);
      filled[i] = 1;
    }
  }
};

export const bake = async (
  mesh: Unwrapped,
  page: number,
  parts: readonly Part[],
  solid: Field,
  finalSize: number,
): Promise<Page> => {
  const size = finalSize * 2;
  const colour = new Uint8Array(size * size * 3).fill(96);
  const surface = new Uint8Array(size * size * 3).fill(200);
  const filled = new Uint8Array(size * size);
  const scale = size / page;
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const [ia, ib, ic] = [mesh.indices[i] ?? 0, mesh.indices[i + 1] ?? 0, mesh.indices[i + 2] ?? 0];
    const part = parts[mesh.partOf[ia] ?? 0];
    if (!part) continue;
    const corners = [cornerOf(mesh, ia, scale), cornerOf(mesh, ib, scale), cornerOf(mesh, ic, scale)] as const;
    eachTexel(corners, size, (texel, rough) => {
      const n = normalOf(part.shape, ...rough);
      const depth = Math.max(-0.02, Math.min(0.02, part.shape(...rough)));
      const at: Vec3 = [rough[0] - n[0] * depth, rough[1] - n[1] * depth, rough[2] - n[2] * depth];
      const sky = skyAt(solid, at, n);
      const rgb = part.paint(at, n);
      for (let k = 0; k < 3; k++) {
        const value = (rgb[k] ?? 0) * sky ** (k === 0 ? 0.9 : 1);
        colour[texel * 3 + k] = Math.max(0, Math.min(255, Math.round(value * 255)));
      }
      const roughness = typeof part.roughness === "number" ? part.roughness : part.roughness(at);
      surface[texel * 3] = 255;
      surface[texel * 3 + 1] = Math.round(roughness * 255);
      surface[texel * 3 + 2] = Math.round((part.metalness ?? 0) * 255);
      filled[texel] = 1;
    });
  }
  bleed(colour, filled.slice(), size);
  bleed(surface, filled, size);
  const raw = { raw: { width: size, height: size, channels: 3 as const } };
  const half = { kernel: "cubic" as const };
  const matt = parts.every((part) => typeof part.roughness === "number" && part.roughness > 0.6);
  const small = sharp(surface, raw).resize(finalSize / 2, finalSize / 2, half);
  return {
    colour: await sharp(colour, raw)
      .resize(finalSize, finalSize, half)
      .webp({ quality: 66, smartSubsample: true, effort: 6 })
      .toBuffer(),
    surface: matt ? null : await small.webp({ quality: 60, effort: 6 }).toBuffer(),
  };
};
