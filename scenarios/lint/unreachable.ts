// Everything in a scenario can come to pass: no condition waits for what never happens, or two things for each other.
import { checkCondition } from "../format/condition.ts";
import { type Finding, finding } from "../format/problem.ts";
import type { Scenario } from "../format/scenario.ts";
import { canBeTrue } from "./abstract-value.ts";
import { foresee } from "./foresee.ts";
import { type Hope, hopesOf, lossOf } from "./hopes.ts";
import { outlookOf } from "./outlook.ts";
import type { Possible, Thing } from "./possibility.ts";
import type { Rule } from "./rule.ts";

export const unreachable: Rule = {
  id: "unreachable",
  sentence: {
    zh: "每个阶段、注入、事件、决策、任务、违章和结束条件都可能发生。",
    en: "Every phase, inject, event, decision, task, violation and end can come to pass.",
  },
  check: (scenario, { possible }) => {
    const lost = hopesOf(scenario).filter(({ thing, id }) => !possible.can[thing].has(id));
    return [...lost.map((hope) => explain(hope, lost, possible)), ...idle(scenario, possible)];
  },
};

const THINGS_NAMED: Partial<Record<string, Thing>> = {
  task: "task",
  inject: "inject",
  event: "event",
  decision: "decision",
  phase: "phase",
  duty: "duty",
  violation: "violation",
  message: "message",
  report: "report",
};

/** What a hope waits for that is lost as well. */
function blockers(hope: Hope, lost: readonly Hope[]): Hope[] {
  if (hope.waits === undefined) return [];
  const { names } = checkCondition(hope.waits);
  return lost.filter((other) =>
    names.some(({ reference, id }) => THINGS_NAMED[reference] === other.thing && other.id === id),
  );
}

function explain(hope: Hope, lost: readonly Hope[], possible: Possible): Finding {
  const [en, zh] = lossOf(hope);
  const waits = blockers(hope, lost);
  const circle = waits.some((other) => other === hope || blockers(other, lost).includes(hope));
  const list = waits.map(({ id }) => id).join(", ");
  if (waits.length > 0)
    return finding(
      hope.path,
      `${en}: it waits for ${list}, which ${circle ? "waits for it in turn; break the circle" : "cannot happen either; mend that first"}`,
      `${zh}：它等待 ${list}，而后者${circle ? "又在等待它；请打破这个循环。" : "也不可能发生；请先修正后者。"}`,
    );
  const facts = hope.waits === undefined ? [] : impossibleParts(hope.waits, possible);
  const part = facts.length > 0 ? facts.join(", ") : hope.waits;
  return finding(
    hope.path,
    `${en}${part ? `: nothing in this scenario brings about ${part}` : "; give it a sender or a trigger that can come true"}`,
    `${zh}${part ? `：本情景中没有什么能使 ${part} 成立。` : "；请给出能够发出它的人或可以成立的触发条件。"}`,
  );
}

/** The quantities of a condition that stay false whatever happens. */
function impossibleParts(condition: string, possible: Possible): string[] {
  const outlook = outlookOf(possible);
  const parts = condition.match(/[A-Za-z]+\('[^']*'(?:, ?'[^']*')?\)/g) ?? [];
  return [...new Set(parts)].filter(
    (part) => checkCondition(part).problems.length === 0 && !canBeTrue(foresee(part, outlook)),
  );
}

/** Behaviours that never wake are worth a word, not a stop. */
function idle(scenario: Scenario, possible: Possible): Finding[] {
  const outlook = outlookOf(possible);
  const owners = [
    ...Object.entries(scenario.positions).map(([id, one]) => ["positions", id, one] as const),
    ...Object.entries(scenario.simulated).map(([id, one]) => ["simulated", id, one] as const),
  ];
  return owners.flatMap(([group, id, { behaviour }]) =>
    behaviour.flatMap((one, index) =>
      canBeTrue(foresee(one.when, outlook))
        ? []
        : [
            finding(
              [group, id, "behaviour", index, "when"],
              `the behaviour ${one.id} of ${id} never begins: its condition can never come true`,
              `${id} 的行为 ${one.id} 永远不会开始：条件不可能成立。`,
              "warning",
            ),
          ],
    ),
  );
}
