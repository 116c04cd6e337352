// Every law and article cited is in the law packs.
import { type Finding, finding, nearest } from "../format/problem.ts";
import { citationsOf, pinsOf } from "./citations.ts";
import type { Rule } from "./rule.ts";

export const unknownLaw: Rule = {
  id: "unknown-law",
  partly: true,
  sentence: { zh: "引用的法规和条款都收录在法规库中。", en: "Every law and article cited is in the law packs." },
  check: (scenario, { laws }) => {
    const unknown = (law: string): [string, string] => {
      const meant = nearest(law, laws.keys());
      const list = [...laws.keys()].join(", ");
      return [
        `there is no law pack ${law}; ${meant ? `did you mean ${meant}?` : `there are ${list}`}`,
        `法规库中没有 ${law}；${meant ? `是否应为 ${meant}？` : `现有 ${list}。`}`,
      ];
    };
    const pins = pinsOf(scenario).flatMap(({ path, law }): Finding[] =>
      laws.has(law) ? [] : [finding(path, ...unknown(law))],
    );
    const cites = citationsOf(scenario).flatMap(({ path, law, article }): Finding[] => {
      const pack = laws.get(law);
      if (!pack) return [finding(path, ...unknown(law))];
      if (Object.hasOwn(pack.articles, article)) return [];
      const list = Object.keys(pack.articles).join(", ");
      return [
        finding(
          path,
          `${law} has no article ${article}; there are ${list}`,
          `${law} 没有条款 ${article}；现有 ${list}。`,
        ),
      ];
    });
    return [...pins, ...cites];
  },
};
