// A run header for tests that need one.
import type { RunHeader } from "./entry.ts";

export function headerFor(runId: string): RunHeader {
  return {
    format: 1,
    runId,
    scenario: { id: "chlorine-leak", version: "1.0.0", sha256: "f".repeat(64) },
    scenarioFiles: { "scenario.yaml": "id: chlorine-leak\n" },
    engine: "0.1.0",
    node: "24.21.0",
    seed: 7,
    parameters: { windSpeedMps: 2.5, night: false, name: "甲" },
    roster: [{ slot: "a", position: "commander", name: "李明" }],
    lawDate: "2026-11-23",
    createdAtMs: 1_800_000_000_000,
    createdBy: "acc1",
    unit: "unit-1",
  };
}
