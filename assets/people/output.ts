// Writes one built file and records what it costs: bytes, triangles, memory of its textures.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export type Built = {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly triangles: number;
  readonly textureBytes: number;
  readonly licence: string;
};

export const record = async (
  outDir: string,
  file: string,
  data: Uint8Array,
  triangles: number,
  textureBytes: number,
): Promise<Built> => {
  const path = join(outDir, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, data);
  const sha256 = createHash("sha256").update(data).digest("hex");
  return { file, bytes: data.byteLength, sha256, triangles, textureBytes, licence: "Sandtable, own work" };
};

/** What an uncompressed RGBA texture with its mip chain takes on the GPU. */
export const mipped = (width: number, height = width): number => Math.round((width * height * 4 * 4) / 3);
