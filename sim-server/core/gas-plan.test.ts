import { describe, expect, test } from "vitest";
import type { SubstanceName } from "../../scenarios/format/substance.ts";
import { hut, leakFrom, STAGE } from "./hut.fixture.ts";

const { head, tank } = STAGE.props;
/** The hut with another gas in its tank, and a head that is told only what it stands for. */
const holding = (substance: SubstanceName, release: object = {}, detector: object | boolean = true) => {
  const t = { zh: "手", en: "hand" };
  const { leak } = leakFrom("1s").hazards;
  const { substance: _, alarmPpm: __, rangePpm: ___, ...bare } = head as Record<string, unknown>;
  return hut({
    hazards: { leak: { ...leak, substance, ...release } },
    positions: {
      lead: { title: t, brief: t, players: 1, at: "start" },
      hand: { title: t, brief: t, players: 3, at: "start", detector },
    },
    stage: {
      ...STAGE,
      props: { ...STAGE.props, tank: { ...tank, substance, fillKg: 300 }, head: bare },
    },
  }).gas;
};

describe("the levels of a scenario's gas", () => {
  test.each([
    ["chlorine", 2.8, 0.5],
    ["ammonia", 220, 30],
    ["hydrogen-sulfide", 41, 0.33],
  ] as const)(
    "%s: hot from its published ten-minute AEGL-2, %d ppm, clear below its AEGL-1, %d ppm",
    (gas, hot, clear) => {
      expect(holding(gas)).toMatchObject({ hotPpm: hot, clearPpm: clear });
    },
  );

  test("are the author's where they are written, each by itself", () => {
    expect(holding("ammonia", { hotPpm: 150 })).toMatchObject({ hotPpm: 150, clearPpm: 30 });
    expect(holding("ammonia", { clearPpm: 25 })).toMatchObject({ hotPpm: 220, clearPpm: 25 });
  });
});

describe("detectors", () => {
  test("are for what leaks, with that gas's usual alarm levels, where nothing more is written", () => {
    const { worn, heads } = holding("ammonia");
    expect(worn.get("hand")).toMatchObject({ gas: "ammonia", lowPpm: 25, highPpm: 50, rangePpm: 100 });
    expect(heads.get("head")).toMatchObject({ gas: "ammonia", lowPpm: 25, highPpm: 50 });
    expect(worn.has("lead")).toBe(false);
  });

  test("have the gas, range and levels that are written", () => {
    const { worn } = holding("ammonia", {}, { gas: "carbon-monoxide", rangePpm: 500, alarmPpm: [20, 100] });
    expect(worn.get("hand")).toMatchObject({ gas: "carbon-monoxide", rangePpm: 500, lowPpm: 20, highPpm: 100 });
  });
});
