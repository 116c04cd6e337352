// The doors of a site: leaves that swing out, pairs for wide openings, a roller shutter for the widest.

import { put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { box } from "../kit/shape.ts";
import { at, chain, direct, facing, place, plus, times, turned, type V3 } from "../kit/space.ts";
import { doorFrame, doorLeaf } from "../parts/door.ts";
import { type Building, folding, turning } from "./building.ts";
import { doorsIn, floorOf, indoorRooms, insetOf, isPit, type Side, type SiteDoor, sidesOf, WALL_M } from "./plan.ts";

const PAIR_FROM_M = 1.4;
const SHUTTER_FROM_M = 2.6;
const PAINTS: readonly PaintName[] = ["door-blue", "door-steel"];

export function doors(b: Building): void {
  for (const [id, door] of Object.entries(b.plan.doors)) {
    const side = sideOf(b, id);
    if (side) hang(b, id, door, side);
  }
}

function sideOf(b: Building, id: string): Side | null {
  for (const [name, room] of indoorRooms(b.plan)) {
    if (isPit(room)) continue;
    const side = sidesOf(name, room).find((one) => doorsIn(b.plan, one).some(([other]) => other === id));
    if (side) return side;
  }
  return null;
}

const HEADING = { south: 180, east: 90, north: 0, west: 270 } as const;

function hang(b: Building, id: string, door: SiteDoor, side: Side): void {
  const within = b.plan.rooms[side.room];
  const room = b.rooms.get(side.room) ?? b.open;
  const z = within ? floorOf(within) : 0;
  const inner = insetOf(b.plan, side) > 0;
  const middle: V3 = side.alongX ? [door.at.x, side.level, z] : [side.level, door.at.y, z];
  const heading = HEADING[side.name];
  const centre = plus(middle, times(side.outward, inner ? 0 : WALL_M / 2));
  const lit = inner ? room : b.open;
  doorFrame(lit.model, facing(centre[0], centre[1], centre[2], heading), door.widthM, door.heightM, WALL_M);
  const face = plus(middle, times(side.outward, inner ? 0.04 : 0.1));
  const frame = facing(face[0], face[1], face[2], heading);
  if (door.widthM > SHUTTER_FROM_M) {
    shutter(b, id, door, frame, lit);
  } else {
    const pair = door.widthM > PAIR_FROM_M;
    const width = pair ? door.widthM / 2 : door.widthM;
    const paint = PAINTS[inner ? 1 : 0] ?? "door-blue";
    const leaf = (name: string, right: boolean): void => {
      const pivot = place(frame, [(right ? 1 : -1) * (door.widthM / 2), 0, 0]);
      const axis: V3 = [0, 0, right ? 1 : -1];
      const model = turning(b, lit, name, { pivot, axis, fromDeg: 0, toDeg: 100, means: "open" });
      const where = chain(at(...pivot), turned(180 - heading + (right ? 180 : 0), "z"));
      doorLeaf(model, where, { width, height: door.heightM, paint, inside: right ? -1 : 1 });
    };
    leaf(pair ? `${id}-l` : id, false);
    if (pair) leaf(`${id}-r`, true);
  }
  const above = place(frame, [0, inner ? -0.02 : -0.03, door.heightM + 0.32]);
  const sign = side.outward;
  b.plates.push({
    title: plateTitle(b, door, side),
    at: plus(above, times(sign, 0.01)),
    facingDeg: heading,
    widthM: 1.1,
    look: "room",
  });
}

/** Over a door stands where it leads to. */
const plateTitle = (b: Building, door: SiteDoor, side: Side) => b.plan.rooms[side.room]?.title ?? door.title;

function shutter(
  b: Building,
  id: string,
  door: SiteDoor,
  frame: ReturnType<typeof facing>,
  lit: Building["open"],
): void {
  const { widthM, heightM } = door;
  const top = place(frame, [0, 0, heightM]);
  const model = folding(b, lit, id, top, [1, 1, 0.06]);
  const rows = Math.ceil(heightM / 0.11);
  for (let i = 0; i < rows; i++)
    put(
      model,
      box(widthM - 0.02, 0.03, heightM / rows - 0.004, 0.008),
      i % 12 === 11 ? "steel-grey" : "galvanised",
      chain(frame, at(0, 0, (heightM * (i + 0.5)) / rows)),
    );
  put(lit.model, box(widthM + 0.3, 0.34, 0.36, 0.02), "steel-grey", chain(frame, at(0, -0.14, heightM + 0.2)));
  for (const s of [-1, 1])
    put(lit.model, box(0.1, 0.1, heightM, 0.01), "steel-dark", {
      ...frame,
      o: plus(frame.o, plus(direct(frame, [s * (widthM / 2 + 0.05), -0.03, 0]), [0, 0, heightM / 2])),
    });
}
