// One fact as one sentence in the reader's language.
import i18next, { type TFunction } from "i18next";
import { useCallback, useMemo } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import type { Text } from "../../sim-server/protocol/words.ts";
import { record as en } from "../words/en/record.ts";
import { addWords, useText, useWords } from "../words/language.ts";
import { record as zh } from "../words/zh/record.ts";
import { type Names, namesOf, optionText } from "./names.ts";

addWords("record", { zh, en });

const HOT_ZONE = "hot-zone";

/** Some kinds are told in several ways, by what they carry. */
function keyOf(entry: LogEntry, briefing: ConsoleBriefing): string {
  const { detail } = entry;
  switch (entry.kind) {
    case "entered":
    case "left":
      return entry.of === HOT_ZONE ? `${entry.kind}-hot` : entry.kind;
    case "report-sent": {
      const missing = Number(detail["missing"] ?? 0) > 0;
      const wrong = Number(detail["wrong"] ?? 0) > 0;
      return `report-sent${missing ? "-missing" : ""}${wrong ? "-wrong" : ""}`;
    }
    case "inject-released":
    case "event-happened":
      return detail["manual"] === true ? `${entry.kind}-by-hand` : entry.kind;
    case "task-met":
    case "expected-action-met":
      return detail["late"] === true ? `${entry.kind}-late` : entry.kind;
    case "probe-answered":
      return detail["right"] === true ? "probe-right" : "probe-wrong";
    case "sprinkler-opened":
      return detail["water"] === true ? "sprinkler-opened" : "sprinkler-dry";
    case "measured":
      return detail["clear"] === true ? "measured-clear" : "measured";
    case "buddy-checked":
      return detail["ready"] === true ? "buddy-checked" : "buddy-not-ready";
    case "inspected": {
      const kind = briefing.stage.props[entry.of]?.kind;
      return kind === "scenery" || kind === "wind-sock" ? `inspected-${kind}` : "inspected";
    }
    case "observed":
      return entry.of === "run" || entry.of === "" ? "observed" : "observed-about";
    default:
      return entry.kind;
  }
}

function rounded(value: string | number | boolean): string {
  if (typeof value !== "number") return `${value}`;
  return `${Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10}`;
}

/** Leaks are told to the gram, everything else to a tenth. */
const fine = (value: unknown): string => `${Math.round(Number(value) * 1000) / 1000}`;

export function sentenceOf(
  entry: LogEntry,
  names: Names,
  briefing: ConsoleBriefing,
  t: TFunction,
  text: (text: Text) => string,
): string {
  const key = keyOf(entry, briefing);
  const { detail } = entry;
  const fields: Record<string, string> = { by: names.who(entry.by), of: names.subject(entry) };
  for (const [field, value] of Object.entries(detail)) fields[field] = rounded(value);
  const worded = (field: string, shelf: string) => {
    if (detail[field] !== undefined) fields[field] = wordOr(t, `${shelf}.${detail[field]}`, `${detail[field]}`);
  };
  worded("action", "actions");
  worded("item", "items");
  worded("side", "sides");
  worded("how", "how");
  worded("cause", "causes");
  if (detail["room"] !== undefined) fields["room"] = names.what("thing", `${detail["room"]}`);
  if (detail["kgPerS"] !== undefined) fields["kgPerS"] = fine(detail["kgPerS"]);
  if (detail["inject"] !== undefined) fields["inject"] = names.what("inject", `${detail["inject"]}`);
  if (detail["channel"] !== undefined) fields["channel"] = t(`common:channel.${detail["channel"]}`);
  if (detail["outcome"] !== undefined) fields["outcome"] = t(`common:outcome.${detail["outcome"]}`);
  switch (entry.kind) {
    case "told":
      fields["text"] = text({ zh: `${detail["zh"]}`, en: `${detail["en"]}` });
      break;
    case "condition-changed":
      fields["to"] = t(`common:condition.${detail["to"]}`);
      break;
    case "level-changed":
      fields["to"] = t(`common:level.${detail["to"]}`);
      break;
    case "exposed":
      fields["guard"] = wordOr(t, `guard.${detail["protection"]}`, `${detail["protection"]}`);
      break;
    case "decided":
    case "probe-answered":
      fields["option"] = optionText(briefing, entry, text);
      break;
    case "report-sent":
      fields["missingItems"] = names.items(entry.of, `${detail["missingItems"] ?? ""}`);
      fields["wrongItems"] = names.items(entry.of, `${detail["wrongItems"] ?? ""}`);
      break;
    case "observed": {
      const task = names.what("task", entry.of);
      const rating = `${detail["rating"] ?? ""}`;
      fields["of"] = task === entry.of ? names.who(entry.of) : task;
      if (rating !== "") fields["of"] += t("ratedAs", { rating, word: t(`common:rating.${rating}`) });
      break;
    }
  }
  if (entry.kind !== "condition-changed" && entry.kind !== "level-changed" && detail["to"] !== undefined) {
    fields["to"] = `${detail["to"]}`
      .split(/[ ,]+/)
      .map((id) => names.who(id))
      .join(t("comma"));
  }
  return i18next.exists(`record:fact.${key}`)
    ? t(`record:fact.${key}`, fields)
    : `${fields["by"]} ${entry.kind} ${fields["of"]}`;
}

function wordOr(t: TFunction, key: string, otherwise: string): string {
  return i18next.exists(`record:${key}`) ? t(`record:${key}`) : otherwise;
}

export function useNames(briefing: ConsoleBriefing): Names {
  const text = useText();
  const t = useWords("record");
  return useMemo(
    () =>
      namesOf(briefing, text, {
        controller: t("controller"),
        system: t("system"),
        adhoc: t("adhoc"),
        outdoors: t("outdoors"),
        comma: t("comma"),
      }),
    [briefing, text, t],
  );
}

export function useSentence(briefing: ConsoleBriefing): (entry: LogEntry) => string {
  const names = useNames(briefing);
  const text = useText();
  const t = useWords("record");
  return useCallback((entry) => sentenceOf(entry, names, briefing, t, text), [names, briefing, t, text]);
}
