// Health: what the air around does to bodies and to the public, and the casualties and accident level that follow.
import type { Population } from "../../scenarios/format/people.ts";
import { entryFields } from "./bodies.ts";
import { aroundPpm, isFelled } from "./breathing.ts";
import type { Mishap } from "./casualty-injuries.ts";
import { breatheSmoke } from "./fire-harm.ts";
import { breatheAir } from "./gear.ts";
import { hasAir } from "./hazard/breathing-air.ts";
import { aeglBandReached, stepExposure, worseOf } from "./hazard/exposure.ts";
import { ppmAt, substanceOf } from "./hazard/gas.ts";
import { stepMeter } from "./meter.ts";
import { openPatient, stepPatients } from "./patients.ts";
import { able, emitFact, type Run, TICKS } from "./run.ts";
import type { Body } from "./state.ts";
import { readAir } from "./worn-detector.ts";

/** Of a population that reaches AEGL-3, this share is counted as seriously injured (assumption). */
const SERIOUS_SHARE = 0.05;

/** One second for every body: air used, gas breathed, detector read, hot zone entered or left. */
export function stepBodies(run: Run): void {
  const substance = substanceOf(run);
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    if (!body) continue;
    body.ppm = aroundPpm(run, body);
    if (body.condition === "dead") continue;
    breatheAir(run, body);
    readAir(run, body);
    stepMeter(run, body);
    if (isFelled(run, body) && able(body)) changeCondition(run, body, "collapsed");
    hotZone(run, body);
    const smoked = breatheSmoke(run, body);
    if (body.ppm <= 0 && body.exposure.load === 0 && body.condition === "well" && smoked === "well") continue;
    const worn = body.scba ? (body.suit ? "level-a" : "scba") : "none";
    body.exposure = stepExposure(body.exposure, substance, body.ppm, 1, {
      worn,
      hasAir: body.air !== null && hasAir(body.air),
    });
    if (body.suit && body.ppm >= run.compiled.gas.hotPpm) {
      body.soiled = true;
      body.washed = false;
    }
    const band = aeglBandReached(body.exposure);
    if (band > body.band) {
      body.band = band;
      emitFact(run, slot, "exposed", slot, { band, ppm: Math.round(body.ppm * 10) / 10, protection: worn });
    }
    changeCondition(run, body, worseOf(worse(body.condition, body.exposure.condition), smoked));
  }
}

/** Who has been felled by something else does not get up because the dose alone would let them. */
const worse = (now: Body["condition"], dose: Body["condition"]): Body["condition"] =>
  now === "dead" || (now === "collapsed" && dose !== "dead") ? now : dose;

/** One second of the casualties: who dies of what was not done. */
export function stepCasualties(run: Run): void {
  for (const body of stepPatients(run)) changeCondition(run, body, "dead");
}

/** A wound that stays. */
export function hurtBody(run: Run, body: Body, to: Body["condition"]): void {
  body.wound = worseOf(body.wound, to);
  changeCondition(run, body, worseOf(body.condition, to));
}

export function changeCondition(run: Run, body: Body, to: Body["condition"], mishap?: Mishap): void {
  if (to === body.condition) return;
  const was = body.condition;
  body.condition = to;
  emitFact(run, body.slot, "condition-changed", body.slot, { to });
  if (to === "collapsed" || to === "dead") {
    body.work = null;
    body.walk = null;
    body.follow = null;
    body.scripts = [];
  }
  if (to === "collapsed") openPatient(run, body, mishap);
  if (to === "collapsed") addCasualties(run, { seriouslyInjured: 1 });
  if (to === "dead") addCasualties(run, was === "collapsed" ? { dead: 1, seriouslyInjured: -1 } : { dead: 1 });
}

/** One enters the hot zone at its level, and has left it below two thirds of that. */
function hotZone(run: Run, body: Body): void {
  const { hotPpm } = run.compiled.gas;
  if (!body.hot && body.ppm >= hotPpm) {
    body.hot = true;
    emitFact(run, body.slot, "entered", "hot-zone", entryFields(run, body, true));
  } else if (body.hot && body.ppm < (hotPpm * 2) / 3) {
    body.hot = false;
    emitFact(run, body.slot, "left", "hot-zone", {
      hot: false,
      staySeconds: (run.state.tick - body.enteredTick) / TICKS,
    });
  }
}

