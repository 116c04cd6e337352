// Every question has an answer that can be right, and one that can be wrong.
import { type Finding, finding, type Path } from "../format/problem.ts";
import { canBeFalse, canBeTrue } from "./abstract-value.ts";
import { foresee } from "./foresee.ts";
import { outlookOf } from "./outlook.ts";
import type { Rule } from "./rule.ts";

export const noRightAnswer: Rule = {
  id: "no-right-answer",
  sentence: {
    zh: "每道题、每个报告要素都有可能正确的选项，也有错误的选项。",
    en: "Every question has an option that can be right, and one that can be wrong.",
  },
  check: (scenario, { possible }) => {
    const outlook = outlookOf(possible);
    const judge = (options: readonly (boolean | string)[], path: Path): Finding[] => {
      const right = options.some((option) =>
        typeof option === "boolean" ? option : canBeTrue(foresee(option, outlook)),
      );
      const wrong = options.some((option) =>
        typeof option === "boolean" ? !option : canBeFalse(foresee(option, outlook)),
      );
      if (!right)
        return [
          finding(
            path,
            "none of these options can ever be right; mend a condition or add the right answer",
            "没有一个选项可能正确；请修正条件或补上正确答案。",
          ),
        ];
      return wrong
        ? []
        : [
            finding(
              path,
              "all of these options are right, so the question asks nothing; add a wrong one",
              "所有选项都正确，等于没有提问；请加一个错误选项。",
            ),
          ];
    };
    return [
      ...scenario.decisions.flatMap(({ options }, i) =>
        judge(
          options.map(({ judgement }) => judgement !== "wrong"),
          ["decisions", i, "options"],
        ),
      ),
      ...scenario.probes.flatMap(({ options }, i) =>
        judge(
          options.map(({ right }) => right),
          ["probes", i, "options"],
        ),
      ),
      ...Object.entries(scenario.reports).flatMap(([id, { items }]) =>
        items.flatMap(({ options }, i) =>
          judge(
            options.map(({ right }) => right),
            ["reports", id, "items", i, "options"],
          ),
        ),
      ),
    ];
  },
};
