// The yard: paving, fence and gate, the tower, what hangs on the outer walls, and the means of fighting a leak.
import { type Model, put } from "../../kit/model.ts";
import { floorMark, floorStripe, signPlate } from "../../kit/sign-plates.ts";
import { block, box, lathe } from "../../kit/shape.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { moving, type Room } from "../../kit/stage.ts";
import { rod, tube } from "../../kit/sweep.ts";
import { cabinet, callPoint, camera, gasHead, sirenHorn, sirenLamp, switchKnob } from "../../parts/instruments.ts";
import { deconShower, eyewash, hoseCoil, monitorBase, monitorHead } from "../../parts/safety.ts";
import { duct, fan, pump, roundTank, stack, stackFrame, tower } from "../../parts/scrubber.ts";
import { flange, gateValve, handwheel } from "../../parts/valve.ts";
import { piece, slab } from "../../parts/wall.ts";
import * as yardware from "../../parts/yard.ts";
import { ANCHORS, CURTAIN, TURNINGS } from "../chlorine-station-anchors.ts";

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

const APRON = [-13, -6.5, 22, 14] as const;
const ROAD = [-34, 7, -13, 13] as const;

function ground(m: Model): void {
  slab(m, ROAD, 0, { surface: "asphalt", colour: "#8b8e90" }, { detail: 0.5 });
  slab(m, [22, 2, 40, 7], 0, { surface: "asphalt", colour: "#8b8e90" }, { detail: 0.3 });
  slab(m, APRON, 0, concrete("#b4b2a8"), { holes: [[0, 0, 15, 8], [-13, 10, -9, 14]], detail: 0.75, cell: 8 });
  slab(m, [-16, 8.8, -13, 10], 0, concrete("#b4b2a8"), { detail: 0.6 });
  slab(m, [-29, 15, -21, 22], 0, concrete("#b4b2a8"), { detail: 0.4 });
  const holes = [ROAD, APRON, [22, 2, 40, 7], [-16, 10, -9, 16], [-16, 8.8, -13, 10], [-29, 15, -21, 22], [24.6, -18, 30.4, -15.4]] as const;
  slab(m, [-34, -26, 40, 32], -0.01, { surface: "grass", colour: "#b9c08c" }, { holes, detail: 0.3, cell: 12 });
  const kerb = (x0: number, y0: number, x1: number, y1: number): void => piece(m, [x0, y0, -0.02], [x1, y1, 0.1], concrete("#c3c1b8"), 0.01, 0.3);
  kerb(-34, 6.85, -13, 7);
  kerb(-34, 13, -16, 13.15);
  kerb(-13, -6.65, 22, -6.5);
  kerb(22, -6.5, 22.15, 2);
  kerb(22, 7, 22.15, 14);
  kerb(-9, 14, 22, 14.15);
  kerb(-13.15, -6.65, -13, 7);
  for (let x = -32; x < -14; x += 3) floorLine(m, x, 9.94, x + 1.5, 10.06, "stripe-white");
  floorLine(m, -33, 7.25, -13, 7.35, "stripe-yellow");
  floorLine(m, -33, 12.65, -16, 12.75, "stripe-yellow");
  floorMark(m, "road-mark", 4.2, chain(at(-19, 8.6, 0.012), turned(0, "z")));
  floorMark(m, "sample-mark", 0.5, chain(at(-1.5, 4, 0.006), turned(-90, "z")));
  for (const y of [2.6, 5.4]) floorStripe(m, "stripes-warn", [-2.6, y], [-0.2, y], 0.12, 0.006);
  floorStripe(m, "stripes-warn", [-2.6, 2.6], [-2.6, 5.4], 0.12, 0.006);
  floorStripe(m, "stripes-danger", [-6.5, 6.2], [-6.5, 9.8], 0.14, 0.006);
  for (const [x, y] of [[-3.5, 9], [-4, -5], [18.5, 9]] as const) drain(m, x, y);
}

function floorLine(m: Model, x0: number, y0: number, x1: number, y1: number, paint: "stripe-white" | "stripe-yellow"): void {
  put(m, block(x1 - x0, y1 - y0, 0.006), paint, at((x0 + x1) / 2, (y0 + y1) / 2, 0.004), { shadowless: true, detail: 0.4 });
}

