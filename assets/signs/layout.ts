// Where each sign and paint lies on the one picture all of them share; models need this, drawing it needs much more.
import { PAINT_NAMES, type PaintName } from "../kit/palette.ts";
import { SIGN_LAYOUT } from "./layout-table.ts";

export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const CELL = 32;
export const ATLAS_WIDTH = 2048;
export const ATLAS_HEIGHT = 1536;

const REGIONS: ReadonlyMap<string, Region> = new Map(
  SIGN_LAYOUT.map(([id, x, y, width, height]) => [id, { x, y, width, height }]),
);

export function regionOf(id: string): Region {
  const region = REGIONS.get(id);
  if (!region) throw new Error(`signs: nothing is drawn under the name "${id}"`);
  return region;
}

export function cellUv(name: PaintName): readonly [number, number] {
  const index = PAINT_NAMES.indexOf(name);
  return [((index % 64) * CELL + CELL / 2) / ATLAS_WIDTH, (Math.floor(index / 64) * CELL + CELL / 2) / ATLAS_HEIGHT];
}
