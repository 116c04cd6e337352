// The ground of a plan as cells: what can be walked on, which cell leads to which, and the walls near each place.
import { type CrowdPlan, insideOf, onFloor, type Segment, STAIR_PACE, segmentGapM, wallsOf } from "./crowd-plan.ts";

/** Edge of a cell of the ground, m. */
export const CELL_M = 0.2;
/** A cell whose middle is nearer to a wall than this cannot be walked through, m. */
const CLEARANCE_M = 0.15;
/** Edge of a bin of walls, m, and how far beyond its bin a wall is felt. */
const BIN_M = 1;
const FELT_M = 0.7;

export type Layer = {
  /** Height of its foot, m, and of its head; the same on a floor. */
  zFootM: number;
  zHeadM: number;
  /** For a stair: unit vector uphill, where the foot lies along it, and the length along the plan, m. */
  upX: number;
  upY: number;
  footM: number;
  lengthM: number;
  upPace: number;
  downPace: number;
  column0: number;
  row0: number;
  columns: number;
  rows: number;
  /** The number of its first cell among all cells. */
  first: number;
};
export type Ground = {
  readonly plan: CrowdPlan;
  readonly shut: readonly string[];
  readonly walls: readonly Segment[];
  readonly layers: readonly Layer[];
  readonly cellCount: number;
  readonly layerOf: Uint8Array;
  readonly walkable: Uint8Array;
  /** East, west, north and south of each cell, across stair mouths too; -1 where one cannot go. */
  readonly beside: Int32Array;
  /** Walls felt from a bin: `wallList` from `wallStart[bin]` up to `wallStart[bin + 1]`, bins layer by layer. */
  readonly wallStart: Int32Array;
  readonly wallList: Int32Array;
  readonly wallEnds: Float64Array;
  readonly binFirst: Int32Array;
  readonly binColumns: Int32Array;
};

export function layGround(plan: CrowdPlan, shut: readonly string[] = []): Ground {
  const walls = wallsOf(plan, shut);
  const layers = layersOf(plan);
  const cellCount = layers.reduce((sum, layer) => sum + layer.columns * layer.rows, 0);
  const layerOf = new Uint8Array(cellCount);
  const walkable = new Uint8Array(cellCount);
  const bins = binWalls(layers, walls);
  layers.forEach((layer, index) => {
    for (let row = 0; row < layer.rows; row += 1)
      for (let column = 0; column < layer.columns; column += 1) {
        const cell = layer.first + row * layer.columns + column;
        const x = (layer.column0 + column + 0.5) * CELL_M;
        const y = (layer.row0 + row + 0.5) * CELL_M;
        layerOf[cell] = index;
        if (belongs(plan, index, x, y) && isClear(bins, walls, layers, index, x, y)) walkable[cell] = 1;
      }
  });
  const beside = new Int32Array(cellCount * 4).fill(-1);
  const ground = { plan, shut, walls, layers, cellCount, layerOf, walkable, beside, ...bins };
  for (let cell = 0; cell < cellCount; cell += 1) {
    if (walkable[cell] === 0) continue;
    const index = layerOf[cell] ?? 0;
    const [x, y] = middleOf(ground, cell);
    [x + CELL_M, x - CELL_M, x, x].forEach((toX, side) => {
      const toY = side === 2 ? y + CELL_M : side === 3 ? y - CELL_M : y;
      const to = cellAt(ground, layerAfter(ground, index, toX, toY), toX, toY);
      if (to >= 0 && walkable[to] === 1) beside[cell * 4 + side] = to;
    });
  }
  return ground;
}

/** The middle of a cell, m. */
export function middleOf(ground: Pick<Ground, "layers" | "layerOf">, cell: number): [number, number] {
  const layer = ground.layers[ground.layerOf[cell] ?? 0];
  if (!layer) return [0, 0];
  const inLayer = cell - layer.first;
  const row = Math.floor(inLayer / layer.columns);
  return [(layer.column0 + (inLayer % layer.columns) + 0.5) * CELL_M, (layer.row0 + row + 0.5) * CELL_M];
}

/** The cell of a layer at a point, or -1 outside its grid. */
export function cellAt(ground: Pick<Ground, "layers">, index: number, x: number, y: number): number {
  const layer = ground.layers[index];
  if (!layer) return -1;
  const column = Math.floor(x / CELL_M) - layer.column0;
  const row = Math.floor(y / CELL_M) - layer.row0;
  if (column < 0 || row < 0 || column >= layer.columns || row >= layer.rows) return -1;
  return layer.first + row * layer.columns + column;
}

/** The layer somebody of this layer is on after a step to a point: stairs are entered and left by their ends. */
export function layerAfter(ground: Pick<Ground, "plan" | "layers">, index: number, x: number, y: number): number {
  const { floors, stairs } = ground.plan;
  const stair = stairs[index - floors.length];
  if (stair) {
    if (insideOf(stair, x, y)) return index;
    const layer = ground.layers[index];
    if (!layer) return index;
    const along = x * layer.upX + y * layer.upY - layer.footM;
    const to = along < layer.lengthM / 2 ? stair.lower : stair.upper;
    return floors.findIndex(({ id }) => id === to);
  }
  const floor = floors[index]?.id;
  for (let at = 0; at < stairs.length; at += 1) {
    const next = stairs[at];
    if (next && (next.lower === floor || next.upper === floor) && insideOf(next, x, y)) return floors.length + at;
  }
  return index;
}