function drain(m: Model, x: number, y: number): void {
  put(m, box(0.6, 0.4, 0.02, 0.004), "soot", at(x, y, 0.004));
  for (let i = 0; i < 9; i++) put(m, box(0.03, 0.36, 0.02, 0.003), "steel-dark", at(x - 0.25 + i * 0.062, y, 0.008));
}

function boundary(room: Room): void {
  const m = room.model;
  yardware.fence(m, [-34, 6.2], [-34, -26]);
  yardware.fence(m, [-34, -26], [40, -26]);
  yardware.fence(m, [40, -26], [40, 32]);
  yardware.fence(m, [40, 32], [-34, 32]);
  yardware.fence(m, [-34, 32], [-34, 13.8]);
  yardware.gatePillar(m, -34, 6, undefined);
  yardware.gatePillar(m, -34, 14, "plate-works");
  yardware.barrierPost(m, at(-34.06, 6.62, 0));
  const { node, pivot } = TURNINGS["barrier-gate"];
  yardware.barrierArm(moving(room, node, pivot), at(...pivot), 6.3);
  yardware.barrierRest(m, at(-34, 13.15, 0));
  piece(m, [-33.6, 14.6, 0], [-30.8, 17.2, 2.7], { surface: "plaster", colour: "#e3dfd3" }, 0.02, 0.4);
  piece(m, [-33.9, 14.3, 2.7], [-30.5, 17.5, 2.86], concrete("#9c9d97"), 0.02, 0.4);
  piece(m, [-33.64, 14.9, 1], [-33.58, 16.9, 2.1], "visor", 0, 0.3);
  piece(m, [-33, 14.56, 1], [-31.4, 14.61, 2.1], "visor", 0, 0.3);
}

function westWall(room: Room): void {
  const m = room.model;
  const wall = -0.12;
  callPoint(m, facing(...ANCHORS["alarm-button"].at, 270));
  signPlate(m, "call-point", 0.28, facing(wall, 2.6, 1.85, 270));
  put(m, box(0.09, 0.86, 0.62, 0.015), "enamel", at(wall - 0.045, 5.65, 1.4));
  put(m, box(0.12, 0.94, 0.03, 0.008), "enamel", at(wall - 0.06, 5.65, 1.74));
  for (const [id, tag] of [["fan-switch", "tag-fan"], ["scrubber-switch", "tag-scrubber"]] as const) {
    const { node, pivot } = TURNINGS[id];
    const face = wall - 0.09;
    signPlate(m, tag, 0.26, facing(face, pivot[1], 1.6, 270));
    signPlate(m, "tag-shut", 0.085, facing(face, pivot[1] + 0.13, 1.46, 270));
    signPlate(m, "tag-open", 0.085, facing(face, pivot[1] - 0.13, 1.46, 270));
    put(m, lathe([[0.075, 0], [0.075, 0.008], [0.05, 0.01]], 24), "galvanised", chain(at(face, pivot[1], 1.4), turned(-90, "y")));
    switchKnob(moving(room, node, pivot), chain(at(pivot[0], pivot[1], pivot[2]), turned(-90, "z"), turned(90, "x")));
  }
  put(m, rod([wall - 0.03, 5.65, 1.75], [wall - 0.03, 5.65, 4.4], 0.016, 8), "galvanised");
  sirenHorn(m, facing(-0.18, 4, 3.06, 270));
  sirenLamp(moving(room, "dyn_siren", ANCHORS.siren.at), at(-0.2, 4.1, 3.1));
  put(m, box(0.14, 0.18, 0.03, 0.006), "frame-dark", at(-0.19, 4.1, 3.085));
  signPlate(m, "plate-chlorine-room", 1.7, facing(wall, 4, 3.62, 270));
  signPlate(m, "plate-major-hazard", 1.3, facing(wall, 6.9, 2.75, 270));
  for (const [id, y] of [["toxic", 7.55], ["respirator", 7.12], ["suit", 6.69], ["no-fire", 6.26]] as const) {
    signPlate(m, id, 0.38, facing(wall, y, 1.95, 270));
  }
  signPlate(m, "procedure", 0.5, facing(wall, 1.9, 1.7, 270));
  gasHead(m, facing(...ANCHORS["gas-head-yard"].at, 270), false);
  camera(m, facing(wall, 0.5, 3.7, 290));
  hoseCoil(m, facing(wall, 0.62, 1.2, 270));
  eyewash(m, facing(-0.5, 7.75, 0, 270));
  signPlate(m, "plate-dosing-room", 1.1, facing(12.5, wall, 2.95, 180));
  signPlate(m, "toxic", 0.36, facing(11.3, wall, 1.75, 180));
  signPlate(m, "no-entry", 0.36, facing(10.85, wall, 1.75, 180));
}

