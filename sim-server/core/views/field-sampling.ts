// Concentrations over a net at little cost: asked where the cloud bends, read between where it runs straight.
import { ppmAt, substanceOf } from "../hazard/gas.ts";
import { concentrationAt, type PuffField } from "../hazard/puff.ts";
import { ppmFromKgPerM3 } from "../hazard/substance.ts";
import type { Run } from "../run.ts";
import type { Net } from "./field-net.ts";

export const LOWEST_PPM = 0.1;
const BREATHING_HEIGHT_M = 1.5;
/** Blocks are first looked at so many gaps wide, then quartered. */
const BLOCK = 8;
/** Blocks no wider than this share the puffs of the block around them. */
const NARROW = 2;
/** A block whose middle lies this near to what its corners foretell, in decades, is read between its corners. */
const STRAIGHT_DECADES = 0.05;
/** What stands for no gas: well below the lowest told, so that nothing read between it and gas is told wrongly. */
const NONE_LOG = -3;
const REACH_SIGMAS = 5.5;
/** A puff nowhere above this adds nothing to 0.1 ppm. */
const FAINT_PPM = 0.0005;

type Puff = PuffField["puffs"][number];
type Block = { readonly left: number; readonly right: number; readonly low: number; readonly high: number };

/** log10 of ppm at each crossing, row by row from the south-west; never below NONE_LOG. */
export function sampledLogs(run: Run, { x, y }: Net): Float64Array {
  const logs = new Float64Array(x.length * y.length).fill(NONE_LOG);
  const asked = new Uint8Array(logs.length);
  const seen = withPuffs(run, run.state.puffs.puffs.filter(isSeenIn(run)));

  const ask = (near: Run, column: number, row: number): number => {
    const at = row * x.length + column;
    if (asked[at] === 0) {
      asked[at] = 1;
      logs[at] = Math.max(NONE_LOG, Math.log10(openAirPpm(near, x[column] ?? 0, y[row] ?? 0)));
    }
    return logs[at] ?? NONE_LOG;
  };

  /** `above` is the run with the puffs that reach the block this one is a quarter of. */
  const visit = (block: Block, above: Run): void => {
    const { left, right, low, high } = block;
    const near = Math.max(right - left, high - low) > NARROW ? runNear(above, block, { x, y }) : above;
    if (near.state.puffs.puffs.length === 0) return;
    const corners = [ask(near, left, low), ask(near, right, low), ask(near, left, high), ask(near, right, high)];
    const wide = right - left > 1;
    const tall = high - low > 1;
    if (!wide && !tall) return;
    const middle = wide ? (left + right) >> 1 : left;
    const centre = tall ? (low + high) >> 1 : low;
    const share = (from: number, to: number, at: number): number => (to === from ? 0 : (at - from) / (to - from));
    const foretold = (column: number, row: number): number => {
      const [sw = 0, se = 0, nw = 0, ne = 0] = corners;
      const east = share(x[left] ?? 0, x[right] ?? 0, x[column] ?? 0);
      const north = share(y[low] ?? 0, y[high] ?? 0, y[row] ?? 0);
      return (sw + (se - sw) * east) * (1 - north) + (nw + (ne - nw) * east) * north;
    };
    const straight = (column: number, row: number): boolean =>
      Math.abs(ask(near, column, row) - foretold(column, row)) <= STRAIGHT_DECADES;
    if (
      Math.min(...corners) > NONE_LOG &&
      straight(middle, centre) &&
      straight(middle, low) &&
      straight(left, centre) &&
      straight(middle, high) &&
      straight(right, centre)
    ) {
      for (let row = low; row <= high; row += 1)
        for (let column = left; column <= right; column += 1) {
          const at = row * x.length + column;
          if (asked[at] === 0) logs[at] = foretold(column, row);
        }
      return;
    }
    const columns: [number, number][] = wide
      ? [
          [left, middle],
          [middle, right],
        ]
      : [[left, right]];
    const rows: [number, number][] = tall
      ? [
          [low, centre],
          [centre, high],
        ]
      : [[low, high]];
    for (const [bottom, top] of rows)
      for (const [from, to] of columns) visit({ left: from, right: to, low: bottom, high: top }, near);
  };

  for (let row = 0; row < y.length - 1; row += BLOCK)
    for (let column = 0; column < x.length - 1; column += BLOCK) {
      const block = {
        left: column,
        right: Math.min(column + BLOCK, x.length - 1),
        low: row,
        high: Math.min(row + BLOCK, y.length - 1),
      };
      visit(block, seen);
    }
  return logs;
}

const withPuffs = (run: Run, puffs: readonly Puff[]): Run => ({
  ...run,
  state: { ...run.state, puffs: { ...run.state.puffs, puffs } },
});

function runNear(run: Run, block: Block, net: Net): Run {
  const { puffs } = run.state.puffs;
  const near = puffs.filter((puff) => reaches(puff, block, net));
  return near.length === puffs.length ? run : withPuffs(run, near);
}

function reaches(puff: Puff, { left, right, low, high }: Block, { x, y }: Net): boolean {
  const reach = puff.halfSpanM + REACH_SIGMAS * Math.max(puff.sigmaXM, puff.sigmaYM);
  return (
    puff.x + reach >= (x[left] ?? 0) &&
    puff.x - reach <= (x[right] ?? 0) &&
    puff.y + reach >= (y[low] ?? 0) &&
    puff.y - reach <= (y[high] ?? 0)
  );
}

/** Judged by its middle at most: a Gaussian puff on the ground has no higher concentration. */
function isSeenIn(run: Run): (puff: Puff) => boolean {
  const { molarMassKgPerMol } = substanceOf(run);
  return ({ massKg, sigmaXM, sigmaYM, sigmaZM }) =>
    ppmFromKgPerM3((2 * massKg) / ((2 * Math.PI) ** 1.5 * sigmaXM * sigmaYM * sigmaZM), molarMassKgPerMol) >= FAINT_PPM;
}

/** Outdoors the truth behind any curtain; under a roof what would blow there, so that no contour stops at a wall. */
function openAirPpm(run: Run, x: number, y: number): number {
  if (run.compiled.scenario.stage.rooms[run.compiled.map.roomAt(x, y)]?.indoor !== true)
    return ppmAt(run, x, y, BREATHING_HEIGHT_M);
  const { molarMassKgPerMol } = substanceOf(run);
  const kelvin = run.state.wind.temperatureC + 273.15;
  return ppmFromKgPerM3(concentrationAt(run.state.puffs, x, y, BREATHING_HEIGHT_M), molarMassKgPerMol, kelvin);
}
