// The street of the restaurant: its shop front, the row of shops, pavement, road and alley.

import { put } from "../../kit/model.ts";
import { block, box, lathe } from "../../kit/shape.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { rod } from "../../kit/sweep.ts";
import { tree } from "../../parts/trees.ts";
import { piece, slab } from "../../parts/wall.ts";
import { lampPost } from "../../parts/yard.ts";
import type { Building } from "../building.ts";
import { SITE_DAYLIGHT } from "../sun.ts";

const concrete = (colour: string) => ({ surface: "concrete", colour }) as const;
const asphalt = { surface: "asphalt", colour: "#6f7275" } as const;

/** Road, pavement before the shops, pavement across, back alley. */
const STREET = [-14, -12, 24, -4] as const;
const PAVEMENT = [-14, -4, 24, 0] as const;
const ACROSS = [-14, -18, 24, -12] as const;
const ALLEY = [-14, 12.5, 24, 22] as const;

export const LAID = [STREET, PAVEMENT, ACROSS, ALLEY];

export function shopFront(b: Building): void {
  const m = b.open.model;
  put(m, box(9.3, 0.16, 0.82, 0.02), "hydrant-red", at(4.5, -0.26, 2.92));
  put(m, box(9.36, 0.1, 0.06, 0.01), "pipe-yellow", at(4.5, -0.3, 3.32));
  put(m, box(9.36, 0.1, 0.06, 0.01), "pipe-yellow", at(4.5, -0.3, 2.52));
  b.plates.push({
    title: { zh: "老陈小炒", en: "LAO CHEN'S KITCHEN" },
    at: [4.5, -0.352, 2.92],
    facingDeg: 180,
    widthM: 2.8,
    look: "shop",
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

export function street(b: Building): void {
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
