// Every case beside a scenario plays headless and leads to what its author says; its replay meets it.
import { describe, expect, test } from "vitest";
import { hashOf } from "../sim-server/core/hash.ts";
import { differences, playCase } from "../sim-server/core/play-case.ts";
import { replay } from "../sim-server/core/replay.ts";
import { caseNames, chlorine, readCase } from "./chlorine.fixture.ts";

describe("the chlorine drill", () => {
  test("has at least the four cases the issue asks for", () => {
    expect(caseNames()).toEqual(expect.arrayContaining(["textbook", "late-report", "unprotected-entry", "abandoned"]));
  });

  test.each(caseNames())("case %s leads to what its author expects, and replays to the same state", (name) => {
    const script = readCase(name);
    const played = playCase(chlorine(), script);
    expect(differences(played, script.expect)).toEqual([]);
    const again = replay(chlorine(), played.opening, played.inputs, played.session.run.state.tick);
    expect(hashOf(again)).toBe(hashOf(played.session));
  });
});
