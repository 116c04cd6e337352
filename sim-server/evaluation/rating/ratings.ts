// Everything people say about a run, opened once: sheets, invitations, appeals, and the data they are made by.
import { loadMarkerSets, loadScales } from "../../../scenarios/format/load-rating.ts";
import type { MarkerSet } from "../../../scenarios/format/marker-set.ts";
import type { RatingScale } from "../../../scenarios/format/scale.ts";
import type { Scenario } from "../../../scenarios/format/scenario.ts";
import type { RaterSource } from "../../protocol/assessment.ts";
import type { Database } from "../../store/tables.ts";
import { type Appeals, openAppeals } from "./appeals.ts";
import { type Bookmarks, openBookmarks } from "./bookmarks.ts";
import { type Invites, openInvites } from "./invites.ts";
import { openRescorings, type Rescorings } from "./rescorings.ts";
import { openSheets, type Sheets } from "./sheets.ts";

export type Ratings = {
  readonly db: Database;
  readonly sheets: Sheets;
  readonly invites: Invites;
  readonly appeals: Appeals;
  readonly bookmarks: Bookmarks;
  readonly rescorings: Rescorings;
  readonly scales: ReadonlyMap<string, RatingScale>;
  /** What people look at in this scenario, and how much each side's word weighs. */
  plan(scenario: Scenario): RatingPlan;
};
export type RatingPlan = {
  readonly set: MarkerSet;
  readonly weights: Readonly<Partial<Record<RaterSource, number>>>;
  readonly usualScale: string;
  readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export function openRatings(db: Database): Ratings {
  const scales = loadScales();
  const sets = loadMarkerSets();
  return {
    db,
    sheets: openSheets(db),
    invites: openInvites(db),
    appeals: openAppeals(db),
    bookmarks: openBookmarks(db),
    rescorings: openRescorings(db),
    scales,
    plan({ assessment, kind, scales: own }) {
      const named = assessment?.markers === undefined ? undefined : sets.get(assessment.markers);
      const set = named ?? [...sets.values()].find(({ usual }) => usual === kind);
      if (!set) throw new Error(`no marker set is usual for ${kind}`);
      const wanted = [assessment?.scale, ...own].find((id) => id !== undefined && scales.has(id));
      return {
        set,
        weights: assessment?.weights ?? set.weights,
        usualScale: wanted ?? "percent",
        forms: assessment?.forms ?? {},
      };
    },
  };
}
