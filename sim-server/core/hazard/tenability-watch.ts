// Watches the rooms of a two-zone building for the moment at which people can no longer leave through them.
import { gasDosePerMin } from "./fractional-dose.ts";
import { visibilityM } from "./smoke.ts";
import { layerRadiationKwPerM2, type TenabilityLimits, tenabilityLost, USUAL_LIMITS } from "./tenability.ts";
import { absorptionPerM } from "./zone-gas.ts";
import type { ZoneBuilding } from "./zone-plan.ts";
import { readZone, type ZoneLayer } from "./zone-reading.ts";
import type { ZoneState } from "./zone-state.ts";

/** By room: the dose of somebody who stays there with the head at the limits' height, and what ended it when. */
type TenabilityWatch = {
  doseShare: number[];
  lostS: (number | null)[];
  lostBy: (ReturnType<typeof tenabilityLost> | null)[];
};

export const openWatch = ({ rooms }: ZoneBuilding): TenabilityWatch => ({
  doseShare: rooms.map(() => 0),
  lostS: rooms.map(() => null),
  lostBy: rooms.map(() => null),
});

/** One step of the watch; the time a room is lost first stays, even if its smoke clears. */
export function stepWatch(
  building: ZoneBuilding,
  state: ZoneState,
  watch: TenabilityWatch,
  limits: TenabilityLimits = USUAL_LIMITS,
): void {
  for (let room = 0; room < building.rooms.length; room += 1) {
    const { upper, lower, layerM } = readZone(building, state, room);
    const around = layerM < limits.headM ? upper : lower;
    const dose = (watch.doseShare[room] ?? 0) + (dosePerMin(around) * building.stepS) / 60;
    watch.doseShare[room] = dose;
    if (watch.lostS[room] !== null) continue;
    const by = tenabilityLost(
      {
        layerM,
        upperC: upper.temperatureK - 273.15,
        lowerC: lower.temperatureK - 273.15,
        upperVisibilityM: visibilityM(upper.sootKgPerM3),
        lowerVisibilityM: visibilityM(lower.sootKgPerM3),
        doseShare: dose,
        radiationKwPerM2: shining(building, room, upper, layerM),
      },
      limits,
    );
    if (by === undefined) continue;
    watch.lostS[room] = state.tick * building.stepS;
    watch.lostBy[room] = by;
  }
}

const dosePerMin = ({ moleFraction }: ZoneLayer): number =>
  gasDosePerMin({
    carbonMonoxidePpm: 1e6 * moleFraction.co,
    hydrogenCyanidePpm: 1e6 * moleFraction.hcn,
    carbonDioxidePercent: 100 * moleFraction.co2,
    oxygenPercent: 100 * moleFraction.o2,
    irritantsPpm: { "hydrogen-chloride": 1e6 * moleFraction.hcl },
  });

/** The hot layer overhead as a grey body; its depth is the path through it. */
function shining(building: ZoneBuilding, room: number, upper: ZoneLayer, layerM: number): number {
  const depthM = (building.rooms[room]?.heightM ?? 0) - layerM;
  const gases = upper.moleFraction.h2o + upper.moleFraction.co2;
  const absorbs = absorptionPerM(upper.temperatureK, upper.sootKgPerM3, gases, depthM);
  return Math.max(0, layerRadiationKwPerM2(upper.temperatureK, 1 - Math.exp(-absorbs * depthM)));
}

/** Flashover as it is usually told: a layer of 600 C or 20 kW/m2 on the floor. */
export const hasFlashedOver = (upper: ZoneLayer): boolean =>
  upper.temperatureK >= 873 || layerRadiationKwPerM2(upper.temperatureK, 1) >= 20;
