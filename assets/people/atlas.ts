// Unwraps a sculpture into one texture page; vertices are split where charts meet.
import { Atlas, Initialize } from "watlas";
import type { Part } from "./part.ts";
import type { Surface } from "./surface.ts";

export type Unwrapped = {
  readonly positions: Float32Array;
  readonly uvs: Float32Array;
  readonly indices: Uint32Array;
  /** Which part each vertex belongs to. */
  readonly partOf: Uint8Array;
};

const PADDING = 3;

/** uv are in texels of a square page of the returned size. */
export const unwrap = async (
  surfaces: readonly Surface[],
  parts: readonly Part[],
): Promise<{ page: number; mesh: Unwrapped }> => {
  await Initialize();
  const shown = surfaces.map((surface, which) => ({ surface, which })).filter(({ surface }) => surface.indices.length);
  const atlas = new Atlas();
  for (const { surface, which } of shown) {
    const texels = parts[which]?.texels ?? 1;
    atlas.addMesh({
      vertexPositionData: surface.positions.map((value) => value * texels),
      vertexCount: surface.positions.length / 3,
      vertexPositionStride: 12,
      indexData: surface.indices,
      indexCount: surface.indices.length,
    });
  }
  atlas.generate(
    { maxCost: 6, normalDeviationWeight: 1, roundnessWeight: 0.02, maxIterations: 2, normalSeamWeight: 1 },
    { padding: PADDING, bilinear: true, resolution: 512, rotateCharts: true },
  );
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  const partOf: number[] = [];
  shown.forEach(({ surface, which }, order) => {
    const mesh = atlas.getMesh(order);
    const start = positions.length / 3;
    for (let i = 0; i < mesh.vertexCount; i++) {
      const { uv, xref } = mesh.getVertex(i);
      positions.push(...surface.positions.subarray(xref * 3, xref * 3 + 3));
      uvs.push(uv[0], uv[1]);
      partOf.push(which);
    }
    const own = new Uint32Array(mesh.indexCount);
    mesh.getIndexArray(own);
    for (const index of own) indices.push(start + index);
  });
  const page = Math.max(atlas.width, atlas.height);
  atlas.delete();
  return {
    page,
    mesh: {
      positions: new Float32Array(positions),
      uvs: new Float32Array(uvs),
      indices: new Uint32Array(indices),
      partOf: new Uint8Array(partOf),
    },
  };
};
