// The building itself: floors, walls in and out cut by doors and windows, ceilings with lamps, flat roofs.
import { type Paint, put } from "../kit/model.ts";
import { block } from "../kit/shape.ts";
import { at } from "../kit/space.ts";
import type { Room } from "../kit/stage.ts";
import { type Band, type Opening, piece, slab } from "../parts/wall.ts";
import type { Building } from "./building.ts";
import { glaze, lamps, windowsFor } from "./daylight.ts";
import { doorsIn, floorOf, insetOf, isPit, type Side, type SiteRoom, sidesOf, WALL_M } from "./plan.ts";
import { inside, OUTSIDE, type OuterLook, outside, ROOF_M } from "./walls.ts";

export interface RoomLook {
  readonly low: string;
  readonly line: string;
  readonly high: string;
  readonly floor: string;
  readonly ceiling: string;
  readonly tiles?: boolean;
}

const LOOKS: readonly RoomLook[] = [
  { low: "#8fb3a4", line: "#3f5f58", high: "#eceae1", floor: "#9aa39c", ceiling: "#dfe0da" },
  { low: "#9db9c4", line: "#4a6878", high: "#efeee7", floor: "#a6a9a0", ceiling: "#e4e4de" },
  { low: "#d9cdb8", line: "#8a7a62", high: "#f0ece2", floor: "#b7ad9c", ceiling: "#ecebe5" },
  { low: "#c5c9c2", line: "#6c7470", high: "#eeede6", floor: "#a3a49d", ceiling: "#e6e6e0" },
];

const plaster = (colour: string): Paint => ({ surface: "plaster", colour });
const concrete = (colour: string): Paint => ({ surface: "concrete", colour });

export interface ShellStyle {
  readonly looks?: Readonly<Record<string, RoomLook>>;
  /** The colours of the outer walls: plinth, wall, stripe under the roof. */
  readonly outside?: OuterLook;
  /** Sides that get no windows, as `room side`, or all of them. */
  readonly blind?: readonly string[];
}

export function shell(b: Building, style: ShellStyle): void {
  let index = 0;
  for (const [id, room] of b.rooms) {
    const plan = b.plan.rooms[id];
    if (!plan) continue;
    const look = style.looks?.[id] ?? LOOKS[index % LOOKS.length] ?? LOOKS[0];
    index += 1;
    if (!look) continue;
    if (isPit(plan)) pit(id, plan, room);
    else storey(b, id, plan, room, look, style);
  }
}

function storey(b: Building, id: string, plan: SiteRoom, room: Room, look: RoomLook, style: ShellStyle): void {
  const floor = floorOf(plan);
  const top = floor + plan.heightM;
  const sides = sidesOf(id, plan);
  const inset = Object.fromEntries(sides.map((side) => [side.name, insetOf(b.plan, side)]));
  const area = [
    plan.x[0] + (inset["west"] ?? 0),
    plan.y[0] + (inset["south"] ?? 0),
    plan.x[1] - (inset["east"] ?? 0),
    plan.y[1] - (inset["north"] ?? 0),
  ] as const;
  slab(room.model, area, floor + 0.002, concrete(look.floor), { cell: CELL_M });
  slab(room.model, area, top, plaster(look.ceiling), { up: false, cell: CELL_M, detail: 0.6 });
  for (const side of sides) {
    const doors = doorsIn(b.plan, side).map(([, door]): Opening => {
      const middle = side.alongX ? door.at.x : door.at.y;
      return { from: middle - door.widthM / 2, to: middle + door.widthM / 2, low: floor, high: floor + door.heightM };
    });
    const windows = blind(style, side) ? [] : windowsFor(b, side, plan, doors);
    inside(room, side, area, floor, bandsOf(look, floor, top), [...doors, ...windows]);
    outside(b, side, plan, [...doors, ...windows], style.outside ?? OUTSIDE);
    for (const w of windows) glaze(b, room, side, w);
  }
  lamps(b, room, plan, top);
  roof(b, plan, top);
}

const blind = (style: ShellStyle, side: Side): boolean =>
  (style.blind ?? []).some((name) => name === "all" || name === `${side.room} ${side.name}`);

/** Corners at most this far apart, so that shade laid on corners can follow the walls. */
const CELL_M = 1.2;

const bandsOf = (look: RoomLook, floor: number, top: number): Band[] => {
  const dado = look.tiles ? Math.min(1.8, top - floor - 0.4) : 1.2;
  return [
    { upTo: floor + 0.12, paint: plaster(look.line) },
    { upTo: floor + 0.55, paint: plaster(look.low) },
    { upTo: floor + dado, paint: plaster(look.low) },
    { upTo: floor + dado + 0.04, paint: plaster(look.line) },
    { upTo: top - 0.5, paint: plaster(look.high) },
    { upTo: top, paint: plaster(look.high) },
  ].filter((band, i, all) => i === 0 || band.upTo > (all[i - 1]?.upTo ?? 0));
};

function roof(b: Building, plan: SiteRoom, top: number): void {
  const covered = [...b.rooms.keys()].some((id) => {
    const above = b.plan.rooms[id];
    return (
      above &&
      above !== plan &&
      Math.abs(floorOf(above) - top) < 0.5 &&
      above.x[0] <= plan.x[0] + 0.1 &&
      above.x[1] >= plan.x[1] - 0.1 &&
      above.y[0] <= plan.y[0] + 0.1 &&
      above.y[1] >= plan.y[1] - 0.1
    );
  });
  if (covered) return;
  const out = WALL_M + 0.02;
  const z = top + ROOF_M;
  slab(
    b.open.model,
    [plan.x[0] - out, plan.y[0] - out, plan.x[1] + out, plan.y[1] + out],
    z - 0.1,
    concrete("#b5b5ad"),
    { detail: 0.25 },
  );
  for (const [x0, y0, x1, y1] of [
    [plan.x[0] - 0.2, plan.y[0] - 0.2, plan.x[1] + 0.2, plan.y[0]],
    [plan.x[0] - 0.2, plan.y[1], plan.x[1] + 0.2, plan.y[1] + 0.2],
    [plan.x[0] - 0.2, plan.y[0], plan.x[0], plan.y[1]],
    [plan.x[1], plan.y[0], plan.x[1] + 0.2, plan.y[1]],
  ] as const)
    piece(b.open.model, [x0, y0, z - 0.02], [x1, y1, z + 0.07], concrete("#9c9d97"), 0.01, 0.3);
}

/** A shaft in the ground: concrete walls and floor; its cover belongs to the ground over it. */
function pit(id: string, plan: SiteRoom, room: Room): void {
  const floor = floorOf(plan);
  const top = Math.min(0, floor + plan.heightM);
  const area = [plan.x[0], plan.y[0], plan.x[1], plan.y[1]] as const;
  slab(room.model, area, floor, concrete("#5d5c52"), { cell: CELL_M });
  const bands: Band[] = [
    { upTo: floor + 0.9, paint: concrete("#4f4f47") },
    { upTo: floor + 2.2, paint: concrete("#6f6e64") },
    { upTo: top, paint: concrete("#8e8d84") },
  ].filter((band) => band.upTo <= top + 1e-6);
  for (const side of sidesOf(id, plan)) inside(room, side, area, floor, bands, []);
  put(
    room.model,
    block(plan.x[1] - plan.x[0] - 0.02, plan.y[1] - plan.y[0] - 0.02, 0.02),
    "soot",
    at((plan.x[0] + plan.x[1]) / 2, (plan.y[0] + plan.y[1]) / 2, floor + 0.14),
    { shadowless: true },
  );
}
