// Soups made into indexed vertices, rounded so that equal things are equal bytes.
import type { Mesh } from "./model.ts";

/** Indexed faces ready to be written; `lightUvs` come from the unwrapping. */
export interface Faces {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly normals: Int8Array<ArrayBuffer>;
  readonly uvs: Float32Array<ArrayBuffer>;
  readonly colours: Uint8Array<ArrayBuffer>;
  readonly lightUvs?: Float32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
}

const GRID = 4096;
export const rounded = (metres: number): number => Math.round(metres * GRID) / GRID;

/** One corner of a triangle, before equal corners are joined. */
export interface CornerSource {
  readonly mesh: Mesh;
  readonly lightUvs: Float32Array | undefined;
  /** What the part's own origin is subtracted from. */
  readonly pivot: readonly [number, number, number];
}

export function facesOf(source: CornerSource): Faces {
  const { mesh, lightUvs, pivot } = source;
  const corners = mesh.positions.length / 3;
  const known = new Map<string, number>();
  const order: number[] = [];
  const indices = new Uint32Array(corners);
  const at = (list: readonly number[], i: number): number => list[i] as number;
  for (let i = 0; i < corners; i++) {
    const key = [
      ...[0, 1, 2].map((k) => Math.round((at(mesh.positions, i * 3 + k) - (pivot[k] as number)) * GRID)),
      ...[0, 1, 2].map((k) => Math.round(at(mesh.normals, i * 3 + k) * 127)),
      ...[0, 1].map((k) => Math.round(at(mesh.uvs, i * 2 + k) * 8192)),
      ...[0, 1, 2].map((k) => Math.round(at(mesh.colours, i * 3 + k) * 255)),
      ...(lightUvs ? [lightUvs[i * 2], lightUvs[i * 2 + 1]] : []),
    ].join();
    const seen = known.get(key);
    if (seen !== undefined) {
      indices[i] = seen;
      continue;
    }
    known.set(key, order.length);
    indices[i] = order.length;
    order.push(i);
  }
  return {
    indices,
    positions: Float32Array.from({ length: order.length * 3 }, (_, j) =>
      rounded(at(mesh.positions, (order[Math.floor(j / 3)] as number) * 3 + (j % 3)) - (pivot[j % 3] as number)),
    ),
    normals: Int8Array.from({ length: order.length * 3 }, (_, j) =>
      Math.round(at(mesh.normals, (order[Math.floor(j / 3)] as number) * 3 + (j % 3)) * 127),
    ),
    uvs: Float32Array.from(
      { length: order.length * 2 },
      (_, j) => Math.round(at(mesh.uvs, (order[Math.floor(j / 2)] as number) * 2 + (j % 2)) * 8192) / 8192,
    ),
    colours: Uint8Array.from({ length: order.length * 3 }, (_, j) =>
      Math.round(at(mesh.colours, (order[Math.floor(j / 3)] as number) * 3 + (j % 3)) * 255),
    ),
    ...(lightUvs
      ? {
          lightUvs: Float32Array.from(
            { length: order.length * 2 },
            (_, j) => lightUvs[(order[Math.floor(j / 2)] as number) * 2 + (j % 2)] as number,
          ),
        }
      : {}),
  };
}
