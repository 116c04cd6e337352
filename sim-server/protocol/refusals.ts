// Refusals: why an ask was not granted; short codes as data, worded by the client in the user's language.
export const REFUSALS = [
  "malformed",
  "forbidden",
  "rate-limited",
  "not-running",
  "paused",
  "ended",
  "unknown",
  "out-of-reach",
  "busy",
  "collapsed",
  "no-such-action",
  "already-done",
  "none-left",
  "not-wearing",
  "already-wearing",
  "not-yours",
  "not-open",
  "expired",
  "incomplete",
  "not-here",
  "blocked",
  "jammed",
  "broken",
  "too-far",
  "duplicate",
  "not-rigged",
  "nobody-there",
  "hands-full",
  "not-down",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];
export type Refusal = { code: RefusalCode; detail?: string };
/** Answer to an ask: granted at a tick, or refused. */
export type Answer = { ok: true; tick: number } | { ok: false; refusal: Refusal };
