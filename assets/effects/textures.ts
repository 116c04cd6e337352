// Paints the effect textures: smoke puffs from layered noise, a streak of spray, the ring of a drop.
import sharp from "sharp";
import { smoothstep } from "../people/field.ts";
import { type Built, mipped, record } from "../people/output.ts";
import { RIPPLE, SMOKE, SPRAY } from "./sprites.ts";

type Texel = readonly [grey: number, alpha: number];
type Page = { readonly file: string; readonly widthPx: number; readonly heightPx: number };

const hash = (x: number, y: number, seed: number): number => {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2246822519);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
};

const valueNoise = (x: number, y: number, seed: number): number => {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [smoothstep(0, 1, x - i), smoothstep(0, 1, y - j)];
  const top = hash(i, j, seed) * (1 - u) + hash(i + 1, j, seed) * u;
  const bottom = hash(i, j + 1, seed) * (1 - u) + hash(i + 1, j + 1, seed) * u;
  return top * (1 - v) + bottom * v;
};

/** Layered noise around 0.5. */
const cloud = (x: number, y: number, seed: number, layers: number): number => {
  let sum = 0;
  let weight = 0;
  for (let layer = 0; layer < layers; layer++) {
    const gain = 0.52 ** layer;
    sum += valueNoise(x * 2 ** layer, y * 2 ** layer, seed + layer) * gain;
    weight += gain;
  }
  return sum / weight;
};

const puff = (u: number, v: number, tile: number): Texel => {
  const seed = 100 + tile * 31;
  const warp = (cloud(u * 3, v * 3, seed + 7, 3) - 0.5) * 0.5;
  const body = cloud(u * 3.6 + warp, v * 3.6 - warp, seed, 6);
  const fine = cloud(u * 8, v * 8, seed + 50, 4);
  const radius = Math.hypot(u - 0.5, v - 0.5) * 2;
  const density = smoothstep(0.86, 0.1, radius + (body - 0.5) * 1.15);
  const rim = smoothstep(0.97, 0.78, radius);
  const light = 0.74 + 0.55 * (body - 0.45) + 0.3 * (fine - 0.5) + 0.16 * (0.5 - v);
  return [light, density * rim * (0.62 + 0.5 * fine)];
};

const streak = (u: number, v: number, tile: number): Texel => {
  const seed = 700 + tile * 17;
  const beads = cloud(u * 16, v * 9, seed, 4);
  const across = smoothstep(
    0.42,
    0.02,
    Math.abs(u - 0.5 + (cloud(v * 4, 0.5, seed + 9, 2) - 0.5) * 0.16) + (beads - 0.5) * 0.25,
  );
  const along = smoothstep(0, 0.12, v) * smoothstep(1, 0.55, v);
  return [0.86 + 0.3 * (beads - 0.5), across * along * smoothstep(0.3, 0.72, beads) * 0.95];
};

const ring = (u: number, v: number): Texel => {
  const radius = Math.hypot(u - 0.5, v - 0.5) * 2;
  const crest = Math.exp(-(((radius - 0.72) / 0.06) ** 2)) + 0.45 * Math.exp(-(((radius - 0.42) / 0.05) ** 2));
  return [0.8 + 0.2 * smoothstep(0.6, 0.2, v), crest * smoothstep(0.98, 0.86, radius) * 0.85];
};

const paint = async (
  outDir: string,
  page: Page & { readonly columns: number; readonly rows: number },
  texelAt: (u: number, v: number, tile: number) => Texel,
): Promise<Built> => {
  const { widthPx, heightPx, columns, rows } = page;
  const pixels = new Uint8Array(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const [across, down] = [((x + 0.5) / widthPx) * columns, ((y + 0.5) / heightPx) * rows];
      const [column, row] = [Math.floor(across), Math.floor(down)];
      const [grey, alpha] = texelAt(across - column, down - row, column + row * columns);
      const level = Math.round(Math.max(0, Math.min(1, grey)) * 255);
      pixels.set([level, level, level, Math.round(Math.max(0, Math.min(1, alpha)) * 255)], (y * widthPx + x) * 4);
    }
  const picture = sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 4 } });
  const data = await picture.webp({ quality: 72, alphaQuality: 80, effort: 6 }).toBuffer();
  return record(outDir, page.file, data, 0, mipped(widthPx, heightPx));
};

export const buildEffects = async (outDir: string): Promise<Built[]> => [
  await paint(outDir, SMOKE, puff),
  await paint(outDir, SPRAY, streak),
  await paint(outDir, RIPPLE, ring),
];
