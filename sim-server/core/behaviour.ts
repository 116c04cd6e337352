// Behaviour: how declared steps become asks, for simulated people here and for the bots that play cases.
import type { Step } from "../../scenarios/format/steps.ts";
import type { PlayerIntent } from "../protocol/intents.ts";
import { act } from "./acts.ts";
import { mindGas } from "./caution.ts";
import { reaches } from "./hands.ts";
import { nextRandom } from "./random.ts";
import { able, type Run, slotsOf, TICKS, tell } from "./run.ts";
import { fillWords, sendVoice } from "./speech.ts";
import { distance } from "./stage-map.ts";
import type { Body, Script } from "./state.ts";
import { standingPoint } from "./walking.ts";

export type Progress = { intent: PlayerIntent | null; done: boolean };
/** Whoever stands where a prop is used from tries, even if it cannot be reached: the refusal ends the step. */
const AT_SPOT_M = 0.3;
const busy: Progress = { intent: null, done: false };
const finished: Progress = { intent: null, done: true };

/** What a body does next for one step: an ask, waiting, or done. `begun` tells whether the step's ask was made. */
export function advanceStep(run: Run, body: Body, step: Step, begun: boolean): Progress {
  if ("go" in step) {
    if (!begun) return { intent: { do: "go", to: step.go }, done: false };
    return body.walk === null ? finished : busy;
  }
  if ("operate" in step) {
    if (begun) return body.work === null && body.walk === null ? finished : busy;
    const stand = standingPoint(run, step.operate);
    if (!reaches(run, body, step.operate) && (stand === null || distance(body, stand) > AT_SPOT_M))
      return body.walk ? busy : { intent: { do: "go", to: step.operate }, done: false };
    return body.walk ? busy : { intent: { do: "operate", prop: step.operate, action: step.action }, done: false };
  }
  if ("check" in step) {
    const who = slotsOf(run, step.check).find((slot) => slot !== body.slot);
    const other = who === undefined ? undefined : run.state.bodies[who];
    if (who === undefined || !other) return finished;
    if (distance(body, other) > 2.2) return body.walk ? busy : { intent: { do: "go", to: who }, done: false };
    return { intent: { do: "check", who }, done: true };
  }
  if ("send" in step) {
    const prop = run.compiled.scenario.messages[step.send]?.at;
    const goal = prop === undefined ? null : standingPoint(run, prop);
    if (prop !== undefined && goal && distance(body, goal) > 1.8)
      return body.walk ? busy : { intent: { do: "go", to: prop }, done: false };
    return {
      intent: { do: "send", message: step.send, ...(step.to === undefined ? {} : { to: step.to }) },
      done: true,
    };
  }
  if ("report" in step) {
    const channel = run.compiled.scenario.reports[step.report]?.channel;
    const kind = channel === "phone" ? "phone" : channel === "written" ? "report-desk" : null;
    const prop =
      kind && Object.entries(run.compiled.scenario.stage.props).find(([, other]) => other.kind === kind)?.[0];
    const goal = prop ? standingPoint(run, prop) : null;
    if (prop && goal && distance(body, goal) > 1.8)
      return body.walk ? busy : { intent: { do: "go", to: prop }, done: false };
    return { intent: { do: "report", report: step.report, items: step.items }, done: true };
  }
  if ("decide" in step) return { intent: { do: "decide", decision: step.decide, option: step.option }, done: true };
  if ("answer" in step) return { intent: { do: "answer", probe: step.answer, option: step.option }, done: true };
  if ("follow" in step)
    return { intent: { do: "follow", who: slotsOf(run, step.follow)[0] ?? step.follow }, done: true };
  return finished;
}

/** Starts behaviours whose condition turned true. */
export function wakeBehaviours(run: Run): void {
  for (const plan of run.compiled.behaviours) {
    const { owner, key, slots } = plan;
    const memory = run.state.behaviours[key] ?? { last: false, runs: 0 };
    run.state.behaviours[key] = memory;
    if (memory.runs >= plan.behaviour.times) continue;
    const now = plan.when() === true;
    const rising = now && !memory.last;
    memory.last = now;
    if (!rising) continue;
    memory.runs += 1;
    const delay = Math.round((1 + nextRandom(run.state.random) * 2) * TICKS);
    const script = (): Script => ({
      source: { kind: "behaviour", owner, id: plan.behaviour.id },
      index: 0,
      waitUntil: run.state.tick + delay,
      begun: false,
    });
    if (slots.length === 0) run.state.voices[owner] = [...(run.state.voices[owner] ?? []), script()];
    for (const slot of slots) {
      const body = run.state.bodies[slot];
      if (body && !body.player) {
        body.scripts = [script()];
        body.walk = null;
        body.follow = null;
      }
    }
  }
}

/** Carries on everybody's scripts by one tick. */
export function runScripts(run: Run): void {
  mindGas(run);
  for (const { slot } of run.compiled.slots) {
    const body = run.state.bodies[slot];
    const script = body?.scripts[0];
    if (!body || !script || body.player || !able(body)) continue;
    if (advanceScript(run, script, body.slot, body)) body.scripts.shift();
  }
  for (const [owner, scripts] of Object.entries(run.state.voices)) {
    for (let index = 0; index < scripts.length; index += 1) {
      const script = scripts[index];
      if (script && advanceScript(run, script, owner, null)) {
        scripts.splice(index, 1);
        index -= 1;
      }
    }
  }
}

function stepsOf(run: Run, script: Script): { steps: readonly Step[]; until: (index: number) => boolean } {
  const { source } = script;
  if (source.kind === "message")
    return {
      steps: run.compiled.scenario.messages[source.id]?.do ?? [],
      until: (index) => run.compiled.messageUntils.get(`${source.id}/${index}`)?.() === true,
    };
  const plan = run.compiled.behaviours.find((one) => one.owner === source.owner && one.behaviour.id === source.id);
  return { steps: plan?.behaviour.do ?? [], until: (index) => plan?.untils.get(index)?.() === true };
}

/** One tick of one script; true when it is over. */
function advanceScript(run: Run, script: Script, owner: string, body: Body | null): boolean {
  if (run.state.tick < script.waitUntil) return false;
  const { steps, until } = stepsOf(run, script);
  const step = steps[script.index];
  if (!step) return true;
  const next = (): boolean => {
    script.index += 1;
    script.begun = false;
    return script.index >= steps.length;
  };
  if ("wait" in step) {
    script.waitUntil = run.state.tick + Math.round(step.wait * TICKS);
    return next();
  }
  if ("until" in step) return until(script.index) ? next() : false;
  if ("say" in step) {
    speak(run, owner, step);
    return next();
  }
  if (!body) {
    if ("send" in step) sendVoice(run, owner, step.send, step.to);
    return next();
  }
  const progress = advanceStep(run, body, step, script.begun);
  if (progress.intent) {
    const refused = act(run, body, progress.intent);
    if (refused) return next();
    if (progress.intent.do !== "go" || "go" in step) script.begun = true;
  }
  return progress.done ? next() : false;
}

function speak(run: Run, owner: string, step: Extract<Step, { say: unknown }>): void {
  const text = fillWords(run, owner, step.say);
  const listeners = step.to === undefined ? run.compiled.slots.map(({ slot }) => slot) : slotsOf(run, step.to);
  for (const slot of listeners) if (slot !== owner) tell(run, slot, { channel: step.channel, from: owner, text });
}
