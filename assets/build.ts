// Builds everything from code: node assets/build.ts [--draft] [--stages]; says for each output whether its bytes changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import type { BakeQuality } from "./kit/bake.ts";
import { type LightUvs, writeStage } from "./kit/glb.ts";
import { lightMapOf } from "./kit/lightmap.ts";
import { grainPictures, leafPicture, skyPicture } from "./kit/textures.ts";
import { buildKit } from "./kit-build.ts";
import { buildPeople } from "./people-build.ts";
import { drawAtlas, keepLayout } from "./signs/atlas.ts";
import { chlorineStation, DAYLIGHT } from "./stages/chlorine-station.ts";
import { LIGHTMAPS, STAGE_FILE, SUN } from "./stages/chlorine-station-anchors.ts";

const OUT = path.join(import.meta.dirname, "built");
const CACHE = path.join(import.meta.dirname, "../.cache/assets");
const LICENCE =
  "own work of this project; icons in the signs: Material Design Icons (Apache-2.0); letters: Noto Sans (OFL-1.1)";
const draft = process.argv.includes("--draft");
const FINE: BakeQuality = { lightSamples: 4, gatherSamples: 36, bounces: 2, threads: 2 };
const ROUGH: BakeQuality = { lightSamples: 4, gatherSamples: 16, bounces: 2, threads: 2 };
const RESOLUTION = { "chlorine-room": 640, "dosing-room": 512, "control-room": 512, yard: 640 } as const;

interface Entry {
  bytes: number;
  sha256: string;
  triangles?: number;
  drawCalls?: number;
  gpuTextureBytes: number;
  licence: string;
}
const manifest: Record<string, Entry> = {};

function keep(
  file: string,
  data: Uint8Array,
  facts: { triangles?: number; drawCalls?: number; gpuTextureBytes: number },
): void {
  const sha256 = createHash("sha256").update(data).digest("hex");
  const target = path.join(OUT, file);
  const before = existsSync(target) ? createHash("sha256").update(readFileSync(target)).digest("hex") : "";
  writeFileSync(target, data);
  manifest[file] = { bytes: data.byteLength, sha256, ...facts, licence: LICENCE };
  console.log(
    `${before === sha256 ? "same   " : "changed"} ${file} ${(data.byteLength / 1024).toFixed(0)} KiB ${sha256.slice(0, 12)}`,
  );
}

async function pixelsOf(picture: Buffer): Promise<number> {
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  return width * height;
}

if (keepLayout()) {
  console.log("the signs have been laid out anew: run this once more");
  process.exit(1);
}
mkdirSync(OUT, { recursive: true });
const atlas = await drawAtlas(CACHE);
const pictures = {
  atlas: atlas.colour,
  metallicRoughness: atlas.metallicRoughness,
  grains: await grainPictures(),
  leaves: await leafPicture(),
  sky: await skyPicture(SUN.towards),
};
buildKit(OUT, pictures);
const stage = chlorineStation();
const lights = new Map<string, LightUvs>();
for (const room of stage.rooms) {
  const name = room.name as keyof typeof LIGHTMAPS;
  const started = performance.now();
  const resolution = draft ? RESOLUTION[name] / 4 : RESOLUTION[name];
  const baked = await lightMapOf(
    stage,
    room,
    LIGHTMAPS[name].file,
    resolution,
    DAYLIGHT,
    draft ? ROUGH : FINE,
    path.join(CACHE, "light"),
  );
  lights.set(room.name, baked.light);
  keep(LIGHTMAPS[name].file, baked.webp, { gpuTextureBytes: baked.width * baked.height * 4 });
  console.log(
    `        ${baked.width} x ${baked.height}, ${baked.fresh ? `baked in ${((performance.now() - started) / 1000).toFixed(0)} s` : "light remembered"}`,
  );
}
const written = await writeStage(stage, pictures, lights);
let texels = 0;
for (const picture of [
  pictures.atlas,
  pictures.metallicRoughness,
  ...pictures.grains.values(),
  pictures.leaves,
  pictures.sky,
])
  texels += await pixelsOf(picture);
keep(STAGE_FILE, written.glb, {
  triangles: written.triangles,
  drawCalls: written.drawCalls,
  gpuTextureBytes: Math.round(texels * 4 * 1.334),
});
writeFileSync(path.join(OUT, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
const total = Object.values(manifest).reduce(
  (sum, entry) => ({ bytes: sum.bytes + entry.bytes, gpu: sum.gpu + entry.gpuTextureBytes }),
  { bytes: 0, gpu: 0 },
);
console.log(
  `${written.triangles} triangles, ${written.drawCalls} draw calls, ${(total.bytes / 1048576).toFixed(2)} MiB to load, ${(total.gpu / 1048576).toFixed(1)} MiB of textures`,
);
if (!draft && !process.argv.includes("--stages")) await buildPeople(OUT);
