// Sprinklers and detectors under the ceilings of a two-zone building: the gas they feel, when they act, and the water.
import { fireDiameterM, virtualOriginM } from "./fire.ts";
import { elementK, obscurationPercentPerM, SMOKE_ALARM_PERCENT_PER_M, suppressedShare } from "./sprinkler.ts";
import { AMBIENT_PA, CP, GAS_R, GRAVITY } from "./zone-gas.ts";
import type { ZoneBuilding } from "./zone-plan.ts";
import { readZone } from "./zone-reading.ts";
import type { ZoneState } from "./zone-state.ts";

export type Head = {
  readonly id: string;
  readonly room: string;
  readonly kind: "sprinkler" | "heat" | "smoke";
  /** Along the ceiling from the axis of the room's fire, m. */
  readonly radiusM: number;
  /** Of sprinklers and heat detectors, K and sqrt(m s). */
  readonly ratingK: number;
  readonly rti: number;
  /** Water of an open sprinkler, mm/s. */
  readonly sprayMmPerS: number;
};
/** Plain data beside the state of the zones; `actedS` is null until a head acts. */
type HeadState = { elementK: number[]; actedS: (number | null)[]; heldW: number[] };

export const openHeads = (building: ZoneBuilding, heads: readonly Head[]): HeadState => ({
  elementK: heads.map(() => building.ambientK),
  actedS: heads.map(() => null),
  heldW: building.fires.map(() => 0),
});

/** Buoyant plume constants of Evans' substitute source: centreline rise and width (Evans 1984, Zukoski). */
const RISE = 9.115;
const WIDTH = 0.913;

/**
 * Temperature, K, of a plume where it meets the ceiling. A plume that enters the warm layer goes on as one of a weaker
 * source nearer by, so that what it has drawn so far stays the same (Evans 1984); Qc in W.
 */
function plumeAtCeilingK(convectiveW: number, heightM: number, riseM: number, upperK: number, lowerK: number): number {
  const z1 = Math.min(riseM, heightM);
  if (z1 <= 0.05) return upperK * (1 + RISE * strengthAt(convectiveW, heightM) ** (2 / 3));
  const ratio = upperK / lowerK;
  const first = strengthAt(convectiveW, z1);
  const second = Math.max(0, (1 + RISE * first ** (2 / 3)) / (ratio * RISE) - 1 / RISE) ** 1.5;
  if (second <= 0) return upperK;
  const below = Math.cbrt(second) * ((ratio - 1) * (WIDTH + 1) + ratio * RISE * second ** (2 / 3));
  const z2 = ((ratio * first * RISE) / below) ** 0.4 * z1;
  return upperK * (1 + RISE * (second * (z2 / (heightM - z1 + z2)) ** 2.5) ** (2 / 3));
}

/**
 * A fire's heat made dimensionless at a height: Q / (rho cp T sqrt(g) z^2.5); rho T is that of air at one atmosphere.
 */
const strengthAt = (heatW: number, zM: number): number =>
  heatW / ((AMBIENT_PA / GAS_R) * CP * Math.sqrt(GRAVITY) * zM ** 2.5);

/**
 * Gas of the ceiling jet at a radius, by Heskestad and Delichatsios (1978): the plume's excess falls as
 * (0.225 + 0.27 r/H)^(-4/3) beyond 0.2 H, speed is sqrt(g H) Q*^(1/3) 3.61, beyond 0.17 H 1.06 (r/H)^-0.69.
 */
export function gasAtHead(
  building: ZoneBuilding,
  state: ZoneState,
  room: number,
  radiusM: number,
): { readonly gasK: number; readonly speedMps: number; readonly sootKgPerM3: number } {
  const { upper, lower, layerM } = readZone(building, state, room);
  let gasK = upper.temperatureK;
  let speedMps = 0.1;
  const ceilingM = building.rooms[room]?.heightM ?? 0;
  for (const [at, fire] of building.fires.entries()) {
    const heatW = state.releasedW[at] ?? 0;
    const heightM = ceilingM - fire.baseM;
    if (fire.at !== room || heatW <= 0 || heightM <= 0) continue;
    const origin = Math.min(0.9 * heightM, virtualOriginM(heatW / 1000, fireDiameterM(fire.areaM2)));
    const convectiveW = heatW * (1 - fire.fuel.radiativeShare);
    const riseM = layerM - fire.baseM - origin;
    const plumeK = plumeAtCeilingK(convectiveW, heightM - origin, riseM, upper.temperatureK, lower.temperatureK);
    const apart = radiusM / heightM;
    const fall = apart <= 0.2 ? 1 : (0.225 + 0.27 * apart) ** (-4 / 3) / (0.225 + 0.27 * 0.2) ** (-4 / 3);
    gasK = Math.max(gasK, upper.temperatureK + Math.max(0, plumeK - upper.temperatureK) * fall);
    const swift = apart <= 0.17 ? 3.61 : 1.06 * apart ** -0.69;
    speedMps = Math.max(speedMps, Math.sqrt(GRAVITY * heightM) * Math.cbrt(strengthAt(heatW, heightM)) * swift);
  }
  return { gasK, speedMps, sootKgPerM3: upper.sootKgPerM3 };
}

/** Lets every head feel its gas for a step of the building; tells who acted now. */
export function stepHeads(
  building: ZoneBuilding,
  state: ZoneState,
  heads: readonly Head[],
  now: HeadState,
  askedW: readonly number[],
): string[] {
  const acted: string[] = [];
  const timeS = state.tick * building.stepS;
  for (const [at, head] of heads.entries()) {
    if (now.actedS[at] !== null) continue;
    const room = building.rooms.findIndex(({ id }) => id === head.room);
    const gas = gasAtHead(building, state, room, head.radiusM);
    const element = elementK(now.elementK[at] ?? 0, gas.gasK, gas.speedMps, head.rti, building.stepS);
    now.elementK[at] = element;
    const smoky = head.kind === "smoke" && obscurationPercentPerM(gas.sootKgPerM3) >= SMOKE_ALARM_PERCENT_PER_M;
    if (!(smoky || (head.kind !== "smoke" && element >= head.ratingK))) continue;
    now.actedS[at] = timeS;
    acted.push(head.id);
    if (head.kind !== "sprinkler") continue;
    for (const [index, fire] of building.fires.entries())
      if (fire.room === head.room) now.heldW[index] = now.heldW[index] || (askedW[index] ?? 0);
  }
  return acted;
}

/** What fires ask for under the water of the first sprinkler that opened over them: never more than by themselves. */
export function wateredW(
  building: ZoneBuilding,
  state: ZoneState,
  heads: readonly Head[],
  now: HeadState,
  askedW: readonly number[],
): number[] {
  const timeS = state.tick * building.stepS;
  return building.fires.map((fire, index) => {
    const asked = askedW[index] ?? 0;
    const opened = heads.findIndex(
      (head, at) => head.kind === "sprinkler" && head.room === fire.room && now.actedS[at] !== null,
    );
    const head = heads[opened];
    const since = now.actedS[opened] ?? null;
    if (head === undefined || since === null) return asked;
    return Math.min(asked, (now.heldW[index] ?? 0) * suppressedShare(head.sprayMmPerS, timeS - since));
  });
}
