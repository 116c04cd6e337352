// Logistic regression by iteratively reweighted least squares, with its covariance; for pass or fail from what is known.
// Source: McCullagh and Nelder, Generalized Linear Models, 1989. A ridge keeps separable data at finite coefficients.
import { dot, inverse, logistic, type Matrix, times } from "./linear.ts";

export type Fit = {
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  readonly logLikelihood: number;
};

const STEPS_MOST = 50;

/** `rows` carry their own leading 1 where an intercept is wanted; the ridge (per squared logit) spares column 0. */
export function fitLogistic(rows: readonly (readonly number[])[], outcomes: readonly number[], ridge = 0): Fit {
  const width = rows[0]?.length ?? 0;
  let coefficients: number[] = Array.from({ length: width }, () => 0);
  let covariance: Matrix = [];
  for (let step = 0; step < STEPS_MOST; step += 1) {
    const gradient = coefficients.map((value, at) => (at === 0 ? 0 : -ridge * value));
    const information = coefficients.map((_, row) =>
      coefficients.map((__, column) => (row === column ? 1e-9 + (row === 0 ? 0 : ridge) : 0)),
    );
    for (const [at, row] of rows.entries()) {
      const expected = logistic(dot(row, coefficients));
      const weight = expected * (1 - expected);
      for (let a = 0; a < width; a += 1) {
        gradient[a] = (gradient[a] ?? 0) + (row[a] ?? 0) * ((outcomes[at] ?? 0) - expected);
        const line = information[a];
        for (let b = 0; line && b < width; b += 1) line[b] = (line[b] ?? 0) + weight * (row[a] ?? 0) * (row[b] ?? 0);
      }
    }
    covariance = inverse(information);
    const move = times(covariance, gradient);
    const largest = Math.max(0, ...move.map(Math.abs));
    const damping = Math.min(1, 5 / Math.max(largest, 1e-300));
    coefficients = coefficients.map((value, at) => value + (move[at] ?? 0) * damping);
    if (largest < 1e-10) break;
  }
  const logLikelihood = rows.reduce((sum, row, at) => {
    const expected = logistic(dot(row, coefficients));
    return sum + Math.log((outcomes[at] ?? 0) > 0.5 ? expected : 1 - expected);
  }, 0);
  return { coefficients, covariance, logLikelihood };
}
