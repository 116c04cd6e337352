import { describe, expect, test } from "vitest";
import { chlorine, readCase } from "../../tests/chlorine.fixture.ts";
import { hashOf } from "./hash.ts";
import { hut, rig } from "./hut.fixture.ts";
import { playCase } from "./play-case.ts";
import { replay, sampleReplay } from "./replay.ts";
import { open, step } from "./session.ts";
import { mirrorFrame } from "./views/mirror.ts";

const compiled = chlorine();
const UNTIL = 1500;
const { opening, inputs, session } = playCase(compiled, readCase("textbook"), UNTIL);

describe("a replay", () => {
  test("stops where it is told and is there what the live run was", () => {
    const again = replay(compiled, opening, inputs, UNTIL);
    expect(again.run.state.tick).toBe(UNTIL);
    expect(hashOf(again)).toBe(hashOf(session));
  });

  test("can be left at any step", () => {
    const left = replay(compiled, opening, inputs, UNTIL, ({ run }) => run.state.tick < 700);
    expect(left.run.state.tick).toBe(700);
  });
});

describe("samples of a replay", () => {
  const frames = sampleReplay(compiled, opening, inputs, UNTIL);

  test("come once a second and put the mirror together again at every one of them", () => {
    expect(frames.map(({ tick }) => tick)).toEqual(Array.from({ length: UNTIL / 10 + 1 }, (_, second) => second * 10));
    const known = {
      people: {} as Record<string, object>,
      props: {} as Record<string, object>,
      wind: [0, 0],
      cloud: {},
    };
    const live = new Map(frames.map((frame) => [frame.tick, frame]));
    let compared = 0;
    replay(compiled, opening, inputs, UNTIL, ({ run }) => {
      const frame = run.state.tick > 0 || run.state.phase === "lobby" ? live.get(run.state.tick) : undefined;
      live.delete(run.state.tick);
      if (!frame) return true;
      for (const [slot, change] of Object.entries(frame.people))
        known.people[slot] = { ...known.people[slot], ...change };
      Object.assign(known.props, frame.props);
      known.wind = frame.wind ?? known.wind;
      known.cloud = frame.cloud ?? known.cloud;
      if (run.state.tick === 0) return true;
      const mirror = mirrorFrame(run);
      expect(known.people).toEqual(mirror.people);
      expect(known.props).toEqual(mirror.props);
      expect(known.cloud).toEqual(mirror.cloud);
      expect(known.wind[0]).toBeCloseTo(mirror.windFromDeg, -0.5);
      expect(known.wind[1]).toBeCloseTo(mirror.windSpeedMps, 0);
      compared += 1;
      return true;
    });
    expect(compared).toBe(UNTIL / 10);
  });

  test("carry only what changed: a second in which nobody moves says nothing of people", () => {
    const still = sampleReplay(hut(), { seed: 1, parameters: {}, players: {} }, [startAt(0)], 50);
    expect(Object.keys(still[0]?.people ?? {})).toHaveLength(4);
    expect(still.slice(1).map(({ people, props }) => [people, props])).toEqual(still.slice(1).map(() => [{}, {}]));
  });

  test("tell the evaluator the dose and the air of everybody", () => {
    const bodies: object = Object.assign({}, ...frames.map((frame) => frame.bodies));
    expect(Object.keys(bodies)).toEqual(compiled.slots.map(({ slot }) => slot));
  });
});

const startAt = (tick: number) => ({ tick, by: "instructor:1", intent: { do: "start" as const } });

describe("the hash of a state", () => {
  test("is sixty-four hex digits, the same for the same state, and another for any other", () => {
    const one = rig(hut());
    one.start();
    one.wait(1);
    const before = hashOf(one.session);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(one.session)).toBe(before);
    one.body("hand-1").x += 0.001;
    expect(hashOf(one.session)).not.toBe(before);
  });

  test("vouches for the facts: one word changed in one of them is another hash", () => {
    const hashWith = (text: string): string => {
      const session = open(hut(), { seed: 1, parameters: {}, players: {} });
      step(session, [{ by: "instructor:1", intent: { do: "observe", text } }]);
      return hashOf(session);
    };
    expect(hashWith("calm")).toBe(hashWith("calm"));
    expect(hashWith("calm")).not.toBe(hashWith("clam"));
  });

  test("is SHA-256 of the state as JSON", async () => {
    const { session: one, run } = rig(hut());
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(run.state)));
    expect(hashOf(one)).toBe(Buffer.from(bytes).toString("hex"));
  });
});
