// The liquid-chlorine store: three ton containers on the header, the broken connector, the hoist and the alkali pool.

import { type Model, put } from "../../kit/model.ts";
import { box } from "../../kit/shape.ts";
import { floorMark, floorStripe, signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned, type V3 } from "../../kit/space.ts";
import { moving, type Room } from "../../kit/stage.ts";
import { bar, bent, flat, iSection, rod } from "../../kit/sweep.ts";
import { conduit } from "../../parts/cabinet.ts";
import { cradle, pigtail, tornEnd } from "../../parts/connector.ts";
import { tonContainer } from "../../parts/container.ts";
import { lowExtract } from "../../parts/extract.ts";
import { tubeLamp } from "../../parts/furniture.ts";
import { pendant, runway, trolley } from "../../parts/hoist.ts";
import { camera, gasHead, gauge } from "../../parts/instruments.ts";
import { blindFlange, flowLabel, pipe, pipePost } from "../../parts/pipework.ts";
import { extinguisher } from "../../parts/safety.ts";
import { angleValve, flange, gateValve, handwheel } from "../../parts/valve.ts";
import { piece } from "../../parts/wall.ts";
import { ANCHORS, SLIDINGS, TURNINGS } from "../chlorine-station-anchors.ts";
import { alkaliPool } from "./alkali-pool.ts";

const CONTAINER_X = [2.5, 4.4, 6.3] as const;

const HEADER = { y: 3.4, z: 1.5, r: 0.05 } as const;

export function chlorineRoom(room: Room, clear: Model): void {
  steelwork(room.model);
  containers(room);
  header(room);
  hoist(room);
  alkaliPool(room.model, clear);
  watching(room.model);
  lamps(room, clear);
  markings(room.model);
}

function steelwork(m: Model): void {
  for (const x of [0.16, 5, 9.78]) {
    for (const y of [0.14, 7.86]) {
      if (x === 5 || y > 1) put(m, bar([x, y, 0.02], [x, y, 3.88], iSection(0.24, 0.2)), "steel-grey");
      if (x === 5 || y > 1) put(m, box(0.34, 0.34, 0.03, 0.006), "steel-grey", at(x, y, 0.015));
    }
    put(m, bar([x, 0.02, 4.02], [x, 7.98, 4.02], iSection(0.34, 0.2, 0.014)), "steel-grey");
  }
  for (const y of [2, 4, 6]) put(m, bar([0.02, y, 4.12], [9.92, y, 4.12], iSection(0.14, 0.1, 0.009)), "steel-grey");
}

function containers(room: Room): void {
  CONTAINER_X.forEach((x, i) => {
    const id = (["container-1", "container-2", "container-3"] as const)[i] ?? "container-1";
    tonContainer(moving(room, TURNINGS[id].node, TURNINGS[id].pivot), at(x, 5.4, 0.62), `tag-${i + 1}`);
    cradle(room.model, at(x, 5.4, 0), 0.62);
    signPlate(room.model, `tag-${i + 1}`, 0.24, facing(x - 0.3, 4.18, 0.86, 180));
    const wheel = (["valve-1", "valve-2", "valve-3"] as const)[i] ?? "valve-1";
    handwheel(
      moving(room, TURNINGS[wheel].node, TURNINGS[wheel].pivot),
      0.26,
      chain(at(x, 3.95, 0.95), turned(90, "x")),
    );
    angleValve(room.model, 0.24, at(x, 4.2, 0.95));
    connector(room.model, x, i === 1);
  });
  for (const x of [1.5, 3.45, 5.35, 7.3]) {
    put(room.model, bar([x, 4.24, 0], [x, 4.24, 0.9], flat(0.06, 0.06)), "deep-blue");
    put(room.model, box(0.18, 0.18, 0.014, 0.003), "deep-blue", at(x, 4.24, 0.007));
  }
  put(room.model, bar([1.4, 4.24, 0.9], [7.4, 4.24, 0.9], flat(0.05, 0.05)), "deep-blue");
}

