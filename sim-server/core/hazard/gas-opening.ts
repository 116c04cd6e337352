// What the gas engine starts from: vessels at rest, clean rooms, an empty sky and detectors in clean air.
import type { Stage } from "../../../scenarios/format/stage.ts";
import type { GasRelease } from "../../../scenarios/format/storyline.ts";
import { FILLING_KG_PER_M3 } from "../../../scenarios/format/substance.ts";
import { type AirCell, cellsOf, facingCells, layersOf } from "../air-cells.ts";
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

/** What of a hatch's cover leaks when it is shut, m3/s (assumption: two lifting holes). */
const SHUT_HATCH_M3PS = 0.0005;

/** Clean rooms, layer by layer, with what joins them: doors, hatches, cracks, and layer to layer. */
export function openAir(stage: Stage): RoomAirState {
  const layers = new Map<string, AirCell[]>(
    Object.entries(stage.rooms).flatMap(([id, room]) => (room.indoor ? [[id, layersOf(id, room)]] : [])),
  );
  const links: Link[] = [];
  for (const [id, door] of Object.entries(stage.doors)) {
    const [a, b] = door.between;
    const room = layers.has(a) ? a : b;
    const cells = layers.get(room);
    if (!cells) continue;
    const floorM = stage.rooms[room]?.floorM ?? 0;
    const pairs = facingCells(cells, layers.get(room === a ? b : a) ?? null, floorM, floorM + door.heightM);
    for (const [at, pair] of pairs.entries())
      links.push({
        id: pairs.length === 1 ? id : `${id}/${at}`,
        room: pair.a,
        to: pair.b ?? OUTDOORS,
        open: door.open,
        openM3PerS: door.airFlowM3ps * pair.share,
        shutM3PerS: SHUT_DOOR_M3PS * pair.share,
        at: { x: door.at.x, y: door.at.y, z: 1 },
      });
  }
  for (const [id, prop] of Object.entries(stage.props)) {
    const top = prop.kind === "hatch" ? layers.get(prop.of ?? "")?.at(-1) : undefined;
    if (!top) continue;
    const openM3PerS = prop.airFlowM3ps ?? 0.03;
    const shutM3PerS = Math.min(SHUT_HATCH_M3PS, openM3PerS);
    links.push({ id, room: top.id, to: OUTDOORS, open: false, openM3PerS, shutM3PerS, at: prop.at });
  }
  for (const [id, cells] of layers) {
    const room = stage.rooms[id];
    if (!room) continue;
    const at = { x: (room.x[0] + room.x[1]) / 2, y: (room.y[0] + room.y[1]) / 2, z: room.heightM / 2 };
    const still = (link: string, from: string, to: string, flow: number): Link => {
      return { id: link, room: from, to, open: false, openM3PerS: flow, shutM3PerS: flow, at };
    };
    for (const [over, cell] of cells.entries()) {
      const flow = (room.leakageAirChangesPerHour * cell.volumeM3) / 3600;
      links.push(still(cells.length === 1 ? `leak-${id}` : `leak-${cell.id}`, cell.id, OUTDOORS, flow));
      const above = cells[over + 1];
      if (above) links.push(still(`mix-${cell.id}`, cell.id, above.id, room.mixM3ps));
    }
  }
  return openRoomAir(cellsOf(stage), links, []);
}

export const openField = (wind: Wind): PuffField => openPuffs(wind, { intervalS: 8, maxPuffs: 80, rangeM: 2500 });

export const openHead = (kind: DetectorKind | undefined): HeadData => {
  if (!kind) throw new Error("a gas head has no kind");
  return { detector: openDetector(kind), ppm: 0, alarm: 0 };
};
