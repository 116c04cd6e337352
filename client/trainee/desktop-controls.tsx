// The desk player's eyes and feet: W A S D, mouse by drag or lock, click or E to use, in the same scene as the headset.
import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { type Camera, PerspectiveCamera, Raycaster, Vector2 } from "three";
import { headingTurn } from "../scene/space.ts";
import { openAiming } from "./aim.ts";
import { moveTo, PACE_MPS } from "./body.ts";
import { mayMove } from "./body-driver.tsx";
import { closePage, openPage } from "./play-store.ts";
import type { Ray } from "./targets.ts";
import type { TraineeRun } from "./trainee-run.ts";

const LOOK_DEG_PER_PX = 0.16;
const KEY_TURN_DEG_PER_S = 85;
const USUAL_HIGH_DEG = 68;
const MOST_HIGH_DEG = 92;
const LEAST_WIDE_DEG = 52;
const DRAG_PX = 5;
/** A finger is never quite still. */
const TAP_PX = 14;

export function DesktopControls({ trainee }: { trainee: TraineeRun }) {
  const canvas = useThree((state) => state.gl.domElement);
  const keys = useKeys(trainee);
  const pointing = useMouse(trainee, canvas);
  const aiming = useMemo(() => openAiming(trainee), [trainee]);
  const caster = useMemo(() => new Raycaster(), []);
  const ray = useMemo<Ray>(() => ({ x: 0, y: 0, z: 0, dx: 0, dy: 1, dz: 0 }), []);
  useFrame(({ camera, gl }, deltaS) => {
    if (gl.xr.isPresenting) return;
    const { body } = trainee;
    const frameS = Math.min(deltaS, 0.2);
    const turn = (keys.has("ArrowRight") ? 1 : 0) - (keys.has("ArrowLeft") ? 1 : 0);
    body.yawDeg += turn * KEY_TURN_DEG_PER_S * frameS;
    walk(trainee, keys, frameS);
    camera.position.set(body.x, body.z + body.eyeM, -body.y);
    camera.rotation.set((body.pitchDeg * Math.PI) / 180, headingTurn(body.yawDeg), 0, "YXZ");
    widen(camera);
    camera.updateMatrixWorld();
    caster.setFromCamera(pointing.at, camera);
    const { origin, direction } = caster.ray;
    ray.x = origin.x;
    ray.y = -origin.z;
    ray.z = origin.y;
    ray.dx = direction.x;
    ray.dy = -direction.z;
    ray.dz = direction.y;
    const nowMs = performance.now();
    aiming.show(aiming.at(ray, nowMs), nowMs);
    takePress(trainee, pointing, canvas);
  }, -20);
  return null;
}

/** Upright on a phone the picture would be a slit: it opens upwards until it is wide enough to walk by. */
function widen(camera: Camera): void {
  if (!(camera instanceof PerspectiveCamera)) return;
  const needed = (2 * Math.atan(Math.tan((LEAST_WIDE_DEG * Math.PI) / 360) / camera.aspect) * 180) / Math.PI;
  const fov = Math.min(MOST_HIGH_DEG, Math.max(USUAL_HIGH_DEG, needed));
  if (Math.abs(camera.fov - fov) < 0.01) return;
  camera.fov = fov;
  camera.updateProjectionMatrix();
}

function walk(trainee: TraineeRun, keys: ReadonlySet<string>, frameS: number): void {
  const { body } = trainee;
  const ground = trainee.ground();
  const ahead = (down(keys, "KeyW", "ArrowUp") ? 1 : 0) - (down(keys, "KeyS", "ArrowDown") ? 1 : 0) + body.driveAhead;
  const aside = (keys.has("KeyD") ? 1 : 0) - (keys.has("KeyA") ? 1 : 0) + body.driveAside;
  if (!ground || (ahead === 0 && aside === 0) || !mayMove(trainee) || !body.placed) return;
  const self = trainee.run.getState().self;
  const hurry = down(keys, "ShiftLeft", "ShiftRight") ? PACE_MPS.hurry : PACE_MPS.walk;
  const share = (self?.suit ? PACE_MPS.suitShare : 1) * (self?.symptoms === "impaired" ? PACE_MPS.impairedShare : 1);
  // A stick pushed half way walks at half the pace; two keys at once go no faster than one.
  const push = Math.max(1, Math.sqrt(ahead * ahead + aside * aside));
  const far = Math.min(hurry * share * frameS, body.strideM) / push;
  const heading = (body.yawDeg * Math.PI) / 180;
  const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
  const goal = { x: body.x + (sin * ahead + cos * aside) * far, y: body.y + (cos * ahead - sin * aside) * far };
  const end = ground.step(body, goal, trainee.isOpen);
  moveTo(body, end.x, end.y);
}

