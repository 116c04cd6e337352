import fc from "fast-check";
import { expect, test } from "vitest";
import { type PoseSample, packTrack, quantised, unpackTrack } from "./pose-track.ts";

const SLOTS = ["shift-leader-1", "operator-1", "operator-2"];
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const pose = fc.record(
  {
    x: number(-2000, 2000),
    y: number(-2000, 2000),
    z: number(-5, 60),
    yawDeg: number(-360, 360),
    pitchDeg: number(-90, 90),
    hands: fc.array(number(-3, 3), { minLength: 6, maxLength: 6 }),
  },
  { requiredKeys: ["x", "y", "z", "yawDeg", "pitchDeg"] },
);
const samples = fc
  .array(fc.record({ wait: fc.nat(20), slot: fc.constantFrom(...SLOTS), pose }), { maxLength: 60 })
  .map((list) => {
    let tick = 0;
    return list.map(({ wait, slot, pose: one }): PoseSample => {
      tick += wait;
      return { tick, slot, pose: quantised(one) };
    });
  });

test("what is packed comes out as the very same numbers, in the same order", () => {
  fc.assert(
    fc.property(samples, (track) => {
      expect(JSON.stringify(unpackTrack(SLOTS, packTrack(SLOTS, track)))).toBe(JSON.stringify(track));
    }),
  );
});

test("quantising moves nobody by more than half a centimetre or a twentieth of a degree", () => {
  fc.assert(
    fc.property(pose, (raw) => {
      const kept = quantised(raw);
      for (const place of ["x", "y", "z"] as const) expect(Math.abs(kept[place] - raw[place])).toBeLessThan(0.00501);
      expect(Math.abs(kept.yawDeg - raw.yawDeg)).toBeLessThan(0.0501);
    }),
  );
});

test("a second of eight people walking with their hands takes less than 1.2 kB", () => {
  const slots = Array.from({ length: 8 }, (_, at) => `operator-${at + 1}`);
  const track = Array.from({ length: 80 }, (_, at): PoseSample => {
    const step = Math.floor(at / 8);
    const hands = [0.2, 0.3, -0.4, -0.2, 0.3, -0.4].map((part) => part + step / 50);
    const body = { x: 10 + step * 0.14, y: 5 + step * 0.02, z: 0, yawDeg: 90 + step * 3, pitchDeg: -step, hands };
    return { tick: 1000 + step, slot: slots[at % 8] ?? "", pose: quantised(body) };
  });
  expect(packTrack(slots, track).length).toBeLessThan(1200);
});

test("a track cut short says so instead of inventing poses", () => {
  const bytes = packTrack(SLOTS, [
    { tick: 5, slot: "operator-1", pose: { x: 100, y: 100, z: 0, yawDeg: 0, pitchDeg: 0 } },
  ]);
  expect(() => unpackTrack(SLOTS, bytes.slice(0, -6))).toThrow(/middle of a number/);
});
