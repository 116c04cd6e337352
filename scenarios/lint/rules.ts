// Every rule of the linter, in the order an author is told of them.
import { coverage } from "./coverage.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateText } from "./duplicate-text.ts";
import { impossibleDeadline } from "./impossible-deadline.ts";
import { impossibleExpectation } from "./impossible-expectation.ts";
import { missingLanguage } from "./missing-language.ts";
import { noRightAnswer } from "./no-right-answer.ts";
import { parameterRange } from "./parameter-range.ts";
import type { Rule } from "./rule.ts";
import { stageGeometry } from "./stage-geometry.ts";
import { substance } from "./substance.ts";
import { supersededLaw } from "./superseded-law.ts";
import { taskWithoutCitation } from "./task-without-citation.ts";
import { unknownLaw } from "./unknown-law.ts";
import { unreachable } from "./unreachable.ts";
import { unreachableProp } from "./unreachable-prop.ts";
import { weights } from "./weights.ts";

export const RULES: readonly Rule[] = [
  duplicateId,
  missingLanguage,
  duplicateText,
  stageGeometry,
  unreachableProp,
  parameterRange,
  substance,
  unreachable,
  impossibleDeadline,
  impossibleExpectation,
  noRightAnswer,
  weights,
  coverage,
  taskWithoutCitation,
  unknownLaw,
  supersededLaw,
];
