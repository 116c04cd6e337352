import { describe, expect, test } from "vitest";
import { chlorine, readCase } from "../../../tests/chlorine.fixture.ts";
import { playCase } from "../play-case.ts";
import { replay, sampleReplay } from "../replay.ts";
import { consoleView } from "./console.ts";

const compiled = chlorine();
const UNTIL = 2400;
const { opening, inputs } = playCase(compiled, readCase("unprotected-entry"), UNTIL);
const frames = sampleReplay(compiled, opening, inputs, UNTIL);

describe("an evaluator's replay", () => {
  test("puts together at every second what the controller's console showed at that second", () => {
    const at = new Map(frames.map((frame) => [frame.tick, frame]));
    const bodies: Record<string, object> = {};
    let board = {};
    let compared = 0;
    replay(compiled, opening, inputs, UNTIL, ({ run }) => {
      const frame = at.get(run.state.tick);
      at.delete(run.state.tick);
      if (!frame) return true;
      Object.assign(bodies, frame.bodies);
      board = { ...board, ...frame.board };
      if (run.state.tick === 0) return true;
      const view = consoleView(run);
      expect(view).toMatchObject(board);
      for (const person of view.people) expect(person).toMatchObject(bodies[person.slot] ?? { missing: true });
      compared += 1;
      return true;
    });
    expect(compared).toBe(UNTIL / 10);
    expect(Object.keys(board).sort()).toEqual([
      "accidentLevel",
      "casualties",
      "duties",
      "expected",
      "fire",
      "hazards",
      "heads",
      "msel",
      "percentSoFar",
      "populations",
      "stagePhase",
      "tasks",
      "violations",
    ]);
  });

  test("says only what changed: a second in which nothing happens is next to nothing", () => {
    const sizes = frames.map((frame) => JSON.stringify(frame).length);
    expect(Math.min(...sizes)).toBeLessThan(80);
    expect(sizes.reduce((sum, size) => sum + size, 0) / frames.length).toBeLessThan(2000);
  });
});
