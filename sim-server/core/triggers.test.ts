import { expect, test } from "vitest";
import type { Trigger } from "../../scenarios/format/storyline.ts";
import { hut, rig } from "./hut.fixture.ts";
import { fires, openTrigger } from "./triggers.ts";

const { run } = rig(hut());

/** Ticks at which a trigger fires while its condition goes through `course`, one value a tick. */
function firings(trigger: Partial<Trigger>, course: readonly boolean[]): number[] {
  const data = openTrigger();
  const full: Trigger = { edge: "rising", times: 1, ...trigger };
  const when = trigger.at === undefined && !trigger.manual ? () => course[run.state.tick] === true : null;
  const fired: number[] = [];
  for (let tick = 0; tick < course.length; tick += 1) {
    run.state.tick = tick;
    if (fires(run, { trigger: full, when }, data)) fired.push(tick);
  }
  return fired;
}
const F = false;
const T = true;
const course = [F, T, T, F, F, T, F, T, T, T];

test("a rising edge is a turn to true, a falling one a turn to false, a level every tick that holds", () => {
  expect(firings({ times: 9 }, course)).toEqual([1, 5, 7]);
  expect(firings({ edge: "falling", times: 9 }, course)).toEqual([3, 6]);
  expect(firings({ edge: "level", times: 9 }, course)).toEqual([1, 2, 5, 7, 8, 9]);
});

test("what is true from the start rises at once, and false from the start does not fall", () => {
  expect(firings({}, [T, T])).toEqual([0]);
  expect(firings({ edge: "falling" }, [F, F])).toEqual([]);
});

test("it fires as many times as its author allows", () => {
  expect(firings({}, course)).toEqual([1]);
  expect(firings({ times: 2 }, course)).toEqual([1, 5]);
});

test("a delay puts it off by that long, whatever becomes of the condition meanwhile", () => {
  const long = [...course, ...new Array<boolean>(30).fill(F)];
  expect(firings({ delay: 1.5 }, long)).toEqual([16]);
  expect(firings({ delay: 0.3, times: 9 }, course)).toEqual([4, 8]);
});

test("a time fires once at its tick or as soon after as anybody looks, and never before", () => {
  expect(firings({ at: 0.4 }, course)).toEqual([4]);
  expect(firings({ at: 0.4, delay: 0.3 }, course)).toEqual([7]);
  const late = openTrigger();
  run.state.tick = 90;
  const plan = { trigger: { at: 2, edge: "rising", times: 1 } as const, when: null };
  expect([fires(run, plan, late), fires(run, plan, late)]).toEqual([true, false]);
});

test("a manual trigger never fires by itself", () => {
  expect(firings({ manual: true }, course)).toEqual([]);
});
