// IMO MSC.1/Circ.1533: its eleven tests of an evacuation model, on the one parameter set.
import { describe, expect, test } from "vitest";
import {
  corridor,
  counterflowS,
  crowdIn,
  evacuate,
  evacuateCabins,
  exitAt,
  floorPlan,
  flowPerS,
  leftBy,
  person,
  rectangle,
  stairPlan,
  stairTimeS,
  tell,
  wallGapM,
} from "./crowd.fixture.ts";

const room = (limit?: number): ReturnType<typeof floorPlan> =>
  floorPlan(rectangle(0, 8, 0, 5), [exitAt("end", [8, 2], [8, 3], limit)]);

describe("IMO", () => {
  test("1: forty metres at 1 m/s take 40 s", () => {
    const { lastS } = evacuate(corridor(40.3, 2), [person("a", 0.3, 1, { paceMps: 1 })]);
    tell(`IMO 1: ${lastS} s`);
    expect(Math.abs(lastS - 40)).toBeLessThanOrEqual(0.5);
  });

  test("2 and 3: a stair of 10 m at 1 m/s takes 10 s up and down", () => {
    const upS = stairTimeS(stairPlan({ upPace: 1 }, "upper"), person("a", -2, 1, { floor: "lower", paceMps: 1 }));
    const downS = stairTimeS(stairPlan({ downPace: 1 }, "lower"), person("a", 12, 1, { floor: "upper", paceMps: 1 }));
    tell(`IMO 2: ${upS} s, 3: ${downS} s`);
    expect(Math.abs(upS - 10)).toBeLessThanOrEqual(0.3);
    expect(Math.abs(downS - 10)).toBeLessThanOrEqual(0.3);
  });

  test("4: through an exit of 1 m held to the prescribed flow a hundred people pass at no more than 1.33 per second", () => {
    const people = crowdIn("p", 100, [0.4, 7.6], [0.4, 4.6]);
    const flowOf = (limit?: number): number =>
      flowPerS(evacuate(room(limit), people).crowd.leftTick.map((tick) => tick / 10));
    tell(`IMO 4: held ${flowOf(1.33).toFixed(2)} /s, bodies alone ${flowOf().toFixed(2)} /s`);
    expect(flowOf(1.33)).toBeLessThanOrEqual(1.34);
    expect(flowOf(1.33)).toBeGreaterThan(1.2);
  });

  // The prescribed flow lies below what people were measured to do (1.9 at 1 m), which the bodies alone follow.
  test.fails("4: and so they do where nothing but their bodies limits the flow", () => {
    const run = evacuate(room(), crowdIn("p", 100, [0.4, 7.6], [0.4, 4.6]));
    expect(flowPerS(run.crowd.leftTick.map((tick) => tick / 10))).toBeLessThanOrEqual(1.33);
  });

  test("5: ten people respond between 10 and 100 s and each starts at the own time", () => {
    const people = crowdIn("p", 10, [0.5, 7], [0.5, 4.5], { premovement: { kind: "uniform", leastS: 10, mostS: 100 } });
    const { events } = evacuate(room(), people);
    const startedS = events.filter(({ kind }) => kind === "set-off").map(({ s }) => s);
    expect(startedS).toHaveLength(10);
    expect(Math.min(...startedS)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...startedS)).toBeLessThanOrEqual(100);
    expect(new Set(startedS).size).toBe(10);
  });

  test("6: twenty people go round a left-hand corner without passing its walls", () => {
    const plan = floorPlan(
      [
        [0, 0],
        [12, 0],
        [12, 12],
        [10, 12],
        [10, 2],
        [0, 2],
      ],
      [exitAt("end", [10, 12], [12, 12])],
    );
    let leastM = 1;
    const run = evacuate(plan, crowdIn("p", 20, [0.3, 4], [0.3, 1.7]), {
      each: (crowd, world) => {
        crowd.mode.forEach((mode, i) => {
          if (mode !== "out") leastM = Math.min(leastM, wallGapM({ crowd, world }, i));
        });
      },
    });
    expect(leftBy(run, "end")).toBe(20);
    expect(leastM).toBeGreaterThan(0.1);
  });

  test("7: fifty men of 30 to 50 years walk at 0.97 to 1.62 m/s, spread over the range", () => {
    const paces = crowdIn("p", 50, [0, 10], [0, 10], { paceMps: [0.97, 1.62] }).map(({ paceMps }) => paceMps);
    expect(Math.min(...paces)).toBeGreaterThanOrEqual(0.97);
    expect(Math.max(...paces)).toBeLessThanOrEqual(1.62);
    const mean = paces.reduce((sum, pace) => sum + pace, 0) / 50;
    // Three standard errors of a mean of fifty uniform draws.
    expect(Math.abs(mean - 1.295)).toBeLessThan((3 * 0.65) / Math.sqrt(12 * 50));
  });

  test("8: the more people come towards a hundred in a corridor, the longer these take", () => {
    const timesS = [0, 10, 50, 100].map((against) => counterflowS(against));
    tell(`IMO 8: ${timesS.join(", ")} s against 0, 10, 50, 100`);
    for (let at = 1; at < 4; at += 1) expect(timesS[at]).toBeGreaterThan(timesS[at - 1] ?? 0);
    expect(timesS[3]).toBeLessThan(600);
  });

  test("9: a thousand people leave a public room in about twice the time when two of its four doors are shut", () => {
    const exits = [
      exitAt("n1", [9, 20], [10, 20]),
      exitAt("n2", [20, 20], [21, 20]),
      exitAt("s1", [9, 0], [10, 0]),
      exitAt("s2", [20, 0], [21, 0]),
    ];
    const people = crowdIn("p", 1000, [0.5, 29.5], [0.5, 19.5]);
    const limited = exits.map((exit) => ({ ...exit, flowLimitPerS: 1.33 }));
    const four = evacuate(floorPlan(rectangle(0, 30, 0, 20), limited), people).lastS;
    const two = evacuate(floorPlan(rectangle(0, 30, 0, 20), limited.slice(0, 2)), people).lastS;
    tell(`IMO 9: four ${four} s, two ${two} s, factor ${(two / four).toFixed(2)}`);
    expect(two / four).toBeGreaterThan(1.8);
    expect(two / four).toBeLessThan(2.2);
  });

  test("10: people in cabins leave by the exits they are allocated", () => {
    const run = evacuateCabins();
    tell(`IMO 10: main ${leftBy(run, "main")}, second ${leftBy(run, "second")}`);
    expect([leftBy(run, "main"), leftBy(run, "second")]).toEqual([15, 8]);
  });

  test("11: a crowd on its way to a stair jams at the exit of its room and again at the foot of the stair", () => {
    const plan = {
      floors: [
        {
          id: "lower",
          zM: 0,
          outline: [
            [0, 0],
            [8, 0],
            [8, 1.5],
            [20, 1.5],
            [20, 3.5],
            [8, 3.5],
            [8, 5],
            [0, 5],
          ] as [number, number][],
        },
        { id: "upper", zM: 5, outline: rectangle(30, 34, 1.5, 3.5) },
      ],
      stairs: [
        {
          id: "stair",
          lower: "lower",
          upper: "upper",
          x: [20, 30] as const,
          y: [1.5, 3.5] as const,
          rises: "east" as const,
        },
      ],
      walls: [
        { floor: "lower", from: [8, 1.5] as const, to: [8, 2] as const },
        { floor: "lower", from: [8, 3] as const, to: [8, 3.5] as const },
      ],
      doors: [],
      exits: [exitAt("end", [34, 1.5], [34, 3.5], undefined, "upper")],
    };
    const people = crowdIn("p", 150, [0.3, 7.7], [0.3, 4.7], { floor: "lower" });
    const slow = { room: 0, foot: 0, middle: 0 };
    const run = evacuate(plan, people, {
      each: (crowd) => {
        if (crowd.tick < 300 || crowd.tick > 600) return;
        crowd.ids.forEach((_, i) => {
          if (crowd.layer[i] !== 0 || (crowd.speedMps[i] ?? 1) > 0.5) return;
          const x = crowd.x[i] ?? 0;
          if (x > 6 && x < 8) slow.room += 1;
          if (x > 18) slow.foot += 1;
        });
      },
    });
    tell(`IMO 11: ${run.lastS} s; slow before the door ${slow.room / 301}, at the foot ${slow.foot / 301} on average`);
    expect(run.lastS).toBeLessThan(300);
    expect(slow.room / 301).toBeGreaterThan(3);
    expect(slow.foot / 301).toBeGreaterThan(2);
  });
});
