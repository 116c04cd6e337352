// Every task, duty and violation says which article it rests on.
import { type Finding, finding } from "../format/problem.ts";
import { tasksOf } from "../format/references.ts";
import type { Rule } from "./rule.ts";

export const taskWithoutCitation: Rule = {
  id: "task-without-citation",
  sentence: { zh: "每项关键任务和违章都写明依据。", en: "Every critical task and violation cites what it rests on." },
  check: (scenario) => [
    ...tasksOf(scenario).flatMap(([path, task]): Finding[] =>
      task.cite.length > 0
        ? []
        : [
            finding(
              path,
              `the task ${task.id} cites nothing; add cite: [law#article]`,
              `任务 ${task.id} 没有依据；请加 cite: [法规#条款]。`,
            ),
          ],
    ),
    ...scenario.violations.flatMap(({ id, cite }, index): Finding[] =>
      cite.length > 0
        ? []
        : [
            finding(
              ["violations", index],
              `the violation ${id} cites nothing; add cite: [law#article]`,
              `违章 ${id} 没有依据；请加 cite: [法规#条款]。`,
              "warning",
            ),
          ],
    ),
  ],
};
