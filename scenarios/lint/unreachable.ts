// Everything in a scenario can come to pass: no condition waits for what never happens, or two things for each other.
import { checkCondition } from "../format/condition.ts";
import { type Finding, finding, type Path } from "../format/problem.ts";
import { tasksOf } from "../format/references.ts";
import type { Scenario } from "../format/scenario.ts";
import type { Trigger } from "../format/storyline.ts";
import { canBeTrue } from "./abstract-value.ts";
import { foresee } from "./foresee.ts";
import { outlookOf } from "./outlook.ts";
import type { Possible, Thing } from "./possibility.ts";
import type { Rule } from "./rule.ts";

/** Something that should be able to happen: what it is, where it stands, and the condition it waits for. */
type Hope = { thing: Thing; id: string; path: Path; waits: string | undefined; word: readonly [string, string] };

export const unreachable: Rule = {
  id: "unreachable",
  sentence: {
    zh: "每个阶段、注入、事件、决策、任务、违章和结束条件都可能发生。",
    en: "Every phase, inject, event, decision, task, violation and end can come to pass.",
  },
  check: (scenario, { possible }) => {
    const lost = hopes(scenario).filter(({ thing, id }) => !possible.can[thing].has(id));
    return [...lost.map((hope) => explain(hope, lost, possible)), ...idle(scenario, possible)];
  },
};

const fromTrigger = ({ when }: Trigger): string | undefined => when;

function hopes(scenario: Scenario): Hope[] {
  const all: Hope[] = [];
  const add = (thing: Thing, id: string, path: Path, waits: string | undefined, en: string, zh: string): void => {
    all.push({ thing, id, path, waits, word: [en, zh] });
  };
  for (const [path, task] of tasksOf(scenario)) {
    const both = task.starts === undefined ? task.met : `(${task.starts}) && (${task.met})`;
    add(
      "task",
      task.id,
      [...path, "met"],
      both,
      `the task ${task.id} can never be met`,
      `任务 ${task.id} 永远无法完成`,
    );
  }
  for (const [i, one] of scenario.msel.entries())
    add(
      "inject",
      one.inject,
      ["msel", i, "trigger"],
      fromTrigger(one.trigger),
      `the inject ${one.inject} can never be released`,
      `注入 ${one.inject} 永远不会发出`,
    );
  for (const [i, one] of scenario.events.entries())
    add(
      "event",
      one.event,
      ["events", i, "trigger"],
      fromTrigger(one.trigger),
      `the event ${one.event} can never happen`,
      `事件 ${one.event} 永远不会发生`,
    );
  for (const [i, one] of scenario.decisions.entries())
    add(
      "decision",
      one.id,
      ["decisions", i, "trigger"],
      fromTrigger(one.trigger),
      `the decision ${one.id} is never asked for`,
      `决策 ${one.id} 永远不会出现`,
    );
  for (const [i, one] of scenario.probes.entries())
    add(
      "probe",
      one.id,
      ["probes", i, "trigger"],
      fromTrigger(one.trigger),
      `the probe ${one.id} is never asked`,
      `测试题 ${one.id} 永远不会出现`,
    );
  for (const [i, one] of scenario.violations.entries())
    add(
      "violation",
      one.id,
      ["violations", i, "when"],
      one.when,
      `the violation ${one.id} can never be committed`,
      `违章 ${one.id} 永远不会成立`,
    );
  for (const [i, one] of scenario.phases.entries())
    add(
      "phase",
      one.id,
      ["phases", i],
      scenario.phases[i - 1]?.until,
      `the phase ${one.id} can never begin, since the one before has no way to end`,
      `阶段 ${one.id} 永远不会开始，因为前一阶段无法结束`,
    );
  for (const [i, one] of scenario.end.entries())
    add("end", String(i), ["end", i, "when"], one.when, "this end can never be reached", "此结束条件永远无法达到");
  for (const [id, one] of Object.entries(scenario.duties)) {
    add(
      "duty",
      id,
      ["duties", id, "starts"],
      one.starts,
      `the clock of the duty ${id} can never start`,
      `职责 ${id} 的计时永远不会开始`,
    );
    add("duty met", id, ["duties", id, "met"], one.met, `the duty ${id} can never be met`, `职责 ${id} 永远无法履行`);
  }
  for (const [id, one] of Object.entries(scenario.populations))
    add(
      "population",
      id,
      ["populations", id, "evacuation", "ordered"],
      one.evacuation.ordered,
      `nobody can have ${id} evacuated`,
      `没有人能下令疏散 ${id}`,
    );
  for (const id of Object.keys(scenario.messages))
    add("message", id, ["messages", id], undefined, `nobody can send the message ${id}`, `没有人能发出消息 ${id}`);
  for (const id of Object.keys(scenario.reports))
    add("report", id, ["reports", id], undefined, `nobody can send the report ${id}`, `没有人能提交报告 ${id}`);
  return all;
}

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
  const [en, zh] = hope.word;
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
