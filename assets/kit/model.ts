// A model under construction: shapes put down with a paint, kept apart by material until they are written.
import { ATLAS_HEIGHT, ATLAS_WIDTH, cellUv, regionOf } from "../signs/layout.ts";
import { linearRgb, PALETTE, type PaintName } from "./palette.ts";
import type { Shape } from "./shape.ts";
import { cross, direct, dot, HERE, type Placement, place, unit, type V3 } from "./space.ts";

/** Surfaces that repeat a grain and take their colour from the corner; the rest have their own picture or none. */
export const SURFACES = ["plaster", "concrete", "asphalt", "grass"] as const;
export type SurfaceName = (typeof SURFACES)[number];
export type MaterialName = "atlas" | SurfaceName | "glass" | "glow" | "liquid" | "foliage" | "sky" | "far" | "screen";

export type Paint =
  | PaintName
  | { readonly sign: string }
  | { readonly surface: SurfaceName; readonly colour: string }
  | { readonly plain: Exclude<MaterialName, "atlas" | SurfaceName>; readonly colour?: string };

/** How much light detail a part gets: 1 is the stage's normal, 0.3 is enough for a field. */
export interface Finish {
  readonly detail?: number;
  /** Keeps a part out of the shadow casters (decals, glass). */
  readonly shadowless?: boolean;
}

export interface Mesh {
  readonly material: MaterialName;
  readonly positions: number[];
  readonly normals: number[];
  readonly uvs: number[];
  readonly colours: number[];
  /** Per triangle: the reflected colour (linear) that the baker bounces, the detail, and whether it casts shadow. */
  readonly albedos: number[];
  readonly details: number[];
  readonly casts: number[];
}

export interface Model {
  readonly meshes: Map<MaterialName, Mesh>;
}

const METRES_PER_TILE: Readonly<Record<SurfaceName, number>> = { plaster: 3, concrete: 4, asphalt: 3, grass: 5 };

export const openModel = (): Model => ({ meshes: new Map() });

export function meshOf(model: Model, material: MaterialName): Mesh {
  const known = model.meshes.get(material);
  if (known) return known;
  const fresh: Mesh = {
    material,
    positions: [],
    normals: [],
    uvs: [],
    colours: [],
    albedos: [],
    details: [],
    casts: [],
  };
  model.meshes.set(material, fresh);
  return fresh;
}

export function put(model: Model, shape: Shape, paint: Paint, where: Placement = HERE, finish: Finish = {}): void {
  const look = lookOf(paint);
  const mesh = meshOf(model, look.material);
  const mirrored = dot(cross(where.x, where.y), where.z) < 0;
  const order = mirrored ? [0, 2, 1] : [0, 1, 2];
  const [nx, ny, nz] = [cross(where.y, where.z), cross(where.z, where.x), cross(where.x, where.y)];
  const side = mirrored ? -1 : 1;
  for (let t = 0; t < shape.positions.length; t += 3) {
    for (const k of order) {
      const p = place(where, shape.positions[t + k] as V3);
      const local = shape.normals[t + k] as V3;
      const n = unit(
        direct({ x: nx, y: ny, z: nz, o: [0, 0, 0] }, [local[0] * side, local[1] * side, local[2] * side]),
      );
      mesh.positions.push(...p);
      mesh.normals.push(...n);
      mesh.uvs.push(...look.uv(p, n, shape.uvs?.[t + k]));
      mesh.colours.push(...look.colour);
    }
    mesh.albedos.push(...look.albedo);
    mesh.details.push(finish.detail ?? 1);
    mesh.casts.push(finish.shadowless ? 0 : 1);
  }
}

interface Look {
  readonly material: MaterialName;
  readonly colour: readonly [number, number, number];
  readonly albedo: readonly [number, number, number];
  readonly uv: (p: V3, n: V3, own: readonly [number, number] | undefined) => readonly [number, number];
}

const WHITE = [1, 1, 1] as const;

function lookOf(paint: Paint): Look {
  if (typeof paint === "string") {
    const uv = cellUv(paint);
    return { material: "atlas", colour: WHITE, albedo: linearRgb(PALETTE[paint].hex), uv: () => uv };
  }
  if ("sign" in paint) {
    const r = regionOf(paint.sign);
    return {
      material: "atlas",
      colour: WHITE,
      albedo: [0.5, 0.5, 0.5],
      uv: (_p, _n, own = [0.5, 0.5]) => [
        (r.x + 0.5 + own[0] * (r.width - 1)) / ATLAS_WIDTH,
        (r.y + 0.5 + own[1] * (r.height - 1)) / ATLAS_HEIGHT,
      ],
    };
  }
  if ("surface" in paint) {
    const colour = linearRgb(paint.colour);
    const tile = METRES_PER_TILE[paint.surface];
    return { material: paint.surface, colour, albedo: colour, uv: (p, n) => projected(p, n, tile) };
  }
  const colour = paint.colour ? linearRgb(paint.colour) : WHITE;
  return { material: paint.plain, colour, albedo: colour, uv: (_p, _n, own = [0, 0]) => own };
}

/** Grain laid on from the side a face looks to, so neighbouring walls and slabs meet without a seam. */
function projected(p: V3, n: V3, tile: number): readonly [number, number] {
  const [x, y, z] = [Math.abs(n[0]), Math.abs(n[1]), Math.abs(n[2])];
  if (z >= x && z >= y) return [p[0] / tile, p[1] / tile];
  return x > y ? [p[1] / tile, p[2] / tile] : [p[0] / tile, p[2] / tile];
}
