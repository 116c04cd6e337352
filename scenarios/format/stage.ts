// The stage: rooms, doors, walls, places and the props that can be used, in metres east, north and up.
import { z } from "zod";
import { DETECTOR_GASES } from "./substance.ts";
import { id, point, text } from "./text.ts";

const span = z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, "write the smaller number first");

const room = z.strictObject({
  title: text,
  x: span,
  y: span,
  heightM: z.number().min(2).max(40).default(3),
  indoor: z.boolean().default(true),
  leakageAirChangesPerHour: z.number().min(0).max(60).default(0.5),
  /** Height of the floor: below 0 for a well or cellar, which people reach by a ladder. */
  floorM: z.number().min(-30).max(100).default(0),
  /** Heights over the floor that cut the room's air into layers, lowest first; without them it is well mixed. */
  levelsM: z.array(z.number().min(0.1).max(40)).max(4).default([]),
  /** Air that neighbouring layers trade. */
  mixM3ps: z.number().min(0).max(20).default(0.02),
  /** What walls and ceiling are made of: how fast they take up the heat of a fire. */
  lining: z.enum(["concrete", "brick", "gypsum", "steel-panel"]).default("concrete"),
  /** Smoke vents in the roof, m2; open from the start unless a switch that does `vent` serves the room. */
  roofVentM2: z.number().min(0).max(200).default(0),
  /** A stair climbs towards this side, from `floorM` to `topM`. */
  stair: z.enum(["north", "south", "east", "west"]).optional(),
  topM: z.number().min(-30).max(100).optional(),
});

const door = z.strictObject({
  title: text,
  between: z.tuple([id, id]),
  at: point,
  wall: z.enum(["north", "south", "east", "west"]),
  widthM: z.number().min(0.6).max(12),
  heightM: z.number().min(1.8).max(8).default(2.1),
  open: z.boolean().default(false),
  /** Chained or jammed: nobody gets through until an event unlocks it. */
  locked: z.boolean().default(false),
  airFlowM3ps: z.number().min(0).max(50).default(0.6),
});

/**
 * What a prop is decides what may be done with it: `action` lists are the whole vocabulary of the hands.
 * `workS` is how long the act takes an able person; a valve's work is its full travel.
 */
export const PROP_ACTIONS = {
  container: ["turn"],
  valve: ["close", "open"],
  switch: ["on", "off"],
  button: ["press"],
  "gas-head": ["inspect"],
  "control-panel": ["inspect"],
  "wind-sock": ["inspect"],
  "suit-rack": ["wear", "return"],
  "scba-rack": ["wear", "return"],
  phone: ["call"],
  "report-desk": ["write"],
  hoist: ["submerge"],
  pool: [],
  monitor: ["spray-curtain", "spray-leak", "stop"],
  shower: ["wash"],
  board: ["count"],
  barrier: ["close", "open"],
  "sample-point": ["measure"],
  siren: [],
  hatch: ["open", "close"],
  ladder: ["climb"],
  tripod: ["rig", "raise"],
  line: ["attach"],
  cylinder: [],
  appliance: ["inspect"],
  hose: ["spray", "stop"],
  extinguisher: ["spray"],
  sprinkler: [],
  "smoke-detector": [],
  "heat-detector": [],
  scenery: ["inspect"],
} as const satisfies Record<string, readonly string[]>;
export type PropKind = keyof typeof PROP_ACTIONS;

/** What a prop may look like where its kind does not say it. */
export const PROP_LOOKS = [
  "cabinet",
  "notice",
  "hydrant",
  "extinguisher",
  "pipe",
  "range",
  "knob",
  "blower",
  "gas-alarm",
  "pallet",
  "shelf",
  "table",
  "tape",
  "lighter",
] as const;
const PROP_KINDS = Object.keys(PROP_ACTIONS) as [PropKind, ...PropKind[]];

const prop = z.strictObject({
  kind: z.enum(PROP_KINDS),
  title: text,
  looks: z.enum(PROP_LOOKS).optional(),
  at: point,
  /** Heading a person faces from, degrees clockwise from north; decides where one stands to use it. */
  faces: z.number().min(0).max(360).default(180),
  reachM: z.number().min(0.5).max(4).default(1.6),
  workS: z.number().min(0).max(300).default(0),
  of: id.optional(), // valve -> container or cylinder; hoist -> container; switch, hatch -> room; line -> tripod; appliance -> its power switch
  does: z.enum(["extract", "supply", "scrub", "water-curtain", "alarm", "vent"]).optional(), // switch, button, valve
  flowM3ps: z.number().min(0).max(50).optional(), // fans
  efficiency: z.number().min(0).max(1).optional(), // scrubber
  count: z.number().int().min(1).max(50).optional(), // racks
  substance: z.enum(DETECTOR_GASES).optional(), // container, gas-head
  fillKg: z.number().min(0).max(100000).optional(), // container
  volumeM3: z.number().min(0.001).max(1000).optional(), // container; as small as its filling allows if left out
  alarmPpm: z.tuple([z.number(), z.number()]).optional(), // gas-head low and high
  rangePpm: z.number().min(1).max(10000).optional(),
  outlet: point.optional(), // where a fan's duct ends outdoors
  end: point.optional(), // the far end of a ladder, a fan's or detector's hose, a tripod's line
  airFlowM3ps: z.number().min(0).max(50).optional(), // hatch, when open
  startsOn: z.boolean().default(false), // switch, appliance
  sparks: z.boolean().default(false), // switch, button, phone, appliance: lights gas that can burn when it is worked
  everyS: z.number().min(5).max(3600).optional(), // appliance that works by itself: how often
  fedBy: id.optional(), // sprinkler, hose: the valve that gives it water
  ratingC: z.number().min(40).max(350).optional(), // sprinkler, heat-detector
  rti: z.number().min(10).max(400).optional(), // sprinkler, heat-detector: sqrt(m s)
  sprayMmPerS: z.number().min(0.01).max(2).optional(), // sprinkler
  waterKgPerS: z.number().min(0.1).max(200).optional(), // hose
  curtain: z.strictObject({ from: point, to: point, waterKgPerS: z.number().min(0.1).max(500) }).optional(),
});

export const stage = z.strictObject({
  title: text,
  model: id,
  bounds: z.strictObject({ x: span, y: span }),
  rooms: z.record(id, room),
  doors: z.record(id, door).default({}),
  /** Named points outside the rooms: where people start, gather, live downwind. */
  places: z.record(id, z.strictObject({ title: text, at: point, yawDeg: z.number().min(0).max(360).default(0) })),
  props: z.record(id, prop),
  outdoors: z.strictObject({ terrain: z.enum(["rural", "urban"]).default("rural") }).prefault({}),
});

export type Stage = z.infer<typeof stage>;
export type Room = Stage["rooms"][string];
export type Door = Stage["doors"][string];
export type Prop = Stage["props"][string];
