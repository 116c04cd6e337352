// Things that stand or hang and are looked at, worn, read or spoken into: heads, racks, desks, boards, telephones.
import { put } from "../kit/model.ts";
import { block, box, drum, lathe } from "../kit/shape.ts";
import { floorMark, label, signPlate } from "../kit/sign-plates.ts";
import { at, chain, facing, place, turned, type V3 } from "../kit/space.ts";
import { moving } from "../kit/stage.ts";
import { rod, tube } from "../kit/sweep.ts";
import { cabinet } from "../parts/cabinet.ts";
import { deconShower } from "../parts/decon-shower.ts";
import { desk, telephone } from "../parts/furniture.ts";
import { pendant } from "../parts/hoist.ts";
import { gasHead as head, sirenHorn, sirenLamp } from "../parts/instruments.ts";
import { monitorBase, monitorHead } from "../parts/monitor.ts";
import { breathingSet, hangingSuit, hookRack } from "../parts/protection.ts";
import { mast, windSock } from "../parts/yard.ts";
import { type Building, floorUnder, modelRoomAt, turning, wallBehind } from "./building.ts";
import { footOf, mountOf, post } from "./mounting.ts";
import { floorOf, roomAt, type SiteProp } from "./plan.ts";

type Build = (b: Building, id: string, prop: SiteProp) => void;

export const gasHead: Build = (b, _id, prop) => {
  const { m, where, onWall, floorM } = mountOf(b, prop);
  const low = where.o[2] - floorM;
  if (!onWall) put(m, rod([0, 0.05, -low], [0, 0.05, 0.42], 0.02, 10), "galvanised", where);
  head(m, onWall ? chain(where, at(0, -0.04, 0)) : where, false);
};

export const rack =
  (of: "suit" | "scba"): Build =>
  (b, _id, prop) => {
    const { m, where, floorM } = mountOf(b, prop);
    const back = chain(where, at(0, wallBehind(b, prop) ? 0 : 0.25, 0));
    const stand = { ...back, o: [back.o[0], back.o[1], floorM + 1.2] as V3 };
    if (floorM !== 0) return;
    const [width, hookZ] = of === "suit" ? [1.7, 0.55] : [1.5, 0.42];
    for (const [i, hook] of hookRack(m, stand, width, 4, hookZ).entries())
      if (of === "suit") hangingSuit(m, hook, i % 2 ? "suit-yellow" : "suit-orange");
      else breathingSet(m, hook);
    const sign = of === "suit" ? "plate-suits" : "plate-scba";
    signPlate(m, sign, 0.9, chain(stand, at(0, 0.01, hookZ + 0.5)));
  };

/** On a wall or a post when it hangs high, else on a small table. */
export const phone: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  const { m, where } = mount;
  const foot = footOf(mount);
  const high = where.o[2] - mount.floorM;
  if (mount.onWall && high > 1.1) {
    put(m, box(0.3, 0.06, 0.34, 0.02), "cabinet-grey", chain(where, at(0, -0.03, 0.02)));
    telephone(m, chain(where, at(0, -0.06, 0), turned(90, "x")));
  } else {
    put(m, box(0.5, 0.42, 0.03, 0.006), "desk-wood", chain(foot, at(0, 0, high - 0.02)));
    put(m, box(0.42, 0.34, high - 0.04, 0.01), "desk-edge", chain(foot, at(0, 0.02, (high - 0.04) / 2)));
    telephone(m, chain(where, at(0, 0, -0.005)));
  }
  signPlate(m, "tag-phone", 0.22, chain(where, at(0, 0.15, 0.3)));
};

