// The story's three moments are the ones that mattered, told in the order they came.
import { expect, test } from "vitest";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import { decidingMoments } from "./moments.ts";

const fact = (tick: number, kind: string, detail: LogEntry["detail"] = {}): LogEntry => ({
  seq: tick,
  tick,
  by: "a",
  kind,
  of: "x",
  detail,
});

test("a collapse, the end of the leak and a violation come before everyday acts, in order of time", () => {
  const facts = [
    fact(10, "operated"),
    fact(200, "task-met"),
    fact(900, "leak-stopped"),
    fact(1500, "violation-committed", { points: -10 }),
    fact(3000, "condition-changed", { to: "collapsed" }),
    fact(4000, "task-met"),
  ];
  expect(decidingMoments(facts, null).map(({ tick }) => tick)).toEqual([900, 1500, 3000]);
});

test("two facts of one instant are one moment", () => {
  const facts = [fact(900, "leak-stopped"), fact(905, "violation-committed", { points: -10 })];
  expect(decidingMoments(facts, null)).toHaveLength(1);
});
