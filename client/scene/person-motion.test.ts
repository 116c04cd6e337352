// Proves that people are shown on the line between what was told, and never fly across a jump.
import { describe, expect, test } from "vitest";
import { openMotion, type Shown } from "./person-motion.ts";

const person = (x: number, y = 0, yawDeg = 0) => ({
  name: "",
  position: "",
  figure: "leader",
  simulated: false,
  connected: true,
  x,
  y,
  z: 0,
  yawDeg,
  pitchDeg: 0,
  hands: null,
  suit: false,
  scba: false,
  doing: "walk",
});
const blank = (): Shown => ({ x: 0, y: 0, z: 0, yawDeg: 0, pitchDeg: 0, speedMps: 0 });

describe("motion between patches", () => {
  test("a walker at 1.4 m/s told every 100 ms is shown at that speed, no farther behind than 150 ms", () => {
    const motion = openMotion();
    for (let t = 0; t <= 2000; t += 100) motion.tell(person(1.4 * (t / 1000)), t);
    const first = motion.show(1900, blank());
    const second = motion.show(1950, blank());
    expect((second.x - first.x) / 0.05).toBeCloseTo(1.4, 5);
    expect(first.speedMps).toBeCloseTo(1.4, 5);
    expect(1.4 * 1.9 - first.x).toBeLessThanOrEqual(1.4 * 0.15);
  });

  test("turning from 350 to 10 degrees goes through north, not round by the south", () => {
    const motion = openMotion();
    motion.tell(person(0, 0, 350), 0);
    motion.tell(person(0, 0, 10), 100);
    for (let t = 100; t < 260; t += 10) {
      const fromNorth = Math.cos((motion.show(t, blank()).yawDeg * Math.PI) / 180);
      expect(fromNorth).toBeGreaterThanOrEqual(Math.cos((10.001 * Math.PI) / 180));
    }
  });

  test("a jump farther than a person runs is shown at once at its end", () => {
    const motion = openMotion();
    motion.tell(person(0), 0);
    motion.tell(person(0), 100);
    motion.tell(person(40), 200);
    expect(motion.show(201, blank()).x).toBe(40);
    expect(motion.show(330, blank()).x).toBe(40);
  });

  test("a replay that steps once a second moves evenly instead of stopping and starting", () => {
    const motion = openMotion();
    for (let t = 0; t <= 30000; t += 1000) motion.tell(person(t / 1000), t);
    const places = [0, 200, 400, 600, 800].map((ms) => motion.show(30000 + ms, blank()).x);
    for (let i = 1; i < places.length; i++) expect((places[i] ?? 0) - (places[i - 1] ?? 0)).toBeCloseTo(0.2, 2);
  });

  test("nobody is shown beyond the last place told", () => {
    const motion = openMotion();
    motion.tell(person(0), 0);
    motion.tell(person(1), 100);
    expect(motion.show(5000, blank())).toMatchObject({ x: 1, speedMps: 0 });
  });
});
