// The models of the portrait against published figures: LSAT6, Glickman's example, Spector and Mazzeo's classes.
import { describe, expect, test } from "vitest";
import { aged, chanceOf, updated } from "./ability.ts";
import { calibrate } from "./rasch.ts";
import { fitLogistic } from "./regression.ts";

/** Bock and Lieberman (1970), Law School Admission Test, section 6: 1,000 people by pattern of five answers, 00000 first. */
const LSAT6 = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
];
const ITEMS = ["1", "2", "3", "4", "5"];

const lsat6 = LSAT6.flatMap((count, pattern) => {
  const right = new Set(ITEMS.filter((_, at) => (pattern >> (4 - at)) & 1));
  return Array.from({ length: count }, () => ({ items: ITEMS, right }));
});

describe("task difficulty by the Rasch model", () => {
  test("gives eRm's difficulties and conditional likelihood for LSAT6", () => {
    const { difficulties, logLikelihood } = calibrate(lsat6);
    const published = [-1.2561, 0.4749, 1.236, 0.1684, -0.6232];
    published.forEach((value, at) => {
      expect(difficulties.get(ITEMS[at] ?? "")?.logits).toBeCloseTo(value, 3);
    });
    // eRm's figure counts the patterns of people between the extremes, whose scores tell nothing.
    expect(logLikelihood).toBeCloseTo(-1091.57, 1);
  });

  test("is not moved by who attempts what: attempts at part of the tasks give the same difficulties", () => {
    const parts = lsat6.map(({ right }, at) => ({ items: at % 2 ? ITEMS.slice(0, 4) : ITEMS.slice(1), right }));
    const { difficulties } = calibrate(parts);
    const whole = calibrate(lsat6).difficulties;
    for (const item of ITEMS) expect(difficulties.get(item)?.logits ?? 9).toBeCloseTo(whole.get(item)?.logits ?? 0, 0);
  });

  test("keeps a task that nobody did at a finite place, harder than all others", () => {
    const attempts = lsat6.map(({ right }) => ({ items: [...ITEMS, "never"], right }));
    const { difficulties } = calibrate(attempts, 1.5);
    const hardest = [...difficulties].sort((a, b) => b[1].logits - a[1].logits)[0];
    expect(hardest?.[0]).toBe("never");
    expect(hardest?.[1].logits).toBeLessThan(12);
  });
});

describe("ability by Glicko's update", () => {
  const PER_POINT = Math.LN10 / 400;
  /** Glickman's worked example: 1500 (200) wins against 1400 (30), loses to 1550 (100) and 1700 (300). */
  const trials = [
    [1400, 30, 1],
    [1550, 100, 0],
    [1700, 300, 0],
  ].map(([rating = 0, deviation = 0, done = 0]) => ({
    difficulty: (rating - 1500) * PER_POINT,
    standardError: deviation * PER_POINT,
    done,
  }));
  const points = ({ logits, standardError }: { logits: number; standardError: number }) => ({
    rating: 1500 + logits / PER_POINT,
    deviation: standardError / PER_POINT,
  });

  test("meets Glickman's worked example: 1464 and 151.4", () => {
    const { rating, deviation } = points(updated({ logits: 0, standardError: 200 * PER_POINT }, trials));
    expect(rating).toBeCloseTo(1464, 0);
    expect(deviation).toBeCloseTo(151.4, 1);
  });

  test("meets Glicko-2's example with its published volatility: 1464.06 and 151.52", () => {
    const volatility = 0.05999;
    const before = { logits: 0, standardError: Math.hypot(200 * PER_POINT, volatility) };
    const { rating, deviation } = points(updated(before, trials));
    expect(rating).toBeCloseTo(1464.06, 1);
    expect(deviation).toBeCloseTo(151.52, 1);
  });

  test("grows less sure with time, and never less than knowing nothing", () => {
    const sure = { logits: 1, standardError: 0.3 };
    expect(aged(sure, 6).standardError).toBeGreaterThan(aged(sure, 1).standardError);
    expect(aged(sure, 10_000).standardError).toBeLessThanOrEqual(1.2);
    expect(aged(sure, 6).logits).toBe(1);
  });

  test("gives even odds where ability meets difficulty, and better ones above", () => {
    expect(chanceOf({ logits: 0.7, standardError: 0.4 }, 0.7)).toBeCloseTo(0.5, 9);
    expect(chanceOf({ logits: 1.7, standardError: 0.4 }, 0.7)).toBeGreaterThan(0.6);
  });
});

describe("logistic regression", () => {
  /** Spector and Mazzeo (1980): grade point average, economics test, new method, grade improved. */
  const CLASSES: readonly (readonly [number, number, number, number])[] = [
    [2.66, 20, 0, 0],
    [2.89, 22, 0, 0],
    [3.28, 24, 0, 0],
    [2.92, 12, 0, 0],
    [4.0, 21, 0, 1],
    [2.86, 17, 0, 0],
    [2.76, 17, 0, 0],
    [2.87, 21, 0, 0],
    [3.03, 25, 0, 0],
    [3.92, 29, 0, 1],
    [2.63, 20, 0, 0],
    [3.32, 23, 0, 0],
    [3.57, 23, 0, 0],
    [3.26, 25, 0, 1],
    [3.53, 26, 0, 0],
    [2.74, 19, 0, 0],
    [2.75, 25, 0, 0],
    [2.83, 19, 0, 0],
    [3.12, 23, 1, 0],
    [3.16, 25, 1, 1],
    [2.06, 22, 1, 0],
    [3.62, 28, 1, 1],
    [2.89, 14, 1, 0],
    [3.51, 26, 1, 0],
    [3.54, 24, 1, 1],
    [2.83, 27, 1, 1],
    [3.39, 17, 1, 1],
    [2.67, 24, 1, 0],
    [3.65, 21, 1, 1],
    [4.0, 23, 1, 1],
    [3.1, 21, 1, 0],
    [2.39, 19, 1, 1],
  ];

  test("gives statsmodels' coefficients and likelihood for Spector's classes", () => {
    const rows = CLASSES.map(([average, economics, method]) => [1, average, economics, method]);
    const { coefficients, logLikelihood } = fitLogistic(
      rows,
      CLASSES.map((one) => one[3]),
    );
    [-13.0213, 2.8261, 0.0952, 2.3787].forEach((value, at) => {
      expect(coefficients[at]).toBeCloseTo(value, 4);
    });
    expect(logLikelihood).toBeCloseTo(-12.8896, 4);
  });

  test("stays finite on data that a line parts cleanly when a ridge holds it", () => {
    const rows = [-2, -1, 1, 2].map((x) => [1, x]);
    const { coefficients } = fitLogistic(rows, [0, 0, 1, 1], 0.5);
    expect(Math.abs(coefficients[1] ?? 99)).toBeLessThan(10);
  });
});
