// A person's body on screen: a clone of a built figure with its clips, crossfaded by what the person does.
import { type AnimationAction, AnimationMixer, Group, LoopOnce, type Object3D } from "three";
import { clone } from "three/examples/jsm/utils/SkeletonUtils.js";
import type { PersonFrame } from "../../sim-server/protocol/frames.ts";
import { isMesh, type LoadedModel } from "./built-assets.ts";

export type Clip =
  | "idle"
  | "walk"
  | "run"
  | "work-crouch"
  | "work-stand"
  | "cough"
  | "collapse"
  | "lie"
  | "sit"
  | "talk-radio"
  | "point";

/** The figure file for a person: what is worn hides who wears it. */
export function figureOf(person: Pick<PersonFrame, "figure" | "suit" | "scba">): string {
  if (person.suit) return "responder";
  if (person.scba) return "scba";
  return person.figure;
}

export function clipOf(doing: string, speedMps: number, low: boolean): Clip {
  if (doing === "collapsed") return "collapse";
  if (speedMps > 2.2) return "run";
  if (speedMps > 0.15) return "walk";
  switch (doing) {
    case "work":
      return low ? "work-crouch" : "work-stand";
    case "cough":
      return "cough";
    case "radio":
      return "talk-radio";
    default:
      return "idle";
  }
}

export type Figure = {
  readonly root: Object3D;
  readonly play: (clip: Clip) => void;
  readonly advance: (deltaS: number, speedMps: number) => void;
  readonly dispose: () => void;
};

const FADE_S = 0.25;
/** Ground speed the walk and run clips were made for, m/s. */
const STRIDE_MPS: Partial<Record<Clip, number>> = { walk: 1.3, run: 3.2 };

export function openFigure(loaded: LoadedModel): Figure {
  const root = new Group();
  const body = clone(loaded.scene);
  body.traverse((part) => {
    // A skinned mesh is culled by its rest pose: figures are few, drawing them always is cheaper than being wrong.
    if (isMesh(part)) part.frustumCulled = false;
  });
  root.add(body);
  const mixer = new AnimationMixer(body);
  const actions = new Map<string, AnimationAction>(
    loaded.animations.map((clip) => [clip.name, mixer.clipAction(clip)]),
  );
  for (const name of ["collapse"]) {
    const action = actions.get(name);
    if (!action) continue;
    action.setLoop(LoopOnce, 1);
    action.clampWhenFinished = true;
  }
  let playing: Clip | null = null;
  let action: AnimationAction | undefined;
  return {
    root,
    play: (clip) => {
      if (clip === playing) return;
      const next = actions.get(clip) ?? actions.get("idle");
      playing = clip;
      if (!next || next === action) return;
      next.reset().play();
      if (action) action.crossFadeTo(next, FADE_S, false);
      action = next;
    },
    advance: (deltaS, speedMps) => {
      const stride = playing ? STRIDE_MPS[playing] : undefined;
      if (action) action.timeScale = stride ? Math.min(1.8, Math.max(0.5, speedMps / stride)) : 1;
      mixer.update(deltaS);
    },
    dispose: () => {
      mixer.stopAllAction();
      mixer.uncacheRoot(body);
      root.removeFromParent();
    },
  };
}
