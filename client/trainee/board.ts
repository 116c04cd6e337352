// A board in the headset: a panel on a plane, with what a ray presses on it.
import { CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, Vector3 } from "three";
import type { Panel, PanelButton } from "./panel.ts";
import { type Drawing, type DrawOptions, drawPanel } from "./panel-canvas.ts";

type BoardHit = { readonly distanceM: number; readonly button: PanelButton | null };
export type Board = {
  readonly mesh: Mesh;
  readonly draw: (panel: Panel, options: DrawOptions) => void;
  /** Where a ray (scene coordinates) meets the board, if it does. */
  readonly meet: (origin: Vector3, direction: Vector3) => BoardHit | null;
  /** Where a button of the board is in the scene, or null when it is not shown. */
  readonly placeOf: (button: string) => Vector3 | null;
  readonly overflowPx: () => number;
  readonly dispose: () => void;
};

/** `onTop`: nothing of the world hides it, for a board that must be read wherever one stands. */
export function openBoard(widthM: number, widthPx: number, heightPx: number, onTop = false): Board {
  const canvas = document.createElement("canvas");
  canvas.width = widthPx;
  canvas.height = heightPx;
  const pen = canvas.getContext("2d");
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 4;
  const heightM = (widthM * heightPx) / widthPx;
  const material = new MeshBasicMaterial({ map: texture, transparent: true, toneMapped: false, fog: false });
  material.depthTest = !onTop;
  const mesh = new Mesh(new PlaneGeometry(widthM, heightM), material);
  mesh.renderOrder = 15;
  let drawing: Drawing = { regions: [], heightPx: 0 };
  let drawn = "";
  /** The part of the canvas that is shown, from its top: a fitted board is as high as what it says. */
  let share = 1;
  const from = new Vector3();
  const way = new Vector3();
  return {
    mesh,
    draw: (panel, options) => {
      const body = panel.blocks.some((block) => block.kind === "map") ? options.trainee?.body : undefined;
      const place = body ? [Math.round(body.x * 4), Math.round(body.y * 4), Math.round(body.yawDeg / 5)] : 0;
      const key = JSON.stringify([panel, options.scale, options.scroll, options.hover, place]);
      if (!pen || key === drawn) return;
      drawn = key;
      drawing = drawPanel(pen, panel, options);
      if (options.fit) {
        share = Math.min(1, drawing.heightPx / heightPx);
        drawing = drawPanel(pen, panel, options, Math.round(share * heightPx));
        texture.repeat.y = share;
        texture.offset.y = 1 - share;
        mesh.scale.y = share;
      }
      texture.needsUpdate = true;
    },
    meet: (origin, direction) => {
      if (!mesh.visible) return null;
      mesh.updateWorldMatrix(true, false);
      mesh.worldToLocal(from.copy(origin));
      mesh.worldToLocal(way.copy(origin).add(direction)).sub(from);
      if (way.z > -1e-5 || from.z <= 0) return null;
      const far = -from.z / way.z;
      const x = ((from.x + way.x * far) / widthM + 0.5) * widthPx;
      const y = (0.5 - (from.y + way.y * far) / heightM) * heightPx * share;
      if (x < 0 || x > widthPx || y < 0 || y > heightPx * share) return null;
      const region = drawing.regions.findLast(
        (spot) => x >= spot.x && x <= spot.x + spot.width && y >= spot.y && y <= spot.y + spot.height,
      );
      return { distanceM: far, button: region?.button ?? null };
    },
    placeOf: (button) => {
      const region = mesh.visible ? drawing.regions.find((spot) => spot.button.id === button) : undefined;
      if (!region) return null;
      const x = ((region.x + region.width / 2) / widthPx - 0.5) * widthM;
      const y = (0.5 - (region.y + region.height / 2) / (heightPx * share)) * heightM;
      mesh.updateWorldMatrix(true, false);
      return mesh.localToWorld(new Vector3(x, y, 0));
    },
    overflowPx: () => Math.max(0, drawing.heightPx - heightPx),
    dispose: () => {
      texture.dispose();
      material.dispose();
      mesh.geometry.dispose();
      mesh.removeFromParent();
    },
  };
}

let shown: readonly Board[] = [];

/** Names the boards that can be pressed now; returns how to take them back. */
export function showBoards(boards: readonly Board[]): () => void {
  shown = boards;
  return () => {
    shown = [];
  };
}

/** Where a button is on any shown board. */
export function buttonPlace(id: string): Vector3 | null {
  for (const board of shown) {
    const at = board.placeOf(id);
    if (at) return at;
  }
  return null;
}
