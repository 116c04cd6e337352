// Everybody who takes part is assessed, and everything assessed counts.
import { type Finding, finding } from "../format/problem.ts";
import { tasksOf } from "../format/references.ts";
import type { Rule } from "./rule.ts";

export const coverage: Rule = {
  id: "coverage",
  sentence: { zh: "每个岗位都有任务，每个目标都计分。", en: "Every position has a task, and every objective counts." },
  check: (scenario) => {
    const tasks = tasksOf(scenario);
    const free = tasks.some(([, task]) => task.by.length === 0);
    const idle = Object.entries(scenario.positions).flatMap(([name, { playedBy }]): Finding[] =>
      free || playedBy === "system" || tasks.some(([, task]) => task.by.includes(name))
        ? []
        : [
            finding(
              ["positions", name],
              `no task is ${name}'s; name it in a task's by, or take the position out`,
              `岗位 ${name} 没有任何任务；请在任务的 by 中写上它，或删去该岗位。`,
              "warning",
            ),
          ],
    );
    const weightless = scenario.objectives.flatMap(({ id, capabilities }, index): Finding[] =>
      capabilities.some((capability) => capability.tasks.some((task) => task.weight > 0))
        ? []
        : [
            finding(
              ["objectives", index],
              `nothing under the objective ${id} has a weight; it cannot count`,
              `目标 ${id} 之下没有任何权重，无法计分。`,
            ),
          ],
    );
    const over = scenario.violations.flatMap(({ id, points, critical }, index): Finding[] =>
      points === 0 && !critical
        ? [
            finding(
              ["violations", index, "points"],
              `the violation ${id} costs nothing; give it points below 0 or make it critical`,
              `违章 ${id} 不扣分；请给负分或设为 critical。`,
              "warning",
            ),
          ]
        : [],
    );
    return [...idle, ...weightless, ...over];
  },
};
