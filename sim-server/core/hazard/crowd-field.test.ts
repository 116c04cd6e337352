import { describe, expect, test } from "vitest";
import { fieldTo, isCrossed, readField } from "./crowd-field.ts";
import { layGround } from "./crowd-ground.ts";
import { OFFICE as plan } from "./crowd-office.fixture.ts";
import type { CrowdPlan } from "./crowd-plan.ts";
import { normalQuantile } from "./crowd-premovement.ts";
import { openWalkMesh } from "./walk-mesh.ts";

describe("ways and distances", () => {
  test("the way out in an empty hall is as long as the straight line to the exit, within 3 per cent", () => {
    const hall: CrowdPlan = { ...plan, walls: [], doors: [], stairs: [] };
    const ground = layGround(hall);
    const exit = hall.exits[0];
    if (!exit) throw new Error("the hall has an exit");
    const field = fieldTo(ground, exit);
    const into = new Float64Array(2);
    for (const [x, y] of [
      [18, 1],
      [10, 11],
      [5, 6],
      [2, 11],
    ] as const) {
      const nearestY = Math.min(6.4, Math.max(5.6, y));
      const straightM = Math.sqrt(x * x + (y - nearestY) ** 2);
      expect(Math.abs(readField(ground, field, 0, x, y, into) / straightM - 1)).toBeLessThan(0.03);
    }
  });

  test("a way over the mesh leads up the stair and never through a wall", () => {
    const ground = layGround(plan);
    const mesh = openWalkMesh(ground);
    const way = mesh.path({ layer: 0, x: 2, y: 2 }, { layer: 1, x: 33, y: 6 });
    expect(way?.at(-1)?.[0]).toBeCloseTo(33, 1);
    expect(way?.at(-1)?.[2]).toBeCloseTo(3, 0);
    const inside = mesh.path({ layer: 0, x: 2, y: 2 }, { layer: 0, x: 2, y: 10 }) ?? [];
    let [x, y] = [2, 2];
    for (const [toX, toY] of inside) {
      expect(isCrossed(ground, 0, x, y, toX, toY)).toBe(false);
      [x, y] = [toX, toY];
    }
    expect(inside.length).toBeGreaterThan(2);
  });

  test("no way is given to a place shut off", () => {
    const mesh = openWalkMesh(layGround(plan, ["south"]));
    expect(mesh.path({ layer: 0, x: 15.9, y: 10 }, { layer: 0, x: 2, y: 10 })).not.toBeNull();
    const closed = openWalkMesh(layGround(plan, ["north"]));
    expect(closed.path({ layer: 0, x: 2, y: 2 }, { layer: 0, x: 2, y: 10 })).toBeNull();
  });
});

test("normal quantiles are the published ones", () => {
  // Standard tables: 97.5 %, 99 %, 99.9 %, and the median.
  for (const [share, value] of [
    [0.975, 1.959963985],
    [0.99, 2.326347874],
    [0.999, 3.090232306],
    [0.5, 0],
    [0.01, -2.326347874],
  ] as const)
    expect(Math.abs(normalQuantile(share) - value)).toBeLessThan(5e-9);
});
