// What a condition's value could ever be, seen from outside a run: the grain in which the linter reasons.

export type Value =
  | { is: "bool"; canBeTrue: boolean; canBeFalse: boolean }
  | { is: "number"; low: number; high: number }
  | { is: "word"; words: ReadonlySet<string> | null }
  | { is: "list"; some: boolean; item: Value }
  | { is: "fact"; field: (name: string) => Value }
  | { is: "any" };

export const ANY: Value = { is: "any" };
export const bool = (canBeTrue: boolean, canBeFalse = true): Value => ({ is: "bool", canBeTrue, canBeFalse });
export const between = (low: number, high: number): Value => ({ is: "number", low, high });
export const oneOf = (words: Iterable<string> | null): Value => ({ is: "word", words: words && new Set(words) });

export const canBeTrue = (value: Value): boolean => value.is === "any" || (value.is === "bool" && value.canBeTrue);
export const canBeFalse = (value: Value): boolean => value.is === "any" || (value.is === "bool" && value.canBeFalse);

/** Either of two values. */
export function join(a: Value, b: Value): Value {
  if (a.is === "bool" && b.is === "bool") return bool(a.canBeTrue || b.canBeTrue, a.canBeFalse || b.canBeFalse);
  if (a.is === "number" && b.is === "number") return between(Math.min(a.low, b.low), Math.max(a.high, b.high));
  if (a.is === "word" && b.is === "word") return oneOf(a.words && b.words ? [...a.words, ...b.words] : null);
  if (a.is === "list" && b.is === "list")
    return { is: "list", some: a.some || b.some, item: a.some ? (b.some ? join(a.item, b.item) : a.item) : b.item };
  return a.is === "fact" && b.is === "fact" ? a : ANY;
}

/** Whether two values could be equal, and could differ. */
export function equal(a: Value, b: Value): Value {
  if (a.is === "number" && b.is === "number")
    return bool(a.low <= b.high && b.low <= a.high, !(a.low === a.high && b.low === b.high && a.low === b.low));
  if (a.is === "bool" && b.is === "bool")
    return bool(
      (a.canBeTrue && b.canBeTrue) || (a.canBeFalse && b.canBeFalse),
      (a.canBeTrue && b.canBeFalse) || (a.canBeFalse && b.canBeTrue),
    );
  if (a.is === "word" && b.is === "word" && a.words && b.words) {
    const [x, y] = [a.words, b.words];
    return bool(
      [...x].some((word) => y.has(word)),
      !(x.size === 1 && y.size === 1 && [...x].every((w) => y.has(w))),
    );
  }
  return bool(true);
}

export function not(value: Value): Value {
  return bool(canBeFalse(value), canBeTrue(value));
}

/** `a < b`, or `a <= b`. */
export function less(a: Value, b: Value, orEqual: boolean): Value {
  if (a.is !== "number" || b.is !== "number") return bool(true);
  return orEqual ? bool(a.low <= b.high, a.high > b.low) : bool(a.low < b.high, a.high >= b.low);
}

/** Sums, differences, products and quotients of ranges. */
export function reckon(operator: string, a: Value, b: Value): Value {
  if (a.is !== "number" || b.is !== "number") return ANY;
  switch (operator) {
    case "_+_":
      return between(a.low + b.low, a.high + b.high);
    case "_-_":
      return between(a.low - b.high, a.high - b.low);
    case "_*_": {
      const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((x) =>
        Number.isNaN(x) ? 0 : x,
      );
      return between(Math.min(...ends), Math.max(...ends));
    }
    default:
      return between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }
}
