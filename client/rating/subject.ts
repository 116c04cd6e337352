// Whom a rating is about: the team, or a person by name and post.
import type { RunDetail } from "../../sim-server/protocol/api.ts";
import { useNames } from "../record/sentence.ts";
import { useWords } from "../words/language.ts";

export function useSubjects(detail: RunDetail) {
  const t = useWords("ratings");
  const names = useNames(detail.briefing);
  const joined = new Set(detail.facts.filter(({ kind }) => kind === "joined").map(({ by }) => by));
  const nameOf = (about: string): string => (about === "" ? t("team") : names.who(about));
  return { nameOf, options: ["", ...joined].map((value) => ({ value, label: nameOf(value) })) };
}
