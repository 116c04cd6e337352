// The pose track: where bodies said they were, packed small and exactly, so that replay steps the very same numbers.
import type { Input, Pose } from "../protocol/intents.ts";

/** One pose taken at the step that left `tick`. */
export type PoseSample = { readonly tick: number; readonly slot: string; readonly pose: Pose };

const CM = 100;
const DECI = 10;
/** x, y, z, yaw and pitch; then both hands. */
const BODY_PARTS = 5;
const HAND_PARTS = 6;
const SAME = 1;
const HANDS = 2;

/** What the track can carry: whole centimetres and tenths of a degree. Poses are stepped only in this form. */
export function quantised({ x, y, z, yawDeg, pitchDeg, hands }: Pose): Pose {
  const body = {
    x: whole(x, CM) / CM,
    y: whole(y, CM) / CM,
    z: whole(z, CM) / CM,
    yawDeg: whole(yawDeg, DECI) / DECI,
    pitchDeg: whole(pitchDeg, DECI) / DECI,
  };
  return hands === undefined ? body : { ...body, hands: hands.map((part) => whole(part, CM) / CM) };
}

/** Adding zero turns a minus zero, which the track cannot tell from zero, into one. */
const whole = (value: number, parts: number): number => Math.round(value * parts) + 0;

export function packTrack(slots: readonly string[], samples: readonly PoseSample[]): Uint8Array {
  const bytes: number[] = [];
  const last = new Map<string, { numbers: readonly number[]; hands: boolean }>();
  let tick = samples[0]?.tick ?? 0;
  writeWhole(bytes, tick);
  for (const sample of samples) {
    writeWhole(bytes, sample.tick - tick);
    tick = sample.tick;
    const slot = slots.indexOf(sample.slot);
    if (slot < 0) throw new Error(`no slot ${sample.slot} in this run`);
    const hands = sample.pose.hands !== undefined;
    const numbers = numbersOf(sample.pose);
    const before = last.get(sample.slot);
    const same = before?.hands === hands && before.numbers.every((number, at) => number === numbers[at]);
    writeWhole(bytes, slot * 4 + (same ? SAME : 0) + (hands ? HANDS : 0));
    if (!same) {
      const count = numbers.length - (hands ? 0 : HAND_PARTS);
      for (let at = 0; at < count; at += 1) writeSigned(bytes, (numbers[at] ?? 0) - (before?.numbers[at] ?? 0));
    }
    last.set(sample.slot, { numbers, hands });
  }
  return Uint8Array.from(bytes);
}

export function unpackTrack(slots: readonly string[], bytes: Uint8Array): PoseSample[] {
  const samples: PoseSample[] = [];
  const last = new Map<string, readonly number[]>();
  const read = reader(bytes);
  let tick = read.whole();
  while (!read.done()) {
    tick += read.whole();
    const head = read.whole();
    const slot = slots[Math.floor(head / 4)];
    if (slot === undefined) throw new Error("a pose track names a slot that this run does not have");
    const hands = (head & HANDS) !== 0;
    const before = last.get(slot) ?? new Array<number>(BODY_PARTS + HAND_PARTS).fill(0);
    const count = before.length - (hands ? 0 : HAND_PARTS);
    const numbers =
      (head & SAME) !== 0 ? before : before.map((number, at) => (at < count ? number + read.signed() : 0));
    last.set(slot, numbers);
    samples.push({ tick, slot, pose: poseOf(numbers, hands) });
  }
  return samples;
}

export const inputOf = ({ tick, slot, pose }: PoseSample): Input => ({
  tick,
  by: slot,
  intent: { do: "pose", ...pose },
});

function numbersOf({ x, y, z, yawDeg, pitchDeg, hands }: Pose): number[] {
  const numbers = [whole(x, CM), whole(y, CM), whole(z, CM), whole(yawDeg, DECI), whole(pitchDeg, DECI)];
  for (let at = 0; at < HAND_PARTS; at += 1) numbers.push(whole(hands?.[at] ?? 0, CM));
  return numbers;
}

function poseOf(numbers: readonly number[], hands: boolean): Pose {
  const [x = 0, y = 0, z = 0, yaw = 0, pitch = 0, ...parts] = numbers;
  const body = { x: x / CM, y: y / CM, z: z / CM, yawDeg: yaw / DECI, pitchDeg: pitch / DECI };
  return hands ? { ...body, hands: parts.map((part) => part / CM) } : body;
}

/** Seven bits a byte, lowest first; the high bit says that more follow. */
function writeWhole(bytes: number[], value: number): void {
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
}

const writeSigned = (bytes: number[], value: number): void => writeWhole(bytes, value < 0 ? -value * 2 - 1 : value * 2);

function reader(bytes: Uint8Array) {
  let at = 0;
  const whole = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at];
      if (byte === undefined) throw new Error("a pose track ends in the middle of a number");
      at += 1;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  return {
    whole,
    signed: (): number => {
      const value = whole();
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    },
    done: () => at >= bytes.length,
  };
}
