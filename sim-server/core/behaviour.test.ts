import { describe, expect, test } from "vitest";
import { hut, rig } from "./hut.fixture.ts";
import { inboxFor } from "./views/self.ts";

const t = (words: string) => ({ zh: words, en: words });
const message = (more: object) => ({
  title: t("m"),
  text: t("m"),
  from: ["lead"],
  to: ["hand"],
  channel: "radio",
  ...more,
});
const acting = (steps: readonly object[], more: object = {}) =>
  hut({
    positions: {
      lead: { title: t("l"), brief: t("l"), players: 1, at: "start" },
      hand: {
        title: t("h"),
        brief: t("h"),
        players: 3,
        at: "start",
        behaviour: [{ id: "act", when: "sent('go')", do: steps, times: 2 }],
      },
    },
    messages: {
      go: message({}),
      order: message({ do: [{ operate: "tap", action: "open" }] }),
      count: message({ do: [{ wait: "30s" }, { operate: "board", action: "count" }] }),
      stop: message({ from: ["hand"], to: ["lead"] }),
    },
    ...more,
  });
const begun = (steps: readonly object[], more: object = {}, players = ["lead-1", "hand-1", "hand-2"]) => {
  const one = rig(acting(steps, more), players);
  one.start();
  one.ask("lead-1", { do: "send", message: "go" });
  return one;
};

describe("a behaviour", () => {
  test("is carried out by simulated people within three seconds, and never by a player", () => {
    const { wait, run, facts } = begun([{ say: t("here") }, { send: "stop" }]);
    wait(4);
    expect(facts("said", "stop").map(({ by }) => by)).toEqual(["hand-3"]);
    expect(inboxFor(run, "lead-1").map(({ from }) => from)).toContain("hand-3");
  });

  test("waits its seconds, then until its condition holds", () => {
    const { wait, waitFor, run, facts } = begun([{ wait: "10s" }, { until: "missing > 0.0" }, { send: "stop" }]);
    wait(30);
    expect(facts("said", "stop")).toEqual([]);
    run.state.casualties.missing = 1;
    expect(waitFor(() => facts("said", "stop").length > 0, 1)).toBe(true);
    expect(run.state.tick).toBeGreaterThanOrEqual(110);
  });

  test("goes to the prop, uses it, and only then takes the next step", () => {
    const { waitFor, facts } = begun([{ operate: "tap", action: "open" }, { send: "stop" }]);
    expect(waitFor(() => facts("said", "stop").length > 0, 30)).toBe(true);
    const tap = facts("operated", "tap")[0];
    expect(tap).toMatchObject({ by: "hand-3" });
    expect(facts("said", "stop")[0]?.tick).toBeGreaterThanOrEqual(tap?.tick ?? Number.POSITIVE_INFINITY);
  });

  test("passes over a step that is refused", () => {
    const { waitFor, facts } = begun([{ operate: "fan", action: "off" }, { go: "back" }, { send: "stop" }]);
    expect(waitFor(() => facts("said", "stop").length > 0, 60)).toBe(true);
    expect(facts("operated", "fan")).toEqual([]);
  });

  test("begins again only when its condition turns true again, and as often as allowed", () => {
    const steps = [{ operate: "gate", action: "close" }];
    const { run, wait, facts } = rig(
      hut({
        positions: {
          hand: {
            title: t("h"),
            brief: t("h"),
            players: 1,
            at: "start",
            behaviour: [{ id: "b", when: "missing > 0.0", times: 2, do: [{ say: t("again") }, ...steps] }],
          },
          lead: { title: t("l"), brief: t("l"), players: 1, at: "start" },
        },
      }),
      ["lead-1"],
    );
    run.state.phase = "running";
    const said = () => inboxFor(run, "lead-1").length;
    for (const [missing, heard] of [
      [1, 1],
      [1, 1],
      [0, 1],
      [1, 2],
      [0, 2],
      [1, 2],
    ] as const) {
      run.state.casualties.missing = missing;
      wait(5);
      expect(said()).toBe(heard);
    }
    expect(facts("operated", "gate").length).toBeLessThanOrEqual(1);
  });

  test("is dropped for an order, and a second order drops the first", () => {
    const one = begun([{ wait: "60s" }, { operate: "fan", action: "on" }]);
    one.wait(4);
    one.ask("lead-1", { do: "send", message: "count" });
    one.wait(10);
    one.ask("lead-1", { do: "send", message: "order" });
    one.wait(90);
    expect(one.facts("operated").map(({ of }) => of)).toEqual(["tap"]);
  });

  test("ends with a fall and when somebody takes the place", () => {
    const fallen = begun([{ wait: "5s" }, { send: "stop" }]);
    fallen.wait(4);
    fallen.body("hand-3").condition = "collapsed";
    const { exposure } = fallen.body("hand-3");
    fallen.body("hand-3").exposure = { ...exposure, condition: "collapsed" };
    fallen.wait(10);
    expect(fallen.facts("said", "stop")).toEqual([]);

    const taken = begun([{ go: "village" }]);
    taken.wait(6);
    expect(taken.body("hand-3").walk).not.toBeNull();
    taken.ask("hand-3", { do: "joined", name: "王" });
    const { x } = taken.body("hand-3");
    taken.wait(5);
    expect(taken.body("hand-3")).toMatchObject({ player: true, name: "王", walk: null, x });
  });
});

test("a voice without a body may wait, say and send what it is declared to send, and walks nowhere", () => {
  const one = begun([{ wait: "1s" }], {
    simulated: {
      bureau: {
        title: t("b"),
        channels: ["phone"],
        behaviour: [
          { id: "v", when: "sent('go')", do: [{ go: "back" }, { wait: "2s" }, { say: t("we heard"), to: "lead" }] },
        ],
      },
    },
  });
  one.wait(8);
  expect(inboxFor(one.run, "lead-1")).toMatchObject([{ from: "bureau", fromTitle: t("b"), text: t("we heard") }]);
  expect(one.run.state.voices["bureau"]).toEqual([]);
});
