// The words of our statements: verbs and types that published profiles define, and the few that only we need.
import type { Text } from "../../protocol/words.ts";

export const PROFILE = "https://w3id.org/sandtable/xapi/profile";
export const PROFILE_VERSION = `${PROFILE}/v1`;

type Verb = { readonly id: string; readonly display: Text };

/** ADL, TinCan registry, DoD-ISD, task trainer simulation and virtual patient vocabularies. */
export const VERBS = {
  initialized: { id: "http://adlnet.gov/expapi/verbs/initialized", display: { zh: "开始", en: "initialized" } },
  suspended: { id: "http://adlnet.gov/expapi/verbs/suspended", display: { zh: "暂停", en: "suspended" } },
  resumed: { id: "http://adlnet.gov/expapi/verbs/resumed", display: { zh: "继续", en: "resumed" } },
  completed: { id: "http://adlnet.gov/expapi/verbs/completed", display: { zh: "完成", en: "completed" } },
  passed: { id: "http://adlnet.gov/expapi/verbs/passed", display: { zh: "通过", en: "passed" } },
  failed: { id: "http://adlnet.gov/expapi/verbs/failed", display: { zh: "未通过", en: "failed" } },
  terminated: { id: "http://adlnet.gov/expapi/verbs/terminated", display: { zh: "结束", en: "terminated" } },
  answered: { id: "http://adlnet.gov/expapi/verbs/answered", display: { zh: "作答", en: "answered" } },
  experienced: { id: "http://adlnet.gov/expapi/verbs/experienced", display: { zh: "经历", en: "experienced" } },
  skipped: { id: "http://id.tincanapi.com/verb/skipped", display: { zh: "未完成", en: "skipped" } },
  decided: { id: "https://w3id.org/xapi/dod-isd/verbs/decided", display: { zh: "决定", en: "decided" } },
  reported: { id: "https://w3id.org/xapi/dod-isd/verbs/reported", display: { zh: "报告", en: "reported" } },
  received: {
    id: "https://w3id.org/xapi/task-trainer-simulation/verbs/received",
    display: { zh: "收到", en: "received" },
  },
  scored: { id: "https://w3id.org/xapi/tla/verbs/scored", display: { zh: "评定", en: "scored" } },
  ignored: { id: "https://w3id.org/xapi/medbiq/verbs/ignored", display: { zh: "未响应", en: "ignored" } },
} as const satisfies Record<string, Verb>;
export type VerbName = keyof typeof VERBS;

/** Types of our own stand under our profile and are defined there. */
export const OWN_TYPES = {
  inject: { zh: "注入信息", en: "An item of the master scenario events list delivered to people" },
  hazard: { zh: "危害暴露", en: "A hazard a person was exposed to" },
  violation: { zh: "违章", en: "An unsafe act that costs points or ends the run" },
  duty: { zh: "法定时限", en: "A legal clock started and stopped by what happens" },
  report: { zh: "报告", en: "A report to an authority, with the items the law asks for" },
} as const satisfies Record<string, Text>;

const ownType = (name: keyof typeof OWN_TYPES): string => `${PROFILE}/activity-types/${name}`;

export const TYPES = {
  simulation: "http://adlnet.gov/expapi/activities/simulation",
  profile: "http://adlnet.gov/expapi/activities/profile",
  interaction: "http://adlnet.gov/expapi/activities/cmi.interaction",
  scenario: "http://id.tincanapi.com/activitytype/scenario",
  step: "http://id.tincanapi.com/activitytype/step",
  inject: ownType("inject"),
  hazard: ownType("hazard"),
  violation: ownType("violation"),
  duty: ownType("duty"),
  report: ownType("report"),
} as const;
export type TypeName = keyof typeof TYPES;

export const OWN_EXTENSIONS = {
  "sim-time": { zh: "演练时间", en: "Exercise time since the start, as an ISO 8601 duration" },
  seq: { zh: "事实序号", en: "Number of the fact in the run's log; 0 where the whole run is meant" },
  rating: { zh: "P/S/M/U 评定", en: "HSEEP rating: performed without, with some or with major challenges, or unable" },
  reason: { zh: "判定说明", en: "Why the rating was given, by language" },
  evidence: { zh: "证据", en: "Numbers of the facts the rating rests on" },
  channel: { zh: "渠道", en: "Channel by which an inject was delivered" },
  sender: { zh: "发出者", en: "Who sent an inject, in the story" },
  dose: { zh: "暴露量", en: "Exposure: band of the guideline level, ppm and protection worn" },
  points: { zh: "扣分", en: "Points a violation cost" },
} as const satisfies Record<string, Text>;
type ExtensionName = keyof typeof OWN_EXTENSIONS;

export const extension = (name: ExtensionName): string => `${PROFILE}/extensions/${name}`;
export const SIMULATION_MODE = "https://w3id.org/xapi/simulation/extensions/simulation-mode";

export const languages = ({ zh, en }: Text) => ({ "zh-CN": zh, "en-US": en });
