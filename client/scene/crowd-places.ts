// Where the people of a crowd are shown: told twice a second at most, moved on every frame, kept in plain arrays.
import type { CrowdFrame } from "../../sim-server/protocol/fire-frames.ts";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { turnBetween } from "./space.ts";

export const MOST_PEOPLE = 256;
/** Numbers a person in the frame: who, x, y, z in decimetres, heading in 5 degrees, what the body does. */
const STRIDE = 6;
/** Farther than this in one frame is a jump, not a walk. */
const JUMP_M = 6;
export const STATES = { stand: 0, walk: 1, lie: 2, carried: 3 } as const;

export type CrowdPlaces = {
  /** How many are shown; they fill the arrays from the front. */
  count: number;
  readonly who: Int32Array;
  /** Scene metres and heading in degrees: x, y up, z, heading. */
  readonly at: Float32Array;
  /** Per person: how far down (0 upright, 1 lying), pace shown in m/s, metres walked. */
  readonly body: Float32Array;
  readonly tell: (frame: CrowdFrame, nowMs: number) => void;
  readonly advance: (deltaS: number) => void;
};

export function openCrowdPlaces(stage: Pick<StageView, "bounds">): CrowdPlaces {
  const who = new Int32Array(MOST_PEOPLE).fill(-1);
  const at = new Float32Array(MOST_PEOPLE * 4);
  const body = new Float32Array(MOST_PEOPLE * 3);
  const goal = new Float32Array(MOST_PEOPLE * 4);
  const state = new Uint8Array(MOST_PEOPLE);
  const [west, south] = [stage.bounds.x[0], stage.bounds.y[0]];
  let stepS = 0.5;
  let toldMs = Number.NaN;

  const move = (from: number, to: number): void => {
    who[to] = who[from] ?? -1;
    state[to] = state[from] ?? 0;
    at.copyWithin(to * 4, from * 4, from * 4 + 4);
    goal.copyWithin(to * 4, from * 4, from * 4 + 4);
    body.copyWithin(to * 3, from * 3, from * 3 + 3);
  };
  const places: CrowdPlaces = {
    count: 0,
    who,
    at,
    body,
    tell: ({ people }, nowMs) => {
      if (nowMs > toldMs) stepS += (Math.min(1.5, Math.max(0.2, (nowMs - toldMs) / 1000)) - stepS) * 0.5;
      toldMs = nowMs;
      for (let i = 0; i < places.count; i++) {
        if (isTold(people, who[i] ?? -1)) continue;
        places.count -= 1;
        if (i < places.count) move(places.count, i);
        who[places.count] = -1;
        i -= 1;
      }
      for (let base = 0; base + STRIDE <= people.length; base += STRIDE) {
        const number = people[base] ?? -1;
        let i = 0;
        while (i < places.count && who[i] !== number) i++;
        const fresh = i === places.count;
        if (fresh && places.count >= MOST_PEOPLE) continue;
        if (fresh) places.count += 1;
        who[i] = number;
        goal[i * 4] = west + (people[base + 1] ?? 0) / 10;
        goal[i * 4 + 1] = (people[base + 3] ?? 0) / 10;
        goal[i * 4 + 2] = -(south + (people[base + 2] ?? 0) / 10);
        goal[i * 4 + 3] = (people[base + 4] ?? 0) * 5;
        state[i] = people[base + 5] ?? 0;
        const far =
          Math.abs((goal[i * 4] ?? 0) - (at[i * 4] ?? 0)) + Math.abs((goal[i * 4 + 2] ?? 0) - (at[i * 4 + 2] ?? 0));
        if (!fresh && far < JUMP_M) continue;
        at.set(goal.subarray(i * 4, i * 4 + 4), i * 4);
        body[i * 3] = state[i] === STATES.lie ? 1 : 0;
        body[i * 3 + 1] = 0;
      }
    },
    advance: (deltaS) => {
      const share = 1 - Math.exp((-2.6 / stepS) * deltaS);
      for (let i = 0; i < places.count; i++) {
        const [g, b] = [i * 4, i * 3];
        const dx = ((goal[g] ?? 0) - (at[g] ?? 0)) * share;
        const dz = ((goal[g + 2] ?? 0) - (at[g + 2] ?? 0)) * share;
        at[g] = (at[g] ?? 0) + dx;
        at[g + 1] = (at[g + 1] ?? 0) + ((goal[g + 1] ?? 0) - (at[g + 1] ?? 0)) * share;
        at[g + 2] = (at[g + 2] ?? 0) + dz;
        at[g + 3] = (at[g + 3] ?? 0) + turnBetween(at[g + 3] ?? 0, goal[g + 3] ?? 0) * share;
        const gone = Math.sqrt(dx * dx + dz * dz);
        const down = state[i] === STATES.lie || state[i] === STATES.carried ? 1 : 0;
        body[b] = (body[b] ?? 0) + (down - (body[b] ?? 0)) * Math.min(1, deltaS * 2.2);
        const pace = deltaS > 0 ? Math.min(3, gone / deltaS) : 0;
        body[b + 1] = (body[b + 1] ?? 0) + (pace - (body[b + 1] ?? 0)) * Math.min(1, deltaS * 6);
        body[b + 2] = (body[b + 2] ?? 0) + gone;
      }
    },
  };
  return places;
}

function isTold(people: readonly number[], number: number): boolean {
  for (let base = 0; base < people.length; base += STRIDE) if (people[base] === number) return true;
  return false;
}
