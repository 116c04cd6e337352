// Whoever is expected to do something can do it: the message, report or decision it takes is theirs.
import { type Finding, finding, type Path } from "../format/problem.ts";
import { tasksOf } from "../format/references.ts";
import { canBeTrue } from "./abstract-value.ts";
import { foresee } from "./foresee.ts";
import { narrowTo, outlookOf } from "./outlook.ts";
import type { Rule } from "./rule.ts";

export const impossibleExpectation: Rule = {
  id: "impossible-expectation",
  sentence: {
    zh: "被期望行动的岗位确实能够完成该行动。",
    en: "Whoever is expected to act is able to.",
  },
  check: (scenario, { possible }) => {
    const tasks = new Map(tasksOf(scenario).map(([, task]) => [task.id, task]));
    const able = (actor: string, id: string): boolean => {
      const task = tasks.get(id);
      if (!task || !possible.can.task.has(id)) return true;
      return canBeTrue(foresee(task.met, outlookOf(possible, narrowTo(scenario, actor))));
    };
    const found: Finding[] = [];
    for (const [path, task] of tasksOf(scenario))
      if (task.by.length > 0 && !task.by.some((actor) => able(actor, task.id)))
        found.push(unable([...path, "by"], task.by.join(", "), task.id));
    for (const [index, inject] of scenario.msel.entries())
      for (const [at, { by, task: id }] of inject.expects.entries()) {
        const path = ["msel", index, "expects", at, "by"];
        const whose = tasks.get(id)?.by ?? [];
        if (whose.length > 0 && !whose.includes(by))
          found.push(
            finding(
              path,
              `the task ${id} is ${whose.join(", ")}'s, not ${by}'s; expect it of them, or add ${by} to the task`,
              `任务 ${id} 属于 ${whose.join("、")}，不属于 ${by}；请改期望对象，或把 ${by} 加入任务。`,
            ),
          );
        else if (!able(by, id)) found.push(unable(path, by, id));
      }
    return found;
  },
};

const unable = (path: Path, who: string, task: string): Finding =>
  finding(
    path,
    `${who} cannot do ${task}: the message, report or decision it takes belongs to somebody else`,
    `${who} 无法完成 ${task}：所需的消息、报告或决策属于别的岗位。`,
  );
