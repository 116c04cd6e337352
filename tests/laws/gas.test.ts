// Laws of the gas of every run: none is made or lost whatever people, wind and doors do, and it is nowhere below nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ppmAt } from "../../sim-server/core/hazard/gas.ts";
import { airborneKg } from "../../sim-server/core/hazard/puff.ts";
import { open, type Session, step } from "../../sim-server/core/session.ts";
import type { State } from "../../sim-server/core/state.ts";
import type { Intent } from "../../sim-server/protocol/intents.ts";
import { chlorine } from "../chlorine.fixture.ts";

const compiled = chlorine();
const FIRST_KG = open(compiled, { seed: 1, parameters: {}, players: {} }).run.state.leaks["leak"]?.vessel.massKg ?? 0;

/** Where every kilogram of the leaking container is now. */
function whereItIs({ leaks, air, puffs }: State) {
  const vessel = leaks["leak"]?.vessel;
  const rooms = air.rooms.reduce((sum, { massKg }) => sum + massKg, 0);
  const drifting = airborneKg(puffs) + puffs.droppedKg;
  return { inside: (vessel?.massKg ?? 0) + (vessel?.poolKg ?? 0) + (vessel?.absorbedKg ?? 0), rooms, drifting };
}

/** What may happen to the gas, done to the props themselves. */
const deed = fc.oneof(
  fc.record({ windFromDeg: fc.double({ min: 0, max: 360, noNaN: true }) }),
  fc.record({ windSpeedMps: fc.double({ min: 0.5, max: 15, noNaN: true }) }),
  fc.record({
    prop: fc.constantFrom("fan-switch", "scrubber-switch"),
    state: fc.constantFrom("on", "off"),
  }),
  fc.record({ door: fc.constantFrom(...Object.keys(compiled.scenario.stage.doors)), open: fc.boolean() }),
  fc.record({ valve: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.constant({ wet: true }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
const course = fc.array(fc.tuple(deed, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 10 });

function perform({ run }: Session, one: Deed): Intent | null {
  const { state } = run;
  if ("windFromDeg" in one) return { do: "weather", windFromDeg: one.windFromDeg };
  if ("windSpeedMps" in one) return { do: "weather", windSpeedMps: one.windSpeedMps };
  if ("door" in one) Object.assign(state.doors[one.door] ?? {}, { open: one.open, closeAt: 0 });
  else if ("valve" in one) Object.assign(state.props["valve-2"] ?? {}, { fraction: one.valve });
  else if ("prop" in one) Object.assign(state.props[one.prop] ?? {}, { state: one.state });
  else Object.assign(state.props["monitor-1"] ?? {}, { state: "leak" });
  return null;
}

function leaking(seed: number): Session {
  const session = open(compiled, { seed, parameters: {}, players: {} });
  step(session, [{ by: "instructor:1", intent: { do: "start" } }]);
  return session;
}

describe("the gas of a run", () => {
  test("is in the container, in a room, taken up, scrubbed, in the air or beyond it: all of it, always", () => {
    fc.assert(
      fc.property(fc.integer(), course, (seed, deeds) => {
        const session = leaking(seed);
        for (const [one, seconds] of deeds) {
          const intent = perform(session, one);
          step(session, intent ? [{ by: "instructor:1", intent }] : []);
          for (let tick = 1; tick < seconds * 10; tick += 1) step(session, []);
          const { inside, rooms, drifting } = whereItIs(session.run.state);
          const { scrubbedKg, ventedKg } = session.run.state.air;
          expect(Math.abs(inside + rooms + scrubbedKg + ventedKg - FIRST_KG)).toBeLessThan(1e-6 * FIRST_KG);
          // What a vent lets out below a microgram a second is not followed any further.
          expect(drifting).toBeLessThanOrEqual(ventedKg * (1 + 1e-9));
          expect(drifting).toBeGreaterThanOrEqual(ventedKg - 1e-5);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("is nowhere below nothing, never more than pure, and in no more than 80 puffs", () => {
    fc.assert(
      fc.property(
        course,
        fc.array(
          fc.tuple(fc.double({ min: -34, max: 40, noNaN: true }), fc.double({ min: -26, max: 32, noNaN: true })),
          {
            minLength: 5,
            maxLength: 5,
          },
        ),
        (deeds, places) => {
          const session = leaking(1);
          for (const [one, seconds] of deeds) {
            const intent = perform(session, one);
            step(session, intent ? [{ by: "instructor:1", intent }] : []);
            for (let tick = 1; tick < seconds * 10; tick += 1) step(session, []);
            for (const [x, y] of places) {
              const ppm = ppmAt(session.run, x, y);
              expect(ppm).toBeGreaterThanOrEqual(0);
              expect(ppm).toBeLessThanOrEqual(1e6);
            }
            expect(session.run.state.puffs.puffs.length).toBeLessThanOrEqual(80);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
