// How people move between two patches of the mirror: shown a little late, on the line between what was told.
import type { PersonFrame } from "../../sim-server/protocol/frames.ts";
import { turnBetween } from "./space.ts";

export type Shown = { x: number; y: number; z: number; yawDeg: number; pitchDeg: number; speedMps: number };
type Sample = { atMs: number; x: number; y: number; z: number; yawDeg: number; pitchDeg: number };

const LATE_MS = 120;
/** A live mirror is shown LATE_MS late; one that ticks slower is shown one of its own steps late, at most this. */
const LATEST_MS = 1300;
/** Farther than a person runs between two patches is a jump: a seek in a replay, a teleport, a carried body. */
const JUMP_M = 4;
const KEPT = 6;

export type Motion = {
  readonly tell: (person: Readonly<PersonFrame>, nowMs: number) => void;
  readonly show: (nowMs: number, into: Shown) => Shown;
};

export function openMotion(): Motion {
  const samples: Sample[] = [];
  let stepMs = LATE_MS;
  const told = (person: Readonly<PersonFrame>, atMs: number, into: Sample): Sample => {
    into.atMs = atMs;
    into.x = person.x;
    into.y = person.y;
    into.z = person.z;
    into.yawDeg = person.yawDeg;
    into.pitchDeg = person.pitchDeg;
    return into;
  };
  return {
    tell: (person, nowMs) => {
      const last = samples.at(-1);
      if (last) {
        const far = Math.abs(person.x - last.x) + Math.abs(person.y - last.y) + Math.abs(person.z - last.z);
        if (far > JUMP_M) samples.length = 0;
        else stepMs += (Math.min(LATEST_MS, nowMs - last.atMs) - stepMs) * 0.2;
      }
      const freed = samples.length >= KEPT ? samples.shift() : undefined;
      samples.push(told(person, nowMs, freed ?? { atMs: 0, x: 0, y: 0, z: 0, yawDeg: 0, pitchDeg: 0 }));
    },
    show: (nowMs, into) => {
      const at = nowMs - Math.min(LATEST_MS, Math.max(LATE_MS, stepMs * 1.15));
      let before = samples[0];
      if (!before) return into;
      let after = before;
      for (const sample of samples) {
        after = sample;
        if (sample.atMs > at) break;
        before = sample;
      }
      return between(before, after, at, into);
    },
  };
}

function between(before: Sample, after: Sample, atMs: number, into: Shown): Shown {
  const span = after.atMs - before.atMs;
  const part = span > 0 ? Math.min(1, Math.max(0, (atMs - before.atMs) / span)) : 0;
  const dx = after.x - before.x;
  const dy = after.y - before.y;
  into.x = before.x + dx * part;
  into.y = before.y + dy * part;
  into.z = before.z + (after.z - before.z) * part;
  into.yawDeg = before.yawDeg + turnBetween(before.yawDeg, after.yawDeg) * part;
  into.pitchDeg = before.pitchDeg + (after.pitchDeg - before.pitchDeg) * part;
  into.speedMps = span > 0 && part < 1 ? (Math.sqrt(dx * dx + dy * dy) / span) * 1000 : 0;
  return into;
}
