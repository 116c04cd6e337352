// The tasks' weights add up to a hundred, so that points are per cent.
import { finding } from "../format/problem.ts";
import { tasksOf } from "../format/references.ts";
import type { Rule } from "./rule.ts";

export const weights: Rule = {
  id: "weights",
  sentence: { zh: "各关键任务权重之和为 100。", en: "The weights of all critical tasks add up to 100." },
  check: (scenario) => {
    const sum = tasksOf(scenario).reduce((total, [, task]) => total + task.weight, 0);
    const off = Math.round((sum - 100) * 1000) / 1000;
    if (off === 0) return [];
    const [en, zh] = off > 0 ? [`take away ${off}`, `请减去 ${off}`] : [`add ${-off}`, `请再加 ${-off}`];
    return [
      finding(
        ["objectives"],
        `the weights add up to ${off + 100}, not 100; ${en}`,
        `权重之和为 ${off + 100}，应为 100；${zh}。`,
      ),
    ];
  },
};
