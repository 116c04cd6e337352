// Builds the cast: sculpt, unwrap, paint, rig, and write each figure as a compressed GLB.
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unwrap } from "./atlas.ts";
import { bake } from "./bake.ts";
import { CAST } from "./cast.ts";
import { bakeClips } from "./clips.ts";
import { CLIPS_FILE } from "./clip-table.ts";
import { clipsDocument, compress, figureDocument, glbIo } from "./glb.ts";
import type { Figure } from "./part.ts";
import { sculpt } from "./sculpt.ts";

export type Built = {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly triangles: number;
  readonly textureBytes: number;
  readonly licence: string;
};

export const OWN_LICENCE = "Sandtable, own work";

export const record = async (
  outDir: string,
  file: string,
  data: Uint8Array,
  triangles: number,
  textureBytes: number,
): Promise<Built> => {
  const path = join(outDir, file);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, data);
  const sha256 = createHash("sha256").update(data).digest("hex");
  return { file, bytes: data.byteLength, sha256, triangles, textureBytes, licence: OWN_LICENCE };
};

const mipped = (size: number): number => Math.round(size * size * 4 * 1.33);

export const buildFigure = async (figure: Figure, outDir: string): Promise<Built> => {
  const { surfaces, solid } = await sculpt(figure);
  const { page, mesh } = await unwrap(surfaces, figure.parts);
  const texture = await bake(mesh, page, figure.parts, solid, figure.textureSize);
  const document = figureDocument(figure, mesh, page, texture);
  await compress(document);
  const data = await (await glbIo()).writeBinary(document);
  const textureBytes = mipped(figure.textureSize) + (texture.surface ? mipped(figure.textureSize / 2) : 0);
  return record(outDir, `people/${figure.name}.glb`, data, mesh.indices.length / 3, textureBytes);
};

const buildClips = async (outDir: string): Promise<Built> => {
  const document = clipsDocument(bakeClips());
  await compress(document);
  return record(outDir, CLIPS_FILE, await (await glbIo()).writeBinary(document), 0, 0);
};

export const buildFigures = async (outDir: string, only?: ReadonlySet<string>): Promise<Built[]> => {
  const built: Built[] = [await buildClips(outDir)];
  for (const figure of CAST) {
    if (only && !only.has(figure.name)) continue;
    built.push(await buildFigure(figure, outDir));
  }
  return built;
};
