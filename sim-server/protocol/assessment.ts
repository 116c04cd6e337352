// Human rating over HTTP: scales, sheets, invitations, agreement, appeals; beside the automatic score, never in its place.
import type { Rating, Text } from "./words.ts";

export const RATER_SOURCES = ["evaluator", "superior", "served", "third-party", "peer", "self"] as const;
export type RaterSource = (typeof RATER_SOURCES)[number];
export const MARK_KINDS = ["task", "capability", "marker"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** GET /api/scales */
export type ScaleCard = { id: string; title: Text; source: string; verified: boolean };

export type ScaledMark = { mark: string; title: Text };
/** One evidence set on one scale. */
export type ScaledResult = {
  scale: ScaleCard;
  whole: ScaledMark;
  tasks: Readonly<Record<string, ScaledMark>>;
  /** In the scale's own form, if its standard has one: each item with what its capabilities came to. */
  form: {
    title: Text;
    items: readonly {
      id: string;
      title: Text;
      percent: number | null;
      mark: ScaledMark | null;
      tasks: readonly string[];
    }[];
  } | null;
};

/** Tasks and capabilities: 0 U, 1 M, 2 S, 3 P. Markers: 1 to 5. Null: not observed. */
export type Mark = { kind: MarkKind; item: string; value: number | null; reason: string };

export type Anchor = { value: number; title: Text };
export type SheetItem = { kind: MarkKind; item: string; title: Text; looks: Text | null; anchors: readonly Anchor[] };

export type SheetView = {
  sheetId: string;
  source: RaterSource;
  /** A seat of the run, or empty for the team. */
  about: string;
  rater: string;
  blind: boolean;
  openedAtMs: number;
  doneAtMs: number | null;
  remark: string;
  mine: boolean;
  /** The marks that hold; null while they are withheld from this reader. */
  marks: readonly Mark[] | null;
  /** How many marks were changed after they were first given. */
  changed: number;
};

export type InviteView = {
  inviteId: string;
  source: RaterSource;
  about: string;
  label: string;
  createdAtMs: number;
  expiresAtMs: number;
  state: "open" | "used" | "expired" | "revoked";
};
/** POST /api/runs/:id/invites; the link is shown once. */
export type CreateInvite = { source: RaterSource; about: string; label: string; lifeDays: number };
export type CreatedInvite = { invite: InviteView; link: string };

/** How far the finished sheets of one subject agree on one kind of item. */
export type Agreement = {
  about: string;
  kind: MarkKind;
  raters: readonly string[];
  items: number;
  alphaOrdinal: number | null;
  alphaInterval: number | null;
  /** Shrout and Fleiss: one rater and the mean of these, absolute agreement; only items that all rated. */
  icc2: number | null;
  icc2k: number | null;
  /** Squared weights; exactly two raters. */
  weightedKappa: number | null;
  /** Items on which raters lie two steps or more apart. */
  disagreed: readonly { item: string; values: readonly (number | null)[] }[];
};

/** Behaviour from all sides: the mean of each source, and what the scenario's weights make of them. */
export type Round = {
  about: string;
  markers: readonly { item: string; bySource: Readonly<Partial<Record<RaterSource, number>>> }[];
  sources: readonly { source: RaterSource; raters: number; mean: number; weight: number; share: number }[];
  /** Of 5; null while nobody with a weight has finished. */
  weighted: number | null;
  missing: readonly RaterSource[];
};

export type Appeal = {
  number: number;
  item: string;
  by: string;
  text: string;
  atMs: number;
  verdict: "upheld" | "rejected" | null;
  answer: string;
  answeredBy: string | null;
  answeredAtMs: number | null;
};

/** GET /api/runs/:id/assessment */
export type Assessment = {
  usualScale: string;
  scaled: readonly ScaledResult[];
  markerSet: { id: string; title: Text; source: string };
  weights: Readonly<Partial<Record<RaterSource, number>>>;
  /** What each source is asked, for the team and for one person. */
  items: Readonly<Record<RaterSource, readonly SheetItem[]>>;
  sheets: readonly SheetView[];
  /** Others' marks are withheld: until the own sheet is done, or until the reader asks to see them. */
  withheld: "own-sheet-open" | "not-asked" | null;
  agreement: readonly Agreement[];
  rounds: readonly Round[];
  invites: readonly InviteView[];
  appeals: readonly Appeal[];
};

/** POST /api/runs/:id/sheets */
export type OpenSheet = { about: string };
/** POST /api/runs/:id/sheets/:sheetId */
export type SaveSheet = { marks: readonly Mark[]; remark: string; done: boolean };
/** POST /api/runs/:id/appeals and …/appeals/:number */
export type NewAppeal = { item: string; by: string; text: string };
export type AnswerAppeal = { verdict: "upheld" | "rejected"; answer: string };

/** POST /api/rate: what an invited rater sees; the token comes in the body, never in an address. */
export type InvitedSheet = {
  title: Text;
  unit: string;
  startedAtMs: number;
  source: RaterSource;
  about: string;
  aboutName: string;
  label: string;
  expiresAtMs: number;
  state: "open" | "done";
  items: readonly SheetItem[];
  /** After the own sheet is in, a person sees the automatic rating beside it and may appeal. */
  results: readonly { task: string; title: Text; rating: Rating; reason: Text; own: number | null }[] | null;
  appeals: readonly Appeal[];
};
export type SendSheet = { token: string; name: string; marks: readonly Mark[]; remark: string };
export type InvitedAppeal = { token: string; item: string; text: string };
