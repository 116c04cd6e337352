// Quiets the grain of baked light without crossing edges, and grows islands so that filtering never reads the dark.
import type { Cover } from "./texels.ts";

const get = (list: ArrayLike<number>, i: number): number => list[i] as number;

/** A blur that only mixes texels of the same plane and neighbourhood; `radius` in texels. */
export function smoothed(
  light: Float32Array,
  cover: Cover,
  width: number,
  height: number,
  radius: number,
): Float32Array {
  let from = light;
  for (const step of radius > 1 ? [1, 2] : [1]) {
    const to = new Float32Array(from.length);
    const reach = Math.min(2, radius);
    for (let i = 0; i < cover.texels.length; i++) {
      const index = get(cover.texels, i);
      const [x, y] = [index % width, Math.floor(index / width)];
      let [r, g, b, weight] = [0, 0, 0, 0];
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) {
          const [px, py] = [x + dx * step, y + dy * step];
          if (px < 0 || py < 0 || px >= width || py >= height) continue;
          const other = get(cover.entry, py * width + px);
          if (other < 0) continue;
          const w = likeness(cover, i, other) * Math.exp(-(dx * dx + dy * dy) / (reach * reach + 0.5));
          if (w < 0.01) continue;
          const q = (py * width + px) * 3;
          r += get(from, q) * w;
          g += get(from, q + 1) * w;
          b += get(from, q + 2) * w;
          weight += w;
        }
      }
      const k = weight > 0 ? 1 / weight : 0;
      to[index * 3] = r * k;
      to[index * 3 + 1] = g * k;
      to[index * 3 + 2] = b * k;
    }
    from = to;
  }
  return from;
}

function likeness(cover: Cover, a: number, b: number): number {
  const { normals: n, places: p } = cover;
  const same =
    get(n, a * 3) * get(n, b * 3) + get(n, a * 3 + 1) * get(n, b * 3 + 1) + get(n, a * 3 + 2) * get(n, b * 3 + 2);
  if (same < 0.6) return 0;
  const [dx, dy, dz] = [
    get(p, a * 3) - get(p, b * 3),
    get(p, a * 3 + 1) - get(p, b * 3 + 1),
    get(p, a * 3 + 2) - get(p, b * 3 + 2),
  ];
  const off = dx * get(n, a * 3) + dy * get(n, a * 3 + 1) + dz * get(n, a * 3 + 2);
  const far = dx * dx + dy * dy + dz * dz;
  return same ** 6 * Math.exp(-Math.abs(off) * 40) * (far > 1 ? 0 : 1);
}

/** Fills the empty texels around islands from their lit neighbours, a few rings deep. */
export function spread(light: Float32Array, cover: Cover, width: number, height: number, rings = 4): void {
  const full = Uint8Array.from(cover.entry, (e) => (e >= 0 ? 1 : 0));
  for (let ring = 0; ring < rings; ring++) {
    const fresh: number[] = [];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const index = y * width + x;
        if (full[index]) continue;
        let [r, g, b, n] = [0, 0, 0, 0];
        for (let k = 0; k < 9; k++) {
          const [px, py] = [x + (k % 3) - 1, y + Math.floor(k / 3) - 1];
          if (px < 0 || py < 0 || px >= width || py >= height || !full[py * width + px]) continue;
          const q = (py * width + px) * 3;
          r += get(light, q);
          g += get(light, q + 1);
          b += get(light, q + 2);
          n++;
        }
        if (!n) continue;
        light[index * 3] = r / n;
        light[index * 3 + 1] = g / n;
        light[index * 3 + 2] = b / n;
        fresh.push(index);
      }
    }
    for (const index of fresh) full[index] = 1;
  }
}
