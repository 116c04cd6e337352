// The yard: paving, fence and gate, the tower, what hangs on the outer walls, and the means of fighting a leak.

import { type Model, put } from "../../kit/model.ts";
import { box } from "../../kit/shape.ts";
import { signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { moving, type Room } from "../../kit/stage.ts";
import { rod, tube } from "../../kit/sweep.ts";
import { cabinet } from "../../parts/cabinet.ts";
import { deconShower } from "../../parts/decon-shower.ts";
import { fan, pump } from "../../parts/extract.ts";
import * as boundaryware from "../../parts/fence.ts";
import { monitorBase, monitorHead } from "../../parts/monitor.ts";
import { duct, stack, stackFrame, tower } from "../../parts/scrubber.ts";
import { roundTank } from "../../parts/tank.ts";
import { flange, gateValve, handwheel } from "../../parts/valve.ts";
import { piece, slab } from "../../parts/wall.ts";
import * as yardware from "../../parts/yard.ts";
import { ANCHORS, CURTAIN, TURNINGS } from "../chlorine-station-anchors.ts";
import { ground } from "./ground.ts";
import { westWall } from "./west-wall.ts";

const concrete = (colour: string) => ({ surface: "concrete", colour }) as const;

export function yard(room: Room, clear: Model): void {
  const m = room.model;
  ground(m);
  boundary(room);
  westWall(room);
  absorption(m);
  fighting(room);
  gathering(m);
  works(m, clear);
}

function boundary(room: Room): void {
  const m = room.model;
  boundaryware.fence(m, [-34, 6.2], [-34, -26]);
  boundaryware.fence(m, [-34, -26], [40, -26]);
  boundaryware.fence(m, [40, -26], [40, 32]);
  boundaryware.fence(m, [40, 32], [-34, 32]);
  boundaryware.fence(m, [-34, 32], [-34, 13.8]);
  boundaryware.gatePillar(m, -34, 6, undefined);
  boundaryware.gatePillar(m, -34, 14, "plate-works");
  boundaryware.barrierPost(m, at(-34.06, 6.62, 0));
  const { node, pivot } = TURNINGS["barrier-gate"];
  boundaryware.barrierArm(moving(room, node, pivot), at(...pivot), 6.3);
  boundaryware.barrierRest(m, at(-34, 13.15, 0));
  piece(m, [-33.6, 14.6, 0], [-30.8, 17.2, 2.7], { surface: "plaster", colour: "#e3dfd3" }, 0.02, 0.4);
  piece(m, [-33.9, 14.3, 2.7], [-30.5, 17.5, 2.86], concrete("#9c9d97"), 0.02, 0.4);
  piece(m, [-33.64, 14.9, 1], [-33.58, 16.9, 2.1], "visor", 0, 0.3);
  piece(m, [-33, 14.56, 1], [-31.4, 14.61, 2.1], "visor", 0, 0.3);
}

function absorption(m: Model): void {
  const [x, y] = ANCHORS.scrubber.at;
  tower(m, facing(x, y, 0, 0));
  duct(
    m,
    [
      [x - 0.05, 8, 0.36],
      [x - 0.05, 8.95, 0.36],
      [x - 0.05, 9.2, 1.05],
    ],
    0.2,
    "frp-green",
    0.3,
  );
  duct(
    m,
    [
      [x, y, 4.55],
      [x, y, 5.2],
      [8.6, y, 5.2],
      [8.6, y, 2.2],
    ],
    0.2,
    "frp-green",
    0.35,
  );
  fan(m, chain(at(8.33, y, 0), turned(0, "z")));
  stack(m, at(8.6, y, 0), 5.2, 9, 0.22);
  stackFrame(m, at(8.6, y, 0.2), 7.2);
  pump(m, chain(at(5.5, 11.6, 0.2), turned(0, "z")), "deep-blue");
  put(
    m,
    tube(
      [
        [5.25, 11.6, 0.9],
        [5.25, 11.6, 1.5],
        [5.25, 10.5, 1.5],
        [5.25, 10.5, 3.8],
        [6.45, 10.5, 3.8],
      ],
      0.045,
      12,
      0.2,
    ),
    "pipe-purple",
  );
  put(
    m,
    tube(
      [
        [5.9, 11.6, 0.56],
        [6.3, 11.2, 0.5],
        [6.5, 10.9, 0.5],
      ],
      0.05,
      12,
      0.2,
    ),
    "pipe-purple",
  );
  cabinet(m, facing(9.6, 9, 0.2, 0), {
    width: 0.7,
    depth: 0.35,
    height: 1.5,
    face: "cabinet-scrubber",
    faceWidth: 0.5,
  });
  signPlate(m, "corrosive", 0.36, facing(5.9, 11.86, 1.0, 0));
  for (const [bx, by] of [
    [4.9, 12.4],
    [6.7, 12.4],
    [8.5, 12.4],
    [10, 12.4],
  ] as const)
    yardware.bollard(m, at(bx, by, 0));
}

function fighting(room: Room): void {
  const m = room.model;
  const monitor = TURNINGS["monitor-1"];
  monitorBase(m, at(-5, -3, 0));
  monitorHead(moving(room, monitor.node, monitor.pivot), at(...monitor.pivot));
  yardware.postedSign(m, "hydrant", 0.42, facing(-5.9, -3.4, 0, 315), 1.6);
  const valve = TURNINGS["curtain-valve"];
  put(m, box(0.6, 0.6, 0.08, 0.01), concrete("#c3c1b8"), at(-3, 10.5, 0.04));
  put(m, rod([-3, 10.5, 0], [-3, 10.5, 0.6], 0.06, 16), "hydrant-red");
  put(
    m,
    tube(
      [
        [-3, 10.5, 0.5],
        [-3, 10.5, 0.62],
        [-2.55, 10.5, 0.62],
        [-2.55, 10.5, -0.05],
      ],
      0.06,
      16,
      0.16,
    ),
    "hydrant-red",
  );
  flange(m, 0.06, "hydrant-red", at(-3, 10.5, 0.25));
  gateValve(m, 0.06, 0.36, chain(at(-3, 10.5, 0.62), turned(-90, "x")), "hydrant-red");
  handwheel(moving(room, valve.node, valve.pivot), 0.34, at(...valve.pivot));
  yardware.postedSign(m, "plate-curtain-valve", 0.8, facing(-3.6, 10.9, 0, 225), 1.5);
  yardware.curtainPipe(
    m,
    at(CURTAIN.x, CURTAIN.fromY, 0),
    CURTAIN.toY - CURTAIN.fromY,
    CURTAIN.nozzles,
    CURTAIN.nozzleHeightM,
  );
  yardware.mast(m, at(-6, 20, 0), 5.9);
  const sock = TURNINGS["wind-sock"];
  yardware.windSock(moving(room, sock.node, sock.pivot), at(...sock.pivot));
  signPlate(m, "plate-wind-sock", 0.6, facing(-6, 19.92, 1.6, 180));
  deconShower(m, chain(at(-8, 4, 0), turned(90, "z")));
  yardware.postedSign(m, "decon", 0.5, facing(-9.9, 5.6, 0, 315), 1.7);
  const [sx, sy] = ANCHORS["sample-3"].at;
  put(m, rod([sx, sy, 0], [sx, sy, 1.2], 0.03, 10), "galvanised");
  put(m, box(0.26, 0.2, 0.26, 0.02), "white", at(sx, sy, 1.3));
  signPlate(m, "tag-sample", 0.24, facing(sx, sy - 0.102, 1.3, 180));
  for (const [cx, cy] of [
    [-6.5, 6],
    [-6.5, 7.3],
    [-6.5, 8.7],
    [-6.5, 10],
  ] as const)
    yardware.cone(m, at(cx, cy, 0));
}

function gathering(m: Model): void {
  const [x, y] = ANCHORS["assembly-point"].at;
  yardware.board(m, "headcount", 1.5, 1.136, facing(x, y, 0, 180), 1.5);
  yardware.postedSign(m, "assembly", 0.9, facing(x - 1.9, y, 0, 180), 1.8);
  yardware.postedSign(m, "plate-assembly", 1.5, facing(x + 2.3, y + 0.6, 0, 135), 2);
  yardware.bench(m, facing(x - 1, y + 2.6, 0, 180));
  yardware.bench(m, facing(x + 1.5, y + 2.6, 0, 180));
}

function works(m: Model, clear: Model): void {
  roundTank(m, clear, at(8, 23, 0), 5.2, 2.6);
  roundTank(m, clear, at(21, 24, 0), 5.2, 2.6);
  yardware.transformerHut(m, facing(30, 12, 0, 180));
  for (const [x, y, heading] of [
    [-13.4, -2, 90],
    [-20, 6.4, 0],
    [-9, 17, 180],
    [14, 14.6, 180],
    [23, -4, 270],
  ] as const) {
    yardware.lampPost(m, clear, facing(x, y, 0, heading));
  }
  piece(m, [24.6, -15.4, -0.02], [30.4, -15.1, 0.15], concrete("#b5b3aa"), 0.01, 0.3);
  piece(m, [24.6, -18.3, -0.02], [30.4, -18, 0.15], concrete("#b5b3aa"), 0.01, 0.3);
  slab(m, [24.6, -18, 30.4, -15.4], -0.6, "soil", { detail: 0.4 });
  for (const y of [-17.4, -16.6])
    put(m, rod([24.6, y, -0.35], [30.4, y, -0.35], 0.2, 16), "pipe-green", undefined, { detail: 0.5 });
  for (const [x, y] of [
    [24.2, -14.8],
    [27.5, -14.8],
    [30.8, -14.8],
    [30.8, -18.6],
    [24.2, -18.6],
  ] as const)
    yardware.cone(m, at(x, y, 0));
}
