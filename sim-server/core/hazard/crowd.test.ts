import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepCrowd } from "./crowd.ts";
import { layGround } from "./crowd-ground.ts";
import { OFFICE as plan } from "./crowd-office.fixture.ts";
import { fall, hurt, orderOut, raiseAlarm, sendHelp, setShut } from "./crowd-orders.ts";
import { type CrowdPerson, peopleOf } from "./crowd-people.ts";
import { onFloor, segmentGapM } from "./crowd-plan.ts";
import { type Crowd, openCrowd } from "./crowd-state.ts";
import { openCrowdWorld } from "./crowd-world.ts";
import { openWalkMesh } from "./walk-mesh.ts";

const people = (seed: number): CrowdPerson[] => [
  ...peopleOf(
    {
      id: "south",
      count: 30,
      floor: "ground",
      x: [0.5, 15],
      y: [0.5, 4.5],
      premovement: { kind: "lognormal", mu: 1.5, sigma: 0.5 },
    },
    seed,
  ),
  ...peopleOf(
    {
      id: "above",
      count: 15,
      floor: "upper",
      x: [27, 33],
      y: [4.5, 7.5],
      premovement: { kind: "uniform", leastS: 0, mostS: 10 },
    },
    seed,
  ),
];

function run(all: readonly CrowdPerson[], ticks: number, each?: (crowd: Crowd) => void): Crowd {
  const world = openCrowdWorld(plan, all.length);
  const crowd = openCrowd(world, all);
  raiseAlarm(crowd);
  for (let tick = 0; tick < ticks; tick += 1) {
    stepCrowd(world, crowd);
    each?.(crowd);
  }
  return crowd;
}

describe("the laws of a crowd", () => {
  test("everybody gets out of a house with rooms, corridor and stair", () => {
    expect(new Set(run(people(1), 900).mode)).toEqual(new Set(["out"]));
  });

  test("nobody is ever within a wall or outside the house, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { walls } = layGround(plan);
        run(people(seed), 300, (crowd) => {
          crowd.mode.forEach((mode, i) => {
            if (mode === "out") return;
            const [x, y, layer] = [crowd.x[i] ?? 0, crowd.y[i] ?? 0, crowd.layer[i] ?? 0];
            for (const wall of walls) if (wall.layer === layer) expect(segmentGapM(wall, x, y)).toBeGreaterThan(0.1);
            const floor = plan.floors[layer];
            // Whoever stands in an opening to the tenth of a millimetre stands on its line.
            const around = [-0.001, 0.001].flatMap((d) => [onFloor(floor?.outline ?? [], x + d, y + d)]);
            if (floor) expect(around).toContain(true);
          });
        });
      }),
      { numRuns: 4 },
    );
  });

  test("the order in which people are named changes nothing", () => {
    const straight = JSON.stringify(run(people(5), 300));
    expect(JSON.stringify(run(people(5).reverse(), 300))).toBe(straight);
  });

  test("the same seed is the same crowd after a thousand ticks, another seed another", () => {
    const first = JSON.stringify(run(people(7), 1000));
    expect(JSON.stringify(run(people(7), 1000))).toBe(first);
    expect(JSON.stringify(run(people(8), 1000))).not.toBe(first);
  });

  test("a crowd kept as JSON half way and taken up again arrives at the same state", () => {
    const all = people(9);
    const whole = run(all, 400);
    const world = openCrowdWorld(plan, all.length);
    const half = JSON.parse(JSON.stringify(run(all, 200))) as Crowd;
    for (let tick = 0; tick < 200; tick += 1) stepCrowd(world, half);
    expect(JSON.stringify(half)).toBe(JSON.stringify(whole));
  });

  test("nobody moves faster than the own pace, and nobody who is out comes back", () => {
    const all = people(3);
    const before = new Map<string, [number, number]>();
    const gone = new Set<string>();
    run(all, 600, (crowd) => {
      crowd.ids.forEach((id, i) => {
        const [x, y] = [crowd.x[i] ?? 0, crowd.y[i] ?? 0];
        const from = before.get(id);
        if (from && crowd.mode[i] !== "out") {
          const [dx, dy] = [x - from[0], y - from[1]];
          // A body pushed off a wall may be moved a few centimetres more than it walks.
          expect(Math.sqrt(dx * dx + dy * dy)).toBeLessThan((crowd.paceMps[i] ?? 0) * 0.1 + 0.06);
        }
        before.set(id, [x, y]);
        if (gone.has(id)) expect(crowd.mode[i]).toBe("out");
        if (crowd.mode[i] === "out") gone.add(id);
      });
    });
  });
});

