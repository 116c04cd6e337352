// The pictures that are computed: grain for plaster, concrete, asphalt and grass, clusters of leaves, and the day's sky.
import sharp from "sharp";
import type { SurfaceName } from "./model.ts";
import { fbm, hash, tileNoise } from "./noise.ts";
import { dot, unit, type V3 } from "./space.ts";

const SIZE = 512;
type Rgb = readonly [number, number, number];

const clamp = (v: number): number => Math.max(0, Math.min(255, Math.round(v)));

async function painted(
  width: number,
  height: number,
  quality: number,
  colour: (u: number, v: number) => Rgb,
): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = colour((x + 0.5) / width, (y + 0.5) / height);
      pixels.set([clamp(r * 255), clamp(g * 255), clamp(b * 255)], (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .webp({ quality, effort: 6, smartSubsample: true })
    .toBuffer();
}

/** Grains are near white: the corner colours of the model tint them. */
const GRAINS: Readonly<Record<SurfaceName, (u: number, v: number) => Rgb>> = {
  plaster: (u, v) => {
    const cloud = fbm(u, v, 3, 3, 5) - 0.5;
    const fine = fbm(u, v, 60, 31, 3) - 0.5;
    const k = 0.965 + cloud * 0.07 + fine * 0.07;
    return [k, k * 0.998, k * 0.992];
  },
  concrete: (u, v) => {
    const cloud = fbm(u, v, 3, 5, 6) - 0.5;
    const mottle = fbm(u, v, 14, 23, 4) - 0.5;
    const fine = fbm(u, v, 110, 47, 2) - 0.5;
    const stain = Math.max(0, fbm(u, v, 4, 71, 5) - 0.58) * 0.7;
    const pit = tileNoise(u, v, 170, 91) > 0.94 ? 0.06 : 0;
    const k = 0.93 + cloud * 0.2 + mottle * 0.1 + fine * 0.1 - stain - pit;
    return [k, k * 0.997, k * 0.985];
  },
  asphalt: (u, v) => {
    const cloud = fbm(u, v, 3, 13, 5) - 0.5;
    const stone = hash(Math.floor(u * 300), Math.floor(v * 300), 8);
    const k =
      0.62 + cloud * 0.16 + (fbm(u, v, 90, 29, 2) - 0.5) * 0.2 + (stone > 0.9 ? 0.16 : 0) - (stone < 0.1 ? 0.12 : 0);
    return [k, k * 1.005, k * 1.01];
  },
  grass: (u, v) => {
    const patch = fbm(u, v, 4, 19, 4);
    const tuft = fbm(u, v, 34, 37, 3);
    const blade = fbm(u * 1, v * 1, 128, 53, 2);
    const k = 0.42 + tuft * 0.42 + (blade - 0.5) * 0.5;
    return [k * (0.72 + patch * 0.3), k * 0.96, k * (0.5 + patch * 0.1)];
  },
};

export async function grainPictures(): Promise<ReadonlyMap<SurfaceName, Buffer>> {
  const made = new Map<SurfaceName, Buffer>();
  for (const name of Object.keys(GRAINS) as SurfaceName[]) made.set(name, await painted(SIZE, SIZE, 80, GRAINS[name]));
  return made;
}

/** Four clusters of leaves on a clear ground; near white, tinted by the corner colours. */
export async function leafPicture(): Promise<Buffer> {
  const size = 512;
  const leaves: string[] = [];
  for (let quadrant = 0; quadrant < 4; quadrant++) {
    const [cx, cy] = [128 + (quadrant % 2) * 256, 128 + Math.floor(quadrant / 2) * 256];
    for (let i = 0; i < 150; i++) {
      const a = hash(i, quadrant, 1) * 360;
      const r = 104 * Math.sqrt(hash(i, quadrant, 2));
      const [x, y] = [cx + Math.cos((a * Math.PI) / 180) * r, cy + Math.sin((a * Math.PI) / 180) * r * 0.92];
      const tone = Math.round(150 + hash(i, quadrant, 3) * 105);
      const spin = a + (hash(i, quadrant, 4) - 0.5) * 120;
      const long = 12 + hash(i, quadrant, 5) * 9;
      leaves.push(
        `<path transform="translate(${x.toFixed(1)},${y.toFixed(1)}) rotate(${spin.toFixed(1)})" d="M${-long} 0 Q0 ${-long * 0.55} ${long} 0 Q0 ${long * 0.55} ${-long} 0z" fill="rgb(${tone},${tone},${Math.round(tone * 0.86)})"/>`,
      );
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${leaves.join("")}</svg>`;
  return sharp(Buffer.from(svg)).webp({ quality: 78, alphaQuality: 85, effort: 6 }).toBuffer();
}

/** The upper half of the sky as columns of azimuth (east, then north …) and rows of height, top row the zenith. */
export async function skyPicture(towards: V3): Promise<Buffer> {
  const sun = unit(towards);
  return painted(1024, 320, 82, (u, v) => {
    const azimuth = (1 - u) * 2 * Math.PI;
    const height = (1 - v) * (Math.PI / 2 + 0.06) - 0.06;
    const d: V3 = [Math.cos(azimuth) * Math.cos(height), Math.sin(azimuth) * Math.cos(height), Math.sin(height)];
    const up = Math.max(0, d[2]);
    const glow = Math.max(0, dot(d, sun));
    const pale = (1 - up) ** 4;
    let rgb: Rgb = [0.24 + pale * 0.5 + up * -0.03, 0.46 + pale * 0.36, 0.76 + pale * 0.13];
    const cloud = cloudAt(d);
    const bright = 0.86 + 0.14 * glow - cloud.shade * 0.22;
    rgb = [0, 1, 2].map(
      (c) => (rgb[c] as number) * (1 - cloud.cover) + bright * ([1, 0.995, 0.985][c] as number) * cloud.cover,
    ) as unknown as Rgb;
    const flare = glow ** 600 * 1.2 + glow ** 24 * 0.22 + glow ** 5 * 0.08;
    return [Math.min(1, rgb[0] + flare), Math.min(1, rgb[1] + flare * 0.96), Math.min(1, rgb[2] + flare * 0.86)];
  });
}

function cloudAt(d: V3): { cover: number; shade: number } {
  const s = 1 / (Math.max(0, d[2]) + 0.16);
  const [u, v] = [d[0] * s * 0.09 + 0.5, d[1] * s * 0.09 + 0.5];
  const body = fbm(u, v, 5, 61, 6);
  const veil = fbm(u * 0.5, v * 2, 4, 83, 4);
  const cover = Math.min(1, Math.max(0, (body - 0.52) * 4.6)) * 0.85 + Math.max(0, veil - 0.5) * 0.35;
  const fade = Math.min(1, Math.max(0, d[2] * 9));
  return { cover: Math.min(1, cover) * fade, shade: Math.min(1, Math.max(0, (body - 0.6) * 5)) };
}
