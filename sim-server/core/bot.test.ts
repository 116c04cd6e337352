import { describe, expect, test } from "vitest";
import type { Step } from "../../scenarios/format/steps.ts";
import type { PlayerIntent } from "../protocol/intents.ts";
import { askOf, type Bot, openBot, refuse } from "./bot.ts";
import { hut, rig } from "./hut.fixture.ts";
import { step as turn } from "./session.ts";

const t = (words: string) => ({ zh: words, en: words });
/** A bot in hand-1's seat; `live` lets ticks pass, asking what it asks, and tells every ask with its tick. */
const seated = (...steps: { at?: number; step: Step }[]) => {
  const one = rig(hut());
  const bot: Bot = openBot(
    one.run.compiled,
    "hand-1",
    steps.map(({ at = 0, step }) => ({ at, step })),
  );
  one.start();
  const asked: { tick: number; intent: PlayerIntent; code: string | null }[] = [];
  const live = (ticks: number): void => {
    for (let count = 0; count < ticks; count += 1) {
      const { tick } = one.run.state;
      const intent = askOf(one.run, bot);
      const { refused } = turn(one.session, intent ? [{ by: "hand-1", intent }] : []);
      const code = refused[0]?.code ?? null;
      if (intent) asked.push({ tick, intent, code });
      if (code) refuse(bot);
    }
  };
  return { ...one, bot, asked, live };
};

describe("a bot", () => {
  test("asks nothing before a step's time and never two things in a tick", () => {
    const { live, asked } = seated({ at: 30, step: { go: "sets" } }, { at: 30, step: { go: "start" } });
    live(30);
    expect(asked).toEqual([]);
    live(400);
    expect(asked.map(({ intent }) => intent)).toEqual([
      { do: "go", to: "sets" },
      { do: "go", to: "start" },
    ]);
    expect(asked[0]?.tick).toBe(30);
  });

  test("takes the next step only when the one before is done: it has walked there", () => {
    const { live, asked, body } = seated({ step: { go: "sets" } }, { step: { go: "board" } });
    live(5);
    expect(asked).toHaveLength(1);
    while (asked.length < 2) live(1);
    expect(Math.hypot(body("hand-1").x - -12, body("hand-1").y - 6)).toBeLessThan(1.5);
  });

  test("walks to a prop out of reach, then uses it, then lets the work be finished", () => {
    const { live, asked, facts } = seated(
      { step: { operate: "tap", action: "open" } },
      { step: { operate: "gate", action: "close" } },
    );
    live(600);
    expect(asked.map(({ intent }) => intent)).toEqual([
      { do: "go", to: "tap" },
      { do: "operate", prop: "tap", action: "open" },
      { do: "go", to: "gate" },
      { do: "operate", prop: "gate", action: "close" },
    ]);
    expect(facts("operated").map(({ of }) => of)).toEqual(["tap", "gate"]);
  });

  test("goes on to the next step when it is refused, as a person would", () => {
    const { live, asked, facts } = seated(
      { step: { send: "hello" } },
      { step: { decide: "none", option: "none" } },
      { step: { operate: "gate", action: "close" } },
    );
    live(500);
    expect(asked.filter(({ code }) => code !== null).map(({ intent }) => intent.do)).toEqual(["send", "decide"]);
    expect(facts("operated", "gate")).toHaveLength(1);
  });

  test("waits the seconds it is told, and until a condition holds", () => {
    const { live, asked, run } = seated(
      { step: { wait: 3 } },
      { step: { until: "missing > 0.0" } },
      { step: { say: t("never asked"), channel: "radio" } },
      { step: { go: "start" } },
    );
    live(100);
    expect(asked).toEqual([]);
    run.state.casualties.missing = 1;
    live(3);
    expect(asked).toMatchObject([{ intent: { do: "go", to: "start" } }]);
  });

  test("asks no more once its steps are done", () => {
    const { live, asked, bot } = seated({ step: { go: "start" } });
    live(100);
    expect(asked).toHaveLength(1);
    expect(bot.next).toBe(1);
  });
});
