// The end of a run: by its conditions, by the instructor, or because everybody left.
import { settleStanding } from "./judgement.ts";
import { emitFact, type Run } from "./run.ts";

/** Ends the run with an outcome. */
export function finish(run: Run, by: string, outcome: string): void {
  if (run.state.phase === "ended") return;
  settleStanding(run);
  run.state.phase = "ended";
  run.state.outcome = outcome;
  emitFact(run, by, "run-ended", run.compiled.scenario.id, { outcome });
}

/** Ends the run by the first of its ending conditions that holds. */
export function turnEnds(run: Run): void {
  run.compiled.ends.forEach((when, index) => {
    const end = run.compiled.scenario.end[index];
    if (end && run.state.phase === "running" && when() === true) finish(run, "world", end.outcome);
  });
}
