// Whoever is worst off is seen first, and nobody is called stuck who is not being waited for.
import { expect, test } from "vitest";
import type { ClassPerson, ClassRun } from "../../sim-server/protocol/class.ts";
import { attentionOf, byAttention, needy, STUCK_S } from "./attention.ts";

const well: ClassPerson = {
  slot: "a-1",
  name: "李",
  position: "a",
  simulated: false,
  connected: true,
  scba: false,
  airMin: null,
  condition: "well",
  dosePercent: 0,
  idleS: 0,
};
const run = (runId: string, ...people: Partial<ClassPerson>[]): ClassRun => ({
  runId,
  title: { zh: "甲", en: "A" },
  positions: {},
  tick: 0,
  phase: "running",
  speed: 1,
  percentSoFar: 0,
  tasksDone: 0,
  tasksMissed: 0,
  tasks: 1,
  violations: 0,
  people: people.map((one) => ({ ...well, ...one })),
});

test("a person down comes before one off the line, that before one stuck, that before the well", () => {
  const runs = [
    run("calm", {}),
    run("stuck", { idleS: STUCK_S }),
    run("gone", {}, { connected: false }),
    run("down", {}, { condition: "collapsed" }),
  ];
  expect(byAttention(runs).map(({ runId }) => runId)).toEqual(["down", "gone", "stuck", "calm"]);
  expect(runs.map(needy)).toEqual([0, 1, 1, 1]);
});

test("nobody is stuck while time stands, nor a simulated person ever", () => {
  const late = { ...well, idleS: STUCK_S * 5 };
  expect(attentionOf({ phase: "running" }, late)).toBe("stuck");
  for (const phase of ["lobby", "paused", "ended"] as const) expect(attentionOf({ phase }, late)).toBe("none");
  expect(attentionOf({ phase: "running" }, { ...late, simulated: true, connected: false })).toBe("none");
});
