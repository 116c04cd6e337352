// What the smoke and heat of a room do to whoever stands in it: read from the zones once a step, asked for by many.
import type { Run } from "../run.ts";
import { convectedHeatPerMin, gasDosePerMin, radiantHeatPerMin } from "./fractional-dose.ts";
import { pointSourceKwPerM2 } from "./heat.ts";
import { extinctionPerM, visibilityM } from "./smoke.ts";
import { layerRadiationKwPerM2 } from "./tenability.ts";
import { AMBIENT_PA, absorptionPerM } from "./zone-gas.ts";
import { readZone, type ZoneLayer } from "./zone-reading.ts";
import type { ZoneState } from "./zone-state.ts";

/** Nobody sees farther than this in a building, m; told as clear. */
export const CLEAR_M = 30;
/** Height of the head of somebody who stands, m. */
export const HEAD_M = 1.5;

export type LayerAir = {
  readonly airC: number;
  readonly sightM: number;
  readonly extinctionPerM: number;
  readonly coPpm: number;
  readonly hfPpm: number;
  /** Fractional effective dose of the gases in a minute, and of the hot air. */
  readonly gasPerMin: number;
  readonly heatPerMin: number;
  /** Fractional effective concentration of the irritants: at 1 half of people cannot find their way out any more. */
  readonly irritation: number;
};
export type RoomSmoke = {
  readonly layerM: number;
  readonly heightM: number;
  readonly upper: LayerAir;
  readonly lower: LayerAir;
  /** The layer a standing head is in. */
  readonly head: LayerAir;
  /** The hot layer shining down, kW/m2. */
  readonly shinesKwPerM2: number;
  readonly ceilingC: number;
};

const readings = new WeakMap<ZoneState, { tick: number; rooms: (RoomSmoke | undefined)[] }>();

/** A room's smoke as it is now; null outdoors and while nothing has burnt. */
export function smokeOf(run: Run, room: string): RoomSmoke | null {
  const { zones } = run.state.burning;
  const at = run.compiled.fire?.roomAt.get(room);
  if (!zones || at === undefined) return null;
  const known = readings.get(zones);
  const now = known?.tick === zones.tick ? known : { tick: zones.tick, rooms: [] };
  if (now !== known) readings.set(zones, now);
  const before = now.rooms[at];
  if (before) return before;
  const read = readRoom(run, zones, at);
  now.rooms[at] = read;
  return read;
}

/** kg of hydrogen fluoride for a kg of soot, over all that has burnt so far. */
function fluorideShare(run: Run): number {
  let hf = 0;
  let soot = 0;
  for (const { id, at, hfYield } of run.compiled.fire?.fires ?? []) {
    const fuel = run.compiled.fire?.building.fires[at]?.fuel;
    const burntMj = run.state.burning.fires[id]?.burntMj ?? 0;
    if (!fuel) continue;
    const kg = (burntMj * 1e6) / fuel.heatJPerKg;
    hf += kg * hfYield;
    soot += kg * fuel.sootYield;
  }
  return soot > 0 ? hf / soot : 0;
}

const HF_KG_PER_MOL = 0.020006;
const GAS_J_PER_MOL_K = 8.314462618;

function readRoom(run: Run, zones: ZoneState, at: number): RoomSmoke {
  const building = run.compiled.fire?.building;
  if (!building) throw new Error("smoke was asked for where nothing can burn");
  const { layerM, upper, lower, ceilingK } = readZone(building, zones, at);
  const share = fluorideShare(run);
  const heightM = building.rooms[at]?.heightM ?? 3;
  const [up, low] = [airOf(upper, share), airOf(lower, share)];
  const depthM = Math.max(0, heightM - layerM);
  const absorbs = absorptionPerM(
    upper.temperatureK,
    upper.sootKgPerM3,
    upper.moleFraction.h2o + upper.moleFraction.co2,
    depthM,
  );
  const shines = layerRadiationKwPerM2(upper.temperatureK, 1 - Math.exp(-absorbs * depthM));
  return {
    layerM,
    heightM,
    upper: up,
    lower: low,
    head: layerM < HEAD_M ? up : low,
    shinesKwPerM2: Math.max(0, shines),
    ceilingC: ceilingK - 273.15,
  };
}

function airOf({ temperatureK, sootKgPerM3, moleFraction }: ZoneLayer, fluoride: number): LayerAir {
  const airC = temperatureK - 273.15;
  const hfKgPerM3 = sootKgPerM3 * fluoride;
  const hfPpm = ((hfKgPerM3 / HF_KG_PER_MOL) * GAS_J_PER_MOL_K * temperatureK * 1e6) / AMBIENT_PA;
  const coPpm = 1e6 * moleFraction.co;
  return {
    airC,
    sightM: Math.min(CLEAR_M, visibilityM(sootKgPerM3)),
    extinctionPerM: extinctionPerM(sootKgPerM3),
    coPpm,
    hfPpm,
    gasPerMin: gasDosePerMin({
      carbonMonoxidePpm: coPpm,
      hydrogenCyanidePpm: 1e6 * moleFraction.hcn,
      carbonDioxidePercent: 100 * moleFraction.co2,
      // The zones' air is moist: what water vapour pushes out is no want of oxygen.
      oxygenPercent: Math.min(20.9, (100 * moleFraction.o2) / (1 - moleFraction.h2o)),
      irritantsPpm: { "hydrogen-chloride": 1e6 * moleFraction.hcl, "hydrogen-fluoride": hfPpm },
    }),
    heatPerMin: convectedHeatPerMin(airC, true),
    // ISO 13571: hydrogen fluoride 500 ppm, hydrogen chloride 1,000 ppm.
    irritation: hfPpm / 500 + (1e6 * moleFraction.hcl) / 1000,
  };
}

/** Radiation on somebody who stands there, kW/m2: the smoke overhead, and the flames of the room as points. */
export function shiningOn(run: Run, room: string, x: number, y: number): number {
  const smoke = smokeOf(run, room);
  if (!smoke) return 0;
  let kwPerM2 = smoke.layerM < HEAD_M ? 0 : smoke.shinesKwPerM2;
  for (const { id, fire, at } of run.compiled.fire?.fires ?? []) {
    const kw = run.state.burning.fires[id]?.releasedKw ?? 0;
    if (fire.room !== room || kw <= 0) continue;
    const gapM = Math.sqrt((fire.at.x - x) ** 2 + (fire.at.y - y) ** 2 + 1);
    const share = run.compiled.fire?.building.fires[at]?.fuel.radiativeShare ?? 0.35;
    kwPerM2 += pointSourceKwPerM2(kw, share, gapM, Math.exp(-smoke.head.extinctionPerM * gapM * 0.5));
  }
  return kwPerM2;
}

/** Dose of heat in a minute: hot air and radiation together (ISO 13571). */
export const heatPerMin = (run: Run, room: string, x: number, y: number): number =>
  (smokeOf(run, room)?.head.heatPerMin ?? 0) + radiantHeatPerMin(shiningOn(run, room, x, y));

/** Whether nobody should be in this room without breathing apparatus. */
export function isSmoky(run: Run, room: string): boolean {
  const smoke = smokeOf(run, room);
  return smoke !== null && (smoke.head.sightM < 10 || smoke.head.airC > 60 || smoke.head.gasPerMin > 0.05);
}
