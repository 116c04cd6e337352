// Gas inside buildings: well-mixed rooms that trade air through doors, leaks and fans, with each other and outdoors.
import { type Flow, spread } from "./room-air-spread.ts";

export const OUTDOORS = "outdoors";
type Place = { readonly x: number; readonly y: number; readonly z: number };

type Room = { readonly id: string; readonly volumeM3: number; readonly massKg: number };

/** A door, window or crack between a room and another room or the outdoors: as much air goes one way as the other. */
export type Link = {
  readonly id: string;
  readonly room: string;
  /** The other room's id, or "outdoors". */
  readonly to: string;
  readonly open: boolean;
  readonly openM3PerS: number;
  readonly shutM3PerS: number;
  readonly at: Place;
};

/** A fan that draws a room's air to the outdoors, through a scrubber that keeps `efficiency` (0 to 1) of the gas. */
export type Fan = {
  readonly id: string;
  readonly room: string;
  readonly on: boolean;
  readonly m3PerS: number;
  readonly efficiency: number;
  readonly at: Place;
};

/** Air that is blown one way, from a room or the outdoors to another; whoever sets it up balances it. */
export type Stream = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly m3PerS: number;
  readonly at: Place;
};

export type RoomAirState = {
  readonly rooms: readonly Room[];
  readonly links: readonly Link[];
  readonly fans: readonly Fan[];
  readonly streams?: readonly Stream[];
  readonly ventedKg: number;
  readonly scrubbedKg: number;
  /** Gas that came in from outdoors, kg. */
  readonly inflowKg: number;
};

/** What left by one link or fan to the outdoors during the step, in how much air, and where. */
export type Vent = { readonly id: string; readonly at: Place; readonly kgPerS: number; readonly m3PerS: number };
export type RoomAirStep = {
  readonly air: RoomAirState;
  readonly vents: readonly Vent[];
  readonly ventedKgPerS: number;
  readonly scrubbedKgPerS: number;
};

/** Clean rooms with their links and fans. */
export const openRoomAir = (
  rooms: readonly { id: string; volumeM3: number }[],
  links: readonly Link[],
  fans: readonly Fan[],
): RoomAirState => ({
  rooms: rooms.map(({ id, volumeM3 }) => ({ id, volumeM3, massKg: 0 })),
  links,
  fans,
  ventedKg: 0,
  scrubbedKg: 0,
  inflowKg: 0,
});

/** A door or other link opened or shut. */
export const setLinkOpen = (air: RoomAirState, id: string, open: boolean): RoomAirState => ({
  ...air,
  links: air.links.map((link) => (link.id === id ? { ...link, open } : link)),
});

/** A fan switched on or off. */
export const setFanOn = (air: RoomAirState, id: string, on: boolean): RoomAirState => ({
  ...air,
  fans: air.fans.map((fan) => (fan.id === id ? { ...fan, on } : fan)),
});

/** Concentration in a room, kg/m3; 0 for a room that is not there. */
export const roomKgPerM3 = (air: RoomAirState, id: string): number => {
  const room = air.rooms.find((one) => one.id === id);
  return room === undefined ? 0 : room.massKg / room.volumeM3;
};

/** Air that a door in a wall trades, m3/s, driven by the weight of the gas inside; densities kg/m3, Cd 0.61. */
export const buoyantExchangeM3PerS = (widthM: number, heightM: number, inKgPerM3: number, outKgPerM3: number): number =>
  (0.61 / 3) *
  widthM *
  heightM ** 1.5 *
  Math.sqrt((9.80616 * Math.abs(inKgPerM3 - outKgPerM3)) / ((inKgPerM3 + outKgPerM3) / 2));

/** Air that one opening of `areaM2` trades with the wind at `speedMps` past it, m3/s: 0.025 A u (BS 5925). */
export const windExchangeM3PerS = (areaM2: number, speedMps: number): number => 0.025 * areaM2 * speedMps;

/**
 * Moves the rooms on by `dtS` seconds: dC/dt = (S - Q (C - Ca)) / V in every room at once, solved exactly, so any
 * step is stable, no mass turns negative, and what came in equals what is inside plus what left. `sourcesKgPerS` by
 * room id; `outdoorKgPerM3` is the gas already outside. A fan's make-up air comes in through the room's own openings
 * and holds back what they let out. Well-mixed rooms: minutes, not seconds, after a sudden release.
 */
