import { describe, expect, test } from "vitest";
import { hut, rig, task } from "./hut.fixture.ts";

const t = (words: string) => ({ zh: words, en: words });
const end = (when: string, outcome: string) => ({ when, outcome, text: t(outcome) });
const ending = (...ends: object[]) => rig(hut({ end: ends }));

describe("a run ends", () => {
  test("by the first of its conditions that holds, in the order they are written", () => {
    const { start, wait, run, facts } = ending(
      end("elapsed > 1000.0", "time-up"),
      end("missing > 0.0", "failed"),
      end("missing > 0.0", "completed"),
    );
    start();
    run.state.casualties.missing = 1;
    wait(2);
    expect(run.state).toMatchObject({ phase: "ended", outcome: "failed" });
    expect(facts("run-ended")).toMatchObject([{ by: "world", of: "hut", outcome: "failed" }]);
  });

  test("within a second of its condition, and time stands still from then on", () => {
    const { start, wait, run } = ending(end("elapsed >= 5.0", "time-up"));
    start();
    wait(20);
    expect(run.state.tick).toBeGreaterThanOrEqual(50);
    expect(run.state.tick).toBeLessThanOrEqual(60);
  });

  test("not while it has not begun or is paused", () => {
    const { ask, start, wait, run } = ending(end("missing > 0.0", "failed"));
    run.state.casualties.missing = 1;
    wait(3);
    expect(run.state.phase).toBe("lobby");
    run.state.casualties.missing = 0;
    start();
    wait(2);
    ask("instructor:1", { do: "pause" });
    run.state.casualties.missing = 1;
    wait(3);
    expect(run.state.phase).toBe("paused");
    ask("instructor:1", { do: "resume" });
    wait(2);
    expect(run.state.phase).toBe("ended");
  });

  test("by the instructor's hand, under that instructor's name, once", () => {
    const { ask, start, wait, facts, run } = ending(end("missing > 0.0", "failed"));
    start();
    wait(2);
    expect(ask("instructor:9", { do: "end" })).toBeNull();
    expect(ask("instructor:9", { do: "end" })).toBe("ended");
    run.state.casualties.missing = 1;
    wait(2);
    expect(facts("run-ended")).toMatchObject([{ by: "instructor:9", outcome: "stopped" }]);
  });
});

test("rules to be kept throughout are settled before the run has ended, by what was done until then", () => {
  const standing = (id: string, met: string) => task(id, { standing: true, met, weight: 1 });
  const { start, wait, ask, facts, run } = rig(
    hut({
      objectives: [
        {
          id: "all",
          title: t("all"),
          capabilities: [
            {
              id: "one",
              title: t("one"),
              tasks: [standing("quiet", "!happened('alarm-pressed')"), standing("calm", "missing < 1.0")],
            },
          ],
        },
      ],
    }),
  );
  start();
  wait(2);
  run.state.casualties.missing = 1;
  wait(2);
  ask("instructor:1", { do: "end" });
  const ended = run.index.all.findIndex(({ kind }) => kind === "run-ended");
  expect(ended).toBe(run.index.all.length - 1);
  expect(facts("task-met", "quiet")).toHaveLength(1);
  expect(facts("standing-broken", "calm")).toHaveLength(1);
});
