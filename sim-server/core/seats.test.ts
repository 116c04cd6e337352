import { describe, expect, test } from "vitest";
import { hashOf } from "./hash.ts";
import { hut, parseHut, rig } from "./hut.fixture.ts";
import { replay } from "./replay.ts";

const t = (words: string) => ({ zh: words, en: words });
const post = (players: unknown, more: object = {}) => ({ title: t("p"), brief: t("p"), players, at: "start", ...more });
const manned = (hand: unknown, more: object = {}) => hut({ positions: { lead: post(1), hand: post(hand, more) } });

describe("a post held by a range of people", () => {
  const ranged = () => manned({ least: 1, most: 4 });

  test("offers all its seats, and has people only in those the system plays", () => {
    const { run, session } = rig(ranged(), ["lead-1"]);
    expect(session.run.compiled.slots.map(({ slot }) => slot)).toEqual([
      "lead-1",
      "hand-1",
      "hand-2",
      "hand-3",
      "hand-4",
    ]);
    expect(Object.keys(run.state.bodies)).toEqual(["lead-1", "hand-1"]);
  });

  test("gets one more person when somebody takes a further seat, also while the run goes on", () => {
    const { run, ask, start, wait, body, facts } = rig(ranged(), ["lead-1"]);
    start();
    wait(5);
    expect(ask("hand-4", { do: "send", message: "hello" })).toBe("unknown");
    expect(ask("hand-4", { do: "joined", name: "王" })).toBeNull();
    expect(body("hand-4")).toMatchObject({ player: true, name: "王", position: "hand", condition: "well" });
    expect(facts("joined", "hand-4")).toHaveLength(1);
    const spots = Object.values(run.state.bodies).map(({ x, y }) => `${x} ${y}`);
    expect(new Set(spots).size).toBe(3);
    expect(ask("nobody-1", { do: "joined", name: "?" })).toBe("unknown");
  });

  test("counts and tells only who is there", () => {
    const { ask, start, waitFor, facts, put } = rig(ranged(), ["lead-1"]);
    start();
    ask("lead-1", { do: "send", message: "hello" });
    put("lead-1", -20, -10.5);
    ask("lead-1", { do: "operate", prop: "board", action: "count" });
    expect(waitFor(() => facts("counted").length > 0, 5)).toBe(true);
    expect(facts("counted")).toMatchObject([{ present: 1, absent: 1 }]);
  });

  test("replays to the same state when a seat was taken on the way", () => {
    const compiled = ranged();
    const { run, session, ask, start, wait } = rig(compiled, ["lead-1"]);
    start();
    wait(3);
    ask("hand-3", { do: "joined", name: "王" });
    wait(3);
    const opening = { seed: 1, parameters: {}, players: { "lead-1": "lead-1" } };
    const log = [
      { tick: 0, by: "instructor:1", intent: { do: "start" as const } },
      { tick: 30, by: "hand-3", intent: { do: "joined" as const, name: "王" } },
    ];
    expect(hashOf(replay(compiled, opening, log, run.state.tick))).toBe(hashOf(session));
  });

  test("has at least as many at most as at least", () => {
    const { problems } = parseHut({ positions: { lead: post(1), hand: post({ least: 3, most: 2 }) } });
    expect(problems.map(({ path }) => path)).toEqual(["positions.hand.players"]);
  });
});

test("a post that is empty while nobody holds it has nobody in it", () => {
  const { run, ask } = rig(manned(3, { unfilled: "empty" }), ["lead-1"]);
  expect(Object.keys(run.state.bodies)).toEqual(["lead-1"]);
  ask("hand-2", { do: "joined", name: "李" });
  expect(Object.keys(run.state.bodies)).toEqual(["lead-1", "hand-2"]);
});
