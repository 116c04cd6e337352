import { describe, expect, test } from "vitest";
import { accidentLevel, addCasualties } from "./health.ts";
import { hut, leakFrom, rig, STAGE } from "./hut.fixture.ts";
import { wornReading } from "./worn-detector.ts";

/** Decree 493 art. 3 as published: a lower bound belongs to its level ("以上" includes it), an upper bound does not. */
const DECREE_493 = {
  deaths: [
    [1, 2, "general"],
    [3, 9, "larger"],
    [10, 29, "major"],
    [30, 400, "extraordinary"],
  ],
  injuries: [
    [1, 9, "general"],
    [10, 49, "larger"],
    [50, 99, "major"],
    [100, 1000, "extraordinary"],
  ],
} as const;
const ORDER = ["none", "general", "larger", "major", "extraordinary"];

describe("the accident level of Decree 493", () => {
  test.each(DECREE_493.deaths)("from %i to %i deaths is %s", (low, high, level) => {
    expect([accidentLevel(low, 0), accidentLevel(high, 0)]).toEqual([level, level]);
  });

  test.each(DECREE_493.injuries)("from %i to %i serious injuries is %s", (low, high, level) => {
    expect([accidentLevel(0, low), accidentLevel(0, high)]).toEqual([level, level]);
  });

  test("is the higher of what deaths and injuries say, and none only when nobody is hurt", () => {
    expect(accidentLevel(0, 0)).toBe("none");
    for (const [dead] of DECREE_493.deaths)
      for (const [injured] of DECREE_493.injuries) {
        const both = ORDER.indexOf(accidentLevel(dead, injured));
        const each = [accidentLevel(dead, 0), accidentLevel(0, injured)].map((level) => ORDER.indexOf(level));
        expect(both).toBe(Math.max(...each));
      }
  });

  test("moves with the casualties, down as well as up, and each move is a fact", () => {
    const { run, facts } = rig(hut());
    addCasualties(run, { seriouslyInjured: 10 });
    addCasualties(run, { dead: 2, seriouslyInjured: -2 });
    addCasualties(run, { dead: 1, seriouslyInjured: -1 });
    addCasualties(run, { missing: 4 });
    expect(facts("level-changed").map((fact) => fact["to"])).toEqual(["larger", "general", "larger"]);
    expect(facts("casualties-changed").at(-1)).toMatchObject({ dead: 3, seriouslyInjured: 7, missing: 4 });
  });
});

describe("a body in gas", () => {
  const gassed = () => {
    const one = rig(hut(leakFrom("1s")));
    one.start();
    one.put("hand-1", 4, 3);
    return one;
  };

  test("enters the hot zone at 2.8 ppm, the ten-minute AEGL-2 of chlorine, and leaves it once the air is clean", () => {
    const { body, facts, put, waitFor, wait } = gassed();
    expect(waitFor(() => body("hand-1").hot, 30)).toBe(true);
    expect(body("hand-1").ppm).toBeGreaterThanOrEqual(2.8);
    expect(facts("entered", "hot-zone")).toMatchObject([{ by: "hand-1", suit: "none", scba: false, hot: true }]);
    put("hand-1", -30, 3);
    wait(1);
    expect(facts("left", "hot-zone")).toMatchObject([{ by: "hand-1" }]);
  });

  test("goes down the ladder without a step back, drops what it does, and is counted once", () => {
    const { body, facts, waitFor, run, wait } = gassed();
    body("hand-1").work = { prop: "tank", action: "turn", done: 0, need: 100000 };
    expect(waitFor(() => body("hand-1").condition === "dead", 900)).toBe(true);
    wait(5);
    const ladder = facts("condition-changed", "hand-1").map((fact) => fact["to"]);
    const rungs = ["irritated", "impaired", "collapsed", "dead"];
    expect(ladder).toEqual(rungs.filter((rung) => ladder.includes(rung)));
    expect(body("hand-1")).toMatchObject({ work: null, walk: null });
    expect(run.state.casualties).toMatchObject({ dead: 1, seriouslyInjured: 0, level: "general" });
  });

  test("passes each AEGL band once and in order", () => {
    const { facts, wait } = gassed();
    wait(300);
    const bands = facts("exposed", "hand-1").map((fact) => Number(fact["band"]));
    expect(bands).toEqual([...new Set(bands)].sort((a, b) => a - b));
    expect(bands.at(-1)).toBe(3);
  });

  test("hears its detector at 0.5 and 1 ppm", () => {
    const { body, run } = gassed();
    const alarm = (cellPpm: number) => {
      const hand = body("hand-1");
      if (hand.detector) hand.detector = { ...hand.detector, cellPpm };
      return wornReading(run, hand)?.alarm;
    };
    expect([alarm(0.49), alarm(0.5), alarm(0.99), alarm(1)]).toEqual([0, 1, 1, 2]);
    expect(wornReading(run, body("lead-1"))).toBeNull();
  });
});

describe("the public", () => {
  const village = (ordered: string, more: object = {}) =>
    rig(
      hut({
        populations: {
          people: {
            title: { zh: "村", en: "village" },
            at: "village",
            people: 100,
            evacuation: { ordered, delay: "30s", perMin: 60 },
          },
        },
        ...more,
      }),
    );

  test("leaves after its delay at its pace: 100 people at 60 a minute are gone 130 seconds after the order", () => {
    const { start, waitFor, facts, run } = village("elapsed >= 10.0");
    start();
    expect(waitFor(() => facts("evacuation-finished").length > 0, 300)).toBe(true);
    const ordered = facts("evacuation-ordered")[0]?.tick ?? 0;
    expect(facts("evacuation-ordered")).toMatchObject([{ of: "people", people: 100 }]);
    expect((run.state.tick - ordered) / 10).toBeCloseTo(130, -0.5);
    expect(run.state.populations["people"]?.remaining).toBe(0);
  });

  test("stays where nobody tells it to go, unharmed while the air is clean", () => {
    const { start, wait, run } = village("false");
    start();
    wait(60);
    expect(run.state.populations["people"]).toMatchObject({ remaining: 100, dead: 0, injured: 0 });
    expect(run.state.casualties.level).toBe("none");
  });

  test("beside an open leak is counted among the hurt, never more than there are", () => {
    const beside = {
      ...leakFrom("1s"),
      stage: { ...STAGE, places: { ...STAGE.places, village: { title: { zh: "v", en: "v" }, at: { x: 4, y: 3 } } } },
    };
    const { start, wait, run } = village("false", beside);
    start();
    wait(600);
    const { dead, seriouslyInjured, level } = run.state.casualties;
    expect(dead).toBeGreaterThan(30);
    expect(dead + seriouslyInjured).toBeLessThanOrEqual(100);
    expect(level).toBe("extraordinary");
  });
});