export const reportDesk: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  const { m } = mount;
  const foot = footOf(mount);
  const height = Math.min(1, Math.max(0.76, mount.where.o[2] - mount.floorM - 0.05));
  desk(m, foot, 1, 0.6, height);
  for (const [x, spin] of [
    [-0.22, 6],
    [0.05, -9],
  ] as const)
    label(m, "form", 0.21, chain(foot, at(x, -0.08, height + 0.004), turned(spin, "z"), turned(-90, "x")));
  put(m, box(0.34, 0.22, 0.018, 0.005), "black", chain(foot, at(0.3, -0.05, height + 0.012)));
  put(m, box(0.34, 0.014, 0.22, 0.005), "black", chain(foot, at(0.3, 0.07, height + 0.11), turned(-12, "x")));
  put(m, box(0.31, 0.004, 0.19, 0.002), "screen-off", chain(foot, at(0.3, 0.061, height + 0.112), turned(-12, "x")));
};

export const controlPanel: Build = (b, id, prop) => {
  const { m, where, floorM } = mountOf(b, prop);
  const z = Math.max(prop.at.z, floorM + 1.3);
  const face = { ...where, o: [where.o[0], where.o[1], z] as V3 };
  put(m, box(2.4, 0.1, 1.2, 0.02), "frame-dark", chain(face, at(0, -0.05, 0)));
  put(m, box(2.4, 0.09, z - floorM - 0.66, 0.01), "cabinet-grey", chain(face, at(0, -0.05, -(z - floorM) / 2 - 0.3)));
  const centre = place(face, [0, -0.108, 0]);
  b.screens[id] = { node: "", centre, widthM: 2.28, heightM: 1.08, facingDeg: prop.faces, pixels: [2048, 970] };
};

export const sock: Build = (b, id, prop) => {
  const height = Math.max(4, prop.at.z > 2 ? prop.at.z : 6);
  const pivot: V3 = [prop.at.x, prop.at.y, height];
  mast(b.open.model, at(prop.at.x, prop.at.y, 0), height - 0.1);
  const turn = { pivot, axis: [0, 0, -1] as const, fromDeg: -180, toDeg: 180, means: "any" as const };
  windSock(turning(b, b.open, id, turn), at(...pivot));
};

export const siren: Build = (b, id, prop) => {
  const mount = mountOf(b, prop);
  post(mount, 0.4, 0.3);
  sirenHorn(mount.m, chain(mount.where, at(0, -0.06, 0)));
  const lamp = chain(mount.where, at(0.12, -0.07, 0.1));
  sirenLamp(moving(modelRoomAt(b, prop.at.x, prop.at.y, prop.at.z), `dyn_${id}`, lamp.o), lamp);
};

/** A mark on the floor under it, and a peg with a ring where the air is taken higher up. */
export const samplePoint: Build = (b, _id, prop) => {
  const { m, where, floorM } = mountOf(b, prop);
  const { x, y, z } = prop.at;
  const within = roomAt(b.plan, x, y, floorM + 0.1);
  const ground = within
    ? floorOf(b.plan.rooms[within] ?? { title: prop.title, x: [0, 0], y: [0, 0], heightM: 0, indoor: true })
    : 0;
  if (prop.end) {
    put(m, rod([x, y, ground], [x, y, z], 0.014, 8), "galvanised");
    put(m, drum(0.12, 0.012, 16), "steel-dark", at(x, y, ground));
    put(m, box(0.16, 0.02, 0.1, 0.004), "water-blue", chain(where, at(0, 0, 0)));
    put(
      m,
      tube(
        [
          [x, y, z - 0.06],
          [x + (prop.end.x - x) * 0.5, y + (prop.end.y - y) * 0.5, z + 0.15],
          [prop.end.x, prop.end.y, 0.3],
          [prop.end.x, prop.end.y, prop.end.z],
        ],
        0.008,
        6,
        0.2,
      ),
      "safety-yellow",
    );
    return;
  }
  floorMark(m, "sample-mark", 0.5, chain(at(x, y, ground + 0.012), turned(180 - prop.faces, "z")));
  if (z - ground > 0.6) {
    put(m, rod([x, y, ground], [x, y, z], 0.016, 8), "galvanised");
    signPlate(m, "tag-sample", 0.24, facing(x, y, z, prop.faces));
  }
};

