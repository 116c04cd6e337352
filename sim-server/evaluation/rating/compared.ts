// Finished sheets held against each other: how far raters agree, and behaviour seen from all sides.
import type { Agreement, Mark, MarkKind, RaterSource, Round } from "../../protocol/assessment.ts";
import { krippendorffAlpha } from "./alpha.ts";
import { intraclass } from "./icc.ts";
import { cohenKappa, pairTable } from "./kappa.ts";

export type FinishedSheet = {
  readonly source: RaterSource;
  readonly about: string;
  readonly rater: string;
  readonly marks: readonly Mark[];
};

const KINDS: readonly MarkKind[] = ["task", "capability", "marker"];
/** Two steps of four or five are more than a nuance. */
const APART_STEPS = 2;
const STEPS = 6;

/** Those who rate themselves do not count: they are no second opinion on the same thing. */
export function agreements(sheets: readonly FinishedSheet[]): Agreement[] {
  const judging = sheets.filter(({ source }) => source !== "self");
  const subjects = [...new Set(judging.map(({ about }) => about))];
  return subjects.flatMap((about) =>
    KINDS.flatMap((kind): Agreement[] => {
      const own = judging.filter(
        (sheet) => sheet.about === about && sheet.marks.some((mark) => mark.kind === kind && mark.value !== null),
      );
      return own.length < 2 ? [] : [agreement(about, kind, own)];
    }),
  );
}

function agreement(about: string, kind: MarkKind, sheets: readonly FinishedSheet[]): Agreement {
  const given = sheets.map(
    ({ marks }) => new Map(marks.filter((mark) => mark.kind === kind).map(({ item, value }) => [item, value])),
  );
  const items = [...new Set(given.flatMap((map) => [...map.keys()]))];
  const table = given.map((map) => items.map((item) => map.get(item) ?? null));
  const rows = items.map((item, at) => ({ item, values: table.map((values) => values[at] ?? null) }));
  const full = rows.flatMap(({ values }) => {
    const known = values.filter((value): value is number => value !== null);
    return known.length === values.length ? [known] : [];
  });
  const icc = intraclass(full);
  const [one, other] = table;
  return {
    about,
    kind,
    raters: sheets.map(({ rater }) => rater),
    items: items.length,
    alphaOrdinal: krippendorffAlpha(table, "ordinal"),
    alphaInterval: krippendorffAlpha(table, "interval"),
    icc2: icc?.ICC2 ?? null,
    icc2k: icc?.ICC2k ?? null,
    weightedKappa: one && other && table.length === 2 ? cohenKappa(pairTable(one, other, STEPS), "quadratic") : null,
    disagreed: rows.filter(({ values }) => spread(values) >= APART_STEPS),
  };
}

function spread(values: readonly (number | null)[]): number {
  const known = values.filter((value): value is number => value !== null);
  return known.length < 2 ? 0 : Math.max(...known) - Math.min(...known);
}

/** Means of each source, then the scenario's weights over the sources that spoke; who is missing is told. */
export function rounds(
  sheets: readonly FinishedSheet[],
  markers: readonly string[],
  weights: Readonly<Partial<Record<RaterSource, number>>>,
): Round[] {
  const subjects = [...new Set(sheets.map(({ about }) => about))];
  return subjects.map((about) => {
    const own = sheets.filter((sheet) => sheet.about === about);
    const heard = (Object.keys(weights) as RaterSource[]).flatMap((source) => {
      const given = own.filter((sheet) => sheet.source === source);
      const values = given.flatMap(({ marks }) => markerValues(marks));
      return values.length === 0 ? [] : [{ source, raters: given.length, mean: mean(values) }];
    });
    const total = heard.reduce((sum, { source }) => sum + (weights[source] ?? 0), 0);
    const sources = heard.map((one) => {
      const weight = weights[one.source] ?? 0;
      return { ...one, weight, share: total > 0 ? weight / total : 0 };
    });
    return {
      about,
      markers: markers.map((item) => ({
        item,
        bySource: Object.fromEntries(
          heard.flatMap(({ source }) => {
            const values = own
              .filter((sheet) => sheet.source === source)
              .flatMap(({ marks }) => markerValues(marks.filter((mark) => mark.item === item)));
            return values.length === 0 ? [] : [[source, mean(values)]];
          }),
        ),
      })),
      sources,
      weighted: total > 0 ? sources.reduce((sum, one) => sum + one.mean * one.share, 0) : null,
      missing: (Object.keys(weights) as RaterSource[]).filter(
        (source) => (weights[source] ?? 0) > 0 && !heard.some((one) => one.source === source),
      ),
    };
  });
}

const markerValues = (marks: readonly Mark[]): number[] =>
  marks.flatMap(({ kind, value }) => (kind === "marker" && value !== null ? [value] : []));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
