// Keeping a train of puffs short: the two neighbours that are hardest to tell apart become one.
import type { Puff } from "./puff.ts";

/** Merges neighbours of the same source until at most `limit` puffs are left; mass and its centre are kept. */
export const mergeToFit = (puffs: readonly Puff[], limit: number): readonly Puff[] => {
  let kept = puffs;
  while (kept.length > limit) {
    const pair = closestPair(kept);
    if (pair === null) return kept;
    const [older, newer] = pair;
    const first = kept[older];
    const second = kept[newer];
    if (first === undefined || second === undefined) return kept;
    const one = merged(first, second);
    kept = kept.filter((_, at) => at !== newer).map((puff, at) => (at === older ? one : puff));
  }
  return kept;
};

/** The neighbours whose joint span is shortest for their width; puffs that still fill are left alone. */
const closestPair = (puffs: readonly Puff[]): readonly [number, number] | null => {
  const last = new Map<string, number>();
  let best: readonly [number, number] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let at = 0; at < puffs.length; at += 1) {
    const newer = puffs[at];
    if (newer === undefined || newer.fillingS !== null) continue;
    const before = last.get(newer.source);
    last.set(newer.source, at);
    const older = before === undefined ? undefined : puffs[before];
    if (before === undefined || older === undefined || (older.heavy === null) !== (newer.heavy === null)) continue;
    const massKg = older.massKg + newer.massKg;
    const cost = (Math.sqrt(massKg) * lengthOf(jointSpan(older, newer))) / (older.sigmaYM + newer.sigmaYM);
    if (cost < bestCost) {
      best = [before, at];
      bestCost = cost;
    }
  }
  return best;
};

type Span = { readonly x: number; readonly y: number };
const lengthOf = (span: Span): number => Math.sqrt(span.x * span.x + span.y * span.y);

/** From the tail of the newer puff, nearer the source, to the head of the older one. */
const jointSpan = (older: Puff, newer: Puff): Span => ({
  x: older.x + older.spanX / 2 - (newer.x - newer.spanX / 2),
  y: older.y + older.spanY / 2 - (newer.y - newer.spanY / 2),
});

const merged = (older: Puff, newer: Puff): Puff => {
  const massKg = older.massKg + newer.massKg;
  const share = massKg > 0 ? older.massKg / massKg : 0.5;
  const mixed = (a: number, b: number): number => a * share + b * (1 - share);
  const span = jointSpan(older, newer);
  const length = lengthOf(span);
  return {
    source: older.source,
    massKg,
    x: mixed(older.x, newer.x),
    y: mixed(older.y, newer.y),
    heightM: mixed(older.heightM, newer.heightM),
    grownXM: mixed(older.grownXM, newer.grownXM),
    grownYM: mixed(older.grownYM, newer.grownYM),
    grownZM: mixed(older.grownZM, newer.grownZM),
    spanX: span.x,
    spanY: span.y,
    fillingS: null,
    heavy: older.heavy && newer.heavy && { ...older.heavy, runM: mixed(older.heavy.runM, newer.heavy.runM) },
    alongX: length > 0 ? span.x / length : 1,
    alongY: length > 0 ? span.y / length : 0,
    halfSpanM: length / 2,
    sigmaXM: mixed(older.sigmaXM, newer.sigmaXM),
    sigmaYM: mixed(older.sigmaYM, newer.sigmaYM),
    sigmaZM: mixed(older.sigmaZM, newer.sigmaZM),
  };
};
