// Ways up and down: ladders that one climbs, and a tripod whose line raises whoever hangs on it.
import type { Prop } from "../../scenarios/format/stage.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { able, emitFact, type Run } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

const HOOK_M = 2.5;

const isShut = (run: Run, prop: Prop): boolean => prop.of !== undefined && run.state.props[prop.of]?.state !== "open";

/** Why a ladder, tripod or line cannot be used now, if it cannot. */
export function lifelineRefusal(run: Run, body: Body, prop: Prop, target: string, action: string): RefusalCode | null {
  const state = run.state.props[target]?.state;
  switch (prop.kind) {
    case "ladder":
      if (body.lifts !== null) return "hands-full";
      return isShut(run, prop) ? "blocked" : null;
    case "tripod":
      if (action === "rig") return state === "rigged" ? "already-done" : isShut(run, prop) ? "blocked" : null;
      if (state !== "rigged") return "not-rigged";
      return hanging(run, target) ? null : "nobody-there";
    case "line":
      if (run.state.props[prop.of ?? ""]?.state !== "rigged") return "not-rigged";
      return state !== "idle" ? "already-done" : fallen(run, body) ? null : "nobody-there";
    default:
      return null;
  }
}

/** Climbs a ladder to its other end. */
export const climb = (run: Run, body: Body, prop: Prop): void => {
  if (prop.end) place(run, body, prop.end);
};

/** Hooks the line to the nearest one who is down beside whoever does it. */
export function hook(run: Run, body: Body, line: string): void {
  const other = fallen(run, body);
  const state = run.state.props[line];
  if (other && state) state.state = other.slot;
}

/** Raises whoever hangs on the tripod's line to where the tripod lays people down. */
export function raise(run: Run, body: Body, tripod: string, prop: Prop): void {
  const line = hanging(run, tripod);
  const other = line && run.state.bodies[run.state.props[line]?.state ?? ""];
  const state = line && run.state.props[line];
  if (!other || !state || !prop.end) return;
  state.state = "idle";
  place(run, other, prop.end);
  emitFact(run, body.slot, "raised", other.slot, {});
}

function place(run: Run, body: Body, at: { x: number; y: number; z: number }): void {
  body.x = at.x;
  body.y = at.y;
  body.z = run.compiled.map.floorAt(at.z);
  body.walk = null;
  body.follow = null;
  if (body.player) body.held = { x: body.x, y: body.y, z: body.z };
}

/** The line of a tripod that somebody hangs on. */
function hanging(run: Run, tripod: string): string | undefined {
  return Object.entries(run.compiled.scenario.stage.props).find(
    ([id, prop]) => prop.kind === "line" && prop.of === tripod && run.state.bodies[run.state.props[id]?.state ?? ""],
  )?.[0];
}

/** The nearest one down on the same floor within an arm's length. */
function fallen(run: Run, body: Body): Body | undefined {
  const { map, slots } = run.compiled;
  return slots
    .flatMap(({ slot }) => run.state.bodies[slot] ?? [])
    .filter((other) => other !== body && !able(other) && map.floorAt(other.z) === map.floorAt(body.z))
    .filter((other) => distance(body, other) <= HOOK_M)
    .sort((a, b) => distance(body, a) - distance(body, b))[0];
}