/** One second for the named places and the public who live there. */
export function stepPublic(run: Run): void {
  const { scenario } = run.compiled;
  for (const [id, place] of Object.entries(scenario.stage.places)) {
    const memory = run.state.places[id];
    if (!memory) continue;
    memory.ppm = ppmAt(run, place.at.x, place.at.y);
    memory.peak = Math.max(memory.peak, memory.ppm);
  }
  for (const where of run.compiled.peaks)
    run.state.peaks[where] = Math.max(run.state.peaks[where] ?? 0, run.world?.ppm(where) ?? 0);
  for (const [id, group] of Object.entries(scenario.populations)) {
    const state = run.state.populations[id];
    if (!state) continue;
    if (state.orderedTick < 0 && run.compiled.evacuations.get(id)?.() === true) {
      state.orderedTick = run.state.tick;
      emitFact(run, "world", "evacuation-ordered", id, { people: state.remaining });
    }
    if (state.orderedTick >= 0 && run.state.tick >= state.orderedTick + group.evacuation.delay * TICKS)
      state.remaining = Math.max(0, state.remaining - group.evacuation.perMin / 60);
    if (state.orderedTick >= 0 && state.remaining === 0 && !state.done) {
      state.done = true;
      emitFact(run, "world", "evacuation-finished", id, { people: group.people });
    }
    hurtPublic(run, id, group);
  }
}

function hurtPublic(run: Run, id: string, group: Population): void {
  const state = run.state.populations[id];
  const ppm = run.state.places[group.at]?.ppm ?? 0;
  if (!state || (ppm <= 0 && state.exposure.load === 0) || state.remaining <= 0) return;
  state.exposure = stepExposure(state.exposure, substanceOf(run), ppm, 1, { worn: "none" });
  const dead = Math.max(state.dead, Math.floor(state.remaining * state.exposure.lethality));
  const hurt = state.exposure.aegl3 >= 1 ? Math.ceil(state.remaining * SERIOUS_SHARE) : 0;
  // Whoever dies is no longer counted among the injured.
  const injured = Math.min(group.people - dead, Math.max(state.injured, hurt));
  if (dead === state.dead && injured === state.injured) return;
  addCasualties(run, { dead: dead - state.dead, seriouslyInjured: injured - state.injured });
  state.dead = dead;
  state.injured = injured;
}

/** Adds to the count and grades the accident again: Decree 493 art. 3, half-open bands, highest criterion wins. */
export function addCasualties(run: Run, more: { dead?: number; seriouslyInjured?: number; missing?: number }): void {
  const { casualties } = run.state;
  casualties.dead = Math.max(0, casualties.dead + (more.dead ?? 0));
  casualties.seriouslyInjured = Math.max(0, casualties.seriouslyInjured + (more.seriouslyInjured ?? 0));
  casualties.missing = Math.max(0, casualties.missing + (more.missing ?? 0));
  const { dead, seriouslyInjured, missing } = casualties;
  emitFact(run, "world", "casualties-changed", "site", { dead, seriouslyInjured, missing });
  const level = accidentLevel(dead, seriouslyInjured);
  if (level !== casualties.level) {
    casualties.level = level;
    emitFact(run, "world", "level-changed", "site", { to: level });
  }
}

/** Decree 493 art. 3: deaths 3, 10, 30; serious injuries 10, 50, 100; the lower bound is included. */
export function accidentLevel(dead: number, seriouslyInjured: number): string {
  if (dead >= 30 || seriouslyInjured >= 100) return "extraordinary";
  if (dead >= 10 || seriouslyInjured >= 50) return "major";
  if (dead >= 3 || seriouslyInjured >= 10) return "larger";
  return dead > 0 || seriouslyInjured > 0 ? "general" : "none";
}
