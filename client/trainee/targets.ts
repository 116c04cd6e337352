// What can be used: a box round each prop, door and colleague, and which one a ray meets first.
import type { MirrorFrame, PropFrame, PropView, StageView } from "../../sim-server/protocol/frames.ts";
import type { SelfView } from "../../sim-server/protocol/views.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import type { DoorState, Ground } from "./walk.ts";

export type Target = {
  readonly id: string;
  readonly kind: string;
  readonly title: Text;
  readonly at: { x: number; y: number; z: number };
  readonly half: readonly [number, number, number];
  /** Plan distance within which the room lets one use it. */
  readonly reachM: number;
};
export type Ray = { x: number; y: number; z: number; dx: number; dy: number; dz: number };
export type Hit = { target: Target; distanceM: number };

/** The room allows this much beyond a prop's reach. */
const SLACK_M = 0.3;
const DOOR_REACH_M = 2;
const CHECK_REACH_M = 2.5;
/** Farther than this nothing is offered, not even "too far". */
const SEEN_M = 9;

/** Half sizes east, north, up; generous for small things, so that gloves and tremor still hit. */
const BOXES: Readonly<Record<string, readonly [number, number, number]>> = {
  container: [0.45, 1.05, 0.5],
  valve: [0.2, 0.16, 0.2],
  switch: [0.16, 0.2, 0.2],
  button: [0.14, 0.16, 0.16],
  "gas-head": [0.16, 0.16, 0.2],
  "control-panel": [1.2, 0.12, 0.6],
  "suit-rack": [0.45, 0.75, 1.1],
  "scba-rack": [0.45, 0.75, 1.1],
  phone: [0.25, 0.25, 0.22],
  "report-desk": [0.5, 0.35, 0.35],
  hoist: [0.16, 0.16, 0.26],
  monitor: [0.5, 0.5, 0.6],
  board: [0.7, 0.25, 0.6],
  barrier: [0.4, 0.4, 0.8],
  "sample-point": [0.35, 0.35, 0.35],
  hatch: [0.45, 0.45, 0.14],
  ladder: [0.26, 0.26, 0.5],
  tripod: [0.6, 0.6, 1],
  line: [0.25, 0.25, 0.3],
  cylinder: [0.2, 0.2, 0.38],
  appliance: [0.55, 0.55, 0.5],
  hose: [0.42, 0.42, 0.5],
  extinguisher: [0.22, 0.22, 0.35],
  scenery: [0.3, 0.3, 0.5],
};

export function targetsOf(stage: StageView): Target[] {
  const props = Object.entries(stage.props)
    .filter(([, prop]) => prop.actions.length > 0)
    .map(([id, prop]) => propTarget(id, prop));
  const doors = Object.entries(stage.doors).map(([id, door]): Target => {
    const alongX = door.wall === "north" || door.wall === "south";
    return {
      id,
      kind: "door",
      title: door.title,
      at: { x: door.at.x, y: door.at.y, z: door.heightM / 2 },
      half: alongX ? [door.widthM / 2, 0.14, door.heightM / 2] : [0.14, door.widthM / 2, door.heightM / 2],
      reachM: DOOR_REACH_M,
    };
  });
  return [...props, ...doors];
}

function propTarget(id: string, prop: PropView): Target {
  const base = { id, kind: prop.kind, title: prop.title, reachM: prop.reachM + SLACK_M };
  const { x, y } = prop.at;
  // Tall things that stand on the ground are met anywhere along their height.
  if (prop.kind === "wind-sock") return { ...base, at: { x, y, z: 3.6 }, half: [0.35, 0.35, 3.6] };
  if (prop.kind === "shower") return { ...base, at: { x, y, z: 1.2 }, half: [0.8, 0.8, 1.2] };
  return { ...base, at: prop.at, half: BOXES[prop.kind] ?? [0.25, 0.25, 0.25] };
}

/** A colleague, for a buddy check; refilled each time, so it must not be kept. */
export function personTarget(slot: string, title: Text, x: number, y: number): Target {
  return { id: slot, kind: "person", title, at: { x, y, z: 0.95 }, half: [0.32, 0.32, 0.95], reachM: CHECK_REACH_M };
}