/** Container valve to angle valve, angle valve to header; the second one has let go. */
function connector(m: Model, x: number, torn: boolean): void {
  const outlet: V3 = [x + 0.09, 4.43, 0.78];
  const inlet: V3 = [x, 4.2, 0.85];
  pigtail(m, [
    [x, 4.2, 1.05],
    [x, 4.18, 1.3],
    [x + 0.18, 3.95, 1.42],
    [x + 0.24, 3.6, 1.3],
    [x + 0.2, HEADER.y, 1.36],
    [x + 0.2, HEADER.y, 1.44],
  ]);
  if (!torn) {
    pigtail(m, [outlet, [x + 0.22, 4.4, 0.78], [x + 0.3, 4.26, 0.7], [x + 0.14, 4.16, 0.62], [x, 4.19, 0.72], inlet]);
    return;
  }
  pigtail(m, [inlet, [x, 4.2, 0.74], [x - 0.05, 4.17, 0.66], [x - 0.14, 4.12, 0.6]]);
  tornEnd(
    m,
    bent(
      [
        [x - 0.1, 4.145, 0.63],
        [x - 0.17, 4.1, 0.575],
        [x - 0.22, 4.06, 0.5],
      ],
      0.05,
      4,
    ),
  );
  pigtail(m, [outlet, [x + 0.16, 4.42, 0.78], [x + 0.15, 4.36, 0.785]]);
  tornEnd(
    m,
    bent(
      [
        [x + 0.15, 4.37, 0.785],
        [x + 0.1, 4.31, 0.79],
        [x, 4.25, 0.8],
      ],
      0.06,
      5,
    ),
  );
}

function header(room: Room): void {
  const m = room.model;
  const { y, z, r } = HEADER;
  pipe(
    m,
    [
      [1.1, y, z],
      [8.95, y, z],
      [8.95, y, 2.95],
      [8.95, 3.1, 2.95],
      [9.98, 3.1, 2.95],
    ],
    r,
    "pipe-yellow",
    0.2,
  );
  blindFlange(m, [1.1, y, z], [-1, 0, 0], r, "pipe-yellow");
  for (const x of [1.35, 3.45, 5.35, 7.3]) pipePost(m, x, y, z, r);
  for (const x of [2.95, 6.75]) flange(m, r, "pipe-yellow", chain(at(x, y, z), turned(90, "y")));
  for (const x of CONTAINER_X) {
    put(m, rod([x + 0.2, y, z - 0.12], [x + 0.2, y, z], 0.02, 10), "pipe-yellow");
    flowLabel(m, "flow-chlorine", x + 0.65, y, z, r);
  }
  gateValve(m, r, 0.3, chain(at(8.4, y, z), turned(180, "z")));
  const { node, pivot } = TURNINGS["main-valve"];
  handwheel(moving(room, node, pivot), 0.32, chain(at(...pivot), turned(-90, "x")));
  signPlate(m, "tag-main", 0.3, facing(8.4, y + 0.1, z - 0.34, 0));
  put(m, rod([8.4, y + 0.06, z - 0.28], [8.4, y + 0.06, z - 0.05], 0.006, 6), "galvanised");
  gauge(m, facing(7.75, y, z + r, 0), "dial-pressure", 0.22, 0.085);
  gauge(m, facing(5.9, y, z + r, 180), "dial-pressure", 0.2, 0.075);
  moving(room, "dyn_leak-2", ANCHORS["leak-2"].at);
}

function hoist(room: Room): void {
  runway(room.model, 1, 9.2, 5.4, 3.6, [1.3, 5, 8.9], 3.86);
  const { node, pivot } = SLIDINGS.hoist;
  trolley(moving(room, node, pivot), at(...pivot), 1.15);
  pendant(room.model, facing(7.4, 4, 1.3, 180), 3.5);
  put(room.model, bar([7.4, 4.3, 3.48], [7.4, 5.4, 3.48], flat(0.05, 0.05)), "safety-yellow");
}

