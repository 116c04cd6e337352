import { describe, expect, test } from "vitest";
import { type ScenarioCase, scenarioCase } from "../../scenarios/format/case.ts";
import { hashOf } from "./hash.ts";
import { hut, task } from "./hut.fixture.ts";
import { differences, playCase } from "./play-case.ts";
import { replay } from "./replay.ts";

const t = (words: string) => ({ zh: words, en: words });
const inject = (id: string, trigger: object) => ({
  inject: id,
  type: "contextual",
  title: t(id),
  trigger,
  channel: "phone",
  from: "bureau",
  to: ["lead"],
  text: t(id),
});
const compiled = hut({
  msel: [inject("by-hand", { manual: true }), inject("held-one", { at: "20s" }), inject("skipped", { at: "25s" })],
  events: [{ event: "gust", title: t("gust"), trigger: { manual: true }, changes: [{ windSpeedMps: 9 }] }],
  violations: [{ id: "opened", when: "operated('tap', 'open')", points: -5, text: t("opened"), cite: [] }],
  objectives: [
    {
      id: "all",
      title: t("all"),
      capabilities: [
        { id: "one", title: t("one"), tasks: [task("greet", { met: "sent('hello')", weight: 100, critical: true })] },
      ],
    },
  ],
  end: [{ when: "elapsed >= 60.0", outcome: "time-up", text: t("end") }],
});
const expected = {
  outcome: "time-up",
  ratings: { greet: "P" },
  violations: ["opened"],
  percent: { min: 90, max: 100 },
  passed: true,
  facts: [
    { kind: "said", of: "hello", by: "lead-1", after: "2s", before: "10s" },
    { kind: "worn", none: true },
  ],
};
const script = (more: object = {}): ScenarioCase =>
  scenarioCase.parse({
    title: t("case"),
    players: ["lead-1", "hand-1"],
    script: [
      { at: "5s", by: "lead-1", do: [{ send: "hello" }] },
      { at: "4s", by: "hand-1", do: [{ operate: "tap", action: "open" }, { send: "hello" }] },
    ],
    control: [
      { at: "10s", fire: "by-hand" },
      { at: "12s", hold: "held-one" },
      { at: "14s", skip: "skipped" },
      { at: "16s", event: "gust" },
    ],
    expect: expected,
    ...more,
  });

describe("a case played headless", () => {
  const played = playCase(compiled, script());
  const facts = played.session.run.index.all;
  const at = (kind: string, of: string) => facts.filter((fact) => fact.kind === kind && fact.of === of);

  test("lets people and the instructor act at their times", () => {
    expect(at("said", "hello")).toMatchObject([{ by: "lead-1", tick: 51 }]);
    expect(at("inject-released", "by-hand")).toMatchObject([{ by: "instructor:case", manual: true, tick: 101 }]);
    expect(at("inject-held", "held-one")).toHaveLength(1);
    expect(at("inject-released", "held-one")).toEqual([]);
    expect(at("inject-skipped", "skipped")).toHaveLength(1);
    expect(at("event-happened", "gust")).toHaveLength(1);
  });

  test("leads to what is expected, and says so by differing in nothing", () => {
    expect(differences(played, script().expect)).toEqual([]);
  });

  test("keeps what was refused, and by whom", () => {
    expect(played.refused).toMatchObject([{ by: "hand-1", code: "not-yours", intent: { do: "send" } }]);
  });

  test("is played again from its inputs to the same state", () => {
    const { opening, inputs, session } = played;
    expect(hashOf(replay(compiled, opening, inputs, session.run.state.tick))).toBe(hashOf(session));
  });

  test("stops at a tick when told, and by the instructor's end", () => {
    expect(playCase(compiled, script(), 120).session.run.state).toMatchObject({ tick: 120, phase: "running" });
    const ended = playCase(compiled, script({ control: [{ at: "30s", end: true }] }));
    expect(ended.session.run.state).toMatchObject({ phase: "ended", outcome: "stopped" });
  });

  test.each([
    ["outcome", { outcome: "completed" }],
    ["passed", { passed: false }],
    ["percent", { percent: { min: 0, max: 10 } }],
    ["rating of greet", { ratings: { greet: "U" } }],
    ["rating of nothing", { ratings: { nothing: "P" } }],
    ["violations", { violations: [] }],
    ["fact said of hello", { facts: [{ kind: "said", of: "hello", before: "4s" }] }],
    ["fact said of hello", { facts: [{ kind: "said", of: "hello", after: "6s" }] }],
    ["fact said of hello", { facts: [{ kind: "said", of: "hello", by: "hand-1" }] }],
    ["fact said of hello", { facts: [{ kind: "said", of: "hello", none: true }] }],
    ["fact worn", { facts: [{ kind: "worn" }] }],
  ])("names %s where it differs", (what, change) => {
    const found = differences(played, script({ expect: { ...expected, facts: [], ...change } }).expect);
    expect(found.map((one) => one.what)).toEqual([what]);
  });
});