function absorption(m: Model): void {
  const [x, y] = ANCHORS.scrubber.at;
  tower(m, facing(x, y, 0, 0));
  duct(m, [[x - 0.05, 8, 0.36], [x - 0.05, 8.95, 0.36], [x - 0.05, 9.2, 1.05]], 0.2, "frp-green", 0.3);
  duct(m, [[x, y, 4.55], [x, y, 5.2], [8.6, y, 5.2], [8.6, y, 2.2]], 0.2, "frp-green", 0.35);
  fan(m, chain(at(8.33, y, 0), turned(0, "z")));
  stack(m, at(8.6, y, 0), 5.2, 9, 0.22);
  stackFrame(m, at(8.6, y, 0.2), 7.2);
  pump(m, chain(at(5.5, 11.6, 0.2), turned(0, "z")), "deep-blue");
  put(m, tube([[5.25, 11.6, 0.9], [5.25, 11.6, 1.5], [5.25, 10.5, 1.5], [5.25, 10.5, 3.8], [6.45, 10.5, 3.8]], 0.045, 12, 0.2), "pipe-purple");
  put(m, tube([[5.9, 11.6, 0.56], [6.3, 11.2, 0.5], [6.5, 10.9, 0.5]], 0.05, 12, 0.2), "pipe-purple");
  cabinet(m, facing(9.6, 9, 0.2, 0), { width: 0.7, depth: 0.35, height: 1.5, face: "cabinet-scrubber", faceWidth: 0.5 });
  signPlate(m, "corrosive", 0.36, facing(5.9, 11.86, 1.0, 0));
  for (const [bx, by] of [[4.9, 12.4], [6.7, 12.4], [8.5, 12.4], [10, 12.4]] as const) yardware.bollard(m, at(bx, by, 0));
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
  put(m, tube([[-3, 10.5, 0.5], [-3, 10.5, 0.62], [-2.55, 10.5, 0.62], [-2.55, 10.5, -0.05]], 0.06, 16, 0.16), "hydrant-red");
  flange(m, 0.06, "hydrant-red", at(-3, 10.5, 0.25));
  gateValve(m, 0.06, 0.36, chain(at(-3, 10.5, 0.62), turned(-90, "x")), "hydrant-red");
  handwheel(moving(room, valve.node, valve.pivot), 0.34, at(...valve.pivot));
  yardware.postedSign(m, "plate-curtain-valve", 0.8, facing(-3.6, 10.9, 0, 225), 1.5);
  yardware.curtainPipe(m, at(CURTAIN.x, CURTAIN.fromY, 0), CURTAIN.toY - CURTAIN.fromY, CURTAIN.nozzles, CURTAIN.nozzleHeightM);
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
  for (const [cx, cy] of [[-6.5, 6], [-6.5, 7.3], [-6.5, 8.7], [-6.5, 10]] as const) yardware.cone(m, at(cx, cy, 0));
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
  for (const [x, y, heading] of [[-13.4, -2, 90], [-20, 6.4, 0], [-9, 17, 180], [14, 14.6, 180], [23, -4, 270]] as const) {
    yardware.lampPost(m, clear, facing(x, y, 0, heading));
  }
  piece(m, [24.6, -15.4, -0.02], [30.4, -15.1, 0.15], concrete("#b5b3aa"), 0.01, 0.3);
  piece(m, [24.6, -18.3, -0.02], [30.4, -18, 0.15], concrete("#b5b3aa"), 0.01, 0.3);
  slab(m, [24.6, -18, 30.4, -15.4], -0.6, "soil", { detail: 0.4 });
  for (const y of [-17.4, -16.6]) put(m, rod([24.6, y, -0.35], [30.4, y, -0.35], 0.2, 16), "pipe-green", undefined, { detail: 0.5 });
  for (const [x, y] of [[24.2, -14.8], [27.5, -14.8], [30.8, -14.8], [30.8, -18.6], [24.2, -18.6]] as const) yardware.cone(m, at(x, y, 0));
}
