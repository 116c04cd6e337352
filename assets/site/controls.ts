// Things the hand works: valves, switches, call points, barriers, hatches; each with its part that moves.
import type { Point } from "../kit/anchors.ts";
import { put } from "../kit/model.ts";
import { box, drum, lathe } from "../kit/shape.ts";
import { label } from "../kit/sign-plates.ts";
import { at, chain, cross, direct, type Placement, place, times, turned, type V3 } from "../kit/space.ts";
import { bar, flat, rod, tube } from "../kit/sweep.ts";
import { conduit, switchKnob } from "../parts/cabinet.ts";
import { barrierArm, barrierPost, barrierRest } from "../parts/fence.ts";
import { callPoint } from "../parts/instruments.ts";
import { angleValve, flange, gateValve, handwheel } from "../parts/valve.ts";
import { cone } from "../parts/yard.ts";
import { type Building, floorUnder, folding, modelRoomAt, turning } from "./building.ts";
import { footOf, mountOf, post } from "./mounting.ts";
import type { SiteProp } from "./plan.ts";

type Build = (b: Building, id: string, prop: SiteProp) => void;

/** A wheel in a pipe that comes out of the ground, or a small one on the vessel it belongs to. */
export const valve: Build = (b, id, prop) => {
  const { m, where, floorM } = mountFree(b, prop);
  const vessel = b.plan.props[prop.of ?? ""]?.kind;
  const small = vessel === "container" || vessel === "cylinder";
  const stem = small ? 0.09 : 0.24;
  const centre = chain(where, at(0, small ? 0.1 : 0.22, 0));
  if (small) angleValve(m, stem, centre);
  else {
    gateValve(m, 0.075, stem, centre, "pipe-green");
    const down = floorM - where.o[2];
    for (const s of [-1, 1]) {
      const leg: V3[] = [
        [s * 0.17, 0, 0],
        [s * 0.62, 0, 0],
        [s * 0.62, 0, down - 0.1],
      ];
      put(m, tube(leg, 0.075, 16, 0.16), "pipe-green", centre);
      flange(m, 0.075, "pipe-green", chain(centre, at(s * 0.62, 0, down + 0.06)));
    }
  }
  const pivot = place(centre, [0, -stem, 0]);
  const wheel = turning(b, modelRoomAt(b, prop.at.x, prop.at.y, prop.at.z), id, {
    pivot,
    axis: where.y as Point,
    fromDeg: 0,
    toDeg: small ? 900 : 1800,
    means: "closed",
  });
  handwheel(wheel, small ? 0.11 : 0.3, chain({ ...where, o: pivot }, turned(90, "x")), "safety-red", small ? 4 : 5);
};

/** A rotary switch on a box, on the wall or on a post, with its conduit. */
export const rotarySwitch: Build = (b, id, prop) => {
  const mount = mountOf(b, prop);
  const { m, where } = mount;
  const loose = !mount.onWall && where.o[2] - mount.floorM < 0.75;
  if (loose)
    put(
      m,
      box(0.36, 0.3, where.o[2] - mount.floorM - 0.1, 0.02),
      "ral-7035",
      chain(where, at(0, 0.15, (mount.floorM - where.o[2] - 0.1) / 2)),
    );
  else post(mount, 0.26, 0.34);
  put(m, box(0.2, 0.1, 0.28, 0.014), "enamel", chain(where, at(0, -0.05, 0)));
  put(
    m,
    lathe(
      [
        [0.062, 0],
        [0.062, 0.006],
        [0.044, 0.008],
      ],
      24,
    ),
    "galvanised",
    chain(where, at(0, -0.1, 0), turned(90, "x")),
  );
  label(m, "tag-shut", 0.07, chain(where, at(-0.055, -0.1005, 0.095)));
  label(m, "tag-open", 0.07, chain(where, at(0.055, -0.1005, 0.095)));
  if (mount.onWall) conduit(m, [place(where, [0, -0.03, 0.14]), place(where, [0, -0.03, 0.9])]);
  knob(b, id, prop, chain(where, at(0, -0.108, 0)));
};

/** Only the knob, for a range or a machine that has its own front. */
export const knobAlone: Build = (b, id, prop) => knob(b, id, prop, chain(mountOf(b, prop).where, at(0, -0.02, 0)));

function knob(b: Building, id: string, prop: SiteProp, where: Placement): void {
  const room = modelRoomAt(b, prop.at.x, prop.at.y, prop.at.z);
  const turn = { pivot: where.o, axis: where.y as Point, fromDeg: 0, toDeg: 90, means: "on" as const };
  switchKnob(turning(b, room, id, turn), chain(where, turned(90, "x")));
}