const down = (keys: ReadonlySet<string>, one: string, other: string): boolean => keys.has(one) || keys.has(other);

function useKeys(trainee: TraineeRun): Set<string> {
  const keys = useMemo(() => new Set<string>(), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!event.repeat) pressed(trainee, event);
      keys.add(event.code);
    };
    const release = (event: KeyboardEvent) => keys.delete(event.code);
    const clear = () => keys.clear();
    globalThis.addEventListener("keydown", press);
    globalThis.addEventListener("keyup", release);
    globalThis.addEventListener("blur", clear);
    return () => {
      globalThis.removeEventListener("keydown", press);
      globalThis.removeEventListener("keyup", release);
      globalThis.removeEventListener("blur", clear);
    };
  }, [trainee, keys]);
  return keys;
}

function pressed(trainee: TraineeRun, event: KeyboardEvent): void {
  const { play } = trainee;
  const { aim, page, entered } = play.getState();
  if (!entered) return;
  switch (event.code) {
    case "KeyE":
      if (aim) trainee.reachFor(aim.target);
      return;
    case "KeyX":
      trainee.letGo();
      return;
    case "Tab":
      event.preventDefault();
      if (page) closePage(play);
      else openPage(play, "tasks");
      return;
    case "KeyH":
      play.setState({ help: !play.getState().help });
      return;
    case "Escape":
      play.setState({ choosing: null });
      closePage(play);
      return;
    default:
      return;
  }
}

type Pointing = {
  /** In clip space; the middle of the picture while the mouse is locked or no finger is down. */
  readonly at: Vector2;
  /** A click or tap that waits for the next frame, when it is known what lies under it. */
  pressed: "mouse" | "finger" | null;
};

function useMouse(trainee: TraineeRun, canvas: HTMLCanvasElement): Pointing {
  const pointing = useMemo<Pointing>(() => ({ at: new Vector2(0, 0), pressed: null }), []);
  const drag = useRef<{ x: number; y: number; far: number } | null>(null);
  useEffect(() => {
    const look = (dx: number, dy: number) => {
      const { body } = trainee;
      body.yawDeg += dx * LOOK_DEG_PER_PX;
      body.pitchDeg = Math.min(85, Math.max(-85, body.pitchDeg - dy * LOOK_DEG_PER_PX));
    };
    const move = (event: PointerEvent) => {
      if (document.pointerLockElement === canvas) {
        pointing.at.set(0, 0);
        look(event.movementX, event.movementY);
        return;
      }
      const box = canvas.getBoundingClientRect();
      pointing.at.set(
        ((event.clientX - box.left) / box.width) * 2 - 1,
        1 - ((event.clientY - box.top) / box.height) * 2,
      );
      const held = drag.current;
      if (!held) return;
      look(held.x - event.clientX, held.y - event.clientY);
      held.far += Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y);
      held.x = event.clientX;
      held.y = event.clientY;
    };
    const press = (event: PointerEvent) => {
      move(event);
      drag.current = { x: event.clientX, y: event.clientY, far: 0 };
    };
    const release = (event: PointerEvent) => {
      const held = drag.current;
      drag.current = null;
      const finger = event.pointerType === "touch";
      if (held && held.far <= (finger ? TAP_PX : DRAG_PX)) pointing.pressed = finger ? "finger" : "mouse";
      else if (finger) pointing.at.set(0, 0);
    };
    canvas.addEventListener("pointermove", move);
    canvas.addEventListener("pointerdown", press);
    globalThis.addEventListener("pointerup", release);
    return () => {
      canvas.removeEventListener("pointermove", move);
      canvas.removeEventListener("pointerdown", press);
      globalThis.removeEventListener("pointerup", release);
    };
  }, [trainee, canvas, pointing]);
  return pointing;
}

/** Uses what lies under the click or tap; a mouse that clicks on nothing is locked to look around. */
function takePress(trainee: TraineeRun, pointing: Pointing, canvas: HTMLCanvasElement): void {
  const { pressed } = pointing;
  if (!pressed) return;
  pointing.pressed = null;
  const { aim, entered } = trainee.play.getState();
  if (entered && aim) trainee.reachFor(aim.target);
  else if (entered && pressed === "mouse" && document.pointerLockElement !== canvas) void canvas.requestPointerLock();
  if (pressed === "finger") pointing.at.set(0, 0);
}
