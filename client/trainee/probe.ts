// A window for tests and support: what is drawn, where things are, read only and harmless in every build.
import type { XRStore } from "@react-three/xr";
import { type Scene, Texture, type WebGLRenderer } from "three";
import type { PersonFrame, PropFrame } from "../../sim-server/protocol/frames.ts";
import { buttonPlace } from "./board.ts";
import { targetsOf } from "./targets.ts";
import type { TraineeRun } from "./trainee-run.ts";

type Probe = {
  readonly store: XRStore;
  readonly renderer: WebGLRenderer;
  readonly run: TraineeRun["run"];
  readonly play: TraineeRun["play"];
  readonly body: TraineeRun["body"];
  readonly info: () => { calls: number; triangles: number; programs: number; textureBytes: number };
  readonly prop: (id: string) => PropFrame | null;
  readonly person: (slot: string) => PersonFrame | null;
  /** A prop's or door's place in the scene's own coordinates. */
  readonly aim: (id: string) => { x: number; y: number; z: number } | null;
  /** Where a button stands on the headset's boards, in the scene's own coordinates. */
  readonly button: (id: string) => { x: number; y: number; z: number } | null;
};

declare global {
  interface Window {
    __sandtable?: Probe;
  }
}

export function expose(trainee: TraineeRun, store: XRStore, renderer: WebGLRenderer, scene: Scene): void {
  window.__sandtable = {
    store,
    renderer,
    run: trainee.run,
    play: trainee.play,
    body: trainee.body,
    info: () => ({
      calls: renderer.info.render.calls,
      triangles: renderer.info.render.triangles,
      programs: renderer.info.programs?.length ?? 0,
      textureBytes: textureBytes(scene),
    }),
    prop: (id) => trainee.line.source.getFrame()?.props[id] ?? null,
    person: (slot) => trainee.line.source.getFrame()?.people[slot] ?? null,
    aim: (id) => {
      const stage = trainee.run.getState().briefing?.stage;
      const at = stage ? targetsOf(stage).find((target) => target.id === id)?.at : undefined;
      return at ? { x: at.x, y: at.z, z: -at.y } : null;
    },
    button: (id) => {
      const at = buttonPlace(id);
      return at ? { x: at.x, y: at.y, z: at.z } : null;
    },
  };
}

/** Graphics memory of all pictures in the scene: width x height x 4 bytes, a third more for the smaller copies. */
export function textureBytes(scene: Scene): number {
  const seen = new Set<Texture>();
  scene.traverse((object) => {
    if (!("material" in object)) return;
    for (const material of [object.material].flat()) {
      if (typeof material !== "object" || material === null) continue;
      for (const value of Object.values(material)) if (value instanceof Texture) seen.add(value);
      const uniforms =
        "uniforms" in material ? Object.values(material.uniforms as Record<string, { value: unknown }>) : [];
      for (const { value } of uniforms) if (value instanceof Texture) seen.add(value);
    }
  });
  let bytes = 0;
  for (const texture of seen) {
    const image = texture.image as { width?: number; height?: number } | undefined;
    bytes += (image?.width ?? 0) * (image?.height ?? 0) * 4 * (texture.generateMipmaps ? 4 / 3 : 1);
  }
  return Math.round(bytes);
}
