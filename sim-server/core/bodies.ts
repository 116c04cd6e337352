// Bodies: where people are, how they walk, what a pose may claim, and which room or hot zone they enter.
import type { Pose } from "../protocol/intents.ts";
import { minutesOfAir } from "./gear.ts";
import { roomPpm } from "./hazard/gas.ts";
import { able, emitFact, isProtected, type Run, TICKS } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

/** Human limits for poses: sustained metres a second, and the longest hop (a teleport step). */
const STRIDE_MPS = 2.5;
const HOP_M = 7;
/** Walking pace of bodies the server moves, m/s: free, in a level-A suit, and when impaired. */
const PACE = { free: 1.4, suit: 1, impaired: 0.6 } as const;
const BUDDY_M = 8;
const DOOR_HELD_TICKS = 30;
/** AEGL-2 for 10 minutes enters the hot zone (US EPA: chlorine 2.8 ppm); it is left below two thirds of that. */
export const HOT_PPM = 2.8;

export const doorOpen =
  (run: Run) =>
  (door: string): boolean =>
    run.state.doors[door]?.open ?? false;

/** Takes a client's pose when a person could have moved so; otherwise keeps the body and says where it is held. */
export function takePose(run: Run, body: Body, pose: Pose): void {
  body.yawDeg = Math.round(pose.yawDeg * 10) / 10;
  body.pitchDeg = Math.round(pose.pitchDeg * 10) / 10;
  body.hands = pose.hands ? pose.hands.map((part) => Math.round(part * 100) / 100) : null;
  if (!able(body)) return;
  const x = Math.round(pose.x * 100) / 100;
  const y = Math.round(pose.y * 100) / 100;
  const moved = distance(body, { x, y });
  if (moved < 0.005) {
    body.held = null;
    return;
  }
  if (body.walk !== null) return;
  const { x: spanX, y: spanY } = run.compiled.scenario.stage.bounds;
  const outside = x < spanX[0] || x > spanX[1] || y < spanY[0] || y > spanY[1];
  if (outside || moved > body.strideM || run.compiled.map.barrier(body.x, body.y, x, y, doorOpen(run)) !== null) {
    body.held = { x: body.x, y: body.y, z: body.z };
    return;
  }
  body.strideM -= moved;
  body.x = x;
  body.y = y;
  body.z = 0;
  body.held = null;
}

/** Where somebody stands to use a prop: on the side it faces. */
export function standingPoint(run: Run, target: string): { x: number; y: number } | null {
  const { stage } = run.compiled.scenario;
  const prop = stage.props[target];
  if (prop) {
    const facing = (prop.faces * Math.PI) / 180;
    const step = Math.min(0.7, prop.reachM * 0.6);
    return { x: prop.at.x + Math.sin(facing) * step, y: prop.at.y + Math.cos(facing) * step };
  }
  const place = stage.places[target];
  if (place) return place.at;
  const door = stage.doors[target];
  if (door) return door.at;
  const room = stage.rooms[target];
  if (room) return { x: (room.x[0] + room.x[1]) / 2, y: (room.y[0] + room.y[1]) / 2 };
  const other = run.state.bodies[target];
  return other ? { x: other.x, y: other.y } : null;
}

const DOORSTEP_M = 1.1;

/** One stands before a door, on the side one is on, not in it. */
function doorstep(run: Run, body: Body, target: string): { x: number; y: number } | null {
  const door = run.compiled.scenario.stage.doors[target];
  if (!door) return null;
  if (door.wall === "north" || door.wall === "south")
    return { x: door.at.x, y: door.at.y + (body.y < door.at.y ? -DOORSTEP_M : DOORSTEP_M) };
  return { x: door.at.x + (body.x < door.at.x ? -DOORSTEP_M : DOORSTEP_M), y: door.at.y };
}

/** Starts a walk; false when there is no way. */
export function walkTo(run: Run, body: Body, target: string): boolean {
  const goal = doorstep(run, body, target) ?? standingPoint(run, target);
  const points = goal && run.compiled.map.path(body.x, body.y, goal.x, goal.y);
  if (!points) return false;
  body.walk = { to: target, points, next: 0 };
  return true;
}

