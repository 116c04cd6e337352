// The door for published tax cases: one or a list in a file, with a sentence and a line for whatever does not fit.
import { readDocument } from "./document.ts";
import type { Path, Problem, Sentence } from "./problem.ts";
import { type TaxCase, taxCase } from "./tax.ts";
import { wordIssues } from "./wording.ts";

export type PlacedTaxCase = TaxCase & {
  readonly id: string;
  /** A problem at a path inside this case, with its line in the file. */
  problemAt(path: Path, sentence: Sentence): Problem;
};

export function parseTaxCases(file: string, source: string): { cases: PlacedTaxCase[]; problems: Problem[] } {
  const { value, problems, locate } = readDocument(file, source);
  const cases: PlacedTaxCase[] = [];
  if (problems.length > 0) return { cases, problems };
  const listed = Array.isArray(value);
  const entries: readonly unknown[] = listed ? value : [value];
  entries.forEach((entry, index) => {
    const base: Path = listed ? [index] : [];
    const problemAt = (path: Path, sentence: Sentence): Problem => {
      const whole = [...base, ...path];
      return { rule: "tax-case", severity: "error", file, ...locate(whole), path: whole.join("."), sentence };
    };
    const parsed = taxCase.safeParse(entry);
    const nameless = `${file.replace(/^.*[/\\]|\.[a-z]+$/g, "")}${listed ? `-${index + 1}` : ""}`;
    if (parsed.success) cases.push({ ...parsed.data, id: parsed.data.id ?? nameless, problemAt });
    else
      for (const { path, sentence } of wordIssues(taxCase, entry, parsed.error.issues))
        problems.push(problemAt(path, sentence));
  });
  return { cases, problems };
}
