// Moving in the headset: the real room is walked, an arc is thrown to hop, turns go about the head; no forced camera.
import { useFrame } from "@react-three/fiber";
import { useXR, XROrigin } from "@react-three/xr";
import { useEffect, useMemo, useRef } from "react";
import { type Group, Vector3 } from "three";
import { headingOf } from "../scene/space.ts";
import { type Body, moveTo, SNAP_DEG, STANDING_EYE_M } from "./body.ts";
import { mayMove } from "./body-driver.tsx";
import { openArc } from "./headset-arc.ts";
import { type HandPointer, pointerOf } from "./headset-hands.tsx";
import { type FloorHold, openHop } from "./headset-hop.ts";
import { useSettings } from "./settings.ts";
import type { TraineeRun } from "./trainee-run.ts";

const SNAP_RAD = (SNAP_DEG * Math.PI) / 180;
const SMOOTH_RAD_PER_S = 1.6;

type Rig = {
  readonly head: Vector3;
  readonly ahead: Vector3;
  lastX: number;
  lastY: number;
  turned: boolean;
  begun: boolean;
  /** The wearer was away (menu, headset off) or the floor was set anew: the next frame finds the head somewhere else. */
  away: boolean;
  /** What a seated wearer is lifted, metres; null while standing. */
  riseM: number | null;
};
const openRig = (): Rig => ({
  head: new Vector3(),
  ahead: new Vector3(),
  lastX: 0,
  lastY: 0,
  turned: false,
  begun: false,
  away: false,
  riseM: null,
});

type MovesProps = { trainee: TraineeRun; floor: FloorHold; blink: () => void };

export function HeadsetMoves({ trainee, floor, blink }: MovesProps) {
  const origin = useRef<Group>(null);
  const rig = useMemo(openRig, []);
  const arc = useMemo(openArc, []);
  const hop = useMemo(() => openHop(trainee, arc, floor), [trainee, arc, floor]);
  const space = useXR((xr) => xr.originReferenceSpace);
  useEffect(() => {
    const moved = () => {
      rig.away = true;
    };
    space?.addEventListener("reset", moved);
    return () => space?.removeEventListener("reset", moved);
  }, [space, rig]);
  useFrame(({ gl }, deltaS) => {
    const group = origin.current;
    if (!group) return;
    const { body } = trainee;
    const session = gl.xr.isPresenting ? gl.xr.getSession() : null;
    if (!session) {
      if (rig.begun) leave(rig, body);
      arc.hide();
      return;
    }
    if (session.visibilityState !== "visible") {
      rig.away = true;
      arc.hide();
      return;
    }
    readHead(rig, gl.xr.getCamera().matrixWorld.elements);
    if (!rig.begun) begin(rig, group, body);
    else if (rig.away) stand(rig, group, body);
    rig.away = false;
    lift(rig, group, body);
    if (body.x !== rig.lastX || body.y !== rig.lastY) carry(group, body.x - rig.lastX, body.y - rig.lastY, rig);
    walkRoom(trainee, rig, group);
    turn(rig, group, body, Math.min(deltaS, 0.1));
    body.yawDeg = headingOf(rig.ahead.x, rig.ahead.z);
    body.pitchDeg = (Math.asin(Math.max(-1, Math.min(1, rig.ahead.y))) * 180) / Math.PI;
    body.eyeM = rig.head.y - body.z;
    body.hands = handsOf(rig.head);
    const to = hop(performance.now());
    if (to) {
      blink();
      carry(group, to.x - body.x, to.y - body.y, rig);
      moveTo(body, to.x, to.y);
    }
    rig.lastX = body.x;
    rig.lastY = body.y;
  }, -30);
  return (
    <>
      <XROrigin ref={origin} />
      <primitive object={arc.line} />
      <primitive object={arc.ring} />
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
  stand(rig, group, body);
}

/** Puts the wearer over the body without turning the view; the body itself does not move. */
function stand(rig: Rig, group: Group, body: Body): void {
  carry(group, body.x - rig.head.x, body.y + rig.head.z, rig);
  rig.lastX = body.x;
  rig.lastY = body.y;
}

/** Out of the headset the body stands upright again and its hands are not known. */
function leave(rig: Rig, body: Body): void {
  rig.begun = false;
  rig.riseM = null;
  body.eyeM = STANDING_EYE_M;
  body.hands = null;
  body.pitchDeg = 0;
}

/** A seated wearer sees from a standing person's height, measured once when seated mode begins. */
function lift(rig: Rig, group: Group, body: Body): void {
  const { seated } = useSettings.getState();
  if (!seated) rig.riseM = null;
  else rig.riseM ??= Math.min(1.2, Math.max(0, STANDING_EYE_M - (rig.head.y - group.position.y)));
  const y = body.z + (rig.riseM ?? 0);
  rig.head.y += y - group.position.y;
  group.position.y = y;
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

function turn(rig: Rig, group: Group, body: Body, deltaS: number): void {
  if (body.turnAskedDeg !== 0) turnAbout(group, rig.head, (-body.turnAskedDeg * Math.PI) / 180);
  body.turnAskedDeg = 0;
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
  tellHand(left, head, 0);
  tellHand(right, head, 3);
  return hands;
}

function tellHand(pointer: HandPointer, head: Vector3, at: number): void {
  palm.setFromMatrixPosition(pointer.ray.matrixWorld).sub(head);
  hands[at] = Math.max(-2.9, Math.min(2.9, palm.x));
  hands[at + 1] = Math.max(-2.9, Math.min(2.9, -palm.z));
  hands[at + 2] = Math.max(-2.9, Math.min(2.9, palm.y));
}
