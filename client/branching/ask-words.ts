// One thing somebody asked, as a phrase in the reader's language.
import { useCallback } from "react";
import type { AskRow } from "../../sim-server/protocol/branching.ts";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import { useNames } from "../record/sentence.ts";
import { useText, useWords } from "../words/language.ts";

export function useAskWords(briefing: ConsoleBriefing): (row: AskRow) => string {
  const t = useWords("branching");
  const r = useWords("record");
  const text = useText();
  const names = useNames(briefing);
  return useCallback(
    ({ intent }: AskRow) => {
      switch (intent.do) {
        case "operate":
          return t("ask.operate", {
            what: names.where(intent.prop),
            action: r(`actions.${intent.action}`, { defaultValue: intent.action }),
          });
        case "check":
        case "follow":
          return t(`ask.${intent.do}`, { who: names.who(intent.who) });
        case "send":
          return t("ask.send", { what: names.what("message", intent.message) });
        case "report":
          return t("ask.report", { what: names.what("report", intent.report) });
        case "decide": {
          const options = briefing.decisions.find(({ id }) => id === intent.decision)?.options ?? [];
          const option = options.find(({ id }) => id === intent.option);
          return t("ask.decide", { what: option ? text(option.text) : intent.option });
        }
        case "go":
          return t("ask.go", { what: names.where(intent.to) });
        case "fire":
        case "hold":
        case "unhold":
        case "skip":
          return t(`ask.${intent.do}`, { what: names.what("inject", intent.inject) });
        case "event":
          return t("ask.event", { what: names.what("event", intent.event) });
        default:
          return t(`ask.${intent.do}`, { defaultValue: intent.do });
      }
    },
    [t, r, text, names, briefing],
  );
}
