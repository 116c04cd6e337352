// The few shapes every message shares.
export type Text = { readonly zh: string; readonly en: string };
export type Rating = "P" | "S" | "M" | "U";
export type Channel = "phone" | "radio" | "written" | "face" | "media" | "system";
/** A position's numbered place in the roster, such as `operator-2`; also the id of the person in the run. */
export type Slot = string;
