// How one run of a class stands: the clock, the tasks, and each person's state, in a few numbers.
import type { ClassProgress } from "../../protocol/class.ts";
import { type Run, TICKS } from "../run.ts";
import { bodyFrame, DONE, earnedPercent } from "./console.ts";

const MISSED = new Set(["overdue", "broken"]);

export function classProgress(run: Run): ClassProgress {
  const { state } = run;
  const tasks = Object.values(state.tasks);
  return {
    tick: state.tick,
    phase: state.phase,
    speed: state.speed,
    percentSoFar: earnedPercent(run),
    tasksDone: tasks.filter(({ status }) => DONE.has(status)).length,
    tasksMissed: tasks.filter(({ status }) => MISSED.has(status)).length,
    tasks: run.compiled.tasks.length,
    violations: run.index.byKind.get("violation-committed")?.length ?? 0,
    people: Object.values(state.bodies).map((body) => {
      const { airMin, condition, dosePercent } = bodyFrame(run, body);
      return {
        slot: body.slot,
        name: body.name,
        position: body.position,
        simulated: !body.player,
        connected: body.connected,
        scba: body.scba,
        airMin,
        condition,
        dosePercent,
        idleS: Math.round((state.tick - body.lastAskTick) / TICKS),
      };
    }),
  };
}
