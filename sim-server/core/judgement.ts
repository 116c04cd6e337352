// Judgement while the run goes on: tasks met, kept or overdue, duties on their clocks, expected actions, violations.
import { emitFact, type Run, TICKS } from "./run.ts";

/** Starts the clocks of tasks and says which are met, late, overdue or, for standing rules, broken. */
export function judgeTasks(run: Run): void {
  const { tick } = run.state;
  for (const plan of run.compiled.tasks) {
    const { task } = plan;
    const state = run.state.tasks[task.id];
    if (!state) continue;
    if (state.started < 0 && (plan.starts === null || plan.starts() === true)) state.started = tick;
    if (state.started < 0) continue;
    if (task.standing) {
      if (state.status === "open" && plan.met() !== true) {
        state.status = "broken";
        state.tick = tick;
        emitFact(run, "world", "standing-broken", task.id, {});
      }
      continue;
    }
    if (state.status === "met" || state.status === "late") continue;
    const due = task.within === undefined ? Number.POSITIVE_INFINITY : state.started + task.within * TICKS;
    if (plan.met() === true) {
      const late = tick > due;
      state.status = late ? "late" : "met";
      state.tick = tick;
      emitFact(run, "world", "task-met", task.id, { late, seconds: (tick - state.started) / TICKS });
    } else if (state.status === "open" && tick > due) {
      state.status = "overdue";
      state.tick = tick;
      emitFact(run, "world", "task-overdue", task.id, {});
    }
  }
}

/** At the end, standing rules that applied and were kept count as met. */
export function settleStanding(run: Run): void {
  for (const { task } of run.compiled.tasks) {
    const state = run.state.tasks[task.id];
    if (!task.standing || !state || state.status !== "open" || state.started < 0) continue;
    state.status = "kept";
    state.tick = run.state.tick;
    emitFact(run, "world", "task-met", task.id, { late: false, seconds: (run.state.tick - state.started) / TICKS });
  }
}

/** Starts legal clocks and says which duties are met or have run out. */
export function judgeDuties(run: Run): void {
  const { tick } = run.state;
  for (const [id, duty] of Object.entries(run.compiled.scenario.duties)) {
    const state = run.state.duties[id];
    const plan = run.compiled.duties.get(id);
    if (!state || !plan) continue;
    if (state.status === "idle" && plan.starts() === true) {
      state.status = "running";
      state.started = tick;
      emitFact(run, "world", "duty-started", id, {});
    }
    if (state.status !== "running") continue;
    const seconds = (tick - state.started) / TICKS;
    if (plan.met() === true) {
      state.status = "met";
      emitFact(run, "world", "duty-met", id, { seconds });
    } else if (seconds > duty.deadline) {
      state.status = "expired";
      emitFact(run, "world", "duty-expired", id, {});
    }
  }
}

/** Holds what injects expect against the tasks. */
export function judgeExpected(run: Run): void {
  for (const expected of run.state.expected) {
    if (expected.status !== "open") continue;
    const task = run.state.tasks[expected.task]?.status;
    const late = run.state.tick > expected.due;
    if (task === "met" || task === "late" || task === "kept") {
      expected.status = "met";
      emitFact(run, expected.by, "expected-action-met", expected.task, { inject: expected.inject, late });
    } else if (late) {
      expected.status = "missed";
      emitFact(run, expected.by, "expected-action-missed", expected.task, { inject: expected.inject });
    }
  }
}

/** Notes a violation the first time its condition holds, on whoever acted last in this tick. */
export function judgeViolations(run: Run): void {
  for (const violation of run.compiled.scenario.violations) {
    if (run.state.violations[violation.id]) continue;
    if (run.compiled.violations.get(violation.id)?.() !== true) continue;
    run.state.violations[violation.id] = true;
    const by = run.fresh.findLast((fact) => run.state.bodies[fact.by])?.by;
    emitFact(run, by ?? "team", "violation-committed", violation.id, {
      points: violation.points,
      critical: violation.critical,
    });
  }
}