export const stepRoomAir = (
  air: RoomAirState,
  dtS: number,
  sourcesKgPerS: Readonly<Record<string, number>>,
  outdoorKgPerM3 = 0,
): RoomAirStep => {
  const index = new Map(air.rooms.map((room, at) => [room.id, at]));
  const rooms = air.rooms.length;
  const streams = air.streams ?? [];
  const exits = [
    ...air.links.filter((link) => link.to === OUTDOORS),
    ...air.fans,
    ...streams.filter((stream) => stream.to === OUTDOORS),
  ];
  const flows: Flow[] = [];
  const blownM3PerS = exits.map(() => 0);
  const incoming = air.rooms.map((room) => Math.max(0, sourcesKgPerS[room.id] ?? 0));
  const extraM3PerS = air.rooms.map((room) => extraction(air, room.id));
  const drawOf = (room: number, trade: number): number => {
    const all = allTrade(air, air.rooms[room]?.id ?? "");
    return all > 0 ? ((extraM3PerS[room] ?? 0) * trade) / all : 0;
  };
  let inflowKgPerS = 0;

  const move = (from: number, to: number, m3PerS: number): void => {
    const volume = air.rooms[from]?.volumeM3;
    if (to >= rooms) blownM3PerS[to - rooms] = m3PerS;
    if (volume !== undefined && m3PerS > 0) flows.push({ from, to, perS: m3PerS / volume });
  };
  const letIn = (room: number, m3PerS: number): void => {
    incoming[room] = (incoming[room] ?? 0) + m3PerS * outdoorKgPerM3;
    inflowKgPerS += m3PerS * outdoorKgPerM3;
  };

  for (const link of air.links) {
    const a = index.get(link.room);
    const b = index.get(link.to);
    if (a === undefined) continue;
    const trade = tradeOf(link);
    if (b !== undefined) {
      const drawA = drawOf(a, trade);
      const drawB = drawOf(b, trade);
      move(a, b, Math.max(0, trade - drawA, drawB));
      move(b, a, Math.max(0, trade - drawB, drawA));
    } else if (link.to === OUTDOORS) {
      const draw = drawOf(a, trade);
      move(a, rooms + exits.indexOf(link), Math.max(0, trade - draw));
      letIn(a, Math.max(trade, draw));
    }
  }
  for (const fan of air.fans) {
    const room = index.get(fan.room);
    if (room === undefined || !fan.on) continue;
    move(room, rooms + exits.indexOf(fan), fan.m3PerS);
    if (allTrade(air, fan.room) === 0) letIn(room, fan.m3PerS);
  }

  for (const stream of streams) {
    const from = index.get(stream.from);
    const to = index.get(stream.to);
    if (from === undefined && to !== undefined) letIn(to, stream.m3PerS);
    else if (from !== undefined) move(from, to ?? rooms + exits.indexOf(stream), stream.m3PerS);
  }

  const start = [...air.rooms.map((room) => room.massKg), ...exits.map(() => 0)];
  const end = spread(start, [...incoming, ...exits.map(() => 0)], flows, dtS);

  const perS = dtS > 0 ? 1 / dtS : 0;
  let ventedKg = 0;
  let scrubbedKg = 0;
  const vents = exits.map((exit, at): Vent => {
    const leftKg = end[rooms + at] ?? 0;
    const kept = "efficiency" in exit ? leftKg * Math.min(1, Math.max(0, exit.efficiency)) : 0;
    scrubbedKg += kept;
    ventedKg += leftKg - kept;
    return { id: exit.id, at: exit.at, kgPerS: (leftKg - kept) * perS, m3PerS: blownM3PerS[at] ?? 0 };
  });
  return {
    air: {
      ...air,
      rooms: air.rooms.map((room, at) => ({ ...room, massKg: end[at] ?? 0 })),
      ventedKg: air.ventedKg + ventedKg,
      scrubbedKg: air.scrubbedKg + scrubbedKg,
      inflowKg: air.inflowKg + inflowKgPerS * dtS,
    },
    vents,
    ventedKgPerS: ventedKg * perS,
    scrubbedKgPerS: scrubbedKg * perS,
  };
};

const tradeOf = (link: Link): number => (link.open ? link.openM3PerS : link.shutM3PerS);

const allTrade = (air: RoomAirState, room: string): number => {
  let sum = 0;
  for (const link of air.links) if (link.room === room || link.to === room) sum += tradeOf(link);
  return sum;
};

const extraction = (air: RoomAirState, room: string): number => {
  let sum = 0;
  for (const fan of air.fans) if (fan.room === room && fan.on) sum += fan.m3PerS;
  return sum;
};
