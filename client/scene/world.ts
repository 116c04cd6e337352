// What every thing in the scene may look at: the mirror, the stage, its model, and the viewer's own readings if any.
import { createContext, useContext } from "react";
import type { MirrorFrame, PropFrame, StageView } from "../../sim-server/protocol/frames.ts";
import type { SelfView } from "../../sim-server/protocol/views.ts";
import type { MirrorSource } from "../session/mirror.ts";
import type { StageModel } from "./stage-model.ts";

export type World = {
  readonly source: MirrorSource;
  readonly stage: StageView;
  readonly model: StageModel;
  /** The viewer's own body, when the viewer has one: it is not drawn, and panels show its readings. */
  readonly ownSlot: string | null;
  readonly self: () => SelfView | null;
  /** Words in the viewer's language. */
  readonly say: (text: { readonly zh: string; readonly en: string }) => string;
  /** Called when a moving thing should be heard. */
  readonly hear: (sound: SceneSound) => void;
};
type SceneSound = { readonly name: string; readonly at: { x: number; y: number; z: number } };

export const WorldContext = createContext<World | null>(null);

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (!world) throw new Error("a thing of the scene was put outside of the world");
  return world;
}

export const propOf = (frame: MirrorFrame | null, id: string): PropFrame | null => frame?.props[id] ?? null;
