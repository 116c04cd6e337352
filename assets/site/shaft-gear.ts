// The gear of work in a shaft: ladder, tripod with winch, lifeline, portable fan with its duct.
import { put } from "../kit/model.ts";
import { box, drum, lathe, torus } from "../kit/shape.ts";
import { at, chain, direct, facing, minus, place, plus, times, turned, unit, type V3 } from "../kit/space.ts";
import { bar, flat, rod, tube } from "../kit/sweep.ts";
import { type Building, modelRoomAt, turning } from "./building.ts";
import { footOf, mountOf } from "./mounting.ts";
import type { SiteProp } from "./plan.ts";

type Build = (b: Building, id: string, prop: SiteProp) => void;

/** Stiles and rungs between its two ends, drawn once, from the upper one. */
export const ladder: Build = (b, _id, prop) => {
  if (!prop.end || prop.end.z >= prop.at.z) return;
  const { x, y, z } = prop.at;
  const inward = unit(minus([prop.end.x, prop.end.y, 0], [x, y, 0]));
  const [fx, fy] = [x + inward[0] * 0.12, y + inward[1] * 0.12];
  const room = modelRoomAt(b, fx, fy, prop.end.z + 0.5);
  const where = facing(fx, fy, prop.end.z, (Math.atan2(inward[0], inward[1]) * 180) / Math.PI);
  const high = z + 0.55 - prop.end.z;
  for (const s of [-1, 1])
    put(room.model, bar([s * 0.2, 0, 0], [s * 0.2, 0, high], flat(0.05, 0.022)), "galvanised", where);
  for (let h = 0.25; h < high; h += 0.28)
    put(room.model, rod([-0.2, 0, h], [0.2, 0, h], 0.013, 8), "galvanised", where);
};

/** Three legs over the shaft, a head with a pulley, and the winch on the leg that is nearest. */
export const tripod: Build = (b, _id, prop) => {
  const over = b.plan.props[prop.of ?? ""] ?? prop;
  const m = b.open.model;
  const head: V3 = [over.at.x, over.at.y, 2.25];
  const first = Math.atan2(prop.at.y - over.at.y, prop.at.x - over.at.x);
  for (let i = 0; i < 3; i++) {
    const a = first + (i * 2 * Math.PI) / 3;
    const foot: V3 = [over.at.x + Math.cos(a) * 1.02, over.at.y + Math.sin(a) * 1.02, 0.05];
    put(m, rod(foot, head, 0.032, 12), "safety-yellow");
    put(m, rod(plus(times(foot, 0.5), times(head, 0.5)), head, 0.04, 12), "galvanised");
    put(m, box(0.16, 0.16, 0.03, 0.008), "rubber", at(foot[0], foot[1], 0.03));
    if (i > 0) continue;
    const winch = plus(times(foot, 0.5), times(head, 0.5));
    put(m, box(0.16, 0.2, 0.26, 0.02), "safety-red", at(winch[0], winch[1], winch[2]));
    put(m, drum(0.075, 0.1, 18), "steel-dark", chain(at(winch[0], winch[1], winch[2] + 0.02), turned(90, "x")));
    put(
      m,
      tube(
        [
          [winch[0], winch[1] - 0.14, winch[2]],
          [winch[0], winch[1] - 0.3, winch[2]],
          [winch[0], winch[1] - 0.3, winch[2] - 0.18],
        ],
        0.012,
        8,
        0.04,
      ),
      "chrome",
    );
    put(m, rod([winch[0], winch[1], winch[2] + 0.1], head, 0.006, 6), "stainless");
  }
  put(m, drum(0.12, 0.1, 20), "steel-dark", at(head[0], head[1], head[2] - 0.04));
  put(m, torus(0.06, 0.02, 18, 8), "stainless", chain(at(head[0], head[1], head[2] - 0.12), turned(90, "x")));
};

/** A rope from over the shaft down to its hook. */
export const line: Build = (b, _id, prop) => {
  const { x, y, z } = prop.at;
  const rig = b.plan.props[prop.of ?? ""];
  const over = b.plan.props[rig?.of ?? ""]?.at ?? prop.at;
  const room = modelRoomAt(b, x, y, z);
  put(room.model, rod([over.x, over.y, 2.1], [over.x, over.y, Math.min(0.2, z + 1)], 0.007, 6), "stainless");
  put(
    room.model,
    tube(
      [
        [over.x, over.y, Math.min(0.2, z + 1)],
        [x, y, z + 0.12],
      ],
      0.007,
      6,
      0.1,
    ),
    "stainless",
  );
  put(room.model, torus(0.05, 0.012, 16, 8), "safety-red", chain(at(x, y, z + 0.05), turned(90, "x")));
  put(room.model, box(0.05, 0.03, 0.08, 0.01), "chrome", at(x, y, z + 0.13));
};

/** A portable axial fan on its frame, and its duct to where the air is wanted. */
export const blower: Build = (b, id, prop) => {
  const mount = mountOf(b, prop);
  const foot = footOf(mount);
  const m = mount.m;
  const body = chain(foot, at(0, 0.3, 0.34));
  put(
    m,
    lathe(
      [
        [0.2, -0.22],
        [0.21, -0.2],
        [0.2, 0.2],
        [0.21, 0.22],
      ],
      24,
    ),
    "safety-yellow",
    chain(body, turned(90, "x")),
  );
  put(
    m,
    lathe(
      [
        [0.19, -0.2],
        [0.19, 0.2],
      ].reverse() as [number, number][],
      24,
    ),
    "soot",
    chain(body, turned(90, "x")),
  );
  for (let i = 0; i < 6; i++)
    put(
      m,
      box(0.17, 0.012, 0.07, 0.004),
      "steel-dark",
      chain(body, turned(i * 60, "y"), at(0.1, 0, 0), turned(35, "x")),
    );
  for (const s of [-1, 1])
    put(
      m,
      tube(
        [
          [s * 0.24, -0.2, 0],
          [s * 0.24, -0.2, 0.6],
          [s * 0.24, 0.7, 0.6],
          [s * 0.24, 0.7, 0],
        ],
        0.014,
        8,
        0.08,
      ),
      "black",
      foot,
    );
  if (prop.end) {
    const from = place(body, [0, 0.2, 0]);
    const { end } = prop;
    const over: V3 = [end.x, end.y, 0.55];
    const path: V3[] = [
      from,
      [from[0] + (over[0] - from[0]) * 0.5, from[1] + (over[1] - from[1]) * 0.5, 0.45],
      over,
      [end.x, end.y, -0.3],
      [end.x, end.y, end.z],
    ];
    put(m, tube(path, 0.15, 18, 0.35), "suit-orange");
    for (let z = end.z + 0.2; z < -0.2; z += 0.3) put(m, torus(0.152, 0.012, 18, 5), "sock-red", at(end.x, end.y, z));
  }
  put(m, box(0.2, 0.1, 0.28, 0.014), "enamel", chain(mount.where, at(0, 0.05, 0)));
  put(m, rod([0, 0.05, mount.floorM - mount.where.o[2] + 0.3], [0, 0.05, 0], 0.014, 8), "black", mount.where);
  const turn = {
    pivot: place(mount.where, [0, -0.008, 0]),
    axis: direct(mount.where, [0, 1, 0]),
    fromDeg: 0,
    toDeg: 90,
    means: "on" as const,
  };
  const knob = turning(b, modelRoomAt(b, prop.at.x, prop.at.y, prop.at.z), id, turn);
  put(knob, box(0.03, 0.03, 0.09, 0.006), "safety-red", { ...mount.where, o: turn.pivot });
};
