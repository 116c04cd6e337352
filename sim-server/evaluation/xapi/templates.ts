// One template a rule: what a statement made by it is about and must carry; the profile publishes them, tests hold us to them.
import type { Text } from "../../protocol/words.ts";
import { extension, type TypeName, type VerbName } from "./vocabulary.ts";

/** A place in a statement, as JSONPath, and whether something must or must not stand there. */
type Presence = { readonly location: string; readonly presence: "included" | "excluded" };
export type Template = {
  readonly verb: VerbName;
  readonly type: TypeName;
  readonly label: Text;
  readonly rules: readonly Presence[];
};

const included = (...locations: readonly string[]): readonly Presence[] =>
  locations.map((location) => ({ location, presence: "included" }));
const excluded = (...locations: readonly string[]): readonly Presence[] =>
  locations.map((location) => ({ location, presence: "excluded" }));

const result = (name: string): string => `$.result.${name}`;
const resultExtension = (name: Parameters<typeof extension>[0]): string => `$.result.extensions['${extension(name)}']`;
const contextExtension = (name: Parameters<typeof extension>[0]): string =>
  `$.context.extensions['${extension(name)}']`;

const ofTheRun = included(
  "$.timestamp",
  "$.context.registration",
  "$.context.platform",
  "$.context.contextActivities.category[*].id",
  "$.context.contextActivities.grouping[*].id",
  contextExtension("sim-time"),
  contextExtension("seq"),
);
const withinTheRun = [...ofTheRun, ...included("$.context.contextActivities.parent[*].id")];
const scored = included(result("score.scaled"), result("score.raw"), result("score.min"), result("score.max"));
const rated = included(result("completion"), result("success"), resultExtension("rating"), resultExtension("reason"));

export const TEMPLATES = {
  "session-began": {
    verb: "initialized",
    type: "scenario",
    label: { zh: "参演开始", en: "A player began the run" },
    rules: [...ofTheRun, ...excluded("$.result")],
  },
  "run-paused": {
    verb: "suspended",
    type: "scenario",
    label: { zh: "演练暂停", en: "The run was paused" },
    rules: ofTheRun,
  },
  "run-resumed": {
    verb: "resumed",
    type: "scenario",
    label: { zh: "演练继续", en: "The run went on" },
    rules: ofTheRun,
  },
  "inject-received": {
    verb: "received",
    type: "inject",
    label: { zh: "收到注入信息", en: "A player received an inject" },
    rules: [...withinTheRun, ...included(contextExtension("channel"), contextExtension("sender"))],
  },
  "inject-ignored": {
    verb: "ignored",
    type: "inject",
    label: { zh: "期望行动未完成", en: "What an inject called for was not done in time" },
    rules: [...withinTheRun, ...included(result("success"))],
  },
  decided: {
    verb: "decided",
    type: "interaction",
    label: { zh: "作出决定", en: "A player decided" },
    rules: [
      ...withinTheRun,
      ...included(result("response"), result("success"), result("duration"), "$.object.definition.choices[*].id"),
      ...included("$.object.definition.correctResponsesPattern"),
    ],
  },
  "probe-answered": {
    verb: "answered",
    type: "interaction",
    label: { zh: "态势提问作答", en: "A player answered a question about the situation" },
    rules: [...withinTheRun, ...included(result("response"), result("success"), result("duration"))],
  },
  "task-met": {
    verb: "completed",
    type: "step",
    label: { zh: "关键任务完成", en: "A critical task was done" },
    rules: [...withinTheRun, ...rated, ...scored],
  },
  "task-missed": {
    verb: "skipped",
    type: "step",
    label: { zh: "关键任务未完成", en: "A critical task was not done" },
    rules: [...withinTheRun, ...rated, ...scored],
  },
  "task-rated": {
    verb: "scored",
    type: "step",
    label: { zh: "人工评定", en: "A person rated how a critical task was done" },
    rules: [...withinTheRun, ...scored, ...included(resultExtension("rating"))],
  },
  "duty-met": {
    verb: "completed",
    type: "duty",
    label: { zh: "法定时限内完成", en: "A legal deadline was kept" },
    rules: [...withinTheRun, ...included(result("success"), result("duration"))],
  },
  "duty-expired": {
    verb: "skipped",
    type: "duty",
    label: { zh: "法定时限已过", en: "A legal deadline passed" },
    rules: [...withinTheRun, ...included(result("success"))],
  },
  "report-sent": {
    verb: "reported",
    type: "report",
    label: { zh: "提交报告", en: "A player reported" },
    rules: [...withinTheRun, ...included(result("success"), result("completion"))],
  },
  exposed: {
    verb: "experienced",
    type: "hazard",
    label: { zh: "受到暴露", en: "A player was exposed" },
    rules: [...withinTheRun, ...included(resultExtension("dose"))],
  },
  "violation-fed-back": {
    verb: "received",
    type: "violation",
    label: { zh: "违章提示", en: "A player committed a violation and was told" },
    rules: [...withinTheRun, ...included(result("success"), resultExtension("points"))],
  },
  "run-completed": {
    verb: "completed",
    type: "scenario",
    label: { zh: "演练完成", en: "A player completed the run" },
    rules: [...ofTheRun, ...included(result("completion"), result("duration"))],
  },
  "run-passed": {
    verb: "passed",
    type: "scenario",
    label: { zh: "演练合格", en: "A player passed" },
    rules: [...ofTheRun, ...scored, ...included(result("success"), result("duration"))],
  },
  "run-failed": {
    verb: "failed",
    type: "scenario",
    label: { zh: "演练不合格", en: "A player failed" },
    rules: [...ofTheRun, ...scored, ...included(result("success"), result("duration"))],
  },
  "session-ended": {
    verb: "terminated",
    type: "scenario",
    label: { zh: "参演结束", en: "A player's run ended" },
    rules: [...ofTheRun, ...scored, ...included(result("success"), result("completion"), result("duration"))],
  },
} as const satisfies Record<string, Template>;
export type RuleName = keyof typeof TEMPLATES;

export const templateId = (rule: RuleName): string => `templates/${rule}`;
