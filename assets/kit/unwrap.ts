// Second texture coordinates: every lit face of a room gets its own place in the room's light map.
import * as watlas from "watlas";
import type { Mesh } from "./model.ts";

export interface Unwrapped {
  readonly width: number;
  readonly height: number;
  /** Two numbers a corner, 0..1. */
  readonly uvs: ReadonlyMap<Mesh, Float32Array>;
}

interface Portion {
  readonly mesh: Mesh;
  readonly triangles: readonly number[];
}

export async function unwrap(meshes: readonly Mesh[], resolution: number): Promise<Unwrapped> {
  await watlas.Initialize();
  const atlas = new watlas.Atlas();
  const portions = meshes.flatMap(byDetail);
  for (const { mesh, triangles } of portions) {
    const detail = mesh.details[triangles[0] ?? 0] ?? 1;
    const positions = new Float32Array(triangles.length * 9);
    const normals = new Float32Array(triangles.length * 9);
    triangles.forEach((t, i) => {
      for (let k = 0; k < 9; k++) {
        positions[i * 9 + k] = (mesh.positions[t * 9 + k] as number) * detail;
        normals[i * 9 + k] = mesh.normals[t * 9 + k] as number;
      }
    });
    const indices = Uint32Array.from({ length: triangles.length * 3 }, (_, i) => i);
    atlas.addMesh({
      vertexPositionData: positions,
      vertexCount: triangles.length * 3,
      vertexPositionStride: 12,
      vertexNormalData: normals,
      vertexNormalStride: 12,
      indexData: indices,
      indexCount: indices.length,
    });
  }
  atlas.generate(
    { maxIterations: 1, normalDeviationWeight: 2, normalSeamWeight: 1 },
    { resolution, padding: 2, bilinear: true, rotateCharts: true },
  );
  const { width, height } = atlas;
  const uvs = new Map(meshes.map((mesh) => [mesh, new Float32Array(mesh.details.length * 6)]));
  portions.forEach(({ mesh, triangles }, p) => {
    const made = atlas.getMesh(p);
    const indices = new Uint32Array(made.indexCount);
    made.getIndexArray(indices);
    const places = Array.from({ length: made.vertexCount }, (_, i) => made.getVertex(i).uv);
    const into = uvs.get(mesh) as Float32Array;
    triangles.forEach((t, i) => {
      for (let k = 0; k < 3; k++) {
        const [u, v] = places[indices[i * 3 + k] as number] ?? [0, 0];
        into[t * 6 + k * 2] = u / width;
        into[t * 6 + k * 2 + 1] = v / height;
      }
    });
  });
  atlas.delete();
  return { width, height, uvs };
}

/** Faces that want the same texel size are unwrapped together; the rest of the mesh scales apart. */
function byDetail(mesh: Mesh): Portion[] {
  const groups = new Map<number, number[]>();
  mesh.details.forEach((detail, t) => {
    const group = groups.get(detail);
    if (group) group.push(t);
    else groups.set(detail, [t]);
  });
  return [...groups.values()].map((triangles) => ({ mesh, triangles }));
}
