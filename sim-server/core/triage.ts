// Triage as exact decision tables: START for tags in the field, SALT for sorting, saving and sorting again.

/** What one finds at a casualty within half a minute. */
export type StartFindings = {
  readonly walks: boolean;
  readonly breathes: boolean;
  /** Only looked at when there is no breath: whether one comes when the airway is opened. */
  readonly breathesOnceOpened: boolean;
  readonly respirationPerMin: number;
  readonly hasRadialPulse: boolean;
  readonly capillaryRefillS: number;
  readonly obeys: boolean;
};
export type StartTag = "green" | "yellow" | "red" | "black";
type Row<Findings, Tag> = { readonly id: string; readonly holds: (of: Findings) => boolean; readonly tag: Tag };

/** START (Newport Beach 1983, revised 1994): the first row that holds gives the tag. */
export const START_ROWS: readonly Row<StartFindings, StartTag>[] = [
  { id: "walks", holds: (of) => of.walks, tag: "green" },
  { id: "no-breath", holds: (of) => !of.breathes && !of.breathesOnceOpened, tag: "black" },
  { id: "breath-once-opened", holds: (of) => !of.breathes && of.breathesOnceOpened, tag: "red" },
  { id: "breathes-fast", holds: (of) => of.respirationPerMin > 30, tag: "red" },
  { id: "poor-perfusion", holds: (of) => !of.hasRadialPulse || of.capillaryRefillS > 2, tag: "red" },
  { id: "does-not-obey", holds: (of) => !of.obeys, tag: "red" },
  { id: "can-wait", holds: () => true, tag: "yellow" },
];

export const startTag = (of: StartFindings): { tag: StartTag; row: string } => firstRow(START_ROWS, of);

/** The first look of SALT: who walks is seen last, who waves second, who lies still or plainly bleeds first. */
export const saltOrder = (answer: "walks" | "waves" | "still-or-obvious-threat"): 1 | 2 | 3 =>
  answer === "walks" ? 3 : answer === "waves" ? 2 : 1;

/** What is done on the spot, if it is due, before a SALT category is given. */
export const SALT_SAVES = ["bleeding", "airway", "chest-decompression", "antidote"] as const;

export type SaltFindings = {
  /** After the airway was opened; for a child after two breaths were given as well. */
  readonly breathes: boolean;
  readonly obeysOrActsWithPurpose: boolean;
  readonly hasPeripheralPulse: boolean;
  readonly isInRespiratoryDistress: boolean;
  readonly isBleedingControlled: boolean;
  readonly hasMinorInjuriesOnly: boolean;
  /** With what is at hand now. */
  readonly isLikelyToSurvive: boolean;
};
export type SaltTag = "dead" | "minimal" | "delayed" | "immediate" | "expectant";

const isStable = (of: SaltFindings): boolean =>
  of.obeysOrActsWithPurpose && of.hasPeripheralPulse && !of.isInRespiratoryDistress && of.isBleedingControlled;

/** SALT (Lerner et al. 2008): the first row that holds gives the category. */
export const SALT_ROWS: readonly Row<SaltFindings, SaltTag>[] = [
  { id: "no-breath", holds: (of) => !of.breathes, tag: "dead" },
  { id: "stable-minor", holds: (of) => isStable(of) && of.hasMinorInjuriesOnly, tag: "minimal" },
  { id: "stable", holds: isStable, tag: "delayed" },
  { id: "can-be-saved", holds: (of) => of.isLikelyToSurvive, tag: "immediate" },
  { id: "beyond-means", holds: () => true, tag: "expectant" },
];

export const saltTag = (of: SaltFindings): { tag: SaltTag; row: string } => firstRow(SALT_ROWS, of);

function firstRow<Findings, Tag>(rows: readonly Row<Findings, Tag>[], of: Findings): { tag: Tag; row: string } {
  const row = rows.find(({ holds }) => holds(of));
  if (!row) throw new Error("the last row of a triage table holds always");
  return { tag: row.tag, row: row.id };
}
