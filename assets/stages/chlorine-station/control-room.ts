// The control room: the wall panel, the desk, the alarm button, and the racks of suits and breathing sets.
import { type Model, put } from "../../kit/model.ts";
import { box, panel } from "../../kit/shape.ts";
import { label, signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { moving, type Room } from "../../kit/stage.ts";
import { cabinet } from "../../parts/cabinet.ts";
import {
  binder,
  chair,
  desk,
  keyboardAndMouse,
  panelLamp,
  plant,
  screenStand,
  telephone,
} from "../../parts/furniture.ts";
import { callPoint, camera } from "../../parts/instruments.ts";
import { breathingSet, hangingSuit, hookRack } from "../../parts/protection.ts";
import { extinguisher } from "../../parts/safety.ts";
import { ANCHORS, SCREENS } from "../chlorine-station-anchors.ts";

const CEILING = 2.9;

export function controlRoom(room: Room, clear: Model): void {
  const m = room.model;
  wallPanel(room);
  workplace(room);
  racks(m);
  reportCorner(m);
  callPoint(m, facing(...ANCHORS["alarm-button-control"].at, 270));
  signPlate(m, "call-point", 0.26, facing(-9, 12, 1.78, 270));
  signPlate(m, "site-map", 1.35, facing(-10.1, 16, 1.6, 180));
  signPlate(m, "exit", 0.34, facing(-10.5, 10, 2.4, 0));
  signPlate(m, "whiteboard", 1.2, facing(-9, 10.9, 1.6, 270));
  signPlate(m, "procedure", 0.55, facing(-11.55, 10, 1.6, 0));
  plant(m, at(-9.35, 15.6, 0));
  plant(m, at(-15.65, 10.4, 0));
  extinguisher(m, facing(-9.3, 10.3, 0.02, 270));
  camera(m, facing(-9.05, 15.7, 2.65, 235));
  ceiling(room, clear);
}

function wallPanel(room: Room): void {
  const m = room.model;
  const { centre, node, widthM, heightM } = SCREENS["control-panel"];
  const [x, y, z] = centre;
  put(m, box(2.4, 0.1, 1.2, 0.02), "frame-dark", at(x, y + 0.055, z));
  put(m, box(2.4, 0.09, 0.9, 0.01), "cabinet-grey", at(x, y + 0.055, 0.5));
  put(m, box(2.44, 0.16, 0.06, 0.015), "frame-dark", at(x, y + 0.02, 0.97));
  for (let i = 0; i < 4; i++)
    put(m, box(0.55, 0.012, 0.76, 0.006), "cabinet-grey", at(x - 0.88 + i * 0.587, y + 0.006, 0.5));
  const [w, h] = [widthM / 2, heightM / 2];
  const face = panel([x - w, y, z - h], [x + w, y, z - h], [x + w, y, z + h], [x - w, y, z + h]);
  put(moving(room, node, centre, true), face, { plain: "screen" }, undefined, { shadowless: true });
}

function workplace(room: Room): void {
  const m = room.model;
  desk(m, at(-12, 14.45, 0), 2.6, 0.8);
  const { centre, node, widthM, heightM } = SCREENS["desk-screens"];
  const screens = moving(room, node, centre, true);
  for (const s of [-1, 1]) {
    const x = centre[0] + s * 0.31;
    screenStand(m, at(x, centre[1], 0.76), 0.56, heightM);
    const half = widthM / 4 - 0.01;
    const face = panel(
      [x - half, centre[1], 0.875],
      [x + half, centre[1], 0.875],
      [x + half, centre[1], 0.875 + heightM],
      [x - half, centre[1], 0.875 + heightM],
    );
    const uvs = face.uvs?.map(([u, v]) => [(u + (s + 1) / 2) / 2, v] as const) ?? [];
    put(screens, { ...face, uvs }, { plain: "screen" }, undefined, { shadowless: true });
    keyboardAndMouse(m, at(x - 0.05, 14.24, 0.76));
  }
  telephone(m, facing(ANCHORS.phone.at[0], ANCHORS.phone.at[1], 0.76, 180));
  signPlate(m, "tag-phone", 0.22, facing(-11.2, 14.83, 0.86, 180));
  chair(m, chain(at(-12.5, 13.6, 0), turned(8, "z")));
  chair(m, chain(at(-11.4, 13.5, 0), turned(-24, "z")));
  binder(m, at(-13.2, 14.7, 0.76), 4);
  put(m, box(0.09, 0.09, 0.1, 0.02), "white", at(-11.62, 14.3, 0.81));
}

function racks(m: Model): void {
  const [sx, sy] = ANCHORS["suit-rack"].at;
  const suits = facing(-16, sy, 1.2, 90);
  signPlate(m, "plate-suits", 0.9, facing(sx - 0.499, sy, 2.45, 90));
  for (const [i, hook] of hookRack(m, suits, 1.7, 4, 0.55).entries())
    hangingSuit(m, hook, i % 2 ? "suit-yellow" : "suit-orange");
  const sets = facing(-16, ANCHORS["scba-rack"].at[1], 1.2, 90);
  for (const hook of hookRack(m, sets, 1.5, 4, 0.42)) breathingSet(m, hook);
  put(m, box(0.44, 1.5, 0.04, 0.006), "panel-grey", at(-15.76, 14, 0.42));
  for (const y of [13.5, 14, 14.5]) put(m, box(0.32, 0.3, 0.2, 0.02), "deep-blue", at(-15.78, y, 0.54));
  signPlate(m, "plate-scba", 0.9, facing(-16, 14, 2.45, 90));
}

function reportCorner(m: Model): void {
  const [x, y] = ANCHORS["report-desk"].at;
  cabinet(m, facing(x, y + 0.3, 0, 180), { width: 0.85, depth: 0.5, height: 0.9, paint: "desk-edge" });
  put(m, box(0.92, 0.58, 0.03, 0.008), "desk-wood", at(x, y + 0.05, 0.915));
  for (const [dx, spin] of [
    [-0.18, 6],
    [0.16, -9],
  ] as const)
    label(m, "form", 0.21, chain(at(x + dx, y - 0.03, 0.931), turned(spin, "z"), turned(-90, "x")));
  put(m, box(0.38, 0.3, 0.2, 0.02), "cabinet-grey", at(x + 0.22, y + 0.2, 1.03));
  put(m, box(0.24, 0.06, 0.01, 0.002), "black", at(x + 0.22, y + 0.05, 1.06));
  cabinet(m, facing(-15.2, 15.98, 0, 180), { width: 0.9, depth: 0.42, height: 1.9 });
}

function ceiling(room: Room, clear: Model): void {
  const m = room.model;
  for (let x = -15.4; x < -9.1; x += 0.6)
    put(m, box(0.022, 5.98, 0.008, 0), "white", at(x, 13, CEILING - 0.003), { detail: 0.3, shadowless: true });
  for (let y = 10.6; y < 15.9; y += 0.6)
    put(m, box(6.98, 0.022, 0.008, 0), "white", at(-12.5, y, CEILING - 0.004), { detail: 0.3, shadowless: true });
  for (const x of [-14.5, -12.1, -9.7 - 0.6]) {
    for (const y of [11.5, 14.5]) {
      panelLamp(m, clear, at(x, y, CEILING), 1.15, 0.56);
      room.lights.push({
        centre: [x, y, CEILING - 0.05],
        u: [0.57, 0, 0],
        v: [0, 0.28, 0],
        normal: [0, 0, -1],
        radiance: [4.2, 4.05, 3.75],
      });
    }
  }
}
