// What a rule of the linter is: a name, a sentence, and a check that tells where a scenario breaks it.
import type { LawPacks } from "../format/load-law.ts";
import type { Names } from "../format/names.ts";
import type { Finding, Sentence } from "../format/problem.ts";
import type { Scenario } from "../format/scenario.ts";
import type { Possible } from "./possibility.ts";

type Context = { laws: LawPacks; names: Names; possible: Possible };

export type Rule = {
  id: string;
  /** What a scenario that keeps the rule is like. */
  sentence: Sentence;
  /** May look at a scenario of which parts could not be read; all others wait until the whole can be. */
  partly?: true;
  check: (scenario: Scenario, context: Context) => Finding[];
};
