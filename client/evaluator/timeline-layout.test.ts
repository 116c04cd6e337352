// Every fact worth seeing is on the timeline, at its time, and none hides another.
import { expect, test } from "vitest";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import { clustered, exposureCurve, minuteMarks, pointsOf } from "./timeline-layout.ts";

const fact = (seq: number, tick: number, kind: string, detail: LogEntry["detail"] = {}): LogEntry => ({
  seq,
  tick,
  by: "a",
  kind,
  of: "x",
  detail,
});

test("a mark's place is its share of the duration", () => {
  const { injects } = pointsOf([fact(1, 5000, "inject-released")]);
  expect(clustered(injects, 800, 10000)[0]?.x).toBe(400);
});

test("marks too near become one that keeps them all and looks as bad as the worst", () => {
  const { done } = pointsOf([fact(1, 100, "task-met"), fact(2, 101, "violation-committed"), fact(3, 9000, "task-met")]);
  const clusters = clustered(done, 800, 10000);
  expect(clusters).toHaveLength(2);
  expect(clusters[0]).toMatchObject({ look: "bad", tick: 100 });
  expect(clusters.flatMap((one) => one.points)).toHaveLength(3);
});

test("what was done late does not look well done", () => {
  expect(pointsOf([fact(1, 1, "task-met", { late: true })]).done[0]?.look).toBe("warn");
});

test("the exposure curve's peak is the worst anyone stood in", () => {
  const body = (ppm: number) => ({ ppm, airMin: null, condition: "well" as const, dosePercent: 0, room: "yard" });
  const moment = (tick: number, a: number, b: number) => ({
    frame: {
      tick,
      phase: "running" as const,
      speed: 1,
      windFromDeg: 0,
      windSpeedMps: 0,
      people: {},
      props: {},
      cloud: { rooms: {}, puffs: [], jets: [] },
    },
    field: null,
    bodies: { a: body(a), b: body(b) },
    board: {},
  });
  const { peakPpm, path } = exposureCurve(
    { durationTicks: 20, moments: [moment(0, 0, 0), moment(10, 3, 40), moment(20, 1, 0)] },
    100,
    30,
  );
  expect(peakPpm).toBe(40);
  expect(path).toMatch(/^M0 30/);
});

test("minute marks never crowd, whatever the length", () => {
  for (const ticks of [600, 6000, 12000, 36000, 144000]) {
    const marks = minuteMarks(ticks, 700);
    for (const [index, mark] of marks.slice(1).entries())
      expect(mark.x - (marks[index]?.x ?? 0)).toBeGreaterThanOrEqual(40);
  }
});
