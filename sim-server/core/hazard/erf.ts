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
