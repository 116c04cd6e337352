// Pass rates (处置合格率) with their intervals, and first against latest attempts of the same people.
// Source of the interval: Wilson, JASA 22 (1927) 209-212; valid for small counts and for none or all passed.
import { type Attempt, groupBy } from "./board.ts";

export type Rate = { readonly passed: number; readonly of: number; readonly low: number; readonly high: number };
export type BeforeAfter = {
  readonly people: number;
  readonly before: Rate;
  readonly after: Rate;
  readonly improved: number;
  readonly worsened: number;
};

const Z95 = 1.959964;

/** The 95 % Wilson interval of a share. */
export function rateOf(passed: number, of: number, z = Z95): Rate {
  if (of === 0) return { passed, of, low: 0, high: 1 };
  const share = passed / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const reach = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { passed, of, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/** Each person's first and latest attempt at the same scenario; only those who tried at least twice. */
export function beforeAfter(attempts: readonly Attempt[]): BeforeAfter {
  const pairs = [...groupBy(attempts, ({ person, scenario }) => `${scenario} ${person}`).values()].flatMap((own) => {
    const inOrder = [...own].sort((a, b) => a.atMs - b.atMs);
    const [first, last] = [inOrder[0], inOrder.at(-1)];
    return first && last && inOrder.length > 1 ? [{ first: first.passed, last: last.passed }] : [];
  });
  const count = (yes: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(yes).length;
  return {
    people: pairs.length,
    before: rateOf(
      count(({ first }) => first),
      pairs.length,
    ),
    after: rateOf(
      count(({ last }) => last),
      pairs.length,
    ),
    improved: count(({ first, last }) => !first && last),
    worsened: count(({ first, last }) => first && !last),
  };
}
