import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chlorine } from "../../tests/chlorine.fixture.ts";
import { hut } from "./hut.fixture.ts";
import { distance } from "./stage-map.ts";

const { map } = hut();
const shut = () => false;
const all = () => true;

describe("rooms", () => {
  test("own the ground inside their walls; everywhere else is outdoors or the yard around", () => {
    expect(map.roomAt(4, 3)).toBe("store");
    expect(map.roomAt(10, 3)).toBe("back");
    expect(map.roomAt(-1, 3)).toBe("outdoors");
    expect(chlorine().map.roomAt(-20, 0)).toBe("yard");
  });

  test("share a wall without sharing a point: every point is in exactly one of them", () => {
    expect(map.roomAt(8, 3)).toBe("store");
    expect(map.roomAt(8.001, 3)).toBe("back");
    expect(map.roomAt(0, 3)).toBe("outdoors");
  });
});

describe("walls", () => {
  test("stop a step through them, and doors stop one while they are shut", () => {
    expect(map.barrier(-1, 5, 1, 5, all)).toBe("wall");
    expect(map.barrier(-1, 3, 1, 3, shut)).toBe("west-door");
    expect(map.barrier(-1, 3, 1, 3, all)).toBeNull();
    expect(map.barrier(-1, 3.7, 1, 3.7, all)).toBe("wall");
  });

  test("cannot be slipped through by a step onto them and a step off them, from any side and at any angle", () => {
    const side = fc.constantFrom<[number, number, number, number]>(
      [0, 5, 1, 0],
      [8, 5, 1, 0],
      [4, 0, 0, 1],
      [4, 6, 0, 1],
    );
    const off = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(side, off, off, fc.boolean(), ([x, y, dx, dy], before, after, back) => {
        const sign = back ? -1 : 1;
        const on = map.barrier(x - sign * dx * before, y - sign * dy * before, x, y, shut);
        const beyond = map.barrier(x, y, x + sign * dx * after, y + sign * dy * after, shut);
        expect(on ?? beyond).toBe("wall");
        expect(on === null || beyond === null).toBe(true);
      }),
    );
  });

  test("bar a straight line between two rooms unless it passes an open door", () => {
    const point = fc.tuple(fc.double({ min: -5, max: 15, noNaN: true }), fc.double({ min: -5, max: 11, noNaN: true }));
    fc.assert(
      fc.property(point, point, ([ax, ay], [bx, by]) => {
        if (map.roomAt(ax, ay) !== map.roomAt(bx, by)) expect(map.barrier(ax, ay, bx, by, shut)).not.toBeNull();
      }),
    );
  });
});

describe("a way on foot", () => {
  const lengthOf = (from: [number, number], way: [number, number][]): number =>
    way.reduce((sum, [x, y], index) => {
      const [px, py] = way[index - 1] ?? from;
      return sum + distance({ x: px, y: py }, { x, y });
    }, 0);

  test("is straight where nothing stands between", () => {
    expect(map.path(-6, -3, -1, 8)).toEqual([[-1, 8]]);
  });

  test("goes through two doors into the back room, and not through its walls", () => {
    const way = map.path(-6, 5, 10, 5);
    expect(way?.at(-1)).toEqual([10, 5]);
    expect(way?.some(([x, y]) => Math.abs(x) < 1 && Math.abs(y - 3) < 0.6)).toBe(true);
    expect(way?.some(([x, y]) => Math.abs(x - 8) < 1 && Math.abs(y - 3) < 0.5)).toBe(true);
  });

  test("goes round the building to what lies behind it, hardly longer than the tightest way round its corners", () => {
    const way = map.path(-1, 3, 20, 3) ?? [];
    const tight = distance({ x: -1, y: 3 }, { x: 0, y: 0 }) + 12 + distance({ x: 12, y: 0 }, { x: 20, y: 3 });
    expect(lengthOf([-1, 3], way)).toBeGreaterThanOrEqual(tight);
    expect(lengthOf([-1, 3], way)).toBeLessThan(tight + 3);
  });

  test("never crosses a wall on any of its steps, wherever it starts and ends, in the hut and in the drill", () => {
    for (const [stageMap, spanX, spanY] of [
      [map, [-10, 20], [-8, 14]],
      [chlorine().map, [-34, 40], [-26, 32]],
    ] as const) {
      const point = fc.tuple(
        fc.double({ min: spanX[0], max: spanX[1], noNaN: true }),
        fc.double({ min: spanY[0], max: spanY[1], noNaN: true }),
      );
      fc.assert(
        fc.property(point, point, (from, to) => {
          const way = stageMap.path(from[0], from[1], to[0], to[1]);
          expect(way?.at(-1)).toEqual(to);
          let [x, y] = from;
          for (const [nextX, nextY] of way ?? []) {
            expect(stageMap.barrier(x, y, nextX, nextY, all)).toBeNull();
            [x, y] = [nextX, nextY];
          }
        }),
        { numRuns: 150 },
      );
    }
  });
});
