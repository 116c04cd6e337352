import { describe, expect, test } from "vitest";
import { openAirSupply } from "./hazard/breathing-air.ts";
import { hut, leakFrom, rig } from "./hut.fixture.ts";

const compiled = hut();
const begun = () => {
  const one = rig(compiled);
  one.start();
  return one;
};
const use = (prop: string, action: string) => ({ do: "operate" as const, prop, action });

describe("reach", () => {
  test("ends a little beyond what the author gave the prop", () => {
    const { ask, put } = begun();
    put("hand-1", -10, 5);
    expect(ask("hand-1", use("tap", "open"))).toBe("out-of-reach");
    put("hand-1", -10, 4.5);
    expect(ask("hand-1", use("tap", "open"))).toBeNull();
  });

  test("does not go through a wall or a shut door", () => {
    const { ask, put } = begun();
    put("hand-1", 0.5, 5);
    expect(ask("hand-1", use("fan", "on"))).toBe("out-of-reach");
    put("hand-1", -0.8, 5);
    expect(ask("hand-1", use("fan", "on"))).toBeNull();
  });

  test("of a door is two metres from either side", () => {
    const { ask, put } = begun();
    put("hand-1", -2.1, 3);
    expect(ask("hand-1", use("west-door", "open"))).toBe("out-of-reach");
    put("hand-1", 1.5, 3);
    expect(ask("hand-1", use("west-door", "open"))).toBeNull();
    expect(ask("hand-1", use("west-door", "open"))).toBe("already-done");
    expect(ask("hand-1", use("west-door", "kick"))).toBe("no-such-action");
  });

  test("ends where there is no such prop, no such act, or no strength left", () => {
    const { ask, put, body } = begun();
    put("hand-1", -10, 3);
    expect(ask("hand-1", use("anvil", "hit"))).toBe("unknown");
    expect(ask("hand-1", use("tap", "press"))).toBe("no-such-action");
    body("hand-1").condition = "collapsed";
    expect(ask("hand-1", use("tap", "open"))).toBe("collapsed");
  });
});

describe("work", () => {
  test("takes the seconds its author gave it, and the deed follows when it is over", () => {
    const { ask, put, wait, facts, run } = begun();
    put("hand-1", -10, 3.5);
    ask("hand-1", use("tap", "open"));
    wait(1.7);
    expect(run.state.props["tap"]?.fraction).toBeGreaterThan(0.5);
    expect(facts("operated")).toEqual([]);
    wait(0.4);
    expect(facts("operated", "tap")).toMatchObject([{ by: "hand-1", action: "open" }]);
    expect(run.state.props["tap"]).toMatchObject({ state: "open", fraction: 1 });
  });

  test("is dropped by letting go, by walking off and by falling, and a valve stays where it was", () => {
    const { ask, put, wait, body, run } = begun();
    put("hand-1", -10, 3.5);
    ask("hand-1", use("tap", "open"));
    expect(ask("hand-1", use("tap", "open"))).toBe("busy");
    wait(1);
    expect(ask("hand-1", { do: "let-go" })).toBeNull();
    expect(ask("hand-1", { do: "let-go" })).toBe("already-done");
    wait(1);
    expect(run.state.props["tap"]?.fraction).toBeGreaterThanOrEqual(0.5);
    expect(run.state.props["tap"]?.fraction).toBeLessThanOrEqual(0.6);
    ask("hand-1", use("tap", "open"));
    put("hand-1", -15, 3.5);
    wait(0.2);
    expect(body("hand-1").work).toBeNull();
    put("hand-1", -10, 3.5);
    ask("hand-1", use("tap", "open"));
    body("hand-1").condition = "collapsed";
    wait(0.2);
    expect(body("hand-1").work).toBeNull();
  });

  test("of two people on one valve is done in half the time", () => {
    const { ask, put, waitFor, run } = begun();
    run.state.doors["west-door"] = { open: true, closeAt: 0, locked: false };
    put("hand-1", 4, 1.2);
    put("hand-2", 4.5, 1.2);
    ask("hand-1", use("tank-valve", "close"));
    ask("hand-2", use("tank-valve", "close"));
    expect(waitFor(() => run.state.props["tank-valve"]?.state === "closed", 2.7)).toBe(true);
  });

  test("of two people at a rack with one suit left dresses only one, and the rack never owes a suit", () => {
    const { ask, put, wait, body, run, facts } = begun();
    put("hand-1", -12, 7.4);
    put("hand-2", -12.5, 7.4);
    expect(ask("hand-1", use("suits", "wear"))).toBeNull();
    expect(ask("hand-2", use("suits", "wear"))).toBeNull();
    wait(4);
    expect([body("hand-1").suit, body("hand-2").suit]).toEqual([true, false]);
    expect(run.state.props["suits"]?.fraction).toBe(0);
    expect(facts("worn")).toHaveLength(1);
    expect(ask("hand-2", use("suits", "wear"))).toBe("none-left");
  });
});

