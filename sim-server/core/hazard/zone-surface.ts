// Heat into ceilings, walls and floors: natural convection at the face, conduction through the slab behind it.
import type { Lining } from "./zone-plan.ts";

export const SLAB_NODES = 8;
/** The far face loses heat to ambient at this rate, W/(m2 K); natural convection with radiation near 300 K. */
const FAR_FACE_W_PER_M2K = 10;
/** Each cell is this much deeper than the one before it, so that the face answers within seconds. */
const STRETCH = 1.6;

/** A lining cut into cells, with the matrix of one implicit step already eliminated. */
export type Slab = {
  readonly emissivity: number;
  /** Face node: temperature rise per W/m2 in one step before conduction, K m2/W. */
  readonly gain: readonly number[];
  readonly below: readonly number[];
  readonly pivot: readonly number[];
  readonly ratio: readonly number[];
  readonly farGain: number;
  /** Heat held by each node, J/(m2 K). */
  readonly heldJPerM2K: readonly number[];
};

/** Cuts a lining into cells for steps of `stepS`; backward Euler, so stable for any step. */
export function slabOf(lining: Lining, stepS: number): Slab {
  const { conductivityWPerMK: k, densityKgPerM3, heatJPerKgK, thicknessM } = lining;
  if (!(k > 0 && densityKgPerM3 > 0 && heatJPerKgK > 0 && thicknessM > 0))
    throw new Error("zones: a lining needs conductivity, density, heat and thickness");
  const parts = Array.from({ length: SLAB_NODES - 1 }, (_, at) => STRETCH ** at);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const gaps = parts.map((part) => (part / whole) * thicknessM);
  const gap = (at: number): number => gaps[at] ?? 0;
  const held = Array.from(
    { length: SLAB_NODES },
    (_, at) => densityKgPerM3 * heatJPerKgK * 0.5 * ((at > 0 ? gap(at - 1) : 0) + gap(at)),
  );
  const pivot: number[] = [];
  const ratio: number[] = [];
  const below: number[] = [];
  const gain: number[] = [];
  for (let at = 0; at < SLAB_NODES; at += 1) {
    const share = stepS / (held[at] ?? 1);
    const up = at > 0 ? (k / gap(at - 1)) * share : 0;
    const down = at < SLAB_NODES - 1 ? (k / gap(at)) * share : FAR_FACE_W_PER_M2K * share;
    const diagonal = 1 + up + down - up * (ratio[at - 1] ?? 0);
    below.push(up);
    pivot.push(1 / diagonal);
    ratio.push(at < SLAB_NODES - 1 ? down / diagonal : 0);
    gain.push(share);
  }
  return {
    emissivity: lining.emissivity,
    gain,
    below,
    pivot,
    ratio,
    farGain: FAR_FACE_W_PER_M2K * (stepS / (held[SLAB_NODES - 1] ?? 1)),
    heldJPerM2K: held,
  };
}

/** One step of the slab whose nodes start at `at` in `temperatures`, face first, with `fluxWPerM2` into its face. */
export function stepSlab(slab: Slab, temperatures: number[], at: number, fluxWPerM2: number, ambientK: number): void {
  const { gain, below, pivot, ratio, farGain } = slab;
  let before = 0;
  for (let node = 0; node < SLAB_NODES; node += 1) {
    let right = temperatures[at + node] ?? ambientK;
    if (node === 0) right += (gain[0] ?? 0) * fluxWPerM2;
    if (node === SLAB_NODES - 1) right += farGain * ambientK;
    before = (right + (below[node] ?? 0) * before) * (pivot[node] ?? 1);
    temperatures[at + node] = before;
  }
  for (let node = SLAB_NODES - 2; node >= 0; node -= 1)
    temperatures[at + node] = (temperatures[at + node] ?? 0) + (ratio[node] ?? 0) * (temperatures[at + node + 1] ?? 0);
}

/** Natural convection, W/m2 into a face: 1.52 dT^(4/3) at ceiling and floor, 1.31 at walls (CFAST, after Jaluria). */
export function convectionWPerM2(gasK: number, faceK: number, upright: boolean): number {
  const difference = gasK - faceK;
  return (upright ? 1.31 : 1.52) * Math.cbrt(Math.abs(difference)) * difference;
}

/**
 * Heat a ceiling jet gives to the ceiling, W/m2, and over how much of it: 0.27 Qc / (A^0.68 H^0.64), A no larger than
 * pi (4 H)2 (CFAST; Veldman, Kubota, Zukoski 1977). Qc in W.
 */
export function ceilingJetLoss(
  convectiveW: number,
  ceilingM2: number,
  heightM: number,
): { readonly fluxWPerM2: number; readonly areaM2: number } {
  const areaM2 = Math.min(Math.PI * (4 * heightM) ** 2, ceilingM2);
  return { fluxWPerM2: (0.27 * convectiveW) / (areaM2 ** 0.68 * heightM ** 0.64), areaM2 };
}
