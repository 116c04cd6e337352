// Everything that should be able to happen in a scenario: where it stands, what it waits for, and how its loss is told.
import type { Path } from "../format/problem.ts";
import { tasksOf } from "../format/references.ts";
import type { Scenario } from "../format/scenario.ts";
import type { Thing } from "./possibility.ts";

type Hoped = Exclude<Thing, "act" | "entered" | "option">;
/** Something that should be able to happen, and the condition it waits for. */
export type Hope = { readonly thing: Hoped; readonly id: string; readonly path: Path; readonly waits?: string };

const LOST: Readonly<Record<Hoped, readonly [en: string, zh: string]>> = {
  task: ["the task {} can never be met", "任务 {} 永远无法完成"],
  inject: ["the inject {} can never be released", "注入 {} 永远不会发出"],
  event: ["the event {} can never happen", "事件 {} 永远不会发生"],
  decision: ["the decision {} is never asked for", "决策 {} 永远不会出现"],
  probe: ["the probe {} is never asked", "测试题 {} 永远不会出现"],
  violation: ["the violation {} can never be committed", "违章 {} 永远不会成立"],
  phase: [
    "the phase {} can never begin, since the one before has no way to end",
    "阶段 {} 永远不会开始，因为前一阶段无法结束",
  ],
  end: ["this end can never be reached", "此结束条件永远无法达到"],
  duty: ["the clock of the duty {} can never start", "职责 {} 的计时永远不会开始"],
  "duty met": ["the duty {} can never be met", "职责 {} 永远无法履行"],
  population: ["nobody can have {} evacuated", "没有人能下令疏散 {}"],
  message: ["nobody can send the message {}", "没有人能发出消息 {}"],
  report: ["nobody can send the report {}", "没有人能提交报告 {}"],
};

/** What is said of a hope that is lost, in English and Chinese. */
export const lossOf = ({ thing, id }: Hope): readonly [en: string, zh: string] => {
  const [en, zh] = LOST[thing];
  return [en.replace("{}", id), zh.replace("{}", id)];
};

export function hopesOf(scenario: Scenario): Hope[] {
  const hope = (thing: Hoped, id: string, path: Path, waits: string | undefined): Hope =>
    waits === undefined ? { thing, id, path } : { thing, id, path, waits };
  const { msel, events, decisions, probes, violations, phases, end, duties, populations, messages, reports } = scenario;
  return [
    ...tasksOf(scenario).map(([path, { id, starts, met }]) =>
      hope("task", id, [...path, "met"], starts === undefined ? met : `(${starts}) && (${met})`),
    ),
    ...msel.map(({ inject, trigger }, at) => hope("inject", inject, ["msel", at, "trigger"], trigger.when)),
    ...events.map(({ event, trigger }, at) => hope("event", event, ["events", at, "trigger"], trigger.when)),
    ...decisions.map(({ id, trigger }, at) => hope("decision", id, ["decisions", at, "trigger"], trigger.when)),
    ...probes.map(({ id, trigger }, at) => hope("probe", id, ["probes", at, "trigger"], trigger.when)),
    ...violations.map(({ id, when }, at) => hope("violation", id, ["violations", at, "when"], when)),
    ...phases.map(({ id }, at) => hope("phase", id, ["phases", at], phases[at - 1]?.until)),
    ...end.map(({ when }, at) => hope("end", String(at), ["end", at, "when"], when)),
    ...Object.entries(duties).flatMap(([id, { starts, met }]) => [
      hope("duty", id, ["duties", id, "starts"], starts),
      hope("duty met", id, ["duties", id, "met"], met),
    ]),
    ...Object.entries(populations).map(([id, { evacuation }]) =>
      hope("population", id, ["populations", id, "evacuation", "ordered"], evacuation.ordered),
    ),
    ...Object.keys(messages).map((id) => hope("message", id, ["messages", id], undefined)),
    ...Object.keys(reports).map((id) => hope("report", id, ["reports", id], undefined)),
  ];
}
