// The mirror as plain data: what the scene draws, live from the room or sampled for replay.
import type { CrowdFrame, FireFrame } from "./fire-frames.ts";
import type { Text } from "./words.ts";

export type PersonFrame = {
  name: string;
  position: string;
  figure: string;
  simulated: boolean;
  connected: boolean;
  x: number;
  y: number;
  z: number;
  yawDeg: number;
  pitchDeg: number;
  hands: readonly number[] | null;
  suit: boolean;
  scba: boolean;
  doing: string;
};
export type PropFrame = { state: string; fraction: number };

/** What an eye could see of the gas: opacity 0..1 per room, and puffs outdoors (metres, radius, opacity). */
export type CloudFrame = {
  rooms: Record<string, number>;
  puffs: readonly { x: number; y: number; radiusM: number; heightM: number; opacity: number }[];
  /** Where gas jets from the opening, if any: position and strength 0..1. */
  jets: readonly { x: number; y: number; z: number; strength: number; liquid: boolean }[];
};

export type MirrorFrame = {
  tick: number;
  phase: "lobby" | "running" | "paused" | "ended";
  speed: number;
  windFromDeg: number;
  windSpeedMps: number;
  people: Record<string, PersonFrame>;
  props: Record<string, PropFrame>;
  cloud: CloudFrame;
  /** Left out where nothing can burn, and where nobody but the players is about. */
  fire?: FireFrame;
  crowd?: CrowdFrame;
};

/**
 * Concentration outdoors at breathing height on a net of lines, close over the site and wider with distance, and the
 * air of each indoor room. `x` and `y` are the lines in whole metres, south-west first. `log` holds a byte a crossing,
 * row by row from the south, then one a room of `rooms`, in two hex digits: ppm = 0.1 * 10^((byte - 1) / 50), 0 below
 * 0.1 ppm. A 00 is followed by the two digits of how many zeros it stands for.
 */
export type FieldFrame = { x: readonly number[]; y: readonly number[]; rooms: readonly string[]; log: string };

export type StageView = {
  title: Text;
  model: string;
  bounds: { x: readonly [number, number]; y: readonly [number, number] };
  rooms: Record<
    string,
    {
      title: Text;
      x: readonly [number, number];
      y: readonly [number, number];
      heightM: number;
      indoor: boolean;
      /** Height of the floor: below 0 for a well or cellar under the ground; 0 if left out. */
      floorM?: number;
    }
  >;
  doors: Record<
    string,
    {
      title: Text;
      between: readonly [string, string];
      at: { x: number; y: number; z: number };
      wall: string;
      widthM: number;
      heightM: number;
    }
  >;
  places: Record<string, { title: Text; at: { x: number; y: number; z: number }; yawDeg: number }>;
  props: Record<string, PropView>;
};
export type PropView = {
  kind: string;
  title: Text;
  at: { x: number; y: number; z: number };
  faces: number;
  reachM: number;
  workS: number;
  actions: readonly string[];
  /** What it looks like, where its kind does not say it. */
  looks?: string;
  of?: string;
  does?: string;
  /** The far end of a ladder, a fan's or detector's hose, a tripod's line. */
  end?: { x: number; y: number; z: number };
};
