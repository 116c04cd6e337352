// What an ended run says about each person who played in it: one attempt, and a mark for every task that was theirs.
import type { Compiled } from "../../core/compile.ts";
import type { Score } from "../../protocol/api.ts";
import type { Text } from "../../protocol/words.ts";
import type { Database, Tables } from "../../store/tables.ts";

export type Marked = {
  readonly runId: string;
  readonly attempts: readonly Tables["attempts"][];
  readonly marks: readonly Tables["task_marks"][];
  readonly capabilities: readonly { readonly id: string; readonly title: Text }[];
};

type Joined = { readonly kind: string; readonly by: string; readonly [detail: string]: unknown };
type MarkedRun = { readonly runId: string; readonly unit: string; readonly atMs: number };

const ROWS_PER_INSERT = 500;

/** Tasks of posts that nobody held in earnest are no one's; a task without a post belongs to all. */
export function marksOf(compiled: Compiled, run: MarkedRun, facts: readonly Joined[], score: Score): Marked {
  const { scenario, slots, tasks } = compiled;
  const names = new Map<string, string>();
  for (const fact of facts) if (fact.kind === "joined") names.set(fact.by, String(fact["name"] ?? "").trim());
  const people = slots.flatMap(({ slot, position }) => {
    const person = names.get(slot) ?? "";
    return person === "" ? [] : [{ slot, position, person }];
  });
  const owners = new Map(tasks.map(({ task }) => [task.id, task.by]));
  const common = { run_id: run.runId, unit: run.unit, scenario_id: scenario.id, at_ms: run.atMs };
  return {
    runId: run.runId,
    attempts: people.map(({ slot, position, person }) => ({
      ...common,
      slot,
      position,
      person,
      percent: score.percent,
      passed: Number(score.passed),
    })),
    marks: people.flatMap(({ slot, position, person }) =>
      score.tasks
        .filter(({ task }) => {
          const by = owners.get(task) ?? [];
          return by.length === 0 || by.includes(position);
        })
        .map(({ task, capability, rating }) => ({
          ...common,
          slot,
          person,
          task,
          capability,
          rating,
          met: Number(rating === "P" || rating === "S"),
        })),
    ),
    capabilities: scenario.objectives.flatMap(({ capabilities }) =>
      capabilities.map(({ id, title }) => ({ id, title })),
    ),
  };
}

/** Keeps the marks of one scoring in the place of those of an earlier one. */
export async function keepMarks(
  db: Database,
  { runId, attempts, marks, capabilities }: Marked,
  revision: number,
  atMs: number,
): Promise<void> {
  await db.deleteFrom("attempts").where("run_id", "=", runId).execute();
  await db.deleteFrom("task_marks").where("run_id", "=", runId).execute();
  await db.deleteFrom("marked_runs").where("run_id", "=", runId).execute();
  if (attempts.length > 0)
    await db
      .insertInto("attempts")
      .values([...attempts])
      .execute();
  for (let from = 0; from < marks.length; from += ROWS_PER_INSERT)
    await db
      .insertInto("task_marks")
      .values(marks.slice(from, from + ROWS_PER_INSERT))
      .execute();
  for (const { id, title } of capabilities) {
    const named = { title_zh: title.zh, title_en: title.en, named_at_ms: atMs };
    await db
      .insertInto("capabilities")
      .values({ capability: id, ...named })
      .onConflict((at) => at.column("capability").doUpdateSet(named))
      .execute();
  }
  await db.insertInto("marked_runs").values({ run_id: runId, revision, marked_at_ms: atMs }).execute();
}
