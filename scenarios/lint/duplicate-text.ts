// The two languages of a text differ: a copied one was meant to be translated.
import { type Finding, finding } from "../format/problem.ts";
import type { Rule } from "./rule.ts";
import { textsOf } from "./texts.ts";

const HAN = /\p{Script=Han}/u;

export const duplicateText: Rule = {
  id: "duplicate-text",
  partly: true,
  sentence: { zh: "中文和英文不是同一段文字的复制。", en: "Chinese and English are not copies of each other." },
  check: (scenario) =>
    textsOf(scenario).flatMap(({ path, text }): Finding[] => {
      const [zh, en] = [text.zh.trim(), text.en.trim()];
      if (zh !== "" && zh === en && /\p{Letter}{3}/u.test(zh))
        return [
          finding(
            path,
            "zh and en are the same text; translate one of them",
            "中文与英文相同；请翻译其中之一。",
            "warning",
          ),
        ];
      if (HAN.test(en))
        return [
          finding(
            [...path, "en"],
            "the English text holds Chinese characters; translate them",
            "英文中含有汉字；请译出。",
            "warning",
          ),
        ];
      if (zh.length > 12 && !HAN.test(zh))
        return [
          finding(
            [...path, "zh"],
            "the Chinese text holds no Chinese character; translate it",
            "中文里没有汉字；请译出。",
            "warning",
          ),
        ];
      return [];
    }),
};
