// Which rows of a long list are in sight: those and a few spare ones are drawn, the rest is empty height.

/** Lists up to this length are drawn whole. */
const SHORT = 60;
const SPARE_ROWS = 8;

/** The first row drawn and the one after the last. */
export function rowsInSight(count: number, topPx: number, heightPx: number, rowPx: number): readonly [number, number] {
  if (count <= SHORT) return [0, count];
  const last = Math.min(count, Math.ceil((topPx + heightPx) / rowPx) + SPARE_ROWS);
  return [Math.max(0, Math.min(Math.floor(topPx / rowPx) - SPARE_ROWS, last)), last];
}
