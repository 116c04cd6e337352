// The building a two-zone fire model runs in: rooms, openings, fans and fires, checked and made ready to step.
import type { FireCurve, FirePlace } from "./fire.ts";
import type { Fuel } from "./fire-fuel.ts";
import { airFractions, ambientDensityKgPerM3, SPECIES_COUNT } from "./zone-gas.ts";
import { type Slab, slabOf } from "./zone-surface.ts";

export const ZONE_OUTDOORS = "outdoors";

/** What a ceiling, wall or floor is made of; `null` where no heat may pass. */
export type Lining = {
  readonly conductivityWPerMK: number;
  readonly densityKgPerM3: number;
  readonly heatJPerKgK: number;
  readonly thicknessM: number;
  readonly emissivity: number;
};

export type ZoneRoom = {
  readonly id: string;
  readonly widthM: number;
  readonly depthM: number;
  readonly heightM: number;
  /** Height of the floor over the datum, m. */
  readonly floorM: number;
  readonly ceiling: Lining | null;
  readonly walls: Lining | null;
  readonly floor: Lining | null;
  /** Cracks to the outdoors from floor to ceiling, m2 in all. */
  readonly leakM2: number;
  readonly startK?: number;
  /** A shaft or stairwell narrower than high, whose gas mixes from floor to ceiling at once. */
  readonly mixed?: boolean;
};

/** A door or window between two rooms or a room and the outdoors; sill and head over the floor of room `a`. */
export type ZoneDoor = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly widthM: number;
  readonly sillM: number;
  readonly headM: number;
  readonly coefficient: number;
};
/** A hole in the floor of `upper` and the ceiling of `lower`; either may be the outdoors. */
type ZoneHole = {
  readonly id: string;
  readonly upper: string;
  readonly lower: string;
  readonly areaM2: number;
  readonly shape: "round" | "square";
};
/** A fan that moves a fixed volume until the pressure against it reaches its limit (then it moves none). */
type ZoneFan = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly flowM3PerS: number;
  /** Heights of intake and outlet over the floors of their rooms, m. */
  readonly intakeM: number;
  readonly outletM: number;
  readonly weakensAtPa: number;
  readonly stopsAtPa: number;
};

type ZoneFire = {
  readonly id: string;
  readonly room: string;
  readonly baseM: number;
  readonly areaM2: number;
  readonly place: FirePlace;
  readonly curve: FireCurve;
  readonly fuel: Fuel;
};

export type ZoneParts = {
  readonly rooms: readonly ZoneRoom[];
  readonly doors: readonly ZoneDoor[];
  readonly holes: readonly ZoneHole[];
  readonly fans: readonly ZoneFan[];
  readonly fires: readonly ZoneFire[];
  readonly ambientK: number;
  /** 0 to 1. */
  readonly humidity: number;
  /** Oxygen mass fraction below which nothing burns, e.g. 0.15. */
  readonly oxygenLimit: number;
  /** Seconds a step; the linings are made ready for it. */
  readonly stepS: number;
};

export type ZoneDoorReady = ZoneDoor & {
  readonly from: number;
  readonly to: number;
  readonly bottomM: number;
  readonly topM: number;
};
export type ZoneHoleReady = ZoneHole & { readonly above: number; readonly below: number };
export type ZoneFanReady = ZoneFan & { readonly source: number; readonly sink: number };
export type ZoneFireReady = ZoneFire & { readonly at: number };
type ZoneRoomReady = ZoneRoom & {
  readonly areaM2: number;
  readonly volumeM3: number;
  /** Ceiling, upper wall, lower wall, floor. */
  readonly slabs: readonly (Slab | null)[];
};

/** A building ready to step; `rooms.length` is the index of the outdoors. */
export type ZoneBuilding = Omit<ZoneParts, "rooms" | "doors" | "holes" | "fans" | "fires"> & {
  readonly rooms: readonly ZoneRoomReady[];
  readonly doors: readonly ZoneDoorReady[];
  readonly holes: readonly ZoneHoleReady[];
  readonly fans: readonly ZoneFanReady[];
  readonly fires: readonly ZoneFireReady[];
  readonly outdoors: number;
  readonly air: readonly number[];
  readonly airKgPerM3: number;
};

const LEAK_COEFFICIENT = 0.7;

/** By id, so that sums are taken in one order however the author wrote the parts. */
const inOrder = <T extends { readonly id: string }>(parts: readonly T[]): T[] =>
  parts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/**
 * Makes a building ready, its parts in the order of their ids; a name nobody has, or a room without size, is a bug of
 * the caller and throws.
 */
export function planZones(parts: ZoneParts): ZoneBuilding {
  const rooms = inOrder(parts.rooms);
  const index = new Map(rooms.map(({ id }, at) => [id, at]));
  index.set(ZONE_OUTDOORS, rooms.length);
  const find = (id: string): number => {
    const at = index.get(id);
    if (at === undefined) throw new Error(`zones: there is no room "${id}"`);
    return at;
  };
  const floorOf = (at: number): number => rooms[at]?.floorM ?? 0;
  const ready = rooms.map((room): ZoneRoomReady => {
    if (!(room.widthM > 0 && room.depthM > 0 && room.heightM > 0)) throw new Error(`zones: ${room.id} has no size`);
    const slab = (lining: Lining | null): Slab | null => (lining ? slabOf(lining, parts.stepS) : null);
    const areaM2 = room.widthM * room.depthM;
    const slabs = [slab(room.ceiling), slab(room.walls), slab(room.walls), slab(room.floor)];
    return { ...room, areaM2, volumeM3: areaM2 * room.heightM, slabs };
  });
  const leaks = rooms
    .filter(({ leakM2 }) => leakM2 > 0)
    .map(({ id, leakM2, heightM }): ZoneDoor => {
      const sizes = { widthM: leakM2 / heightM, sillM: 0, headM: heightM };
      return { id: `leak of ${id}`, a: id, b: ZONE_OUTDOORS, ...sizes, coefficient: LEAK_COEFFICIENT };
    });
  return {
    ...parts,
    rooms: ready,
    doors: inOrder([...parts.doors, ...leaks]).map((door) => {
      const from = find(door.a);
      const to = find(door.b);
      // Of two rooms the one with a floor tells how high the sill is.
      const base = from === rooms.length ? floorOf(to) : floorOf(from);
      return { ...door, from, to, bottomM: base + door.sillM, topM: base + door.headM };
    }),
    holes: inOrder(parts.holes).map((hole) => ({ ...hole, above: find(hole.upper), below: find(hole.lower) })),
    fans: inOrder(parts.fans).map((fan) => ({ ...fan, source: find(fan.from), sink: find(fan.to) })),
    fires: inOrder(parts.fires).map((fire) => ({ ...fire, at: find(fire.room) })),
    outdoors: rooms.length,
    air: airFractions(parts.ambientK, parts.humidity),
    airKgPerM3: ambientDensityKgPerM3(parts.ambientK),
  };
}

/** Where the numbers of one layer begin: upper layer 0, lower layer 1. */
export const layerAt = (room: number, layer: 0 | 1): number => (2 * room + layer) * SPECIES_COUNT;
