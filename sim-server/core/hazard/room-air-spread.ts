// How gas moves between the rooms in one step: the exact solution of linear exchange, with no mass made or lost.

/** A share of one room's air that moves to another room or out of the building, per second. */
export type Flow = { readonly from: number; readonly to: number; readonly perS: number };

/** Terms of the series below; with at most one expected move in a step what is cut off is under 1e-19. */
const TERMS = 18;

/**
 * The exact solution of dm/dt = A m + S by uniformisation: every flow is a chance of moving in a Poisson number of
 * small moves, so all weights are positive and add up to one, and no mass is made or lost.
 */
export const spread = (start: number[], sources: number[], flows: readonly Flow[], dtS: number): number[] => {
  const leaving = start.map(() => 0);
  for (const flow of flows) leaving[flow.from] = (leaving[flow.from] ?? 0) + flow.perS;
  const rate = Math.max(0, ...leaving);
  if (rate === 0 || dtS <= 0) return start.map((mass, at) => mass + (sources[at] ?? 0) * Math.max(0, dtS));

  const steps = Math.ceil(rate * dtS);
  const expected = (rate * dtS) / steps;
  let masses = start;
  for (let step = 0; step < steps; step += 1) {
    let moved = masses;
    let fed = sources;
    const next = start.map(() => 0);
    let weight = Math.exp(-expected);
    let later = -Math.expm1(-expected);
    let unspent = expected;
    for (let k = 0; k <= TERMS; k += 1) {
      const last = k === TERMS;
      const massWeight = last ? weight + later : weight;
      const sourceWeight = (last ? unspent : later) / rate;
      for (let at = 0; at < next.length; at += 1) {
        next[at] = (next[at] ?? 0) + massWeight * (moved[at] ?? 0) + sourceWeight * (fed[at] ?? 0);
      }
      unspent -= later;
      weight *= expected / (k + 1);
      later = Math.max(0, later - weight);
      moved = moveOnce(moved, flows, rate);
      fed = moveOnce(fed, flows, rate);
    }
    masses = next;
  }
  return masses;
};

const moveOnce = (masses: readonly number[], flows: readonly Flow[], rate: number): number[] => {
  const next = masses.slice();
  for (const flow of flows) {
    const part = (masses[flow.from] ?? 0) * (flow.perS / rate);
    next[flow.from] = (next[flow.from] ?? 0) - part;
    next[flow.to] = (next[flow.to] ?? 0) + part;
  }
  return next;
};
