// RiMEA 14: which of two ways people take, over stairs or on the level.
import { describe, expect, test } from "vitest";
import { STAIR_PACE } from "../../../sim-server/core/hazard/crowd-plan.ts";
import { evacuate, exitAt, floorPlan, person, rectangle } from "./crowd.fixture.ts";

describe("RiMEA", () => {
  test("14: offered a short way over stairs and a long level way, people take the one that is quicker", () => {
    // Up and down again over stairs saves distance; the level way round grows until the stairs win.
    const way = (roundM: number): string => {
      // The level way is one floor of three parts.
      const level = floorPlan(
        [
          [0, 0],
          [4, 0],
          [4, roundM + 2],
          [14, roundM + 2],
          [14, 0],
          [18, 0],
          [18, roundM + 4],
          [0, roundM + 4],
        ],
        [exitAt("end", [18, 0], [18, 2])],
        {
          stairs: [
            { id: "up", lower: "floor", upper: "top", x: [4, 8], y: [0, 2], rises: "east" },
            { id: "down", lower: "floor", upper: "top", x: [10, 14], y: [0, 2], rises: "west" },
          ],
        },
      );
      const both = { ...level, floors: [...level.floors, { id: "top", zM: 2, outline: rectangle(8, 10, 0, 2) }] };
      let overTop = false;
      const run = evacuate(both, [person("a", 1, 1)], {
        each: (crowd) => {
          overTop ||= crowd.layer[0] === 1;
        },
      });
      expect(run.lastS).toBeLessThan(120);
      return overTop ? "stairs" : "level";
    };
    // Four metres of stair cost as much as about eight level ones each, so the level way wins while it adds less.
    expect(way(2)).toBe("level");
    expect(way(20)).toBe("stairs");
    expect(STAIR_PACE.up).toBeLessThan(STAIR_PACE.down);
  });
});
