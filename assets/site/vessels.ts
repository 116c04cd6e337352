// Vessels, pipes and hydrants: what holds or gives gas and water.
import { put } from "../kit/model.ts";
import { box, lathe, torus } from "../kit/shape.ts";
import { at, chain, facing, turned, type V3 } from "../kit/space.ts";
import { tube } from "../kit/sweep.ts";
import { extinguisher as bottleOfPowder } from "../parts/safety.ts";
import { type Building, floorUnder, modelRoomAt, turning } from "./building.ts";
import { bottle } from "./equipment.ts";
import { footOf, mountOf } from "./mounting.ts";
import type { SiteProp } from "./plan.ts";

type Build = (b: Building, id: string, prop: SiteProp) => void;

/** A pressure vessel lying on its saddles along north; it can be rolled. */
export const vessel: Build = (b, id, prop) => {
  const { x, y, z } = prop.at;
  const room = modelRoomAt(b, x, y, z);
  const floor = floorUnder(b, prop.at);
  const r = Math.min(0.42, Math.max(0.3, z - floor - 0.12));
  const pivot: V3 = [x, y, z];
  const drumModel = turning(b, room, id, { pivot, axis: [0, 1, 0], fromDeg: 0, toDeg: 180, means: "gas-side-up" });
  const lying = chain(at(x, y - 1, z), turned(-90, "x"));
  put(
    drumModel,
    lathe(
      [
        [0, 0.02],
        [r * 0.5, 0.04],
        [r * 0.86, 0.12],
        [r, 0.26],
        [r, 1.74],
        [r * 0.86, 1.88],
        [r * 0.5, 1.96],
        [0, 1.98],
      ],
      28,
      30,
    ),
    "container-green",
    lying,
  );
  for (const a of [0.45, 1.55]) put(drumModel, torus(r, 0.022, 28, 6), "container-dark", chain(lying, at(0, 0, a)));
  for (const dy of [-0.5, 0.5]) {
    put(room.model, box(r * 1.9, 0.14, 0.1, 0.01), "steel-dark", at(x, y + dy, floor + 0.05));
    for (const s of [-1, 1])
      put(
        room.model,
        box(0.12, 0.16, z - r * 0.6 - floor, 0.01),
        "steel-dark",
        at(x + s * r * 0.72, y + dy, floor + (z - r * 0.6 - floor) / 2),
      );
  }
};

/** A cylinder of bottled gas with its collar. */
export const cylinder: Build = (b, _id, prop) => {
  const { x, y, z } = prop.at;
  const { model: m } = modelRoomAt(b, x, y, z);
  const foot = at(x, y, floorUnder(b, prop.at));
  put(m, bottle(0.157, 0.62), "steel-grey", foot);
  put(m, torus(0.157, 0.012, 24, 6), "steel-dark", chain(foot, at(0, 0, 0.3)));
  put(
    m,
    lathe(
      [
        [0.1, 0.6],
        [0.115, 0.74],
        [0.11, 0.745],
        [0.095, 0.6],
      ],
      18,
    ),
    "steel-grey",
    foot,
  );
  put(
    m,
    lathe(
      [
        [0.022, 0.6],
        [0.022, 0.7],
        [0.014, 0.74],
        [0, 0.745],
      ],
      10,
    ),
    "brass",
    foot,
  );
};

export const hydrant: Build = (b, _id, prop) => {
  const foot = facing(prop.at.x, prop.at.y, floorUnder(b, prop.at), prop.faces);
  const m = b.open.model;
  put(
    m,
    lathe(
      [
        [0.17, 0],
        [0.17, 0.05],
        [0.1, 0.08],
        [0.1, 0.62],
        [0.14, 0.64],
        [0.14, 0.7],
        [0.12, 0.78],
        [0.06, 0.86],
        [0, 0.88],
      ],
      20,
      30,
    ),
    "hydrant-red",
    foot,
  );
  for (const deg of [0, 120, 240]) {
    const out = chain(foot, turned(deg, "z"), at(0, -0.1, 0.45), turned(90, "x"));
    put(
      m,
      lathe(
        [
          [0.06, 0],
          [0.06, 0.06],
          [0.075, 0.065],
          [0.075, 0.13],
          [0, 0.14],
        ],
        16,
      ),
      "hydrant-red",
      out,
    );
    put(
      m,
      lathe(
        [
          [0.03, 0.13],
          [0.03, 0.17],
          [0, 0.172],
        ],
        6,
      ),
      "brass",
      out,
    );
  }
  put(
    m,
    lathe(
      [
        [0.03, 0.87],
        [0.03, 0.93],
        [0, 0.93],
      ],
      5,
    ),
    "brass",
    foot,
  );
};

export const extinguisher: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  bottleOfPowder(mount.m, chain(footOf(mount), at(0, mount.onWall ? -0.14 : 0, 0.02)));
};

/** A pipe with flanges lying north to south through the point. */
export const pipeRun: Build = (b, _id, prop) => {
  const { x, y, z } = prop.at;
  const m = modelRoomAt(b, x, y, z).model;
  const floor = floorUnder(b, prop.at);
  put(
    m,
    tube(
      [
        [x - 1.2, y, floor - 0.2],
        [x - 1.2, y, z],
        [x + 0.7, y, z],
      ],
      0.16,
      20,
      0.3,
    ),
    "pipe-green",
  );
  for (const dx of [-0.6, 0.3])
    put(
      m,
      lathe(
        [
          [0.16, 0],
          [0.24, 0],
          [0.24, 0.05],
          [0.16, 0.05],
        ],
        22,
      ),
      "pipe-green",
      chain(at(x + dx, y, z), turned(90, "y")),
    );
  put(
    m,
    box(0.3, 0.2, Math.max(0.05, z - floor - 0.16), 0.01),
    "apron-edge",
    at(x, y, floor + Math.max(0.05, z - floor - 0.16) / 2),
  );
};
