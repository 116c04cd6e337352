// Whatever happened, in every case of the drill, is told in words: no id and no blank is left in a sentence.
import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { playCase } from "../../sim-server/core/play-case.ts";
import { consoleBriefing } from "../../sim-server/core/views/briefings.ts";
import { logEntries } from "../../sim-server/core/views/log.ts";
import type { LogEntry } from "../../sim-server/protocol/views.ts";
import { caseNames, chlorine, readCase } from "../../tests/chlorine.fixture.ts";
import { addCommonWords } from "../words/common.ts";
import { startLanguage } from "../words/language.ts";
import { namesOf } from "./names.ts";

const compiled = chlorine();
const names = { "shift-leader-1": "欧阳建国", "operator-1": "李娜", "operator-2": "" };
const briefing = consoleBriefing(compiled, { runId: "r", seed: 1, parameters: {}, sha256: "ab", names });
const seen = new Map<string, LogEntry>();
for (const name of caseNames()) {
  for (const entry of logEntries(playCase(compiled, readCase(name)).session.run.index.all)) {
    seen.set(`${entry.kind} ${entry.of} ${entry.by} ${JSON.stringify(entry.detail)}`, entry);
  }
}
const [form] = briefing.reports;
const at = { seq: 1, tick: 10, by: "instructor:5f0c" };
const byHand: LogEntry[] = [
  {
    ...at,
    kind: "told",
    of: "ad-hoc",
    detail: { to: "operator-1 shift-leader", channel: "radio", zh: "快", en: "go" },
  },
  { ...at, kind: "observed", of: "raise-alarm", detail: { text: "快", rating: "S" } },
  { ...at, kind: "observed", of: "operator-1", detail: { text: "稳", rating: "" } },
  { ...at, kind: "observed", of: "run", detail: { text: "好", rating: "" } },
  { ...at, kind: "event-happened", of: "wind-turns-east", detail: { manual: true } },
  { ...at, kind: "inject-released", of: "valve-stuck", detail: { to: "operator", manual: true } },
  { ...at, kind: "inject-skipped", of: "air-fault", detail: {} },
  { ...at, by: "operator-1", kind: "left", of: "hot-zone", detail: { hot: false, staySeconds: 12 } },
  {
    ...at,
    by: "operator-1",
    kind: "report-sent",
    of: form?.id ?? "",
    detail: {
      to: "unit-head",
      complete: false,
      missing: 1,
      wrong: 0,
      missingItems: form?.items[0]?.id ?? "",
      wrongItems: "",
    },
  },
];
/** Every id of the scenario that could leak into a sentence; a word its author also uses in English prose is no proof. */
const told: string = JSON.stringify(compiled.scenario);
const ids = [...new Set(told.match(/(?<=")[a-z0-9]+(-[a-z0-9]+)+(?=")/g))].filter(
  (id) => !new RegExp(`[ “]${id}[ ,."]`).test(told),
);
const leaked = (sentence: string) =>
  [...ids, "hot-zone"].filter((id) => new RegExp(`(^|[^a-z-])${id}($|[^a-z-])`).test(sentence));

let sentenceOf: typeof import("./sentence.ts").sentenceOf;
beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: {} } });
  await startLanguage();
  addCommonWords();
  // Its words can only be added once the language has started.
  ({ sentenceOf } = await import("./sentence.ts"));
});

describe.each(["zh", "en"] as const)("in %s", (language) => {
  const tell = (entry: LogEntry): string => {
    const t = i18next.getFixedT(language, "record") as TFunction;
    const text = (both: { zh: string; en: string }) => both[language];
    const words = {
      controller: t("controller"),
      system: t("system"),
      adhoc: t("adhoc"),
      outdoors: t("outdoors"),
      comma: t("comma"),
    };
    return sentenceOf(entry, namesOf(briefing, text, words), briefing, t, text);
  };

  test("every fact of every case is a sentence without ids, keys and blanks", () => {
    expect(seen.size).toBeGreaterThan(300);
    const poor = [...seen.values(), ...byHand]
      .map((entry) => ({ entry, sentence: tell(entry) }))
      .filter(({ entry, sentence }) => {
        const own = language === "en" ? [] : (sentence.match(/[a-z]{4,}/g) ?? []);
        return (
          sentence.trim() === "" ||
          /\{\{|undefined|NaN|record:|fact\./.test(sentence) ||
          leaked(sentence).length > 0 ||
          (own.length > 0 && entry.kind !== "observed")
        );
      });
    expect(poor.map(({ entry, sentence }) => `${entry.kind} ${entry.of}: ${sentence}`)).toEqual([]);
  });

  test("a message, a report and a task of one id are told apart", () => {
    const kinds = ["said", "report-sent", "task-met"] as const;
    const shared = briefing.messages
      .map(({ id }) => id)
      .filter((id) => briefing.reports.some((form) => form.id === id));
    for (const entry of [...seen.values()].filter(({ kind }) => kinds.some((one) => one === kind))) {
      const shelf =
        entry.kind === "said"
          ? briefing.messages
          : entry.kind === "report-sent"
            ? briefing.reports
            : compiled.tasks.map(({ task }) => task);
      const title = shelf.find(({ id }) => id === entry.of)?.title[language];
      if (title !== undefined) expect(tell(entry)).toContain(title);
    }
    expect(shared).toEqual(shared.filter((id) => id !== ""));
  });
});
