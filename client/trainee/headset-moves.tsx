// Moving in the headset: the real room is walked, the stick throws an arc to hop or turns about the head; no forced camera.
import { useFrame } from "@react-three/fiber";
import { XROrigin } from "@react-three/xr";
import { useMemo, useRef } from "react";
import {
  BufferAttribute,
  BufferGeometry,
  type Group,
  Line,
  LineBasicMaterial,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  Vector3,
} from "three";
import { DANGER, SAFE } from "../look/colours.ts";
import { headingOf } from "../scene/space.ts";
import { type Body, moveTo } from "./body.ts";
import { mayMove } from "./body-driver.tsx";
import { pointerOf } from "./headset-hands.tsx";
import { SEATED_RISE_M, useSettings } from "./settings.ts";
import { ARC_POINTS, type Landing, throwArc } from "./teleport.ts";
import type { TraineeRun } from "./trainee-run.ts";

const SNAP_RAD = Math.PI / 6;
const SMOOTH_RAD_PER_S = 1.6;

type Rig = {
  head: Vector3;
  ahead: Vector3;
  lastX: number;
  lastY: number;
  aiming: boolean;
  turned: boolean;
  begun: boolean;
};

export function HeadsetMoves({ trainee, blink }: { trainee: TraineeRun; blink: () => void }) {
  const origin = useRef<Group>(null);
  const rig = useMemo<Rig>(
    () => ({
      head: new Vector3(),
      ahead: new Vector3(),
      lastX: 0,
      lastY: 0,
      aiming: false,
      turned: false,
      begun: false,
    }),
    [],
  );
  const shown = useMemo(openArc, []);
  const landing = useRef<Landing | null>(null);
  useFrame(({ gl }, deltaS) => {
    const group = origin.current;
    if (!group) return;
    if (!gl.xr.isPresenting) {
      rig.begun = false;
      shown.hide();
      return;
    }
    const { body } = trainee;
    readHead(rig, gl.xr.getCamera().matrixWorld.elements);
    if (!rig.begun) begin(rig, group, body);
    group.position.y = body.z + (useSettings.getState().seated ? SEATED_RISE_M : 0);
    if (body.x !== rig.lastX || body.y !== rig.lastY) carry(group, body.x - rig.lastX, body.y - rig.lastY, rig);
    walkRoom(trainee, rig, group);
    turn(rig, group, Math.min(deltaS, 0.1));
    body.yawDeg = headingOf(rig.ahead.x, rig.ahead.z);
    body.pitchDeg = (Math.asin(Math.max(-1, Math.min(1, rig.ahead.y))) * 180) / Math.PI;
    body.eyeM = rig.head.y - body.z;
    body.hands = handsOf(rig.head);
    landing.current = throwing(trainee, rig, shown, landing.current, (to) => {
      blink();
      carry(group, to.x - body.x, to.y - body.y, rig);
      moveTo(body, to.x, to.y);
    });
    rig.lastX = body.x;
    rig.lastY = body.y;
  }, -30);
  return (
    <>
      <XROrigin ref={origin} />
      <primitive object={shown.line} />
      <primitive object={shown.ring} />
    </>
  );
}

function readHead(rig: Rig, elements: readonly number[]): void {
  rig.head.set(elements[12] ?? 0, elements[13] ?? 0, elements[14] ?? 0);
  rig.ahead.set(-(elements[8] ?? 0), -(elements[9] ?? 0), -(elements[10] ?? 0));
}

/** On entering, the wearer stands where the body stands and looks where it looked. */
function begin(rig: Rig, group: Group, body: Body): void {
  rig.begun = true;
  const turnRad = ((headingOf(rig.ahead.x, rig.ahead.z) - body.yawDeg) * Math.PI) / 180;
  turnAbout(group, rig.head, turnRad);
  group.position.x += body.x - rig.head.x;
  group.position.z += -body.y - rig.head.z;
  rig.head.set(body.x, rig.head.y, -body.y);
  rig.lastX = body.x;
  rig.lastY = body.y;
}

function carry(group: Group, east: number, north: number, rig: Rig): void {
  group.position.x += east;
  group.position.z -= north;
  rig.head.x += east;
  rig.head.z -= north;
}

/** Steps in the real room move the body; where a wall stops the body, the wearer stays beside it. */
function walkRoom(trainee: TraineeRun, rig: Rig, group: Group): void {
  const { body } = trainee;
  const ground = trainee.ground();
  if (!ground || !mayMove(trainee)) return;
  const goal = { x: rig.head.x, y: -rig.head.z };
  const far = Math.sqrt((goal.x - body.x) ** 2 + (goal.y - body.y) ** 2);
  if (far < 0.01 || far > body.strideM) return;
  const end = ground.step(body, goal, trainee.isOpen);
  moveTo(body, end.x, end.y);
  const stopped = Math.abs(end.x - goal.x) + Math.abs(end.y - goal.y);
  if (stopped > 0.02) carry(group, end.x - goal.x, end.y - goal.y, rig);
}

