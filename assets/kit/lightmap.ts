// One room's light map from start to file, remembered by the hash of everything that went into it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { type BakeQuality, bakeRoom, type Daylight, litMeshes } from "./bake.ts";
import type { LightUvs } from "./glb.ts";
import type { Room, Stage } from "./stage.ts";
import { unwrap } from "./unwrap.ts";

/** Bump when the baker itself changes what it paints. */
const BAKER = 1;
/** The brightest light (irradiance over pi) a map can hold. */
const FULL = 2.4;

export interface BakedMap {
  readonly light: LightUvs;
  readonly webp: Buffer;
  readonly width: number;
  readonly height: number;
  readonly fresh: boolean;
}

export async function lightMapOf(
  stage: Stage,
  room: Room,
  file: string,
  resolution: number,
  daylight: Daylight,
  quality: BakeQuality,
  cacheDir: string,
): Promise<BakedMap> {
  const unwrapped = await unwrap(litMeshes(room), resolution);
  const { width, height, uvs } = unwrapped;
  const key = createHash("sha256").update(
    JSON.stringify([
      BAKER,
      FULL,
      room.name,
      room.outdoors,
      width,
      height,
      daylight,
      { ...quality, threads: 0 },
      room.lights,
    ]),
  );
  for (const other of stage.rooms) {
    for (const mesh of litMeshes(other)) {
      key.update(Float64Array.from([...mesh.albedos, ...mesh.casts]));
      for (let i = 0; i < mesh.positions.length; i += 60000)
        key.update(Float64Array.from(mesh.positions.slice(i, i + 60000)));
    }
  }
  for (const list of uvs.values()) key.update(list);
  const kept = path.join(cacheDir, `${key.digest("hex").slice(0, 32)}.webp`);
  const light: LightUvs = { uvs, file, intensity: Math.PI * FULL };
  if (existsSync(kept)) return { light, webp: readFileSync(kept), width, height, fresh: false };
  const linear = await bakeRoom(stage, room, unwrapped, daylight, quality);
  const pixels = Buffer.alloc(linear.length);
  linear.forEach((v, i) => {
    pixels[i] = encoded(v / FULL);
  });
  const webp = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .webp({ quality: 92, effort: 6, smartSubsample: true })
    .toBuffer();
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(kept, webp);
  return { light, webp, width, height, fresh: true };
}

/** Linear to an sRGB byte; values near the top bend over instead of clipping. */
function encoded(value: number): number {
  const v = Math.max(0, value < 0.8 ? value : 0.8 + 0.2 * (1 - Math.exp(-(value - 0.8) / 0.2)));
  const s = v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.round(s * 255));
}
