// One second of a replay: what changed since the second before, for the evaluator who may see everything.
import type { ReplayFrame } from "../../protocol/replay.ts";
import type { BoardFrame } from "../../protocol/views.ts";
import { type Run, TICKS } from "../run.ts";
import type { Body } from "../state.ts";
import { boardFrame, bodyFrame } from "./console.ts";
import { fieldFrame } from "./field.ts";
import { crowdFrame, fireFrame } from "./fire.ts";
import { cloudFrame, personFrame, propFrames } from "./mirror.ts";

const FIELD_EVERY_S = 10;

/** Samples a run as it is stepped; a frame for each new whole second, null in between. */
export function openSampler(): (run: Run) => ReplayFrame | null {
  const known = new Map<string, string>();
  let sampled = -1;

  /** True once for each new value under a name. */
  const isNew = (name: string, value: unknown): boolean => {
    const text = JSON.stringify(value);
    if (known.get(name) === text) return false;
    known.set(name, text);
    return true;
  };
  const fresh = <T>(kind: string, record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id, value]) => isNew(`${kind} ${id}`, value)));

  return (run) => {
    const { tick, wind, bodies, puffs } = run.state;
    if (tick % TICKS !== 0 || tick === sampled) return null;
    sampled = tick;
    const each = <T>(of: (body: Body) => T): Record<string, T> =>
      Object.fromEntries(Object.entries(bodies).map(([slot, body]) => [slot, of(body)]));
    const frame: ReplayFrame = {
      tick,
      people: fresh(
        "person",
        each((body) => personFrame(run, body)),
      ),
      props: fresh("prop", propFrames(run)),
      bodies: fresh(
        "body",
        each((body) => bodyFrame(run, body)),
      ),
    };
    const air: [number, number] = [Math.round(wind.fromDeg), Math.round(wind.speedMps * 10) / 10];
    if (isNew("wind", air)) frame.wind = air;
    const cloud = cloudFrame(run);
    if (isNew("cloud", cloud)) frame.cloud = cloud;
    const fire = fireFrame(run);
    if (fire && isNew("fire", fire)) frame.fire = fire;
    const crowd = crowdFrame(run);
    if (crowd && isNew("crowd", crowd.people)) frame.crowd = crowd;
    const board: Partial<BoardFrame> = fresh<unknown>("board", boardFrame(run));
    if (Object.keys(board).length > 0) frame.board = board;
    if (tick % (FIELD_EVERY_S * TICKS) === 0 && puffs.puffs.length > 0) {
      const field = fieldFrame(run);
      if (isNew("field", field.log)) frame.field = field;
    }
    return frame;
  };
}