export const button: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  post(mount, 0.22, 0.24);
  callPoint(mount.m, chain(mount.where, at(0, -0.03, 0)));
};

/** An arm across the way; closed it lies, open it stands. */
export const barrier: Build = (b, id, prop) => {
  const { where } = mountFree(b, prop);
  const foot = footOf(mountFree(b, prop));
  const m = b.open.model;
  const half = 2.2;
  barrierPost(m, chain(foot, at(-half, 0.1, 0)));
  barrierRest(m, chain(foot, at(half, 0, 0)));
  const run = direct(where, [1, 0, 0]);
  const pivot = place(chain(foot, at(-half + 0.06, 0, 0)), [0, 0, 1]);
  const axis = cross(run, [0, 0, 1]);
  const arm = turning(b, b.open, id, { pivot, axis, fromDeg: 0, toDeg: 85, means: "open" });
  barrierArm(arm, chain({ ...where, o: pivot }, turned(-90, "z")), half * 2 - 0.1);
};

/** Red and white tape between cones: drawn out when the way is closed. */
export const tape: Build = (b, id, prop) => {
  const foot = footOf(mountFree(b, prop));
  const half = 3.2;
  for (const s of [-1, 0, 1]) {
    const spot = chain(foot, at(s * half, 0, 0));
    cone(b.open.model, spot);
    put(b.open.model, rod([0, 0, 0.3], [0, 0, 1.05], 0.018, 8), "sock-red", spot);
  }
  const pivot = place(foot, [-half, 0, 0.95]);
  const run = direct(foot, [1, 0, 0]);
  const open: Point = [Math.abs(run[0]) > 0.5 ? 0.02 : 1, Math.abs(run[1]) > 0.5 ? 0.02 : 1, 1];
  const strip = folding(b, b.open, id, pivot, open);
  for (let i = 0; i < 16; i++)
    put(
      strip,
      bar([(half * 2 * i) / 16, 0, 0], [(half * 2 * (i + 1)) / 16, 0, 0], flat(0.006, 0.075)),
      i % 2 ? "white" : "sock-red",
      { ...foot, o: pivot },
    );
};

export const HATCH_M = 0.8;

/** A cover over a shaft: it lies flat, and stands up on its hinge when it is open. */
export const hatch: Build = (b, id, prop) => {
  const where = { ...mountFree(b, prop).where, o: [prop.at.x, prop.at.y, floorUnder(b, prop.at)] as V3 };
  const half = HATCH_M / 2;
  for (const [x, y, sx, sy] of [
    [0, half + 0.04, HATCH_M + 0.16, 0.08],
    [0, -half - 0.04, HATCH_M + 0.16, 0.08],
    [half + 0.04, 0, 0.08, HATCH_M],
    [-half - 0.04, 0, 0.08, HATCH_M],
  ] as const)
    put(b.open.model, box(sx, sy, 0.1, 0.006), "steel-dark", chain(where, at(x, y, 0.11)));
  const pivot = place(where, [0, half, 0.16]);
  const axis = times(direct(where, [1, 0, 0]), 1) as Point;
  const lid = turning(b, b.open, id, { pivot, axis, fromDeg: 0, toDeg: -105, means: "open" });
  const flatLid = { ...where, o: pivot };
  put(lid, box(HATCH_M + 0.1, HATCH_M + 0.06, 0.035, 0.008), "steel-grey", chain(flatLid, at(0, -half, 0.018)));
  for (let i = -3; i <= 3; i++)
    for (let j = -3; j <= 3; j++)
      put(
        lid,
        box(0.05, 0.014, 0.006, 0.001),
        "steel-dark",
        chain(flatLid, at(i * 0.11, -half + j * 0.11, 0.038), turned((i + j) % 2 ? 45 : -45, "z")),
      );
  put(
    lid,
    tube(
      [
        [-0.1, -HATCH_M + 0.05, 0.03],
        [-0.1, -HATCH_M + 0.05, 0.09],
        [0.1, -HATCH_M + 0.05, 0.09],
        [0.1, -HATCH_M + 0.05, 0.03],
      ],
      0.01,
      8,
      0.03,
    ),
    "safety-yellow",
    flatLid,
  );
  put(b.open.model, drum(0.012, HATCH_M, 8), "bolt", chain(flatLid, at(-half, 0, 0), turned(90, "y")));
};

/** A mount that takes no notice of walls: what stands on its own feet. */
function mountFree(b: Building, prop: SiteProp) {
  const mount = mountOf(b, prop);
  const turn = turned(180 - prop.faces, "z");
  return { ...mount, onWall: false, where: { ...turn, o: [prop.at.x, prop.at.y, prop.at.z] as V3 } };
}
