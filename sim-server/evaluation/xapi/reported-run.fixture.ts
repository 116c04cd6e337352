// A played case of the chlorine drill as a run to report, for the tests of statements and their delivery.
import { chlorine, readCase } from "../../../tests/chlorine.fixture.ts";
import { playCase } from "../../core/play-case.ts";
import { consoleBriefing } from "../../core/views/briefings.ts";
import { logEntries } from "../../core/views/log.ts";
import type { ReportedRun } from "./reported-run.ts";

export function reportedCase(name: string, runId = `run-${name}`): ReportedRun {
  const played = playCase(chlorine(), readCase(name));
  return {
    runId,
    home: "http://127.0.0.1:2567/people",
    unit: "水务局",
    startedAtMs: Date.UTC(2026, 10, 23, 1, 0, 0),
    briefing: consoleBriefing(chlorine(), { runId, seed: 1, parameters: {}, sha256: "ab", names: {} }),
    facts: logEntries(played.session.run.index.all),
    score: played.score,
  };
}
