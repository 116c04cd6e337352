// The storyline: phases turn, injects are released, events change the world, weather drifts, the run ends.
import type { Change, Inject } from "../../scenarios/format/storyline.ts";
import { lockDoor } from "./doors.ts";
import { changeDossier } from "./dossier/dossier-turn.ts";
import { spendAir } from "./gear.ts";
import { addCasualties } from "./health.ts";
import { resizeLeak } from "./leaks.ts";
import { emitFact, type Run, slotsOf, TICKS, tell } from "./run.ts";
import { fires } from "./triggers.ts";

/** Goes on to the next phase when the present one is over. */
export function turnPhases(run: Run): void {
  const { phases } = run.compiled;
  while (run.state.stagePhase < phases.length - 1 && phases[run.state.stagePhase]?.() === true) {
    run.state.stagePhase += 1;
    const phase = run.compiled.scenario.phases[run.state.stagePhase];
    if (phase) emitFact(run, "world", "phase-began", phase.id, {});
  }
}

/** Releases the injects whose trigger fires. */
export function turnInjects(run: Run): void {
  for (const inject of run.compiled.scenario.msel) {
    const data = run.state.injects[inject.inject];
    const plan = run.compiled.injects.get(inject.inject);
    if (!data || !plan || data.status !== "pending") continue;
    if (fires(run, plan, data.trigger)) release(run, inject, "world", false);
  }
}

/** Delivers an inject to the people it is for, changes the world, and starts the clocks of what it expects. */
export function release(run: Run, inject: Inject, by: string, manual: boolean): void {
  const data = run.state.injects[inject.inject];
  if (!data) return;
  data.status = data.trigger.fired < inject.trigger.times && !manual ? "pending" : "released";
  data.tick = run.state.tick;
  emitFact(run, by, "inject-released", inject.inject, { to: inject.to.join(" "), manual });
  for (const slot of inject.to.flatMap((who) => slotsOf(run, who)))
    tell(run, slot, { channel: inject.channel, from: inject.from, text: inject.text, inject: inject.inject });
  for (const change of inject.world) run.changes.push({ change, by });
  for (const expected of inject.expects)
    run.state.expected.push({
      inject: inject.inject,
      by: expected.by,
      task: expected.task,
      due: run.state.tick + Math.round(expected.within * TICKS),
      status: "open",
    });
}

/** Lets events happen whose trigger fires. */
export function turnEvents(run: Run): void {
  for (const event of run.compiled.scenario.events) {
    const plan = run.compiled.events.get(event.event);
    const data = run.state.events[event.event];
    if (plan && data && fires(run, plan, data)) happen(run, event.event, "world", false);
  }
}

/** Lets an event happen; false when there is none of that name. */
export function happen(run: Run, id: string, by: string, manual: boolean): boolean {
  const event = run.compiled.scenario.events.find((one) => one.event === id);
  if (!event) return false;
  const data = run.state.events[id];
  // What the instructor let happen does not happen once more by itself.
  if (manual && data) data.fired += 1;
  emitFact(run, by, "event-happened", id, { manual });
  for (const change of event.changes) run.changes.push({ change, by });
  return true;
}

/** Carries out the changes asked for in this tick. */
export function applyChanges(run: Run): void {
  const asked = run.changes;
  run.changes = [];
  for (const { change } of asked) apply(run, change);
}

function apply(run: Run, change: Change): void {
  const { state } = run;
  if (changeDossier(run, change)) return;
  if ("windFromDeg" in change) blow(run, "fromDeg", change.windFromDeg, change.over ?? 0);
  else if ("windSpeedMps" in change) blow(run, "speedMps", change.windSpeedMps, change.over ?? 0);
  else if ("temperatureC" in change) state.wind.temperatureC = change.temperatureC;
  else if ("dead" in change) addCasualties(run, { dead: change.dead });
  else if ("seriouslyInjured" in change) addCasualties(run, { seriouslyInjured: change.seriouslyInjured });
  else if ("missing" in change) addCasualties(run, { missing: change.missing });
  else if ("jam" in change) {
    const valve = state.props[change.jam];
    if (valve) valve.jam = Math.min(valve.fraction, change.atFraction);
  } else if ("hazard" in change) resizeLeak(run, change.hazard, change.diameterMm);
  else if ("prop" in change) {
    const prop = state.props[change.prop];
    if (!prop) return;
    prop.broken = change.broken;
    if (change.broken && prop.state === "on") prop.state = "off";
  } else if ("door" in change) lockDoor(run, change.door, change.locked);
  else if ("position" in change) {
    for (const slot of slotsOf(run, change.position)) {
      const body = state.bodies[slot];
      if (body) spendAir(run, body, -change.airMin * 60, "walk");
    }
  }
}

/** The wind turns or freshens to a value, the short way round and evenly over a time. */
export function blow(run: Run, what: "fromDeg" | "speedMps", to: number, overS: number): void {
  const { wind, drift, tick } = run.state;
  const others = drift.filter((one) => one.what !== what);
  run.state.drift = others;
  const turn = what === "fromDeg" ? ((to - wind.fromDeg + 540) % 360) - 180 : to - wind.speedMps;
  const ticks = Math.round(overS * TICKS);
  if (ticks <= 0) wind[what] = to;
  else others.push({ what, to, perTick: turn / ticks, until: tick + ticks });
  emitFact(run, "world", "weather-changed", "wind", {
    windFromDeg: what === "fromDeg" ? to : Math.round(wind.fromDeg),
    windSpeedMps: what === "speedMps" ? to : wind.speedMps,
  });
}

/** One tick of whatever the weather is changing to. */
export function driftWeather(run: Run): void {
  const { wind, tick } = run.state;
  if (run.state.drift.length === 0) return;
  for (const one of run.state.drift) {
    if (tick >= one.until) wind[one.what] = one.to;
    else if (one.what === "fromDeg") wind.fromDeg = (wind.fromDeg + one.perTick + 360) % 360;
    else wind.speedMps += one.perTick;
  }
  run.state.drift = run.state.drift.filter((one) => tick < one.until);
}
