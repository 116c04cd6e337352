// The buildings of the chlorine station: floors, walls in and out, roofs, doors and windows.

import { type Model, type Paint, put } from "../../kit/model.ts";
import { block } from "../../kit/shape.ts";
import { signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned, type V3 } from "../../kit/space.ts";
import type { Room } from "../../kit/stage.ts";
import { hole, innerWalls, outerWalls, type Sides, WALL } from "../../parts/four-walls.ts";
import { type Band, type Opening, piece, slab, wallFace, windowIn } from "../../parts/wall.ts";

const HALL = 4.2;

const OFFICE = 3.2;

const plaster = (colour: string): Paint => ({ surface: "plaster", colour });

const concrete = (colour: string): Paint => ({ surface: "concrete", colour });

const bands = (low: string, high: string, top: number): Band[] => [
  { upTo: 0.12, paint: plaster("#5d6a68") },
  { upTo: 1.2, paint: plaster(low) },
  { upTo: 1.24, paint: plaster("#3f5f58") },
  { upTo: top, paint: plaster(high) },
];

const outside = (top: number, stripe: string): Band[] => [
  { upTo: 0.55, paint: concrete("#8b8f8e") },
  { upTo: top - 0.75, paint: plaster("#e3dfd3") },
  { upTo: top - 0.35, paint: plaster(stripe) },
  { upTo: top, paint: plaster("#e3dfd3") },
];

const NONE: Opening[] = [];

const HALL_WINDOWS = {
  south: [hole(2.6, 2, 2.5, 3.65), hole(6.6, 2, 2.5, 3.65)],
  north: [hole(2.4, 2, 2.5, 3.65), hole(8.6, 2, 2.5, 3.65)],
};

const DOSING_NORTH = hole(13, 1.8, 1.3, 2.9);

const DOSING_SOUTH = hole(14.1, 1, 1.3, 2.9);

const OBSERVATION = hole(6.25, 1.5, 1.1, 2.2);

const CONTROL_EAST = hole(14, 2.4, 1, 2.4);

const CONTROL_SOUTH = hole(-13.3, 2.8, 1, 2.4);

const WEST_DOOR = hole(4, 1.9, 0, 2.5);

const INNER_DOOR = hole(3.5, 1, 0, 2.1);

const SOUTH_DOOR = hole(12.5, 1.2, 0, 2.2);

const CONTROL_DOOR = hole(-10.5, 1, 0, 2.1);

export function hallShell(chlorine: Room, dosing: Room, clear: Model): void {
  const look = bands("#8fb3a4", "#eceae1", HALL);
  const m = chlorine.model;
  slab(m, [0, 0, 10, 8], 0, concrete("#9aa39c"), { holes: [[7.6, 0.8, 9.4, 3.2]] });
  slab(m, [0, 0, 10, 8], HALL, plaster("#dfe0da"), { up: false });
  innerWalls(m, [0, 0, 9.94, 8], look, { ...HALL_WINDOWS, west: [WEST_DOOR], east: [INNER_DOOR, OBSERVATION] });
  const d = dosing.model;
  slab(d, [10.06, 0, 15, 8], 0, concrete("#a6a9a0"));
  slab(d, [10.06, 0, 15, 8], HALL, plaster("#e4e4de"), { up: false });
  innerWalls(d, [10.06, 0, 15, 8], bands("#9db9c4", "#efeee7", HALL), {
    north: [DOSING_NORTH],
    south: [SOUTH_DOOR, DOSING_SOUTH],
    west: [INNER_DOOR, OBSERVATION],
    east: NONE,
  });
  for (const [list, y, out] of [
    [HALL_WINDOWS.south, -WALL / 2, 180],
    [HALL_WINDOWS.north, 8 + WALL / 2, 0],
  ] as const) {
    for (const w of list) glaze(chlorine, clear, w, [(w.from + w.to) / 2, y, w.low], out, 4, true);
  }
  glaze(dosing, clear, DOSING_NORTH, [13, 8 + WALL / 2, DOSING_NORTH.low], 0, 3, true);
  glaze(dosing, clear, DOSING_SOUTH, [14.1, -WALL / 2, DOSING_SOUTH.low], 180, 2, true);
  windowIn(d, clear, {
    at: [10, 6.25, OBSERVATION.low],
    width: 1.5,
    height: OBSERVATION.high - OBSERVATION.low,
    outDeg: 270,
    panes: 2,
  });
}

/** A window to the day: frame and glass, and the sky it lets in as a light. */
function glaze(room: Room, clear: Model, o: Opening, where: V3, outDeg: number, panes: number, transom: boolean): void {
  const [width, height] = [o.to - o.from, o.high - o.low];
  windowIn(room.model, clear, { at: where, width, height, outDeg, panes, transom });
  const frame = chain(at(...where), turned(180 - outDeg, "z"));
  const sunny = outDeg === 180 || outDeg === 270 ? 1.15 : 1;
  room.lights.push({
    centre: [where[0] - frame.y[0] * -0.1, where[1] - frame.y[1] * -0.1, where[2] + height / 2],
    u: [frame.x[0] * (width / 2 - 0.05), frame.x[1] * (width / 2 - 0.05), 0],
    v: [0, 0, height / 2 - 0.05],
    normal: [frame.y[0], frame.y[1], 0],
    radiance: [3.4 * sunny, 3.9 * sunny, 4.5 * sunny],
  });
}

