// One evidence set on many scales: a pure reading of a score by a scale's data; the evidence stays the same.
import type { Assessment } from "../../../scenarios/format/assessment.ts";
import type { RatingScale } from "../../../scenarios/format/scale.ts";
import type { Score } from "../../protocol/api.ts";
import type { ScaledMark, ScaledResult } from "../../protocol/assessment.ts";
import type { Text } from "../../protocol/words.ts";

type Form = NonNullable<ScaledResult["form"]>;

export function scaled(scale: RatingScale, score: Score, forms: Assessment["forms"]): ScaledResult {
  const { id, title, source, verified } = scale;
  return {
    scale: { id, title, source, verified },
    whole: wholeMark(scale, score.percent, score.passed),
    tasks: Object.fromEntries(score.tasks.map(({ task, rating }) => [task, scale.ratings[rating]])),
    form: scale.form === undefined ? null : filled(scale, score, forms[id] ?? {}),
  };
}

/** `percent` of all points, 0 to 100. */
export function wholeMark({ whole }: RatingScale, percent: number, passed: boolean): ScaledMark {
  switch (whole.by) {
    case "bands": {
      const band = whole.bands.find(({ from }) => percent >= from) ?? whole.bands.at(-1);
      return { mark: band?.mark ?? "", title: band?.title ?? EMPTY };
    }
    case "number": {
      const mark = percent.toFixed(whole.decimals);
      return { mark, title: { zh: `${mark} ${whole.unit.zh}`, en: `${mark} ${whole.unit.en}` } };
    }
    case "verdict":
      return passed ? whole.passed : whole.failed;
  }
}

const EMPTY: Text = { zh: "", en: "" };

/** An item without tasks says nothing: nothing of it was exercised. */
function filled(scale: RatingScale, { tasks }: Score, itemOf: Readonly<Record<string, string>>): Form {
  const items = scale.form?.items ?? [];
  const known = new Set(items.map(({ id }) => id));
  const rest = items.find((item) => item.rest)?.id;
  return {
    title: scale.form?.title ?? EMPTY,
    items: items.map(({ id, title }) => {
      const own = tasks.filter(({ capability }) => {
        const item = itemOf[capability];
        return (item !== undefined && known.has(item) ? item : rest) === id;
      });
      const most = own.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
      const earned = own.reduce((sum, { points }) => sum + points, 0);
      const percent = most > 0 ? Math.round((earned / most) * 1000) / 10 : null;
      const failed = own.some(({ rating }) => rating === "U");
      return {
        id,
        title,
        percent,
        mark: percent === null ? null : wholeMark(scale, percent, !failed),
        tasks: own.map(({ task }) => task),
      };
    }),
  };
}
