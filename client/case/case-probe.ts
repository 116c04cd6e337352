// A window for tests and support: what is drawn in the boardroom and where things stand, read only.
import type { XRStore } from "@react-three/xr";
import { type Scene, Vector3, type WebGLRenderer } from "three";
import { pickOf } from "../scene/case-view.ts";
import { buttonPlace } from "../trainee/board.ts";

type Point = { x: number; y: number; z: number };
type CaseProbe = {
  readonly store: XRStore;
  readonly info: () => { calls: number; triangles: number };
  /** Where an entity's card, a flow's label or a place's plate is, in the scene's coordinates. */
  readonly aim: (kind: string, id: string) => Point | null;
  readonly button: (id: string) => Point | null;
};

declare global {
  interface Window {
    __case?: CaseProbe;
  }
}

export function exposeCase(store: XRStore, renderer: WebGLRenderer, scene: Scene): void {
  const find = (kind: string, id: string): Vector3 | null => {
    let found: Vector3 | null = null;
    scene.traverse((part) => {
      const pick = pickOf(part.userData);
      if (pick?.kind === kind && pick.id === id) found ??= part.getWorldPosition(new Vector3());
    });
    return found;
  };
  window.__case = {
    store,
    info: () => ({ calls: renderer.info.render.calls, triangles: renderer.info.render.triangles }),
    aim: (kind, id) => plain(find(kind, id)),
    button: (id) => plain(buttonPlace(id)),
  };
}

const plain = (at: Vector3 | null): Point | null => (at ? { x: at.x, y: at.y, z: at.z } : null);
