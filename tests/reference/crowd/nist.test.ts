// NIST Technical Note 1822: its tests of an evacuation model, on the one parameter set.
import { describe, expect, test } from "vitest";
import { fall, setShut } from "../../../sim-server/core/hazard/crowd-orders.ts";
import { peopleOf } from "../../../sim-server/core/hazard/crowd-people.ts";
import { drawNormal, drawPremovementS, type Premovement } from "../../../sim-server/core/hazard/crowd-premovement.ts";
import { erf } from "../../../sim-server/core/hazard/erf.ts";
import { openRandom } from "../../../sim-server/core/random.ts";
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
} from "./crowd.fixture.ts";

/** The chance that a Kolmogorov-Smirnov distance as large comes about by chance (asymptotic series with Stephens' factor). */
function kolmogorovP(sample: readonly number[], below: (x: number) => number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const n = sorted.length;
  const distance = Math.max(
    ...sorted.map((x, i) => Math.max(Math.abs(below(x) - i / n), Math.abs(below(x) - (i + 1) / n))),
  );
  const t = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
  let p = 0;
  for (let k = 1; k < 100; k += 1) p += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * t * t);
  return Math.min(1, Math.max(0, p));
}

/** The share of a gamma distribution of unit scale below x, by its power series. */
function gammaBelow(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; k < 500; k += 1) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

/** Stirling's series after shifting the argument up. */
function logGamma(z: number): number {
  if (z < 12) return logGamma(z + 1) - Math.log(z);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * z) - 1 / (360 * z ** 3);
}

