// Choices: decisions put to a team, and awareness probes keyed from the truth of the moment they are asked.
import type { RefusalCode } from "../protocol/refusals.ts";
import { able, emitFact, type Run, slotsOf, TICKS } from "./run.ts";
import type { Body } from "./state.ts";
import { fires } from "./triggers.ts";

/** Takes one option of an open decision, for everybody it was put to. */
export function decide(run: Run, body: Body, id: string, optionId: string): RefusalCode | null {
  const decision = run.compiled.scenario.decisions.find((one) => one.id === id);
  const state = run.state.decisions[id];
  const option = decision?.options.find((one) => one.id === optionId);
  if (!decision || !state || !option) return "unknown";
  if (!able(body)) return "collapsed";
  if (!decision.to.includes(body.position) && !decision.to.includes(body.slot)) return "not-yours";
  if (state.status === "done") return "already-done";
  if (state.status === "expired") return "expired";
  if (state.opened < 0) return "not-open";
  if (run.state.tick > state.due) return "expired";
  state.status = "done";
  const seconds = (run.state.tick - state.opened) / TICKS;
  emitFact(run, body.slot, "decided", id, { option: optionId, judgement: option.judgement, seconds });
  for (const change of option.changes) run.changes.push({ change, by: body.slot });
  return null;
}

/** Answers an open probe; right is what was true when it was asked. */
export function answerProbe(run: Run, body: Body, id: string, option: string): RefusalCode | null {
  const probe = run.compiled.scenario.probes.find((one) => one.id === id);
  const asked = run.state.probes[id]?.asked.find((one) => one.slot === body.slot);
  if (!probe?.options.some((one) => one.id === option)) return "unknown";
  if (!asked) return "not-open";
  if (asked.status !== "open") return asked.status === "done" ? "already-done" : "expired";
  if (run.state.tick > asked.due) return "expired";
  asked.status = "done";
  const seconds = (run.state.tick - asked.tick) / TICKS;
  emitFact(run, body.slot, "probe-answered", id, {
    option,
    right: asked.right.includes(option),
    level: probe.level,
    seconds,
  });
  return null;
}

/** Opens what is due and lets run out what was not answered. */
export function turnChoices(run: Run): void {
  const { tick } = run.state;
  for (const decision of run.compiled.scenario.decisions) {
    const state = run.state.decisions[decision.id];
    const plan = run.compiled.decisions.get(decision.id);
    if (!state || !plan) continue;
    if (state.opened < 0 && fires(run, plan, state.trigger)) {
      state.opened = tick;
      state.due = tick + Math.round(decision.within * TICKS);
    }
    if (state.status === "open" && state.opened >= 0 && tick >= state.due) {
      state.status = "expired";
      emitFact(run, "world", "decision-expired", decision.id, {});
    }
  }
  for (const probe of run.compiled.scenario.probes) {
    const state = run.state.probes[probe.id];
    const plan = run.compiled.probes.get(probe.id);
    if (!state || !plan) continue;
    if (state.asked.length === 0 && fires(run, plan.trigger, state.trigger)) {
      const right = probe.options.filter((option) => plan.right.get(option.id)?.() === true).map((option) => option.id);
      for (const slot of probe.to.flatMap((who) => slotsOf(run, who))) {
        if (!run.state.bodies[slot]?.player) continue;
        state.asked.push({ slot, tick, due: tick + Math.round(probe.within * TICKS), right, status: "open" });
        emitFact(run, slot, "probe-asked", probe.id, { level: probe.level });
      }
    }
    for (const asked of state.asked) if (asked.status === "open" && tick >= asked.due) asked.status = "expired";
  }
}
