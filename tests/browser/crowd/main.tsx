// The scene with more people and gas than a drill has, for measuring and looking: `?view=crowd|follow|eyes`, and any site
// from its stage file: `?site=restaurant-lpg&eye=4,-6,1.6&to=4,0,1.4&open`.
import { addAfterEffect, addEffect, useFrame } from "@react-three/fiber";
import { Suspense, use, useMemo } from "react";
import { createRoot } from "react-dom/client";
import type { Scene, WebGLRenderer } from "three";
import { CanvasRoot } from "../../../client/scene/canvas-root.tsx";
import { loadStage } from "../../../client/scene/stage-model.ts";
import { StageScene } from "../../../client/scene/stage-scene.tsx";
import StageView from "../../../client/scene/stage-view.tsx";
import { SunLight } from "../../../client/scene/sunlight.tsx";
import type { MirrorSource } from "../../../client/session/mirror.ts";
import type { StageView as Stage } from "../../../sim-server/protocol/frames.ts";
import { type World, WorldContext } from "../../../client/scene/world.ts";
import { textureBytes } from "../../../client/trainee/probe.ts";
import { startLanguage } from "../../../client/words/language.ts";
import { openCrowd, STAGE, TITLES } from "./crowd.ts";
import { siteFrame, siteNamed, still } from "./sites.ts";
import "./probe.ts";

const source = openCrowd();
const frames: { own: number; draw: number }[] = [];

function watch(renderer: WebGLRenderer, scene: Scene): void {
  let begunMs = 0;
  let drawMs = 0;
  const render = renderer.render.bind(renderer);
  renderer.render = (...args) => {
    const from = performance.now();
    render(...args);
    drawMs += performance.now() - from;
  };
  addEffect(() => {
    begunMs = performance.now();
    drawMs = 0;
  });
  addAfterEffect(() => {
    frames.push({ own: performance.now() - begunMs - drawMs, draw: drawMs });
  });
  window.__crowd = {
    info: () => ({
      calls: renderer.info.render.calls,
      triangles: renderer.info.render.triangles,
      textureBytes: textureBytes(scene),
    }),
    frames: async (count) => {
      frames.length = 0;
      const before = heap();
      while (frames.length < count) await new Promise((done) => requestAnimationFrame(done));
      const bytesPerFrame = (heap() - before) / frames.length;
      return { ownMs: median(frames.map(({ own }) => own)), drawMs: median(frames.map(({ draw }) => draw)), bytesPerFrame };
    },
  };
}

const heap = (): number =>
  (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? Number.NaN;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

type Eyed = { source: MirrorSource; stage: Stage; eye: Point; to: Point };

function Looked({ source, stage, eye, to }: Eyed) {
  const model = use(loadStage(stage));
  const world = useMemo<World>(
    () => ({
      source,
      stage,
      model,
      ownSlot: null,
      self: () => null,
      say: (text) => text.zh,
      hear: () => undefined,
    }),
    [source, stage, model],
  );
  useFrame(({ camera }) => {
    camera.position.set(eye[0], eye[2], -eye[1]);
    camera.lookAt(to[0], to[2], -to[1]);
  }, -20);
  return (
    <WorldContext.Provider value={world}>
      <StageScene titles={TITLES} />
      <SunLight />
    </WorldContext.Provider>
  );
}

await startLanguage();
const asked = new URLSearchParams(location.search);
const view = asked.get("view");
const root = document.getElementById("root");

/** Plan metres east, north, up, as `x,y,z`. */
type Point = readonly [number, number, number];
function point(name: string, usual: Point): Point {
  const [x, y, z] = (asked.get(name) ?? "").split(",").map(Number);
  return x === undefined || y === undefined || z === undefined ? usual : [x, y, z];
}

function page() {
  if (view === "follow" || view === "eyes")
    return <StageView source={source} stage={STAGE} view={{ kind: view, slot: "operator-1" }} titles={TITLES} />;
  const site = asked.get("site");
  const stage = site ? siteNamed(site) : STAGE;
  const seen = site ? still(siteFrame(stage, asked)) : source;
  return (
    <CanvasRoot label="crowd" onRenderer={watch}>
      <Suspense>
        <Looked source={seen} stage={stage} eye={point("eye", [-1.4, 9.4, 1.65])} to={point("to", [-5.6, 3.8, 1.05])} />
      </Suspense>
    </CanvasRoot>
  );
}

if (root) createRoot(root).render(page());
