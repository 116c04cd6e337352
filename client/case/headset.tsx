// The wearer at the head of the table: a ray from either hand takes entities up, drops them, and presses the tablet.
import { useFrame, useThree } from "@react-three/fiber";
import { useXR, XROrigin } from "@react-three/xr";
import { useEffect, useMemo, useRef } from "react";
import { BufferGeometry, Group, Line, LineBasicMaterial, Raycaster, Vector3 } from "three";
import type { CaseActs as RayActs } from "../scene/case-controls.tsx";
import { carry, type Grip, lookAlong } from "../scene/case-grip.ts";
import { BOARD_TURN, type Pick } from "../scene/case-view.ts";
import type { RunState } from "../session/run-store.ts";
import { type Board, openBoard, showBoards } from "../trainee/board.ts";
import { type HandPointer, pointers } from "../trainee/headset-hands.tsx";
import type { PanelButton } from "../trainee/panel.ts";
import type { CaseModel } from "./case-model.ts";
import type { CaseRun } from "./case-store.ts";
import { headsetPanel } from "./headset-panel.ts";
import { useWording } from "./words.ts";

type Props = { model: CaseModel; run: RunState; taxCase: CaseRun; grip: Grip; acts: RayActs; language: string };

/** Where the wearer stands: a hand's breadth from the table's end. */
const STAND_X = -2.36;
const RAY_M = 4;
/** The tablet leans on the left of the table's end, in the scene's coordinates. */
const TABLET = { x: -1.72, y: 1.2, z: -0.78, widthM: 0.5 } as const;
const REDRAW_S = 0.2;

export function CaseHeadset(props: Props) {
  const session = useXR((xr) => xr.session);
  return (
    <>
      <XROrigin position={[STAND_X, 0, 0]} rotation={[0, BOARD_TURN, 0]} />
      {session ? <Worn {...props} session={session} /> : null}
    </>
  );
}

type Pressed = { readonly button: PanelButton | null; readonly pick: Pick | null; readonly farM: number };

function Worn({ model, run, taxCase, grip, acts, session }: Props & { session: XRSession }) {
  const scene = useThree((state) => state.scene);
  const wording = useWording();
  const tablet = useMemo(() => openBoard(TABLET.widthM, 1024, 1240), []);
  const line = useMemo(openRay, []);
  const group = useMemo(() => new Group().add(tablet.mesh, line), [tablet, line]);
  const caster = useMemo(() => new Raycaster(), []);
  const seen = useRef<Pressed>({ button: null, pick: null, farM: 0 });
  const hand = useRef<HandPointer | null>(null);
  const since = useRef(1);
  const latest = useRef({ model, run, acts });
  latest.current = { model, run, acts };
  const eye = useMemo(() => new Vector3(), []);

  useEffect(() => () => tablet.dispose(), [tablet]);
  useEffect(() => showBoards([tablet]), [tablet]);
  useEffect(() => {
    let begun: Pressed | null = null;
    const down = (event: XRInputSourceEvent) => {
      hand.current = [...pointers].find(({ source }) => source === event.inputSource) ?? hand.current;
      begun = seen.current;
      const { pick, farM } = begun;
      if (begun.button || pick?.kind !== "entity" || !latest.current.acts.mayMove(pick.id)) return;
      grip.held = pick.id;
      grip.farM = farM;
      latest.current.acts.onHold(pick.id);
      buzz(event.inputSource);
    };
    const up = (event: XRInputSourceEvent) => {
      const { held, pointed } = grip;
      grip.held = null;
      grip.at = null;
      if (held !== null) {
        latest.current.acts.onHold(null);
        if (pointed?.kind === "place") latest.current.acts.onMove(held, pointed.id);
        else if (pointed?.kind !== "flow") latest.current.acts.onChoose({ kind: "entity", id: held });
        buzz(event.inputSource);
      } else if (begun?.button && begun.button.id === seen.current.button?.id) {
        buzz(event.inputSource);
        begun.button.press();
        since.current = 1;
      } else if (begun?.pick && begun.pick.id === seen.current.pick?.id) latest.current.acts.onChoose(begun.pick);
      begun = null;
    };
    session.addEventListener("selectstart", down);
    session.addEventListener("selectend", up);
    return () => {
      session.removeEventListener("selectstart", down);
      session.removeEventListener("selectend", up);
      grip.held = null;
    };
  }, [session, grip]);

  useFrame(({ gl }, deltaS) => {
    if (!gl.xr.isPresenting) return;
    eye.setFromMatrixPosition(gl.xr.getCamera().matrixWorld);
    tablet.mesh.position.set(TABLET.x, TABLET.y, TABLET.z);
    tablet.mesh.lookAt(eye);
    since.current += deltaS;
    if (since.current > REDRAW_S) {
      since.current = 0;
      const { model: shown, run: heard } = latest.current;
      const leave = () => void session.end();
      const panel = headsetPanel({ model: shown, run: heard, taxCase, wording, leave });
      tablet.draw(panel, { scale: 1, scroll: 0, hover: seen.current.button?.id ?? null });
    }
    const pointer = hand.current && pointers.has(hand.current) ? hand.current : right();
    line.visible = pointer !== null;
    if (!pointer) return;
    aim(caster, pointer);
    const board = scene.getObjectByName("board");
    seen.current = look(caster, tablet, board ?? scene, grip);
    grip.pointed = seen.current.pick;
    if (grip.held !== null) carry(caster, grip);
    line.position.copy(caster.ray.origin);
    line.quaternion.setFromUnitVectors(FORWARD, caster.ray.direction);
    line.scale.set(1, 1, seen.current.farM > 0 ? seen.current.farM : RAY_M);
  }, -10);
  return <primitive object={group} />;
}

const FORWARD = new Vector3(0, 0, -1);

const right = (): HandPointer | null => {
  const all = [...pointers];
  return all.find(({ hand }) => hand === "right") ?? all[0] ?? null;
};

function aim(caster: Raycaster, pointer: HandPointer): void {
  pointer.ray.updateWorldMatrix(true, false);
  caster.ray.origin.setFromMatrixPosition(pointer.ray.matrixWorld);
  caster.ray.direction.set(0, 0, -1).transformDirection(pointer.ray.matrixWorld);
}

/** The tablet is nearer than what stands on the table. */
function look(caster: Raycaster, tablet: Board, board: Parameters<typeof lookAlong>[1], grip: Grip): Pressed {
  const hit = grip.held === null ? tablet.meet(caster.ray.origin, caster.ray.direction) : null;
  if (hit) return { button: hit.button, pick: null, farM: hit.distanceM };
  return { button: null, ...lookAlong(caster, board, grip) };
}

function openRay(): Line {
  const geometry = new BufferGeometry().setFromPoints([new Vector3(0, 0, -0.04), new Vector3(0, 0, -1)]);
  const line = new Line(geometry, new LineBasicMaterial({ color: "#ffffff", transparent: true, opacity: 0.75 }));
  line.material.depthTest = false;
  line.renderOrder = 30;
  line.frustumCulled = false;
  return line;
}

function buzz(source: XRInputSource): void {
  const actuator = source.gamepad?.hapticActuators?.[0];
  if (actuator && "pulse" in actuator) void actuator.pulse(0.5, 40);
}