export const monitor: Build = (b, id, prop) => {
  const { x, y } = prop.at;
  const pivot: V3 = [x, y, 1.05];
  monitorBase(b.open.model, at(x, y, 0));
  const turn = { pivot, axis: [0, 0, -1] as const, fromDeg: -180, toDeg: 180, means: "any" as const };
  monitorHead(turning(b, b.open, id, turn), at(...pivot));
};

export const shower: Build = (b, _id, prop) =>
  deconShower(
    modelRoomAt(b, prop.at.x, prop.at.y, 0.5).model,
    facing(prop.at.x, prop.at.y, floorUnder(b, prop.at), prop.faces),
  );

export const countBoard: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  if (!mount.onWall)
    for (const s of [-1, 1])
      put(
        mount.m,
        rod([s * 0.5, 0.05, mount.floorM - mount.where.o[2]], [s * 0.5, 0.05, 0.6], 0.03, 10),
        "galvanised",
        mount.where,
      );
  signPlate(mount.m, "headcount", 1.3, mount.where);
};

export const hoist: Build = (b, _id, prop) => {
  const { m } = mountOf(b, prop);
  const room = b.plan.rooms[roomAt(b.plan, prop.at.x, prop.at.y, prop.at.z) ?? ""];
  pendant(
    m,
    facing(prop.at.x, prop.at.y, prop.at.z, prop.faces),
    room ? floorOf(room) + room.heightM : prop.at.z + 2.4,
  );
};

/** A tank of liquid let into a rim, half above the floor. */
export const pool: Build = (b, _id, prop) => {
  const room = modelRoomAt(b, prop.at.x, prop.at.y, 0.5);
  const foot = at(prop.at.x, prop.at.y, floorUnder(b, prop.at));
  for (const [x, y, sx, sy] of [
    [0, 1.13, 1.8, 0.14],
    [0, -1.13, 1.8, 0.14],
    [0.83, 0, 0.14, 2.12],
    [-0.83, 0, 0.14, 2.12],
  ] as const)
    put(room.model, box(sx, sy, 0.5, 0.02), { surface: "concrete", colour: "#a7a69c" }, chain(foot, at(x, y, 0.25)));
  put(b.clear, block(1.52, 2.12, 0.02), { plain: "liquid", colour: "#6f8f86" }, chain(foot, at(0, 0, 0.36)), {
    shadowless: true,
  });
};

/** A sheet-steel cabinet: what any unknown thing on the floor is drawn as. */
export const plainCabinet: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  const tall = Math.max(0.7, Math.min(1.9, (mount.where.o[2] - mount.floorM) * 1.5));
  cabinet(mount.m, chain(footOf(mount), at(0, mount.onWall ? 0 : 0.22, 0)), { width: 0.7, depth: 0.44, height: tall });
};

/** A board with words, on the wall or on two posts; the words are the thing's own name. */
export const notice: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  const { m, where, floorM, onWall } = mount;
  if (!onWall)
    for (const s of [-1, 1])
      put(m, rod([s * 0.42, 0.05, floorM - where.o[2]], [s * 0.42, 0.05, 0.45], 0.026, 10), "galvanised", where);
  put(m, box(1.1, 0.03, 0.72, 0.01), "white", chain(where, at(0, 0.015, 0)));
  const face = place(where, [0, -0.006, 0.12]);
  b.plates.push({ title: prop.title, at: face, facingDeg: prop.faces, widthM: 1.02, look: "warning" });
  for (const [i, sign] of ["toxic", "ventilate", "no-fire"].entries())
    label(m, sign, 0.22, chain(where, at(-0.3 + i * 0.3, -0.004, -0.16)));
};

/** A pin's height of lathe that parts of other files share: a bottle on its foot ring. */
export const bottle = (r: number, h: number) =>
  lathe(
    [
      [r * 0.8, 0],
      [r * 0.8, 0.05],
      [r, 0.1],
      [r, h * 0.82],
      [r * 0.7, h * 0.95],
      [0.03, h],
    ],
    20,
    50,
  );
