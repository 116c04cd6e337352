// The case's words, added once its pages are loaded, and the wording the model is built with.
import { useMemo } from "react";
import { taxCase as en } from "../words/en/case.ts";
import { addWords, useLanguage, useText, useWords } from "../words/language.ts";
import { taxCase as zh } from "../words/zh/case.ts";
import type { Wording } from "./case-chart-model.ts";

addWords("case", { zh, en });

export function useWording(): Wording {
  const language = useLanguage();
  const text = useText();
  const t = useWords("case");
  return useMemo(() => ({ language, text, t: (key, values) => t(key, values ?? {}) }), [language, text, t]);
}
