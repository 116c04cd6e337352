// What is done to a crowd from outside: the alarm, orders where to go, doors shut, people falling, helpers sent.
import { type Crowd, exitIndex } from "./crowd-state.ts";
import type { CrowdWorld } from "./crowd-world.ts";
import type { WalkMesh } from "./walk-mesh.ts";

/** Raises the alarm: premovement times run from now. */
export function raiseAlarm(crowd: Crowd): void {
  if (crowd.alarmTick < 0) crowd.alarmTick = crowd.tick;
}

/** Sends people to an exit, which they then know; whoever has not set off does so after `reactionS`. */
export function orderOut(world: CrowdWorld, crowd: Crowd, exit: string, who: readonly string[], reactionS = 5): void {
  const index = exitIndex(world, exit);
  raiseAlarm(crowd);
  for (const i of indicesOf(crowd, who)) {
    crowd.ordered[i] = index;
    crowd.knows[i] = (crowd.knows[i] ?? 0) | (1 << index);
    const soonest = crowd.tick - crowd.alarmTick + Math.round(reactionS * 10);
    crowd.premovementTicks[i] = Math.min(crowd.premovementTicks[i] ?? 0, soonest);
  }
}

/** Shuts or opens a door or exit. Who goes to an exit learns that it is shut when it comes in sight. */
export function setShut(world: CrowdWorld, crowd: Crowd, id: string, isShut: boolean): void {
  if (![...world.plan.exits, ...world.plan.doors].some((line) => line.id === id))
    throw new Error(`the plan has no door or exit ${id}`);
  crowd.shut = crowd.shut.filter((other) => other !== id);
  if (isShut) crowd.shut = [...crowd.shut, id].sort();
}

/** Somebody can go no further: those after them step round, and only help brings them out. */
export function fall(crowd: Crowd, who: string): void {
  for (const i of indicesOf(crowd, [who])) {
    if (crowd.mode[i] === "out" || crowd.mode[i] === "carried") continue;
    crowd.mode[i] = "down";
    crowd.need[i] = "carrying";
    crowd.errand[i] = null;
    const helped = crowd.helps[i] ?? -1;
    crowd.helps[i] = -1;
    if (helped < 0) continue;
    crowd.helpedBy[helped] = -1;
    crowd.mode[helped] = "waiting";
  }
}

/** What injuries leave of somebody's pace, a share. */
export function hurt(crowd: Crowd, who: string, paceShare: number): void {
  for (const i of indicesOf(crowd, [who])) crowd.injuryShare[i] = Math.min(1, Math.max(0, paceShare));
}

/** Sends a helper to somebody; false when there is no way or one of the two cannot. */
export function sendHelp(mesh: WalkMesh, crowd: Crowd, helper: string, to: string): boolean {
  const [i, j] = indicesOf(crowd, [helper, to]);
  if (i === undefined || j === undefined || i === j) return false;
  const able = crowd.mode[i] === "waiting" || crowd.mode[i] === "walking";
  if (!able || (crowd.helps[i] ?? -1) >= 0 || (crowd.helpedBy[j] ?? -1) >= 0 || crowd.mode[j] === "out") return false;
  const points = mesh.path(
    { layer: crowd.layer[i] ?? 0, x: crowd.x[i] ?? 0, y: crowd.y[i] ?? 0 },
    { layer: crowd.layer[j] ?? 0, x: crowd.x[j] ?? 0, y: crowd.y[j] ?? 0 },
  );
  if (!points) return false;
  crowd.errand[i] = { points, next: 0, fetch: j, readyTick: -1 };
  return true;
}

function indicesOf(crowd: Crowd, who: readonly string[]): number[] {
  return who.map((id) => {
    const index = crowd.ids.indexOf(id);
    if (index < 0) throw new Error(`nobody in the crowd is called ${id}`);
    return index;
  });
}
