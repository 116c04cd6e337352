// The mirror as plain data: what the scene draws, live from the room or sampled for replay.
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
};

/** A sampled run for the evaluator: one frame per second, only what changed since the frame before. */
export type ReplayFrame = {
  tick: number;
  people: Record<string, Partial<PersonFrame>>;
  props: Record<string, PropFrame>;
  wind?: [fromDeg: number, speedMps: number];
  cloud?: CloudFrame;
  /** Evaluator's truth: ppm contour grid every few seconds, and per person ppm, air and condition. */
  field?: FieldFrame;
  bodies: Record<string, { ppm: number; airMin: number | null; condition: string; dosePercent: number }>;
};

/** Concentration grid at breathing height, row-major from the south-west: two hex digits a cell; 0 = below 0.1 ppm, else ppm = 0.1 * 10^((byte - 1) / 50). */
export type FieldFrame = { x0: number; y0: number; cellM: number; columns: number; rows: number; log: string };

export type StageView = {
  title: Text;
  model: string;
  bounds: { x: readonly [number, number]; y: readonly [number, number] };
  rooms: Record<
    string,
    { title: Text; x: readonly [number, number]; y: readonly [number, number]; heightM: number; indoor: boolean }
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
  of?: string;
  does?: string;
};
