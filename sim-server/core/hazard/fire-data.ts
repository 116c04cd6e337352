// The part of a run's state that fires, explosions and crowds keep: plain data that survives JSON.
import type { CrowdHarm } from "./crowd-harm.ts";
import type { Crowd } from "./crowd-state.ts";
import type { openHeads } from "./sprinkler-heads.ts";
import type { ZoneState } from "./zone-state.ts";

export type FireData = {
  status: "waiting" | "burning" | "out";
  /** How old its own growth is, s: water that takes more heat than it gives holds it there. */
  ageS: number;
  /** Share of its curve that suppression and want of fuel have left, 1 to 0. */
  level: number;
  askedKw: number;
  releasedKw: number;
  burntMj: number;
  /** Whether water or powder falls on it now, and the water it got since it went out, kg. */
  wetted: boolean;
  waterKg: number;
  /** Steps of `fire-grown` told so far. */
  told: number;
  /** When it may flare up again, ticks; -1 for not. */
  flaresTick: number;
  flared: number;
};

export type ExplosionData = {
  massKg: number;
  gathering: boolean;
  /** Tick it went off, or -1. */
  tick: number;
  burningKg: number;
  reachM: number;
};

export type Burning = {
  fires: Record<string, FireData>;
  /** Null until something burns: rooms without fire cost nothing. */
  zones: ZoneState | null;
  heads: ReturnType<typeof openHeads> | null;
  /** Rooms that flashed over, and what first made each room one that people cannot leave through. */
  flashed: string[];
  filled: Record<string, string>;
  explosions: Record<string, ExplosionData>;
};

export type CrowdData = {
  crowd: Crowd;
  harm: CrowdHarm;
  /** Everybody's own time between alarm and setting off, ticks. */
  drawnTicks: number[];
  groups: Record<string, { orderedTick: number; ordered: boolean; setOff: boolean; done: boolean }>;
  /** People who lie and have been found, by their ids. */
  found: string[];
  crushed: boolean;
};
