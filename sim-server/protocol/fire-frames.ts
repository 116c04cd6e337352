// Fire, smoke and crowds as plain data: what the scene draws of them, live from the room or sampled for replay.

/** Smoke under the ceiling of one room, as an eye standing in it or looking into it sees it. */
export type SmokeFrame = {
  /** Height of the underside of the smoke over the room's floor, m, in tenths; the room's height where there is none. */
  layerM: number;
  /** How far one sees within the smoke and below it, m, whole metres from 2 m on; 30 is clear. */
  upperSightM: number;
  lowerSightM: number;
  /** How brightly the fire lights its smoke, 0 to 1 in eighths. */
  glow: number;
};

/** What burns in sight: middle of its base, mean flame height and width, m. */
export type FlameFrame = {
  id: string;
  x: number;
  y: number;
  z: number;
  heightM: number;
  widthM: number;
  /** Out, but smoking still: it may flare up again. */
  smoulders: boolean;
  /** Water or powder falls on it now. */
  wetted: boolean;
};

/** An explosion of the last half minute: where, when, and how wide its flame reached, m. */
export type BlastFrame = { id: string; tick: number; x: number; y: number; z: number; radiusM: number };

/**
 * Sent as `fire`, whole, when something in it changed, at most twice a second; a trainee is told of the rooms in sight
 * only. Rooms without smoke are left out.
 */
export type FireFrame = {
  rooms: Record<string, SmokeFrame>;
  flames: readonly FlameFrame[];
  blasts: readonly BlastFrame[];
  /** Water now falling: heads that have opened and hoses that spray, by prop. */
  water: readonly string[];
};

/**
 * Sent as `crowd`, at most twice a second, once a second when more than a hundred are told of. Six whole numbers a
 * person, one after the other: number of the person, x and y in decimetres from the south-west corner of the stage's
 * bounds, height of the feet in decimetres, heading in steps of 5 degrees clockwise from north, and 0 for
 * one who stands, 1 walks, 2 lies, 3 is carried. Whoever is left
 * out is out of sight or has left.
 */
export type CrowdFrame = { tick: number; people: readonly number[] };

/** The fire on the console's boards: the truth of every room that has warmed or smoked, and the crowd in numbers. */
export type FireBoard = {
  fires: readonly { id: string; room: string; kw: number; state: "waiting" | "burning" | "smouldering" | "out" }[];
  rooms: readonly {
    room: string;
    layerM: number;
    upperC: number;
    lowerC: number;
    sightM: number;
    coPpm: number;
    hfPpm: number;
    /** Dose of gas and heat taken there in a minute without protection; 1 fells half of people. */
    dosePerMin: number;
  }[];
  heads: readonly { head: string; acted: boolean }[];
  crowds: readonly { id: string; inside: number; out: number; down: number; dead: number; ordered: boolean }[];
  /** The fullest square of a metre and a half: where, and people per square metre. */
  densest: { x: number; y: number; perM2: number } | null;
  explosions: readonly { id: string; gatheredKg: number; exploded: boolean }[];
};
