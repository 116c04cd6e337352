// The error function to double precision, with fixed iteration counts.

/** erf(x) for any real x; series below 3, continued fraction above; error under 1e-14. */
export const erf = (x: number): number => {
  const size = Math.abs(x);
  const value = size < 3 ? series(size) : 1 - tail(size);
  return x < 0 ? -value : value;
};

const series = (x: number): number => {
  const x2 = x * x;
  let term = x;
  let sum = x;
  for (let k = 1; k <= 80; k += 1) {
    term *= (2 * x2) / (2 * k + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x2) * sum;
};

const tail = (x: number): number => {
  if (x > 6) return 0;
  let fraction = x;
  for (let k = 60; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
};

/** erf(x) to 1.5e-7 by one exponential: Abramowitz and Stegun 7.1.26, for code that runs for every puff and place. */
export const quickErf = (x: number): number => {
  const size = Math.abs(x);
  if (size > 4) return x < 0 ? -1 : 1;
  const t = 1 / (1 + 0.3275911 * size);
  const fall = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const value = 1 - fall * Math.exp(-size * size);
  return x < 0 ? -value : value;
};
