// What the ray is on, shown in the scene itself: an outline round it and a word of what it is and what can be done.
import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { BufferGeometry, Group, LineBasicMaterial, LineSegments, Vector3 } from "three";
import type { SelfView } from "../../sim-server/protocol/views.ts";
import { SIGNAL } from "../look/colours.ts";
import { openLabel } from "../scene/label.ts";
import type { Aim } from "./play-store.ts";
import { TEXT_SCALE, useSettings } from "./settings.ts";
import type { TraineeRun } from "./trainee-run.ts";
import { read, word } from "./words.ts";

/** Label height per metre of distance, so that words keep about 1.2 degrees whatever the distance. */
const SCALE_PER_M = 1.15;

type Written = { aim: Aim | null; working: SelfView["working"]; language: string };

export function HoverMarker({ trainee }: { trainee: TraineeRun }) {
  const eye = useMemo(() => new Vector3(), []);
  /** What the label says now: words are put together only when one of these has changed. */
  const written = useMemo<Written>(() => ({ aim: null, working: null, language: "" }), []);
  const label = useMemo(() => openLabel({ ground: "rgba(15,27,36,0.86)", metresPerPixel: 0.001, onTop: true }), []);
  const outline = useMemo(() => {
    const ink = new LineBasicMaterial({ color: SIGNAL, toneMapped: false, fog: false, transparent: true });
    return new LineSegments(cornersOf(), ink);
  }, []);
  const group = useMemo(() => new Group().add(outline, label.mesh), [outline, label]);
  useEffect(() => () => label.dispose(), [label]);
  useFrame(({ camera }) => {
    const { aim, entered } = trainee.play.getState();
    const shown = aim !== null && entered && aim.actions.length > 0;
    group.visible = shown;
    if (!shown) return;
    const { at, half } = aim.target;
    outline.position.set(at.x, at.z, -at.y);
    outline.scale.set(half[0], half[2], half[1]);
    outline.material.opacity = aim.near ? 0.95 : 0.35;
    const working = trainee.run.getState().self?.working ?? null;
    const language = document.documentElement.lang;
    if (written.aim !== aim || written.working !== working || written.language !== language) {
      written.aim = aim;
      written.working = working;
      written.language = language;
      label.write(wordsOf(aim, working));
    }
    eye.setFromMatrixPosition(camera.matrixWorld);
    const mesh = label.mesh;
    // Big things carry their word near the eye line, small ones just above themselves.
    mesh.position.set(at.x, Math.min(at.z + half[2] + 0.16, Math.max(at.z, eye.y) + 0.1), -at.y);
    const far = Math.max(0.5, mesh.position.distanceTo(eye));
    mesh.position.lerp(eye, Math.min(0.6, 0.45 / far));
    const size =
      Math.max(0.5, mesh.position.distanceTo(eye)) * SCALE_PER_M * TEXT_SCALE[useSettings.getState().textSize];
    sizeLabel(mesh, size);
    mesh.quaternion.setFromRotationMatrix(camera.matrixWorld);
  });
  return <primitive object={group} />;
}

function sizeLabel(mesh: { scale: Vector3; userData: Record<string, unknown> }, size: number): void {
  const pixels = mesh.userData["pixels"];
  if (!Array.isArray(pixels)) return;
  mesh.scale.set(Number(pixels[0]) * 0.001 * size, Number(pixels[1]) * 0.001 * size, 1);
}

function wordsOf(aim: Aim, working: SelfView["working"]) {
  const title = { text: read(aim.target.title), size: 24, colour: "#d9c8a5" };
  if (working?.prop === aim.target.id) {
    const percent = Math.round(working.fraction * 100);
    return [title, { text: `${word(`act.${working.action}`)} ${percent}%`, size: 32, colour: "#4cc58d", bold: true }];
  }
  if (!aim.near) return [title, { text: word("hud.tooFar"), size: 26, colour: "#f0bb45" }];
  const acts = aim.actions.map((action) => word(`act.${action}`)).join(" / ");
  return [title, { text: acts, size: 32, colour: "#ffffff", bold: true }];
}

/** How much of each edge is drawn from its corners: the thing itself stays free to be seen. */
const CORNER = 0.24;

/** The eight corners of a box from -1 to 1, three short strokes each. */
function cornersOf(): BufferGeometry {
  const points: Vector3[] = [];
  for (const x of [-1, 1])
    for (const y of [-1, 1])
      for (const z of [-1, 1]) {
        const corner = new Vector3(x, y, z);
        points.push(corner, new Vector3(x * (1 - CORNER * 2), y, z));
        points.push(corner, new Vector3(x, y * (1 - CORNER * 2), z));
        points.push(corner, new Vector3(x, y, z * (1 - CORNER * 2)));
      }
  return new BufferGeometry().setFromPoints(points);
}
