import { describe, expect, test } from "vitest";
import { openAirSupply } from "./hazard/breathing-air.ts";
import { hut, leakFrom, rig } from "./hut.fixture.ts";
import { inboxFor } from "./views/self.ts";

const t = (words: string) => ({ zh: words, en: words });
const order = (steps: readonly object[]) => ({
  title: t("m"),
  text: t("m"),
  from: ["lead"],
  to: ["hand"],
  channel: "radio",
  do: steps,
});
/** A leak fills the store; hand-1 is played by the system and stands outside its door. */
const beside = (position: object = {}, starts = "1s") => {
  const one = rig(
    hut({
      ...leakFrom(starts),
      positions: {
        lead: { title: t("l"), brief: t("l"), players: 1, at: "start" },
        hand: { title: t("h"), brief: t("h"), players: 1, at: "start", ...position },
      },
      messages: {
        close: order([{ operate: "tank-valve", action: "close" }, { send: "done" }]),
        away: order([{ go: "sets" }, { send: "done" }]),
        join: order([{ follow: "lead" }]),
        done: { ...order([]), from: ["hand"], to: ["lead"], do: undefined },
      },
    }),
    ["lead-1"],
  );
  one.start();
  one.wait(40);
  return one;
};

describe("a teammate played by the system, told to go where the gas is", () => {
  test("stays out without a suit, says so to whoever gave the order, and is unharmed", () => {
    const { ask, wait, facts, body, run } = beside();
    ask("lead-1", { do: "send", message: "close" });
    wait(60);
    expect(facts("refused")).toMatchObject([{ by: "hand-1", of: "tank-valve", why: "suit" }]);
    expect(inboxFor(run, "lead-1").at(-1)?.text.en).toMatch(/no suit/);
    expect(facts("entered", "store")).toEqual([]);
    expect(facts("said", "done")).toEqual([]);
    expect(body("hand-1")).toMatchObject({ condition: "well", walk: null, scripts: [] });
  });

  test("in a suit whose air is spent says that there is no air", () => {
    const { ask, wait, facts, body } = beside();
    Object.assign(body("hand-1"), { suit: true, scba: true });
    ask("lead-1", { do: "send", message: "close" });
    wait(20);
    expect(facts("refused")).toMatchObject([{ why: "air" }]);
  });

  test("goes in with suit and air", () => {
    const { ask, facts, body, waitFor } = beside();
    Object.assign(body("hand-1"), { suit: true, scba: true, air: openAirSupply() });
    ask("lead-1", { do: "send", message: "close" });
    expect(waitFor(() => facts("leak-stopped").length > 0, 90)).toBe(true);
    expect(facts("refused")).toEqual([]);
  });

  test("goes in and suffers for it where the scenario says that this person is not careful", () => {
    const { ask, facts, waitFor } = beside({ careful: false });
    ask("lead-1", { do: "send", message: "close" });
    expect(waitFor(() => facts("entered", "store").length > 0, 90)).toBe(true);
    expect(waitFor(() => facts("condition-changed", "hand-1").length > 0, 90)).toBe(true);
    expect(facts("entered", "store")).toMatchObject([{ by: "hand-1", suit: "none" }]);
    expect(facts("refused")).toEqual([]);
  });

  test("does not follow a leader into it either", () => {
    const { ask, wait, facts, put } = beside();
    ask("lead-1", { do: "send", message: "join" });
    wait(5);
    put("lead-1", 4, 3);
    wait(20);
    expect(facts("refused")).toMatchObject([{ by: "hand-1" }]);
    expect(facts("entered", "store").filter(({ by }) => by === "hand-1")).toEqual([]);
  });

  test("turns back when the gas comes while it is on its way", () => {
    const { ask, waitFor, facts, put } = beside({}, "45s");
    put("hand-1", -38, 3);
    ask("lead-1", { do: "send", message: "close" });
    expect(waitFor(() => facts("refused").length > 0, 40)).toBe(true);
    expect(facts("leak-started")[0]?.tick).toBeLessThan(facts("refused")[0]?.tick ?? 0);
  });
});

test("whoever stands in gas may walk out of it", () => {
  const { ask, facts, put, waitFor, run, wait } = beside();
  put("hand-1", 20, 3);
  wait(1);
  expect(run.state.bodies["hand-1"]?.ppm).toBeGreaterThan(run.compiled.gas.hotPpm);
  ask("lead-1", { do: "send", message: "away" });
  expect(waitFor(() => facts("said", "done").length > 0, 90)).toBe(true);
  expect(facts("refused")).toEqual([]);
});
