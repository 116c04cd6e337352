// The console's first question, "is anyone in trouble", is answered worst first.
import { expect, test } from "vitest";
import type { ConsoleView } from "../../sim-server/protocol/views.ts";
import { byTrouble, troubledSlots, troubleOf } from "./trouble.ts";

type Person = ConsoleView["people"][number];
const person = (slot: string, change: Partial<Person> = {}): Person => ({
  slot,
  name: slot,
  position: "operator",
  simulated: false,
  connected: true,
  x: 0,
  y: 0,
  yawDeg: 0,
  room: "yard",
  suit: false,
  scba: false,
  airMin: null,
  ppm: 0,
  dosePercent: 0,
  condition: "well",
  doing: "stand",
  idleS: 0,
  ...change,
});

test("a collapsed person comes before one who lost the line, the well come last in their order", () => {
  const people = [
    person("a"),
    person("b"),
    person("off", { connected: false }),
    person("down", { condition: "collapsed" }),
  ];
  expect(byTrouble(people).map(({ slot }) => slot)).toEqual(["down", "off", "a", "b"]);
});

test("a simulated person is never offline, and a lost line is no trouble on the map", () => {
  expect(troubleOf(person("a", { simulated: true, connected: false }))).toBe("none");
  expect(troubledSlots([person("off", { connected: false })]).size).toBe(0);
});

test("air is low only while the set is worn", () => {
  expect(troubleOf(person("a", { scba: true, airMin: 4 }))).toBe("air");
  expect(troubleOf(person("a", { scba: false, airMin: 4 }))).toBe("none");
});
