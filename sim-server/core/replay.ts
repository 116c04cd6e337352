// Replay: the same step, fed from a log of inputs; and the samples an evaluator scrubs through.
import type { ReplayFrame } from "../protocol/frames.ts";
import type { Input } from "../protocol/intents.ts";
import type { Compiled } from "./compile.ts";
import { minutesOfAir } from "./gear.ts";
import { toxicLoadFraction } from "./hazard/exposure.ts";
import { substanceOf } from "./hazard/gas.ts";
import type { Opening } from "./opening.ts";
import { TICKS } from "./run.ts";
import { batchOf, open, type Session, type StepResult, step } from "./session.ts";
import { cloudFrame, fieldFrame, personFrame, propFrames } from "./views/mirror.ts";

/**
 * Plays a log again. Inputs carry the tick at whose step they were taken (the state's tick before that step) and
 * come in the order they were taken. `each` is called after every step with what it took; return false from it to stop.
 */
export function replay<I extends Input>(
  compiled: Compiled,
  opening: Opening,
  inputs: readonly I[],
  untilTick: number,
  each?: (session: Session, taken: readonly I[], result: StepResult) => boolean | undefined,
): Session {
  const session = open(compiled, opening);
  let at = 0;
  for (;;) {
    const { tick, phase } = session.run.state;
    const due: I[] = [];
    for (let next = inputs[at + due.length]; next && next.tick <= tick; next = inputs[at + due.length]) due.push(next);
    const now = batchOf(phase, due);
    at += now.length;
    if (now.length === 0 && (phase !== "running" || tick >= untilTick)) return session;
    const result = step(session, now);
    if (each?.(session, now, result) === false) return session;
  }
}

const FIELD_EVERY_S = 10;

/** One frame a second with what changed since the frame before. */
export function sampleReplay(
  compiled: Compiled,
  opening: Opening,
  inputs: readonly Input[],
  untilTick: number,
): ReplayFrame[] {
  const frames: ReplayFrame[] = [];
  const known = { people: new Map<string, string>(), props: new Map<string, string>(), wind: "", cloud: "" };
  let sampled = -1;
  const sample = (session: Session): undefined => {
    const { run } = session;
    const { tick } = run.state;
    if (tick % TICKS !== 0 || tick === sampled) return;
    sampled = tick;
    const frame: ReplayFrame = { tick, people: {}, props: {}, bodies: {} };
    for (const [slot, body] of Object.entries(run.state.bodies)) {
      const person = personFrame(run, body);
      const text = JSON.stringify(person);
      if (known.people.get(slot) !== text) frame.people[slot] = person;
      known.people.set(slot, text);
      const { guidelines, probit } = substanceOf(run);
      frame.bodies[slot] = {
        ppm: Math.round(body.ppm * 100) / 100,
        airMin: body.air ? Math.round(minutesOfAir(body) * 10) / 10 : null,
        condition: body.condition,
        dosePercent: Math.round((toxicLoadFraction(guidelines, body.exposure.load, probit.n) ?? 0) * 1000) / 10,
      };
    }
    for (const [id, prop] of Object.entries(propFrames(run))) {
      const text = JSON.stringify(prop);
      if (known.props.get(id) !== text) frame.props[id] = prop;
      known.props.set(id, text);
    }
    const wind: [number, number] = [Math.round(run.state.wind.fromDeg), Math.round(run.state.wind.speedMps * 10) / 10];
    if (known.wind !== wind.join()) frame.wind = wind;
    known.wind = wind.join();
    const cloud = cloudFrame(run);
    const text = JSON.stringify(cloud);
    if (known.cloud !== text) frame.cloud = cloud;
    known.cloud = text;
    if (tick % (FIELD_EVERY_S * TICKS) === 0 && run.state.puffs.puffs.length > 0) frame.field = fieldFrame(run);
    frames.push(frame);
  };
  replay(compiled, opening, inputs, untilTick, sample);
  return frames;
}
