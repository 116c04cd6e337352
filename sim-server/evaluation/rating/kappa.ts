// Cohen's kappa for two raters: plain, or weighted by how far apart two ratings lie.

export type KappaWeights = "none" | "linear" | "quadratic" | readonly (readonly number[])[];

/**
 * Kappa from a table of counts or shares, rows one rater and columns the other, categories in rising order. Weights
 * are of disagreement: 0 on the diagonal. Null where all of it falls into one category.
 * Source: J. Cohen, Psychological Bulletin 70 (1968) 213-220.
 */
export function cohenKappa(table: readonly (readonly number[])[], weights: KappaWeights): number | null {
  const size = table.length;
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const weight = weightOf(weights, row, column);
      observed += weight * (table[row]?.[column] ?? 0);
      expected += (weight * (rows[row] ?? 0) * (columns[column] ?? 0)) / total;
    }
  return total === 0 || expected === 0 ? null : 1 - observed / expected;
}

function weightOf(weights: KappaWeights, row: number, column: number): number {
  if (typeof weights !== "string") return weights[row]?.[column] ?? 0;
  const apart = Math.abs(row - column);
  switch (weights) {
    case "none":
      return apart === 0 ? 0 : 1;
    case "linear":
      return apart;
    case "quadratic":
      return apart ** 2;
  }
}

/** How often each pair of categories was given, for the items that both rated; categories counted from 0. */
export function pairTable(
  one: readonly (number | null)[],
  other: readonly (number | null)[],
  categories: number,
): readonly (readonly number[])[] {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (const [item, value] of one.entries()) {
    const beside = other[item];
    const row = value === null ? undefined : table[value];
    if (row && typeof beside === "number") row[beside] = (row[beside] ?? 0) + 1;
  }
  return table;
}
