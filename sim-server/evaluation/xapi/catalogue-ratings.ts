// A person's rating of a critical task as a statement: the rater acts and stays visible, so that raters can be compared.
import type { HumanRating } from "../../protocol/api.ts";
import { activity, type ReportFrame, type Statement, scenarioId, statement } from "./reported-run.ts";
import { extension } from "./vocabulary.ts";

/** HSEEP's four ratings in their order; points belong to the scenario, ranks to the scale. */
const RANK = { U: 0, M: 1, S: 2, P: 3 } as const;
const BEST = RANK.P;

export function ratingStatement(run: ReportFrame, { id, task, rating, reason, by, atMs }: HumanRating): Statement {
  const tasks = run.briefing.objectives.flatMap(({ capabilities }) => capabilities.flatMap((one) => one.tasks));
  const title = tasks.find((one) => one.id === task)?.title ?? { zh: task, en: task };
  const raw = RANK[rating];
  return statement(run, {
    rule: "task-rated",
    key: String(id),
    seq: 0,
    tick: 0,
    atMs,
    actor: { objectType: "Agent", name: by, account: { homePage: run.home, name: `rater:${by}` } },
    object: activity(`${scenarioId(run)}/tasks/${encodeURIComponent(task)}`, "step", title),
    result: {
      score: { scaled: Math.round((raw / BEST) * 10_000) / 10_000, raw, min: 0, max: BEST },
      ...(reason === "" ? {} : { response: reason }),
      extensions: { [extension("rating")]: rating },
    },
  });
}
