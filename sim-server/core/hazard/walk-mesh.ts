// A navigation mesh over the ground of a plan: the way on foot for one person to any point, over stairs and round walls.
import { DEFAULT_QUERY_FILTER, FindPathResultFlags, findPath, type NavMesh, type Vec3 } from "navcat";
import { generateSoloNavMesh } from "navcat/blocks";
import { CELL_M, cellAt, type Ground, heightM } from "./crowd-ground.ts";

type Place = { readonly layer: number; readonly x: number; readonly y: number };
export type WalkMesh = {
  /** Points of the way without the first, each with its height; null when there is none. */
  path(from: Place, to: Place): [xM: number, yM: number, zM: number][] | null;
};

/** How far from the mesh a point may lie and still be on it, m: beside a wall one stands off the mesh. */
const NEAR: Vec3 = [0.6, 1, 0.6];
/** An end of a way farther than this from where one wanted to go is no way there, m. */
const AMISS_M = 0.8;

/** Builds the mesh from the walkable cells, so that mesh and motion agree about every wall; the same ground, the same mesh. */
export function openWalkMesh(ground: Ground): WalkMesh {
  const { navMesh } = generateSoloNavMesh(surfaceOf(ground), {
    cellSize: CELL_M,
    cellHeight: 0.1,
    walkableRadiusWorld: 0,
    walkableRadiusVoxels: 0,
    walkableClimbWorld: 0.4,
    walkableClimbVoxels: 4,
    walkableHeightWorld: 1.9,
    walkableHeightVoxels: 19,
    walkableSlopeAngleDegrees: 50,
    borderSize: 0,
    minRegionArea: 2,
    mergeRegionArea: 20,
    maxSimplificationError: 0.6,
    maxEdgeLength: 60,
    maxVerticesPerPoly: 6,
    detailSampleDistance: 1.2,
    detailSampleMaxError: 0.1,
  });
  return { path: (from, to) => wayOver(ground, navMesh, from, to) };
}

/** In the mesh the second number is the height. */
function pointOf(ground: Ground, place: Place): Vec3 {
  const layer = ground.layers[place.layer];
  return [place.x, layer ? heightM(layer, place.x, place.y) : 0, place.y];
}

function wayOver(ground: Ground, navMesh: NavMesh, from: Place, to: Place): [number, number, number][] | null {
  const end = pointOf(ground, to);
  const found = findPath(navMesh, pointOf(ground, from), end, NEAR, DEFAULT_QUERY_FILTER);
  if (!found.success || (found.flags & FindPathResultFlags.PARTIAL_PATH) !== 0) return null;
  const last = found.path.at(-1)?.position;
  if (!last) return null;
  const [dx, dy, dz] = [last[0] - end[0], last[2] - end[2], last[1] - end[1]];
  if (dx * dx + dy * dy > AMISS_M * AMISS_M || Math.abs(dz) > NEAR[1]) return null;
  return found.path.slice(1).map(({ position }) => [position[0], position[2], position[1]]);
}

/** Runs of walkable cells as rectangles, flat on floors and sloping on stairs. */
function surfaceOf(ground: Ground): { positions: number[]; indices: number[] } {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const layer of ground.layers) {
    const northward = layer.upY !== 0;
    const [lanes, steps] = northward ? [layer.columns, layer.rows] : [layer.rows, layer.columns];
    const index = ground.layers.indexOf(layer);
    for (let lane = 0; lane < lanes; lane += 1) {
      let start = -1;
      for (let step = 0; step <= steps; step += 1) {
        const [column, row] = northward ? [lane, step] : [step, lane];
        const x = (layer.column0 + column + 0.5) * CELL_M;
        const y = (layer.row0 + row + 0.5) * CELL_M;
        const isFree = step < steps && ground.walkable[cellAt(ground, index, x, y)] === 1;
        if (isFree && start < 0) start = step;
        if (isFree || start < 0) continue;
        addQuad(ground, index, lane, start, step, northward, positions, indices);
        start = -1;
      }
    }
  }
  return { positions, indices };
}

/** Kept a millimetre inside its cells, so that no neighbour beyond a wall is touched. */
const INSIDE_M = 0.001;

function addQuad(
  ground: Ground,
  index: number,
  lane: number,
  start: number,
  end: number,
  northward: boolean,
  positions: number[],
  indices: number[],
): void {
  const layer = ground.layers[index];
  if (!layer) return;
  const [c0, c1] = northward ? [lane, lane + 1] : [start, end];
  const [r0, r1] = northward ? [start, end] : [lane, lane + 1];
  const west = (layer.column0 + c0) * CELL_M + INSIDE_M;
  const east = (layer.column0 + c1) * CELL_M - INSIDE_M;
  const south = (layer.row0 + r0) * CELL_M + INSIDE_M;
  const north = (layer.row0 + r1) * CELL_M - INSIDE_M;
  const first = positions.length / 3;
  for (const [x, y] of [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const)
    positions.push(x, heightM(layer, x, y), y);
  // Anticlockwise seen from above with north as the third axis turned: the upper side counts as floor.
  indices.push(first, first + 2, first + 1, first, first + 3, first + 2);
}
