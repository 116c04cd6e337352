// Those who are down, in drills where casualties develop: from collapse on each lives or dies by what is done for them.
import { aroundPpm } from "./breathing.ts";
import { type Casualty, stepCasualty } from "./casualty.ts";
import { casualtyOf, type Mishap } from "./casualty-injuries.ts";
import { hasAir } from "./hazard/breathing-air.ts";
import type { Run } from "./run.ts";
import type { Body } from "./state.ts";

/** Somebody who collapsed becomes a casualty, from what was breathed and what else befell them. */
export function openPatient(run: Run, body: Body, mishap: Mishap = {}): void {
  if (run.compiled.scenario.casualties !== "develop" || run.state.patients[body.slot]) return;
  const felled = body.knockDown >= 1 || body.oxygenLack >= 1;
  run.state.patients[body.slot] = casualtyOf(body.slot, {
    lethality: body.exposure.lethality,
    ...(felled ? { knockedOut: 1 } : {}),
    ...mishap,
  });
}

/** One second of everybody's life who is down; gives those who died in it. */
export function stepPatients(run: Run): Body[] {
  const died: Body[] = [];
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    const patient = run.state.patients[slot];
    if (!body || !patient || patient.diedTick >= 0) continue;
    const onAir = body.scba && body.air !== null && hasAir(body.air);
    stepCasualty(patient, run.state.tick, !onAir && aroundPpm(run, body) >= run.compiled.gas.hotPpm);
    if (patient.diedTick >= 0) died.push(body);
  }
  return died;
}

export const patientOf = (run: Run, slot: string): Casualty | undefined => run.state.patients[slot];
