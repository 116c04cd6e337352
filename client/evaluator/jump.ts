// From a piece of evidence to its moment in the replay.

/** A wish to see a tick; the count makes asking for the same tick twice two wishes.
 * `who` is looked at from then on. */
export type Jump = { readonly tick: number; readonly count: number; readonly who?: string };
