// Replay: the same step, fed from a log of inputs; and the samples an evaluator scrubs through.
import type { Input } from "../protocol/intents.ts";
import type { ReplayFrame } from "../protocol/replay.ts";
import type { Compiled } from "./compile.ts";
import type { Opening } from "./opening.ts";
import { batchOf, open, type Session, type StepResult, step } from "./session.ts";
import { openSampler } from "./views/replay-frame.ts";

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

/** One frame a second with what changed since the frame before. */
export function sampleReplay(
  compiled: Compiled,
  opening: Opening,
  inputs: readonly Input[],
  untilTick: number,
): ReplayFrame[] {
  const frames: ReplayFrame[] = [];
  const sample = openSampler();
  replay(compiled, opening, inputs, untilTick, ({ run }): undefined => {
    const frame = sample(run);
    if (frame) frames.push(frame);
  });
  return frames;
}
