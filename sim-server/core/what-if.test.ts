// A changed run differs only by what was changed: earlier help is no worse, and everything else stays as it was.
import { describe, expect, test } from "vitest";
import { chlorine, readCase } from "../../tests/chlorine.fixture.ts";
import { playCase } from "./play-case.ts";
import { whatIf } from "./what-if.ts";

const compiled = chlorine();
const { opening, inputs, session, score } = playCase(compiled, readCase("late-report"));
const lastTick = session.run.state.tick;
const asIs = whatIf(compiled, opening, inputs, lastTick, []);
const asked = (doing: string, more: (intent: Record<string, unknown>) => boolean = () => true) =>
  asIs.asks.find(({ intent }) => intent.do === doing && more(intent as Record<string, unknown>));

describe("what if", () => {
  test("nothing had been changed: the run comes out as it did", () => {
    expect(asIs.after).toBeNull();
    expect(asIs.before.score).toEqual(score);
    expect(asIs.before.quantities.endTick).toBe(lastTick);
    expect(asIs.asks).toHaveLength(inputs.filter(({ intent }) => intent.do !== "pose").length);
  });

  test("an ask moved by no time at all changes nothing", () => {
    const some = asked("send");
    const same = whatIf(compiled, opening, inputs, lastTick, [{ number: some?.number ?? 0, byS: 0 }]);
    expect(same.after?.score.tasks.map(({ task, rating }) => [task, rating])).toEqual(
      score.tasks.map(({ task, rating }) => [task, rating]),
    );
    expect(same.newlyRefused).toEqual([]);
  });

  test("the report had never been sent: the task that rests on it is not done, and the deadline runs out", () => {
    const report = asked("report");
    const without = whatIf(compiled, opening, inputs, lastTick, [
      ...asIs.asks.filter(({ intent }) => intent.do === "report").map(({ number }) => ({ number, byS: null })),
    ]);
    expect(report?.movable).toBe(true);
    const rating = (task: string) => without.after?.score.tasks.find((one) => one.task === task)?.rating;
    expect(rating("first-report")).toBe("U");
    expect(without.after?.milestones.some(({ kind }) => kind === "duty-expired" || kind === "run-ended")).toBe(true);
    expect(without.after?.score.percent).toBeLessThan(score.percent);
  });

  test("the clock and who came are no choices to move", () => {
    expect(asked("start")?.movable).toBe(false);
    expect(asked("joined")?.movable).toBe(false);
  });

  test("the same question has the same answer", () => {
    const tweaks = [{ number: asked("operate")?.number ?? 0, byS: 60 }];
    const ask = () => JSON.stringify(whatIf(compiled, opening, inputs, lastTick, tweaks));
    expect(ask()).toBe(ask());
  });
});
