// What the gas engine starts from: vessels at rest, clean rooms, an empty sky and detectors in clean air.
import type { Stage } from "../../../scenarios/format/stage.ts";
import type { GasRelease } from "../../../scenarios/format/storyline.ts";
import { FILLING_KG_PER_M3 } from "../../../scenarios/format/substance.ts";
import type { HeadData, LeakData } from "../state.ts";
import { type DetectorKind, openDetector } from "./detector.ts";
import { openPuffs, type PuffField } from "./puff.ts";
import { type Link, OUTDOORS, openRoomAir, type RoomAirState } from "./room-air.ts";
import { ONE_TON_CONTAINER, openVessel } from "./vessel.ts";
import type { Wind } from "./wind.ts";

const SHUT_DOOR_M3PS = 0.02;
/** Sodium hydroxide in the pit, kg: two containers' worth, the usual design of chlorine stations (assumption). */
const PIT_NAOH_KG = 2600;

export function openLeak(hazard: GasRelease, stage: Stage, temperatureC: number): LeakData {
  const container = stage.props[hazard.from];
  const { substance } = hazard;
  const massKg = container?.fillKg ?? ONE_TON_CONTAINER.massKg;
  const volumeM3 = container?.volumeM3 ?? massKg / FILLING_KG_PER_M3[substance];
  return {
    started: false,
    side: hazard.opening.side,
    vessel: openVessel({
      substance,
      massKg,
      volumeM3,
      steelKg: (volumeM3 * ONE_TON_CONTAINER.steelKg) / ONE_TON_CONTAINER.volumeM3,
      holeDiameterM: hazard.opening.diameterMm / 1000,
      temperatureK: temperatureC + 273.15,
      ambientK: temperatureC + 273.15,
      naohKg: PIT_NAOH_KG,
    }),
    kgPerS: 0,
    releasedKg: 0,
    stopped: false,
    how: "",
  };
}

export function openAir(stage: Stage): RoomAirState {
  const indoor = Object.entries(stage.rooms).filter(([, room]) => room.indoor);
  const volume = (room: (typeof indoor)[number][1]): number =>
    (room.x[1] - room.x[0]) * (room.y[1] - room.y[0]) * room.heightM;
  const isIndoor = (id: string): boolean => stage.rooms[id]?.indoor === true;
  const links: Link[] = Object.entries(stage.doors).flatMap(([id, door]) => {
    const [a, b] = door.between;
    const room = isIndoor(a) ? a : b;
    if (!isIndoor(room)) return [];
    const other = room === a ? b : a;
    return [
      {
        id,
        room,
        to: isIndoor(other) ? other : OUTDOORS,
        open: door.open,
        openM3PerS: door.airFlowM3ps,
        shutM3PerS: SHUT_DOOR_M3PS,
        at: { x: door.at.x, y: door.at.y, z: 1 },
      },
    ];
  });
  for (const [id, room] of indoor) {
    const flow = (room.leakageAirChangesPerHour * volume(room)) / 3600;
    const at = { x: (room.x[0] + room.x[1]) / 2, y: (room.y[0] + room.y[1]) / 2, z: room.heightM / 2 };
    links.push({ id: `leak-${id}`, room: id, to: OUTDOORS, open: false, openM3PerS: flow, shutM3PerS: flow, at });
  }
  return openRoomAir(
    indoor.map(([id, room]) => ({ id, volumeM3: volume(room) })),
    links,
    [],
  );
}

export const openField = (wind: Wind): PuffField => openPuffs(wind, { intervalS: 8, maxPuffs: 80, rangeM: 2500 });

export const openHead = (kind: DetectorKind | undefined): HeadData => {
  if (!kind) throw new Error("a gas head has no kind");
  return { detector: openDetector(kind), ppm: 0, alarm: 0 };
};
