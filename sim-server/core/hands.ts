// Hands: what one may do to a prop or a door, from where, and the work it takes.
import { PROP_ACTIONS } from "../../scenarios/format/stage.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { careOn } from "./care.ts";
import { complete, rounded } from "./deeds.ts";
import { inTheWay } from "./doors.ts";
import { hasAir, isWhistling } from "./hazard/breathing-air.ts";
import { lifelineRefusal } from "./lifeline.ts";
import { able, emitFact, type Run, TICKS } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

const DOOR_REACH_M = 2;
/** An arm and a step beyond the reach an author gives a prop; and how far one may shift while at work. */
const ARM_M = 0.3;
const GRACE_M = 1;
/** Hands come at a prop from the side it faces; what hangs on a wall is met this far before it. */
const BEFORE_M = 0.2;

/** Whether somebody stands close enough to use a prop or door, with no wall or shut door between. */
export function reaches(run: Run, body: Body, target: string): boolean {
  const { stage } = run.compiled.scenario;
  const door = stage.doors[target];
  if (door) return distance(body, door.at) <= DOOR_REACH_M;
  const prop = stage.props[target];
  if (!prop || distance(body, prop.at) > prop.reachM + ARM_M) return false;
  const { map } = run.compiled;
  if (map.floorAt(prop.at.z) !== map.floorAt(body.z)) return false;
  const facing = (prop.faces * Math.PI) / 180;
  const front = { x: prop.at.x + Math.sin(facing) * BEFORE_M, y: prop.at.y + Math.cos(facing) * BEFORE_M };
  return inTheWay(run, body, front) === null;
}

/** Begins or does an act; a refusal code when it cannot be done. */
export function operate(run: Run, body: Body, target: string, action: string): RefusalCode | null {
  const { stage } = run.compiled.scenario;
  if (!able(body)) return "collapsed";
  const door = stage.doors[target];
  if (door) {
    if (action !== "open" && action !== "close") return "no-such-action";
    if (!reaches(run, body, target)) return "out-of-reach";
    const state = run.state.doors[target];
    if (!state) return "unknown";
    if (state.locked) return "jammed";
    if (state.open === (action === "open")) return "already-done";
    state.open = action === "open";
    state.closeAt = 0;
    emitFact(run, body.slot, "operated", target, { action, ppm: rounded(body.ppm) });
    return null;
  }
  const prop = stage.props[target];
  const state = run.state.props[target];
  if (!prop || !state) return "unknown";
  const actions: readonly string[] = PROP_ACTIONS[prop.kind];
  if (!actions.includes(action)) return "no-such-action";
  if (!reaches(run, body, target)) return "out-of-reach";
  if (state.broken) return "broken";
  if (body.work?.prop === target && body.work.action === action) return "busy";
  const refused = precondition(run, body, target, action);
  if (refused) return refused;
  const need = Math.max(0, Math.round(prop.workS * TICKS * workShare(run, target, action)));
  if (need === 0) {
    complete(run, body, target, action);
    return null;
  }
  body.work = { prop: target, action, done: 0, need };
  body.walk = null;
  emitFact(run, body.slot, "work-begun", target, { action });
  return null;
}

/** Share of a valve's travel still to turn; other work starts from nothing. */
function workShare(run: Run, target: string, action: string): number {
  const state = run.state.props[target];
  if (run.compiled.scenario.stage.props[target]?.kind !== "valve" || !state) return 1;
  return action === "close" ? state.fraction : 1 - state.fraction;
}

function precondition(run: Run, body: Body, target: string, action: string): RefusalCode | null {
  const prop = run.compiled.scenario.stage.props[target];
  const state = run.state.props[target];
  if (!prop || !state) return "unknown";
  switch (prop.kind) {
    case "suit-rack":
      if (action === "wear") return body.suit ? "already-wearing" : state.fraction < 1 ? "none-left" : null;
      return body.suit ? null : "not-wearing";
    case "scba-rack":
      if (action === "wear")
        return body.air !== null && hasAir(body.air) && !isWhistling(body.air)
          ? "already-wearing"
          : state.fraction < 1
            ? "none-left"
            : null;
      return body.scba ? null : "not-wearing";
    case "valve":
      if (action === "close" && state.fraction <= state.jam + 1e-6) return state.jam > 0 ? "jammed" : "already-done";
      return action === "open" && state.fraction >= 1 ? "already-done" : null;
    case "switch":
      return (state.state === "on") === (action === "on") ? "already-done" : null;
    case "hose":
      return (state.state === "spray") === (action === "spray") ? "already-done" : null;
    case "hatch":
    case "barrier":
      return (state.state === "open") === (action === "open") ? "already-done" : null;
    case "container":
      return state.state === "turned" || state.state === "submerged" ? "already-done" : null;
    case "hoist":
      return state.state === "submerged" ? "already-done" : null;
    default:
      return lifelineRefusal(run, body, prop, target, action);
  }
}

/** Goes on with everybody's work for one tick. */
export function workOn(run: Run): void {
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    const work = body?.work;
    if (!body || !work) continue;
    if (run.state.bodies[work.prop]) {
      careOn(run, body);
      continue;
    }
    const prop = run.compiled.scenario.stage.props[work.prop];
    const state = run.state.props[work.prop];
    if (!prop || !state || state.broken || !able(body) || body.walk !== null) {
      body.work = null;
      continue;
    }
    if (distance(body, prop.at) > prop.reachM + GRACE_M) {
      body.work = null;
      continue;
    }
    work.done += 1;
    if (prop.kind === "valve") {
      const step = 1 / Math.max(1, prop.workS * TICKS);
      state.fraction =
        Math.round(Math.min(1, Math.max(state.jam, state.fraction + (work.action === "open" ? step : -step))) * 1e6) /
        1e6;
      if (work.action === "close" && state.jam > 0 && state.fraction <= state.jam) {
        body.work = null;
        continue;
      }
    }
    if (work.done >= work.need || (prop.kind === "valve" && workShare(run, work.prop, work.action) === 0)) {
      body.work = null;
      // Somebody else may have turned, worn or switched it in the meantime.
      if (prop.kind === "valve" || precondition(run, body, work.prop, work.action) === null)
        complete(run, body, work.prop, work.action);
    }
  }
}
