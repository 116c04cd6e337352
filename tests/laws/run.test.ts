// Laws of every run, over random inputs and seeds: replay meets live, a cut run goes on as if uncut, facts alone score.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileScenario } from "../../sim-server/core/compile.ts";
import { hashOf } from "../../sim-server/core/hash.ts";
import { replay } from "../../sim-server/core/replay.ts";
import { score } from "../../sim-server/core/score.ts";
import { batchOf, open, restore, type Session, step } from "../../sim-server/core/session.ts";
import type { Input, Intent } from "../../sim-server/protocol/intents.ts";
import { chlorine, chlorineScenario } from "../chlorine.fixture.ts";

const scenario = chlorineScenario();
const compiled = chlorine();
const slots = compiled.slots.map(({ slot }) => slot);
const props = Object.entries(scenario.stage.props).map(([id]) => id);
const doors = Object.keys(scenario.stage.doors);
const places = Object.keys(scenario.stage.places);

const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ do: fc.constant("go" as const), to: pick([...props, ...places, ...doors]) }),
  fc.record({
    do: fc.constant("operate" as const),
    prop: pick([...props, ...doors]),
    action: pick(["on", "off", "open", "close", "wear", "turn", "press", "spray-leak", "inspect", "measure", "count"]),
  }),
  fc.record({ do: fc.constant("send" as const), message: pick(Object.keys(scenario.messages)) }),
  fc.record({ do: fc.constant("check" as const), who: pick(slots) }),
  fc.record({ do: fc.constant("follow" as const), who: pick(slots) }),
  fc.record({
    do: fc.constant("pose" as const),
    x: fc.double({ min: -34, max: 40, noNaN: true }),
    y: fc.double({ min: -26, max: 32, noNaN: true }),
    z: fc.constant(0),
    yawDeg: fc.double({ min: -180, max: 180, noNaN: true }),
    pitchDeg: fc.constant(0),
  }),
);
const control: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ do: pick(["pause", "resume"] as const) }),
  fc.record({ do: fc.constant("fire" as const), inject: pick(scenario.msel.map((one) => one.inject)) }),
  fc.record({ do: fc.constant("weather" as const), windFromDeg: fc.double({ min: 0, max: 360, noNaN: true }) }),
  fc.record({ do: fc.constant("speed" as const), factor: pick([0.5, 1, 2, 4]) }),
);
/** Bursts of asks with a gap of ticks before each. */
const course = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 150 }),
    asks: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.record({ by: pick(slots), intent }) },
        { weight: 1, arbitrary: fc.record({ by: fc.constant("instructor:1"), intent: control }) },
      ),
      { maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 25 },
);
const opening = (seed: number) => ({ seed, parameters: {}, players: { "shift-leader-1": "张", "operator-1": "李" } });

/** Plays a course live, as the room does, and keeps the log. */
function live(seed: number, bursts: { wait: number; asks: { by: string; intent: Intent }[] }[], cutAfter = -1) {
  let session: Session = open(compiled, opening(seed));
  const log: Input[] = [];
  const take = (asks: { by: string; intent: Intent }[]): void => {
    let waiting: readonly { by: string; intent: Intent }[] = asks;
    while (waiting.length > 0) {
      const now = batchOf(session.run.state.phase, waiting);
      waiting = waiting.slice(now.length);
      for (const one of now) log.push({ tick: session.run.state.tick, ...one });
      step(session, now);
    }
  };
  take([{ by: "instructor:1", intent: { do: "start" } }]);
  bursts.forEach(({ wait, asks }, index) => {
    for (let tick = 0; tick < wait && session.run.state.phase === "running"; tick += 1) step(session, []);
    take(asks);
    if (index === cutAfter) {
      const kept = JSON.parse(JSON.stringify({ state: session.run.state, facts: session.run.index.all }));
      session = restore(compiled, kept.state, kept.facts);
    }
  });
  return { session, log };
}

describe("a run", () => {
  test("replayed from its log meets the live run hash for hash", () => {
    fc.assert(
      fc.property(fc.integer(), course, (seed, bursts) => {
        const { session, log } = live(seed, bursts);
        const again = replay(compiled, opening(seed), log, session.run.state.tick);
        expect(again.run.state).toEqual(session.run.state);
        expect(hashOf(again)).toBe(hashOf(session));
      }),
      { numRuns: 60 },
    );
  });

  test("cut anywhere, through JSON and taken up again, goes on as if uncut", () => {
    fc.assert(
      fc.property(fc.integer(), course, fc.nat(24), (seed, bursts, cut) => {
        const whole = live(seed, bursts);
        const mended = live(seed, bursts, cut % bursts.length);
        expect(hashOf(mended.session)).toBe(hashOf(whole.session));
        expect(mended.session.run.index.all).toEqual(whole.session.run.index.all);
      }),
      { numRuns: 60 },
    );
  });

  test("is scored from its facts alone: the same facts through JSON give the same score", () => {
    fc.assert(
      fc.property(fc.integer(), course, (seed, bursts) => {
        const { session } = live(seed, bursts);
        const facts = JSON.parse(JSON.stringify(session.run.index.all));
        expect(score(compileScenario(scenario), facts)).toEqual(score(compiled, session.run.index.all));
      }),
      { numRuns: 25 },
    );
  });

  test("does not care in which order unrelated entries of the scenario stand", () => {
    const turned = <T>(record: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(record).reverse());
    const other = compileScenario({
      ...scenario,
      messages: turned(scenario.messages),
      reports: turned(scenario.reports),
      violations: [...scenario.violations].reverse(),
      probes: [...scenario.probes].reverse(),
    });
    fc.assert(
      fc.property(fc.integer(), course, (seed, bursts) => {
        const { session, log } = live(seed, bursts);
        const again = replay(other, opening(seed), log, session.run.state.tick);
        const plain = (facts: readonly unknown[]) => facts.map((fact) => JSON.stringify(fact)).sort();
        expect(plain(again.run.index.all)).toEqual(plain(session.run.index.all));
      }),
      { numRuns: 25 },
    );
  });

  test("with another seed differs only where chance is used, and the same seed never differs", () => {
    const bursts = [{ wait: 600, asks: [] }];
    expect(hashOf(live(7, bursts).session)).toBe(hashOf(live(7, bursts).session));
    expect(hashOf(live(7, bursts).session)).not.toBe(hashOf(live(8, bursts).session));
  });
});
