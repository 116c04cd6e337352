// Hands: what one may do to a prop or a door, the work it takes, and what comes of it.
import { PROP_ACTIONS } from "../../scenarios/format/stage.ts";
import type { RefusalCode } from "../protocol/refusals.ts";
import { takeOff, wash, wear } from "./gear.ts";
import { isWhistling } from "./hazard/breathing-air.ts";
import { shutLeak, submergeLeak, turnContainer } from "./leaks.ts";
import { able, emitFact, type Run, TICKS } from "./run.ts";
import { distance } from "./stage-map.ts";
import type { Body } from "./state.ts";

const DOOR_REACH_M = 2;
const GRACE_M = 1;
const HEADCOUNT_M = 10;
/** A place is clear below AEGL-1 (chlorine 0.5 ppm at every duration). */
const CLEAR_PPM = 0.5;

/** Begins or does an act; a refusal code when it cannot be done. */
export function operate(run: Run, body: Body, target: string, action: string): RefusalCode | null {
  const { stage } = run.compiled.scenario;
  if (!able(body)) return "collapsed";
  const door = stage.doors[target];
  if (door) {
    if (action !== "open" && action !== "close") return "no-such-action";
    if (distance(body, door.at) > DOOR_REACH_M) return "out-of-reach";
    const state = run.state.doors[target];
    if (!state) return "unknown";
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
  if (distance(body, prop.at) > prop.reachM + 0.3) return "out-of-reach";
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
        return body.air !== null && !isWhistling(body.air)
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
    case "barrier":
      return (state.state === "open") === (action === "open") ? "already-done" : null;
    case "container":
      return state.state === "turned" || state.state === "submerged" ? "already-done" : null;
    case "hoist":
      return state.state === "submerged" ? "already-done" : null;
    default:
      return null;
  }
}

/** Goes on with everybody's work for one tick. */
export function workOn(run: Run): void {
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    const work = body?.work;
    if (!body || !work) continue;
    const prop = run.compiled.scenario.stage.props[work.prop];
    const state = run.state.props[work.prop];
    if (!prop || !state || !able(body) || body.walk !== null || distance(body, prop.at) > prop.reachM + GRACE_M) {
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
    if (work.done >= work.need) {
      body.work = null;
      complete(run, body, work.prop, work.action);
    }
  }
}

/** What an act finished does to the world. */
function complete(run: Run, body: Body, target: string, action: string): void {
  const prop = run.compiled.scenario.stage.props[target];
  const state = run.state.props[target];
  if (!prop || !state) return;
  const ppm = rounded(body.ppm);
  emitFact(run, body.slot, "operated", target, { action, ppm });
  switch (prop.kind) {
    case "container":
      state.state = "turned";
      turnContainer(run, body.slot, target);
      break;
    case "valve":
      state.fraction = action === "open" ? 1 : state.jam;
      state.state = action === "open" ? "open" : "closed";
      if (action === "close" && prop.of !== undefined && state.jam === 0) shutLeak(run, body.slot, prop.of, "valve");
      break;
    case "switch":
      state.state = action;
      break;
    case "barrier":
      state.state = action === "open" ? "open" : "closed";
      break;
    case "button":
      if (prop.does === "alarm") {
        state.state = "alarm";
        for (const id of run.compiled.devices.sirens) {
          const siren = run.state.props[id];
          if (siren) siren.state = "alarm";
        }
        emitFact(run, body.slot, "alarm-pressed", target, {});
      }
      break;
    case "gas-head":
      emitFact(run, body.slot, "inspected", target, { reading: rounded(run.state.heads[target]?.ppm ?? 0) });
      break;
    case "control-panel":
      emitFact(run, body.slot, "inspected", target, {
        reading: rounded(Object.values(run.state.heads).reduce((most, head) => Math.max(most, head.ppm), 0)),
      });
      break;
    case "wind-sock":
      emitFact(run, body.slot, "inspected", target, { reading: Math.round(run.state.wind.fromDeg) });
      break;
    case "scenery":
      emitFact(run, body.slot, "inspected", target, { reading: 0 });
      break;
    case "suit-rack":
    case "scba-rack":
      if (action === "wear") wear(run, body, target, prop.kind);
      else takeOff(run, body, target, prop.kind);
      break;
    case "shower":
      wash(run, body, target);
      break;
    case "hoist":
      state.state = "submerged";
      if (prop.of !== undefined) submergeLeak(run, body.slot, prop.of);
      break;
    case "monitor":
      state.state = action === "stop" ? "idle" : action === "spray-leak" ? "leak" : "curtain";
      if (action === "spray-leak") emitFact(run, body.slot, "water-applied", target, { on: prop.of ?? "" });
      break;
    case "board": {
      const bodies = run.compiled.slots.map(({ slot }) => run.state.bodies[slot]);
      const present = bodies.filter((other) => other && able(other) && distance(other, prop.at) <= HEADCOUNT_M).length;
      const absent = bodies.length - present + run.state.casualties.missing;
      emitFact(run, body.slot, "counted", target, { present, absent });
      break;
    }
    case "sample-point":
      emitFact(run, body.slot, "measured", target, { ppm, clear: ppm < CLEAR_PPM });
      break;
    case "phone":
    case "report-desk":
    case "pool":
    case "siren":
      break;
  }
}

const rounded = (ppm: number): number => Math.round(ppm * 100) / 100;
