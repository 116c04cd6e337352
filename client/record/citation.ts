// A citation as people write it: the law by its title, the article by its number.
import { useCallback } from "react";
import type { ConsoleBriefing } from "../../sim-server/protocol/briefing.ts";
import { useText, useWords } from "../words/language.ts";

export type CitedWords = { readonly name: string; readonly text: string };

/** Articles with a number are named by it; a practice guide's sections have none, and its title is name enough. */
export function useCitation(briefing: ConsoleBriefing): (cite: string) => CitedWords | null {
  const t = useWords("record");
  const text = useText();
  return useCallback(
    (cite) => {
      const found = briefing.citations[cite];
      if (!found) return null;
      const whole = text(found.law);
      // A Chinese law's name stands in 《》, what is said about it after them.
      const [, law = whole, note = ""] = /^([^（]*)(（.*）)?$/.exec(whole) ?? [];
      const name = /^[0-9.]+$/.test(found.article) ? t("cited", { law, note, article: found.article }) : whole;
      return { name, text: text(found.text) };
    },
    [briefing, t, text],
  );
}
