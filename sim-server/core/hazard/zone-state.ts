// All that changes in a two-zone building: masses, heat, linings, openings, and a ledger of what crossed its bounds.
import { AMBIENT_PA, CP, GRAVITY, SPECIES_COUNT } from "./zone-gas.ts";
import { layerAt, type ZoneBuilding } from "./zone-plan.ts";
import { SLAB_NODES } from "./zone-surface.ts";

/** The share of a room a layer has at the least when it is opened. */
const FIRST_SHARE = 1e-3;

/** Plain data: it may be written as JSON and read back without changing what follows. */
export type ZoneState = {
  tick: number;
  /** kg by room, layer (upper, lower) and species. */
  massKg: number[];
  /** cp m T by room and layer, J; the pressure of a room follows from their sum. */
  heatJ: number[];
  /** Nodes of ceiling, upper wall, lower wall and floor of each room, K. */
  liningK: number[];
  /** Share of each door that is open, 0 to 1, in the order of the building's doors; likewise holes and fans. */
  doorOpen: number[];
  holeOpen: number[];
  fanOn: number[];
  /** By fire, W: what it asked for and what oxygen let it release in the last step. */
  askedW: number[];
  releasedW: number[];
  ledger: ZoneLedger;
};

/** Sums since the start; what the rooms hold has changed by exactly these. */
type ZoneLedger = {
  fuelKg: number;
  burntKg: number;
  releasedJ: number;
  /** Heat the fuel brought with it at ambient temperature, J. */
  fuelHeatJ: number;
  intoLiningsJ: number;
  /** Net mass and heat through openings to the outdoors. */
  outKg: number;
  outJ: number;
};

export function openZones(building: ZoneBuilding): ZoneState {
  const { rooms, air, ambientK, airKgPerM3 } = building;
  const massKg = new Array<number>(rooms.length * 2 * SPECIES_COUNT).fill(0);
  const heatJ: number[] = [];
  const liningK: number[] = [];
  for (const [at, room] of rooms.entries()) {
    const startK = room.startK ?? ambientK;
    // Each room starts in balance with the air outside at its floor.
    const pressurePa = AMBIENT_PA - airKgPerM3 * GRAVITY * room.floorM;
    const roomKg = ((pressurePa * room.volumeM3) / startK) * (1.4 / (CP * 0.4));
    for (const layer of [0, 1] as const) {
      const kg = roomKg * (layer === 0 ? FIRST_SHARE : 1 - FIRST_SHARE);
      for (const [species, fraction] of air.entries()) massKg[layerAt(at, layer) + species] = kg * fraction;
      heatJ.push(CP * kg * startK);
    }
    for (let node = 0; node < 4 * SLAB_NODES; node += 1) liningK.push(startK);
  }
  return {
    tick: 0,
    massKg,
    heatJ,
    liningK,
    doorOpen: building.doors.map(() => 1),
    holeOpen: building.holes.map(() => 1),
    fanOn: building.fans.map(() => 1),
    askedW: building.fires.map(() => 0),
    releasedW: building.fires.map(() => 0),
    ledger: { fuelKg: 0, burntKg: 0, releasedJ: 0, fuelHeatJ: 0, intoLiningsJ: 0, outKg: 0, outJ: 0 },
  };
}
