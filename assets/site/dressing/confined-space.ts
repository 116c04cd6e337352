// A sewage pumping station: pipes and pumps by the well, a service van, tools laid out for work in a shaft, a gate.

import { put } from "../../kit/model.ts";
import { box, drum, lathe } from "../../kit/shape.ts";
import { label, signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { coil, rod, tube } from "../../kit/sweep.ts";
import { cabinet } from "../../parts/cabinet.ts";
import { pump } from "../../parts/extract.ts";
import { gatePillar } from "../../parts/fence.ts";
import { chair, desk, keyboardAndMouse, screenStand } from "../../parts/furniture.ts";
import { extinguisher, hoseCoil } from "../../parts/safety.ts";
import { slab } from "../../parts/wall.ts";
import { bench, bollard, cone, lampPost } from "../../parts/yard.ts";
import type { Building } from "../building.ts";
import type { Dressing } from "../dressing.ts";

const DRIVE = [-3.6, -14, 0.4, -6.2] as const;
const concrete = (colour: string) => ({ surface: "concrete", colour }) as const;

export const pumpingStation: Dressing = {
  shell: { outside: { plinth: "#80868a", wall: "#dfe3e0", stripe: "#2a72ad" } },
  ground: { ground: "grass", laid: [[-6.2, -6.2, 5.6, 5.2], DRIVE] },
  dress: (b) => {
    paving(b);
    works(b);
    van(b, -5.9, -6.6);
    tools(b);
    watchRoom(b);
  },
};

function paving(b: Building): void {
  const m = b.open.model;
  slab(m, [-6.2, -6.2, 5.6, 5.2], 0, concrete("#aaa89e"), {
    holes: [
      [-1.8, -1.8, 1.8, 1.8],
      [2, 0, 5.6, 5.2],
    ],
    detail: 0.8,
    cell: 3,
  });
  slab(m, [2, 0, 5.6, 5.2], 0.001, concrete("#a8a69c"), { detail: 0.6, cell: 3 });
  slab(m, DRIVE, 0, { surface: "asphalt", colour: "#7b7e81" }, { detail: 0.5, cell: 4 });
  gatePillar(m, -4.2, -14, undefined);
  gatePillar(m, 1, -14, undefined);
  b.plates.push({
    title: { zh: "滨河路污水提升泵站", en: "BINHE ROAD SEWAGE PUMPING STATION" },
    at: [1, -13.6, 1.75],
    facingDeg: 0,
    widthM: 0.64,
    look: "room",
  });
  for (const x of [-4.6, -3.8]) bollard(m, at(x, -6.1));
  lampPost(m, b.clear, facing(5.2, -5.4, 0, 315));
}

function works(b: Building): void {
  const m = b.open.model;
  // The rising mains from the wet well to the valve chamber.
  for (const x of [-0.7, 0.7]) {
    put(
      m,
      tube(
        [
          [x, 1.2, -0.4],
          [x, 1.2, 0.55],
          [x, 3.6, 0.55],
          [x, 3.6, -0.3],
        ],
        0.13,
        18,
        0.25,
      ),
      "pipe-green",
    );
    for (const y of [1.75, 2.9])
      put(
        m,
        lathe(
          [
            [0.13, -0.03],
            [0.21, -0.03],
            [0.21, 0.03],
            [0.13, 0.03],
          ],
          20,
        ),
        "pipe-green",
        chain(at(x, y, 0.55), turned(90, "x")),
      );
    put(m, box(0.24, 0.2, 0.42, 0.01), "apron-edge", at(x, 2.3, 0.2));
    put(
      m,
      lathe(
        [
          [0.17, -0.16],
          [0.22, 0],
          [0.17, 0.16],
        ],
        16,
      ),
      "deep-blue",
      chain(at(x, 2.3, 0.55), turned(90, "x")),
    );
  }
  pump(m, chain(at(3.2, 2.4, 0), turned(90, "z")), "deep-blue");
  // The control kiosk beside the isolator.
  cabinet(m, facing(5.9, 7, 0, 270), { width: 1.2, depth: 0.45, height: 1.85 });
  signPlate(m, "electric", 0.3, facing(5.44, 7, 1.4, 270));
  hoseCoil(m, facing(5.88, 8.4, 1.1, 270));
  for (const [sign, x] of [
    ["toxic", -0.55],
    ["no-entry", 0],
    ["ventilate", 0.55],
  ] as const) {
    put(m, rod([x + 2.6, 1.95, 0], [x + 2.6, 1.95, 1.5], 0.02, 8), "galvanised");
    signPlate(m, sign, 0.34, facing(x + 2.6, 1.92, 1.25, 180));
  }
}

/** A service van with its doors shut, north of the way in. */
function van(b: Building, x: number, y: number): void {
  const m = b.open.model;
  put(m, box(1.9, 4.6, 1.5, 0.12), "white", at(x, y - 0.4, 1.25));
  put(m, box(1.9, 1.1, 0.9, 0.2), "white", at(x, y + 2.3, 0.85));
  put(m, box(1.7, 0.08, 0.66, 0.04), "visor", chain(at(x, y + 1.94, 1.62), turned(-28, "x")));
  for (const s of [-1, 1]) put(m, box(0.03, 0.9, 0.55, 0.02), "visor", at(x + s * 0.945, y + 1.25, 1.55));
  put(m, box(1.93, 4.62, 0.16, 0.01), "pipe-yellow", at(x, y - 0.4, 0.95));
  for (const dy of [-1.8, 1.9])
    for (const dx of [-0.86, 0.86])
      put(
        m,
        lathe(
          [
            [0, -0.11],
            [0.28, -0.11],
            [0.34, -0.06],
            [0.34, 0.06],
            [0.28, 0.11],
            [0, 0.11],
          ],
          20,
        ),
        "rubber",
        chain(at(x + dx, y + dy, 0.34), turned(90, "y")),
      );
  put(m, box(0.9, 0.2, 0.12, 0.03), "hoist-orange", at(x, y + 0.9, 2.06));
  label(m, "helmet", 0.4, facing(x + 0.957, y - 0.6, 1.55, 90));
}

function tools(b: Building): void {
  const m = b.open.model;
  for (const [x, y] of [
    [-2.9, -5.6],
    [2.9, -5.6],
    [2.9, 1.4],
    [-5.6, 1.4],
  ] as const)
    cone(m, at(x, y));
  bench(m, facing(4.4, -4.6, 0, 315));
  put(m, tube(coil([3.6, -3.2, 0.03], [0, 0, 1], 0.26, 0.03, 4, 18), 0.012, 8, 0.02), "safety-yellow");
  put(m, box(0.6, 0.34, 0.3, 0.02), "safety-red", at(3.9, -3.9, 0.15));
  put(m, box(0.56, 0.02, 0.04, 0.006), "black", at(3.9, -4.08, 0.24));
  // A stretcher by the place where the injured are laid.
  for (const s of [-0.26, 0.26]) put(m, rod([-2.9, -4.8 + s, 0.12], [-0.8, -4.8 + s, 0.12], 0.018, 8), "galvanised");
  put(m, box(1.85, 0.5, 0.03, 0.01), "suit-orange", at(-1.85, -4.8, 0.13));
  for (let i = 0; i < 3; i++) put(m, box(0.06, 0.54, 0.012, 0.004), "black", at(-2.5 + i * 0.62, -4.8, 0.152));
  put(m, drum(0.16, 0.34, 18), "water-blue", at(3.3, -4.4, 0));
}

function watchRoom(b: Building): void {
  const m = b.rooms.get("control-room")?.model;
  if (!m) return;
  desk(m, at(10.4, 8.3, 0), 2, 0.75);
  for (const x of [10, 10.75]) {
    screenStand(m, at(x, 8.45, 0.76), 0.5, 0.3);
    keyboardAndMouse(m, at(x, 8.15, 0.76));
  }
  chair(m, chain(at(10.2, 7.5, 0), turned(12, "z")));
  cabinet(m, facing(11.9, 5.4, 0, 270), { width: 0.9, depth: 0.42, height: 1.9 });
  extinguisher(m, facing(8, 4.3, 0.02, 0));
  label(m, "site-map", 1.1, facing(7.2, 8.99, 1.6, 180));
  label(m, "duty", 0.5, facing(6.01, 7.4, 1.6, 90));
}
