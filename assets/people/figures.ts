// Builds the cast: sculpt, unwrap, paint, rig, and write each figure as a compressed GLB.
import { unwrap } from "./atlas.ts";
import { AVATARS } from "./avatar.ts";
import { bake } from "./bake.ts";
import { CAST } from "./cast.ts";
import { CLIPS_FILE } from "./clip-table.ts";
import { bakeClips } from "./clips.ts";
import { clipsDocument, compress, figureDocument, glbIo } from "./glb.ts";
import { type Built, mipped, record } from "./output.ts";
import type { Figure } from "./part.ts";
import { sculpt } from "./sculpt.ts";

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
  for (const figure of [...CAST, ...AVATARS]) {
    if (only && !only.has(figure.name)) continue;
    built.push(await buildFigure(figure, outDir));
  }
  return built;
};
