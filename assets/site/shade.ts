// Soft shade for a stage without light maps: surfaces darken where walls, floor and ceiling meet, and indoors as a whole.
import { type Mesh, type Model, SURFACES } from "../kit/model.ts";
import type { Room } from "../kit/stage.ts";
import { floorOf, isPit, type SitePlan, type SiteRoom } from "./plan.ts";

const REACH_M = 0.55;
const DEEPEST = 0.42;

/** How much light reaches a point beside walls: 1 in the open, less in corners. */
export function shadeAt(room: SiteRoom, x: number, y: number, z: number): number {
  const floor = floorOf(room);
  const gaps = [x - room.x[0], room.x[1] - x, y - room.y[0], room.y[1] - y, z - floor, floor + room.heightM - z];
  // A surface point lies on one of the six planes itself: its own plane shades nothing.
  const near = gaps.map(Math.abs).sort((a, b) => a - b);
  let light = isPit(room) ? Math.max(0.25, 1 - (0 - z) / 9) : 1;
  for (const gap of near.slice(1)) light *= 1 - DEEPEST * Math.exp(-gap / REACH_M);
  return light;
}

export function shadeRoom(plan: SitePlan, room: Room): void {
  const within = plan.rooms[room.name];
  if (within) shadeModel(room.model, (x, y, z) => shadeAt(within, x, y, z));
}

function shadeModel(model: Model, lightAt: (x: number, y: number, z: number) => number): void {
  for (const name of SURFACES) {
    const mesh = model.meshes.get(name);
    if (mesh) shadeMesh(mesh, lightAt);
  }
}

function shadeMesh(mesh: Mesh, lightAt: (x: number, y: number, z: number) => number): void {
  for (let i = 0; i < mesh.colours.length; i += 3) {
    const light = lightAt(mesh.positions[i] ?? 0, mesh.positions[i + 1] ?? 0, mesh.positions[i + 2] ?? 0);
    for (let k = 0; k < 3; k++) mesh.colours[i + k] = (mesh.colours[i + k] ?? 0) * light;
  }
}
