// Every text is there in Chinese and in English.
import { type Finding, finding } from "../format/problem.ts";
import type { Rule } from "./rule.ts";
import { textsOf } from "./texts.ts";

export const missingLanguage: Rule = {
  id: "missing-language",
  partly: true,
  sentence: { zh: "所有文字都有中文和英文。", en: "Every text is there in Chinese and in English." },
  check: (scenario) =>
    textsOf(scenario).flatMap(({ path, text }): Finding[] => {
      const [zh, en] = [text.zh.trim() === "", text.en.trim() === ""];
      if (!zh && !en) return [];
      if (zh && en) return [finding(path, "this text is empty; write zh and en", "此处没有文字；请写 zh 和 en。")];
      return zh
        ? [finding(path, "the Chinese text (zh) is missing", "缺少中文（zh）。")]
        : [finding(path, "the English text (en) is missing", "缺少英文（en）。")];
    }),
};
