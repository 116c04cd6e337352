// A street restaurant at dinner time: tables and till, a working kitchen, a shop front, pavement and road outside.

import { put } from "../../kit/model.ts";
import { block, box, drum, lathe } from "../../kit/shape.ts";
import { label, signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { rod, tube } from "../../kit/sweep.ts";
import { plant } from "../../parts/furniture.ts";
import { extinguisher } from "../../parts/safety.ts";
import { tree } from "../../parts/trees.ts";
import { piece, slab } from "../../parts/wall.ts";
import { lampPost } from "../../parts/yard.ts";
import type { Building } from "../building.ts";
import type { Dressing } from "../dressing.ts";
import { diningTable } from "../goods.ts";
import { SITE_DAYLIGHT } from "../sun.ts";

const concrete = (colour: string) => ({ surface: "concrete", colour }) as const;
const asphalt = { surface: "asphalt", colour: "#6f7275" } as const;

/** Road, pavement before the shops, pavement across, back alley. */
const STREET = [-14, -12, 24, -4] as const;
const PAVEMENT = [-14, -4, 24, 0] as const;
const ACROSS = [-14, -18, 24, -12] as const;
const ALLEY = [-14, 12.5, 24, 22] as const;

const TABLES = [
  [1.7, 2, 0],
  [1.7, 4.4, 0],
  [1.7, 6.7, 0],
  [4.6, 4.6, 90],
  [4.4, 6.9, 0],
  [7.4, 5.2, 90],
] as const;

export const restaurant: Dressing = {
  shell: {
    looks: {
      "dining-room": { low: "#c98a52", line: "#6e4425", high: "#f3e7d0", floor: "#b8a48c", ceiling: "#efe9dd" },
      kitchen: { low: "#e8ecec", line: "#9fb0b4", high: "#e3e6e4", floor: "#9d9a90", ceiling: "#e2e2dc", tiles: true },
    },
    outside: { plinth: "#6d5a4a", wall: "#d9c3a0", stripe: "#a63226" },
    blind: ["dining-room west", "dining-room east", "kitchen west", "kitchen east"],
  },
  ground: { fenced: false, town: true, ground: "concrete", laid: [STREET, PAVEMENT, ACROSS, ALLEY] },
  dress: (b) => {
    diningRoom(b);
    kitchen(b);
    shopFront(b);
    street(b);
  },
};

function diningRoom(b: Building): void {
  const m = b.rooms.get("dining-room")?.model;
  if (!m) return;
  for (const [x, y, deg] of TABLES) diningTable(m, chain(at(x, y), turned(deg, "z")));
  const till = at(8.1, 2.2);
  put(m, box(0.6, 1.9, 1, 0.02), "desk-wood", chain(till, at(0, 0, 0.5)));
  put(m, box(0.7, 2, 0.05, 0.012), "desk-edge", chain(till, at(0, 0, 1.02)));
  put(m, box(0.3, 0.34, 0.12, 0.02), "black", chain(till, at(0, 0.3, 1.1)));
  put(m, box(0.03, 0.36, 0.26, 0.01), "screen-off", chain(till, at(0.06, 0.3, 1.28), turned(-14, "y")));
  for (let i = 0; i < 4; i++) put(m, box(0.26, 1.8, 0.03, 0.006), "desk-wood", at(8.84, 2.2, 1.3 + i * 0.36));
  for (let i = 0; i < 22; i++) {
    const [row, place] = [Math.floor(i / 8), i % 8];
    put(
      m,
      lathe(
        [
          [0.04, 0],
          [0.042, 0.16],
          [0.016, 0.22],
          [0.016, 0.28],
          [0, 0.28],
        ],
        10,
      ),
      i % 3 === 0 ? "safe-green" : i % 3 === 1 ? "hydrant-red" : "copper",
      at(8.82, 1.42 + place * 0.22, 1.315 + row * 0.36),
    );
  }
  for (const [x, y] of [
    [0.4, 0.5],
    [8.6, 7.5],
    [0.4, 7.6],
  ] as const)
    plant(m, at(x, y));
  extinguisher(m, facing(5.4, 7.8, 0.02, 180));
  label(m, "extinguisher", 0.26, facing(5.4, 7.94, 1.4, 180));
  label(m, "no-smoking", 0.3, facing(3.2, 7.94, 1.75, 180));
  signPlate(m, "exit", 0.34, facing(4.5, 0.01, 2.62, 0));
  for (let i = 0; i < 3; i++)
    put(m, box(1.1, 0.03, 0.75, 0.01), i === 1 ? "hydrant-red" : "paper", at(1.2 + i * 1.35, 7.92, 1.95));
}

function kitchen(b: Building): void {
  const m = b.rooms.get("kitchen")?.model;
  if (!m) return;
  // The hood over the range, and its duct through the wall.
  put(
    m,
    lathe(
      [
        [0.7, 0],
        [0.36, 0.5],
        [0.3, 0.52],
      ],
      4,
      10,
    ),
    "stainless",
    chain(at(5.2, 11.9, 1.95), turned(45, "z")),
  );
  put(m, box(2.3, 1, 0.14, 0.02), "stainless", at(5.2, 11.95, 1.92));
  put(
    m,
    tube(
      [
        [5.2, 11.9, 2.4],
        [5.2, 11.9, 2.75],
        [3.6, 11.9, 2.75],
        [3.6, 12.5, 2.75],
      ],
      0.2,
      18,
      0.2,
    ),
    "galvanised",
  );
  // Bench with sinks along the dining room's wall, boards and pots.
  put(m, box(3, 0.65, 0.06, 0.01), "stainless", at(3.2, 8.42, 0.83));
  for (const x of [1.9, 3.2, 4.5])
    for (const y of [8.18, 8.66]) put(m, rod([x, y, 0], [x, y, 0.82], 0.02, 8), "stainless");
  put(m, box(2.9, 0.6, 0.03, 0.006), "stainless", at(3.2, 8.42, 0.28));
  put(m, box(0.5, 0.4, 0.04, 0.01), "desk-wood", at(2.4, 8.4, 0.88));
  put(m, box(0.24, 0.05, 0.01, 0.002), "chrome", at(2.4, 8.36, 0.905));
  for (const [x, r, h] of [
    [3.2, 0.17, 0.24],
    [3.7, 0.2, 0.3],
    [4.25, 0.15, 0.2],
  ] as const)
    put(
      m,
      lathe(
        [
          [0, 0],
          [r, 0],
          [r, h],
          [r - 0.015, h],
          [r - 0.015, 0.02],
          [0, 0.02],
        ],
        20,
      ),
      "stainless",
      at(x, 8.42, 0.86),
    );
  for (let i = 0; i < 9; i++)
    put(
      m,
      lathe(
        [
          [0.03, 0],
          [0.09, 0.012],
          [0.1, 0.02],
          [0.03, 0.008],
          [0, 0.008],
        ],
        16,
        60,
      ),
      "white",
      at(3.3, 8.35, 0.3 + i * 0.016),
    );
  put(
    m,
    tube(
      [
        [4.4, 8.14, 1.2],
        [4.4, 8.14, 1.32],
        [4.4, 8.34, 1.32],
        [4.4, 8.34, 1.2],
      ],
      0.014,
      8,
      0.05,
    ),
    "chrome",
  );
  // Gas hose from the cylinder's valve to the range.
  put(
    m,
    tube(
      [
        [8.2, 11.66, 0.86],
        [7.7, 11.9, 0.5],
        [7, 12.2, 0.3],
        [6.3, 12.25, 0.28],
      ],
      0.012,
      8,
      0.3,
    ),
    "suit-orange",
  );
  put(m, drum(0.045, 0.05, 14), "panel-grey", chain(at(8.2, 11.66, 0.86), turned(90, "y")));
  for (const [x, y] of [
    [0.5, 11.8],
    [0.95, 11.95],
  ] as const) {
    put(m, drum(0.2, 0.5, 18), "water-blue", at(x, y, 0));
    put(m, drum(0.21, 0.03, 18), "deep-blue", at(x, y, 0.5));
  }
  label(m, "no-fire", 0.26, facing(8.94, 11.2, 1.6, 270));
  label(m, "ventilate", 0.26, facing(8.94, 10.85, 1.6, 270));
  extinguisher(m, facing(6.9, 8.2, 0.02, 0));
}

function shopFront(b: Building): void {
  const m = b.open.model;
  put(m, box(8.6, 0.16, 0.75, 0.02), "hydrant-red", at(4.5, -0.26, 2.92));
  put(m, box(8.7, 0.1, 0.06, 0.01), "pipe-yellow", at(4.5, -0.3, 3.32));
  put(m, box(8.7, 0.1, 0.06, 0.01), "pipe-yellow", at(4.5, -0.3, 2.52));
  b.plates.push({
    title: { zh: "老陈小炒", en: "LAO CHEN'S KITCHEN" },
    at: [4.5, -0.352, 2.92],
    facingDeg: 180,
    widthM: 2.6,
    look: "warning",
  });
  for (const x of [1.2, 7.8]) {
    for (let i = 0; i < 2; i++) {
      put(
        m,
        lathe(
          [
            [0.05, -0.19],
            [0.16, -0.1],
            [0.19, 0],
            [0.16, 0.1],
            [0.05, 0.19],
          ],
          18,
          60,
        ),
        "hydrant-red",
        at(x + (i - 0.5) * 0.6, -0.62, 2.25),
      );
      put(m, rod([x + (i - 0.5) * 0.6, -0.62, 2.44], [x + (i - 0.5) * 0.6, -0.62, 2.6], 0.008, 6), "pipe-yellow");
    }
    put(m, rod([x - 0.5, -0.62, 2.6], [x + 0.5, -0.62, 2.6], 0.016, 6), "steel-dark");
    put(m, rod([x, -0.62, 2.6], [x, -0.12, 2.6], 0.016, 6), "steel-dark");
  }
  // The shops on both sides share the row.
  for (const [x0, x1, wall, board, h] of [
    [-11, -0.12, "#cfc4b2", "deep-blue", 6.6],
    [9.12, 19, "#c9b9a6", "safe-green", 7.2],
  ] as const) {
    piece(m, [x0, 0, 0], [x1, 12.4, h], { surface: "plaster", colour: wall }, 0.01, 0.3);
    piece(m, [x0 + 0.3, -0.14, 2.6], [x1 - 0.3, 0, 3.3], board, 0.01, 0.3);
    const wide = (x1 - x0) / 3;
    for (let i = 0; i < 3; i++) {
      piece(
        m,
        [x0 + wide * i + 0.35, -0.05, 0.1],
        [x0 + wide * (i + 1) - 0.35, 0.02, 2.5],
        i === 1 ? "door-steel" : "visor",
        0.01,
        0.3,
      );
      for (const z of [3.9, 5.2])
        if (z < h - 1.2)
          piece(m, [x0 + wide * i + 0.9, -0.03, z], [x0 + wide * (i + 1) - 0.9, 0.02, z + 1], "visor", 0.01, 0.3);
    }
  }
  piece(m, [-0.12, 0, 3.3], [9.12, 12.4, 6.4], { surface: "plaster", colour: "#d9c3a0" }, 0.01, 0.3);
  for (const x of [1.5, 4.5, 7.5]) piece(m, [x - 0.7, -0.03, 4.1], [x + 0.7, 0.02, 5.3], "visor", 0.01, 0.3);
}

function street(b: Building): void {
  const m = b.open.model;
  slab(m, STREET, -0.1, asphalt, { detail: 0.4, cell: 8 });
  const shop = [0, 0, 9, 12.5] as const;
  for (const area of [PAVEMENT, ACROSS]) slab(m, area, 0, concrete("#b9b4a8"), { detail: 0.5, cell: 6, holes: [shop] });
  slab(m, ALLEY, 0, concrete("#8f8c84"), { detail: 0.4, cell: 8 });
  for (const y of [-4, -12]) piece(m, [-14, y - 0.08, -0.12], [24, y + 0.08, 0.02], concrete("#c9c6bc"), 0.01, 0.3);
  for (let x = -13; x < 23; x += 4)
    put(m, block(2, 0.12, 0.006), "stripe-white", at(x + 1, -8, -0.096), { shadowless: true, detail: 0.4 });
  for (let i = 0; i < 9; i++)
    put(m, block(0.45, 3.4, 0.006), "stripe-white", at(14 + i * 0.85, -8, -0.096), { shadowless: true, detail: 0.4 });
  for (const x of [-7, 10.4, 18]) {
    tree(m, b.clear, x, -3.2, 5.4, Math.round(x) + 40, SITE_DAYLIGHT);
    put(m, box(1.1, 1.1, 0.06, 0.02), "soil", at(x, -3.2, 0.02));
  }
  for (const x of [-2, 22]) lampPost(m, b.clear, facing(x, -3.7, 0, 180));
  car(b, 17.5, -5.3, "water-blue");
  car(b, -10.2, -10.7, "white");
  piece(m, [-14, -19.2, 0], [24, -18, 5.4], { surface: "plaster", colour: "#c8beb0" }, 0.01, 0.3);
  for (let x = -12; x < 22; x += 4.2) {
    piece(m, [x, -18.02, 0.1], [x + 3.2, -17.94, 2.5], "visor", 0.01, 0.3);
    piece(m, [x, -18.02, 2.7], [x + 3.2, -17.9, 3.3], x % 8 < 4 ? "deep-blue" : "pipe-yellow", 0.01, 0.3);
  }
  piece(m, [-14, 22, 0], [24, 22.6, 3.4], { surface: "plaster", colour: "#bfb6a6" }, 0.01, 0.3);
  for (const [x, y] of [
    [5.4, 13.2],
    [6.2, 13.3],
  ] as const) {
    put(m, box(0.62, 0.7, 1, 0.04), "safe-green", at(x, y, 0.55));
    put(m, box(0.64, 0.74, 0.08, 0.02), "container-dark", at(x, y, 1.08));
  }
}

/** A parked saloon, its length along the street. */
function car(b: Building, x: number, y: number, paint: "water-blue" | "white"): void {
  const m = b.open.model;
  const z = -0.1;
  put(m, box(4.3, 1.72, 0.62, 0.16), paint, at(x, y, z + 0.58));
  put(m, box(2.3, 1.5, 0.56, 0.2), "visor", at(x - 0.1, y, z + 1.12));
  put(m, box(1.9, 1.42, 0.1, 0.05), paint, at(x - 0.1, y, z + 1.38));
  for (const dx of [-1.32, 1.32])
    for (const dy of [-0.78, 0.78]) {
      put(
        m,
        lathe(
          [
            [0, -0.1],
            [0.26, -0.1],
            [0.32, -0.06],
            [0.32, 0.06],
            [0.26, 0.1],
            [0, 0.1],
          ],
          20,
        ),
        "rubber",
        chain(at(x + dx, y + dy, z + 0.32), turned(90, "x")),
      );
      put(
        m,
        lathe(
          [
            [0, -0.105],
            [0.19, -0.105],
            [0.19, 0.105],
            [0, 0.105],
          ],
          16,
        ),
        "galvanised",
        chain(at(x + dx, y + dy, z + 0.32), turned(90, "x")),
      );
    }
  for (const s of [-1, 1]) {
    put(m, box(0.04, 0.34, 0.14, 0.03), "white", at(x + 2.14, y + s * 0.58, z + 0.66));
    put(m, box(0.04, 0.34, 0.14, 0.03), "safety-red", at(x - 2.14, y + s * 0.58, z + 0.68));
  }
}
