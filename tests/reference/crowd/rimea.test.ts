// The RiMEA guideline 4: its sixteen tests, each with its own criterion, on the one parameter set.
import { describe, expect, test } from "vitest";
import { AGE_PACES_MPS, type AgeGroup } from "../../../sim-server/core/hazard/crowd-people.ts";
import type { PlanPoint } from "../../../sim-server/core/hazard/crowd-plan.ts";
import {
  corridor,
  crowdIn,
  evacuate,
  evacuateCabins,
  exitAt,
  floorPlan,
  flowPerS,
  leftBy,
  person,
  type Run,
  rectangle,
  stairPlan,
  stairTimeS,
  tell,
  wallGapM,
} from "./crowd.fixture.ts";

const CORNER: PlanPoint[] = [
  [0, 0],
  [12, 0],
  [12, 12],
  [10, 12],
  [10, 2],
  [0, 2],
];
const hall = (exits: Parameters<typeof exitAt>[]): ReturnType<typeof floorPlan> =>
  floorPlan(
    rectangle(0, 30, 0, 20),
    exits.map((exit) => exitAt(...exit)),
  );

describe("RiMEA", () => {
  test("1: a corridor of 40 m at 1.33 m/s takes 26 to 34 s", () => {
    const { lastS } = evacuate(corridor(40, 2), [person("a", 0.01, 1, { paceMps: 1.33 })]);
    tell(`RiMEA 1: ${lastS} s`);
    expect(lastS).toBeGreaterThanOrEqual(26);
    expect(lastS).toBeLessThanOrEqual(34);
  });

  test("2 and 3: a stair of 10 m takes 20.0 s up at 0.50 and 15.38 s down at 0.65 m/s, within 5 per cent", () => {
    const upS = stairTimeS(stairPlan({ upPace: 0.5 }, "upper"), person("a", -2, 1, { floor: "lower", paceMps: 1 }));
    const downS = stairTimeS(
      stairPlan({ downPace: 0.65 }, "lower"),
      person("a", 12, 1, { floor: "upper", paceMps: 1 }),
    );
    tell(`RiMEA 2: ${upS} s, 3: ${downS} s`);
    expect(Math.abs(upS / 20 - 1)).toBeLessThan(0.05);
    expect(Math.abs(downS / 15.38 - 1)).toBeLessThan(0.05);
  });

  // Test 4, the fundamental diagram, is that of Weidmann in measured.test.ts.

  test("5: ten people of 10 to 100 s premovement set off within 0.2 s of their time", () => {
    const people = Array.from({ length: 10 }, (_, i) =>
      person(`p${i}`, 0.8 + 0.7 * i, 2, { premovementS: 10 + 10 * i }),
    );
    const { events } = evacuate(floorPlan(rectangle(0, 8, 0, 5), [exitAt("end", [8, 2], [8, 3])]), people);
    for (const { id, premovementS } of people) {
      const set = events.find((event) => event.kind === "set-off" && event.of === id);
      expect(Math.abs((set?.s ?? Number.NaN) - premovementS)).toBeLessThanOrEqual(0.2);
    }
  });

  test("6: twenty people round a corner never stand in a wall", () => {
    const plan = floorPlan(CORNER, [exitAt("end", [10, 12], [12, 12])]);
    const least: number[] = [];
    const run: Run = evacuate(plan, crowdIn("p", 20, [0.3, 6], [0.3, 1.7]), {
      each: (crowd, world) => {
        crowd.mode.forEach((mode, i) => {
          if (mode !== "out") least.push(wallGapM({ crowd, world }, i));
        });
      },
    });
    tell(`RiMEA 6: nearest to a wall ${Math.min(...least).toFixed(3)} m`);
    expect(run.lastS).toBeLessThan(60);
    expect(Math.min(...least)).toBeGreaterThan(0.1);
  });

  test.each(Object.keys(AGE_PACES_MPS) as AgeGroup[])(
    "7: every one of fifty of age group %s walks within its range",
    (age) => {
      const people = crowdIn("p", 50, [0.5, 1.5], [0, 100], { age });
      const spread = people.map((one, i) => ({ ...one, x: 1, y: 1 + 2 * i }));
      const start = new Map<string, number>();
      const { crowd } = evacuate(floorPlan(rectangle(0, 30, 0, 101), [exitAt("end", [30, 0], [30, 101])]), spread, {
        untilS: 11,
        each: (now) => {
          if (now.tick === 10) now.ids.forEach((id, i) => void start.set(id, now.x[i] ?? 0));
        },
      });
      const [least, most] = AGE_PACES_MPS[age];
      crowd.ids.forEach((id, i) => {
        const speed = ((crowd.x[i] ?? 0) - (start.get(id) ?? 0)) / 10;
        expect(speed).toBeGreaterThanOrEqual(least - 0.01);
        expect(speed).toBeLessThanOrEqual(most + 0.01);
      });
    },
  );

  test("8: slower people take longer to leave", () => {
    const lastS = [0.5, 0.75, 1].map(
      (pace) =>
        evacuate(hall([["end", [30, 9], [30, 11]]]), crowdIn("p", 100, [2, 28], [2, 18], { paceMps: [pace, pace] }))
          .lastS,
    );
    tell(`RiMEA 8: ${lastS.join(", ")} s at 0.5, 0.75, 1.0 m/s`);
    expect(lastS[0]).toBeGreaterThan(lastS[1] ?? 0);
    expect(lastS[1]).toBeGreaterThan(lastS[2] ?? 0);
  });

  test("9: a thousand people leave a hall through four exits in half the time of two", () => {
    const north: Parameters<typeof exitAt>[] = [
      ["n1", [9, 20], [10, 20]],
      ["n2", [20, 20], [21, 20]],
    ];
    const south: Parameters<typeof exitAt>[] = [
      ["s1", [9, 0], [10, 0]],
      ["s2", [20, 0], [21, 0]],
    ];
    const people = crowdIn("p", 1000, [0.5, 29.5], [0.5, 19.5]);
    const four = evacuate(hall([...north, ...south]), people).lastS;
    const two = evacuate(hall(north), people).lastS;
    tell(`RiMEA 9: four exits ${four} s, two ${two} s, factor ${(two / four).toFixed(2)}`);
    expect(two / four).toBeGreaterThan(1.6);
    expect(two / four).toBeLessThan(2.4);
  });

  test("10: of 23 people in twelve cabins 15 leave by their main and 8 by the second exit", () => {
    const run = evacuateCabins();
    expect([leftBy(run, "main"), leftBy(run, "second")]).toEqual([15, 8]);
  });

  test("11: a crowd prefers the nearer exit and uses the farther as well", () => {
    const run = evacuate(
      hall([
        ["near", [0, 9.5], [0, 10.5]],
        ["far", [30, 9.5], [30, 10.5]],
      ]),
      crowdIn("p", 300, [1, 14], [1, 19]),
    );
    tell(`RiMEA 11: near ${leftBy(run, "near")}, far ${leftBy(run, "far")}`);
    expect(leftBy(run, "near")).toBeGreaterThan(leftBy(run, "far"));
    expect(leftBy(run, "far")).toBeGreaterThan(0);
    expect(run.lastS).toBeLessThan(600);
  });

  test("12: a long bottleneck is slower than a short one, and the room behind it never jams", () => {
    const through = (longM: number): { lastS: number; neck: number; last: number } => {
      const [x, far] = [10 + longM, 20 + longM];
      const outline: PlanPoint[] = [
        [0, 0],
        [10, 0],
        [10, 4.5],
        [x, 4.5],
        [x, 0],
        [far, 0],
        [far, 10],
        [x, 10],
        [x, 5.5],
        [10, 5.5],
        [10, 10],
        [0, 10],
      ];
      const neckS = new Map<string, number>();
      const run = evacuate(
        floorPlan(outline, [exitAt("end", [far, 4.5], [far, 5.5])]),
        crowdIn("p", 150, [0.5, 9.5], [0.5, 9.5]),
        {
          each: (crowd) => {
            crowd.ids.forEach((id, i) => {
              if ((crowd.x[i] ?? 0) > x && !neckS.has(id)) neckS.set(id, crowd.tick / 10);
            });
          },
        },
      );
      const last = flowPerS(run.crowd.leftTick.map((tick) => tick / 10));
      return { lastS: run.lastS, neck: flowPerS([...neckS.values()]), last };
    };
    const [short, long] = [through(0.4), through(5)];
    tell(
      `RiMEA 12: short ${short.lastS} s, long ${long.lastS} s; flows ${short.neck.toFixed(2)} ${short.last.toFixed(2)} /s`,
    );
    expect(long.lastS).toBeGreaterThan(short.lastS);
    expect(short.neck).toBeGreaterThanOrEqual(short.last - 0.05);
    expect(long.neck).toBeGreaterThanOrEqual(long.last - 0.05);
  });

  test("13: a stair lets fewer people pass than the corridor before it, at 0.675 m/s up along the slope", () => {
    const flows = [{ upPace: 1 }, {}].map((pace) => {
      const plan = stairPlan(pace, "upper");
      const onS = new Map<string, number>();
      const people = crowdIn("p", 60, [-3.9, -0.2], [0.2, 1.8], { floor: "lower" });
      evacuate(plan, people, {
        each: (crowd) => {
          crowd.ids.forEach((id, i) => {
            if (crowd.layer[i] === 1 && !onS.has(id)) onS.set(id, crowd.tick / 10);
          });
        },
      });
      return flowPerS([...onS.values()]);
    });
    tell(`RiMEA 13: level ${flows[0]?.toFixed(2)} /s, stair ${flows[1]?.toFixed(2)} /s`);
    expect(flows[1]).toBeLessThan(flows[0] ?? 0);
    // Weidmann's stair paces are along the plan; a public stair of 16/32 cm is 1.118 times as long.
    const upS = stairTimeS(stairPlan({}, "upper"), person("a", -2, 1, { floor: "lower" }));
    const slopeMps = (10 / upS) * Math.sqrt(1 + 0.25);
    tell(`RiMEA 13: ${slopeMps.toFixed(3)} m/s up along the slope`);
    expect(Math.abs(slopeMps - 0.675)).toBeLessThanOrEqual(0.04);
  });

  // Known miss: round a corner people press to its inside, and a dense crowd takes longer than along the outside.
  test.fails("15: round a corner takes a crowd longer than the inner length and less than the outer one", () => {
    const people = crowdIn("p", 40, [0.2, 8], [0.2, 1.8]);
    const cornerS = evacuate(floorPlan(CORNER, [exitAt("end", [10, 12], [12, 12])]), people).lastS;
    const shortS = evacuate(corridor(20, 2), people).lastS;
    const longS = evacuate(corridor(24, 2), people).lastS;
    tell(`RiMEA 15: straight 20 m ${shortS} s, corner ${cornerS} s, straight 24 m ${longS} s`);
    expect(cornerS).toBeGreaterThan(shortS);
    expect(cornerS).toBeLessThan(longS);
  });

  // Test 16, the single file, is a known miss: see measured.test.ts.
});