export function hallOutside(yard: Room): void {
  const m = yard.model;
  const sides: Sides = {
    south: [...HALL_WINDOWS.south, SOUTH_DOOR, DOSING_SOUTH],
    north: [...HALL_WINDOWS.north, DOSING_NORTH],
    west: [WEST_DOOR],
    east: NONE,
  };
  outerWalls(m, [0, 0, 15, 8], outside(5, "#3c7ba3"), sides, 0.8);
  slab(m, [-0.02, -0.02, 15.02, 8.02], 4.55, concrete("#b5b5ad"), { detail: 0.3 });
  for (const [a, b] of [
    [
      [-0.16, -0.16, 5],
      [15.16, 0.02, 5.08],
    ],
    [
      [-0.16, 7.98, 5],
      [15.16, 8.16, 5.08],
    ],
    [
      [-0.16, 0.02, 5],
      [0.02, 7.98, 5.08],
    ],
    [
      [14.98, 0.02, 5],
      [15.16, 7.98, 5.08],
    ],
  ] as [V3, V3][]) {
    piece(m, a, b, concrete("#9c9d97"), 0.01, 0.4);
  }
  wallFace(m, {
    origin: [15, 0, 4.55],
    run: [-1, 0, 0],
    width: 15,
    bands: [{ upTo: 0.45, paint: plaster("#d9d5c9") }],
    detail: 0.2,
  });
  wallFace(m, {
    origin: [0, 8, 4.55],
    run: [1, 0, 0],
    width: 15,
    bands: [{ upTo: 0.45, paint: plaster("#d9d5c9") }],
    detail: 0.2,
  });
  for (const x of [5, 10]) {
    for (const y of [-0.18, 8.18])
      piece(m, [x - 0.2, y - 0.09, 0], [x + 0.2, y + 0.09, 4.95], plaster("#d8d4c8"), 0.015, 0.6);
  }
  for (const [x, y] of [
    [4.7, -0.2],
    [10.3, 8.2],
    [14.7, 8.2],
  ] as const) {
    put(m, block(0.1, 0.1, 4.6), "white", at(x, y, 2.35), { detail: 0.4 });
  }
  piece(m, [11.6, -1.1, 2.5], [13.4, -WALL, 2.6], concrete("#c9c8c0"), 0.02, 0.6);
  piece(m, [-1.3, 2.7, 2.72], [-WALL, 5.3, 2.84], concrete("#c9c8c0"), 0.02, 0.6);
  piece(m, [-1.28, 2.7, 2.66], [-1.3, 5.3, 2.86], "safety-yellow", 0, 0.4);
}

export function controlShell(room: Room, yard: Room, clear: Model): void {
  const m = room.model;
  slab(m, [-16, 10, -9, 16], 0, concrete("#c3bdb0"));
  slab(m, [-16, 10, -9, 16], OFFICE - 0.3, plaster("#eeede8"), { up: false });
  const look: Band[] = [
    { upTo: 0.1, paint: plaster("#7d746a") },
    { upTo: OFFICE - 0.3, paint: plaster("#e9e6dd") },
  ];
  const sides: Sides = { south: [CONTROL_DOOR, CONTROL_SOUTH], east: [CONTROL_EAST], north: NONE, west: NONE };
  innerWalls(m, [-16, 10, -9, 16], look, sides);
  glaze(room, clear, CONTROL_EAST, [-9 + WALL / 2, 14, CONTROL_EAST.low], 90, 3, false);
  glaze(room, clear, CONTROL_SOUTH, [-13.3, 10 - WALL / 2, CONTROL_SOUTH.low], 180, 3, false);
  const out = yard.model;
  outerWalls(out, [-16, 10, -9, 16], outside(3.8, "#3c7ba3"), sides, 0.7);
  slab(out, [-16.02, 9.98, -8.98, 16.02], 3.5, concrete("#b5b5ad"), { detail: 0.3 });
  for (const [a, b] of [
    [
      [-16.16, 9.84, 3.8],
      [-8.84, 10.02, 3.87],
    ],
    [
      [-16.16, 15.98, 3.8],
      [-8.84, 16.16, 3.87],
    ],
    [
      [-16.16, 10.02, 3.8],
      [-15.98, 15.98, 3.87],
    ],
    [
      [-9.02, 10.02, 3.8],
      [-8.84, 15.98, 3.87],
    ],
  ] as [V3, V3][]) {
    piece(out, a, b, concrete("#9c9d97"), 0.01, 0.4);
  }
  piece(out, [-11.3, 8.8, 2.42], [-9.7, 10 - WALL, 2.52], concrete("#c9c8c0"), 0.02, 0.6);
  signPlate(out, "plate-control-room", 1.3, facing(-10.5, 10 - WALL, 2.75, 180));
}
