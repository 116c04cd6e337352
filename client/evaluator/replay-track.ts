// A replay unfolded: the whole state at each second, anything between two seconds by interpolation.

import type { Replay } from "../../sim-server/protocol/api.ts";
import type { CrowdFrame, FireFrame } from "../../sim-server/protocol/fire-frames.ts";
import type { CloudFrame, FieldFrame, MirrorFrame, PersonFrame } from "../../sim-server/protocol/frames.ts";
import type { ReplayFrame } from "../../sim-server/protocol/replay.ts";
import type { BoardFrame } from "../../sim-server/protocol/views.ts";
import type { MirrorSource } from "../session/mirror.ts";

type Bodies = ReplayFrame["bodies"];
export type Moment = {
  readonly frame: MirrorFrame;
  readonly field: FieldFrame | null;
  readonly bodies: Bodies;
  readonly board: Partial<BoardFrame>;
};
export type Track = { readonly moments: readonly Moment[]; readonly durationTicks: number };

const CLEAR: CloudFrame = { rooms: {}, puffs: [], jets: [] };
const STRANGER: PersonFrame = {
  name: "",
  position: "",
  figure: "operator-m",
  simulated: false,
  connected: true,
  x: 0,
  y: 0,
  z: 0,
  yawDeg: 0,
  pitchDeg: 0,
  hands: null,
  suit: false,
  scba: false,
  doing: "stand",
};

/** Folds the changes up; what did not change is shared, so an hour of replay stays small. */
export function unfolded(replay: Pick<Replay, "frames" | "durationTicks">): Track {
  const moments: Moment[] = [];
  let people: Record<string, PersonFrame> = {};
  let props: MirrorFrame["props"] = {};
  let wind: [number, number] = [0, 0];
  let cloud = CLEAR;
  let fire: FireFrame | undefined;
  let crowd: CrowdFrame | undefined;
  let field: FieldFrame | null = null;
  let bodies: Bodies = {};
  let board: Partial<BoardFrame> = {};
  for (const change of replay.frames) {
    if (Object.keys(change.people).length > 0) {
      people = { ...people };
      for (const [slot, part] of Object.entries(change.people))
        people[slot] = { ...(people[slot] ?? STRANGER), ...part };
    }
    if (Object.keys(change.props).length > 0) props = { ...props, ...change.props };
    if (Object.keys(change.bodies).length > 0) bodies = { ...bodies, ...change.bodies };
    if (change.board) board = { ...board, ...change.board };
    wind = change.wind ?? wind;
    cloud = change.cloud ?? cloud;
    fire = change.fire ?? fire;
    crowd = change.crowd ?? crowd;
    field = change.field ?? field;
    const [windFromDeg, windSpeedMps] = wind;
    moments.push({
      frame: {
        tick: change.tick,
        phase: "running",
        speed: 1,
        windFromDeg,
        windSpeedMps,
        people,
        props,
        cloud,
        ...(fire ? { fire } : {}),
        ...(crowd ? { crowd } : {}),
      },
      field,
      bodies,
      board,
    });
  }
  return { moments, durationTicks: replay.durationTicks };
}

/** The last moment at or before a tick; the first one before the beginning. */
export function momentAt(track: Track, tick: number): Moment | null {
  const { moments } = track;
  let low = 0;
  let high = moments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((moments[middle]?.frame.tick ?? 0) <= tick) low = middle;
    else high = middle - 1;
  }
  return moments[low] ?? null;
}

/** The frame at any tick: people between two seconds are where a straight walk puts them. */
export function frameAt(track: Track, tick: number): MirrorFrame | null {
  const { moments } = track;
  const before = momentAt(track, tick);
  if (!before) return null;
  const after = moments[moments.indexOf(before) + 1];
  if (!after || after.frame.tick <= before.frame.tick || tick <= before.frame.tick) return { ...before.frame, tick };
  const share = Math.min(1, (tick - before.frame.tick) / (after.frame.tick - before.frame.tick));
  const people: Record<string, PersonFrame> = {};
  for (const [slot, person] of Object.entries(before.frame.people)) {
    people[slot] = between(person, after.frame.people[slot] ?? person, share);
  }
  return { ...before.frame, tick, people };
}

function between(a: PersonFrame, b: PersonFrame, share: number): PersonFrame {
  if (a === b) return a;
  const mix = (from: number, to: number) => from + (to - from) * share;
  // The short way round: 350° to 10° passes north.
  const turn = ((((b.yawDeg - a.yawDeg) % 360) + 540) % 360) - 180;
  return { ...a, x: mix(a.x, b.x), y: mix(a.y, b.y), z: mix(a.z, b.z), yawDeg: a.yawDeg + turn * share };
}

export type ReplaySource = MirrorSource & { readonly show: (tick: number) => void };

/** A mirror source whose time is set from outside; the map and the 3D view read it like a live room. */
export function openReplaySource(track: Track): ReplaySource {
  let frame = frameAt(track, 0);
  const listeners = new Set<() => void>();
  return {
    getFrame: () => frame,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (tick) => {
      frame = frameAt(track, tick);
      for (const listener of listeners) listener();
    },
  };
}

/** Where each person walked up to a tick, one point a second at most. */
export function trailsTo(track: Track, tick: number, backTicks = 600) {
  const points = new Map<string, (readonly [number, number])[]>();
  for (const { frame } of track.moments) {
    if (frame.tick > tick) break;
    if (frame.tick < tick - backTicks) continue;
    for (const [slot, person] of Object.entries(frame.people)) {
      const trail = points.get(slot) ?? [];
      const last = trail.at(-1);
      if (!last || last[0] !== person.x || last[1] !== person.y) trail.push([person.x, person.y]);
      points.set(slot, trail);
    }
  }
  return [...points].map(([slot, trail]) => ({ slot, points: trail }));
}
