// A street restaurant at dinner time: tables and till, a working kitchen, a shop front, pavement and road outside.

import { put } from "../../kit/model.ts";
import { box, drum, lathe } from "../../kit/shape.ts";
import { label, signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { rod, tube } from "../../kit/sweep.ts";
import { plant } from "../../parts/furniture.ts";
import { extinguisher } from "../../parts/safety.ts";
import type { Building } from "../building.ts";
import type { Dressing } from "../dressing.ts";
import { diningTable } from "../goods.ts";
import { LAID, shopFront, street } from "./restaurant-street.ts";

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
  ground: { fenced: false, town: true, ground: "concrete", laid: LAID },
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
  label(m, "no-smoking", 0.3, facing(4.9, 7.94, 1.75, 180));
  signPlate(m, "exit", 0.34, facing(4.5, 0.01, 2.62, 0));
  const menus = [
    { zh: "今日例汤", en: "Soup of the day" },
    { zh: "家常小炒", en: "From the wok" },
    { zh: "凉菜酒水", en: "Cold dishes and drinks" },
  ];
  for (const [i, title] of menus.entries()) {
    const x = 1.2 + i * 1.35;
    put(m, box(1.1, 0.03, 0.8, 0.01), i === 1 ? "hydrant-red" : "paper", at(x, 7.92, 1.95));
    b.plates.push({ title, at: [x, 7.896, 2.16], facingDeg: 180, widthM: 1, look: i === 1 ? "shop" : "thing" });
    for (let k = 0; k < 5; k++)
      put(m, box(0.86, 0.004, 0.012, 0), i === 1 ? "pipe-yellow" : "steel-grey", at(x, 7.902, 1.92 - k * 0.07));
  }
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
