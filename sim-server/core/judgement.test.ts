import { describe, expect, test } from "vitest";
import { hut, judging, rig, task } from "./hut.fixture.ts";

const t = (words: string) => ({ zh: words, en: words });
const press = { do: "operate", prop: "call", action: "press" } as const;
const inspect = { do: "operate", prop: "sock", action: "inspect" } as const;
const compiled = hut({
  ...judging(
    task("alarm", { met: "happened('alarm-pressed')", starts: "happened('inspected')", within: "10s", weight: 10 }),
    task("whenever", { met: "happened('alarm-pressed')", weight: 1 }),
    task("calm", { met: "!happened('alarm-pressed')", standing: true, weight: 5 }),
    task("later", { met: "true", starts: "happened('washed')", standing: true, weight: 5 }),
  ),
  duties: {
    tell: {
      text: t("tell"),
      starts: "happened('inspected')",
      met: "happened('alarm-pressed')",
      deadline: "20s",
      cite: "cn-decree-493#9",
    },
  },
  violations: [
    { id: "noise", when: "count('alarm-pressed') >= 2.0", points: -7, text: t("noise") },
    { id: "ghost", when: "missing > 0.0", points: -1, text: t("ghost"), critical: true },
  ],
  msel: [
    {
      inject: "ask",
      type: "contextual",
      title: t("ask"),
      trigger: { manual: true },
      channel: "phone",
      from: "bureau",
      to: ["lead"],
      text: t("ask"),
      expects: [{ by: "lead", task: "alarm", within: "15s" }],
    },
  ],
});
/** Inspects the sock at once and presses the call point after so many seconds (never, if that is null). */
const course = (pressAfterS: number | null, waitS = 40) => {
  const one = rig(compiled);
  one.start();
  one.put("lead-1", -20, 9);
  one.put("hand-1", -0.8, 1);
  one.ask("lead-1", inspect);
  one.ask("instructor:1", { do: "fire", inject: "ask" });
  if (pressAfterS !== null) {
    one.wait(pressAfterS);
    one.ask("hand-1", press);
  }
  one.wait(waitS);
  return one;
};

describe("a task", () => {
  test("done within its time is met, and its seconds count from its start, not from the beginning", () => {
    const one = rig(compiled);
    one.start();
    one.put("lead-1", -20, 9);
    one.put("hand-1", -0.8, 1);
    one.wait(30);
    one.ask("lead-1", inspect);
    one.wait(5);
    one.ask("hand-1", press);
    expect(one.facts("task-met", "alarm")).toMatchObject([{ late: false, seconds: 5.1 }]);
  });

  test("done after its time is first overdue, then met late", () => {
    const { facts, run } = course(12);
    expect(facts("task-overdue", "alarm")).toHaveLength(1);
    expect(facts("task-met", "alarm")).toMatchObject([{ late: true }]);
    expect(run.state.tasks["alarm"]?.status).toBe("late");
  });

  test("never done is overdue once, and one without a time never is", () => {
    const { facts } = course(null);
    expect(facts("task-overdue").map(({ of }) => of)).toEqual(["alarm"]);
  });

  test("that has not begun is neither met nor overdue, even if its condition holds", () => {
    const one = rig(compiled);
    one.start();
    one.put("hand-1", -0.8, 1);
    one.ask("hand-1", press);
    one.wait(60);
    expect(one.facts("task-met").map(({ of }) => of)).toEqual(["whenever"]);
    expect(one.facts("task-overdue")).toEqual([]);
  });
});

describe("a standing rule", () => {
  test("kept to the end is met there, and one that never applied is nothing", () => {
    const { ask, facts } = course(null);
    expect(facts("task-met", "calm")).toEqual([]);
    ask("instructor:1", { do: "end" });
    expect(facts("task-met", "calm")).toMatchObject([{ late: false }]);
    expect(facts("task-met", "later")).toEqual([]);
  });

  test("broken once stays broken", () => {
    const { ask, facts } = course(5);
    ask("instructor:1", { do: "end" });
    expect(facts("standing-broken")).toMatchObject([{ of: "calm" }]);
    expect(facts("task-met", "calm")).toEqual([]);
  });
});

describe("a duty", () => {
  test("is met within its deadline, with the seconds it took", () => {
    expect(course(19).facts("duty-met", "tell")[0]?.["seconds"]).toBeCloseTo(19, 0);
  });

  test("runs out after its deadline and cannot be met any more", () => {
    const { facts } = course(25);
    expect(facts("duty-started")).toHaveLength(1);
    expect(facts("duty-expired", "tell")).toHaveLength(1);
    expect(facts("duty-met")).toEqual([]);
  });
});

describe("an expected action", () => {
  test("is met when its task is, in or out of the task's own time, and missed when its own time is over", () => {
    expect(course(5).facts("expected-action-met", "alarm")).toMatchObject([{ by: "lead", inject: "ask", late: false }]);
    expect(course(12).facts("expected-action-met", "alarm")).toMatchObject([{ late: false }]);
    const missed = course(20);
    expect(missed.facts("expected-action-missed", "alarm")).toHaveLength(1);
    expect(missed.facts("expected-action-met")).toEqual([]);
  });
});

describe("a violation", () => {
  test("is noted once, with its points, on the person whose act it was", () => {
    const { ask, facts } = course(5);
    ask("hand-1", press);
    ask("hand-1", press);
    expect(facts("violation-committed")).toEqual([
      expect.objectContaining({ of: "noise", by: "hand-1", points: -7, critical: false }),
    ]);
  });

  test("that nobody's act brought about falls on the team", () => {
    const { run, wait, facts } = course(null);
    run.state.casualties.missing = 1;
    wait(1.5);
    expect(facts("violation-committed")).toMatchObject([{ of: "ghost", by: "team", critical: true }]);
  });
});
