// Room pressures at the end of a step: implicit Euler with Newton's method over all rooms at once.
import { GAMMA } from "./zone-gas.ts";

const MOST_STEPS = 20;
const NEAR_PA = 1e-5;

export type PressureWork = {
  readonly residual: Float64Array;
  readonly slope: Float64Array;
  readonly last: Float64Array;
};
export const pressureWork = (rooms: number): PressureWork => ({
  residual: new Float64Array(rooms),
  slope: new Float64Array(rooms * rooms),
  last: new Float64Array(rooms),
});

/** Adds every opening's net heat flow, W, to `residual` and its slopes, W/Pa, to `slope`, at pressures `gaugePa`. */
type AddFlows = (gaugePa: Float64Array, residual: Float64Array, slope: Float64Array) => void;

/**
 * Solves V/((gamma - 1) dt) (p - p0) = q + flows(p) for all rooms; `gaugePa` holds p0 on entry and p on return. At most
 * twenty Newton steps; flow grows with the root of pressure, so a step that turns back on the one before is shortened
 * (Walton 1989, AIRNET). The same inputs always take the same steps.
 */
export function solvePressures(
  volumesM3: readonly number[],
  heatW: Float64Array,
  stepS: number,
  gaugePa: Float64Array,
  work: PressureWork,
  addFlows: AddFlows,
): void {
  const count = volumesM3.length;
  const before = gaugePa.slice(0, count);
  work.last.fill(0);
  for (let newton = 0; newton < MOST_STEPS; newton += 1) {
    const { residual, slope } = work;
    slope.fill(0);
    for (let room = 0; room < count; room += 1) {
      const stiffness = (volumesM3[room] ?? 1) / ((GAMMA - 1) * stepS);
      residual[room] = stiffness * ((gaugePa[room] ?? 0) - (before[room] ?? 0)) - (heatW[room] ?? 0);
      slope[room * count + room] = stiffness;
    }
    addFlows(gaugePa, residual, slope);
    eliminate(slope, residual, count);
    let farthest = 0;
    for (let room = 0; room < count; room += 1) {
      const asked = residual[room] ?? 0;
      const before = work.last[room] ?? 0;
      const turn = before === 0 ? 0 : asked / before;
      const move = turn < -0.5 ? asked / (1 - turn) : asked;
      gaugePa[room] = (gaugePa[room] ?? 0) - move;
      work.last[room] = move;
      farthest = Math.max(farthest, Math.abs(move));
    }
    if (farthest < NEAR_PA) return;
  }
}

/** Gauss with the diagonal as pivot, which the storage term keeps dominant; the solution replaces `right`. */
function eliminate(matrix: Float64Array, right: Float64Array, count: number): void {
  for (let k = 0; k < count; k += 1) {
    const pivot = matrix[k * count + k] ?? 1;
    for (let i = k + 1; i < count; i += 1) {
      const factor = (matrix[i * count + k] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let j = k + 1; j < count; j += 1)
        matrix[i * count + j] = (matrix[i * count + j] ?? 0) - factor * (matrix[k * count + j] ?? 0);
      right[i] = (right[i] ?? 0) - factor * (right[k] ?? 0);
    }
  }
  for (let i = count - 1; i >= 0; i -= 1) {
    let sum = right[i] ?? 0;
    for (let j = i + 1; j < count; j += 1) sum -= (matrix[i * count + j] ?? 0) * (right[j] ?? 0);
    right[i] = sum / (matrix[i * count + i] ?? 1);
  }
}