function watching(m: Model): void {
  gasHead(m, facing(...ANCHORS["gas-head-1"].at, 270), true);
  gasHead(m, facing(...ANCHORS["gas-head-2"].at, 270), true);
  lowExtract(m, facing(3.9, 8, 0, 180), 6, [-2.3, -0.9, 0.5, 1.9]);
  put(m, box(0.5, 0.36, 0.42, 0.012), "galvanised", at(6.95, 7.82, 0.36));
  camera(m, facing(9.9, 7.6, 3.3, 235));
  camera(m, facing(0.04, 0.5, 3.3, 60));
  for (const x of [0.55, 0.8]) extinguisher(m, facing(x, 0.28, 0.06, 0));
  piece(m, [0.4, 0.14, 0], [0.98, 0.42, 0.06], "safety-red", 0.01);
  signPlate(m, "extinguisher", 0.26, facing(0.68, 0, 1.2, 0));
  piece(m, [0.32, 6.7, 0.04], [0.86, 7.5, 0.5], "safety-yellow", 0.02);
  piece(m, [0.34, 6.72, 0.5], [0.84, 7.48, 0.56], "safety-yellow", 0.015);
  conduit(m, [
    [3.4, 2.65, 0.75],
    [3.4, 2.65, 0.75],
    [3.4, 2.65, 0.76],
  ]);
  conduit(
    m,
    [
      [0.02, 6.2, 2.6],
      [0.02, 7.9, 2.6],
    ],
    0.014,
  );
  conduit(
    m,
    [
      [0.3, 7.97, 2.3],
      [9.9, 7.97, 2.3],
    ],
    0.014,
  );
  put(m, box(0.5, 0.12, 0.06, 0.01), "galvanised", at(5, 7.95, 2.32));
}

function lamps(room: Room, clear: Model): void {
  for (const x of [1.8, 4.4, 7]) {
    for (const y of [1.9, 6.7]) {
      tubeLamp(room.model, clear, at(x, y, 3.9), 1.25);
      put(room.model, rod([x - 0.5, y, 3.9], [x - 0.5, y, 4.2], 0.006, 5), "galvanised");
      put(room.model, rod([x + 0.5, y, 3.9], [x + 0.5, y, 4.2], 0.006, 5), "galvanised");
      room.lights.push({
        centre: [x, y, 3.78],
        u: [0.6, 0, 0],
        v: [0, 0.08, 0],
        normal: [0, 0, -1],
        radiance: [20, 18.8, 16.8],
      });
    }
  }
}

function markings(m: Model): void {
  const z = 0.004;
  floorStripe(m, "stripes-warn", [1.2, 3.05], [7.2, 3.05], 0.1, z);
  floorStripe(m, "stripes-warn", [7.2, 3.6], [7.2, 6.75], 0.1, z);
  floorStripe(m, "stripes-warn", [7.2, 6.75], [1.2, 6.75], 0.1, z);
  floorStripe(m, "stripes-warn", [1.2, 6.75], [1.2, 3.05], 0.1, z);
  floorMark(m, "sample-mark", 0.5, at(5, 2, z));
  for (const [id, x] of [
    ["toxic", 0.9],
    ["no-fire", 3.95],
    ["respirator", 4.35],
    ["suit", 5.5],
    ["leak", 5.9],
    ["ventilate", 7],
  ] as const) {
    signPlate(m, id, 0.36, facing(x + 0.35, 8, 1.85, 180));
  }
  signPlate(m, "procedure", 0.62, facing(1.5, 0, 1.75, 0));
  signPlate(m, "duty", 0.6, facing(4.5, 0, 1.75, 0));
  signPlate(m, "hoist", 0.36, facing(9.94, 5.1, 1.75, 270));
  signPlate(m, "exit", 0.34, facing(0, 2.6, 2.2, 90));
  signPlate(m, "exit", 0.34, facing(9.94, 3.5, 2.5, 270));
  signPlate(m, "plate-dosing-room", 0.9, facing(9.94, 3.5, 2.85, 270));
  signPlate(m, "eyewash", 0.3, facing(9.94, 4.5, 1.75, 270));
}