describe("what cannot be done twice, or at all", () => {
  test("a jammed valve turns as far as it goes, stops nothing, and says so when tried again", () => {
    const { ask, put, wait, run, facts } = begun();
    put("hand-1", 4, 1.2);
    const valve = run.state.props["tank-valve"];
    if (valve) valve.jam = 0.3;
    ask("hand-1", use("tank-valve", "close"));
    wait(6);
    expect(run.state.props["tank-valve"]).toMatchObject({ fraction: 0.3, state: "open" });
    expect(facts("operated", "tank-valve")).toEqual([]);
    expect(facts("leak-stopped")).toEqual([]);
    expect(ask("hand-1", use("tank-valve", "close"))).toBe("jammed");
    expect(ask("hand-1", use("tank-valve", "open"))).toBeNull();
  });

  test("a broken prop does nothing, even to somebody already at work on it", () => {
    const { ask, put, wait, body, run } = begun();
    put("hand-1", -10, 3.5);
    ask("hand-1", use("tap", "open"));
    const tap = run.state.props["tap"];
    if (tap) tap.broken = true;
    wait(0.2);
    expect(body("hand-1").work).toBeNull();
    expect(ask("hand-1", use("tap", "open"))).toBe("broken");
  });

  test.each([
    ["tap", "close", "already-done"],
    ["fan", "off", "already-done"],
    ["gate", "open", "already-done"],
    ["suits", "return", "not-wearing"],
    ["sets", "return", "not-wearing"],
  ] as const)("%s: %s is refused as %s at first", (prop, action, code) => {
    const { ask, put } = begun();
    const at = compiled.scenario.stage.props[prop]?.at ?? { x: 0, y: 0 };
    put("hand-1", at.x - 0.4, at.y);
    expect(ask("hand-1", use(prop, action))).toBe(code);
  });
});

describe("an emptied cylinder", () => {
  test("may be changed for a full one, and comes back to nobody as full", () => {
    const { ask, put, wait, body, run } = begun();
    put("hand-1", -12, 5.4);
    ask("hand-1", use("sets", "wear"));
    wait(2.2);
    expect(ask("hand-1", use("sets", "wear"))).toBe("already-wearing");
    const { air } = body("hand-1");
    if (air) body("hand-1").air = { ...air, pressureBar: 0 };
    expect(ask("hand-1", use("sets", "wear"))).toBeNull();
    wait(2.2);
    expect(body("hand-1").air?.pressureBar).toBeGreaterThan(290);
    const { air: second } = body("hand-1");
    if (second) body("hand-1").air = { ...second, pressureBar: 60 };
    ask("hand-1", use("sets", "return"));
    wait(2.2);
    expect(body("hand-1").scba).toBe(false);
    expect(run.state.props["sets"]?.fraction).toBe(0);
    expect(ask("hand-1", use("sets", "wear"))).toBe("none-left");
  });
});

describe("a valve between tank and leak", () => {
  test("stops the leak when shut, and lets it out again when opened again", () => {
    const { start, ask, put, wait, facts, run } = rig(hut(leakFrom("1s")));
    start();
    Object.assign(run.state.bodies["hand-1"] ?? {}, { suit: true, scba: true, air: openAirSupply() });
    put("hand-1", 4, 1.2);
    wait(3);
    ask("hand-1", use("tank-valve", "close"));
    wait(5.2);
    expect(facts("leak-stopped", "leak")).toMatchObject([{ by: "hand-1", how: "valve" }]);
    wait(2);
    expect(run.state.leaks["leak"]?.kgPerS).toBeLessThan(0.01);
    ask("hand-1", use("tank-valve", "open"));
    wait(7);
    expect(run.world?.leaking("leak")).toBe(true);
    expect(run.state.leaks["leak"]?.kgPerS).toBeGreaterThan(0.05);
  });
});
