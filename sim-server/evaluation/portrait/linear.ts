// Small dense linear algebra for the models here: the inverse of a symmetric positive definite matrix.

export type Matrix = readonly (readonly number[])[];

/** Gauss-Jordan with pivoting; throws on a singular matrix, which a ridge or a constraint must have prevented. */
export function inverse(matrix: Matrix): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...Array.from({ length: size }, (_, column) => Number(at === column))]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column; row < size; row += 1)
      if (Math.abs(cell(rows, row, column)) > Math.abs(cell(rows, pivot, column))) pivot = row;
    const [upper, lower] = [rows[column], rows[pivot]];
    if (!upper || !lower || Math.abs(cell(rows, pivot, column)) < 1e-12) throw new RangeError("a singular matrix");
    [rows[column], rows[pivot]] = [lower, upper];
    const lead = lower[column] ?? 1;
    const scaled = lower.map((value) => value / lead);
    rows[column] = scaled;
    for (let row = 0; row < size; row += 1) {
      const factor = cell(rows, row, column);
      if (row !== column && factor !== 0)
        rows[row] = (rows[row] ?? []).map((value, at) => value - factor * (scaled[at] ?? 0));
    }
  }
  return rows.map((row) => row.slice(size));
}

export const times = (matrix: Matrix, vector: readonly number[]): number[] => matrix.map((row) => dot(row, vector));

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

export const cell = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0;

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));
