// Behaviour: what people played by the system do by themselves or on an order, script by script.
import type { Step } from "../../scenarios/format/steps.ts";
import { act } from "./acts.ts";
import { mindGas } from "./caution.ts";
import { nextRandom } from "./random.ts";
import { able, type Run, slotsOf, TICKS, tell } from "./run.ts";
import { fillWords, sendVoice } from "./speech.ts";
import type { Body, Script } from "./state.ts";
import { advanceStep } from "./step-progress.ts";

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
