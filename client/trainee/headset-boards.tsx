// What the hands point at in the headset: boards first, then things; a press is a trigger or pinch let go where it began.
import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { BufferGeometry, Group, Line, LineBasicMaterial, Vector3 } from "three";
import { openAiming } from "./aim.ts";
import { type Board, openBoard, showBoards } from "./board.ts";
import { cardOf } from "./cards.ts";
import { headsetCaptions } from "./headset-captions.ts";
import { pointerOf, pointers } from "./headset-hands.tsx";
import type { FloorHold } from "./headset-hop.ts";
import { NOTHING, type Pointed, usePresses } from "./headset-presses.ts";
import { TabletCase, tellGear } from "./headset-things.tsx";
import { type PageView, tabletPanel } from "./pages.ts";
import { TEXT_SCALE, useSettings } from "./settings.ts";
import { caption } from "./subtitles.tsx";
import type { Ray } from "./targets.ts";
import type { TraineeRun } from "./trainee-run.ts";
import { word } from "./words.ts";

const REDRAW_S = 0.25;
const RAY_M = 5;
const SCROLL_PX_PER_S = 900;

const TABLET = { widthM: 0.27, heightM: (0.27 * 1240) / 1024 } as const;
type BoardsProps = { trainee: TraineeRun; session: XRSession; floor: FloorHold };

export function HeadsetBoards({ trainee, session, floor }: BoardsProps) {
  const tablet = useMemo(() => openBoard(TABLET.widthM, 1024, 1240), []);
  const card = useMemo(() => openBoard(0.95, 1024, 900, true), []);
  const captions = useMemo(() => openBoard(0.9, 1024, 300, true), []);
  const aiming = useMemo(() => openAiming(trainee), [trainee]);
  const line = useMemo(openRayLine, []);
  const group = useMemo(
    () => new Group().add(tablet.mesh, card.mesh, captions.mesh, line),
    [tablet, card, captions, line],
  );
  const pointed = useRef<Pointed>(NOTHING);
  const scroll = useRef({ page: "", px: 0 });
  const since = useRef(1);
  const cardShown = useRef("");
  const hands = useMemo(() => ({ from: new Vector3(), way: new Vector3(), eye: new Vector3() }), []);
  const ray = useMemo<Ray>(() => ({ x: 0, y: 0, z: 0, dx: 0, dy: 1, dz: 0 }), []);

  useEffect(() => {
    trainee.play.setState({ inHeadset: true, help: false, page: null });
    caption("headset-help", "", word("help.headset"));
    return () => {
      trainee.play.setState({ inHeadset: false, aim: null });
      for (const board of [tablet, card, captions]) board.dispose();
    };
  }, [trainee, tablet, card, captions]);
  useEffect(() => showBoards([card, tablet]), [card, tablet]);
  usePresses(trainee, session, pointed, floor);

  useFrame(({ gl }, deltaS) => {
    if (!gl.xr.isPresenting) return;
    hands.eye.setFromMatrixPosition(gl.xr.getCamera().matrixWorld);
    since.current += deltaS;
    if (since.current > REDRAW_S) {
      since.current = 0;
      redraw(trainee, session, { tablet, card, captions }, scroll.current, pointed.current.button?.id ?? null);
    }
    holdTablet(trainee, tablet, hands.eye);
    placeCard(trainee, card, cardShown, hands.eye);
    followCaptions(trainee, captions, hands.eye, deltaS);
    const pointer = pointerOf(useSettings.getState().hand) ?? pointers.values().next().value ?? null;
    const { away } = trainee.play.getState();
    line.visible = pointer !== null && floor.pointer === null && !away;
    if (!pointer || away) return;
    pointer.ray.updateWorldMatrix(true, false);
    hands.from.setFromMatrixPosition(pointer.ray.matrixWorld);
    hands.way.set(0, 0, -1).transformDirection(pointer.ray.matrixWorld);
    fillRay(ray, hands.from, hands.way);
    const before = pointed.current.button?.id;
    const far = point(aiming, [card, tablet], hands, ray, pointed);
    if (pointed.current.button?.id !== before) since.current = 1;
    line.position.copy(hands.from);
    line.quaternion.setFromUnitVectors(FORWARD, hands.way);
    line.scale.set(1, 1, Math.min(RAY_M, far));
    if (pointed.current.board === tablet) {
      scroll.current.px = Math.min(
        tablet.overflowPx(),
        Math.max(0, scroll.current.px + pointer.stick().y * SCROLL_PX_PER_S * deltaS),
      );
    }
  }, -10);
  return (
    <>
      <primitive object={group} />
      <TabletCase board={tablet.mesh} widthM={TABLET.widthM} heightM={TABLET.heightM} />
    </>
  );
}

const FORWARD = new Vector3(0, 0, -1);

function openRayLine(): Line {
  const geometry = new BufferGeometry().setFromPoints([new Vector3(0, 0, -0.05), new Vector3(0, 0, -1)]);
  const line = new Line(
    geometry,
    new LineBasicMaterial({ color: "#ffffff", transparent: true, opacity: 0.7, fog: false }),
  );
  line.material.depthTest = false;
  line.renderOrder = 16;
  line.frustumCulled = false;
  return line;
}

