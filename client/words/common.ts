// Hooks for the words every page shares: errors and refusals in the reader's language.
import i18next from "i18next";
import { useCallback } from "react";
import { common as en } from "./en/common.ts";
import { addWords, useWords } from "./language.ts";
import { common as zh } from "./zh/common.ts";

export function addCommonWords(): void {
  addWords("common", { zh, en });
}

/** Words for an API error code. */
export function useErrorWords(): (code: string) => string {
  return useCodeWords("error");
}

/** Words for a refusal code. */
export function useRefusalWords(): (code: string) => string {
  return useCodeWords("refusal");
}

function useCodeWords(area: "error" | "refusal") {
  const t = useWords("common");
  return useCallback(
    (code: string) => (i18next.exists(`common:${area}.${code}`) ? t(`${area}.${code}`) : t(`${area}.other`, { code })),
    [t, area],
  );
}
