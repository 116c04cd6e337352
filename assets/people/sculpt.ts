// Sculpts a figure's parts into one mesh within its triangle budget: sample, drop what is hidden, simplify together.
import { MeshoptSimplifier } from "meshoptimizer";
import type { Box, Field } from "./field.ts";
import type { Figure, Part } from "./part.ts";
import { type Surface, surfaceOf } from "./surface.ts";

export type Sculpture = {
  /** One surface per part, in the order of the figure's parts; empty where nothing of a part can be seen. */
  readonly surfaces: readonly Surface[];
  readonly solid: Field;
};

const DEEP = 0.005;

const reaches = ([low, high]: Box, x: number, y: number, z: number): boolean =>
  x > low[0] && x < high[0] && y > low[1] && y < high[1] && z > low[2] && z < high[2];

/** The union of all parts, as seen from outside: what shades a point. */
const solidOf = (parts: readonly Part[]): Field => {
  return (x, y, z) => {
    let d = Infinity;
    for (const part of parts) if (reaches(part.box, x, y, z)) d = Math.min(d, part.shape(x, y, z));
    return d;
  };
};

const visible = (surface: Surface, part: Part, parts: readonly Part[]): Surface => {
  const { positions, indices } = surface;
  const hidden = new Uint8Array(positions.length / 3);
  const others = parts.filter((other) => other !== part);
  for (let i = 0; i < hidden.length; i++) {
    const x = positions[i * 3] ?? 0;
    const y = positions[i * 3 + 1] ?? 0;
    const z = positions[i * 3 + 2] ?? 0;
    if (others.some((other) => reaches(other.box, x, y, z) && other.shape(x, y, z) < -DEEP)) hidden[i] = 1;
  }
  const kept: number[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const corners = indices.subarray(i, i + 3);
    if (corners.every((index) => hidden[index])) continue;
    kept.push(...corners);
  }
  return { positions, indices: new Uint32Array(kept) };
};

const compact = (positions: Float32Array, indices: readonly number[]): Surface => {
  const place = new Map<number, number>();
  const used: number[] = [];
  const renumbered = indices.map((index) => {
    const known = place.get(index);
    if (known !== undefined) return known;
    place.set(index, place.size);
    used.push(positions[index * 3] ?? 0, positions[index * 3 + 1] ?? 0, positions[index * 3 + 2] ?? 0);
    return place.size - 1;
  });
  return { positions: new Float32Array(used), indices: new Uint32Array(renumbered) };
};

export const sculpt = async (figure: Figure): Promise<Sculpture> => {
  await MeshoptSimplifier.ready;
  const { parts } = figure;
  const raw = parts.map((part) => visible(surfaceOf(part.shape, part.box, part.cell), part, parts));
  const scaled: number[] = [];
  const indices: number[] = [];
  const starts: number[] = [];
  raw.forEach((surface, which) => {
    const start = scaled.length / 3;
    starts.push(start);
    const detail = parts[which]?.detail ?? 1;
    for (const value of surface.positions) scaled.push(value * detail);
    for (const index of surface.indices) indices.push(start + index);
  });
  const [simple] = MeshoptSimplifier.simplify(
    new Uint32Array(indices),
    new Float32Array(scaled),
    3,
    figure.triangles * 3,
    1,
    // Crumbs of parts that are all but hidden may go; a thing of one part must not.
    parts.length > 3 ? ["Prune", "RegularizeLight"] : [],
  );
  const surfaces = raw.map((surface, which) => {
    const start = starts[which] ?? 0;
    const end = starts[which + 1] ?? scaled.length / 3;
    const own = [...simple].filter((index) => index >= start && index < end).map((index) => index - start);
    return compact(surface.positions, own);
  });
  return { surfaces, solid: solidOf(parts) };
};
