import { describe, expect, test } from "vitest";
import type { ControlIntent } from "../protocol/intents.ts";
import { hut, rig } from "./hut.fixture.ts";
import { inboxFor } from "./views/self.ts";

const t = (words: string) => ({ zh: words, en: words });
const compiled = hut({
  msel: [
    {
      inject: "ring",
      type: "contextual",
      title: t("ring"),
      trigger: { manual: true },
      channel: "phone",
      from: "bureau",
      to: ["lead"],
      text: t("ring"),
    },
  ],
  events: [{ event: "gust", title: t("gust"), trigger: { manual: true }, changes: [{ windSpeedMps: 9 }] }],
});
const WHO = "instructor:7";
const lobby = () => {
  const one = rig(compiled);
  return { ...one, tell: (intent: ControlIntent) => one.ask(WHO, intent) };
};
const running = () => {
  const one = lobby();
  one.tell({ do: "start" });
  return one;
};

describe("the clock", () => {
  test("stands in the lobby and while paused, runs while running, and each turn is a fact with who gave it", () => {
    const { run, wait, tell, facts } = lobby();
    wait(2);
    expect(run.state.tick).toBe(0);
    expect(tell({ do: "start" })).toBeNull();
    wait(2);
    expect(run.state.tick).toBe(20);
    expect(tell({ do: "pause" })).toBeNull();
    const { tick } = run.state;
    wait(5);
    expect(run.state.tick).toBe(tick);
    expect(tell({ do: "resume" })).toBeNull();
    wait(1);
    expect(run.state.tick).toBe(tick + 10);
    expect(["run-started", "paused", "resumed"].map((kind) => facts(kind as "paused")[0]?.by)).toEqual([WHO, WHO, WHO]);
  });

  test("is not started, paused or resumed twice", () => {
    const { tell } = lobby();
    expect([tell({ do: "pause" }), tell({ do: "resume" })]).toEqual(["not-running", "already-done"]);
    tell({ do: "start" });
    expect([tell({ do: "start" }), tell({ do: "resume" })]).toEqual(["already-done", "already-done"]);
    tell({ do: "pause" });
    expect(tell({ do: "pause" })).toBe("already-done");
  });

  test("takes another speed without changing what a tick is", () => {
    const { tell, run, facts } = running();
    expect(tell({ do: "speed", factor: 4 })).toBeNull();
    const { tick } = run.state;
    expect(run.state.speed).toBe(4);
    expect(facts("speed-changed")).toMatchObject([{ speed: 4, tick }]);
  });
});

describe("players", () => {
  const go = { do: "go", to: "start" } as const;
  test("can do nothing before the start, in a pause or after the end", () => {
    const { ask, tell } = lobby();
    expect(ask("hand-1", go)).toBe("not-running");
    tell({ do: "start" });
    expect(ask("hand-1", go)).toBeNull();
    tell({ do: "pause" });
    expect(ask("hand-1", go)).toBe("paused");
    tell({ do: "end" });
    expect(ask("hand-1", go)).toBe("ended");
    expect(ask("nobody-1", go)).toBe("unknown");
  });
});

describe("an instructor", () => {
  test("fires an inject or an event while the run runs, not in the lobby, and not what there is not", () => {
    const { tell } = lobby();
    expect([tell({ do: "fire", inject: "ring" }), tell({ do: "event", event: "gust" })]).toEqual([
      "not-running",
      "not-running",
    ]);
    tell({ do: "start" });
    expect(tell({ do: "fire", inject: "knock" })).toBe("unknown");
    expect(tell({ do: "fire", inject: "ring" })).toBeNull();
    expect(tell({ do: "fire", inject: "ring" })).toBe("already-done");
    expect(tell({ do: "skip", inject: "ring" })).toBe("already-done");
    expect(tell({ do: "event", event: "gust" })).toBeNull();
  });

  test("holds and lets go of an inject once each, with a fact for the holding", () => {
    const { tell, facts } = running();
    expect(tell({ do: "unhold", inject: "ring" })).toBe("already-done");
    expect(tell({ do: "hold", inject: "ring" })).toBeNull();
    expect(tell({ do: "hold", inject: "ring" })).toBe("already-done");
    expect(tell({ do: "unhold", inject: "ring" })).toBeNull();
    expect(facts("inject-held")).toHaveLength(1);
  });

  test("turns the weather over twenty seconds", () => {
    const { tell, wait, run } = running();
    expect(tell({ do: "weather", windFromDeg: 90, windSpeedMps: 6, temperatureC: 30 })).toBeNull();
    expect(run.state.wind.temperatureC).toBe(30);
    wait(10);
    expect(run.state.wind.speedMps).toBeCloseTo(4, 0);
    wait(11);
    expect(run.state.wind).toMatchObject({ fromDeg: 90, speedMps: 6 });
  });

  test("speaks to positions and to people as whoever they choose, and to nobody not at all", () => {
    const { tell, run, facts } = running();
    const say = (...to: string[]) => tell({ do: "tell", channel: "radio", from: "bureau", to, text: t("listen") });
    expect(say("hand-2")).toBeNull();
    expect(inboxFor(run, "hand-2")).toMatchObject([{ text: t("listen"), fromTitle: t("bureau") }]);
    expect(inboxFor(run, "hand-1")).toEqual([]);
    expect(say("stranger")).toBe("unknown");
    expect(facts("told", "ad-hoc")).toMatchObject([{ by: WHO, to: "hand-2", ...t("listen") }]);
  });

  test("notes what was seen, as a fact", () => {
    const { tell, facts } = running();
    tell({ do: "observe", text: "calm voice", task: "greet", rating: "S" });
    expect(facts("observed")).toMatchObject([{ by: WHO, of: "greet", text: "calm voice", rating: "S" }]);
  });

  test("ends the run once, and after that nothing is taken", () => {
    const { tell, run, wait, facts } = running();
    expect(tell({ do: "end" })).toBeNull();
    expect(run.state).toMatchObject({ phase: "ended", outcome: "stopped" });
    const { tick } = run.state;
    wait(3);
    expect(run.state.tick).toBe(tick);
    expect([tell({ do: "end" }), tell({ do: "start" }), tell({ do: "fire", inject: "ring" })]).toEqual([
      "ended",
      "ended",
      "ended",
    ]);
    expect(facts("run-ended")).toHaveLength(1);
  });
});