function fillRay(ray: Ray, from: Vector3, way: Vector3): void {
  ray.x = from.x;
  ray.y = -from.z;
  ray.z = from.y;
  ray.dx = way.x;
  ray.dy = -way.z;
  ray.dz = way.y;
}

/** Metres to what the ray is on; remembers it for presses. */
function point(
  aiming: ReturnType<typeof openAiming>,
  boards: readonly Board[],
  hands: { from: Vector3; way: Vector3 },
  ray: Ray,
  pointed: { current: Pointed },
): number {
  const nowMs = performance.now();
  for (const board of boards) {
    const hit = board.meet(hands.from, hands.way);
    if (!hit) continue;
    pointed.current = { board, button: hit.button, target: null };
    aiming.show(null, nowMs);
    return hit.distanceM;
  }
  const hit = aiming.at(ray, nowMs);
  aiming.show(hit, nowMs);
  pointed.current = hit ? { board: null, button: null, target: hit.target } : NOTHING;
  return hit?.distanceM ?? RAY_M;
}

type Boards = { tablet: Board; card: Board; captions: Board };

function redraw(
  trainee: TraineeRun,
  session: XRSession,
  boards: Boards,
  scroll: { page: string; px: number },
  hover: string | null,
): void {
  const run = trainee.run.getState();
  const play = trainee.play.getState();
  const settings = useSettings.getState();
  const tick = Math.floor((trainee.line.source.getFrame()?.tick ?? 0) / 10) * 10;
  const leaveVr = () => void session.end();
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  const view: PageView = { trainee, run, play, settings, language, leaveVr };
  const scale = TEXT_SCALE[settings.textSize];
  if (play.page) {
    const page = `${play.page}${play.writing?.item ?? ""}${play.talking?.message ?? ""}`;
    if (scroll.page !== page) Object.assign(scroll, { page, px: 0 });
    boards.tablet.draw(tabletPanel(view, play.page), { scale, scroll: scroll.px, hover, trainee });
    if (play.page === "inbox" && play.seenInbox !== run.inbox.length)
      trainee.play.setState({ seenInbox: run.inbox.length });
  }
  boards.tablet.mesh.visible = play.page !== null;
  tellGear(run.self, play.page !== null);
  const card = cardOf(view, tick);
  boards.card.mesh.visible = card !== null;
  boards.card.mesh.userData["card"] = card?.id ?? "";
  if (card) boards.card.draw(card.panel, { scale: scale * 1.15, scroll: 0, hover, trainee, fit: true });
  const said = headsetCaptions(view, tick);
  boards.captions.mesh.visible = said.blocks.length > 0;
  boards.captions.draw(said, { scale: scale * 1.2, scroll: 0, hover: null, trainee, fit: true });
}

const spot = new Vector3();

/** The tablet floats over the other hand and turns its face to the wearer. */
function holdTablet(trainee: TraineeRun, tablet: Board, eye: Vector3): void {
  const other = pointerOf(useSettings.getState().hand === "right" ? "left" : "right");
  if (!tablet.mesh.visible) return;
  if (other) {
    other.ray.updateWorldMatrix(true, false);
    spot.setFromMatrixPosition(other.ray.matrixWorld);
    // Above the hand and to its outer side as seen from the eyes, so that it stays put when only the head turns.
    const east = spot.x - eye.x;
    const south = spot.z - eye.z;
    const aside = (other.hand === "left" ? -0.14 : 0.14) / Math.max(0.05, Math.sqrt(east * east + south * south));
    spot.x -= south * aside;
    spot.z += east * aside;
    spot.y += 0.14;
  } else {
    const heading = ((trainee.body.yawDeg - 40) * Math.PI) / 180;
    spot.set(eye.x + Math.sin(heading) * 0.55, eye.y - 0.2, eye.z - Math.cos(heading) * 0.55);
  }
  tablet.mesh.position.copy(spot);
  tablet.mesh.lookAt(eye);
}

/** A card comes up before the wearer and stays where it came up. */
function placeCard(trainee: TraineeRun, card: Board, shown: { current: string }, eye: Vector3): void {
  const id = card.mesh.visible ? String(card.mesh.userData["card"]) : "";
  if (id === shown.current) return;
  shown.current = id;
  if (id === "") return;
  const heading = (trainee.body.yawDeg * Math.PI) / 180;
  card.mesh.position.set(eye.x + Math.sin(heading) * 1.15, eye.y - 0.25, eye.z - Math.cos(heading) * 1.15);
  card.mesh.lookAt(eye);
}

/** Captions drift after the gaze and come to rest below it. */
function followCaptions(trainee: TraineeRun, captions: Board, eye: Vector3, deltaS: number): void {
  const heading = (trainee.body.yawDeg * Math.PI) / 180;
  spot.set(eye.x + Math.sin(heading) * 1.2, eye.y - 0.52, eye.z - Math.cos(heading) * 1.2);
  const far = spot.distanceTo(captions.mesh.position);
  const pace = far > 2 ? 1 : far > 0.25 ? 1 - Math.exp(-4 * deltaS) : 0;
  captions.mesh.position.lerp(spot, pace);
  captions.mesh.lookAt(eye);
}
