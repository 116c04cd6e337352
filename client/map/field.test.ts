// The field on the map is the gas of the run: what the server packed, drawn where the core says it is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ppmAt, roomPpm } from "../../sim-server/core/hazard/gas.ts";
import { SUBSTANCE_IDS } from "../../sim-server/core/hazard/substance.ts";
import { playCase } from "../../sim-server/core/play-case.ts";
import { fieldFrame, packed } from "../../sim-server/core/views/field.ts";
import { gasBriefing } from "../../sim-server/core/views/gas.ts";
import { chlorine, chlorineScenario, readCase } from "../../tests/chlorine.fixture.ts";
import { bandOf, fieldOf, unpacked } from "./field.ts";

const { session } = playCase(chlorine(), readCase("abandoned"), 3600);
const { run } = session;
const frame = fieldFrame(run);
const gas = gasBriefing(chlorineScenario());
const levels = gas?.levels ?? [];

test("what is packed comes out again, however the zeros lie", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 250 })), { maxLength: 1500 }), (bytes) => {
      const values = unpacked({ x: bytes.map((_, at) => at), y: [0], rooms: [], log: packed(bytes) });
      expect([...values].map((log) => (log < -1 ? 0 : Math.round((log + 1) * 50) + 1))).toEqual(bytes);
    }),
  );
});

describe("the field of the drill six minutes in, with nobody at work", () => {
  test("has lines close together over the site and villages inside its edges", () => {
    const { bounds, places } = run.compiled.scenario.stage;
    const village = places["village"]?.at ?? { x: 0, y: 0 };
    expect(frame.x[0]).toBeLessThan(bounds.x[0]);
    expect(frame.x.at(-1)).toBeGreaterThan(village.x + 50);
    expect(frame.y[0]).toBeLessThan(village.y - 50);
    for (const lines of [frame.x, frame.y]) {
      const gaps = lines.slice(1).map((line, index) => line - (lines[index] ?? 0));
      expect(Math.min(...gaps)).toBe(2);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(20);
      // No gap is much wider than its neighbour, so no contour jumps from a close net to a wide one.
      for (const [index, gap] of gaps.slice(1).entries()) {
        const before = gaps[index] ?? gap;
        expect(Math.max(gap, before) / Math.min(gap, before)).toBeLessThanOrEqual(1.5);
      }
    }
  });

  test("says at every crossing outdoors what the core says there, to the tenth of a decade a map can show", () => {
    const values = unpacked(frame);
    let compared = 0;
    for (const [row, north] of frame.y.entries()) {
      for (const [column, east] of frame.x.entries()) {
        if (run.compiled.scenario.stage.rooms[run.compiled.map.roomAt(east, north)]?.indoor) continue;
        const truth = ppmAt(run, east, north);
        const shown = values[row * frame.x.length + column] ?? 0;
        if (truth < 0.09) expect(shown).toBeLessThanOrEqual(-1);
        else if (truth >= 0.11 && truth < 9000) {
          expect(Math.abs(shown - Math.log10(truth))).toBeLessThanOrEqual(0.1);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  test("shades each room by its own air", () => {
    const { roomBands } = fieldOf(frame, levels);
    for (const room of frame.rooms) expect(roomBands[room]).toBe(bandOf(levels, roomPpm(run, room)));
    expect(roomBands["chlorine-room"]).toBe(3);
  });

  test("travels in a few kilobytes", () => {
    expect(JSON.stringify(frame).length).toBeLessThan(8000);
  });
});

test("the levels are those published for one hour: chlorine 0.5, 2.0 and 20 ppm, ammonia 30, 160 and 1,100", () => {
  expect(levels.map(({ ppm }) => ppm)).toEqual([0.5, 2, 20]);
  const leak = Object.values(chlorineScenario().hazards)[0];
  if (!leak) throw new Error("the drill has a leak");
  const ammonia = gasBriefing({ hazards: { leak: { ...leak, substance: "ammonia" } } });
  expect(ammonia?.levels.map(({ ppm }) => ppm)).toEqual([30, 160, 1100]);
  expect(ammonia?.title).toEqual({ zh: "氨气", en: "Ammonia" });
  expect(
    SUBSTANCE_IDS.filter((substance) => gasBriefing({ hazards: { leak: { ...leak, substance } } }) === null),
  ).toEqual([]);
  expect(gasBriefing({ hazards: {} })).toBeNull();
});

test("a band begins exactly at its level", () => {
  expect([0.49, 0.5, 1.99, 2, 19.9, 20, 5000].map((ppm) => bandOf(levels, ppm))).toEqual([0, 1, 1, 2, 2, 3, 3]);
});
