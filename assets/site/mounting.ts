// How a thing is held up: on the wall behind it, or on a post of its own.
import { type Model, put } from "../kit/model.ts";
import { box } from "../kit/shape.ts";
import { at, chain, facing, type Placement } from "../kit/space.ts";
import { rod } from "../kit/sweep.ts";
import { type Building, floorUnder, modelRoomAt, wallBehind } from "./building.ts";
import type { SiteProp } from "./plan.ts";

export interface Mount {
  readonly m: Model;
  /** At the thing's own height; local -y is its front, and the wall or post is at local y = 0. */
  readonly where: Placement;
  readonly floorM: number;
  readonly onWall: boolean;
}

export function mountOf(b: Building, prop: SiteProp): Mount {
  const room = modelRoomAt(b, prop.at.x, prop.at.y, prop.at.z);
  const wall = wallBehind(b, prop);
  const where = wall ?? facing(prop.at.x, prop.at.y, prop.at.z, prop.faces);
  return { m: room.model, where, floorM: floorUnder(b, prop.at), onWall: wall !== null };
}

/** A steel post from the floor to a thing that hangs in the open, with a back plate of the given size. */
export function post({ m, where, floorM, onWall }: Mount, width: number, height: number): void {
  if (onWall) return;
  const down = floorM - where.o[2];
  put(m, rod([0, 0.06, down], [0, 0.06, height / 2], 0.028, 10), "galvanised", where);
  put(m, box(0.24, 0.24, 0.02, 0.004), "galvanised", chain(where, at(0, 0.06, down + 0.01)));
  put(m, box(width, 0.014, height, 0.004), "panel-grey", chain(where, at(0, 0.012, 0)));
}

/** The floor under a thing, in its own frame. */
export const footOf = ({ where, floorM }: Mount): Placement => chain(where, at(0, 0, floorM - where.o[2]));
