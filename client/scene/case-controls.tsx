// The desk player at the head of the table: drag to look, wheel to lean in, press to choose, drag an entity to move it.
import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { PerspectiveCamera, Raycaster, Vector2 } from "three";
import { carry, type Grip, lookAlong } from "./case-grip.ts";
import { BOARD_TURN, type Pick, VIEWER } from "./case-view.ts";

export type CaseActs = {
  readonly mayMove: (entity: string) => boolean;
  /** Told when something is taken in hand or let go, so that places open to it can be shown. */
  readonly onHold: (entity: string | null) => void;
  readonly onChoose: (pick: Pick) => void;
  readonly onMove: (entity: string, place: string) => void;
};

const STILL_PX = 6;
const LOOK_RAD_PER_PX = 0.0022;
const MOST_YAW = 1.25;
const LEAN = { nearest: 1.75, farthest: 3.4 } as const;

export function CaseControls({ grip, acts }: { grip: Grip; acts: CaseActs }) {
  const canvas = useThree((state) => state.gl.domElement);
  const scene = useThree((state) => state.scene);
  const caster = useMemo(() => new Raycaster(), []);
  const at = useMemo(() => new Vector2(2, 2), []);
  const look = useRef<{ yaw: number; pitch: number; z: number }>({ yaw: 0, pitch: -0.035, z: VIEWER.z });
  const press = useRef<{ x: number; y: number; pick: Pick | null; farM: number; moved: boolean } | null>(null);
  const latest = useRef(acts);
  latest.current = acts;

  useEffect(() => {
    const place = (event: PointerEvent) => {
      const box = canvas.getBoundingClientRect();
      at.set(((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2);
    };
    const down = (event: PointerEvent) => {
      place(event);
      press.current = { x: event.clientX, y: event.clientY, pick: grip.pointed, farM: grip.farM, moved: false };
      canvas.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      place(event);
      const begun = press.current;
      if (!begun) return;
      const [dx, dy] = [event.clientX - begun.x, event.clientY - begun.y];
      if (!begun.moved && Math.abs(dx) + Math.abs(dy) < STILL_PX) return;
      if (!begun.moved && begun.pick?.kind === "entity" && latest.current.mayMove(begun.pick.id)) {
        grip.held = begun.pick.id;
        grip.farM = begun.farM;
        latest.current.onHold(begun.pick.id);
      }
      begun.moved = true;
      if (grip.held !== null) return;
      look.current.yaw = Math.max(-MOST_YAW, Math.min(MOST_YAW, look.current.yaw + dx * LOOK_RAD_PER_PX));
      look.current.pitch = Math.max(-0.8, Math.min(0.6, look.current.pitch + dy * LOOK_RAD_PER_PX));
      begun.x = event.clientX;
      begun.y = event.clientY;
    };
    const up = () => {
      const begun = press.current;
      press.current = null;
      const { held, pointed } = grip;
      grip.held = null;
      grip.at = null;
      if (held !== null) {
        latest.current.onHold(null);
        if (pointed?.kind === "place") latest.current.onMove(held, pointed.id);
      } else if (begun && !begun.moved && begun.pick) latest.current.onChoose(begun.pick);
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      look.current.z = Math.max(LEAN.nearest, Math.min(LEAN.farthest, look.current.z + event.deltaY * 0.0012));
    };
    canvas.addEventListener("pointerdown", down);
    canvas.addEventListener("pointermove", move);
    canvas.addEventListener("pointerup", up);
    canvas.addEventListener("pointercancel", up);
    canvas.addEventListener("wheel", wheel, { passive: false });
    return () => {
      canvas.removeEventListener("pointerdown", down);
      canvas.removeEventListener("pointermove", move);
      canvas.removeEventListener("pointerup", up);
      canvas.removeEventListener("pointercancel", up);
      canvas.removeEventListener("wheel", wheel);
    };
  }, [canvas, grip, at]);

  useFrame(({ camera, gl }) => {
    if (gl.xr.isPresenting) return;
    const { yaw, pitch, z } = look.current;
    camera.position.set(-z, VIEWER.eyeM, 0);
    camera.rotation.set(pitch, BOARD_TURN + yaw, 0, "YXZ");
    if (camera instanceof PerspectiveCamera) widen(camera);
    camera.updateMatrixWorld();
    caster.setFromCamera(at, camera);
    const board = scene.getObjectByName("board");
    if (!board) return;
    const { pick, farM } = lookAlong(caster, board, grip);
    grip.pointed = pick;
    if (grip.held === null) grip.farM = farM;
    else carry(caster, grip);
    canvas.style.cursor =
      grip.held !== null ? "grabbing" : pick?.kind === "entity" ? "grab" : pick ? "pointer" : "default";
  }, -20);
  return null;
}

/** The whole chart stays in the picture however narrow the window is. */
function widen(camera: PerspectiveCamera): void {
  const fov = Math.max(60, (2 * Math.atan(Math.tan((70 * Math.PI) / 360) / camera.aspect) * 180) / Math.PI);
  if (Math.abs(camera.fov - fov) < 0.05) return;
  camera.fov = Math.min(92, fov);
  camera.updateProjectionMatrix();
}
