// Proves that a shoulder camera stays in the room of whom it follows and never stands in a building they are not in.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { StageView } from "../../sim-server/protocol/frames.ts";
import { behind } from "./person-camera.tsx";

const title = { zh: "", en: "" };
const STAGE: StageView = {
  title,
  model: "none",
  bounds: { x: [-20, 30], y: [-20, 20] },
  rooms: {
    store: { title, x: [0, 10], y: [0, 8], heightM: 4, indoor: true },
    low: { title, x: [10, 15], y: [0, 8], heightM: 2.3, indoor: true },
    yard: { title, x: [-20, 30], y: [-20, 20], heightM: 10, indoor: false },
  },
  doors: {},
  places: {},
  props: {},
};
const roomOf = (x: number, y: number): string => {
  const inside = Object.entries(STAGE.rooms).find(
    ([, room]) => room.indoor && x >= room.x[0] && x <= room.x[1] && y >= room.y[0] && y <= room.y[1],
  );
  return inside?.[0] ?? "yard";
};

test("wherever someone stands and looks, the camera is in the same room, below its ceiling and off its walls", () => {
  const anywhere = fc.record({
    x: fc.double({ min: -19, max: 29, noNaN: true }),
    y: fc.double({ min: -19, max: 19, noNaN: true }),
    headingRad: fc.double({ min: 0, max: 6.28, noNaN: true }),
  });
  fc.assert(
    fc.property(anywhere, ({ x, y, headingRad }) => {
      const room = roomOf(x, y);
      // Within a hand's breadth of a wall a person cannot stand.
      fc.pre(roomOf(x + 0.3, y) === room && roomOf(x - 0.3, y) === room);
      fc.pre(roomOf(x, y + 0.3) === room && roomOf(x, y - 0.3) === room);
      const at = behind(STAGE, { x, y, z: 0 }, headingRad, { x: 0, y: 0, z: 0 });
      if (room !== "yard") {
        expect(roomOf(at.x, at.y)).toBe(room);
        expect(at.z).toBeLessThan(STAGE.rooms[room]?.heightM ?? 0);
      } else if (at.z < 3) expect(roomOf(at.x, at.y)).toBe("yard");
    }),
  );
});

test("in the open it keeps three metres behind and looks down on the shoulders", () => {
  const at = behind(STAGE, { x: -10, y: 5, z: 0 }, 0, { x: 0, y: 0, z: 0 });
  expect(5 - at.y).toBeCloseTo(3.1, 6);
  expect(at.z).toBeGreaterThan(1.75);
});