describe("NIST", () => {
  test.each<{ of: Premovement; below: (s: number) => number }>([
    { of: { kind: "uniform", leastS: 10, mostS: 100 }, below: (s) => (s - 10) / 90 },
    { of: { kind: "gamma", shape: 1.291, scaleS: 103.901 }, below: (s) => gammaBelow(1.291, s / 103.901) },
    {
      of: { kind: "lognormal", mu: 4.586, sigma: 0.967 },
      below: (s) => 0.5 * (1 + erf((Math.log(s) - 4.586) / (0.967 * Math.SQRT2))),
    },
    { of: { kind: "weibull", scaleS: 139.285, shape: 1.195 }, below: (s) => 1 - Math.exp(-((s / 139.285) ** 1.195)) },
  ])("1.1: premovement times follow the $of.kind distribution asked for", ({ of, below }) => {
    // One honest sample in twenty misses p > 0.05; of ten seeds more than two misses would be a fault.
    const passed = Array.from({ length: 10 }, (_, seed) => {
      const random = openRandom(seed + 1);
      return kolmogorovP(
        Array.from({ length: 1000 }, () => drawPremovementS(of, random)),
        below,
      );
    }).filter((p) => p > 0.05).length;
    tell(`NIST 1.1 ${of.kind}: ${passed} of 10 seeds with p > 0.05`);
    expect(passed).toBeGreaterThanOrEqual(8);
  });

  test("2.1: forty metres of corridor are walked at 1.0 m/s within 0.05", () => {
    const { lastS } = evacuate(corridor(40.3, 2), [person("a", 0.3, 1, { paceMps: 1 })]);
    tell(`NIST 2.1: ${(40 / lastS).toFixed(3)} m/s`);
    expect(Math.abs(40 / lastS - 1)).toBeLessThanOrEqual(0.05);
  });

  test("2.2: a hundred metres of stair are walked at 1.0 m/s within 0.05, up and down", () => {
    const up = stairPlan({ upPace: 1 }, "upper", 100);
    const down = stairPlan({ downPace: 1 }, "lower", 100);
    const upS = stairTimeS(up, person("a", -2, 1, { floor: "lower", paceMps: 1 }));
    const downS = stairTimeS(down, person("a", 102, 1, { floor: "upper", paceMps: 1 }));
    tell(`NIST 2.2: ${(100 / upS).toFixed(3)} up, ${(100 / downS).toFixed(3)} m/s down`);
    expect(Math.abs(100 / upS - 1)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(100 / downS - 1)).toBeLessThanOrEqual(0.05);
  });

  // Test 2.3, twenty people round a corner, is IMO 6.

  test("2.4: paces drawn from a normal distribution of 1.2 and 0.2 m/s follow it", () => {
    const random = openRandom(24);
    const sample = Array.from({ length: 2000 }, () => 1.2 + 0.2 * drawNormal(random));
    const p = kolmogorovP(sample, (v) => 0.5 * (1 + erf((v - 1.2) / (0.2 * Math.SQRT2))));
    tell(`NIST 2.4: p ${p.toFixed(3)}`);
    expect(p).toBeGreaterThan(0.05);
  });

  test("2.5: in smoke of 1/m a walker of 1.25 m/s keeps 0.625 m/s, in clear air all of it", () => {
    const walkedMps = (extinctionPerM: number): number => {
      const { lastS } = evacuate(corridor(100.3, 2), [person("a", 0.3, 1, { paceMps: 1.25 })], {
        around: { extinctionPerM: () => extinctionPerM },
      });
      return 100 / lastS;
    };
    tell(`NIST 2.5: ${walkedMps(1).toFixed(3)} m/s at 1/m, ${walkedMps(0).toFixed(3)} in clear air`);
    expect(walkedMps(1)).toBeCloseTo(0.625, 1);
    expect(walkedMps(0)).toBeCloseTo(1.25, 1);
  });

  test("2.6: somebody whose dose has reached one falls and is passed by the others", () => {
    // Hydrogen-free fire gas of the test: CO 5000 ppm, CO2 2 %, O2 18 %, by the equations of Purser.
    const fractionPerMin =
      ((3.317e-5 * (5000 ** 1.036 * 25)) / 30) * (Math.exp(0.1903 * 2 + 2.0004) / 7.1) +
      1 / Math.exp(8.13 - 0.54 * 2.9);
    const downS = 60 / fractionPerMin;
    let fallen = Number.NaN;
    const people = [person("a", 30, 1, { paceMps: 0.3 }), person("b", 5, 1)];
    const run = evacuate(corridor(200, 2), people, {
      untilS: 400,
      each: (crowd) => {
        if (!(fallen > 0) && crowd.tick / 10 >= downS) {
          fall(crowd, "a");
          fallen = crowd.x[0] ?? 0;
        }
      },
    });
    tell(`NIST 2.6: falls after ${downS.toFixed(0)} s`);
    expect(run.crowd.mode).toEqual(["down", "out"]);
    expect(run.crowd.x[0]).toBe(fallen);
  });

  test("2.8: a counterflow of 10, 50 and 100 holds a hundred people up more and more", () => {
    const timesS = [0, 10, 50, 100].map((against) => counterflowS(against));
    tell(`NIST 2.8: ${timesS.join(", ")} s`);
    for (let at = 1; at < 4; at += 1) expect(timesS[at]).toBeGreaterThan(timesS[at - 1] ?? 0);
  });

  test("2.9: five people of one group arrive together though their paces differ", () => {
    const paces = [0.7, 1, 1.2, 1.4, 1.6];
    const spreadS = (group: boolean): number => {
      const people = paces.map((paceMps, i) =>
        person(`p${i}`, 1, 1 + i, { paceMps, ...(group ? { group: "g" } : {}) }),
      );
      const { crowd } = evacuate(corridor(40, 6), people);
      return (Math.max(...crowd.leftTick) - Math.min(...crowd.leftTick)) / 10;
    };
    tell(`NIST 2.9: ${spreadS(true)} s apart as a group, ${spreadS(false)} s alone`);
    expect(spreadS(false)).toBeGreaterThan(25);
    expect(spreadS(true)).toBeLessThan(8);
  });

  test("2.10: a slow, wide person holds up those who queue for a door of 0.9 m", () => {
    const lastS = [1.25, 0.8].map((paceMps, wide) => {
      const people = peopleOf(
        {
          id: "p",
          count: 24,
          floor: "floor",
          x: [0.5, 5],
          y: [0.5, 4.5],
          paceMps: [1.25, 1.25],
          premovement: { kind: "fixed", afterS: 0 },
        },
        1,
      ).map((one) => ({ ...one, radiusM: 0.2 }));
      const last = person("wheelchair", 7, 2.5, { paceMps, radiusM: wide === 1 ? 0.4 : 0.2 });
      return evacuate(
        floorPlan(rectangle(0, 30, 0, 5), [exitAt("end", [30, 2], [30, 3])], {
          walls: [
            { floor: "floor", from: [8, 0], to: [8, 2.05] },
            { floor: "floor", from: [8, 2.95], to: [8, 5] },
            { floor: "floor", from: [8, 2.05], to: [29, 2.05] },
            { floor: "floor", from: [8, 2.95], to: [29, 2.95] },
          ],
        }),
        [...people, last],
      ).lastS;
    });
    tell(`NIST 2.10: ${lastS[0]} s without, ${lastS[1]} s with the wheelchair`);
    expect(lastS[1]).toBeGreaterThan((lastS[0] ?? 0) + 2);
    expect(lastS[1]).toBeLessThan(120);
  });

  test("3.1: people in cabins keep to the exits allocated to them", () => {
    const run = evacuateCabins();
    expect([leftBy(run, "main"), leftBy(run, "second")]).toEqual([15, 8]);
  });

  test("3.2: somebody who knows no exit follows the others", () => {
    const plan = floorPlan(rectangle(0, 60, 0, 10), [exitAt("west", [0, 4], [0, 6]), exitAt("east", [60, 4], [60, 6])]);
    const others = Array.from({ length: 10 }, (_, i) => person(`p${i}`, 26 + i, 3 + (i % 4), { knows: ["east"] }));
    const run = evacuate(plan, [...others, person("stranger", 29, 5, { knows: [] })]);
    expect(leftBy(run, "east")).toBe(11);
    const alone = evacuate(plan, [person("stranger", 29, 5, { knows: [] })], { untilS: 60 });
    expect(leftBy(alone, "east") + leftBy(alone, "west")).toBe(0);
  });

  test("3.3: the exit one knows is preferred to a nearer one one does not know", () => {
    const plan = floorPlan(rectangle(0, 60, 0, 10), [exitAt("west", [0, 4], [0, 6]), exitAt("east", [60, 4], [60, 6])]);
    const at = (knows?: string[]): number =>
      leftBy(evacuate(plan, [person("a", 22, 5, knows ? { knows } : {})]), "east");
    expect([at(), at(["east"])]).toEqual([0, 1]);
  });

  test("4.1: when the nearer exit is taken away after a second everybody leaves by the other", () => {
    const plan = floorPlan(rectangle(0, 20, 0, 10), [exitAt("west", [0, 4], [0, 6]), exitAt("east", [20, 4], [20, 6])]);
    const run = evacuate(plan, crowdIn("p", 20, [2, 8], [1, 9]), {
      each: (crowd, world) => {
        if (crowd.tick === 10) setShut(world, crowd, "west", true);
      },
    });
    expect([leftBy(run, "west"), leftBy(run, "east")]).toEqual([0, 20]);
  });

  test("5.1: a crowd of 4 people per square metre stands closer before a stair than upon it", () => {
    const plan = stairPlan({}, "upper");
    let [before, on] = [0, 0];
    evacuate(plan, crowdIn("p", 28, [-3.8, -0.2], [0.2, 1.8], { floor: "lower" }), {
      each: (crowd) => {
        if (crowd.tick < 20 || crowd.tick > 80) return;
        crowd.ids.forEach((_, i) => {
          if (crowd.layer[i] === 0 && (crowd.x[i] ?? 0) > -1.5) before += 1 / 3 / 61;
          if (crowd.layer[i] === 2 && (crowd.x[i] ?? 0) > 2 && (crowd.x[i] ?? 0) < 4) on += 1 / 4 / 61;
        });
      },
    });
    tell(`NIST 5.1: ${before.toFixed(2)} /m2 before the stair, ${on.toFixed(2)} upon it`);
    expect(before).toBeGreaterThan(on);
    expect(on).toBeGreaterThan(0);
  });

  test("5.2: an exit held to the prescribed specific flow lets at most 1.33 people pass a second and metre", () => {
    const people = crowdIn("p", 100, [0.4, 7.6], [0.4, 4.6]);
    const plan = floorPlan(rectangle(0, 8, 0, 5), [exitAt("end", [8, 1.75], [8, 3.25], 2)]);
    const flow = flowPerS(evacuate(plan, people).crowd.leftTick.map((tick) => tick / 10));
    tell(`NIST 5.2: ${(flow / 1.5).toFixed(2)} /s/m at 1.5 m`);
    expect(flow / 1.5).toBeLessThanOrEqual(1.35);
  });
});
