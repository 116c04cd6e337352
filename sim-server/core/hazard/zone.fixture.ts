// Buildings for the proofs of the two-zone fire model: gypsum rooms, doors of 0.9 by 2 m, a fire of plastic foam.
import type { Fuel } from "./fire-fuel.ts";
import {
  type Lining,
  planZones,
  type ZoneBuilding,
  type ZoneDoor,
  type ZoneParts,
  type ZoneRoom,
} from "./zone-plan.ts";
import { openZones, type ZoneState } from "./zone-state.ts";
import { askedHeatW, stepZones } from "./zone-step.ts";

export const GYPSUM: Lining = {
  conductivityWPerMK: 0.16,
  densityKgPerM3: 790,
  heatJPerKgK: 900,
  thicknessM: 0.016,
  emissivity: 0.9,
};
export const FOAM: Fuel = {
  carbon: 4.56,
  hydrogen: 6.56,
  oxygen: 2.34,
  nitrogen: 0,
  chlorine: 0,
  heatJPerKg: 20e6,
  radiativeShare: 0.35,
  coYield: 0.02,
  sootYield: 0.05,
  hcnYield: 0,
};

export const roomOf = (id: string, widthM: number, depthM: number, heightM: number, floorM = 0): ZoneRoom => ({
  id,
  widthM,
  depthM,
  heightM,
  floorM,
  ceiling: GYPSUM,
  walls: GYPSUM,
  floor: GYPSUM,
  leakM2: 0.005,
});
export const doorOf = (a: string, b: string, widthM = 0.9, headM = 2): ZoneDoor => ({
  id: `${a} to ${b}`,
  a,
  b,
  widthM,
  sillM: 0,
  headM,
  coefficient: 0.7,
});
export const fireIn = (room: string, kwPerS2: number, peakKw: number): ZoneParts["fires"][number] => ({
  id: `fire in ${room}`,
  room,
  baseM: 0,
  areaM2: 0.5,
  place: "open",
  curve: { kind: "growth", kwPerS2, peakKw, startS: 0 },
  fuel: FOAM,
});
export const partsOf = (parts: Partial<ZoneParts>): ZoneParts => ({
  rooms: [],
  doors: [],
  holes: [],
  fans: [],
  fires: [],
  ambientK: 293.15,
  humidity: 0.5,
  oxygenLimit: 0.15,
  stepS: 0.1,
  ...parts,
});

/** Runs a building by its fires' own curves. */
export function runZones(parts: ZoneParts, ticks: number): { building: ZoneBuilding; state: ZoneState } {
  const building = planZones(parts);
  const state = openZones(building);
  for (let tick = 0; tick < ticks; tick += 1) stepZones(building, state, askedHeatW(building, state));
  return { building, state };
}

/** Twelve rooms and fourteen openings on two floors: what the tick's budget is stated for. */
export function twelveRooms(): ZoneParts {
  const names = Array.from({ length: 12 }, (_, at) => `room-${at}`);
  const rooms = names.map((id, at) => roomOf(id, 4 + (at % 3), 4, 2.6, at < 6 ? 0 : 2.6));
  const doors = names.slice(0, 11).flatMap((id, at) => (at === 5 ? [] : [doorOf(id, names[at + 1] ?? id)]));
  return partsOf({
    rooms: rooms.map((room) => ({ ...room, leakM2: 0 })),
    doors: [
      ...doors,
      doorOf("room-5", "outdoors"),
      doorOf("room-11", "outdoors"),
      doorOf("room-0", "outdoors", 1, 0.3),
    ],
    holes: [{ id: "stairs", upper: "room-8", lower: "room-2", areaM2: 3, shape: "square" }],
    fires: [fireIn("room-0", 0.0469, 1000)],
  });
}