/** Moves every body one tick. */
export function moveBodies(run: Run): void {
  for (const slot of run.compiled.slots) {
    const body = run.state.bodies[slot.slot];
    if (!body) continue;
    body.strideM = Math.min(HOP_M, body.strideM + STRIDE_MPS / TICKS);
    if (!able(body)) {
      body.walk = null;
      continue;
    }
    if (body.follow !== null && body.walk === null) keepUp(run, body, body.follow);
    if (body.walk !== null) walk(run, body);
    if (body.work === null || body.walk === null) crossThreshold(run, body);
  }
  for (const [, door] of Object.entries(run.state.doors)) {
    if (door.closeAt > 0 && run.state.tick >= door.closeAt) {
      door.open = false;
      door.closeAt = 0;
    }
  }
}

function keepUp(run: Run, body: Body, leader: string): void {
  const other = run.state.bodies[leader];
  if (other && distance(body, other) > 2.2) walkTo(run, body, leader);
}

function walk(run: Run, body: Body): void {
  const route = body.walk;
  if (!route) return;
  const pace = body.condition === "impaired" ? PACE.impaired : body.suit ? PACE.suit : PACE.free;
  let left = pace / TICKS;
  if (body.follow === route.to) {
    const other = run.state.bodies[body.follow];
    if (other && distance(body, other) < 1.5) {
      body.walk = null;
      return;
    }
  }
  while (left > 0) {
    const point = route.points[route.next];
    if (!point) {
      body.walk = null;
      return;
    }
    const [x, y] = point;
    const gap = distance(body, { x, y });
    const shut = run.compiled.map.barrier(body.x, body.y, x, y, doorOpen(run));
    if (shut !== null && shut !== "wall" && gap < 1.5) openDoor(run, shut);
    if (gap > 0.01) body.yawDeg = Math.round(((Math.atan2(x - body.x, y - body.y) * 180) / Math.PI) * 10) / 10;
    if (gap <= left) {
      body.x = x;
      body.y = y;
      left -= gap;
      route.next += 1;
    } else {
      body.x = Math.round((body.x + ((x - body.x) / gap) * left) * 1000) / 1000;
      body.y = Math.round((body.y + ((y - body.y) / gap) * left) * 1000) / 1000;
      left = 0;
    }
  }
}

/** A walking person opens a shut door and lets it fall shut behind. */
function openDoor(run: Run, id: string): void {
  const door = run.state.doors[id];
  if (!door) return;
  if (!door.open || door.closeAt > 0) {
    door.open = true;
    door.closeAt = run.state.tick + DOOR_HELD_TICKS;
  }
}

function buddyNear(run: Run, body: Body): boolean {
  for (const slot of run.compiled.slots) {
    const other = run.state.bodies[slot.slot];
    if (other && other !== body && isProtected(other) && able(other) && distance(body, other) <= BUDDY_M) return true;
  }
  return false;
}

export function entryFields(run: Run, body: Body, hot: boolean) {
  return {
    suit: body.suit ? "A" : "none",
    scba: body.scba,
    airMin: Math.round(minutesOfAir(body) * 10) / 10,
    buddy: buddyNear(run, body),
    ppm: Math.round(body.ppm * 100) / 100,
    hot,
  };
}

function crossThreshold(run: Run, body: Body): void {
  const room = run.compiled.map.roomAt(body.x, body.y);
  if (room === body.room) return;
  const { rooms } = run.compiled.scenario.stage;
  const stay = (run.state.tick - body.enteredTick) / TICKS;
  if (rooms[body.room]?.indoor) emitFact(run, body.slot, "left", body.room, { hot: body.hot, staySeconds: stay });
  body.room = room;
  body.enteredTick = run.state.tick;
  if (rooms[room]?.indoor) {
    body.ppm = roomPpm(run, room);
    emitFact(run, body.slot, "entered", room, entryFields(run, body, body.ppm >= HOT_PPM));
  }
}
