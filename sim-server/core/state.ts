// The state of a run as plain data: everything the next tick depends on, and nothing else; it survives JSON.

import type { Casualty } from "./casualty.ts";
import type { DossierState } from "./dossier/dossier-state.ts";
import type { AirSupply } from "./hazard/breathing-air.ts";
import type { Detector } from "./hazard/detector.ts";
import type { Instrument } from "./hazard/detector-instrument.ts";
import type { Condition, Exposure } from "./hazard/exposure.ts";
import type { Burning, CrowdData } from "./hazard/fire-data.ts";
import type { PuffField } from "./hazard/puff.ts";
import type { RoomAirState } from "./hazard/room-air.ts";
import type { Vessel } from "./hazard/vessel.ts";
import type { RandomState } from "./random.ts";
import type { RoomGases } from "./room-gases.ts";

/** A person with a body: a player's or a simulated teammate's. Positions in metres, headings in degrees. */
export type Body = {
  slot: string;
  position: string;
  name: string;
  player: boolean;
  connected: boolean;
  x: number;
  y: number;
  z: number;
  yawDeg: number;
  pitchDeg: number;
  hands: number[] | null;
  /** Metres the body may still move now: refilled with time, so that hops are short and speed is human. */
  strideM: number;
  held: { x: number; y: number; z: number } | null;
  room: string;
  enteredTick: number;
  hot: boolean;
  suit: boolean;
  scba: boolean;
  air: AirSupply | null;
  airLow: boolean;
  soiled: boolean;
  washed: boolean;
  buddyReady: boolean;
  condition: Condition;
  /** What was taken in so far, the concentration around now (ppm), and the worst AEGL band reached. */
  exposure: Exposure;
  ppm: number;
  band: number;
  detector: Detector | null;
  meter: Instrument | null;
  /** Share taken of what knocks down, and of a lack of oxygen that fells; 1 is down. */
  knockDown: number;
  oxygenLack: number;
  /** Whom this body carries. */
  lifts: string | null;
  work: Work | null;
  walk: Walk | null;
  follow: string | null;
  scripts: Script[];
  /** Doses of fire gases and of heat, a wound that stays, and whom of the crowd one carries. */
  gasDose: number;
  heatDose: number;
  wound: Condition;
  carries: string | null;
  turnout: boolean;
  lastAskTick: number;
  talkingUntil: number;
};
type Work = { prop: string; action: string; done: number; need: number };
type Walk = { to: string; points: [number, number][]; next: number };

/** Steps being carried out: where they are written in the scenario, how far one is, what one waits for. */
export type Script = {
  source: { kind: "behaviour"; owner: string; id: string } | { kind: "message"; id: string };
  index: number;
  waitUntil: number;
  begun: boolean;
};

export type PropData = { state: string; fraction: number; broken: boolean; jam: number };

/** A release: the vessel, its side and whether it runs. */
export type LeakData = {
  started: boolean;
  side: "liquid" | "gas";
  vessel: Vessel;
  kgPerS: number;
  releasedKg: number;
  stopped: boolean;
  how: string;
};

export type HeadData = { detector: Detector; ppm: number; alarm: 0 | 1 | 2 };

type InboxEntry = {
  id: number;
  tick: number;
  to: string;
  channel: string;
  from: string;
  zh: string;
  en: string;
  inject: string | null;
};

export type TriggerData = { last: boolean; fired: number; due: number };
type InjectData = { status: "pending" | "held" | "released" | "skipped"; tick: number; trigger: TriggerData };
type ExpectedData = { inject: string; by: string; task: string; due: number; status: "open" | "met" | "missed" };
type DecisionData = { opened: number; due: number; status: "open" | "done" | "expired"; trigger: TriggerData };
type ProbeData = {
  trigger: TriggerData;
  asked: { slot: string; tick: number; due: number; right: string[]; status: "open" | "done" | "expired" }[];
};
type TaskData = {
  started: number;
  status: "open" | "met" | "late" | "overdue" | "kept" | "broken";
  tick: number;
};
type DutyData = { started: number; status: "idle" | "running" | "met" | "expired" };

export type State = {
  tick: number;
  phase: "lobby" | "running" | "paused" | "ended";
  speed: number;
  outcome: string | null;
  random: RandomState;
  wind: { fromDeg: number; speedMps: number; temperatureC: number };
  drift: { what: "fromDeg" | "speedMps"; to: number; perTick: number; until: number }[];
  bodies: Record<string, Body>;
  props: Record<string, PropData>;
  doors: Record<string, { open: boolean; closeAt: number; locked: boolean }>;
  leaks: Record<string, LeakData>;
  air: RoomAirState;
  /** Cubic metres of the rooms' other gases by cell; of oxygen what is missing. */
  gases: RoomGases;
  /** Gas of rooms that went up: where and when, and how far its flame reached, m. */
  blasts: { id: string; tick: number; x: number; y: number; z: number; radiusM: number }[];
  puffs: PuffField;
  heads: Record<string, HeadData>;
  /** ppm at named places and populations, now and highest. */
  places: Record<string, { ppm: number; peak: number }>;
  /** Highest ppm so far in the rooms and at the props that conditions ask about. */
  peaks: Record<string, number>;
  populations: Record<
    string,
    { remaining: number; orderedTick: number; done: boolean; exposure: Exposure; dead: number; injured: number }
  >;
  /** Those who are down, where casualties develop. */
  patients: Record<string, Casualty>;
  burning: Burning;
  crowds: CrowdData | null;
  casualties: { dead: number; seriouslyInjured: number; missing: number; level: string };
  inbox: InboxEntry[];
  stagePhase: number;
  injects: Record<string, InjectData>;
  events: Record<string, TriggerData>;
  decisions: Record<string, DecisionData>;
  probes: Record<string, ProbeData>;
  expected: ExpectedData[];
  tasks: Record<string, TaskData>;
  duties: Record<string, DutyData>;
  violations: Record<string, boolean>;
  /** Simulated people: behaviours seen true before, how often run, and scripts of those without a body. */
  behaviours: Record<string, { last: boolean; runs: number }>;
  voices: Record<string, Script[]>;
  sent: Record<string, number>;
  /** The case of a tax run. */
  dossier: DossierState | null;
  /** Number and running digest of the facts, so that a state hash vouches for them too. */
  facts: { count: number; digest: [number, number] };
};