/** Height of a point of a layer, m. */
export function heightM(layer: Layer, x: number, y: number): number {
  if (layer.lengthM === 0) return layer.zFootM;
  const share = (x * layer.upX + y * layer.upY - layer.footM) / layer.lengthM;
  return layer.zFootM + (layer.zHeadM - layer.zFootM) * Math.min(1, Math.max(0, share));
}

function layersOf(plan: CrowdPlan): Layer[] {
  const layers: Layer[] = [];
  let first = 0;
  const add = (x0: number, x1: number, y0: number, y1: number, rest: Partial<Layer> & { zFootM: number }): void => {
    const column0 = Math.floor(x0 / CELL_M + 1e-9);
    const row0 = Math.floor(y0 / CELL_M + 1e-9);
    const columns = Math.ceil(x1 / CELL_M - 1e-9) - column0;
    const rows = Math.ceil(y1 / CELL_M - 1e-9) - row0;
    const level = { zHeadM: rest.zFootM, upX: 0, upY: 0, footM: 0, lengthM: 0, upPace: 1, downPace: 1 };
    layers.push({ ...level, ...rest, column0, row0, columns, rows, first });
    first += columns * rows;
  };
  for (const { outline, zM } of plan.floors) {
    const xs = outline.map(([x]) => x);
    const ys = outline.map(([, y]) => y);
    add(Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys), { zFootM: zM });
  }
  for (const stair of plan.stairs) {
    const upX = stair.rises === "east" ? 1 : stair.rises === "west" ? -1 : 0;
    const upY = stair.rises === "north" ? 1 : stair.rises === "south" ? -1 : 0;
    const along = upX === 0 ? stair.y : stair.x;
    const zOf = (id: string): number => plan.floors.find((floor) => floor.id === id)?.zM ?? 0;
    add(stair.x[0], stair.x[1], stair.y[0], stair.y[1], {
      zFootM: zOf(stair.lower),
      zHeadM: zOf(stair.upper),
      upX,
      upY,
      footM: upX + upY > 0 ? along[0] : -along[1],
      lengthM: along[1] - along[0],
      upPace: stair.upPace ?? STAIR_PACE.up,
      downPace: stair.downPace ?? STAIR_PACE.down,
    });
  }
  return layers;
}

function belongs(plan: CrowdPlan, index: number, x: number, y: number): boolean {
  const floor = plan.floors[index];
  if (!floor) {
    const stair = plan.stairs[index - plan.floors.length];
    return stair !== undefined && insideOf(stair, x, y);
  }
  if (!onFloor(floor.outline, x, y)) return false;
  return !plan.stairs.some((stair) => (stair.lower === floor.id || stair.upper === floor.id) && insideOf(stair, x, y));
}

type Bins = Pick<Ground, "wallStart" | "wallList" | "wallEnds" | "binFirst" | "binColumns">;

function binWalls(layers: readonly Layer[], walls: readonly Segment[]): Bins {
  const wallEnds = new Float64Array(walls.flatMap(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2]));
  const binFirst = new Int32Array(layers.length);
  const binColumns = new Int32Array(layers.length);
  const starts: number[] = [];
  const list: number[] = [];
  layers.forEach((layer, index) => {
    const columns = Math.ceil((layer.columns * CELL_M) / BIN_M) + 1;
    const rows = Math.ceil((layer.rows * CELL_M) / BIN_M) + 1;
    binFirst[index] = starts.length;
    binColumns[index] = columns;
    const own = walls.map((_, at) => at).filter((at) => walls[at]?.layer === index);
    for (let bin = 0; bin < columns * rows; bin += 1) {
      starts.push(list.length);
      const x = layer.column0 * CELL_M + ((bin % columns) + 0.5) * BIN_M;
      const y = layer.row0 * CELL_M + (Math.floor(bin / columns) + 0.5) * BIN_M;
      for (const at of own) {
        const wall = walls[at];
        if (wall && segmentGapM(wall, x, y) < FELT_M + BIN_M * Math.SQRT1_2) list.push(at);
      }
    }
  });
  starts.push(list.length);
  return { wallStart: Int32Array.from(starts), wallList: Int32Array.from(list), wallEnds, binFirst, binColumns };
}

/** The bin of walls at a point of a layer. */
export function binAt(ground: Bins & Pick<Ground, "layers">, index: number, x: number, y: number): number {
  const layer = ground.layers[index];
  if (!layer) return 0;
  const columns = ground.binColumns[index] ?? 1;
  const rows = Math.ceil((layer.rows * CELL_M) / BIN_M) + 1;
  const column = Math.min(columns - 1, Math.max(0, Math.floor((x - layer.column0 * CELL_M) / BIN_M)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor((y - layer.row0 * CELL_M) / BIN_M)));
  return (ground.binFirst[index] ?? 0) + row * columns + column;
}

function isClear(
  bins: Bins,
  walls: readonly Segment[],
  layers: readonly Layer[],
  index: number,
  x: number,
  y: number,
): boolean {
  const bin = binAt({ ...bins, layers }, index, x, y);
  for (let at = bins.wallStart[bin] ?? 0; at < (bins.wallStart[bin + 1] ?? 0); at += 1) {
    const wall = walls[bins.wallList[at] ?? 0];
    if (wall && segmentGapM(wall, x, y) < CLEARANCE_M) return false;
  }
  return true;
}
