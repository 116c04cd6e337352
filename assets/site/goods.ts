// Kitchen and store goods: range, machines, shelves, pallets, tables.
import { put } from "../kit/model.ts";
import type { PaintName } from "../kit/palette.ts";
import { block, box, drum, lathe } from "../kit/shape.ts";
import { at, chain, direct, facing, turned } from "../kit/space.ts";
import { rod, tube } from "../kit/sweep.ts";
import { type Building, floorUnder, modelRoomAt, turning } from "./building.ts";
import { footOf, mountOf, post } from "./mounting.ts";
import type { SiteProp } from "./plan.ts";

type Build = (b: Building, id: string, prop: SiteProp) => void;

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

/** A cigarette lighter on a side table with an ashtray. */
export const lighter: Build = (b, _id, prop) => {
  const mount = mountOf(b, prop);
  const foot = footOf(mount);
  const high = mount.where.o[2] - mount.floorM - 0.05;
  put(mount.m, drum(0.24, 0.03, 20), "desk-wood", chain(foot, at(0, 0, high - 0.03)));
  put(mount.m, drum(0.03, high - 0.03, 10), "steel-dark", foot);
  put(mount.m, drum(0.16, 0.02, 18), "steel-dark", foot);
  put(mount.m, box(0.026, 0.014, 0.07, 0.005), "safety-red", chain(foot, at(0, 0, high + 0.035)));
  put(mount.m, box(0.022, 0.012, 0.016, 0.003), "chrome", chain(foot, at(0, 0, high + 0.078)));
  put(mount.m, drum(0.06, 0.025, 16), "glass-green", chain(foot, at(0.12, 0.05, high)));
};
