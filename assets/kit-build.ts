// Writes the pictures of the model kit by themselves, for stages that are put together where they are looked at.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Pictures } from "./kit/materials.ts";

export function buildKit(out: string, pictures: Pictures): void {
  const folder = path.join(out, "kit");
  mkdirSync(folder, { recursive: true });
  const files: [string, Buffer][] = [
    ["atlas", pictures.atlas],
    ["atlas-surface", pictures.metallicRoughness],
    ["leaves", pictures.leaves],
    ["sky", pictures.sky],
    ...pictures.grains,
  ];
  const told: Record<string, { bytes: number; sha256: string }> = {};
  for (const [name, data] of files) {
    writeFileSync(path.join(folder, `${name}.webp`), data);
    told[`kit/${name}.webp`] = { bytes: data.byteLength, sha256: createHash("sha256").update(data).digest("hex") };
  }
  writeFileSync(path.join(out, "kit-manifest.json"), `${JSON.stringify(told, null, 2)}\n`);
}
