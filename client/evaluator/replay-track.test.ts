// A replay shows the same at a moment however one came to it.
import { describe, expect, test } from "vitest";
import type { PersonFrame } from "../../sim-server/protocol/frames.ts";
import type { ReplayFrame } from "../../sim-server/protocol/replay.ts";
import { frameAt, momentAt, openReplaySource, trailsTo, unfolded } from "./replay-track.ts";

const person: PersonFrame = {
  name: "王",
  position: "operator",
  figure: "operator-m",
  simulated: false,
  connected: true,
  x: 0,
  y: 0,
  z: 0,
  yawDeg: 350,
  pitchDeg: 0,
  hands: null,
  suit: false,
  scba: false,
  doing: "stand",
};
const frames: ReplayFrame[] = [
  { tick: 0, people: { a: person }, props: { valve: { state: "open", fraction: 1 } }, bodies: {}, wind: [310, 2.5] },
  { tick: 10, people: { a: { x: 2, yawDeg: 10, doing: "walk" } }, props: {}, bodies: {} },
  { tick: 20, people: {}, props: { valve: { state: "closed", fraction: 0 } }, bodies: {} },
];
const track = unfolded({ frames, durationTicks: 20 });

describe("an unfolded replay", () => {
  test("keeps what did not change", () => {
    expect(momentAt(track, 20)?.frame.people["a"]).toMatchObject({ name: "王", x: 2, doing: "walk" });
    expect(momentAt(track, 20)?.frame.windFromDeg).toBe(310);
    expect(momentAt(track, 15)?.frame.props["valve"]?.state).toBe("open");
  });

  test("a person between two seconds is between the two places, and turns the short way", () => {
    const half = frameAt(track, 5)?.people["a"];
    expect(half?.x).toBeCloseTo(1);
    expect(((half?.yawDeg ?? 0) + 360) % 360).toBeCloseTo(0);
  });

  test("jumping back shows what playing showed", () => {
    const source = openReplaySource(track);
    source.show(7);
    const played = structuredClone(source.getFrame());
    source.show(20);
    source.show(7);
    expect(source.getFrame()).toEqual(played);
  });

  test("before the beginning and after the end there is still a frame", () => {
    expect(frameAt(track, -5)?.people["a"]?.x).toBe(0);
    expect(frameAt(track, 999)?.props["valve"]?.state).toBe("closed");
  });

  test("a trail has the places passed and no repetition", () => {
    expect(trailsTo(track, 20)).toEqual([
      {
        slot: "a",
        points: [
          [0, 0],
          [2, 0],
        ],
      },
    ]);
  });
});
