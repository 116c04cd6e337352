// A stage before it is written: rooms with their own light, parts that move, and what needs no baked light.
import { type Model, openModel } from "./model.ts";
import type { V3 } from "./space.ts";

/** A shining rectangle: half-extents u and v, shining towards `normal` with the given radiance. */
export interface RectLight {
  readonly centre: V3;
  readonly u: V3;
  readonly v: V3;
  readonly normal: V3;
  readonly radiance: V3;
}

interface MovingPart {
  readonly node: string;
  readonly pivot: V3;
  /** In stage coordinates, at rest; a part without faces is only a place. */
  readonly model: Model;
  /** Screens carry a picture the client draws, so they have no light map. */
  readonly unlit?: boolean;
}

export interface Room {
  readonly name: string;
  readonly model: Model;
  readonly moving: MovingPart[];
  readonly lights: RectLight[];
  readonly outdoors: boolean;
}

export interface Stage {
  readonly name: string;
  readonly rooms: readonly Room[];
  /** Glass, lamps, water, leaves, sky and horizon: they bring their own light. */
  readonly clear: Model;
}

export const openRoom = (name: string, outdoors = false): Room => ({
  name,
  model: openModel(),
  moving: [],
  lights: [],
  outdoors,
});

/** Opens a model for a part that moves and enters it in the room. */
export function moving(room: Room, node: string, pivot: V3, unlit = false): Model {
  const model = openModel();
  room.moving.push({ node, pivot, model, ...(unlit ? { unlit } : {}) });
  return model;
}