export type Sight = { readonly targets: readonly Target[]; readonly ground: Ground; readonly isOpen: DoorState };

/** The first thing a ray meets that no wall hides; an open door counts only when nothing else is met. */
export function pick(ray: Ray, { targets, ground, isOpen }: Sight): Hit | null {
  const flat = Math.sqrt(ray.dx * ray.dx + ray.dy * ray.dy);
  const wall = flat > 1e-4 ? ground.wallAlong(ray.x, ray.y, ray.dx / flat, ray.dy / flat, isOpen) / flat : SEEN_M;
  const most = Math.min(SEEN_M, wall + 0.005);
  let best: Target | null = null;
  let bestM = most;
  let doorway: Target | null = null;
  let doorwayM = most;
  for (const target of targets) {
    const far = meet(ray, target);
    if (far > most) continue;
    if (target.kind === "door" && isOpen(target.id)) {
      if (far < doorwayM) {
        doorway = target;
        doorwayM = far;
      }
    } else if (far < bestM || (far === bestM && best === null)) {
      best = target;
      bestM = far;
    }
  }
  if (best) return met(best, bestM);
  return doorway && doorwayM < DOOR_REACH_M ? met(doorway, doorwayM) : null;
}

let hit: Hit | null = null;

/** One record for all answers, so that looking around makes no garbage: read it before the next pick. */
function met(target: Target, distanceM: number): Hit {
  hit ??= { target, distanceM };
  hit.target = target;
  hit.distanceM = distanceM;
  return hit;
}

/** Metres to a box along a ray, or infinity. */
function meet(ray: Ray, { at, half }: Target): number {
  let enter = 0;
  let leave = Number.POSITIVE_INFINITY;
  for (let axis = 0; axis < 3; axis++) {
    const from = axis === 0 ? ray.x - at.x : axis === 1 ? ray.y - at.y : ray.z - at.z;
    const along = axis === 0 ? ray.dx : axis === 1 ? ray.dy : ray.dz;
    const size = half[axis] ?? 0;
    if (Math.abs(along) < 1e-9) {
      if (Math.abs(from) > size) return Number.POSITIVE_INFINITY;
      continue;
    }
    const a = (-size - from) / along;
    const b = (size - from) / along;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? enter : Number.POSITIVE_INFINITY;
}

export const reaches = (body: { x: number; y: number }, target: Target): boolean =>
  (body.x - target.at.x) ** 2 + (body.y - target.at.y) ** 2 <= target.reachM ** 2;

/** What one may do for somebody who is down, the likeliest first. */
const CARES = ["airway", "carry", "lay-down", "oxygen", "tag-red", "tag-yellow", "tag-green", "tag-black"] as const;

/** What makes sense to do now, the likeliest first; the room still has the last word. */
export function actionsNow(target: Target, stage: StageView, frame: MirrorFrame, self: SelfView | null): string[] {
  if (target.kind === "person") return frame.people[target.id]?.doing === "collapsed" ? [...CARES] : ["check"];
  const state = frame.props[target.id];
  if (target.kind === "door") return [state?.state === "open" ? "close" : "open"];
  const actions = [...(stage.props[target.id]?.actions ?? [])];
  return actions.filter((action) => state === undefined || makesSense(target.kind, action, state, self));
}

function makesSense(kind: string, action: string, state: PropFrame, self: SelfView | null): boolean {
  switch (kind) {
    case "valve":
      return action === "close" ? state.fraction > 0.01 : state.fraction < 0.99;
    case "switch":
      return (state.state === "on") !== (action === "on");
    case "hatch":
    case "barrier":
      return (state.state === "open") !== (action === "open");
    case "container":
      return state.state !== "turned" && state.state !== "submerged";
    case "hoist":
      return state.state !== "submerged";
    case "suit-rack":
      return (self?.suit ?? false) === (action === "return");
    case "scba-rack":
      return action === "return" ? (self?.scba ?? false) : !self?.scba || self.airLow;
    case "tripod":
      return (state.state === "rigged") === (action === "raise");
    case "monitor":
      if (action === "stop") return state.state === "curtain" || state.state === "leak";
      return state.state !== action.replace("spray-", "");
    default:
      return true;
  }
}
