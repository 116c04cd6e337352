// Krippendorff's alpha: how far several raters agree beyond chance, with any number of raters and with gaps.

export const MEASURES = ["nominal", "ordinal", "interval", "ratio"] as const;
export type Measure = (typeof MEASURES)[number];

/** What one rater gave each item, in the items' order; null where he gave nothing. */
export type RaterValues = readonly (number | null)[];

/**
 * Alpha of raters over the same items: 1 full agreement, 0 what chance gives, below 0 systematic disagreement. Null
 * where nothing can be said: fewer than two paired values, or all values alike, so that nothing could have differed.
 * Ratio values must not be negative. Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
 */
export function krippendorffAlpha(raters: readonly RaterValues[], measure: Measure): number | null {
  const items = Math.max(0, ...raters.map((values) => values.length));
  const units = Array.from({ length: items }, (_, item) =>
    raters.flatMap((values) => (typeof values[item] === "number" ? [values[item]] : [])),
  ).filter((values) => values.length >= 2);
  const paired = units.flat();
  const values = [...new Set(paired)].sort((a, b) => a - b);
  if (paired.length < 2 || values.length < 2) return null;
  const counts = values.map((value) => paired.filter((one) => one === value).length);
  const place = new Map(values.map((value, at) => [value, at]));
  const apart = distance(measure, values, counts);

  let observed = 0;
  for (const unit of units) {
    let sum = 0;
    for (const [at, one] of unit.entries())
      for (const [beside, other] of unit.entries())
        if (at !== beside) sum += apart(place.get(one) ?? 0, place.get(other) ?? 0);
    observed += sum / (unit.length - 1);
  }
  let expected = 0;
  for (const [one, count] of counts.entries())
    for (const [other, otherCount] of counts.entries())
      if (one !== other) expected += count * otherCount * apart(one, other);
  return 1 - ((paired.length - 1) * observed) / expected;
}

type Distance = (one: number, other: number) => number;

/** The squared difference of two values by their places in the sorted list of values. */
function distance(measure: Measure, values: readonly number[], counts: readonly number[]): Distance {
  const value = (at: number): number => values[at] ?? 0;
  switch (measure) {
    case "nominal":
      return (one, other) => (one === other ? 0 : 1);
    case "ordinal":
      return (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const between = counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
        return (between - ((counts[low] ?? 0) + (counts[high] ?? 0)) / 2) ** 2;
      };
    case "interval":
      return (one, other) => (value(one) - value(other)) ** 2;
    case "ratio":
      return (one, other) => {
        const sum = value(one) + value(other);
        return sum === 0 ? 0 : ((value(one) - value(other)) / sum) ** 2;
      };
  }
}
