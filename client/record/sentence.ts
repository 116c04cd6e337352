// One fact as one sentence in the reader's language.
import i18next, { type TFunction } from "i18next";
import { useCallback, useMemo } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import { record as en } from "../words/en/record.ts";
import { addWords, useText, useWords } from "../words/language.ts";
import { record as zh } from "../words/zh/record.ts";
import { type Names, namesOf, optionText } from "./names.ts";

addWords("record", { zh, en });

/** Some kinds are told in two ways, by what they carry. */
function keyOf(entry: LogEntry): string {
  const { detail } = entry;
  switch (entry.kind) {
    case "entered":
      return detail["hot"] === true ? "entered-hot" : "entered";
    case "report-sent":
      return detail["complete"] === true && Number(detail["wrong"] ?? 0) === 0 ? "report-sent" : "report-sent-lacking";
    case "inject-released":
    case "event-happened":
      return detail["manual"] === true ? `${entry.kind}-by-hand` : entry.kind;
    case "task-met":
    case "expected-action-met":
      return detail["late"] === true ? `${entry.kind}-late` : entry.kind;
    case "probe-answered":
      return detail["right"] === true ? "probe-right" : "probe-wrong";
    case "measured":
      return detail["clear"] === true ? "measured-clear" : "measured";
    case "buddy-checked":
      return detail["ready"] === true ? "buddy-checked" : "buddy-not-ready";
    default:
      return entry.kind;
  }
}

function rounded(value: string | number | boolean): string {
  if (typeof value !== "number") return `${value}`;
  return `${Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10}`;
}

function sentenceOf(
  entry: LogEntry,
  names: Names,
  briefing: ConsoleBriefing,
  t: TFunction,
  text: (text: { zh: string; en: string }) => string,
): string {
  const key = keyOf(entry);
  const { detail } = entry;
  const fields: Record<string, string> = {
    by: names.who(entry.by),
    of: STAGE_KINDS.has(entry.kind) ? names.where(entry.of) : names.what(entry.of),
    ofWho: names.who(entry.of),
  };
  for (const [field, value] of Object.entries(detail)) fields[field] = rounded(value);
  if (detail["to"] !== undefined) {
    fields["to"] = `${detail["to"]}`
      .split(/[ ,]+/)
      .map((id) => names.who(id))
      .join(t("comma"));
  }
  if (detail["option"] !== undefined) fields["option"] = optionText(briefing, entry.of, `${detail["option"]}`, text);
  if (detail["action"] !== undefined)
    fields["action"] = wordOr(t, `actions.${detail["action"]}`, `${detail["action"]}`);
  if (detail["item"] !== undefined) fields["item"] = wordOr(t, `items.${detail["item"]}`, `${detail["item"]}`);
  if (detail["side"] !== undefined) fields["side"] = wordOr(t, `sides.${detail["side"]}`, `${detail["side"]}`);
  if (detail["how"] !== undefined) fields["how"] = wordOr(t, `how.${detail["how"]}`, `${detail["how"]}`);
  if (detail["inject"] !== undefined) fields["inject"] = names.what(`${detail["inject"]}`);
  if (detail["outcome"] !== undefined) fields["outcome"] = t(`common:outcome.${detail["outcome"]}`);
  if (entry.kind === "condition-changed") fields["to"] = t(`common:condition.${detail["to"]}`);
  if (entry.kind === "level-changed") fields["to"] = t(`common:level.${detail["to"]}`);
  if (entry.kind === "exposed") fields["guard"] = wordOr(t, `guard.${detail["protection"]}`, `${detail["protection"]}`);
  return i18next.exists(`record:fact.${key}`)
    ? t(`record:fact.${key}`, fields)
    : `${fields["by"]} ${entry.kind} ${fields["of"]}`;
}

/** Kinds whose `of` is a thing or place of the stage rather than of the storyline. */
const STAGE_KINDS = new Set([
  "entered",
  "left",
  "operated",
  "work-begun",
  "inspected",
  "measured",
  "alarm-raised",
  "alarm-pressed",
  "counted",
  "washed",
  "water-applied",
  "leak-started",
  "leak-changed",
  "leak-stopped",
  "evacuation-ordered",
  "evacuation-finished",
]);

function wordOr(t: TFunction, key: string, otherwise: string): string {
  return i18next.exists(`record:${key}`) ? t(`record:${key}`) : otherwise;
}

export function useNames(briefing: ConsoleBriefing): Names {
  const text = useText();
  const t = useWords("record");
  return useMemo(
    () => namesOf(briefing, text, { controller: t("controller"), system: t("system") }),
    [briefing, text, t],
  );
}

export function useSentence(briefing: ConsoleBriefing): (entry: LogEntry) => string {
  const names = useNames(briefing);
  const text = useText();
  const t = useWords("record");
  return useCallback((entry) => sentenceOf(entry, names, briefing, t, text), [names, briefing, t, text]);
}
