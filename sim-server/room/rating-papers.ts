// What one reader may see of the human rating of a run: blind raters see nobody else's marks until they are done.
import type { Account } from "../access/account.ts";
import { agreements, rounds } from "../evaluation/rating/compared.ts";
import type { Ratings } from "../evaluation/rating/ratings.ts";
import { scaled } from "../evaluation/rating/scaled.ts";
import { sheetItems } from "../evaluation/rating/sheet-items.ts";
import type { Sheet } from "../evaluation/rating/sheets.ts";
import type { Run } from "../journal/runs.ts";
import type { RunDetail, Score } from "../protocol/api.ts";
import { type Assessment, RATER_SOURCES, type ScaledResult, type SheetView } from "../protocol/assessment.ts";
import type { House } from "./live-run.ts";
import type { RunPapers } from "./run-papers.ts";

/** Whether the marks of others are kept from this reader, and why. */
export async function withheldFrom(
  ratings: Ratings,
  sheets: readonly Sheet[],
  runId: string,
  accountId: string,
): Promise<Assessment["withheld"]> {
  const own = sheets.filter((sheet) => sheet.accountId === accountId);
  if (own.some(({ doneAtMs }) => doneAtMs === null)) return "own-sheet-open";
  if (own.length > 0 || (await ratings.sheets.hasSeenOthers(runId, accountId))) return null;
  return sheets.some(({ doneAtMs }) => doneAtMs !== null) ? "not-asked" : null;
}

/** Whoever has a sheet in hand is not told what others said by hand, here or elsewhere. */
export async function blindTo(ratings: Ratings, runId: string, accountId: string): Promise<boolean> {
  const sheets = await ratings.sheets.ofRun(runId);
  return sheets.some((sheet) => sheet.accountId === accountId && sheet.doneAtMs === null);
}

/** A result on the scale asked for, or the scenario's usual one when there is no such scale; none without a score. */
export async function scaledFor(
  papers: RunPapers,
  ratings: Ratings,
  { row, score }: Pick<RunDetail, "row" | "score">,
  scaleId: string,
): Promise<ScaledResult | undefined> {
  if (!score) return undefined;
  const { usualScale, forms } = ratings.plan((await papers.compiled(row.runId)).scenario);
  const scale = ratings.scales.get(scaleId) ?? ratings.scales.get(usualScale);
  return scale && scaled(scale, score, forms);
}

export async function assessmentFor(
  house: House,
  papers: RunPapers,
  ratings: Ratings,
  run: Run,
  { accountId }: Pick<Account, "accountId">,
): Promise<Assessment> {
  const { runId } = run;
  const { scenario } = await papers.compiled(runId);
  const { set, weights, usualScale, forms } = ratings.plan(scenario);
  const sheets = await ratings.sheets.ofRun(runId);
  const withheld = await withheldFrom(ratings, sheets, runId, accountId);
  const finished = withheld === null ? sheets.filter(({ doneAtMs }) => doneAtMs !== null) : [];
  const latest = run.state === "ended" ? await house.results.latest(runId) : undefined;
  const score = latest?.results as Score | undefined;
  return {
    usualScale,
    scaled: score ? [...ratings.scales.values()].map((scale) => scaled(scale, score, forms)) : [],
    markerSet: { id: set.id, title: set.title, source: set.source },
    weights,
    items: Object.fromEntries(
      RATER_SOURCES.map((source) => [source, sheetItems(scenario, set, source, "")]),
    ) as unknown as Assessment["items"],
    sheets: sheets.map((sheet) => viewOf(sheet, accountId, withheld !== null)),
    withheld,
    agreement: agreements(finished),
    rounds: rounds(
      finished,
      set.markers.map(({ id }) => id),
      weights,
    ),
    invites: await ratings.invites.ofRun(runId, Date.now()),
    appeals: await ratings.appeals.ofRun(runId),
  };
}

/** Whose marks are withheld stays nameless too: a name says whether to look for a strict or a mild rater. */
function viewOf(sheet: Sheet, accountId: string, withheld: boolean): SheetView {
  const mine = sheet.accountId === accountId;
  const shown = mine || (!withheld && sheet.doneAtMs !== null);
  const { sheetId, source, about, blind, openedAtMs, doneAtMs } = sheet;
  return {
    sheetId,
    source,
    about,
    rater: shown || !withheld ? sheet.rater : "",
    blind,
    openedAtMs,
    doneAtMs,
    remark: shown ? sheet.remark : "",
    mine,
    marks: shown ? sheet.marks : null,
    changed: shown ? sheet.changed : 0,
  };
}
