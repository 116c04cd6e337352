// A crowd on its way out: one tick of a tenth of a second for everybody, and what of it is worth telling.
import { readField } from "./crowd-field.ts";
import { AID_PACE_MPS, bringAlong, runErrand } from "./crowd-help.ts";
import { moveAll } from "./crowd-motion.ts";
import { chooseExit, countQueues } from "./crowd-route.ts";
import { smokePace } from "./crowd-smoke.ts";
import type { Crowd, Mode } from "./crowd-state.ts";
import { type Crossing, type CrowdWorld, passes, type Ways } from "./crowd-world.ts";

/** What is worth telling of a tick: who set off, turned to another exit, was picked up, left. */
export type CrowdEvent =
  | { readonly kind: "set-off" | "picked-up"; readonly of: string }
  | { readonly kind: "turned" | "left"; readonly of: string; readonly exit: string };
/** What people meet where they stand; left out, clear air. */
export type Surroundings = {
  /** Extinction of smoke at head height, 1/m. */
  readonly extinctionPerM: (xM: number, yM: number, layer: number) => number;
};

/** Seconds of a tick, and the equal parts in which motion is solved. */
const CROWD_TICK_S = 0.1;
const PARTS = 2;
/** Everybody looks round once in so many ticks, by turns. */
const LOOK_TICKS = 10;
/** So long people still walk on beyond an exit, in the way of those behind. */
const LEAVING_TICKS = 20;
/** A group waits for whoever is farther behind than this, m of walk, and stands at twice that. */
const TOGETHER_M = 2;

const scratch = new Float64Array(2);
const presentOf: number[] = [];
const modeBefore: Mode[] = [];
const slowestM: number[] = [];

/** Moves the crowd on by one tick, in place. */
export function stepCrowd(world: CrowdWorld, crowd: Crowd, around: Surroundings | null = null): CrowdEvent[] {
  const events: CrowdEvent[] = [];
  crowd.tick += 1;
  const { movers } = world;
  const ways = world.waysWith(crowd.shut);
  countQueues(world, crowd);
  let count = 0;
  for (let i = 0; i < crowd.ids.length; i += 1) modeBefore[i] = crowd.mode[i] ?? "out";
  slowestM.fill(0);
  for (let i = 0; i < crowd.ids.length; i += 1) {
    const mode = crowd.mode[i];
    if (mode === "carried" || (mode === "out" && !isLeaving(crowd, i))) continue;
    if (mode === "waiting") setOff(world, ways, crowd, i, events);
    if (mode !== "out" && (crowd.tick + i) % LOOK_TICKS === 0) look(world, ways, crowd, i, around, events);
    movers.x[count] = crowd.x[i] as number;
    movers.y[count] = crowd.y[i] as number;
    movers.layer[count] = crowd.layer[i] as number;
    movers.facingX[count] = crowd.facingX[i] as number;
    movers.facingY[count] = crowd.facingY[i] as number;
    movers.speedMps[count] = crowd.speedMps[i] as number;
    movers.radiusM[count] = crowd.radiusM[i] as number;
    movers.solid[count] = crowd.mode[i] === "walking" || mode === "out" ? 1 : 0;
    wish(world, ways, crowd, i, count);
    presentOf[count] = i;
    count += 1;
  }
  movers.count = count;
  stayTogether(world, crowd, count);
  for (let part = 0; part < PARTS; part += 1) moveAll(ways.ground, movers, CROWD_TICK_S / PARTS);
  for (let at = 0; at < count; at += 1) settle(world, crowd, presentOf[at] as number, at, events);
  for (let at = 0; at < count; at += 1) bringAlong(crowd, presentOf[at] as number);
  for (let i = 0; i < crowd.ids.length; i += 1)
    if (crowd.mode[i] === "carried" && modeBefore[i] !== "carried")
      events.push({ kind: "picked-up", of: crowd.ids[i] ?? "" });
  return events;
}

function setOff(world: CrowdWorld, ways: Ways, crowd: Crowd, i: number, events: CrowdEvent[]): void {
  if (crowd.errand[i] !== null) {
    crowd.mode[i] = "walking";
    return;
  }
  if (crowd.alarmTick < 0 || crowd.tick < crowd.alarmTick + (crowd.premovementTicks[i] ?? 0)) return;
  if (crowd.need[i] !== "none") return;
  crowd.mode[i] = "walking";
  crowd.goal[i] = chooseExit(world, ways, crowd, i);
  events.push({ kind: "set-off", of: crowd.ids[i] ?? "" });
}

/** Once a second: the smoke one stands in, and whether another way out has become better. */
function look(
  world: CrowdWorld,
  ways: Ways,
  crowd: Crowd,
  i: number,
  around: Surroundings | null,
  events: CrowdEvent[],
): void {
  if (around) {
    const extinctionPerM = around.extinctionPerM(crowd.x[i] ?? 0, crowd.y[i] ?? 0, crowd.layer[i] ?? 0);
    crowd.smokeShare[i] = smokePace(extinctionPerM, crowd.paceMps[i] ?? 1);
  }
  if (crowd.mode[i] !== "walking" || crowd.errand[i] !== null) return;
  const first = crowd.group[i] === -1 ? i : crowd.group.indexOf(crowd.group[i] ?? -1);
  const lead = crowd.mode[first] === "walking" ? first : i;
  const goal = lead === i ? chooseExit(world, ways, crowd, i) : (crowd.goal[lead] ?? -1);
  if (goal === crowd.goal[i]) return;
  crowd.goal[i] = goal;
  if (goal >= 0) events.push({ kind: "turned", of: crowd.ids[i] ?? "", exit: world.exits[goal]?.id ?? "" });
}

