// A scenario rests on the law in force: pins are current, cited articles have not given way, and both lists agree.
import { type Finding, finding } from "../format/problem.ts";
import { citationsOf, pinsOf } from "./citations.ts";
import type { Rule } from "./rule.ts";

export const supersededLaw: Rule = {
  id: "superseded-law",
  partly: true,
  sentence: {
    zh: "引用的是现行有效的法规和条款，且与 law 清单一致。",
    en: "Laws and articles cited are in force and pinned under law.",
  },
  check: (scenario, { laws }) => {
    const pins = pinsOf(scenario);
    const cites = citationsOf(scenario);
    const pinned = new Set(pins.map(({ law }) => law));
    const cited = new Set(cites.map(({ law }) => law));
    const found: Finding[] = [];
    for (const { path, law, day } of pins) {
      const pack = laws.get(law);
      if (!pack) continue;
      if (day !== pack.effective)
        found.push(
          finding(
            path,
            `${law} is pinned to ${day}, but the text in the packs took effect on ${pack.effective}; check what changed and write ${law}@${pack.effective}`,
            `${law} 注明的是 ${day}，而法规库中的文本自 ${pack.effective} 施行；请核对变化后改为 ${law}@${pack.effective}。`,
          ),
        );
      if (pack.superseded)
        found.push(
          finding(
            path,
            `${law} was replaced by ${pack.superseded.by} on ${pack.superseded.on}; cite that instead`,
            `${law} 已于 ${pack.superseded.on} 被 ${pack.superseded.by} 取代；请改引新文本。`,
          ),
        );
      if (!cited.has(law))
        found.push(
          finding(
            path,
            `${law} is pinned but cited nowhere; cite it or take it out`,
            `${law} 已列入 law 但无处引用；请引用或删去。`,
            "warning",
          ),
        );
    }
    for (const { path, law, article } of cites) {
      const pack = laws.get(law);
      const instead = pack && Object.hasOwn(pack.articles, article) ? pack.articles[article]?.supersededBy : undefined;
      if (instead !== undefined)
        found.push(
          finding(
            path,
            `article ${article} of ${law} has given way to ${instead}; cite that`,
            `${law} 第 ${article} 条已被 ${instead} 取代；请改引后者。`,
          ),
        );
      if (pack && !pinned.has(law))
        found.push(
          finding(
            path,
            `${law} is cited but not pinned; add ${law}@${pack.effective} under law`,
            `引用了 ${law} 但未列入 law；请加 ${law}@${pack.effective}。`,
          ),
        );
    }
    return found;
  },
};
