import { describe, expect, test } from "vitest";
import { hut, rig } from "./hut.fixture.ts";
import { blow } from "./storyline.ts";
import { inboxFor } from "./views/self.ts";

const t = (words: string) => ({ zh: words, en: words });
const inject = (id: string, more: object) => ({
  inject: id,
  type: "contextual",
  title: t(id),
  channel: "phone",
  from: "bureau",
  to: ["lead"],
  text: t(`${id} said`),
  ...more,
});
const changed = (id: string, changes: readonly object[]) => ({
  event: id,
  title: t(id),
  trigger: { manual: true },
  changes,
});
const compiled = hut({
  phases: [
    { id: "early", title: t("e"), until: "elapsed >= 5.0" },
    { id: "mid", title: t("m"), until: "missing > 0.0" },
    { id: "late", title: t("l") },
  ],
  msel: [
    inject("timed", {
      trigger: { at: "10s" },
      world: [{ missing: 2 }],
      expects: [{ by: "lead", task: "greet", within: "5s" }],
    }),
    inject("when-missing", { trigger: { when: "missing > 0.0", times: 2 } }),
    inject("by-hand", { trigger: { manual: true } }),
  ],
  events: [
    { event: "once", title: t("once"), trigger: { at: "20s" }, changes: [{ dead: 1 }] },
    changed("jam", [{ jam: "tank-valve", atFraction: 0.4 }]),
    changed("wide", [{ hazard: "leak", diameterMm: 16 }]),
    changed("break", [{ prop: "fan", broken: true }]),
    changed("mend", [{ prop: "fan", broken: false }]),
    changed("cold", [{ temperatureC: -5 }, { windSpeedMps: 6 }]),
    changed("found", [{ missing: -9 }, { seriouslyInjured: 3 }]),
  ],
});
const begun = () => {
  const one = rig(compiled);
  one.start();
  return one;
};

describe("phases", () => {
  test("follow one another as each is over, each said once", () => {
    const { wait, run, facts } = begun();
    wait(4);
    expect(run.state.stagePhase).toBe(0);
    wait(20);
    expect(facts("phase-began").map(({ of }) => of)).toEqual(["early", "mid", "late"]);
  });
});

describe("an inject", () => {
  test("reaches the people it is for at its time, changes the world and starts the clock of what it expects", () => {
    const { wait, run, facts } = begun();
    wait(9.5);
    expect(facts("inject-released", "timed")).toEqual([]);
    wait(1.5);
    expect(facts("inject-released", "timed")).toMatchObject([{ by: "world", to: "lead", manual: false }]);
    expect(inboxFor(run, "lead-1")[0]).toMatchObject({
      inject: "timed",
      text: t("timed said"),
      fromTitle: t("bureau"),
    });
    expect(inboxFor(run, "hand-1")).toEqual([]);
    expect(run.state.casualties.missing).toBe(2);
    expect(run.state.expected).toMatchObject([{ task: "greet", status: "open" }]);
    wait(7);
    expect(facts("expected-action-missed")).toMatchObject([{ by: "lead", of: "greet", inject: "timed" }]);
  });

  test("held waits however late it gets, and comes out when it is let go", () => {
    const { ask, wait, facts } = begun();
    expect(ask("instructor:1", { do: "hold", inject: "timed" })).toBeNull();
    wait(30);
    expect(facts("inject-released", "timed")).toEqual([]);
    ask("instructor:1", { do: "unhold", inject: "timed" });
    wait(1.5);
    expect(facts("inject-released", "timed")).toHaveLength(1);
  });

  test("skipped never comes", () => {
    const { ask, wait, facts } = begun();
    ask("instructor:1", { do: "skip", inject: "timed" });
    wait(30);
    expect(facts("inject-released", "timed")).toEqual([]);
    expect(ask("instructor:1", { do: "fire", inject: "timed" })).toBe("already-done");
  });

  test("fired by hand comes at once, is marked so, and does not come again by itself", () => {
    const { ask, wait, facts } = begun();
    expect(ask("instructor:1", { do: "fire", inject: "timed" })).toBeNull();
    wait(30);
    expect(facts("inject-released", "timed")).toMatchObject([{ by: "instructor:1", manual: true }]);
  });

  test("with two times comes twice, once for each time its condition turns true", () => {
    const { wait, run, facts } = begun();
    for (const missing of [1, 1, 0, 2, 0, 3]) {
      run.state.casualties.missing = missing;
      wait(1.5);
    }
    expect(facts("inject-released", "when-missing")).toHaveLength(2);
  });
});

describe("an event", () => {
  test("that the instructor let happen does not happen once more by itself", () => {
    const { ask, wait, run, facts } = begun();
    ask("instructor:1", { do: "event", event: "once" });
    wait(30);
    expect(facts("event-happened", "once")).toHaveLength(1);
    expect(run.state.casualties.dead).toBe(1);
    expect(ask("instructor:1", { do: "event", event: "never" })).toBe("unknown");
  });

  test("changes what it names: valve, hole, prop, weather, casualties", () => {
    const { ask, run, facts } = begun();
    const cause = (event: string) => ask("instructor:1", { do: "event", event });
    cause("jam");
    expect(run.state.props["tank-valve"]?.jam).toBe(0.4);
    const hole = run.state.leaks["leak"]?.vessel.holeM2 ?? 0;
    cause("wide");
    // Twice the diameter is four times the area.
    expect((run.state.leaks["leak"]?.vessel.holeM2 ?? 0) / hole).toBeCloseTo(4, 6);
    const fan = run.state.props["fan"];
    if (fan) fan.state = "on";
    cause("break");
    expect(run.state.props["fan"]).toMatchObject({ state: "off", broken: true });
    cause("mend");
    expect(run.state.props["fan"]).toMatchObject({ state: "off", broken: false });
    cause("cold");
    expect(run.state.wind).toMatchObject({ temperatureC: -5, speedMps: 6 });
    cause("found");
    expect(run.state.casualties).toMatchObject({ missing: 0, seriouslyInjured: 3, level: "general" });
    expect(facts("level-changed")).toMatchObject([{ to: "general" }]);
  });
});

describe("the wind", () => {
  test("turns the short way round through north, evenly, and arrives", () => {
    const { run, wait } = begun();
    run.state.wind.fromDeg = 350;
    blow(run, "fromDeg", 20, 30);
    wait(15);
    expect((run.state.wind.fromDeg + 360) % 360).toBeCloseTo(5, 0);
    wait(16);
    expect(run.state.wind.fromDeg).toBe(20);
    expect(run.state.drift).toEqual([]);
  });

  test("freshens evenly while it turns, and a new order replaces the old one of its kind", () => {
    const { run, wait } = begun();
    blow(run, "fromDeg", 180, 60);
    blow(run, "speedMps", 8, 60);
    wait(30);
    expect(run.state.wind.speedMps).toBeCloseTo(5, 1);
    blow(run, "speedMps", 1, 10);
    wait(11);
    expect(run.state.wind.speedMps).toBe(1);
    wait(25);
    expect(run.state.wind).toMatchObject({ fromDeg: 180, speedMps: 1 });
  });
});
