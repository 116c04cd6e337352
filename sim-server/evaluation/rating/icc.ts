// Intraclass correlations of Shrout and Fleiss: how much of the spread of ratings lies in what was rated.

export const ICC_FORMS = ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"] as const;
export type IccForm = (typeof ICC_FORMS)[number];

/**
 * All six forms for a full table, one row an item and one column a rater. ICC1: every item rated by other raters;
 * ICC2: the same raters, drawn from many, absolute agreement; ICC3: these raters only, consistency; with k: of the
 * mean of the raters. Null with fewer than two items or raters, or where nothing differs.
 * Source: P. E. Shrout, J. L. Fleiss, Psychological Bulletin 86 (1979) 420-428.
 */
export function intraclass(table: readonly (readonly number[])[]): Readonly<Record<IccForm, number>> | null {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2 || table.some((row) => row.length !== k)) return null;
  const all = table.flat();
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = (values: readonly number[], about: number): number =>
    values.reduce((sum, value) => sum + (value - about) ** 2, 0);
  const grand = mean(all);
  const total = square(all, grand);
  if (total === 0) return null;
  const between = k * square(table.map(mean), grand);
  const columns = Array.from({ length: k }, (_, rater) => mean(table.map((row) => row[rater] ?? 0)));
  const raters = n * square(columns, grand);
  const bms = between / (n - 1);
  const wms = (total - between) / (n * (k - 1));
  const jms = raters / (k - 1);
  const ems = (total - between - raters) / ((n - 1) * (k - 1));
  const share = (top: number, bottom: number): number => (bottom === 0 ? 0 : top / bottom);
  return {
    ICC1: share(bms - wms, bms + (k - 1) * wms),
    ICC2: share(bms - ems, bms + (k - 1) * ems + (k * (jms - ems)) / n),
    ICC3: share(bms - ems, bms + (k - 1) * ems),
    ICC1k: share(bms - wms, bms),
    ICC2k: share(bms - ems, bms + (jms - ems) / n),
    ICC3k: share(bms - ems, bms),
  };
}
