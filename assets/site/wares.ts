// Vessels, shafts' gear, kitchen and street goods: what stands about on a site, one function a thing.
import { put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { block, box, drum, lathe, torus } from "../kit/shape.ts";
import { at, chain, direct, facing, minus, place, plus, times, turned, unit, type V3 } from "../kit/space.ts";
import { bar, flat, rod, tube } from "../kit/sweep.ts";
import { extinguisher as bottleOfPowder } from "../parts/safety.ts";
import { type Building, floorUnder, modelRoomAt, turning } from "./building.ts";
import { bottle } from "./equipment.ts";
import { footOf, mountOf, post } from "./mounting.ts";
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

/** A white box with a lid and a grille: freezer, fridge, any machine with a motor. */
export const appliance: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  const foot = footOf(mount);
  const back = chain(foot, at(0, mount.onWall ? -0.33 : 0, 0));
  put(mount.m, box(1.2, 0.62, 0.82, 0.03), "white", chain(back, at(0, 0, 0.45)));
  put(mount.m, box(1.24, 0.66, 0.07, 0.02), "cabinet-grey", chain(back, at(0, 0, 0.9)));
  put(mount.m, box(0.4, 0.03, 0.025, 0.008), "steel-dark", chain(back, at(0, -0.335, 0.88)));
  for (let i = 0; i < 6; i++)
    put(mount.m, box(0.32, 0.008, 0.012, 0.002), "steel-dark", chain(back, at(0.35, -0.312, 0.12 + i * 0.03)));
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

/** A range of three woks on a stainless block, its knobs to the front. */
export const range: Build = (b, id, prop) => {
  const mount = mountOf(b, prop);
  const { m } = mount;
  const foot = chain(footOf(mount), at(0, mount.onWall ? -0.32 : 0.3, 0));
  put(m, box(2, 0.62, 0.78, 0.012), "stainless", chain(foot, at(0, 0, 0.4)));
  put(m, box(2.02, 0.04, 0.3, 0.008), "stainless", chain(foot, at(0, 0.3, 0.94)));
  for (const x of [-0.62, 0, 0.62]) {
    put(
      m,
      lathe(
        [
          [0.15, 0],
          [0.23, 0.02],
          [0.24, 0.05],
          [0.16, 0.05],
        ],
        24,
      ),
      "soot",
      chain(foot, at(x, 0, 0.79)),
    );
    put(
      m,
      lathe(
        [
          [0, 0.03],
          [0.12, 0.05],
          [0.2, 0.12],
          [0.21, 0.125],
          [0.12, 0.06],
          [0, 0.04],
        ],
        24,
        60,
      ),
      "steel-dark",
      chain(foot, at(x, 0, 0.82)),
    );
    put(m, drum(0.028, 0.03, 14), "black", chain(foot, at(x + 0.14, -0.312, 0.7), turned(90, "x")));
  }
  put(
    m,
    tube(
      [
        [-0.9, 0.28, 0.6],
        [-0.9, 0.28, 0.25],
        [1.2, 0.28, 0.25],
      ],
      0.016,
      8,
      0.05,
    ),
    "pipe-yellow",
    foot,
  );
  const knob = chain(foot, at(0, -0.316, 0.7));
  const turn = { pivot: knob.o, axis: direct(knob, [0, 1, 0]), fromDeg: 0, toDeg: 90, means: "on" as const };
  const model = turning(b, modelRoomAt(b, prop.at.x, prop.at.y, prop.at.z), id, turn);
  put(
    model,
    lathe(
      [
        [0, 0],
        [0.034, 0],
        [0.03, 0.03],
        [0, 0.03],
      ],
      18,
    ),
    "safety-red",
    chain(knob, turned(90, "x")),
  );
  put(model, block(0.01, 0.045, 0.008), "white", chain(knob, turned(90, "x"), at(0, 0, 0.032)));
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

/** A small wall box with a lamp that is out. */
export const gasAlarm: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  post(mount, 0.16, 0.2);
  put(mount.m, box(0.12, 0.05, 0.12, 0.016), "white", chain(mount.where, at(0, -0.025, 0)));
  for (let i = 0; i < 4; i++)
    put(mount.m, box(0.06, 0.004, 0.006, 0.001), "soot", chain(mount.where, at(-0.01, -0.051, -0.035 + i * 0.014)));
  put(mount.m, drum(0.007, 0.006, 10), "soot", chain(mount.where, at(0.035, -0.05, 0.035), turned(90, "x")));
};

const CRATES: readonly PaintName[] = ["desk-wood", "trunk", "cabinet-grey", "paper"];

/** Stacked goods on a pallet, of the height the point says. */
export const pallet: Build = (b, id, prop) => {
  const { m } = mountOf(b, prop);
  const floor = floorUnder(b, prop.at);
  const foot = facing(prop.at.x, prop.at.y, floor, prop.faces);
  for (const x of [-0.5, 0, 0.5]) put(m, box(0.1, 1, 0.1, 0.006), "desk-wood", chain(foot, at(x, 0, 0.05)));
  put(m, box(1.2, 1, 0.03, 0.004), "desk-wood", chain(foot, at(0, 0, 0.115)));
  const rows = Math.max(1, Math.round((prop.at.z - floor) / 0.3));
  for (let k = 0; k < rows; k++)
    for (const [x, y] of [
      [-0.29, -0.24],
      [0.29, -0.24],
      [-0.29, 0.24],
      [0.29, 0.24],
    ] as const)
      put(
        m,
        box(0.55, 0.46, 0.4, 0.01),
        CRATES[(id.length + k) % CRATES.length] ?? "desk-wood",
        chain(foot, at(x, y, 0.335 + k * 0.41)),
      );
};

/** Uprights, beams and goods on three levels. */
export const shelf: Build = (b, id, prop) => {
  const { m } = mountOf(b, prop);
  const floor = floorUnder(b, prop.at);
  const foot = facing(prop.at.x, prop.at.y, floor, prop.faces);
  for (const x of [-1.35, 1.35])
    for (const y of [-0.5, 0.5]) put(m, box(0.08, 0.08, 4, 0.006), "deep-blue", chain(foot, at(x, y, 2)));
  for (const z of [0.15, 1.6, 3.05]) {
    for (const y of [-0.5, 0.5]) put(m, box(2.7, 0.05, 0.12, 0.006), "hoist-orange", chain(foot, at(0, y, z)));
    put(m, box(2.66, 1, 0.02, 0.004), "galvanised", chain(foot, at(0, 0, z + 0.07)));
    for (const x of [-0.85, 0, 0.85])
      put(
        m,
        box(0.74, 0.86, 0.95, 0.012),
        CRATES[(id.length + Math.round(x * 3 + z)) % CRATES.length] ?? "paper",
        chain(foot, at(x, 0, z + 0.56)),
      );
  }
};

export const table: Build = (b, _id, prop) => {
  const { m } = mountOf(b, prop);
  diningTable(m, facing(prop.at.x, prop.at.y, floorUnder(b, prop.at), prop.faces));
};

/** A table with four stools, bowls and a teapot. */
export function diningTable(m: Parameters<typeof put>[0], foot: ReturnType<typeof facing>): void {
  put(m, box(1.2, 0.75, 0.035, 0.012), "desk-wood", chain(foot, at(0, 0, 0.745)));
  for (const x of [-0.52, 0.52])
    for (const y of [-0.3, 0.3]) put(m, box(0.05, 0.05, 0.73, 0.008), "trunk", chain(foot, at(x, y, 0.365)));
  for (const x of [-0.32, 0.32])
    for (const y of [-0.62, 0.62]) {
      put(m, drum(0.16, 0.04, 18), "desk-wood", chain(foot, at(x, y, 0.42)));
      for (const k of [0, 1, 2, 3])
        put(
          m,
          rod(
            [0.11 * (k % 2 ? 1 : -1), 0.11 * (k > 1 ? 1 : -1), 0.42],
            [0.13 * (k % 2 ? 1 : -1), 0.13 * (k > 1 ? 1 : -1), 0],
            0.014,
            6,
          ),
          "steel-dark",
          chain(foot, at(x, y, 0)),
        );
      put(
        m,
        lathe(
          [
            [0.02, 0],
            [0.03, 0.006],
            [0.055, 0.045],
            [0.05, 0.045],
            [0.025, 0.01],
            [0, 0.01],
          ],
          14,
          60,
        ),
        "white",
        chain(foot, at(x, y * 0.4, 0.763)),
      );
    }
  put(
    m,
    lathe(
      [
        [0.04, 0],
        [0.065, 0.04],
        [0.05, 0.1],
        [0.02, 0.12],
        [0, 0.13],
      ],
      16,
      50,
    ),
    "enamel",
    chain(foot, at(0.05, 0.02, 0.763)),
  );
}
