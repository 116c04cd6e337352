// Jet fires: how long a burning gas jet is and how strongly it shines.
import { pointSourceKwPerM2 } from "./heat.ts";

/** Flame length of a gas jet, m: 2.8893 Q^0.3728, Q in MW (Lowesmith, Hankinson, Acton, Chamberlain 2007). */
export const jetFlameM = (heatMw: number): number => 2.8893 * heatMw ** 0.3728;

/** Share of a gas jet's heat that it radiates (API 521 tables, rounded): hydrogen 0.15, methane 0.2, propane 0.3. */
export const JET_RADIANT_SHARE = { hydrogen: 0.15, methane: 0.2, propane: 0.3, butane: 0.3 } as const;
type JetGas = keyof typeof JET_RADIANT_SHARE;
/** Heat of combustion, J/kg. */
export const JET_HEAT_J_PER_KG: Readonly<Record<JetGas, number>> = {
  hydrogen: 120e6,
  methane: 50e6,
  propane: 46.4e6,
  butane: 45.8e6,
};

const POINTS = 20;
const RISING = 15;
/**
 * Weights of points along a flame: growing over three quarters of it, then falling to one (Hankinson, Lowesmith
 * 2012).
 */
const WEIGHTS = Array.from({ length: POINTS }, (_, i) =>
  i < RISING ? i + 1 : RISING - ((RISING - 1) / (POINTS - RISING - 1)) * (i - RISING),
);
const WHOLE = WEIGHTS.reduce((sum, one) => sum + one, 0);

/**
 * Radiation of a jet flame on a place, kW/m2, by twenty weighted points along its middle line. Places in metres; the
 * jet starts at 0 and points along x; closer than half a metre to a point it is not told nearer.
 */
export function jetRadiationKwPerM2(
  heatKw: number,
  radiantShare: number,
  lengthM: number,
  at: { readonly xM: number; readonly yM: number },
  transmits = 1,
): number {
  return WEIGHTS.reduce((sum, weight, i) => {
    const xM = ((i + 0.5) / POINTS) * lengthM - at.xM;
    const distanceM = Math.max(0.5, Math.sqrt(xM * xM + at.yM * at.yM));
    return sum + pointSourceKwPerM2((heatKw * weight) / WHOLE, radiantShare, distanceM, transmits);
  }, 0);
}
