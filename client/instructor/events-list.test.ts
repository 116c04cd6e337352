// The controller sees what fires next, in the order in which it will.
import { expect, test } from "vitest";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import { nextToFire, sorted } from "./events-list.ts";

const inject = (id: string, atS: number | null, manual = false): ConsoleBriefing["msel"][number] => ({
  id,
  title: { zh: id, en: id },
  type: "contextual",
  channel: "phone",
  from: "x",
  to: ["y"],
  text: { zh: id, en: id },
  atS,
  when: atS === null && !manual ? "x" : null,
  manual,
  expects: [],
});
const msel = [
  inject("cond", null),
  inject("late", 300),
  inject("soon", 60),
  inject("hand", null, true),
  inject("gone", 10),
];
const state = (id: string, status: "pending" | "held" | "released", tick: number | null = null) => ({
  id,
  status,
  tick,
  why: null,
});

test("timed injects come by their time, conditional ones after, manual ones apart, the fired ones past", () => {
  const lists = sorted(msel, [state("gone", "released", 100)]);
  expect(lists.next.map(({ id }) => id)).toEqual(["soon", "late", "cond"]);
  expect(lists.manual.map(({ id }) => id)).toEqual(["hand"]);
  expect(lists.past.map(({ id }) => id)).toEqual(["gone"]);
});

test("the key fires the next inject that is not held", () => {
  expect(nextToFire(sorted(msel, [state("gone", "released", 100)]))?.id).toBe("soon");
  expect(nextToFire(sorted(msel, [state("gone", "released", 100), state("soon", "held")]))?.id).toBe("late");
});
