// Walking: how bodies that the server moves find their way, keep a pace, open doors and stay with a leader.
import { inTheWay, pushDoor } from "./doors.ts";
import { isOfCrowd, lyingNear } from "./hazard/crowd-lift.ts";
import { smokePace } from "./hazard/crowd-smoke.ts";
import { smokeOf } from "./hazard/room-smoke.ts";
import { type Run, TICKS } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

/** Walking pace, m/s: free, in a level-A suit, when impaired, and dragging somebody (assumption). */
const PACE = { free: 1.4, suit: 1, impaired: 0.6, carrying: 0.5 } as const;
const DOORSTEP_M = 1.1;
/** A walker reaches this far ahead for a door handle. */
const HANDLE_M = 1;
const KEEP_UP_M = 2.2;
const CLOSE_ENOUGH_M = 1.5;

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

/** One stands before a door, on the side one is on, not in it. */
function doorstep(run: Run, body: Body, target: string): { x: number; y: number } | null {
  const door = run.compiled.scenario.stage.doors[target];
  if (!door) return null;
  if (door.wall === "north" || door.wall === "south")
    return { x: door.at.x, y: door.at.y + (body.y < door.at.y ? -DOORSTEP_M : DOORSTEP_M) };
  return { x: door.at.x + (body.x < door.at.x ? -DOORSTEP_M : DOORSTEP_M), y: door.at.y };
}

/** How high what somebody walks to is, m. */
function heightOf(run: Run, target: string): number {
  const { props, places, rooms } = run.compiled.scenario.stage;
  return (props[target] ?? places[target])?.at.z ?? rooms[target]?.floorM ?? run.state.bodies[target]?.z ?? 0;
}

/** Starts a walk; false when there is no way. */
export function walkTo(run: Run, body: Body, target: string): boolean {
  const { map } = run.compiled;
  if (map.floorAt(heightOf(run, target)) !== map.floorAt(body.z)) return false;
  const lying = isOfCrowd(run, target) ? lyingNear(run, body, target) : null;
  const goal = lying ?? doorstep(run, body, target) ?? standingPoint(run, target);
  const points = goal && map.path(body.x, body.y, goal.x, goal.y, body.z);
  if (!points) return false;
  body.walk = { to: target, points, next: 0 };
  return true;
}

/** Sets off after the leader one follows, once the gap has grown and one's hands are free. */
export function keepUp(run: Run, body: Body): void {
  if (body.follow === null || body.walk !== null || body.work !== null) return;
  const leader = run.state.bodies[body.follow];
  if (leader && distance(body, leader) > KEEP_UP_M) walkTo(run, body, body.follow);
}

/** One tick along the way, opening what stands shut on it. */
export function walk(run: Run, body: Body): void {
  const route = body.walk;
  if (!route) return;
  const free = body.condition === "impaired" ? PACE.impaired : body.suit ? PACE.suit : PACE.free;
  const pace = body.lifts === null && body.carries === null ? free : Math.min(free, PACE.carrying);
  const smoke = smokePace(smokeOf(run, body.room)?.head.extinctionPerM ?? 0, pace);
  let left = (pace * smoke) / TICKS;
  if (body.follow === route.to) {
    const leader = run.state.bodies[body.follow];
    if (leader && distance(body, leader) < CLOSE_ENOUGH_M) {
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
    const far = Math.min(1, HANDLE_M / Math.max(gap, 1e-9));
    const shut = inTheWay(run, body, { x: body.x + (x - body.x) * far, y: body.y + (y - body.y) * far });
    if (shut !== null && !pushDoor(run, shut)) {
      body.walk = null;
      return;
    }
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
    body.z = run.compiled.map.heightAt(body.x, body.y, body.z);
  }
}
