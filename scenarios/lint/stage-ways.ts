// Where people can get to on foot: rooms joined by doors, open air all round.
import { HOT_ZONE } from "../format/names.ts";
import type { Scenario } from "../format/scenario.ts";
import type { Prop, Stage } from "../format/stage.ts";
import type { Point } from "../format/text.ts";

const OPEN_AIR = "open air";
/** Higher than this a person's hands do not reach, m. */
export const REACH_HEIGHT_M = 2.4;

export const inside = (area: { x: readonly number[]; y: readonly number[] }, at: Point, margin = 0): boolean => {
  const [west = 0, east = 0] = area.x;
  const [south = 0, north = 0] = area.y;
  return at.x >= west - margin && at.x <= east + margin && at.y >= south - margin && at.y <= north + margin;
};

/** The indoor room a point is in, or the open air. */
export function regionAt(stage: Stage, at: Point): string {
  const floorM = floorAt(stage, at.z);
  for (const [name, room] of Object.entries(stage.rooms))
    if (room.indoor && room.floorM === floorM && inside(room, at)) return name;
  return OPEN_AIR;
}

/** What lies this little under a floor still counts as on it, m. */
const STEP_M = 0.3;

/** The floor that something at a height stands on or hangs over, m. */
function floorAt(stage: Stage, z: number): number {
  const floors = [0, ...Object.values(stage.rooms).map(({ floorM }) => floorM)].sort((a, b) => b - a);
  return floors.find((floorM) => floorM <= z + STEP_M) ?? floors.at(-1) ?? 0;
}

const regionOf = (stage: Stage, room: string): string => (stage.rooms[room]?.indoor ? room : OPEN_AIR);

/** The point a name stands for: the middle of a room, a place, a prop or a door. */
export function pointOf(stage: Stage, name: string): Point | undefined {
  const room = stage.rooms[name];
  if (room) return { x: (room.x[0] + room.x[1]) / 2, y: (room.y[0] + room.y[1]) / 2, z: 0 };
  return stage.places[name]?.at ?? stage.props[name]?.at ?? stage.doors[name]?.at;
}

/** Where people stand when the run begins. */
export function startPoints(scenario: Scenario, of: readonly string[] = []): Point[] {
  const actors = [...Object.entries(scenario.positions), ...Object.entries(scenario.simulated)];
  return actors.flatMap(([name, { at }]) => {
    const point = at !== undefined && (of.length === 0 || of.includes(name)) ? pointOf(scenario.stage, at) : undefined;
    return point ? [point] : [];
  });
}

/** The rooms people can walk to from where they start. */
export function reachedRegions(scenario: Scenario): Set<string> {
  const { stage } = scenario;
  const reached = new Set(startPoints(scenario).map((at) => regionAt(stage, at)));
  const doors: [string, string][] = Object.values(stage.doors).map(({ between: [a, b] }) => [
    regionOf(stage, a),
    regionOf(stage, b),
  ]);
  for (const { kind, at, end } of Object.values(stage.props))
    if (kind === "ladder" && end) doors.push([regionAt(stage, at), regionAt(stage, end)]);
  for (let grown = -1; grown !== reached.size; ) {
    grown = reached.size;
    for (const [a, b] of doors) {
      if (reached.has(a)) reached.add(b);
      if (reached.has(b)) reached.add(a);
    }
  }
  return reached;
}

/** Where one stands to use a prop: before the side it faces. */
export function standingPoint({ at, faces, reachM }: Prop): Point {
  const step = Math.min(0.7, reachM * 0.6);
  const heading = (faces * Math.PI) / 180;
  return { x: at.x + Math.sin(heading) * step, y: at.y + Math.cos(heading) * step, z: at.z };
}

/** Whether hands can get at a prop. */
export function withinReach(stage: Stage, reached: ReadonlySet<string>, prop: Prop): boolean {
  return reached.has(regionAt(stage, prop.at)) && inside(stage.bounds, prop.at, 0.5);
}

/** Indoor rooms and the hot zone, where entering leaves a fact; the open air is not entered. */
export function enterable({ stage }: Scenario, reached: ReadonlySet<string>): string[] {
  return [...Object.keys(stage.rooms).filter((room) => stage.rooms[room]?.indoor && reached.has(room)), HOT_ZONE];
}
