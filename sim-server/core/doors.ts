// Doors: which stand open, how a walker opens one and it falls shut, and whether walls leave a way between two points.
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

/** A walking person opens a shut door and lets it fall shut behind. */
export function pushDoor(run: Run, id: string): void {
  const door = run.state.doors[id];
  if (!door) return;
  if (!door.open || door.closeAt > 0) {
    door.open = true;
    door.closeAt = run.state.tick + HELD_TICKS;
  }
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