function turn(rig: Rig, group: Group, deltaS: number): void {
  const { hand, turn: how } = useSettings.getState();
  const x = pointerOf(hand)?.stick().x ?? 0;
  if (how === "smooth") {
    if (Math.abs(x) > 0.5) turnAbout(group, rig.head, -Math.sign(x) * SMOOTH_RAD_PER_S * deltaS);
    return;
  }
  if (Math.abs(x) < 0.5) rig.turned = false;
  else if (!rig.turned) {
    rig.turned = true;
    turnAbout(group, rig.head, -Math.sign(x) * SNAP_RAD);
  }
}

const UP = new Vector3(0, 1, 0);

/** Turning about the head keeps the head where it is. */
function turnAbout(group: Group, head: Vector3, rad: number): void {
  group.position.sub(head).applyAxisAngle(UP, rad).add(head);
  group.rotation.y += rad;
}

const palm = new Vector3();
const hands = [0, 0, 0, 0, 0, 0];

function handsOf(head: Vector3): number[] | null {
  const left = pointerOf("left");
  const right = pointerOf("right");
  if (!left || !right) return null;
  [left, right].forEach((pointer, index) => {
    palm.setFromMatrixPosition(pointer.ray.matrixWorld).sub(head);
    hands[index * 3] = Math.max(-2.9, Math.min(2.9, palm.x));
    hands[index * 3 + 1] = Math.max(-2.9, Math.min(2.9, -palm.z));
    hands[index * 3 + 2] = Math.max(-2.9, Math.min(2.9, palm.y));
  });
  return hands;
}

const start = new Vector3();

function throwing(
  trainee: TraineeRun,
  rig: Rig,
  shown: Arc,
  before: Landing | null,
  hop: (to: Landing) => void,
): Landing | null {
  const other = useSettings.getState().hand === "right" ? "left" : "right";
  const pointer = pointerOf(other);
  const ground = trainee.ground();
  const y = pointer?.stick().y ?? 0;
  if (!pointer || !ground || !mayMove(trainee)) {
    shown.hide();
    return null;
  }
  if (!rig.aiming && y < -0.7) rig.aiming = true;
  if (!rig.aiming) return null;
  if (y > -0.3) {
    rig.aiming = false;
    shown.hide();
    if (before?.free) hop(before);
    return null;
  }
  pointer.ray.updateWorldMatrix(true, false);
  const at = pointer.ray.matrixWorld.elements;
  start.setFromMatrixPosition(pointer.ray.matrixWorld);
  const aim = { x: start.x, y: -start.z, z: start.y, dx: -at[8], dy: at[10], dz: -at[9] };
  const landing = throwArc(aim, trainee.body, ground, trainee.isOpen, shown.points);
  shown.show(landing);
  return landing;
}

type Arc = { line: Line; ring: Mesh; points: Float32Array; show: (landing: Landing) => void; hide: () => void };

function openArc(): Arc {
  const points = new Float32Array(ARC_POINTS * 3);
  const places = new BufferAttribute(new Float32Array(ARC_POINTS * 3), 3);
  const geometry = new BufferGeometry().setAttribute("position", places);
  const ink = new LineBasicMaterial({ color: SAFE, toneMapped: false, fog: false });
  const line = new Line(geometry, ink);
  const paint = new MeshBasicMaterial({ color: SAFE, toneMapped: false, fog: false, transparent: true, opacity: 0.9 });
  const ring = new Mesh(new RingGeometry(0.24, 0.32, 36).rotateX(-Math.PI / 2), paint);
  line.frustumCulled = ring.frustumCulled = false;
  line.visible = ring.visible = false;
  return {
    line,
    ring,
    points,
    show: (landing) => {
      for (let i = 0; i < ARC_POINTS; i++)
        places.setXYZ(i, points[i * 3] ?? 0, points[i * 3 + 2] ?? 0, -(points[i * 3 + 1] ?? 0));
      places.needsUpdate = true;
      ink.color.set(landing.free ? SAFE : DANGER);
      paint.color.set(landing.free ? SAFE : DANGER);
      ring.position.set(landing.x, 0.03, -landing.y);
      ring.scale.setScalar(landing.free ? 1 : 0.45);
      line.visible = ring.visible = true;
    },
    hide: () => {
      line.visible = ring.visible = false;
    },
  };
}
