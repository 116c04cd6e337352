// The scene with more people and gas than a drill has, for measuring and looking: `?view=crowd|follow|eyes`.
import { addAfterEffect, addEffect, useFrame } from "@react-three/fiber";
import { Suspense, use, useMemo } from "react";
import { createRoot } from "react-dom/client";
import type { Scene, WebGLRenderer } from "three";
import { CanvasRoot } from "../../../client/scene/canvas-root.tsx";
import { loadStage } from "../../../client/scene/stage-model.ts";
import { StageScene } from "../../../client/scene/stage-scene.tsx";
import StageView from "../../../client/scene/stage-view.tsx";
import { SunLight } from "../../../client/scene/sunlight.tsx";
import { type World, WorldContext } from "../../../client/scene/world.ts";
import { textureBytes } from "../../../client/trainee/probe.ts";
import { startLanguage } from "../../../client/words/language.ts";
import { openCrowd, STAGE, TITLES } from "./crowd.ts";
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

function Looked() {
  const model = use(loadStage(STAGE));
  const world = useMemo<World>(
    () => ({
      source,
      stage: STAGE,
      model,
      ownSlot: null,
      self: () => null,
      say: (text) => text.zh,
      hear: () => undefined,
    }),
    [model],
  );
  useFrame(({ camera }) => {
    camera.position.set(-1.4, 1.65, -9.4);
    camera.lookAt(-5.6, 1.05, -3.8);
  }, -20);
  return (
    <WorldContext.Provider value={world}>
      <StageScene titles={TITLES} />
      <SunLight />
    </WorldContext.Provider>
  );
}

await startLanguage();
const view = new URLSearchParams(location.search).get("view");
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    view === "follow" || view === "eyes" ? (
      <StageView source={source} stage={STAGE} view={{ kind: view, slot: "operator-1" }} titles={TITLES} />
    ) : (
      <CanvasRoot label="crowd" onRenderer={watch}>
        <Suspense>
          <Looked />
        </Suspense>
      </CanvasRoot>
    ),
  );
