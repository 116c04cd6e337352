// A line of the log leads to where its thing stands in the author's stage, and nowhere when it has no place.
import { expect, test } from "vitest";
import { playCase } from "../../sim-server/core/play-case.ts";
import { consoleBriefing } from "../../sim-server/core/views/briefings.ts";
import { logEntries } from "../../sim-server/core/views/log.ts";
import { chlorine, chlorineScenario, readCase } from "../../tests/chlorine.fixture.ts";
import { placeOf } from "./place.ts";

const { stage, hazards, populations } = chlorineScenario();
const briefing = consoleBriefing(chlorine(), { runId: "r", seed: 1, parameters: {}, sha256: "ab", names: {} });
const log = logEntries(playCase(chlorine(), readCase("textbook")).session.run.index.all);
const people = { "operator-1": { x: 1, y: 2 } };
const first = (kind: string, of?: string) => {
  const entry = log.find((one) => one.kind === kind && (of === undefined || one.of === of));
  if (!entry) throw new Error(`the textbook case has no ${kind}`);
  return entry;
};

test("a thing's line leads to the thing, a leak's to what leaks, a village's to the village", () => {
  const operated = first("operated");
  expect(placeOf(operated, briefing, people)).toEqual(stage.props[operated.of]?.at);
  const leak = first("leak-started");
  expect(placeOf(leak, briefing, people)).toEqual(stage.props[hazards[leak.of]?.from ?? ""]?.at);
  const leaving = first("evacuation-ordered");
  const village = stage.places[populations[leaving.of]?.at ?? ""]?.at;
  expect(placeOf(leaving, briefing, people)).toMatchObject({ x: village?.x, y: village?.y });
});

test("an entered room is shown by its middle", () => {
  const { x, y } = stage.rooms["chlorine-room"] ?? { x: [0, 0] as const, y: [0, 0] as const };
  expect(placeOf(first("entered", "chlorine-room"), briefing, people)).toEqual({
    x: (x[0] + x[1]) / 2,
    y: (y[0] + y[1]) / 2,
  });
});

test("what a person said leads to where that person stands now; the clock stands nowhere", () => {
  expect(placeOf({ ...first("said"), by: "operator-1" }, briefing, people)).toEqual({ x: 1, y: 2 });
  expect(placeOf(first("run-started"), briefing, people)).toBeNull();
  expect(placeOf(first("phase-began"), briefing, people)).toBeNull();
});
