// The dosing room: two vacuum chlorinators with ejectors, water pipes, the weigh panel, and the eyewash.
import { type Model, put } from "../../kit/model.ts";
import { box, lathe } from "../../kit/shape.ts";
import { floorStripe, signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import type { Room } from "../../kit/stage.ts";
import { bar, iSection, rod, tube } from "../../kit/sweep.ts";
import { cabinet, conduit } from "../../parts/cabinet.ts";
import { pump } from "../../parts/extract.ts";
import { tubeLamp } from "../../parts/furniture.ts";
import { gasHead, gauge, rotameter } from "../../parts/instruments.ts";
import { pipe, wallBracket } from "../../parts/pipework.ts";
import { extinguisher, eyewash } from "../../parts/safety.ts";
import { gateValve, handwheel } from "../../parts/valve.ts";
import { ANCHORS } from "../chlorine-station-anchors.ts";

const EAST = 15;

export function dosingRoom(room: Room, clear: Model): void {
  const m = room.model;
  chlorinators(m);
  water(m);
  cabinets(m);
  const [ex, ey] = ANCHORS.eyewash.at;
  eyewash(m, facing(ex, ey, 0, 270));
  signPlate(m, "eyewash", 0.32, facing(EAST, ey, 1.75, 270));
  gasHead(m, facing(...ANCHORS["gas-head-dosing"].at, 180), true);
  extinguisher(m, facing(10.35, 0.35, 0.02, 0));
  signPlate(m, "extinguisher", 0.26, facing(10.4, 0, 1.2, 0));
  signPlate(m, "plate-chlorine-room", 0.9, facing(10.06, 3.5, 2.6, 90));
  signPlate(m, "toxic", 0.34, facing(10.06, 2.6, 1.75, 90));
  signPlate(m, "respirator", 0.34, facing(10.06, 2.2, 1.75, 90));
  signPlate(m, "exit", 0.34, facing(12.5, 0, 2.5, 0));
  signPlate(m, "no-fire", 0.34, facing(11.3, 8, 1.9, 180));
  signPlate(m, "procedure", 0.6, facing(10.06, 4.7, 1.7, 90));
  steel(m);
  floorStripe(m, "stripes-warn", [14.1, 0.9], [14.1, 3.9], 0.09, 0.004);
  floorStripe(m, "stripes-warn", [13.2, 4.2], [13.2, 6.9], 0.09, 0.004);
  for (const y of [1.6, 4, 6.4]) {
    tubeLamp(m, clear, at(12.5, y, 3.72), 1.25);
    for (const x of [12, 13]) put(m, rod([x, y, 3.72], [x, y, 4.2], 0.006, 5), "galvanised");
    room.lights.push({
      centre: [12.5, y, 3.6],
      u: [0.6, 0, 0],
      v: [0, 0.08, 0],
      normal: [0, 0, -1],
      radiance: [21, 20, 18],
    });
  }
}

function steel(m: Model): void {
  for (const y of [2.6, 5.4]) put(m, bar([10.08, y, 4.02], [14.98, y, 4.02], iSection(0.34, 0.2, 0.014)), "steel-grey");
}

function chlorinators(m: Model): void {
  pipe(
    m,
    [
      [10.02, 3.1, 2.95],
      [10.5, 3.1, 2.95],
      [10.5, 3.1, 3.25],
      [14.75, 3.1, 3.25],
      [14.75, 3.1, 1.95],
    ],
    0.04,
    "pipe-yellow",
    0.16,
  );
  pipe(
    m,
    [
      [14.75, 3.1, 2.3],
      [14.75, 1.7, 2.3],
      [14.75, 1.7, 1.75],
    ],
    0.03,
    "pipe-yellow",
    0.12,
  );
  for (const [y, face] of [
    [1.7, "cabinet-chlorinator-1"],
    [3.1, "cabinet-chlorinator-2"],
  ] as const) {
    cabinet(m, facing(EAST - 0.02, y, 0, 270), {
      width: 0.85,
      depth: 0.5,
      height: 1.7,
      paint: "enamel",
      face,
      faceWidth: 0.55,
      faceZ: 1.32,
    });
    rotameter(m, facing(EAST - 0.545, y - 0.22, 0.78, 270));
    gauge(m, facing(EAST - 0.57, y + 0.14, 0.74, 270), "dial-vacuum", 0.07, 0.07);
  }
  for (const y of [2.4]) wallBracket(m, facing(EAST, y, 2.3, 270), 0.25, 0.03);
}

function water(m: Model): void {
  pipe(
    m,
    [
      [14.8, 0.3, 0.35],
      [14.8, 0.3, 2.6],
      [14.8, 4.5, 2.6],
      [14.8, 4.5, 0.25],
      [13.9, 4.5, 0.25],
    ],
    0.045,
    "pipe-green",
    0.16,
  );
  for (const y of [1.2, 2.4, 3.8]) wallBracket(m, facing(EAST, y, 2.6, 270), 0.2, 0.045);
  gateValve(m, 0.045, 0.22, chain(at(14.8, 4.5, 1.3), turned(90, "y"), turned(90, "x")), "pipe-green");
  handwheel(m, 0.22, chain(at(14.58, 4.5, 1.3), turned(-90, "y")), "water-blue");
  for (const y of [1.05, 2.35]) {
    put(
      m,
      lathe(
        [
          [0.02, -0.26],
          [0.045, -0.2],
          [0.02, -0.02],
          [0.018, 0.02],
          [0.035, 0.2],
          [0.035, 0.26],
        ],
        14,
      ),
      "pvc-grey",
      at(14.86, y, 1.2),
    );
    pipe(
      m,
      [
        [14.86, y, 1.4],
        [14.86, y, 2.58],
      ],
      0.02,
      "pipe-green",
    );
    pipe(
      m,
      [
        [14.86, y, 1],
        [14.86, y, 0.2],
        [14.3, y, 0.2],
      ],
      0.024,
      "pvc-grey",
      0.08,
    );
    put(
      m,
      tube(
        [
          [14.86, y + 0.02, 1.2],
          [14.8, y + 0.2, 1.22],
          [14.6, y + 0.3, 1.22],
        ],
        0.012,
        8,
        0.08,
      ),
      "pipe-yellow",
    );
  }
  pump(m, chain(at(13.7, 4.9, 0), turned(90, "z")));
  pump(m, chain(at(13.7, 6.2, 0), turned(90, "z")));
  pipe(
    m,
    [
      [13.7, 4.65, 0.7],
      [13.7, 4.65, 2.2],
      [14.8, 4.65, 2.2],
      [14.8, 4.5, 2.2],
    ],
    0.045,
    "pipe-green",
    0.14,
  );
  pipe(
    m,
    [
      [13.7, 5.95, 0.7],
      [13.7, 5.95, 2.2],
      [13.7, 4.7, 2.2],
    ],
    0.045,
    "pipe-green",
    0.14,
  );
  pipe(
    m,
    [
      [13.7, 6.55, 0.36],
      [13.7, 7.4, 0.36],
      [13.7, 7.4, 0.1],
    ],
    0.045,
    "pipe-green",
    0.14,
  );
}

function cabinets(m: Model): void {
  cabinet(m, facing(10.06, 1.6, 0, 90), {
    width: 0.8,
    depth: 0.36,
    height: 1.75,
    face: "cabinet-weigh",
    faceWidth: 0.56,
  });
  cabinet(m, facing(10.95, 0.02, 0, 0), {
    width: 0.8,
    depth: 0.36,
    height: 1.75,
    face: "cabinet-scrubber",
    faceWidth: 0.56,
  });
  cabinet(m, facing(10.7, 7.98, 0, 180), { width: 0.9, depth: 0.45, height: 1.9 });
  conduit(
    m,
    [
      [10.2, 1.6, 1.75],
      [10.2, 1.6, 3.9],
    ],
    0.016,
  );
  conduit(
    m,
    [
      [10.95, 0.1, 1.75],
      [10.95, 0.1, 3.9],
    ],
    0.016,
  );
  put(m, box(0.5, 0.3, 0.28, 0.02), "bucket", at(14.4, 7.7, 0.14));
}
