// What hangs on the outer walls: call point, switches, siren, plates and signs.
import { put } from "../../kit/model.ts";
import { box, lathe } from "../../kit/shape.ts";
import { signPlate } from "../../kit/sign-plates.ts";
import { at, chain, facing, turned } from "../../kit/space.ts";
import { moving, type Room } from "../../kit/stage.ts";
import { rod } from "../../kit/sweep.ts";
import { switchKnob } from "../../parts/cabinet.ts";
import { callPoint, camera, gasHead, sirenHorn, sirenLamp } from "../../parts/instruments.ts";
import { eyewash, hoseCoil } from "../../parts/safety.ts";
import { ANCHORS, TURNINGS } from "../chlorine-station-anchors.ts";

export function westWall(room: Room): void {
  const m = room.model;
  const wall = -0.12;
  callPoint(m, facing(...ANCHORS["alarm-button"].at, 270));
  signPlate(m, "call-point", 0.28, facing(wall, 2.6, 1.85, 270));
  put(m, box(0.09, 0.86, 0.62, 0.015), "enamel", at(wall - 0.045, 5.65, 1.4));
  put(m, box(0.12, 0.94, 0.03, 0.008), "enamel", at(wall - 0.06, 5.65, 1.74));
  for (const [id, tag] of [
    ["fan-switch", "tag-fan"],
    ["scrubber-switch", "tag-scrubber"],
  ] as const) {
    const { node, pivot } = TURNINGS[id];
    const face = wall - 0.09;
    signPlate(m, tag, 0.26, facing(face, pivot[1], 1.6, 270));
    signPlate(m, "tag-shut", 0.085, facing(face, pivot[1] + 0.13, 1.46, 270));
    signPlate(m, "tag-open", 0.085, facing(face, pivot[1] - 0.13, 1.46, 270));
    put(
      m,
      lathe(
        [
          [0.075, 0],
          [0.075, 0.008],
          [0.05, 0.01],
        ],
        24,
      ),
      "galvanised",
      chain(at(face, pivot[1], 1.4), turned(-90, "y")),
    );
    switchKnob(moving(room, node, pivot), chain(at(pivot[0], pivot[1], pivot[2]), turned(-90, "z"), turned(90, "x")));
  }
  put(m, rod([wall - 0.03, 5.65, 1.75], [wall - 0.03, 5.65, 4.4], 0.016, 8), "galvanised");
  sirenHorn(m, facing(-0.18, 4, 3.06, 270));
  sirenLamp(moving(room, "dyn_siren", ANCHORS.siren.at), at(-0.2, 4.1, 3.1));
  put(m, box(0.14, 0.18, 0.03, 0.006), "frame-dark", at(-0.19, 4.1, 3.085));
  signPlate(m, "plate-chlorine-room", 1.7, facing(wall, 4, 3.62, 270));
  signPlate(m, "plate-major-hazard", 1.3, facing(wall, 6.9, 2.75, 270));
  for (const [id, y] of [
    ["toxic", 7.55],
    ["respirator", 7.12],
    ["suit", 6.69],
    ["no-fire", 6.26],
  ] as const) {
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
