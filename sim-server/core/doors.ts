// Doors: which stand open, how a walker opens one and it falls shut, and whether walls leave a way between two points.
import { setShut } from "./hazard/crowd-orders.ts";
import { type Run, TICKS } from "./run.ts";

const HELD_TICKS = 3 * TICKS;
type Point = { x: number; y: number };

const isOpen =
  (run: Run) =>
  (door: string): boolean =>
    run.state.doors[door]?.open ?? false;

/** The wall or shut door in the way from one point to another, or null. */
export const inTheWay = (run: Run, from: Point & { z?: number }, to: Point): string | null =>
  run.compiled.map.barrier(from.x, from.y, to.x, to.y, isOpen(run), from.z);

/** A walking person opens a shut door and lets it fall shut behind; false if it is locked. */
export function pushDoor(run: Run, id: string): boolean {
  const door = run.state.doors[id];
  if (!door) return true;
  if (door.locked) return false;
  if (!door.open || door.closeAt > 0) {
    door.open = true;
    door.closeAt = run.state.tick + HELD_TICKS;
  }
  return true;
}

/** Doors that nobody left open fall shut. */
export function closeDoors(run: Run): void {
  for (const id in run.state.doors) {
    const door = run.state.doors[id];
    if (!door || door.closeAt === 0 || run.state.tick < door.closeAt) continue;
    door.open = false;
    door.closeAt = 0;
  }
}

/** Chains a door or frees it; who walks with the crowd finds it so. */
export function lockDoor(run: Run, id: string, locked: boolean): void {
  const door = run.state.doors[id];
  if (!door) return;
  door.locked = locked;
  if (locked) door.open = false;
  const { crowds } = run.state;
  const world = run.compiled.crowd?.world;
  if (!crowds || !world || ![...world.plan.doors, ...world.plan.exits].some((line) => line.id === id)) return;
  setShut(world, crowds.crowd, id, locked);
}
