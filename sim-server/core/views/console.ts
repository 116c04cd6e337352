// The instructor's whole picture, once a second.
import type { BoardFrame, BodyFrame, ConsoleView } from "../../protocol/views.ts";
import { minutesOfAir } from "../gear.ts";
import { aeglBandNow, toxicLoadFraction } from "../hazard/exposure.ts";
import { substanceOf, windOf } from "../hazard/gas.ts";
import { type Run, TICKS } from "../run.ts";
import type { Body } from "../state.ts";
import { fireBoard } from "./fire.ts";
import { doing } from "./mirror.ts";

/** The states of a task that earn points. */
export const DONE = new Set(["met", "late", "kept"]);

export function consoleView(run: Run): ConsoleView {
  const { state } = run;
  return {
    tick: state.tick,
    phase: state.phase,
    speed: state.speed,
    outcome: state.outcome,
    wind: {
      fromDeg: Math.round(state.wind.fromDeg * 10) / 10,
      speedMps: Math.round(state.wind.speedMps * 100) / 100,
      temperatureC: state.wind.temperatureC,
      stability: windOf(run).stability,
    },
    people: Object.values(state.bodies).map((body) => ({
      slot: body.slot,
      name: body.name,
      position: body.position,
      simulated: !body.player,
      connected: body.connected,
      x: Math.round(body.x * 10) / 10,
      y: Math.round(body.y * 10) / 10,
      yawDeg: Math.round(body.yawDeg),
      suit: body.suit,
      scba: body.scba,
      ...bodyFrame(run, body),
      doing: doing(run, body),
      idleS: Math.round((state.tick - body.lastAskTick) / TICKS),
    })),
    ...boardFrame(run),
  };
}

export function bodyFrame(run: Run, body: Body): BodyFrame {
  const { guidelines, probit } = substanceOf(run);
  return {
    ppm: Math.round(body.ppm * 100) / 100,
    airMin: body.air ? Math.round(minutesOfAir(body) * 10) / 10 : null,
    condition: body.condition,
    dosePercent: Math.round((toxicLoadFraction(guidelines, body.exposure.load, probit.n) ?? 0) * 1000) / 10,
    room: body.room,
  };
}

/** Points of the tasks done so far, percent of all; a late one counts half. */
export function earnedPercent({ compiled, state }: Run): number {
  const weight = compiled.tasks.reduce((sum, { task }) => sum + task.weight, 0);
  const earned = compiled.tasks.reduce((sum, { task }) => {
    const status = state.tasks[task.id]?.status ?? "open";
    return sum + (DONE.has(status) ? task.weight * (status === "late" ? 0.5 : 1) : 0);
  }, 0);
  return weight > 0 ? Math.round((earned / weight) * 1000) / 10 : 0;
}

/** What the boards say: hazards, detectors, the public, events, tasks and deadlines. */
export function boardFrame(run: Run): BoardFrame {
  const { state } = run;
  const { scenario } = run.compiled;
  const { guidelines } = substanceOf(run);
  return {
    stagePhase: scenario.phases[state.stagePhase]?.id ?? "",
    accidentLevel: state.casualties.level,
    casualties: {
      dead: state.casualties.dead,
      seriouslyInjured: state.casualties.seriouslyInjured,
      missing: state.casualties.missing,
    },
    hazards: Object.entries(state.leaks).map(([id, leak]) => ({
      id,
      kgPerS: Math.round(leak.kgPerS * 1000) / 1000,
      releasedKg: Math.round(leak.releasedKg * 10) / 10,
      side: leak.side,
      leaking: leak.started && !leak.stopped,
    })),
    heads: Object.entries(state.heads).map(([head, { ppm, alarm }]) => ({ head, ppm, alarm })),
    populations: Object.entries(state.populations).map(([id, group]) => {
      const ppm = state.places[scenario.populations[id]?.at ?? ""]?.ppm ?? 0;
      return {
        id,
        remaining: Math.ceil(group.remaining),
        ppm: Math.round(ppm * 100) / 100,
        band: aeglBandNow(guidelines, ppm),
      };
    }),
    msel: scenario.msel.map((inject) => {
      const data = state.injects[inject.inject];
      return {
        id: inject.inject,
        status: data?.status ?? "pending",
        tick: data && data.tick >= 0 ? data.tick : null,
        why: inject.trigger.when ?? null,
      };
    }),
    tasks: run.compiled.tasks.map(({ task }) => {
      const data = state.tasks[task.id];
      const due = task.within === undefined || !data || data.started < 0 ? null : data.started + task.within * TICKS;
      return {
        id: task.id,
        status: data?.status ?? "open",
        tick: data && data.tick >= 0 ? data.tick : null,
        dueTick: due,
      };
    }),
    expected: state.expected.map(({ inject, by, task, due, status }) => ({ inject, by, task, dueTick: due, status })),
    duties: Object.entries(scenario.duties).map(([id, duty]) => {
      const data = state.duties[id];
      return {
        id,
        status: data?.status ?? "idle",
        dueTick: data && data.started >= 0 ? data.started + duty.deadline * TICKS : null,
      };
    }),
    violations: (run.index.byKind.get("violation-committed") ?? []).map(({ of, tick, by }) => ({ id: of, tick, by })),
    fire: fireBoard(run),
    percentSoFar: earnedPercent(run),
  };
}
