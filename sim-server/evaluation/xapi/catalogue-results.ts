// What a run came to, as statements: every critical task with its rating and evidence, and each player's end.
import type { TaskResult } from "../../protocol/api.ts";
import {
  activity,
  isoDuration,
  player,
  type ReportedRun,
  type Said,
  scenario,
  scenarioId,
  team,
} from "./reported-run.ts";
import { extension, languages } from "./vocabulary.ts";

const TICKS_A_SECOND = 10;

/** A task not done leaves a record too, at its deadline or at the end. Tasks are the team's. */
export function taskResults(run: ReportedRun): readonly Said[] {
  const tasks = run.briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap(({ tasks }) => tasks));
  return run.score.tasks.map((result): Said => {
    const task = tasks.find(({ id }) => id === result.task);
    const judged = run.facts.find(
      ({ kind, of }) => of === result.task && ["task-met", "task-overdue", "standing-broken"].includes(kind),
    );
    const met = result.rating !== "U";
    const seconds = judged?.kind === "task-met" ? Number(judged.detail["seconds"]) : undefined;
    return {
      rule: met ? "task-met" : "task-missed",
      key: result.task,
      seq: judged?.seq ?? 0,
      tick: judged?.tick ?? endTick(run),
      actor: team(run),
      object: activity(
        `${scenarioId(run)}/tasks/${encodeURIComponent(result.task)}`,
        "step",
        task?.title ?? { zh: result.task, en: result.task },
      ),
      result: {
        completion: met,
        success: met,
        ...scoreOf(result.points, result.maxPoints),
        ...(seconds === undefined || !met ? {} : { duration: isoDuration(seconds) }),
        extensions: ratingOf(result),
      },
    };
  });
}

const ratingOf = ({ rating, reason, evidence }: TaskResult) => ({
  [extension("rating")]: rating,
  [extension("reason")]: languages(reason),
  [extension("evidence")]: evidence.map(({ seq }) => seq),
});

/** Points below none are none: xAPI's raw lies within min and max. */
function scoreOf(points: number, most: number) {
  const raw = Math.max(0, Math.min(points, most));
  return most > 0 ? { score: { scaled: Math.round((raw / most) * 10_000) / 10_000, raw, min: 0, max: most } } : {};
}

const endTick = (run: ReportedRun): number =>
  run.facts.findLast(({ kind }) => kind === "run-ended")?.tick ?? run.facts.at(-1)?.tick ?? 0;

/** Completed, passed or failed, terminated: in this order and each once, as cmi5 asks of a session. */
export function endOfRun(run: ReportedRun): readonly Said[] {
  const ended = run.facts.findLast(({ kind }) => kind === "run-ended");
  const joined = [...new Set(run.facts.filter(({ kind }) => kind === "joined").map(({ by }) => by))];
  const tick = endTick(run);
  const duration = isoDuration(tick / TICKS_A_SECOND);
  const { percent, passed, outcome } = run.score;
  const completion = outcome === "completed";
  return joined.flatMap((slot) => {
    const common = { seq: ended?.seq ?? 0, tick, key: slot, actor: player(run, slot), object: scenario(run) };
    const result = { ...scoreOf(percent, 100), success: passed, duration };
    return [
      ...(completion ? [{ ...common, rule: "run-completed", result: { completion, duration } } as const] : []),
      { ...common, rule: passed ? "run-passed" : "run-failed", result } as const,
      { ...common, rule: "session-ended", result: { ...result, completion } } as const,
    ];
  });
}
