// Which texels of a light map a room's faces cover, and where each one lies in the room.
import type { Mesh } from "./model.ts";
import type { Unwrapped } from "./unwrap.ts";

export interface Cover {
  /** Index in the map of each lit texel. */
  readonly texels: Int32Array;
  readonly places: Float32Array;
  readonly normals: Float32Array;
  /** Per texel of the map: its entry in the lists above, or -1. */
  readonly entry: Int32Array;
}

const get = (list: ArrayLike<number>, i: number): number => list[i] as number;

export function coverTexels(meshes: readonly Mesh[], unwrapped: Unwrapped): Cover {
  const { width, height } = unwrapped;
  const entry = new Int32Array(width * height).fill(-1);
  const [texels, places, normals]: [number[], number[], number[]] = [[], [], []];
  const light = (index: number, mesh: Mesh, t: number, w: readonly [number, number, number]): void => {
    if (get(entry, index) >= 0) return;
    entry[index] = texels.length;
    texels.push(index);
    const blend = (list: readonly number[], k: number): number =>
      w[0] * get(list, t * 9 + k) + w[1] * get(list, t * 9 + 3 + k) + w[2] * get(list, t * 9 + 6 + k);
    for (let k = 0; k < 3; k++) places.push(blend(mesh.positions, k));
    const [x, y, z] = [blend(mesh.normals, 0), blend(mesh.normals, 1), blend(mesh.normals, 2)];
    const l = Math.sqrt(x * x + y * y + z * z) || 1;
    normals.push(x / l, y / l, z / l);
  };
  const stray: [number, Mesh, number][] = [];
  for (const mesh of meshes) {
    const uvs = unwrapped.uvs.get(mesh);
    if (!uvs) continue;
    for (let t = 0; t < mesh.details.length; t++) {
      const p = [0, 1, 2].map((k) => [get(uvs, t * 6 + k * 2) * width, get(uvs, t * 6 + k * 2 + 1) * height] as const);
      const [[ax, ay], [bx, by], [cx, cy]] = p as unknown as [
        readonly [number, number],
        readonly [number, number],
        readonly [number, number],
      ];
      const det = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
      const [mx, my] = [Math.floor((ax + bx + cx) / 3), Math.floor((ay + by + cy) / 3)];
      if (mx >= 0 && my >= 0 && mx < width && my < height) stray.push([my * width + mx, mesh, t]);
      if (Math.abs(det) < 1e-9) continue;
      const slack = 0.02;
      for (
        let y = Math.max(0, Math.floor(Math.min(ay, by, cy) - 0.5));
        y <= Math.min(height - 1, Math.max(ay, by, cy));
        y++
      ) {
        for (
          let x = Math.max(0, Math.floor(Math.min(ax, bx, cx) - 0.5));
          x <= Math.min(width - 1, Math.max(ax, bx, cx));
          x++
        ) {
          const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
          const u = (px * (cy - ay) - py * (cx - ax)) / det;
          const v = (py * (bx - ax) - px * (by - ay)) / det;
          if (u < -slack || v < -slack || u + v > 1 + slack) continue;
          light(y * width + x, mesh, t, [1 - u - v, u, v]);
        }
      }
    }
  }
  for (const [index, mesh, t] of stray) light(index, mesh, t, [1 / 3, 1 / 3, 1 / 3]);
  const pack = (list: readonly number[]): Float32Array => {
    const out = new Float32Array(new SharedArrayBuffer(list.length * 4));
    out.set(list);
    return out;
  };
  const order = new Int32Array(new SharedArrayBuffer(texels.length * 4));
  order.set(texels);
  return { texels: order, places: pack(places), normals: pack(normals), entry };
}
