// Proves that what is worked out anew each frame for eight people, their arms, the haze and the aim leaves hardly any garbage.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Object3D, Vector3 } from "three";
import { expect, test } from "vitest";
import { JOINTS, jointOffset } from "../../assets/people/skeleton.ts";
import type { CloudFrame, PersonFrame, StageView } from "../../sim-server/protocol/frames.ts";
import { pick, type Ray, targetsOf } from "../trainee/targets.ts";
import { openGround } from "../trainee/walk.ts";
import { hazeAt } from "./cloud-placement.ts";
import { openMotion, type Shown } from "./person-motion.ts";
import { trackBody } from "./tracked-body.ts";

const PEOPLE = 8;
const FRAMES_PER_PATCH = 7;

setFlagsFromString("--expose-gc");
const sweep = runInNewContext("gc") as () => void;

function skeleton(): Object3D {
  const root = new Object3D();
  const joints = new Map<string, Object3D>();
  for (const joint of JOINTS) {
    const made = new Object3D();
    made.name = joint.name;
    made.position.set(...jointOffset(joint));
    (joint.parent ? joints.get(joint.parent) : root)?.add(made);
    joints.set(joint.name, made);
  }
  return root;
}

const title = { zh: "", en: "" };
const STAGE: StageView = {
  title,
  model: "none",
  bounds: { x: [-20, 20], y: [-20, 20] },
  rooms: { store: { title, x: [0, 10], y: [0, 8], heightM: 4, indoor: true } },
  doors: {
    west: { title, between: ["yard", "store"], at: { x: 0, y: 4, z: 0 }, wall: "west", widthM: 1.9, heightM: 2.5 },
  },
  places: {},
  props: {
    valve: { title, kind: "valve", at: { x: 4, y: 4, z: 1 }, faces: 0, reachM: 1.6, workS: 0, actions: ["close"] },
  },
};
const CLOUD: CloudFrame = {
  rooms: { store: 0.6 },
  puffs: Array.from({ length: 20 }, (_, i) => ({ x: -i, y: 3, radiusM: 2, heightM: 1, opacity: 0.5 })),
  jets: [],
};

function openStretch(litter: (kept: Vector3[]) => void) {
  const people = Array.from({ length: PEOPLE }, () => {
    const person: PersonFrame = {
      name: "",
      position: "",
      figure: "operator-m",
      simulated: false,
      connected: true,
      x: 0,
      y: 0,
      z: 0,
      yawDeg: 0,
      pitchDeg: -10,
      hands: [0.2, 0.4, -0.4, -0.2, 0.4, -0.4],
      suit: false,
      scba: false,
      doing: "stand",
    };
    const shown: Shown = { x: 0, y: 0, z: 0, yawDeg: 0, pitchDeg: 0, speedMps: 0 };
    return { person, shown, motion: openMotion(), body: trackBody(skeleton()) };
  });
  const sight = { targets: targetsOf(STAGE), ground: openGround(STAGE), isOpen: () => true };
  const ray: Ray = { x: -3, y: 4, z: 1.6, dx: 1, dy: 0, dz: -0.1 };
  const kept: Vector3[] = [];
  let frame = 0;
  return (frames: number): void => {
    for (let i = 0; i < frames; i++) {
      frame += 1;
      const nowMs = frame * 14;
      for (const { person, shown, motion, body } of people) {
        if (frame % FRAMES_PER_PATCH === 0) {
          person.x = Math.sin(frame * 0.01);
          motion.tell(person, nowMs);
        }
        motion.show(nowMs, shown);
        body.release();
        body.follow(person, shown.pitchDeg, 0.014);
        litter(kept);
      }
      ray.dy = Math.sin(frame * 0.02) * 0.3;
      pick(ray, sight);
      hazeAt(CLOUD, STAGE, -3, 4);
    }
  };
}

/** The least a stretch of frames leaves on the heap, bytes a frame: the compiler's own work only ever adds. */
function litterPerFrame(litter: (kept: Vector3[]) => void = () => undefined): number {
  const run = openStretch(litter);
  run(4000);
  let least = Number.POSITIVE_INFINITY;
  for (let stretch = 0; stretch < 6; stretch++) {
    sweep();
    const before = process.memoryUsage().heapUsed;
    run(300);
    least = Math.min(least, (process.memoryUsage().heapUsed - before) / 300);
  }
  return least;
}

/** Numbers the engine boxes on their way through three's own functions; at 72 frames a second 0.15 MB a second. */
const MOST_BYTES = 2048;

/** Vectors a person left behind each frame, more than the compiler's late improvements could hide. */
const PLANTED = 20;
const LEAST_VECTOR_BYTES = 16;

test("a steady frame of eight people leaves no more than boxed numbers, and planted vectors are noticed", () => {
  const steady = litterPerFrame();
  const run = openStretch(() => undefined);
  run(4000);
  const fromMs = performance.now();
  run(2000);
  const workMs = (performance.now() - fromMs) / 2000;
  const planted = litterPerFrame((kept) => {
    for (let at = 0; at < PLANTED; at++) kept[at] = new Vector3(at, 2, 3);
  });
  console.log("a frame", { bytes: Math.round(steady), planted: Math.round(planted), workMs: workMs.toFixed(3) });
  expect(planted - steady).toBeGreaterThan(PEOPLE * PLANTED * LEAST_VECTOR_BYTES);
  expect(steady).toBeLessThan(MOST_BYTES);
});
