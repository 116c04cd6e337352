// Views: what one role is told while the run goes on, beyond the mirror everybody sees.
import type { CrowdFrame, FireBoard, FireFrame } from "./fire-frames.ts";
import type { CloudFrame, FieldFrame } from "./frames.ts";
import type { Paper, TaxConsoleView, TaxView } from "./tax-views.ts";
import type { Channel, Slot, Text } from "./words.ts";

export type InboxItem = {
  id: number;
  tick: number;
  channel: Channel;
  /** A simulated person, a slot, or `system`. */
  from: string;
  fromTitle: Text;
  text: Text;
  inject: string | null;
};
type OpenDecision = {
  id: string;
  prompt: Text;
  options: readonly { id: string; text: Text }[];
  openedTick: number;
  dueTick: number;
};
type OpenProbe = { id: string; ask: Text; options: readonly { id: string; text: Text }[]; dueTick: number };

/** A trainee's own body, tools and paper. Sent whole whenever something in it changed, at most twice a second. */
export type SelfView = {
  slot: Slot;
  suit: boolean;
  scba: boolean;
  airMin: number | null;
  airLow: boolean;
  washed: boolean;
  buddyReady: boolean;
  /** What the worn detector shows; null without one. `over` when above its range. */
  detector: { ppm: number; alarm: 0 | 1 | 2; over: boolean; rangePpm: number } | null;
  /** What the worn four-gas instrument shows; null without one. `over` names the cells that were beyond their range. */
  meter?: {
    oxygenPercent: number;
    lelPercent: number;
    coPpm: number;
    h2sPpm: number;
    over: readonly string[];
    alarm: boolean;
  } | null;
  /** none, irritated, impaired, collapsed, dead: what the person feels. */
  symptoms: "well" | "irritated" | "impaired" | "collapsed" | "dead";
  working: { prop: string; action: string; fraction: number } | null;
  /** Fixed detector heads as shown on a panel one stands before; null elsewhere. */
  panel: readonly { head: string; ppm: number; alarm: 0 | 1 | 2 }[] | null;
  decisions: readonly OpenDecision[];
  probe: OpenProbe | null;
  tasksDone: readonly string[];
  reportsSent: readonly { report: string; tick: number; complete: boolean | null }[];
  /** Where the server holds the body, when it differs from the pose sent (walls, too fast, carried). */
  held: { x: number; y: number; z: number } | null;
  /** In a fire: how far one sees, m (30 is clear), the heat on the skin, and the hottest a thermal camera shows. */
  fire: { sightM: number; heat: "none" | "warm" | "hot" | "unbearable"; cameraC: number | null } | null;
  /** Whom of the crowd one carries. */
  carries: string | null;
};

export type LogEntry = {
  seq: number;
  tick: number;
  by: string;
  kind: string;
  of: string;
  detail: Record<string, string | number | boolean>;
};

/** What a body takes, in truth. */
export type BodyFrame = {
  room: string;
  airMin: number | null;
  ppm: number;
  /** Share of the AEGL-3 dose (60 min), percent. */
  dosePercent: number;
  condition: SelfView["symptoms"];
};

export type ConsoleView = {
  tick: number;
  phase: "lobby" | "running" | "paused" | "ended";
  speed: number;
  stagePhase: string;
  outcome: string | null;
  accidentLevel: string;
  casualties: { dead: number; seriouslyInjured: number; missing: number };
  wind: { fromDeg: number; speedMps: number; temperatureC: number; stability: string };
  people: readonly ({
    slot: Slot;
    name: string;
    position: string;
    simulated: boolean;
    connected: boolean;
    x: number;
    y: number;
    yawDeg: number;
    suit: boolean;
    scba: boolean;
    doing: string;
    idleS: number;
  } & BodyFrame)[];
  hazards: readonly { id: string; kgPerS: number; releasedKg: number; side: string; leaking: boolean }[];
  heads: readonly { head: string; ppm: number; alarm: 0 | 1 | 2 }[];
  populations: readonly { id: string; remaining: number; ppm: number; band: number }[];
  msel: readonly {
    id: string;
    status: "pending" | "held" | "released" | "skipped";
    tick: number | null;
    why: string | null;
  }[];
  tasks: readonly {
    id: string;
    status: "open" | "met" | "late" | "overdue" | "kept" | "broken";
    tick: number | null;
    dueTick: number | null;
  }[];
  expected: readonly { inject: string; by: string; task: string; dueTick: number; status: "open" | "met" | "missed" }[];
  duties: readonly { id: string; status: "idle" | "running" | "met" | "expired"; dueTick: number | null }[];
  violations: readonly { id: string; tick: number; by: string }[];
  /** Null where nothing can burn and there is no crowd. */
  fire: FireBoard | null;
  percentSoFar: number;
};

/** The console's boards without the people and the clock. */
export type BoardFrame = Pick<
  ConsoleView,
  | "stagePhase"
  | "accidentLevel"
  | "casualties"
  | "hazards"
  | "heads"
  | "populations"
  | "msel"
  | "tasks"
  | "expected"
  | "duties"
  | "violations"
  | "fire"
  | "percentSoFar"
>;

/** Messages a room sends besides the mirror, by name. */
export type RoomMessages = {
  briefing: import("./briefing.ts").Briefing;
  "console-briefing": import("./briefing.ts").ConsoleBriefing;
  self: SelfView;
  inbox: readonly InboxItem[];
  cloud: CloudFrame;
  fire: FireFrame;
  crowd: CrowdFrame;
  console: ConsoleView;
  log: readonly LogEntry[];
  field: FieldFrame;
  /** A tax case: to trainees, and with the verdicts to consoles. */
  tax: TaxView;
  "tax-console": TaxConsoleView;
  paper: Paper;
};
