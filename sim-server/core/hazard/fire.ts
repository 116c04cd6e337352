// A fire as engineers describe one: how fast it grows, how high it flames, how much air its plume draws.

/** Heat release by time: a t-squared growth up to a peak, or a table with straight lines between its points. */
export type FireCurve =
  | { readonly kind: "growth"; readonly kwPerS2: number; readonly peakKw: number; readonly startS: number }
  | { readonly kind: "table"; readonly timesS: readonly number[]; readonly heatKw: readonly number[] };

/** Growth rates named by NFPA 72 and 92: 1,055 kW after 600, 300, 150 and 75 s; kW/s2. */
export const GROWTH_KW_PER_S2 = { slow: 0.00293, medium: 0.01172, fast: 0.0469, ultrafast: 0.1876 } as const;

export function heatReleaseKw(curve: FireCurve, timeS: number): number {
  if (curve.kind === "growth") {
    const age = Math.max(0, timeS - curve.startS);
    return Math.min(curve.peakKw, curve.kwPerS2 * age * age);
  }
  const { timesS, heatKw } = curve;
  const last = timesS.length - 1;
  if (last < 0 || timeS < (timesS[0] ?? 0)) return 0;
  let at = 0;
  while (at < last && (timesS[at + 1] ?? 0) <= timeS) at += 1;
  const [t0, t1] = [timesS[at] ?? 0, timesS[at + 1] ?? 0];
  const [q0, q1] = [heatKw[at] ?? 0, heatKw[at + 1] ?? heatKw[at] ?? 0];
  return at === last || t1 <= t0 ? q0 : q0 + ((q1 - q0) * (timeS - t0)) / (t1 - t0);
}

/** Diameter of a round fire of this area, m. */
export const fireDiameterM = (areaM2: number): number => Math.sqrt((4 * areaM2) / Math.PI);

/** Mean flame height, m, of a pool-like fire in the open: 0.235 Q^0.4 - 1.02 D (Heskestad 1983); Q kW; at least 0. */
export const flameHeightM = (heatKw: number, diameterM: number): number =>
  Math.max(0, 0.235 * heatKw ** 0.4 - 1.02 * diameterM);

/** Height of the plume's virtual origin over the fire's base, m: 0.083 Q^0.4 - 1.02 D (Heskestad). */
export const virtualOriginM = (heatKw: number, diameterM: number): number => 0.083 * heatKw ** 0.4 - 1.02 * diameterM;

/** Flame heights against a wall, in a corner and of a line fire (FDTs, NUREG-1805), m; Q in kW, or kW per m of line. */
export const wallFlameM = (heatKw: number): number => 0.034 * heatKw ** (2 / 3);
export const cornerFlameM = (heatKw: number): number => 0.075 * heatKw ** 0.6;
export const lineFlameM = (heatKwPerM: number): number => 0.017 * heatKwPerM ** (2 / 3);
/** Mean flame height by CIBSE Guide E: 0.2 Qc^0.4, m; Qc in kW. */
export const cibseFlameM = (convectiveKw: number): number => 0.2 * convectiveKw ** 0.4;

export type FirePlace = "open" | "wall" | "corner";
/** A fire at a wall or in a corner draws air like half or a quarter of one twice or four times its size. */
const MIRRORS: Readonly<Record<FirePlace, number>> = { open: 1, wall: 2, corner: 4 };

export type PlumeAir = { readonly temperatureK: number; readonly densityKgPerM3: number; readonly cpKjPerKgK: number };
const GRAVITY = 9.81;

/**
 * Air a plume has drawn by the height `zM` over the fire's base, kg/s (Heskestad 1984): above the flame
 * 0.071 Qc^(1/3) (z - z0)^(5/3) (1 + 0.026 Qc^(2/3) (z - z0)^(-5/3)), within it straight up to that at its tip.
 */
export function entrainmentKgPerS(
  heatKw: number,
  convectiveKw: number,
  areaM2: number,
  zM: number,
  place: FirePlace,
  air: PlumeAir,
): number {
  if (heatKw <= 0 || convectiveKw <= 0 || zM <= 0) return 0;
  const mirror = MIRRORS[place];
  const q = heatKw * mirror;
  const qc = convectiveKw * mirror;
  const diameterM = fireDiameterM(areaM2 * mirror);
  const origin = virtualOriginM(q, diameterM);
  const tip = Math.max(1e-4, 0.235 * q ** 0.4 - 1.02 * diameterM);
  const rise = Math.max(1e-4, Math.max(zM, tip) - origin);
  const { temperatureK: t, densityKgPerM3: rho, cpKjPerKgK: cp } = air;
  const c1 = 0.196 * Math.cbrt((GRAVITY * rho * rho) / (cp * t));
  const c2 = 2.9 / (Math.sqrt(GRAVITY) * cp * rho * t) ** (2 / 3);
  const far = c1 * Math.cbrt(qc) * rise ** (5 / 3) + c1 * c2 * qc;
  return (Math.min(1, zM / tip) * far) / mirror;
}

/** Centreline temperature rise, K, `riseM` above the virtual origin: 9.1 (T/(g cp2 rho2))^(1/3) Qc^(2/3) z^(-5/3). */
export const centrelineRiseK = (convectiveKw: number, riseM: number, air: PlumeAir): number =>
  9.1 *
  Math.cbrt(air.temperatureK / (GRAVITY * air.cpKjPerKgK ** 2 * air.densityKgPerM3 ** 2)) *
  convectiveKw ** (2 / 3) *
  riseM ** (-5 / 3);

/** Centreline velocity, m/s: 3.4 (g/(cp rho T))^(1/3) Qc^(1/3) z^(-1/3) (Heskestad). */
export const centrelineMps = (convectiveKw: number, riseM: number, air: PlumeAir): number =>
  3.4 *
  Math.cbrt(GRAVITY / (air.cpKjPerKgK * air.densityKgPerM3 * air.temperatureK)) *
  Math.cbrt(convectiveKw) *
  riseM ** (-1 / 3);

/**
 * Gas of the ceiling jet, K above ambient and m/s, `radiusM` from the plume's axis under a smooth open ceiling
 * `heightM` over the fire: Alpert (1972). Q in kW.
 */
export function ceilingJet(
  heatKw: number,
  heightM: number,
  radiusM: number,
): { readonly riseK: number; readonly speedMps: number } {
  const ratio = radiusM / heightM;
  const riseK =
    ratio <= 0.18 ? (16.9 * heatKw ** (2 / 3)) / heightM ** (5 / 3) : (5.38 * (heatKw / radiusM) ** (2 / 3)) / heightM;
  const speedMps =
    ratio <= 0.15
      ? 0.96 * Math.cbrt(heatKw / heightM)
      : (0.195 * Math.cbrt(heatKw) * Math.sqrt(heightM)) / radiusM ** (5 / 6);
  return { riseK, speedMps };
}
