// Turns a field into triangles: naive surface nets over a grid that skips the blocks far from the surface.
import type { Box, Field } from "./field.ts";

export type Surface = { readonly positions: Float32Array; readonly indices: Uint32Array };
type Grid = { readonly values: Float32Array; readonly size: readonly [number, number, number] };

const BLOCK = 6;
const EDGES = [
  [0, 1],
  [0, 2],
  [0, 4],
  [1, 3],
  [1, 5],
  [2, 3],
  [2, 6],
  [3, 7],
  [4, 5],
  [4, 6],
  [5, 7],
  [6, 7],
] as const;

const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

const sample = (field: Field, [low, high]: Box, cell: number): Grid => {
  const count = (axis: 0 | 1 | 2): number => Math.ceil((high[axis] - low[axis]) / cell) + 3;
  const size = [count(0), count(1), count(2)] as const;
  const [nx, ny, nz] = size;
  const values = new Float32Array(nx * ny * nz);
  const place = (axis: 0 | 1 | 2, i: number): number => low[axis] + (i - 1) * cell;
  const far = BLOCK * cell * 0.87 * 1.5 + cell * 2;
  for (let bz = 0; bz < nz; bz += BLOCK)
    for (let by = 0; by < ny; by += BLOCK)
      for (let bx = 0; bx < nx; bx += BLOCK) {
        const half = BLOCK / 2 - 0.5;
        const centre = field(place(0, bx + half), place(1, by + half), place(2, bz + half));
        const skip = Math.abs(centre) > far;
        for (let z = bz; z < Math.min(bz + BLOCK, nz); z++)
          for (let y = by; y < Math.min(by + BLOCK, ny); y++)
            for (let x = bx; x < Math.min(bx + BLOCK, nx); x++) {
              const value = skip ? centre : field(place(0, x), place(1, y), place(2, z));
              values[x + nx * (y + ny * z)] = value;
            }
      }
  return { values, size };
};

export const surfaceOf = (field: Field, box: Box, cell: number): Surface => {
  const { values, size } = sample(field, box, cell);
  const [nx, ny, nz] = size;
  const plane = nx * ny;
  const corners = [0, 1, nx, nx + 1, plane, plane + 1, plane + nx, plane + nx + 1];
  const vertexAt = new Int32Array(values.length).fill(-1);
  const positions: number[] = [];
  const addVertex = (x: number, y: number, z: number): void => {
    const base = x + nx * y + plane * z;
    let mask = 0;
    for (let k = 0; k < 8; k++) if (at(values, base + at(corners, k)) < 0) mask |= 1 << k;
    if (mask === 0 || mask === 255) return;
    let crossings = 0;
    let px = 0;
    let py = 0;
    let pz = 0;
    for (const [i, j] of EDGES) {
      const a = at(values, base + at(corners, i));
      const b = at(values, base + at(corners, j));
      if (a < 0 === b < 0) continue;
      const t = a / (a - b);
      px += (i & 1) * (1 - t) + (j & 1) * t;
      py += ((i >> 1) & 1) * (1 - t) + ((j >> 1) & 1) * t;
      pz += ((i >> 2) & 1) * (1 - t) + ((j >> 2) & 1) * t;
      crossings++;
    }
    vertexAt[base] = positions.length / 3;
    const [low] = box;
    positions.push(
      low[0] + (x - 1 + px / crossings) * cell,
      low[1] + (y - 1 + py / crossings) * cell,
      low[2] + (z - 1 + pz / crossings) * cell,
    );
  };
  for (let z = 0; z + 1 < nz; z++) for (let y = 0; y + 1 < ny; y++) for (let x = 0; x + 1 < nx; x++) addVertex(x, y, z);
  const indices: number[] = [];
  const axes = [
    [1, nx, plane],
    [nx, plane, 1],
    [plane, 1, nx],
  ] as const;
  const addQuads = (base: number): void => {
    const inside = at(values, base) < 0;
    for (const [along, u, v] of axes) {
      if (inside === at(values, base + along) < 0) continue;
      const [a, b, c, d] = [base, base - u, base - u - v, base - v].map((index) => at(vertexAt, index));
      if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
      if (Math.min(a, b, c, d) < 0) continue;
      indices.push(...(inside ? [a, b, c, a, c, d] : [a, c, b, a, d, c]));
    }
  };
  for (let z = 1; z + 1 < nz; z++)
    for (let y = 1; y + 1 < ny; y++) for (let x = 1; x + 1 < nx; x++) addQuads(x + nx * y + plane * z);
  return { positions: new Float32Array(positions), indices: new Uint32Array(indices) };
};

/** The outward direction of a field at a point. */
export const normalOf = (field: Field, x: number, y: number, z: number, h = 0.003): [number, number, number] => {
  const gx = field(x + h, y, z) - field(x - h, y, z);
  const gy = field(x, y + h, z) - field(x, y - h, z);
  const gz = field(x, y, z + h) - field(x, y, z - h);
  const length = Math.sqrt(gx * gx + gy * gy + gz * gz) || 1;
  return [gx / length, gy / length, gz / length];
};
