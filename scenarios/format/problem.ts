// What is wrong with an author's text, where it stands, and how to mend it.

/** A sentence for the author, in both languages of the product. */
export type Sentence = { zh: string; en: string };
export type Severity = "error" | "warning";
export type Path = readonly (string | number)[];

/** A problem as a rule sees it: a place in the scenario and what to do about it. */
export type Finding = { path: Path; sentence: Sentence; severity?: Severity };

/** A problem as an author sees it: file, line and column, counted from one. */
export type Problem = {
  rule: string;
  severity: Severity;
  file: string;
  line: number;
  column: number;
  path: string;
  sentence: Sentence;
};

export const finding = (path: Path, en: string, zh: string, severity?: Severity): Finding =>
  severity ? { path, sentence: { zh, en }, severity } : { path, sentence: { zh, en } };

/** The known word an author most likely meant, if one is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const far = Math.abs(candidate.length - word.length) < least ? distance(word, candidate) : least;
    if (far < least) [least, best] = [far, candidate];
  }
  return best;
}

/** Levenshtein's distance, one row at a time. */
function distance(a: string, b: string): number {
  if (a.length > 60 || b.length > 60) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