describe("orders and mishaps", () => {
  const two = (change: Partial<CrowdPerson> = {}): { world: ReturnType<typeof openCrowdWorld>; crowd: Crowd } => {
    const world = openCrowdWorld(plan, 2);
    const base = { floor: "ground", paceMps: 1.3, radiusM: 0.175, premovementS: 0 };
    const crowd = openCrowd(world, [
      { id: "helper", x: 2, y: 2, ...base },
      { id: "hurt", x: 14, y: 10, ...base, ...change },
    ]);
    return { world, crowd };
  };

  test("people go where they are ordered, even if another exit is nearer", () => {
    const { world, crowd } = two();
    orderOut(world, crowd, "east", ["helper", "hurt"], 0);
    for (let tick = 0; tick < 600; tick += 1) stepCrowd(world, crowd);
    expect(crowd.leftBy).toEqual([1, 1]);
  });

  test("a shut door is gone round or, where there is no way round, waited behind", () => {
    const { world, crowd } = two();
    setShut(world, crowd, "south", true);
    raiseAlarm(crowd);
    for (let tick = 0; tick < 600; tick += 1) stepCrowd(world, crowd);
    expect(crowd.mode).toEqual(["out", "out"]);
    const shut = two();
    setShut(shut.world, shut.crowd, "west", true);
    setShut(shut.world, shut.crowd, "east", true);
    raiseAlarm(shut.crowd);
    for (let tick = 0; tick < 600; tick += 1) stepCrowd(shut.world, shut.crowd);
    expect(shut.crowd.mode.includes("out")).toBe(false);
    setShut(shut.world, shut.crowd, "west", false);
    for (let tick = 0; tick < 900; tick += 1) stepCrowd(shut.world, shut.crowd);
    expect(shut.crowd.mode).toEqual(["out", "out"]);
  });

  test("a fallen person stays until somebody fetches them, and both leave together, slower", () => {
    const { world, crowd } = two();
    const mesh = openWalkMesh(world.waysWith([]).ground);
    raiseAlarm(crowd);
    stepCrowd(world, crowd);
    fall(crowd, "hurt");
    expect(sendHelp(mesh, crowd, "helper", "hurt")).toBe(true);
    const seen: string[] = [];
    for (let tick = 0; tick < 1500; tick += 1)
      for (const event of stepCrowd(world, crowd)) seen.push(`${event.kind} ${event.of}`);
    expect(crowd.mode).toEqual(["out", "out"]);
    expect(crowd.leftTick[0]).toBe(crowd.leftTick[1]);
    expect(seen).toContain("picked-up hurt");
    // At least 14 m to the fallen at 1.3 m/s, 15 s to lift, and 6 m to the nearest exit at 0.6 m/s.
    expect(crowd.leftTick[0]).toBeGreaterThan(350);
  });

  test("an injury halves the pace it is said to halve", () => {
    const { world, crowd } = two();
    raiseAlarm(crowd);
    hurt(crowd, "helper", 0.5);
    for (let tick = 0; tick < 20; tick += 1) stepCrowd(world, crowd);
    expect(crowd.speedMps[0]).toBeCloseTo(0.65, 6);
  });
});
