// Holds what a hazard model answers against what was published, at the nearness its file allows.
import type { Expectation, HazardCase } from "./case-file.ts";
import type { Value } from "./model.ts";

export type Verdict = {
  readonly name: string;
  readonly wanted: Value;
  readonly answer: Value;
  /** By how much the answer may differ; null where it has to be the same. */
  readonly allowed: number | null;
  readonly met: boolean;
  /** Why a miss is known and stands in the table all the same. */
  readonly known?: string;
};

export function verdicts({ expectations, outcome }: Pick<HazardCase, "expectations" | "outcome">): Verdict[] {
  return expectations.map((expectation) => verdict(expectation, outcome.results[expectation.name] ?? null));
}

function verdict({ name, wanted, near, miss }: Expectation, answer: Value): Verdict {
  const allowed = typeof wanted === "number" ? Math.max(near.absolute, Math.abs(wanted) * near.relative) : null;
  const met =
    typeof wanted === "number" && allowed !== null
      ? typeof answer === "number" && Math.abs(answer - wanted) <= allowed
      : answer === wanted;
  return miss === undefined
    ? { name, wanted, answer, allowed, met }
    : { name, wanted, answer, allowed, met, known: miss };
}