/** Whoever has just left still walks on before those who follow, though out for good. */
const isLeaving = (crowd: Crowd, i: number): boolean =>
  (crowd.helpedBy[i] as number) < 0 && crowd.tick <= (crowd.leftTick[i] as number) + LEAVING_TICKS;

/** Where one wants to go now, and how fast one would. */
function wish(world: CrowdWorld, ways: Ways, crowd: Crowd, i: number, at: number): void {
  const { movers } = world;
  const layerIndex = crowd.layer[i] as number;
  movers.wishMps[at] = 0;
  movers.wishX[at] = crowd.facingX[i] as number;
  movers.wishY[at] = crowd.facingY[i] as number;
  movers.walkM[at] = crowd.walkM[i] as number;
  if (crowd.mode[i] === "out") {
    const gate = world.exits[crowd.leftBy[i] as number];
    movers.wishX[at] = gate?.outX ?? 0;
    movers.wishY[at] = gate?.outY ?? 0;
    movers.wishMps[at] = (crowd.paceMps[i] as number) * (crowd.injuryShare[i] as number);
    movers.walkM[at] = 0;
    return;
  }
  if (crowd.mode[i] !== "walking") return;
  if (crowd.errand[i] !== null) {
    if (!runErrand(crowd, i, ways.ground, scratch)) return;
  } else {
    const goal = crowd.goal[i] as number;
    if (goal < 0) return;
    const walkM = readField(
      ways.ground,
      ways.fieldOf(goal),
      layerIndex,
      crowd.x[i] as number,
      crowd.y[i] as number,
      scratch,
    );
    if (walkM === Number.POSITIVE_INFINITY) return;
    crowd.walkM[i] = walkM;
    movers.walkM[at] = walkM;
  }
  movers.wishX[at] = scratch[0] as number;
  movers.wishY[at] = scratch[1] as number;
  const layer = ways.ground.layers[layerIndex];
  if (!layer) return;
  const up = (movers.wishX[at] as number) * layer.upX + (movers.wishY[at] as number) * layer.upY;
  const stair = layer.lengthM === 0 ? 1 : up >= 0 ? layer.upPace : layer.downPace;
  const helped = crowd.helps[i] as number;
  const pace = crowd.paceMps[i] as number;
  const aid = helped < 0 ? pace : Math.min(pace, AID_PACE_MPS[crowd.need[helped] ?? "none"]);
  movers.wishMps[at] = aid * stair * (crowd.smokeShare[i] as number) * (crowd.injuryShare[i] as number);
}

/** Those ahead of their group go slower, until the last has come up. */
function stayTogether(world: CrowdWorld, crowd: Crowd, count: number): void {
  const { movers } = world;
  for (let at = 0; at < count; at += 1) {
    const group = crowd.group[presentOf[at] as number] as number;
    if (group < 0 || (movers.wishMps[at] as number) === 0) continue;
    slowestM[group] = Math.max(slowestM[group] ?? 0, movers.walkM[at] as number);
  }
  for (let at = 0; at < count; at += 1) {
    const group = crowd.group[presentOf[at] as number] as number;
    if (group < 0) continue;
    const aheadM = (slowestM[group] ?? 0) - (movers.walkM[at] as number);
    if (aheadM > TOGETHER_M) movers.wishMps[at] = (movers.wishMps[at] as number) * Math.max(0, 2 - aheadM / TOGETHER_M);
  }
}

/** Takes one's new place, unless a limited door lets nobody through yet; beyond an exit one is out. */
function settle(world: CrowdWorld, crowd: Crowd, i: number, at: number, events: CrowdEvent[]): void {
  const { movers } = world;
  const fromX = crowd.x[i] as number;
  const fromY = crowd.y[i] as number;
  const x = Math.round((movers.x[at] as number) * 1e4) / 1e4;
  const y = Math.round((movers.y[at] as number) * 1e4) / 1e4;
  crowd.facingX[i] = movers.facingX[at] as number;
  crowd.facingY[i] = movers.facingY[at] as number;
  crowd.speedMps[i] = movers.speedMps[at] as number;
  if (x === fromX && y === fromY) return;
  if (crowd.mode[i] === "out") {
    crowd.x[i] = x;
    crowd.y[i] = y;
    return;
  }
  for (const door of world.slowDoors) {
    if (door.layer !== crowd.layer[i] || passes(door, fromX, fromY, x, y) === 0) continue;
    if (!isLetThrough(crowd, door)) {
      crowd.speedMps[i] = 0;
      return;
    }
  }
  for (let exit = 0; exit < world.exits.length; exit += 1) {
    const gate = world.exits[exit];
    if (!gate || gate.layer !== crowd.layer[i] || passes(gate, fromX, fromY, x, y) !== 1) continue;
    if (!isLetThrough(crowd, gate)) {
      crowd.speedMps[i] = 0;
      return;
    }
    for (const one of [i, crowd.helps[i] as number]) {
      if (one < 0) continue;
      crowd.mode[one] = "out";
      crowd.leftBy[one] = exit;
      crowd.leftTick[one] = crowd.tick;
      events.push({ kind: "left", of: crowd.ids[one] ?? "", exit: gate.id });
    }
    break;
  }
  crowd.x[i] = x;
  crowd.y[i] = y;
  crowd.layer[i] = movers.layer[at] as number;
}

function isLetThrough(crowd: Crowd, crossing: Crossing): boolean {
  if (crossing.flowLimitPerS === null) return true;
  const nowS = crowd.tick * CROWD_TICK_S;
  const freeS = crowd.freeS[crossing.id] ?? 0;
  if (freeS > nowS) return false;
  crowd.freeS[crossing.id] = Math.max(nowS - CROWD_TICK_S, freeS) + 1 / crossing.flowLimitPerS;
  return true;
}
