// Where everything on the chlorine-station stage is and turns: the numbers the model, the scenario and the client share.

import type { Point, Screen, Sliding, Turning } from "../kit/anchors.ts";

export interface Anchor {
  readonly at: Point;
  readonly facingDeg?: number;
}

export interface Lightmap {
  readonly file: string;
  readonly min: Point;
  readonly max: Point;
}

export const STAGE_FILE = "chlorine-station.glb";

/** Unit vector towards the sun and its plain colour, for what the client lights itself (people, carried things). */
export const SUN = { towards: [-0.52, -0.55, 0.654] as Point, colour: "#fff1dc" } as const;

const UP: Point = [0, 0, 1];
const DOWN: Point = [0, 0, -1];
const NORTH: Point = [0, 1, 0];
const SOUTH: Point = [0, -1, 0];
const EAST: Point = [1, 0, 0];

const swing = (node: string, pivot: Point, axis: Point): Turning => ({
  node,
  pivot,
  axis,
  fromDeg: 0,
  toDeg: 100,
  means: "open",
});

/** Clockwise as the operator sees it closes; the wheel starts open. */
const wheel = (node: string, pivot: Point, axis: Point, turns: number): Turning => ({
  node,
  pivot,
  axis,
  fromDeg: 0,
  toDeg: turns * 360,
  means: "closed",
});

const roll = (node: string, pivot: Point): Turning => ({
  node,
  pivot,
  axis: NORTH,
  fromDeg: 0,
  toDeg: 180,
  means: "gas-side-up",
});

export const TURNINGS = {
  "west-door-l": swing("dyn_west-door-l", [-0.1, 4.95, 0], DOWN),
  "west-door-r": swing("dyn_west-door-r", [-0.1, 3.05, 0], UP),
  "inner-door": swing("dyn_inner-door", [10.04, 3, 0], DOWN),
  "south-door": swing("dyn_south-door", [11.9, -0.1, 0], DOWN),
  "control-door": swing("dyn_control-door", [-11, 9.9, 0], DOWN),
  "valve-1": wheel("dyn_valve-1", [2.5, 3.95, 0.95], NORTH, 4),
  "valve-2": wheel("dyn_valve-2", [4.4, 3.95, 0.95], NORTH, 4),
  "valve-3": wheel("dyn_valve-3", [6.3, 3.95, 0.95], NORTH, 4),
  "main-valve": wheel("dyn_main-valve", [8.4, 3.74, 1.5], SOUTH, 6),
  "curtain-valve": wheel("dyn_curtain-valve", [-3, 10.5, 1], DOWN, 5),
  "container-1": roll("dyn_container-1", [2.5, 5.4, 0.62]),
  "container-2": roll("dyn_container-2", [4.4, 5.4, 0.62]),
  "container-3": roll("dyn_container-3", [6.3, 5.4, 0.62]),
  "fan-switch": { node: "dyn_fan-switch", pivot: [-0.225, 5.4, 1.4], axis: EAST, fromDeg: 0, toDeg: 90, means: "on" },
  "scrubber-switch": {
    node: "dyn_scrubber-switch",
    pivot: [-0.225, 5.9, 1.4],
    axis: EAST,
    fromDeg: 0,
    toDeg: 90,
    means: "on",
  },
  "monitor-1": { node: "dyn_monitor-1", pivot: [-5, -3, 1.05], axis: DOWN, fromDeg: -180, toDeg: 180, means: "any" },
  "wind-sock": { node: "dyn_wind-sock", pivot: [-6, 20, 6], axis: DOWN, fromDeg: -180, toDeg: 180, means: "any" },
  "barrier-gate": { node: "dyn_barrier-gate", pivot: [-34, 6.7, 1], axis: EAST, fromDeg: 0, toDeg: 85, means: "open" },
} as const satisfies Record<string, Turning>;

export const SLIDINGS = {
  hoist: { node: "dyn_hoist", pivot: [7.9, 5.4, 3.6], axis: EAST, fromM: -6.5, toM: 1 },
} as const satisfies Record<string, Sliding>;

export const SCREENS = {
  "control-panel": {
    node: "dyn_control-panel",
    centre: [-12.5, 15.9, 1.6],
    widthM: 2.28,
    heightM: 1.08,
    facingDeg: 180,
    pixels: [2048, 970],
  },
  "desk-screens": {
    node: "dyn_desk-screens",
    centre: [-12.2, 14.62, 1.04],
    widthM: 1.16,
    heightM: 0.33,
    facingDeg: 180,
    pixels: [1024, 291],
  },
} as const satisfies Record<string, Screen>;

/** Things to look at, touch or go to; the id is the one in stage.yaml. */
export const ANCHORS = {
  "leak-2": { at: [4.4, 4.25, 0.8] },
  siren: { at: [-0.2, 4, 3], facingDeg: 270 },
  "alarm-button": { at: [-0.15, 2.6, 1.4], facingDeg: 270 },
  "fan-switch": { at: [-0.15, 5.4, 1.4], facingDeg: 270 },
  "scrubber-switch": { at: [-0.15, 5.9, 1.4], facingDeg: 270 },
  "gas-head-1": { at: [3.4, 2.6, 0.35] },
  "gas-head-2": { at: [8.9, 6.9, 0.35] },
  "gas-head-dosing": { at: [12.6, 7.8, 0.35] },
  "gas-head-yard": { at: [-0.2, 1.2, 0.35] },
  scrubber: { at: [7, 10.5, 0] },
  "scrubber-stack": { at: [8.6, 10.5, 9] },
  "hoist-pendant": { at: [7.4, 4, 1.3] },
  "alkali-pool": { at: [8.5, 2, 0.2] },
  eyewash: { at: [14.6, 6.5, 1] },
  "control-panel": { at: [-12.5, 15.9, 1.6], facingDeg: 180 },
  phone: { at: [-11.2, 14.6, 0.8] },
  "alarm-button-control": { at: [-9.1, 12, 1.4], facingDeg: 270 },
  "suit-rack": { at: [-15.5, 12, 1.2], facingDeg: 90 },
  "scba-rack": { at: [-15.5, 14, 1.2], facingDeg: 90 },
  "report-desk": { at: [-14, 15.2, 0.95] },
  "monitor-1": { at: [-5, -3, 1.05] },
  "curtain-valve": { at: [-3, 10.5, 1] },
  "wind-sock": { at: [-6, 20, 6] },
  "decon-shower": { at: [-8, 4, 0] },
  "assembly-point": { at: [-26, 18, 0] },
  "headcount-board": { at: [-26, 18, 1.5] },
  "barrier-gate": { at: [-34, 6.7, 1] },
  "sample-1": { at: [5, 2, 0] },
  "sample-2": { at: [-1.5, 4, 0] },
  "sample-3": { at: [20, -8, 1.2] },
} as const satisfies Record<string, Anchor>;

/** The fixed water curtain: nozzles along one line, spraying up. */
export const CURTAIN = { x: 17.5, fromY: -5, toY: 10, nozzleHeightM: 1.1, nozzles: 11 } as const;

export const LIGHTMAPS = {
  "chlorine-room": { file: "chlorine-room.lightmap.webp", min: [0, 0, 0], max: [10, 8, 4.2] },
  "dosing-room": { file: "dosing-room.lightmap.webp", min: [10, 0, 0], max: [15, 8, 4.2] },
  "control-room": { file: "control-room.lightmap.webp", min: [-16, 10, 0], max: [-9, 16, 3.2] },
  yard: { file: "yard.lightmap.webp", min: [-34, -26, 0], max: [40, 32, 10] },
} as const satisfies Record<string, Lightmap>;
